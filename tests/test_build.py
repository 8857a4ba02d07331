"""A build is whole or not there; equal sources make equal builds; what is unchanged is not done again."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from stages import BASE, STAGES, converted, die

from kg import build
from kg.build import Order
from kg.errors import CheckError, KgError, LedgerError, SourceError


def test_build_is_whole(order: Order) -> None:
    """A build holds graph, manifest, store and the texts as kept, and is the current one."""
    place = build.run(order, STAGES)

    assert (place / "graph.nt").read_text() == (
        f'<{BASE}a.txt> <{BASE}text> "They met." .\n<{BASE}b.txt> <{BASE}text> "They parted." .\n'
    )
    files = ["articles", "graph.nt", "manifest.json", "metadata.nq", "store"]
    assert sorted(p.name for p in place.iterdir()) == files
    assert (place / "articles" / "a.txt.txt").read_text() == "They met."
    assert (place / "articles" / "a.txt.tsv").read_text() == "0\t9\tno words\n"
    assert (order.to / "current").resolve() == place
    assert (order.to / "current").readlink() == Path("builds") / place.name


def test_manifest(order: Order) -> None:
    """The manifest tells sources with their hashes, counts and versions."""
    (order.sources[0] / "a.toml").write_text('title = "A"')
    manifest = json.loads((build.run(order, STAGES) / "manifest.json").read_text())

    assert manifest["sources"] == [
        {
            "file": "a.txt",
            "sha256": "ab226026642c9001f40223f6e7948b96f1d470fc0a362d6a94834bd235bc9e07",
            "toml": "162bef73f8e0e84f64b13d95a0ba87126ddf887ef8002b435dc30e925f1eb166",
        },
        {
            "file": "b.txt",
            "sha256": "38825e0ad62a02740dfa6489ab81a4038c1b8088941696b7396456dec6fc0914",
            "toml": None,
        },
    ]
    assert manifest["counts"] == {"triples": 2}
    assert manifest["base"] == BASE
    assert manifest["versions"]["spacy"] == "3.8.18"


def test_content(order: Order) -> None:
    """What a build would hold can be had without one: what articles tell is kept, and nothing else."""
    content = build.content(order, replace(STAGES, load=die))

    assert [path.name for path in order.to.iterdir()] == ["cache"]
    assert converted(order) == ["a.txt", "b.txt"]
    assert build.run(order, STAGES).name == content.name
    assert converted(order) == []


def test_content_in_a_folder_that_cannot_be_written(order: Order) -> None:
    """A folder that cannot be written is named."""
    order.to.write_text("no folder")
    with pytest.raises(KgError, match="data: expected a folder that can be written, found: File exists"):
        build.content(order, STAGES)


def test_metadata(order: Order) -> None:
    """The metadata tell what the graph holds."""
    lines = (build.run(order, STAGES) / "metadata.nq").read_text().splitlines()
    count = '"2"^^<http://www.w3.org/2001/XMLSchema#integer>'

    assert (
        f"<{BASE}void#dataset> <http://rdfs.org/ns/void#triples> {count} <{BASE}graphs/metadata> ." in lines
    )


def test_equal_sources_make_equal_builds(order: Order, tmp_path: Path) -> None:
    """The same sources and ledger elsewhere, built later, give the same name, graph and manifest."""
    first = build.run(order, STAGES)
    elsewhere = replace(order, to=tmp_path / "other" / "data")
    second = build.run(elsewhere, STAGES)

    assert second.name == first.name
    assert (second / "manifest.json").read_bytes() == (first / "manifest.json").read_bytes()
    assert (second / "metadata.nq").read_bytes() == (first / "metadata.nq").read_bytes()


def test_second_build_is_the_first(order: Order) -> None:
    """A build of unchanged sources converts nothing, loads nothing and is the former one."""
    first = build.run(order, STAGES)
    converted(order)

    assert build.run(order, replace(STAGES, load=die)) == first
    assert converted(order) == []


def test_changed_article_alone_is_converted(order: Order) -> None:
    """Of changed, described anew, added and unchanged articles the unchanged one is not converted again."""
    (order.sources[0] / "c.txt").write_text("They wrote.")
    first = build.run(order, STAGES)
    converted(order)
    (order.sources[0] / "b.txt").write_text("They stayed.")
    (order.sources[0] / "c.toml").write_text('title = "C"')
    (order.sources[0] / "d.txt").write_text("They left.")
    second = build.run(order, STAGES)

    assert converted(order) == ["b.txt", "c.txt", "d.txt"]
    assert second != first
    assert first.is_dir()


def test_former_build_can_come_back(order: Order) -> None:
    """When sources change back, the build that is there already becomes current again."""
    first = build.run(order, STAGES)
    article = order.sources[0] / "b.txt"
    ledger = (order.to / "identities.tsv").read_bytes()
    article.write_text("They stayed.")
    build.run(order, STAGES)
    article.write_text("They parted.")

    assert (order.to / "identities.tsv").read_bytes() == ledger
    assert build.run(order, replace(STAGES, load=die)) == first
    assert (order.to / "current").resolve() == first


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("c.txt", b"\xff", r"c\.txt: expected UTF-8"),
        ("c.txt", b"", r"c\.txt: expected text"),
        ("a.toml", b"published = 'soon'", r"a\.toml: published: expected a date"),
        ("a.toml", b"title", r"a\.toml: expected TOML"),
        ("c.toml", b"", r"c\.toml: expected an article beside it"),
        ("c.pdf", b"", r"c\.pdf: expected a file ending in"),
    ],
)
def test_broken_source(order: Order, name: str, content: bytes, message: str) -> None:
    """A source that cannot be read stops the build and is named; the former build stays current."""
    first = build.run(order, STAGES)
    (order.sources[0] / name).write_bytes(content)

    with pytest.raises(SourceError, match=message):
        build.run(order, replace(STAGES, converter="stages:read"))

    assert (order.to / "current").resolve() == first
    assert [p.name for p in (order.to / "builds").iterdir()] == [first.name]


def test_broken_graph(order: Order) -> None:
    """A graph that fails the check is never written; the former build stays current, the ledger as it was."""
    first = build.run(order, STAGES)
    ledger = (order.to / "identities.tsv").read_bytes()
    (order.sources[0] / "c.txt").write_text("This is broken.")

    with pytest.raises(CheckError, match="of 3 articles, found a broken one"):
        build.run(order, STAGES)

    assert (order.to / "current").resolve() == first
    assert (order.to / "identities.tsv").read_bytes() == ledger
    assert not (order.to / "unfinished").exists()


def test_no_articles(tmp_path: Path) -> None:
    """A folder without articles is an error which names it."""
    with pytest.raises(KgError, match="expected articles, found none"):
        build.run(Order((tmp_path,), tmp_path / "data", BASE), STAGES)


def test_ledger_beside_the_sources(order: Order) -> None:
    """The ledger that lies beside the sources is read and gains rows; what stood there stays."""
    ledger = order.sources[0] / "identities.tsv"
    before = (
        "iri\trelation\twords or iri\tarticle\tdecided by\tnote\narticle/a\tnames\tarticle/a\t*\tmachine\n"
    )
    ledger.write_text(before)
    build.run(order, STAGES)

    assert ledger.read_text() == f"{before}article/b\tnames\tarticle/b\t*\tmachine\n"
    assert not (order.to / "identities.tsv").exists()


def test_ledger_elsewhere(order: Order, tmp_path: Path) -> None:
    """Without a ledger beside the sources no file is added there; it may be named."""
    build.run(order, STAGES)
    build.run(replace(order, ledger=tmp_path / "mine.tsv", to=tmp_path / "other"), STAGES)

    assert sorted(p.name for p in order.sources[0].iterdir()) == ["a.txt", "b.txt"]
    assert (order.to / "identities.tsv").read_text() == (tmp_path / "mine.tsv").read_text()


def test_broken_ledger(order: Order, tmp_path: Path) -> None:
    """A ledger that cannot be read stops the build and is named."""
    (tmp_path / "mine.tsv").write_text("who is who\n")

    with pytest.raises(LedgerError, match=r"mine\.tsv, line 1: expected the header"):
        build.run(replace(order, ledger=tmp_path / "mine.tsv"), STAGES)


HEAD = (
    f"#curie_map:\n#  ours: {BASE}\n#  there: https://a.example/\n#mapping_set_id: {BASE}links\n#license: x\n"
    "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
)
ROW = "ours:person/a\tskos:exactMatch\tthere:1\tsemapv:ManualMappingCuration\n"


def test_decisions_on_links(order: Order, tmp_path: Path) -> None:
    """Decisions on links lie beside the sources, or are named; they are no article, and change the build."""
    without = build.run(order, STAGES)
    (order.sources[0] / "links.sssom.tsv").write_text(HEAD + ROW)
    beside = build.run(order, STAGES)
    (tmp_path / "none.tsv").write_text(HEAD)

    assert json.loads((without / "manifest.json").read_text())["links"] is None
    assert len(json.loads((beside / "manifest.json").read_text())["links"]) == 64
    assert '"https://a.example/1"' in (beside / "graph.nt").read_text()
    named = build.run(replace(order, links=tmp_path / "none.tsv"), STAGES)
    assert (named / "graph.nt").read_text() == (without / "graph.nt").read_text()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + ROW + "a\n", r"links\.sssom\.tsv, line 8: expected under 'subject_id' a CURIE"),
        (None, "none: expected decisions"),
    ],
    ids=["broken", "missing"],
)
def test_broken_decisions(order: Order, text: str | None, message: str) -> None:
    """Decisions that cannot be read stop the build, and the former build stays."""
    former = build.run(order, STAGES)
    (order.sources[0] / "links.sssom.tsv").write_text(text or HEAD)

    with pytest.raises(KgError, match=message):
        build.run(replace(order, links=None if text else Path("none")), STAGES)
    assert (order.to / "current").resolve() == former


def test_real_articles_make_equal_builds(data: Path, sources: Path, tmp_path: Path) -> None:
    """The articles of the project, built again elsewhere and with nothing kept, give the same bytes."""
    first = (data / "current").resolve()
    second = build.run(Order((sources,), tmp_path / "data", BASE))

    assert (second / "graph.nt").read_bytes() == (first / "graph.nt").read_bytes()
    assert (second / "manifest.json").read_bytes() == (first / "manifest.json").read_bytes()


def test_ledger_of_real_articles_settles(data: Path, sources: Path) -> None:
    """Once the ledger has the decisions of a build, a further build is the same and decides nothing more."""
    first = (data / "current").resolve()
    kept = {path: path.read_bytes() for path in (*sources.glob("*.tsv"), *data.glob("*.tsv"))}

    assert build.run(Order((sources,), data, BASE)) == first
    assert {path: path.read_bytes() for path in kept} == kept
