"""Links to other data sets leave the service as SSSOM, each with its ground."""

import io
from pathlib import Path

import live
import pytest
import sssom_pydantic
from flask.testing import FlaskClient
from rdflib import SKOS

from kg import config, sssom
from kg.web import create_app

BASE = live.BASE
ONTOLOGY = f"{BASE}ontology#"
CLAIM = f"<{BASE}claim/c1>"
LINKED = f"<{BASE}person/anna> <{SKOS.exactMatch}> <http://id.example/people/7>"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
GRAPH = f"""<{BASE}person/anna> <{RDF}type> <{ONTOLOGY}Person> .
<{BASE}person/anna> <http://www.w3.org/2000/01/rdf-schema#label> "Anna\\t\\"Holm\\"" .
{LINKED} .
{CLAIM} <{RDF}subject> <{BASE}person/anna> .
{CLAIM} <{RDF}predicate> <{SKOS.exactMatch}> .
{CLAIM} <{RDF}object> <http://id.example/people/7> .
{CLAIM} <{ONTOLOGY}rule> "semapv:ManualMappingCuration" .
{CLAIM} <{ONTOLOGY}basis> "sources/links.sssom.tsv: seen" .
{CLAIM} <{ONTOLOGY}confidence> "0.97"^^<http://www.w3.org/2001/XMLSchema#decimal> .
{CLAIM} <{ONTOLOGY}feature> "name 1.00: the same" .
{CLAIM} <{ONTOLOGY}feature> "office 0.90: minister | envoy" .
{CLAIM} <{ONTOLOGY}decidedBy> "Jane Doe" .
{CLAIM} <{ONTOLOGY}decidedOn> "2026-11-22"^^<http://www.w3.org/2001/XMLSchema#date> .
"""


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Return a client of a service whose one link was decided by a person."""
    data: Path = tmp_path_factory.mktemp("decided")
    live.build(data, GRAPH)
    return create_app(config.read({"KG_DATA": str(data)})).test_client()


def mappings(text: str) -> list[tuple[str, str, str]]:
    """Return what a file maps, as a program of others reads it."""
    found, _, _ = sssom_pydantic.read(io.StringIO(text))
    return [(each.subject.curie, each.predicate.curie, each.object.curie) for each in found]


def test_all_links(client: FlaskClient) -> None:
    """All links are one mapping set that a program of others reads."""
    answer = client.get("/mappings.sssom.tsv")

    assert answer.content_type == "text/tab-separated-values; charset=utf-8"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert mappings(answer.text) == [
        ("communique:organization/ardenia-today", "skos:closeMatch", "wikidata:Q999002"),
        ("communique:state/ardenia", "owl:sameAs", "wikidata:Q999001"),
    ]


@pytest.mark.parametrize("about", ["state/ardenia", "/state/ardenia", f"{BASE}state/ardenia"])
def test_links_of_one_thing(client: FlaskClient, about: str) -> None:
    """The links of one thing are named by its path or its IRI."""
    answer = client.get("/mappings.sssom.tsv", query_string={"about": about})
    head, _ = sssom.read(answer.text)

    assert mappings(answer.text) == [("communique:state/ardenia", "owl:sameAs", "wikidata:Q999001")]
    assert head.id == f"{BASE}mappings.sssom.tsv?about=state/ardenia"


def test_a_thing_without_links(client: FlaskClient) -> None:
    """A thing that is linked to nothing has a mapping set without rows."""
    answer = client.get("/mappings.sssom.tsv?about=state/belmark")

    assert sssom.read(answer.text)[1] == ()


@pytest.mark.parametrize("about", ["state/nowhere", "a b", "<x>", "../../etc/passwd", "state/ardenia\n#x"])
def test_what_is_not_there(client: FlaskClient, about: str) -> None:
    """What the graph does not know is not found, and no query is made of it."""
    assert client.get("/mappings.sssom.tsv", query_string={"about": about}).status_code == 404


def test_a_file_kept(client: FlaskClient) -> None:
    """Who has the file already is told so."""
    tag = client.get("/mappings.sssom.tsv").headers["ETag"]

    assert client.get("/mappings.sssom.tsv", headers={"If-None-Match": tag}).status_code == 304


def test_grounds(decided: FlaskClient) -> None:
    """A link has its ground, score, features, who decided and when; marks in names break no row."""
    head, (found,) = sssom.read(decided.get("/mappings.sssom.tsv").text)

    assert (found.subject_label, found.object) == ('Anna "Holm"', "http://id.example/people/7")
    assert (found.justification, found.confidence) == (sssom.MANUAL, 0.97)
    assert found.rules == ("name 1.00: the same", "office 0.90: minister | envoy")
    assert (found.decided_by, str(found.date)) == ("Jane Doe", "2026-11-22")
    assert found.comment == "sources/links.sssom.tsv: seen"
    assert ("ns1", "http://id.example/people/") in head.prefixes


def test_what_leaves_comes_back(decided: FlaskClient) -> None:
    """What the service gives is read as decisions: the same file may lie in the sources."""
    text = decided.get("/mappings.sssom.tsv").text

    assert sssom.write(*sssom.read(text)) == text


def test_page(decided: FlaskClient) -> None:
    """The page of a thing tells each link with its ground, and leads to the file of all."""
    text = decided.get("/person/anna.html").text

    assert "Other data sets" in text
    for told in ("http://id.example/people/7", "name 1.00: the same", "Jane Doe", "0.97", "matches"):
        assert told in text
    assert 'href="/mappings.sssom.tsv"' in text
