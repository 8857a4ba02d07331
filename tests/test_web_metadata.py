"""What the service tells of its data to machines: at well-known addresses, in each form, and to readers."""

import json
from pathlib import Path

import live
import pytest
from flask import Flask
from flask.testing import FlaskClient
from pyoxigraph import parse
from rdflib import RDF, RDFS, SDO, Graph, Literal, URIRef
from rdflib.namespace import SH, VOID, Namespace

from kg import config
from kg.store import queries
from kg.store.prologue import PREFIXES
from kg.vocab import DIP
from kg.web import create_app
from kg.web.asking import EXAMPLES
from kg.web.executables import SPEX
from kg.web.rdf import FORMATS
from kg.web.versions import DCAT

BASE = "https://w3id.org/communique/"
PART = Namespace(f"{BASE}void#")
DOCUMENTS = ("/void", "/catalog", "/prefixes", "/examples")


def read(client: FlaskClient, path: str) -> Graph:
    """Return a document as a graph."""
    return Graph().parse(data=client.get(f"{path}.ttl").data, format="turtle")


def test_well_known(client: FlaskClient) -> None:
    """The address that every data set has leads to the description of what this one holds."""
    answer = client.get("/.well-known/void", headers={"Accept": "text/turtle"}, follow_redirects=True)

    assert answer.request.path == "/void.ttl"
    assert (answer.status_code, answer.content_type) == (200, "text/turtle; charset=utf-8")


@pytest.mark.parametrize("path", DOCUMENTS)
def test_document_answers_by_accept(client: FlaskClient, path: str) -> None:
    """Its name leads to the form that is asked for; a browser gets a page."""
    chosen = client.get(path, headers={"Accept": "application/ld+json"})
    page = client.get(path, headers={"Accept": "text/html"})

    assert (chosen.status_code, chosen.headers["Location"]) == (303, f"{path}.jsonld")
    assert page.headers["Location"] == f"{path}.html"


@pytest.mark.parametrize("path", DOCUMENTS)
def test_forms_hold_the_same(client: FlaskClient, path: str) -> None:
    """Each form holds the same triples, and a client that has it is told so."""
    answers = {suffix: client.get(f"{path}.{suffix}") for suffix in FORMATS}
    found = {
        suffix: {str(quad.triple) for quad in parse(answer.data, FORMATS[suffix])}
        for suffix, answer in answers.items()
    }
    tag = answers["ttl"].headers["ETag"]

    assert found["ttl"] != set()
    assert found["ttl"] == found["nt"] == found["jsonld"] == found["rdf"]
    assert client.get(f"{path}.ttl", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("path", DOCUMENTS)
def test_no_such_form(client: FlaskClient, path: str) -> None:
    """The error names the forms that there are."""
    answer = client.get(f"{path}.owl")

    assert answer.status_code == 404
    assert "jsonld" in answer.get_json(force=True)["detail"]


def test_void(client: FlaskClient) -> None:
    """What the data hold is what the build has counted: its graph of metadata, whole."""
    told = read(client, "/void")
    persons = PART["class/dip:Person"]

    assert told.value(persons, VOID["class"]) == DIP.Person
    assert told.value(persons, VOID.entities) == Literal(5)
    assert (PART.dataset, VOID.classPartition, persons) in told


@pytest.mark.parametrize(
    "words",
    [
        (
            '<tr id="class/dip:Person"><th scope="row"><a href="/ontology#Person" dir="auto">person</a></th>'
            "<td><bdi>5</bdi></td>"
        ),
        '<tr id="property/rdfs:label">',
        '<a href="https://www.wikidata.org/" dir="auto">Wikidata</a>',
        "GRAPH &lt;graphs/metadata&gt;",
    ],
)
def test_void_for_readers(client: FlaskClient, words: str) -> None:
    """The page shows classes, properties and links, each at the end of its own address."""
    shown = client.get("/void.html").get_data(as_text=True)

    assert words in shown


def test_prefixes(client: FlaskClient) -> None:
    """The prefixes are had as RDF, for readers, and as a plain map."""
    told = read(client, "/prefixes")
    declared = {str(told.value(each, SH.prefix)) for each in told.objects(None, SH.declare)}

    assert declared == set(PREFIXES)
    assert client.get("/prefixes.json").get_json() == dict(PREFIXES)
    assert f">{PREFIXES['dip']}</a>" in client.get("/prefixes.html").get_data(as_text=True)


def test_examples(client: FlaskClient) -> None:
    """Each example is executable, with its title, what a row is, and the text as it is kept."""
    told = read(client, "/examples")
    kept = {URIRef(f"{BASE}examples#{query.name}"): query for query in queries.folder(EXAMPLES)}
    forms = (SH.select, SH.ask, SH.construct, SPEX.describe)
    texts = {
        each: str(next(filter(None, (told.value(each, form) for form in forms))))
        for each in told.subjects(RDF.type, SH.SPARQLExecutable)
    }
    first = URIRef(f"{BASE}examples#10-meetings")

    assert texts == {name: query.text for name, query in kept.items()}
    assert (first, RDF.type, SH.SPARQLSelectExecutable) in told
    assert (first, SDO.target, URIRef(f"{BASE}sparql")) in told
    assert told.value(first, RDFS.label) == Literal("Who met whom, and when")
    assert told.value(first, RDFS.comment) == Literal(
        "Who met whom, and when. One row for each meeting and participant, the latest meetings first."
    )
    assert 'href="/sparql?example=10-meetings"' in client.get("/examples.html").get_data(as_text=True)


def test_catalogue(app: Flask, client: FlaskClient) -> None:
    """The build in service is a version of the data set, with its graph as a file."""
    build = app.extensions["service"].store.current().hash
    told = read(client, "/catalog")
    version = URIRef(f"{BASE}catalog#{build}")
    file = URIRef(f"{BASE}builds/{build}/graph.nt")

    assert (PART.dataset, DCAT.hasVersion, version) in told
    assert told.value(PART.dataset, DCAT.version) == Literal(build)
    assert told.value(version, DCAT.distribution) == file
    assert told.value(file, DCAT.downloadURL) == file


def test_build_without_metadata(tmp_path: Path) -> None:
    """A build that was made before there were metadata is told to have none."""
    live.build(tmp_path, live.numbers(1))
    client = create_app(config.read({"KG_DATA": str(tmp_path)})).test_client()
    answer = client.get("/void.ttl")

    assert answer.status_code == 404
    assert "expected metadata, found none" in json.loads(answer.data)["detail"]
