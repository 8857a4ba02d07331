"""The invented graph of any size: it has the shape of a real build, and is the same each time."""

import re
from collections import Counter
from pathlib import Path

import large
import pytest
from pyoxigraph import NamedNode
from rdflib import RDF, URIRef

from kg import check, config
from kg.store import finding, texts
from kg.store.builds import Build
from kg.store.finding import Asked
from kg.store.queries import Query
from kg.vocab import DIP
from kg.web import create_app

CLAIMS = 3_000
PAGES = (DIP.Person, DIP.State, DIP.Organization, DIP.Meeting, DIP.Visit, DIP.Action, DIP.Statement)
PAGES += (
    DIP.Retraction,
    DIP.Agreement,
    DIP.Provision,
    DIP.Tenure,
    DIP.Topic,
    DIP.Place,
    DIP.Dyad,
)
PAGES += (DIP.Article, DIP.Passage, DIP.Claim)
LINE = re.compile(r"<([^>]+)> <([^>]+)> (.+) \.")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the place of a small build."""
    return large.make(tmp_path_factory.mktemp("large"), CLAIMS)


@pytest.fixture(scope="module")
def triples(folder: Path) -> list[tuple[str, ...]]:
    """Return its triples."""
    found = (LINE.fullmatch(line) for line in (folder / "graph.nt").read_text().splitlines())
    return [each.groups() for each in found if each]


def test_claim_comes_with_eight_to_nine_triples(triples: list[tuple[str, ...]]) -> None:
    """Flat triples, passages and articles counted in."""
    claims = sum(f"{p} {o}" == f"{RDF.type} <{DIP.Claim}>" for _, p, o in triples)

    assert CLAIMS <= claims < CLAIMS + 1_000
    assert 8 <= len(triples) / claims <= 9


def test_each_triple_stands_once(triples: list[tuple[str, ...]]) -> None:
    """The flat layer has no triple twice, however many articles tell it."""
    assert [triple for triple, count in Counter(triples).items() if count > 1] == []


def test_graph_passes_the_gate_of_a_build(tmp_path: Path) -> None:
    """Terms are the ontology's, quotes stand in their texts, claims and shapes are sound."""
    large.write(tmp_path, CLAIMS // 4)
    texts = {path.stem: path.read_text() for path in (tmp_path / "articles").iterdir()}

    check.run((tmp_path / "graph.nt").read_bytes(), texts)


def test_build_is_served(folder: Path) -> None:
    """An article opens with its passages marked, and the first page counts what there is."""
    client = create_app(config.read({"KG_DATA": str(folder.parent.parent)})).test_client()
    article = finding.find(folder / texts.FILE, Asked("said", 1)).passages[0]
    shown = client.get(article.article.removeprefix(large.BASE[:-1]) + ".html").get_data(as_text=True)

    assert f'id="p-{article.start}-{article.end}"' in shown
    assert "meetings" in client.get("/").get_data(as_text=True)


def test_build_has_what_every_kind_of_page_shows(folder: Path) -> None:
    """Things of each class that has a page, dyads too, and counts of its properties."""
    client = create_app(config.read({"KG_DATA": str(folder.parent.parent)})).test_client()
    shown = {
        path: client.get(path).get_data(as_text=True)
        for path in ("/dyad/", "/dyad/AZE/CHN.html", "/void.html")
    }
    graph = (folder / "graph.nt").read_text()

    assert "Azerbaijan and China" in shown["/dyad/"]
    assert "Agreements" in shown["/dyad/AZE/CHN.html"]
    assert "participant" in shown["/void.html"]
    assert [c for c in PAGES if f"<{RDF.type}> <{c}> ." not in graph] == []


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.rpartition("#")[2])
def test_page_asks_no_query_twice(folder: Path, kind: URIRef, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thing that most is told of: none of its panels and pictures asks a query for each row."""
    build = Build(folder, large.BASE)
    things = {t.subject for t in build.matching(None, NamedNode(RDF.type), NamedNode(kind))}
    ends = [(NamedNode(end), thing) for thing in things for end in (RDF.subject, RDF.object)]
    told = Counter(thing for end, thing in ends for _ in build.matching(None, end, thing))
    most = max(sorted(things, key=str), key=lambda thing: told[thing]).value.removeprefix(large.BASE)
    client = create_app(config.read({"KG_DATA": str(folder.parent.parent)})).test_client()
    asked: list[str] = []
    ask = Build._ask

    def noted(build: Build, query: Query, *more: object) -> object:
        asked.append(f"{query.name} {query.title}")
        return ask(build, query, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Build, "_ask", noted)

    assert client.get(f"/{most}.html").status_code == 200
    assert "head Head of a page" in asked
    # The head of an answer leads to the author of an article, and the page tells of it too; the claims of a
    # passage are picked when they are asked for.
    twice = {each for each, times in Counter(asked).items() if times > 1}
    assert {each for each in twice if not each.startswith(("schema ", "10-claims "))} == set()
    assert len(asked) < 30


def test_same_claims_and_seed_make_the_same_graph(folder: Path, tmp_path: Path) -> None:
    """Byte for byte."""
    (tmp_path / "again").mkdir()
    large.write(tmp_path / "again", CLAIMS)

    assert (tmp_path / "again" / "graph.nt").read_bytes() == (folder / "graph.nt").read_bytes()


def test_first_state_is_told_of_most(triples: list[tuple[str, ...]]) -> None:
    """A tenth of the claims of a large graph are about one state, of a small one nearly as many."""
    ends = Counter(o for _, p, o in triples if p in (str(RDF.subject), str(RDF.object)))
    states = {o: count for o, count in ends.items() if "/state/" in o}

    assert max(states, key=lambda state: states[state]) == f"<{large.BASE}state/china>"
    assert states[f"<{large.BASE}state/china>"] > CLAIMS / 15
