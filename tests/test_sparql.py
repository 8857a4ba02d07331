"""`/sparql` over a running service: forms of results, negotiation, errors."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree

import live
import pytest
from pools import ALL
from pyoxigraph import RdfFormat, parse

ONE = "SELECT ?s ?o { VALUES ?s { <n/0> } ?s ?p ?o }"
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { <n/0> } ?s ?p ?o }"


@pytest.fixture(scope="module")
def service(numbered: Path) -> Iterator[live.Service]:
    """Yield the service on it."""
    with live.serve(numbered) as service:
        yield service


def problem(body: bytes) -> str:
    """Return the reason of a problem document."""
    return str(json.loads(body)["detail"])


def test_json(service: live.Service) -> None:
    """Without a wish, the rows come as JSON."""
    status, headers, body = service.ask(ONE)
    row = json.loads(body)["results"]["bindings"][0]

    assert (status, headers["Content-Type"]) == (200, "application/sparql-results+json")
    assert "Accept" in headers["Vary"].split(", ")
    assert row["o"] == {"type": "literal", "value": "number 0"}


def test_xml(service: live.Service) -> None:
    """XML is that of the standard."""
    _, headers, body = service.ask(ONE, format="xml")
    values = [
        e.text for e in ElementTree.fromstring(body).iter("{http://www.w3.org/2005/sparql-results#}literal")
    ]

    assert headers["Content-Type"] == "application/sparql-results+xml"
    assert values == ["number 0"]


def test_csv_and_tsv(service: live.Service) -> None:
    """CSV has bare values, TSV has terms."""
    _, headers, body = service.ask(ONE, format="csv")
    _, tab_headers, tab_body = service.ask(ONE, format="tsv")

    assert headers["Content-Type"] == "text/csv; charset=utf-8"
    assert list(csv.reader(io.StringIO(body.decode()))) == [["s", "o"], [f"{live.BASE}n/0", "number 0"]]
    assert tab_headers["Content-Type"] == "text/tab-separated-values; charset=utf-8"
    assert tab_body.decode() == f'?s\t?o\n<{live.BASE}n/0>\t"number 0"\n'


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("ttl", "text/turtle; charset=utf-8"),
        ("nt", "application/n-triples"),
        ("rdf", "application/rdf+xml"),
        ("jsonld", "application/ld+json"),
        ("trig", "application/trig"),
    ],
)
def test_graphs(service: live.Service, name: str, media: str) -> None:
    """A graph has the same triples in every form, by name and by media type."""
    plain = media.partition(";")[0]
    _, headers, body = service.ask(GRAPH, format=name)
    _, accepted, same = service.send(
        "GET", f"/sparql?{urlencode({'query': GRAPH})}", headers={"Accept": plain}
    )
    form = RdfFormat.from_media_type(plain)
    assert form is not None
    found = [str(quad.triple) for quad in parse(body, form)]

    assert (headers["Content-Type"], accepted["Content-Type"], same) == (media, media, body)
    assert found == [f'<{live.BASE}n/0> <{live.BASE}value> "number 0"']


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        (ONE, "*/*", "application/sparql-results+json"),
        (ONE, "application/json", "application/sparql-results+json"),
        (ONE, "text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        (ONE, "text/turtle, */*;q=0.1", "application/sparql-results+json"),
        (GRAPH, "*/*", "text/turtle; charset=utf-8"),
        (GRAPH, "application/json", "application/ld+json"),
        (GRAPH, "text/turtle; charset=utf-8", "text/turtle; charset=utf-8"),
        (
            GRAPH,
            'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"',
            "application/ld+json",
        ),
        (ONE, "text/csv; header=present, */*;q=0.1", "text/csv; charset=utf-8"),
        (ONE, "text/csv;q=0.1;header=present, application/json;q=0.2", "application/sparql-results+json"),
        (GRAPH, "application/xml", "application/rdf+xml"),
        ("ASK {}", "application/xml", "application/sparql-results+xml"),
        ("DESCRIBE <n/1>", "application/n-triples", "application/n-triples"),
    ],
)
def test_negotiation(service: live.Service, query: str, accept: str, expected: str) -> None:
    """The form is the one that the client likes best of those that fit the query."""
    _, headers, _ = service.send("GET", f"/sparql?{urlencode({'query': query})}", headers={"Accept": accept})

    assert headers["Content-Type"] == expected


@pytest.mark.parametrize(
    ("accept", "name", "reason"),
    [
        ("image/png", "", "Accept: image/png: expected for SELECT one of application/sparql-results+json"),
        ("text/turtle", "", "Accept: text/turtle: expected for SELECT"),
        ("*/*", "xlsx", "format=xlsx: expected for SELECT"),
    ],
)
def test_not_acceptable(service: live.Service, accept: str, name: str, reason: str) -> None:
    """A form that is not had is 406, and those that are had are told."""
    path = f"/sparql?{urlencode({'query': ONE, 'format': name})}"
    status, headers, body = service.send("GET", path, headers={"Accept": accept})

    assert (status, headers["Content-Type"]) == (406, "application/problem+json")
    assert problem(body).startswith(reason)
    assert "text/csv (format=csv)" in problem(body)


@pytest.mark.parametrize(
    ("query", "status", "reason"),
    [
        ("SELECT * {", 400, "line 1, column 10: expected } for {, found none"),
        ("ASK {}\nLIMIT ?x", 400, "line 2, column 7: expected"),
        ("CLEAR ALL", 403, "line 1, column 1: CLEAR is refused"),
        ("ASK FROM <file:///etc/passwd> {}", 403, "line 1, column 10: FROM <file:///etc/passwd> is refused"),
        ("ASK { SERVICE <x:y> {} }", 403, "line 1, column 7: SERVICE <x:y> is refused"),
    ],
)
def test_queries_that_are_refused(service: live.Service, query: str, status: int, reason: str) -> None:
    """What is wrong is told as a problem, with its place."""
    found, headers, body = service.ask(query)

    assert (found, headers["Content-Type"]) == (status, "application/problem+json")
    assert problem(body).startswith(reason)


def test_errors_as_text(service: live.Service) -> None:
    """A client that takes text gets the reason as text."""
    path = f"/sparql?{urlencode({'query': 'CLEAR ALL'})}"
    _, headers, body = service.send("GET", path, headers={"Accept": "text/plain"})

    assert headers["Content-Type"] == "text/plain; charset=utf-8"
    assert body.startswith(b"403 Forbidden: line 1, column 1: CLEAR is refused")


def test_head(service: live.Service) -> None:
    """HEAD has the headers of GET and no body."""
    status, headers, body = service.send("HEAD", f"/sparql?{urlencode({'query': ALL})}")

    assert (status, headers["Content-Type"], body) == (200, "application/sparql-results+json", b"")


def test_the_description(service: live.Service) -> None:
    """Without a query a machine gets the service's description."""
    status, headers, body = service.send("GET", "/sparql", headers={"Accept": "text/turtle"})
    predicates = {quad.predicate.value.partition("#")[2] for quad in parse(body, RdfFormat.TURTLE)}

    assert (status, headers["Content-Type"]) == (200, "text/turtle; charset=utf-8")
    assert predicates >= {"endpoint", "supportedLanguage", "resultFormat", "defaultDataset"}
