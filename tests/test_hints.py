"""`/sparql/hints` and the page: why a query finds nothing, what its names may mean, what it costs."""

import json
from typing import Any
from urllib.parse import urlencode

import live
import pytest
import strait

from kg.web.hinter import SECONDS

HEAVY = "SELECT (COUNT(*) AS ?n) {\n  ?a dip:quote ?b .\n  ?c ?d ?e . ?f ?g ?h . ?i ?j ?k .\n}"


def hints(service: live.Service, query: str, **parameters: str) -> dict[str, Any]:
    """Return the hints on a query."""
    status, headers, body = service.send("GET", f"/sparql/hints?{urlencode({'query': query, **parameters})}")

    assert (status, headers["Content-Type"]) == (200, "application/json")
    return json.loads(body)


@pytest.mark.parametrize(
    ("query", "found", "meant", "label"),
    [
        pytest.param("ASK { ?m a dip:Meetings }", "dip:Meetings", "dip:Meeting", "meeting", id="a class"),
        pytest.param(
            "ASK { ?m dip:participants ?p }",
            "dip:participants",
            "dip:participant",
            "participant",
            id="a property",
        ),
        pytest.param("ASK { ?m a dip:meeting }", "dip:meeting", "dip:Meeting", "meeting", id="capitals"),
        pytest.param("ASK { ?m rdfs:lable ?x }", "rdfs:lable", "rdfs:label", "name", id="a term of others"),
        pytest.param(
            "PREFIX foaf: <http://xmlns.com/foaf/0.1/> ASK { ?m foaf:name ?x }",
            "foaf:name",
            "rdfs:label",
            "name",
            id="a term that is not used here",
        ),
        pytest.param(
            "ASK { ?m ?p <person/mara-vos> }",
            "<person/mara-vos>",
            "<person/mara-voss>",
            "Mara Voss",
            id="a person",
        ),
        pytest.param(
            f"ASK {{ <{live.BASE}topic/see-routes> ?p ?o }}",
            f"<{live.BASE}topic/see-routes>",
            f"<{live.BASE}topic/sea-routes>",
            "Sea routes",
            id="a whole IRI",
        ),
        pytest.param(
            f"PREFIX p: <{live.BASE}person/> DESCRIBE p:jonas-kellar",
            "p:jonas-kellar",
            "p:jonas-keller",
            "Jonas Keller",
            id="a prefix of one's own",
        ),
        pytest.param(
            "ASK { ?m dip:Meeting ?x }", "dip:Meeting", "a dip:Meeting", "a class", id="a class as a verb"
        ),
        pytest.param(
            "ASK { ?m a dip:participant }",
            "dip:participant",
            "dip:participant ?value",
            "a property",
            id="a property as a class",
        ),
        pytest.param(
            "ASK { ?m a dip:place }", "dip:place", "dip:Place", "place", id="the class for the property"
        ),
    ],
)
def test_did_you_mean(service: live.Service, query: str, found: str, meant: str, label: str) -> None:
    """A name that is not known, or stands where its kind does not, is told with what may be meant."""
    assert {"found": found, "meant": meant, "label": label} in hints(service, query)["suggestions"]


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("ASK { ?m a dip:Meeting ; dip:participant <person/mara-voss> }", id="what is known"),
        pytest.param("ASK { ?m a dip:Credentials }", id="a class that has no things here"),
        pytest.param("ASK FROM <graphs/metadata> { GRAPH <graphs/none> { ?s ?p ?o } }", id="graphs"),
        pytest.param("ASK { FILTER(xsd:date('2031-03-04') = 1 && '1'^^xsd:none = 2) }", id="datatypes"),
        pytest.param(
            "ASK { ?p a <http://example.org/Xyzzy> FILTER(?p = <http://example.org/x>) }", id="elsewhere"
        ),
        pytest.param("CONSTRUCT { ?m dip:met ?x } WHERE { ?m dip:participant ?x }", id="what is made"),
        pytest.param("ASK { SERVICE dip:search { ?p dip:words 'port' } }", id="a search"),
    ],
)
def test_nothing_else_is_meant(service: live.Service, query: str) -> None:
    """What is known, and what names nothing of this graph, brings no suggestion."""
    assert hints(service, query)["suggestions"] == []


