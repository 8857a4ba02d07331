"""What the tools for language models answer: cited facts, a page at a time, and nothing without a claim."""

from collections.abc import Iterator
from pathlib import Path

import live
import pytest
import strait
from flask import Flask
from mcp.server import MCPServer
from tooling import call, calls

from kg import config
from kg.mcp import server
from kg.mcp.asking import Asking
from kg.mcp.facts import LONGEST

PARTICIPANTS = "?claim rdf:subject ?event . ?claim rdf:predicate dip:participant"


@pytest.fixture(scope="module")
def tools(app: Flask) -> Iterator[MCPServer]:
    """Return the tools over the invented graph of `strait`."""
    asking = Asking(app.extensions["service"].config)
    yield server.made(asking)
    asking.close()


def test_names(tools: MCPServer) -> None:
    """A thing is found by any of its names, and each name comes with the words it stands in."""
    found = call(tools, "search_names", words="voss", kind="Person").facts

    assert {f["subject"] for f in found} == {f"{strait.BASE}person/mara-voss"}
    assert {f["object"] for f in found} == {"Mara Voss", "Voss"}
    assert all(f["object"] in f["quotation"] for f in found if f["quotation"])


@pytest.mark.parametrize("thing", [f"{strait.BASE}person/mara-voss", "/person/mara-voss", "Mara Voss"])
def test_thing(tools: MCPServer, thing: str) -> None:
    """A thing is named by its IRI, its path or its name; what it takes part in is told, too."""
    texts = call(tools, "describe", thing=thing).texts

    assert "Mara Voss; country: Ardenia" in texts
    assert "Meeting of Jonas Keller and Mara Voss, 4 March 2031; participant: Mara Voss" in texts


def test_fact(tools: MCPServer) -> None:
    """A fact tells its claim, the exact words, who published them and when, its date and status."""
    found = call(tools, "events", state="Ardenia", other="BLM", first="2031-03", last="2031-03").facts
    fact = next(f for f in found if f["predicate"].endswith("#place"))

    assert fact["text"] == "Meeting of Jonas Keller and Mara Voss, 4 March 2031; place: Port Alba"
    assert fact["claim"].startswith(f"{strait.BASE}claim/")
    assert fact["quotation"] in strait._text(fact["article"].rpartition("/")[2])
    assert (fact["date"], fact["status"]) == ("2031-03-04", "Occurred")
    assert fact["outlet"] in {"Harbour Post", "Northern Wire", "Ardenia Today"}
    assert (fact["deniedBy"], fact["onlyAccordingTo"]) == ([], [])


def test_period(tools: MCPServer) -> None:
    """Events lie within the days asked for: a month or a year holds all its days."""
    asked = {"state": "ARD", "other": "BLM"}
    days = [
        {f["date"] for f in call(tools, "events", **asked, first=first, last=last).facts}
        for first, last in (("2031-04", "2031-04"), ("", "2030"))
    ]

    assert days == [{"2031-04-14/2031-04-16"}, {"2030-01-01/2030-12-31"}]


def test_statements(tools: MCPServer) -> None:
    """Statements on a topic come with their words; those of one speaker alone where that is asked."""
    every = call(tools, "statements", topic="Strait of Sorrow").facts
    one = call(tools, "statements", topic="/topic/sea-routes", speaker="Jonas Keller").facts

    assert {f["predicate"].rpartition("#")[2] for f in every} == {"speaker"}
    assert {f["object"] for f in one} == {f"{strait.BASE}person/jonas-keller"}
    assert len(one) < len(every)
    assert all("in the words: " in f["text"] for f in one)


def test_contested(tools: MCPServer) -> None:
    """What is denied is told with its denial, and who denies it stands beside what was said."""
    found = call(tools, "contested").facts
    denied = [f for f in found if f["deniedBy"]]

    assert any(f["predicate"].endswith("#denies") for f in found)
    assert denied
    assert all(f["quotation"] for f in found)


def test_contested_of_one(tools: MCPServer) -> None:
    """Of one thing only what concerns it is told."""
    every = {f["claim"] for f in call(tools, "contested").facts}
    one = {f["claim"] for f in call(tools, "contested", thing="Mara Voss").facts}
    none = call(tools, "contested", thing="Lindholm").facts

    assert one < every
    assert none == []


