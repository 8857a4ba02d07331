"""`/graphs` over a running service: the SPARQL 1.1 Graph Store HTTP Protocol, for reading.

What the W3C's tests of it (data-sparql11/http-rdf-update) read is read here, too.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import live
import pytest
from conformance.servers import Builds
from conformance.suites import Data, File
from pyoxigraph import RdfFormat, parse

PERSON = "http://example.org/person/1"
OURS = f"{live.BASE}graphs/about"
EMPTY = "http://example.org/empty"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[live.Service]:
    """Yield the service on a default graph of 20,000 triples, four named graphs of one, and an empty one."""
    data: Path = tmp_path_factory.mktemp("data")
    texts = {
        "default": live.numbers(20_000),
        "person": f'<{PERSON}> <http://xmlns.com/foaf/0.1/name> "Jane Doe" .',
        "ours": f'<{OURS}> <{live.BASE}about> "the build" .',
        "slash": f"<{live.BASE}graphs/a%2Fb> <{live.BASE}about> 'one' .".replace("'", '"'),
        "letter": f"<{live.BASE}graphs/café> <{live.BASE}about> 'two' .".replace("'", '"'),
        "empty": "",
    }
    files = {name: data / f"{name}.nt" for name in texts}
    for name, text in texts.items():
        files[name].write_text(text, encoding="utf-8")
    letters = {"slash": f"{live.BASE}graphs/a%2Fb", "letter": f"{live.BASE}graphs/café"}
    iris = {"person": PERSON, "ours": OURS, "empty": EMPTY, **letters}
    named = tuple(File(iri, files[name]) for name, iri in iris.items())
    Builds(data).load(Data((File("urn:default", files["default"]),), named))
    with live.serve(data) as service:
        yield service


def get(service: live.Service, method: str = "GET", **parameters: str) -> live.Sent:
    """Ask for the graph that parameters name."""
    return service.send(method, f"/graphs?{urlencode(parameters)}")


def lines(body: bytes, media: str = "text/turtle") -> list[str]:
    """Return the triples of a graph."""
    form = RdfFormat.from_media_type(media)
    return [str(quad.triple) for quad in parse(body, form)]


def test_a_named_graph(service: live.Service) -> None:
    """GET of an existing graph: its triples, in Turtle where nothing else is asked for."""
    status, headers, body = get(service, graph=PERSON)

    assert (status, headers["Content-Type"]) == (200, "text/turtle; charset=utf-8")
    assert lines(body) == [f'<{PERSON}> <http://xmlns.com/foaf/0.1/name> "Jane Doe"']


@pytest.mark.parametrize("address", ["/graphs?default", "/graphs?default=", "/graphs/?default"])
def test_the_default_graph(service: live.Service, address: str) -> None:
    """GET of the default graph: its triples alone, each once."""
    status, headers, body = service.send("GET", address, headers={"Accept": "application/n-triples"})

    assert (status, headers["Content-Type"]) == (200, "application/n-triples")
    assert sorted(body.decode().splitlines()) == sorted(live.numbers(20_000).splitlines())


def test_an_empty_graph(service: live.Service) -> None:
    """GET of an empty graph: no triples, but an answer."""
    status, _, body = get(service, graph=EMPTY)

    assert (status, lines(body)) == (200, [])


def test_a_graph_by_its_own_address(service: live.Service) -> None:
    """A graph whose IRI lies below the base is found at its own address, too."""
    status, headers, body = service.send("GET", "/graphs/about")
    missing, _, _ = service.send("GET", "/graphs/nothing")

    assert (status, headers["Content-Type"]) == (200, "text/turtle; charset=utf-8")
    assert lines(body) == [f'<{OURS}> <{live.BASE}about> "the build"']
    assert missing == 404


@pytest.mark.parametrize(("sent", "iri"), [("a%2Fb", "a%2Fb"), ("caf%C3%A9", "café")])
def test_an_address_with_escapes(service: live.Service, sent: str, iri: str) -> None:
    """A graph is found by its IRI with its escapes, and by its letters, which are sent as escapes."""
    status, _, body = service.send("GET", f"/graphs/{sent}")
    by_name = get(service, graph=f"{live.BASE}graphs/{iri}")

    assert (status, body, len(lines(body))) == (200, by_name[2], 1)


@pytest.mark.parametrize(
    ("media", "name"),
    [
        ("text/turtle", "ttl"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "rdf"),
        ("application/ld+json", "jsonld"),
        ("application/trig", "trig"),
    ],
)
def test_forms(service: live.Service, media: str, name: str) -> None:
    """A graph is had in each form, by media type and by name."""
    accepted = service.send("GET", f"/graphs?graph={PERSON}", headers={"Accept": media})
    chosen = get(service, graph=PERSON, format=name)

    assert accepted[1]["Content-Type"].partition(";")[0] == media
    assert accepted[2] == chosen[2]
    assert lines(accepted[2], media) == [f'<{PERSON}> <http://xmlns.com/foaf/0.1/name> "Jane Doe"']


def test_a_browser_gets_a_graph(service: live.Service) -> None:
    """There is no page of a graph: a browser gets one of the forms."""
    accept = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    status, headers, _ = service.send("GET", f"/graphs?graph={PERSON}", headers=accept)

    assert (status, headers["Content-Type"]) == (200, "application/rdf+xml")


def test_no_such_form(service: live.Service) -> None:
    """A form that is not had is 406, and those that are had are told."""
    headers = {"Accept": "image/png"}
    status, _, body = service.send("GET", "/graphs?default", headers=headers)

    assert status == 406
    assert "expected for a graph one of text/turtle (format=ttl)" in json.loads(body)["detail"]


def test_head(service: live.Service) -> None:
    """HEAD of an existing and of a missing graph: what GET tells, without the triples."""
    there = get(service, "HEAD", graph=PERSON)
    missing = get(service, "HEAD", graph="http://example.org/person/2")

    assert (there[0], there[1]["Content-Type"], there[2]) == (200, "text/turtle; charset=utf-8", b"")
    assert (missing[0], missing[2]) == (404, b"")


@pytest.mark.parametrize(
    ("query", "status", "reason"),
    [
        ("graph=http://example.org/person/2", 404, "graph http://example.org/person/2: expected a graph of"),
        ("graph=person", 400, "graph: expected an absolute IRI, found 'person'"),
        ("graph=", 400, "graph: expected an absolute IRI, found ''"),
        ("graph=a:b%3E", 400, "graph: expected an absolute IRI, found 'a:b>'"),
        ("", 400, "graphs: expected ?default or ?graph=IRI, once, found 0 graphs"),
        ("graph=a:b&graph=a:c", 400, "graphs: expected ?default or ?graph=IRI, once, found 2 graphs"),
        ("default&graph=a:b", 400, "graphs: expected ?default or ?graph=IRI, once, found both"),
        ("default&rows=x", 400, "rows: expected a whole number, at least 1, found 'x'"),
        ("graph=file:///etc/passwd", 404, "graph file:///etc/passwd: expected a graph of the data set"),
    ],
)
def test_what_names_no_graph(service: live.Service, query: str, status: int, reason: str) -> None:
    """What names no graph, or none that is there, is told as a problem."""
    found, headers, body = service.send("GET", f"/graphs?{query}")

    assert (found, headers["Content-Type"]) == (status, "application/problem+json")
    assert json.loads(body)["detail"].startswith(reason)
    assert json.loads(body)["query"] == headers["X-Query-Id"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("address", ["/graphs?default", f"/graphs?graph={PERSON}", "/graphs/about"])
def test_writing_is_refused(service: live.Service, method: str, address: str) -> None:
    """No method changes a graph; the answer tells which methods there are."""
    media = {"Content-Type": "text/turtle"}
    status, headers, body = service.send(method, address, b"<a:a> <a:b> <a:c> .", media)
    _, _, left = get(service, graph=PERSON)

    assert (status, headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert json.loads(body)["detail"].startswith(f"{method}: refused: graphs can be read here")
    assert len(lines(left)) == 1


@pytest.mark.parametrize("address", ["/graphs", "/graphs/about"])
def test_other_hosts(service: live.Service, address: str) -> None:
    """Pages of other hosts may read, and are told with which methods."""
    status, told, _ = service.send("OPTIONS", address)

    assert (status, told["Allow"]) == (200, "GET, HEAD, OPTIONS")
    assert told["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert told["Access-Control-Allow-Origin"] == "*"


def test_a_graph_that_is_known(service: live.Service) -> None:
    """Who has a graph already is told so; each graph and form has a mark of its own."""
    tags = [
        get(service, graph=PERSON)[1]["ETag"],
        get(service, graph=EMPTY)[1]["ETag"],
        get(service, default="")[1]["ETag"],
        get(service, graph=PERSON, format="nt")[1]["ETag"],
    ]
    again = service.send("GET", f"/graphs?graph={PERSON}", headers={"If-None-Match": tags[0]})

    assert (again[0], again[2]) == (304, b"")
    assert len(set(tags)) == 4


def test_a_large_graph(service: live.Service) -> None:
    """A large graph streams, compressed where that is taken, and is bounded as other results are."""
    _, headers, body = service.send("GET", "/graphs?default&format=nt", headers={"Accept-Encoding": "gzip"})
    status, _, problem = get(service, default="", rows="5", format="ttl", complete="1")

    assert (headers["Content-Encoding"], headers["Transfer-Encoding"]) == ("gzip", "chunked")
    assert len(gzip.decompress(body).splitlines()) == 20_000
    assert (status, len(lines(problem))) == (200, 5)
