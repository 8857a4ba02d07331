"""The examples that join two endpoints run between two servers: ours, and one with a slice of Wikidata."""

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack

import live
import pytest
from endpoints import oxigraph
from rdflib import Graph

from kg.store import queries
from kg.web.asking import EXAMPLES

WIKIDATA, HERE = "https://query.wikidata.org/sparql", "http://127.0.0.1:8000/sparql"
OURS = """
@prefix : <https://w3id.org/communique/> .
@prefix dip: <https://w3id.org/communique/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix wd: <http://www.wikidata.org/entity/> .
:voss a dip:Person ; rdfs:label "Mara Voss" ; owl:sameAs wd:Q1 .
:keller a dip:Person ; rdfs:label "Jonas Keller" ; skos:closeMatch wd:Q2 .
:quist a dip:Person ; rdfs:label "Nora Quist" ; owl:sameAs wd:Q9 .
:renn a dip:Person ; rdfs:label "Ilya Renn" .
:ardenia a dip:State ; rdfs:label "Ardenia" ; dip:iso3 "ARD" .
:belmark a dip:State ; rdfs:label "Belmark" ; dip:iso3 "BLM" .
:m a dip:Meeting ; rdfs:label "Meeting of Keller and Voss" ; dip:participant :voss , :keller , :renn ;
  dip:earliest "2031-03-04"^^xsd:date .
:n a dip:Meeting ; rdfs:label "Meeting of Renn" ; dip:participant :renn ;
  dip:earliest "2031-03-05"^^xsd:date .
"""
# As Wikidata has it: direct properties, days as points in time, labels with languages, statements.
THEIRS = """
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix wds: <http://www.wikidata.org/entity/statement/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
wd:Q1 wdt:P31 wd:Q5 ; rdfs:label "Mara Voss"@en , "Mara Foss"@de ;
  wdt:P569 "1961-12-24T00:00:00Z"^^xsd:dateTime ;
  p:P569 wds:q1-1 .
wds:q1-1 ps:P569 "1961-12-24T00:00:00Z"^^xsd:dateTime .
wd:Q2 wdt:P31 wd:Q5 ; rdfs:label "Jonas Keller"@en ; wdt:P569 "1953-06-15T00:00:00Z"^^xsd:dateTime .
wd:Q3 wdt:P31 wd:Q5 ; rdfs:label "Jonas Keller"@en ; wdt:P569 "1999-01-01T00:00:00Z"^^xsd:dateTime .
wd:Q101 wdt:P31 wd:Q3624078 ; wdt:P298 "ARD" ; wdt:P35 wd:Q1 ; wdt:P36 wd:Q201 ; wdt:P1082 10139177 .
wd:Q102 wdt:P31 wd:Q3624078 ; wdt:P298 "BLM" ; wdt:P6 wd:Q2 , wd:Q3 ; wdt:P36 wd:Q202 .
wd:Q201 rdfs:label "Port Alba"@en , "Port-Alba"@fr . wd:Q202 rdfs:label "Lindholm"@en .
"""


def lines(turtle: str) -> str:
    """Return a graph as N-Triples."""
    return Graph().parse(data=turtle).serialize(format="nt")


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[live.Service, str]]:
    """Yield our service, which may ask the other one, and the address of that."""
    data = tmp_path_factory.mktemp("ours")
    live.build(data, lines(OURS))
    with ExitStack() as stack:
        theirs = stack.enter_context(oxigraph(lines(THEIRS)))
        yield stack.enter_context(live.serve(data, services=f"local:{theirs}")), theirs


def example(name: str, service: str, address: str) -> str:
    """Return an example that asks another address in place of its own."""
    [query] = [query.text for query in queries.folder(EXAMPLES) if query.name == name]
    assert f"SERVICE <{service}>" in query
    return query.replace(f"SERVICE <{service}>", f"SERVICE <{address}>")


def rows(body: bytes) -> list[list[str | None]]:
    """Return the rows of a result; IRIs by their last part."""
    told = json.loads(body)
    return [
        [row[name]["value"].rpartition("/")[2] if name in row else None for name in told["head"]["vars"]]
        for row in told["results"]["bindings"]
    ]


def asked(address: str, query: str) -> list[list[str | None]]:
    """Return the rows that a foreign server answers with."""
    body = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(address, body, {"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return rows(answer.read())


def test_births(servers: tuple[live.Service, str]) -> None:
    """Persons have the day of birth of the item that they are linked to, and of no other of their name."""
    ours, theirs = servers
    status, _, body = ours.ask(example("92-births", WIKIDATA, theirs), format="json")

    assert status == 200
    assert rows(body) == [
        ["keller", "Jonas Keller", "Q2", "1953-06-15T00:00:00Z"],
        ["voss", "Mara Voss", "Q1", "1961-12-24T00:00:00Z"],
    ]


def test_capitals(servers: tuple[live.Service, str]) -> None:
    """States join by their codes; what one lacks there is empty."""
    ours, theirs = servers
    _, _, body = ours.ask(example("93-capitals", WIKIDATA, theirs), format="json")

    assert rows(body) == [
        ["ardenia", "Ardenia", "Port Alba", "10139177"],
        ["belmark", "Belmark", "Lindholm", None],
    ]


MET = [
    ["Q1", "1961-12-24T00:00:00Z", "m", "Meeting of Keller and Voss", "2031-03-04"],
    ["Q2", "1953-06-15T00:00:00Z", "m", "Meeting of Keller and Voss", "2031-03-04"],
]


def test_oxigraph_asks_us(servers: tuple[live.Service, str]) -> None:
    """Another server joins its items with our meetings: its `SERVICE` asks our endpoint."""
    ours, theirs = servers
    query = example("94-from-elsewhere", HERE, f"http://127.0.0.1:{ours.port}/sparql")

    assert asked(theirs, query) == MET


def test_rdflib_asks_us(servers: tuple[live.Service, str]) -> None:
    """So does the engine of rdflib in a program."""
    ours, _ = servers
    query = example("94-from-elsewhere", HERE, f"http://127.0.0.1:{ours.port}/sparql")
    found = Graph().parse(data=THEIRS).query(query)

    told = [[str(cell).rpartition("/")[2].replace("+00:00", "Z") for cell in row] for row in found]
    assert told == MET


def test_both_ways(servers: tuple[live.Service, str]) -> None:
    """A block that we send on asks us in turn: who asks last has its own rows joined twice."""
    ours, theirs = servers
    here = f"http://127.0.0.1:{ours.port}/sparql"
    inner = f"SERVICE <{here}> {{ ?person owl:sameAs ?item }}"
    outer = f"SERVICE <{theirs}> {{ ?item ?told ?day . {inner} }}"
    query = f"SELECT ?name ?item {{ ?person rdfs:label ?name {outer} }} ORDER BY ?name LIMIT 1"
    _, _, body = ours.ask(f"PREFIX owl: <http://www.w3.org/2002/07/owl#>\n{query}")

    assert rows(body) == [["Mara Voss", "Q1"]]


def test_what_we_refuse_is_an_error_there(servers: tuple[live.Service, str]) -> None:
    """A query that our endpoint refuses fails in the other server; no part of an answer is given for it."""
    ours, theirs = servers
    here = f"http://127.0.0.1:{ours.port}/sparql"
    query = f"SELECT * {{ SERVICE <{here}> {{ SERVICE <http://else.example/> {{ ?s ?p ?o }} }} }}"
    with pytest.raises((urllib.error.HTTPError, json.JSONDecodeError, OSError)):
        asked(theirs, query)
