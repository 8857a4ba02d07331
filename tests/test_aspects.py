"""By what searches are narrowed is gathered from the graph when a build is made."""

import live
import pytest

from kg.store import facets, texts
from kg.vocab import ONTOLOGY

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DATE = "http://www.w3.org/2001/XMLSchema#date"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


def line(subject: str, predicate: str, thing: str) -> str:
    """Return a triple; a thing with a colon is a term of the ontology, one with a slash of the data."""
    term = predicate if predicate.startswith("http") else f"{ONTOLOGY}{predicate}"
    if thing.startswith('"'):
        told = thing
    elif thing.startswith("dip:"):
        told = f"<{ONTOLOGY}{thing.removeprefix('dip:')}>"
    else:
        told = f"<{live.BASE}{thing}>"
    return f"<{live.BASE}{subject}> <{term}> {told} ."


LINES = (
    line("article/x", TYPE, "dip:Article"),
    line("article/x", LABEL, '"A visit"'),
    line("article/x", "http://purl.org/dc/terms/publisher", "organization/post"),
    line("article/x", "http://purl.org/dc/terms/issued", f'"2030-12-30"^^<{DATE}>'),
    line("claim/1", f"{RDF}subject", "visit/v"),
    line("claim/1", f"{RDF}object", "person/p"),
    line("claim/1", "passage", "passage/x/0-9"),
    line("organization/post", TYPE, "dip:Organization"),
    line("organization/post", LABEL, '"Harbour Post"'),
    line("passage/x/0-9", "article", "article/x"),
    line("passage/x/0-9", "start", f'"0"^^<{INTEGER}>'),
    line("passage/x/0-9", "end", f'"9"^^<{INTEGER}>'),
    line("passage/x/0-9", "quote", '"P visited"'),
    line("person/p", TYPE, "dip:Person"),
    line("person/p", LABEL, '"Mara P"'),
    line("person/p", "country", "state/ardenia"),
    line("place/port", TYPE, "dip:Place"),
    line("place/port", LABEL, '"Port"'),
    line("place/port", "within", "place/coast"),
    line("place/coast", "country", "state/belmark"),
    line("state/ardenia", TYPE, "dip:State"),
    line("state/ardenia", LABEL, '"Ardenia"'),
    line("visit/v", TYPE, "dip:Visit"),
    line("visit/v", TYPE, "dip:Event"),
    line("visit/v", TYPE, "dip:Record"),
    line("visit/v", LABEL, '"Visit of P"'),
    line("visit/v", "participant", "person/p"),
    line("visit/v", "earliest", f'"2030-12-31"^^<{DATE}>'),
    line("visit/v", "latest", f'"2031-01-02"^^<{DATE}>'),
    line("visit/v", "status", "dip:Planned"),
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Return the things and passages that each value holds for, by facet and value."""
    folder = live.build(tmp_path_factory.mktemp("data"), "".join(f"{each}\n" for each in LINES))
    with texts.reading(folder / texts.FILE) as index:
        names = dict(index.execute("SELECT number, iri FROM numbers"))
    return {
        f"{a.facet} {a.value}": {names[number].removeprefix(live.BASE) for number in a.found}
        for a in facets.read(folder / texts.FILE)
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("class visit", {"visit/v", "passage/x/0-9"}, id="class of a record and its passage"),
        pytest.param("class event", {"visit/v", "passage/x/0-9"}, id="class above"),
        pytest.param("class person", {"person/p"}, id="class of what is only named there"),
        pytest.param(
            "state ardenia",
            {"state/ardenia", "person/p", "visit/v", "passage/x/0-9"},
            id="state: itself, its people, what they take part in",
        ),
        pytest.param("state belmark", {"place/port"}, id="state of the place that a place lies in"),
        pytest.param(
            "outlet post", {"article/x", "passage/x/0-9", "visit/v", "person/p"}, id="outlet: all it tells of"
        ),
        pytest.param(
            "year 2030", {"visit/v", "article/x", "passage/x/0-9", "person/p"}, id="year of a telling"
        ),
        pytest.param("year 2031", {"visit/v"}, id="last year of a record, not of its telling"),
        pytest.param("status planned", {"visit/v", "passage/x/0-9"}, id="status"),
    ],
)
def test_a_value_holds_for(held: dict[str, set[str]], value: str, expected: set[str]) -> None:
    """Each value holds for its things, and for the passages that tell of them."""
    assert held[value] == expected
