"""How the rows of a query become the facts of a panel."""

import re
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode

from kg.store import queries
from kg.store.builds import Row
from kg.vocab import ONTOLOGY
from kg.web import catalogue, panels, service
from kg.web.addresses import Addresses
from kg.web.panels import BOUND, FORMS, SUMMARY, Citation, Fact, Field
from kg.web.values import Badge, Value

BASE = "https://w3id.org/communique/"
ADDRESSES = Addresses(BASE)
TEMPLATES = Path(panels.__file__).parent / "templates" / "panels"
SOURCES = tuple(source for folder in catalogue.read().folders.values() for source in folder)
FILES = tuple(source.query for source in SOURCES) + queries.folder(service.QUERIES)
PASSAGE = {
    "quote": Literal("They met."),
    "article": NamedNode(f"{BASE}article/post"),
    "start": Literal(7),
    "end": Literal(16),
    "outlet": Literal("Post"),
    "published": Literal("2031-03-05", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")),
}


def thing(name: str) -> NamedNode:
    """Return a thing of the data."""
    return NamedNode(BASE + name)


def term(name: str) -> NamedNode:
    """Return a term of the ontology."""
    return NamedNode(ONTOLOGY + name)


def read(columns: str, *rows: Row) -> tuple[Fact, ...]:
    """Return the facts of rows."""
    return panels.facts(columns.split(), rows, ADDRESSES)


def test_rows_of_one_fact_are_gathered() -> None:
    """Branches of a union tell one fact: its name, its places, its sentence."""
    meeting = thing("meeting/m")
    found = read(
        "entity fact factLabel earliest latest place placeLabel quote article start end outlet published",
        {"fact": meeting, "factLabel": Literal("Meeting")},
        {"fact": meeting, "earliest": Literal("2031-03-04"), "latest": Literal("2031-03-04")},
        {"fact": meeting, "place": thing("place/a"), "placeLabel": Literal("A")},
        {"fact": meeting, "place": thing("place/b"), "placeLabel": Literal("B")},
        {"fact": meeting, **PASSAGE},
    )
    expected = Fact(
        side="",
        when="4 Mar 2031",
        date="2031-03-04",
        phrase=(),
        lead=Field("fact", (Value("Meeting", "/meeting/m"),)),
        fields=(Field("place", (Value("A", "/place/a"), Value("B", "/place/b"))),),
        badges=(),
        citations=(Citation("They met.", "/article/post.html#p-7-16", "Post", "5 Mar 2031"),),
        thing="/meeting/m",
    )

    assert found == (expected,)


def test_facts_stand_in_the_order_of_their_first_rows() -> None:
    """Rows of several facts may come mixed."""
    a, b = {"fact": thing("a"), "name": Literal("a")}, {"fact": thing("b"), "name": Literal("b")}
    found = read("fact name", b, a, b)

    assert [fact.lead.values[0].text for fact in found] == ["b", "a"]


def test_each_row_is_a_fact_where_nothing_is_called_fact() -> None:
    """Without the column the rows are not gathered."""
    found = read("entity number", {"number": Literal(1)}, {"number": Literal(1)})

    assert len(found) == 2


def test_sentence_that_several_claims_cite_is_shown_once() -> None:
    """The same passage twice is one citation."""
    found = read("fact quote article", {"fact": thing("a"), **PASSAGE}, {"fact": thing("a"), **PASSAGE})

    assert len(found[0].citations) == 1


def test_dates_of_a_range_are_no_day() -> None:
    """Only a single day is given to machines."""
    found = read("earliest latest x", {"earliest": Literal("2031-03-01"), "latest": Literal("2031-03-31")})

    assert found[0].when == "Mar 2031"
    assert found[0].date is None


def test_columns_are_called_by_the_ontology() -> None:
    """A column that bears the name of a property bears its label; another bears its words."""
    found = read("lead reportedBy lastSeen", {"lead": Literal("x")})

    assert [field.name for field in found[0].fields] == ["reported by", "last seen"]


def test_badges_say_how_sure_a_fact_is() -> None:
    """Status, hearsay and denial are told in words, the actors named and linked."""
    row = {"fact": thing("a")}
    found = read(
        "fact factLabel status only onlyLabel denier denierLabel",
        row | {"status": term("Planned")},
        row | {"only": thing("organization/w"), "onlyLabel": Literal("Wire")},
        row | {"denier": thing("person/t"), "denierLabel": Literal("Tova")},
    )

    assert found[0].badges == (
        Badge("announced", "planned"),
        Badge("only on Wire’s word", "hearsay", "/organization/w"),
        Badge("denied by Tova", "denied", "/person/t"),
    )


def test_agreement_is_made_and_does_not_take_place() -> None:
    """The same status reads otherwise of an agreement."""
    found = read("fact agreed", {"fact": thing("a"), "agreed": term("Occurred")})

    assert found[0].badges == (Badge("made", "occurred"),)


def test_property_may_be_the_note_of_a_value() -> None:
    """What a value is to the entity is told by the property's label; two such notes make two values."""
    who = {"fact": thing("p"), "told": thing("person/j"), "toldLabel": Literal("Jonas")}
    found = read(
        "fact told toldLabel toldNote", who | {"toldNote": term("host")}, who | {"toldNote": term("speaker")}
    )

    assert found[0].lead.values == (
        Value("Jonas", "/person/j", "host"),
        Value("Jonas", "/person/j", "speaker"),
    )


def test_panel_is_named_by_its_file() -> None:
    """The anchor of a panel is the name of its file without the number."""
    assert panels.Panel("actor/10-events", "Events", "facts", ()).anchor == "events"


@pytest.mark.parametrize("query", FILES, ids=lambda query: query.name)
def test_query_can_be_run(query: queries.Query) -> None:
    """Every query is a SELECT that the engine understands, and says what a row is."""
    found = pyoxigraph.Store().query(query.text, base_iri=BASE)

    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert "row" in query.comment


@pytest.mark.parametrize("query", FILES, ids=lambda query: query.name)
def test_query_is_ordered_and_bounded(query: queries.Query) -> None:
    """Every query orders its rows; all are bounded but what cannot be, or is by the terms told."""
    unbounded = {"passages", "codebook-articles"}
    unbounded |= {"mappings", "table-dyad", "table-record", "table-records"}  # for whole tables
    unbounded |= {"compare-articles", "compare-ours", "compare-sides", "compare-urls"}  # likewise
    unbounded |= {
        "role-names",
        "role-offices",
        "table-former-codes",
    }  # rows of our own tables, read for a whole one
    unbounded |= {"sitemap"}  # its parts are
    unbounded |= {"amounts", "counts", "held-classes", "held-links", "held-properties"}  # a row for each term

    assert "\nORDER BY" in query.text
    assert ("LIMIT" in query.text) == (query.name not in unbounded)


@pytest.mark.parametrize("query", FILES, ids=lambda query: query.name)
def test_query_keeps_the_house_style(query: queries.Query) -> None:
    """Prefixes stand in the order of the alphabet and all are used; one triple pattern stands on a line."""
    prefixes = re.findall(r"^PREFIX (\w+):", query.text, re.MULTILINE)
    body = query.text.partition("SELECT")[2]

    assert prefixes == sorted(prefixes)
    assert [p for p in prefixes if f"{p}:" not in body] == []
    assert [line for line in body.splitlines() if re.search(r" [.;] \S", line)] == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_panel_has_a_form_that_there_is(source: catalogue.Source) -> None:
    """Every form has its template."""
    assert source.form in FORMS + SUMMARY
    assert (TEMPLATES / f"{source.form}.html").is_file()


@pytest.mark.parametrize(
    "source", [s for s in SOURCES if s.folder != "start"], ids=lambda source: source.name
)
def test_panel_projects_its_parameter(source: catalogue.Source) -> None:
    """The page's subject can be bound."""
    head = source.query.text.partition("SELECT")[2].partition("WHERE")[0]

    assert "?entity " in head


def test_query_finds_one_fact_more_than_a_panel_shows() -> None:
    """So the page can say that there are more."""
    made = pyoxigraph.Store()
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    for number in range(BOUND + 5):
        made.add(pyoxigraph.Quad(thing(f"person/p{number:02}"), term("country"), thing("state/s")))
        made.add(pyoxigraph.Quad(thing(f"person/p{number:02}"), label, Literal(f"P{number:02}")))
    source = catalogue.read().source("state/55-people")
    assert source is not None
    solutions = made.query(source.query.text, substitutions={pyoxigraph.Variable("entity"): thing("state/s")})
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    names = [v.value for v in solutions.variables]
    found = panels.facts(names, [{n: row[n] for n in names} for row in solutions], ADDRESSES)

    assert len(found) == BOUND + 1


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_order_decides_what_may_be_told_twice(source: catalogue.Source) -> None:
    """What a fact may have several of is ordered too: the same build gives the same page, byte for byte."""
    shown, _, order = source.query.text.rpartition("ORDER BY")
    columns = re.findall(r"\?\w+", shown.partition("SELECT")[2].partition("WHERE")[0])
    several = {"?phrase", "?visitKind", "?rank", "?title", "?statedProvisions", "?stance"}

    assert several.intersection(columns) - set(re.findall(r"\?\w+", order)) == set()


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_sentences_take_each_passage_once(source: catalogue.Source) -> None:
    """No panel joins the words of a passage to every claim that rests on it."""
    claims = re.findall(
        r"^ {4}\?claim rdf:subject \?fact \.\n {4}\?claim dip:passage", source.query.text, re.MULTILINE
    )

    assert claims == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_steps_of_a_claim_are_bounded(source: catalogue.Source) -> None:
    """What follows a part without a LIMIT is asked of the whole graph: .6 s in a large one."""
    parts = re.findall(
        r"^( +)\?fact \(dip:denies\|dip:reports\|dip:retracts\)\*.*\n((?:\1.*\n)*) +\}\n(.*)",
        source.query.text,
        re.MULTILINE,
    )

    assert [after for _, _, after in parts if not after.strip().startswith("LIMIT")] == []