def test_query(tools: MCPServer) -> None:
    """A row of a query is answered with the fact of its claim, and its other columns beside it."""
    query = f"SELECT ?claim ?day WHERE {{ {PARTICIPANTS} . ?event dip:earliest ?day }} ORDER BY ?day ?claim"
    found = call(tools, "query", sparql=query).facts

    assert [f["values"]["day"] for f in found] == sorted(f["values"]["day"] for f in found)
    assert all(set(f["values"]) == {"day"} and "; participant: " in f["text"] for f in found)


def test_pages(tools: MCPServer) -> None:
    """Pages follow one another without gap or repetition, until `next` is null."""
    query = "SELECT ?claim WHERE { ?claim rdf:subject ?event } ORDER BY ?claim"
    seen, after = [], 0
    while after is not None:
        told = call(tools, "query", sparql=query, after=after).told
        assert told is not None
        seen.append([f["claim"] for f in told["facts"]])
        after = told["next"]
    flat = [claim for page in seen for claim in page]

    assert flat == sorted(set(flat))
    assert {len(page) for page in seen[:-1]} == {20}


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("query", {"sparql": "SELECT ?x WHERE { ?x a dip:Event }"}, "expected a column ?claim"),
        ("query", {"sparql": "SELECT ?claim WHERE { ?claim a dip:Event }"}, "expected the IRI of a claim"),
        (
            "query",
            {"sparql": 'SELECT ?claim WHERE { BIND("x> }" AS ?claim) }'},
            "expected the IRI of a claim",
        ),
        ("query", {"sparql": "SELECT ?claim WHERE { OPTIONAL { ?claim a <x> } }"}, "expected the IRI"),
        ("query", {"sparql": "ASK {}"}, "expected a SELECT, found ASK"),
        ("query", {"sparql": "DROP ALL"}, "DROP is refused"),
        ("query", {"sparql": "SELECT ?claim { SERVICE <http://127.0.0.1/> {} }"}, "SERVICE"),
        ("query", {"sparql": "SELECT"}, "line 1"),
        ("describe", {"thing": "/person/nobody"}, "/person/nobody: expected a thing of this graph"),
        ("describe", {"thing": f"{strait.BASE}person/> <x"}, "Nothing in this graph is called"),
        ("describe", {"thing": "Mara Vos"}, "Mara Voss (/person/mara-voss)"),
        ("events", {"state": "Ardenia", "other": "Ardenia"}, "expected two states"),
        ("events", {"state": "ARD", "other": "BLM", "first": "March"}, "first: expected a day"),
        ("statements", {"topic": "Mara Voss"}, "Mara Voss: expected a name"),
        ("search_names", {"words": "x" * 501}, "500"),
        ("search_names", {"words": "Voss", "after": -1}, "after"),
    ],
)
def test_mistakes(tools: MCPServer, tool: str, arguments: dict[str, object], told: str) -> None:
    """What is wrong is told in words that name the thing, what was expected and what was found."""
    assert told in call(tools, tool, **arguments).error


def test_hostile_words(tools: MCPServer) -> None:
    """Words that would be syntax elsewhere are words: nothing breaks by them."""
    hostile = ['" OR 1', "\x00", "' } DROP ALL", "NEAR(", "*", "\u202e", "?claim } #"]
    found = calls(tools, *(("search_names", {"words": words}) for words in hostile))

    assert all(answer.told or "expected a name in this graph" in answer.error for answer in found)


def test_long_quotation(tmp_path: Path) -> None:
    """Words longer than an answer may hold are cut, visibly."""
    claim = f"<{live.BASE}claim/1>"
    terms = {"subject": f"<{live.BASE}x>", "predicate": f"<{live.BASE}p>", "object": f'"{"o" * 3000}"'}
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    live.build(tmp_path, "".join(f"{claim} <{rdf}{name}> {term} .\n" for name, term in terms.items()))
    asking = Asking(config.read({"KG_DATA": str(tmp_path)}))
    query = "SELECT ?claim WHERE { ?claim rdf:subject ?x }"
    (fact,) = call(server.made(asking), "query", sparql=query).facts
    asking.close()

    assert fact["object"] == "o" * LONGEST + "…"
    assert fact["quotation"] is None
