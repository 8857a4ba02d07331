"""Our actors are linked to a slice of Wikidata in its own model, which a real SPARQL server holds."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import live
import pytest
from endpoints import oxigraph
from slices import BASE, WD, Held, Item, Ours, Post, Tenure, graph, wikidata

from kg import linking, sssom
from kg.linking import Order, Report, cache
from kg.linking.endpoint import Endpoint, Manners
from kg.linking.judging import ACCEPT
from kg.linking.questions import Questions
from kg.store.builds import Build

VIAF = "http://viaf.org/viaf/64802174"
DAY = dt.date(2026, 11, 22)
PRESIDENT = Post("Q1001", "President of Azerbaijan", "AZE")
PREMIER = Post("Q1002", "Prime Minister of Azerbaijan", "AZE")
CHAIR = Post("Q1003", "Chair of the State Statistical Committee", "AZE")
MINISTER = Post("Q1004", "Minister of Foreign Affairs", "TUR")
ITEMS = (
    Item(
        "Q1",
        (("Ilham Aliyev", "en"), ("Ильхам Алиев", "ru"), ("İlham Əliyev", "az")),
        states=("AZE",),
        held=(Held(PRESIDENT, "2003-10-31"),),
        others=(("P569", "1961-12-24"), ("P214", "64802174")),
    ),
    # A namesake of the same state: a wrestler.
    Item("Q2", (("Ilham Aliyev", "en"),), states=("AZE",), others=(("P106", "Q13381376"),)),
    # Two of one name in one office, one after the other.
    Item("Q3", (("Ali Asadov", "en"),), states=("AZE",), held=(Held(PREMIER, "2019-10-08"),)),
    Item("Q4", (("Ali Asadov", "en"),), states=("AZE",), held=(Held(PREMIER, "1990", "1992-05"),)),
    # Known by two names.
    Item(
        "Q5", (("Melih Aydin", "en"), ("Mevlüt Çavuş", "en")), states=("TUR",), held=(Held(MINISTER, "2020"),)
    ),
    # Of no Latin name, nor in a spelling that we have.
    Item("Q6", (("Тахир Будагов", "ru"),), states=("AZE",), held=(Held(CHAIR, "2016"),)),
    Item("Q7", (("Helsinki Forum", "en"), ("HF", "en")), kind="Q1065"),
    # Two namesakes whom nothing tells apart.
    Item("Q8", (("Chen Ming", "en"), ("陈明", "zh")), states=("CHN",)),
    Item("Q9", (("Chen Ming", "en"),), states=("CHN",)),
    Item("Q10", (("Georgia", "en"),), kind="Q515", states=("CHN",)),
    Item("Q13381376", (("wrestler", "en"),), kind="Q28640"),
)
SAME = "http://www.w3.org/2002/07/owl#sameAs"


def state(path: str, name: str, code: str, item: str) -> Ours:
    """Return a state that is linked already."""
    return Ours(f"state/{path}", "State", ((name, ""),), others=(("iso3", code), (SAME, WD + item)))


def person(name: str, state: str, *tenures: Tenure) -> Ours:
    """Return a person of a state."""
    return Ours(
        f"person/{name.lower().replace(' ', '-')}", "Person", ((name, ""),), f"state/{state}", tenures
    )


def body(name: str, state: str | None = None) -> Ours:
    """Return a body, of a state or of none."""
    path = f"organization/{name.lower().replace(' ', '-')}"
    return Ours(path, "Organization", ((name, ""),), state and f"state/{state}")


OURS = (
    state("azerbaijan", "Azerbaijan", "AZE", "Q227"),
    state("china", "China", "CHN", "Q148"),
    state("turkiye", "Türkiye", "TUR", "Q43"),
    person("Ilham Aliyev", "azerbaijan", Tenure("President", "state/azerbaijan")),
    person("Ali Asadov", "azerbaijan", Tenure("Prime Minister", "state/azerbaijan")),
    person("Mevlut Cavus", "turkiye", Tenure("foreign minister", "state/turkiye")),
    person("Tahir Budaqov", "azerbaijan", Tenure("chair", "organization/state-statistical-committee")),
    person("Chen Ming", "china"),
    person("Nemo Nullus", "china"),
    body("Helsinki Forum"),
    body("State Statistical Committee", "azerbaijan"),
    body("Ministry of Foreign Affairs", "azerbaijan"),
    Ours("state/georgia", "State", (("Georgia", ""),), others=(("iso3", "GEO"),)),
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Yield the address of the endpoint."""
    with oxigraph(wikidata(ITEMS)) as address:
        yield address


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return our build."""
    return Build(live.build(tmp_path_factory.mktemp("data"), graph(OURS)), BASE)


def link(build: Build, folder: Path, address: str) -> tuple[Report, int]:
    """Return what comes of it, and how many questions were asked."""
    endpoint = Endpoint(address, Manners("test", pause=0))
    with cache.opened(folder, address) as kept:
        report = linking.run(Order(build, folder, DAY), Questions(endpoint, kept))
    return report, endpoint.asked


def links(report: Report) -> dict[str, str]:
    """Return the items that were accepted, by the paths of ours."""
    found = ((v.sought.iri, v.accepted) for v in report.verdicts)
    return {iri.removeprefix(BASE): a.candidate.iri.removeprefix(WD) for iri, a in found if a}


def test_who_is_meant(build: Build, address: str, tmp_path: Path) -> None:
    """Each of ours has its item, whatever the name, or none where nothing tells which."""
    report, _ = link(build, tmp_path, address)

    assert links(report) == {
        "person/ilham-aliyev": "Q1",
        "person/ali-asadov": "Q3",
        "person/mevlut-cavus": "Q5",
        "person/tahir-budaqov": "Q6",
    }


def test_what_is_left_to_people(build: Build, address: str, tmp_path: Path) -> None:
    """Candidates that are not sure wait for a person, with the reason; of another class is no candidate."""
    report, _ = link(build, tmp_path, address)
    waiting = {v.sought.label: (len(v.open), v.doubt) for v in report.open}

    assert waiting == {
        "Chen Ming": (2, "two candidates are nearly as good"),
        "Helsinki Forum": (1, f"no candidate reaches {ACCEPT}"),
        "Georgia": (1, f"no candidate reaches {ACCEPT}"),
    }
    assert report.unnamed == 1


def test_files(build: Build, address: str, tmp_path: Path) -> None:
    """What is decided and what waits are two files of SSSOM; a link says why and leads on to VIAF."""
    link(build, tmp_path, address)
    _, rows = sssom.read((tmp_path / "links.sssom.tsv").read_text())
    _, waiting = sssom.read((tmp_path / "links.review.sssom.tsv").read_text())
    row, viaf = (
        next(r for r in rows if r.object == iri) for iri in (WD + "Q1", "http://viaf.org/viaf/64802174")
    )

    assert (row.subject, row.subject_label) == (f"{BASE}person/ilham-aliyev", "Ilham Aliyev")
    assert row.predicate == viaf.predicate == "http://www.w3.org/2004/02/skos/core#closeMatch"
    assert (row.justification, row.decided_by, row.date) == (sssom.COMPOSITE, "kg link 1", DAY)
    assert "office 1.00: head of state 2003-10-31 to …, sought for 2025-04-02" in row.rules
    assert viaf.rules == ("told of Q1 (P214)",)
    assert [r.object.removeprefix(WD) for r in waiting] == ["Q7", "Q8", "Q9", "Q230"]
    assert waiting[1].comment == "not decided: two candidates are nearly as good"


def test_again_asks_nothing(build: Build, address: str, tmp_path: Path) -> None:
    """A second run asks nobody, and changes no file."""
    first, asked = link(build, tmp_path, address)
    before = (tmp_path / "links.sssom.tsv").read_bytes()
    second, again = link(build, tmp_path, address)

    assert asked > 0
    assert again == 0
    assert links(second) == links(first)
    assert (tmp_path / "links.sssom.tsv").read_bytes() == before


def test_people_win(build: Build, address: str, tmp_path: Path) -> None:
    """What people decided stays: an item they gave, one they refused, and one that is taken thereby."""
    head = (
        f"#curie_map:\n#  communique: {BASE}\n#  wikidata: {WD}\n#mapping_set_id: {BASE}links.sssom.tsv\n"
        "#license: https://creativecommons.org/publicdomain/zero/1.0/\n"
        "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tauthor_label\n"
    )
    manual = "semapv:ManualMappingCuration\tJane Doe\n"
    (tmp_path / "links.sssom.tsv").write_text(
        f"{head}communique:person/chen-ming\tskos:exactMatch\t\twikidata:Q9\t{manual}"
        f"communique:person/ilham-aliyev\tskos:exactMatch\tNot\twikidata:Q1\t{manual}"
        f"communique:person/other\tskos:exactMatch\t\twikidata:Q3\t{manual}"
    )
    report, _ = link(build, tmp_path, address)
    _, rows = sssom.read((tmp_path / "links.sssom.tsv").read_text())
    people = {
        (row.subject_label, row.object.removeprefix(WD), row.is_rejected) for row in rows if row.authors
    }

    assert set(links(report)) == {"person/mevlut-cavus", "person/tahir-budaqov"}
    assert report.settled == 1
    assert people == {(None, "Q9", False), (None, "Q1", True), (None, "Q3", False)}
    assert "another of ours is that item, or may be" in {v.doubt for v in report.open}


def test_an_item_has_one_of_ours(build: Build, address: str, tmp_path: Path) -> None:
    """What an earlier run gave to one that is not looked for again waits for a person, if another fits it."""
    link(build, tmp_path, address)
    path = tmp_path / "links.sssom.tsv"
    path.write_text(path.read_text().replace("person/ilham-aliyev", "person/i-h-aliyev"))
    report, _ = link(build, tmp_path, address)
    _, rows = sssom.read(path.read_text())

    assert links(report).keys() == {"person/ali-asadov", "person/mevlut-cavus", "person/tahir-budaqov"}
    assert [row.subject for row in rows if row.object == WD + "Q1"] == [f"{BASE}person/i-h-aliyev"]


def test_offline(build: Build, address: str, tmp_path: Path) -> None:
    """Without an endpoint what was answered before is enough."""
    first, _ = link(build, tmp_path, address)
    with cache.opened(tmp_path, address) as kept:
        second = linking.run(Order(build, tmp_path, DAY), Questions(None, kept))

    assert links(second) == links(first)
