"""Searches stand in queries of the service as blocks, and join with the rest as SPARQL says."""

import json
from collections.abc import Iterator
from pathlib import Path

import live
import pytest
from rdflib.plugins.sparql.parser import parseQuery
from SPARQLWrapper import SPARQLWrapper
from test_texts import GRAPH

from kg.vocab import ONTOLOGY


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[live.Service]:
    """Yield the service over a person with three names, a meeting, a topic and two passages."""
    data: Path = tmp_path_factory.mktemp("data")
    live.build(data, GRAPH)
    with live.serve(data) as running:
        yield running


def rows(service: live.Service, query: str) -> list[dict[str, str]]:
    """Return the rows of a query, IRIs by their last part."""
    status, _, body = service.ask(query)
    assert status == 200
    bindings = json.loads(body)["results"]["bindings"]
    return [{name: term["value"].rpartition("/")[2] for name, term in row.items()} for row in bindings]


WORDS = 'SERVICE dip:search { ?p dip:words "port" }'
MONDAY = "SERVICE dip:search { ?p dip:words 'monday' . }"
PRAISED = "SERVICE dip:search { ?p dip:words 'praised' ; dip:relevance ?s }"
NAMED = "SERVICE SILENT dip:search { ?p dip:named 'xian' }"
BEST = "SERVICE dip:search { ?p dip:words 'port' ; dip:relevance ?r ; dip:limit 1 }"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (f"SELECT ?p {{ {WORDS} }} ORDER BY ?p", [{"p": "p"}, {"p": "q"}]),
        (f"SELECT ?p {{ {WORDS} }} ORDER BY ?p LIMIT 1", [{"p": "p"}]),
        (f"SELECT ?p {{ {WORDS} ?p dip:start ?n FILTER(?n > 50) }}", [{"p": "q"}]),
        (f"SELECT ?p {{ ?p dip:start ?n . {WORDS} FILTER(?n < 50) }}", [{"p": "p"}]),
        (f"SELECT (COUNT(*) AS ?n) {{ {WORDS} }}", [{"n": "2"}]),
        (f"SELECT ?a (COUNT(?p) AS ?n) {{ {WORDS} ?p dip:article ?a }} GROUP BY ?a", [{"a": "x", "n": "2"}]),
        (f"SELECT ?p {{ ?p dip:start ?n MINUS {{ {WORDS} }} }}", []),
        (f"SELECT ?p {{ ?p dip:start ?n FILTER NOT EXISTS {{ {MONDAY} }} }}", [{"p": "q"}]),
        (f"SELECT ?p ?s {{ ?p dip:start 10 OPTIONAL {{ {PRAISED} }} }}", [{"p": "p"}]),
        (f"SELECT ?p {{ {{ {PRAISED} }} UNION {{ {NAMED} }} }} ORDER BY ?p", [{"p": "q"}, {"p": "t"}]),
        (f"SELECT ?s {{ {{ SELECT ?p {{ {BEST} }} }} ?p dip:start ?s }}", [{"s": "60"}]),
        (f"SELECT ?p {{ {WORDS.replace('port', 'nobody')} ?p dip:quote ?q }}", []),
        (f"SELECT ?p {{ {NAMED} {MONDAY.replace('?p', '?q')} ?q dip:start 10 }}", [{"p": "t"}]),
    ],
)
def test_searches_join(service: live.Service, query: str, expected: list[dict[str, str]]) -> None:
    """Whatever stands around a search, its rows join as those of a group of its own."""
    assert rows(service, query) == expected


def test_the_best_first(service: live.Service) -> None:
    """Ordered by relevance, the shorter passage stands before the longer, the whole name before a part."""
    best = "SELECT ?x {{ SERVICE dip:search {{ ?x {} ; dip:relevance ?s }} }} ORDER BY DESC(?s) ?x"

    assert rows(service, best.format('dip:named "elnur cavusoglu"')) == [{"x": "elnur-cavusoglu"}, {"x": "m"}]
    assert rows(service, best.format('dip:words "the port"'))[0] == {"x": "q"}


def test_other_forms_of_queries(service: live.Service) -> None:
    """ASK, CONSTRUCT and DESCRIBE may search too."""
    status, _, body = service.ask(f"ASK {{ {WORDS} ?p dip:start 10 }}")
    _, _, graph = service.ask(f"CONSTRUCT {{ ?p a dip:Passage }} WHERE {{ {WORDS} }}", format="nt")
    _, _, told = service.ask(f"DESCRIBE ?p {{ {WORDS} ?p dip:start 10 }}", format="nt")

    assert (status, json.loads(body)["boolean"]) == (200, True)
    assert len(graph.splitlines()) == 2
    assert len(told.splitlines()) == 4


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT * { SERVICE dip:search { ?p dip:words '?!' } }", "line 1, column 46: expected words"),
        ("SELECT * {\n SERVICE dip:search { ?p dip:word 'a' } }", "line 2, column 26: expected dip:words"),
        ("SELECT * { SERVICE dip:search { ?p dip:words 'a' } ?s }", "line 1, column 56: expected"),
        ("CONSTRUCT { SERVICE dip:search { ?p dip:words 'a' } } {}", "line 1, column 32: expected"),
        ("SELECT * { SERVICE dip:search { ?p dip:words 'a' } BIND(1 AS ?p) }", "line 1, column"),
    ],
)
def test_faults_have_their_true_place(service: live.Service, query: str, reason: str) -> None:
    """What is wrong with a query around or in a search is told at the place where it was written."""
    status, _, body = service.ask(query)

    assert status == 400
    assert json.loads(body)["detail"].startswith(reason)


def test_foreign_clients(service: live.Service) -> None:
    """The form is plain SPARQL 1.1: other parsers read it, and other clients send it."""
    query = f"PREFIX dip: <{ONTOLOGY}>\nSELECT ?p {{ {BEST} }}"
    client = SPARQLWrapper(f"http://127.0.0.1:{service.port}/sparql")
    client.setReturnFormat("json")
    client.setQuery(query)
    told = client.queryAndConvert()

    assert parseQuery(query)
    assert told["results"]["bindings"] == [{"p": {"type": "uri", "value": f"{live.BASE}passage/q"}}]