@pytest.mark.parametrize(
    ("query", "line", "reason", "nearest"),
    [
        pytest.param(
            "SELECT ?m {\n  ?m a dip:Call .\n  ?m dip:place ?where }",
            3,
            "Each pattern has matches, but not all together. Without ?m dip:place ?where there are rows",
            "SELECT ?m {\n  ?m a dip:Call .\n }",
            id="a pattern",
        ),
        pytest.param(
            "SELECT ?m {\n  ?m dip:earliest ?d\n  FILTER(?d > '2040-01-01'^^xsd:date)\n}",
            3,
            "The FILTER removes all rows: FILTER(?d > '2040-01-01'^^xsd:date)",
            "SELECT ?m {\n  ?m dip:earliest ?d .\n}",
            id="a filter",
        ),
        pytest.param(
            "SELECT ?p { SERVICE dip:search { ?p dip:words 'zebra' }\n?p dip:quote ?q }",
            1,
            "Nothing in the graph matches SERVICE dip:search { ?p dip:words 'zebra' }",
            "SELECT ?p {\n?p dip:quote ?q }",
            id="a search",
        ),
        pytest.param(
            "SELECT ?m { ?m a dip:Meetings ; dip:participants <person/mara-vos> }",
            1,
            "The ontology has no dip:Meetings",
            "SELECT ?m { ?m a dip:Meeting ; dip:participant <person/mara-voss> }",
            id="three names",
        ),
    ],
)
def test_empty(service: live.Service, query: str, line: int, reason: str, nearest: str) -> None:
    """A query without rows is told what leaves it so, and the nearest query has rows."""
    told = hints(service, query)
    _, _, body = service.ask(nearest, format="csv")

    assert told["rows"] is False
    assert told["complete"] is True
    assert (told["empty"]["line"], told["empty"]["reason"], told["empty"]["query"]) == (line, reason, nearest)
    assert len(body.splitlines()) > 1


def test_rows(service: live.Service) -> None:
    """A query that has rows is told to have some, and nothing else."""
    told = hints(service, "SELECT ?m { ?m a dip:Meeting }")

    assert told == {
        "rows": True,
        "complete": True,
        "names": [],
        "suggestions": [],
        "empty": None,
        "costly": None,
    }


def test_others_are_not_asked(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A query that asks another service is not tried; what its names may mean is told."""
    data = strait.make(tmp_path_factory.mktemp("strait"))
    with live.serve(data, services="http://example.org/") as service:
        told = hints(service, "ASK { ?m a dip:Meetings SERVICE <http://example.org/sparql> { ?m ?p ?o } }")

    assert (told["rows"], told["empty"]) == (None, None)
    assert told["suggestions"][0]["meant"] == "dip:Meeting"


@pytest.mark.parametrize("query", ["SELECT * {", "SELECT * { ?a ?b }", "DROP ALL", ""])
def test_no_query(service: live.Service, query: str) -> None:
    """What is no query is an error with its place, as at the endpoint itself."""
    status, headers, body = service.send("GET", f"/sparql/hints?{urlencode({'query': query})}")

    assert status in {400, 403}
    assert headers["Content-Type"] == "application/problem+json"
    assert json.loads(body)["line"] == 1


def test_costly(service: live.Service) -> None:
    """A query past its deadline tells in its problem document what costs most, and a bounded form."""
    status, _, body = service.ask(HEAVY, timeout="1")
    told = json.loads(body)

    assert (status, told["limit"]) == (504, "seconds")
    assert told["costly"]["line"] == 3
    assert told["costly"]["reason"].startswith("No variable joins ?f ?g ?h and ?i ?j ?k")
    assert service.ask(told["costly"]["query"])[0] == 200


def test_hints_have_a_deadline(service: live.Service) -> None:
    """Hints on a query that runs for hours come soon, say that they are not complete, and what costs most."""
    told = hints(service, HEAVY)

    assert SECONDS <= 2
    assert (told["rows"], told["complete"]) == (None, False)
    assert told["costly"]["reason"].startswith("No variable joins")


def test_an_empty_answer_on_a_page(service: live.Service) -> None:
    """Without a script too, a reader sees why there is no row, and runs the nearest query by a click."""
    page = service.ask("SELECT ?m { ?m a dip:Meetings }", format="html")[2].decode()

    assert '<p><span lang="en">The ontology has no dip:Meetings</span> (line 1).</p>' in page
    assert "<code>dip:Meetings</code>: did you mean <code>dip:Meeting</code>? (meeting)" in page
    assert '<input type="hidden" name="query" value="SELECT ?m { ?m a dip:Meeting }">' in page
    assert page.count('<button type="submit">Run this</button>') == 1


def test_a_deadline_on_a_page(service: live.Service) -> None:
    """A reader whose query takes too long sees what costs most, and can run a bounded form."""
    status, _, body = service.ask(HEAVY, format="html", timeout="1")
    page = body.decode()

    assert status == 504
    assert "No variable joins ?f ?g ?h and ?i ?j ?k" in page
    assert '<button type="submit">Run this</button>' in page


def test_answers_have_no_hints(service: live.Service) -> None:
    """A page with rows has none."""
    assert b"Run this" not in service.ask("SELECT ?m { ?m a dip:Meeting }", format="html")[2]
