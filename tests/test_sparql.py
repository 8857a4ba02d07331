"""`/sparql` over HTTP: protocol, forms, errors, limits, and results that break off."""

import csv
import http.client
import io
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from xml.etree import ElementTree

import live
import pytest
from pyoxigraph import RdfFormat, parse

from kg import config
from kg.store import queries
from kg.store.builds import Store
from kg.web import create_app
from kg.web.sparql import EXAMPLES

ONE = "SELECT ?s ?o { VALUES ?s { <n/0> } ?s ?p ?o }"
ALL = "SELECT ?s ?o { ?s ?p ?o }"
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { <n/0> } ?s ?p ?o }"
HEAVY = 'ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(?c, ?f, ?i) = "no") }'
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
# Rows come for a while, then none ever again.
STUCK = (
    f"SELECT * {{ {{ {ALL} }} UNION {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(?c, ?f, ?i) = 'no') }} }}"
)
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a build of 20,000 triples."""
    data = tmp_path_factory.mktemp("data")
    live.build(data, live.numbers(20_000))
    return data


@pytest.fixture(scope="module")
def service(data: Path) -> Iterator[live.Service]:
    """Yield the service, with a deadline of a second and little memory."""
    with live.serve(data, query_seconds="1", query_memory="400000000", query_rows="30000") as service:
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
        ("ASK { SERVICE <x:y> {} }", 403, "line 1, column 7: SERVICE is refused"),
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


def test_a_deadline(service: live.Service) -> None:
    """A query past its deadline is 504, and the next is answered promptly."""
    begun = time.monotonic()
    status, _, body = service.ask(HEAVY)
    ended = time.monotonic()
    after, _, _ = service.ask("ASK {}")
    answered = time.monotonic()

    assert (status, after) == (504, 200)
    assert problem(body).startswith("the query gave no result within 1 seconds")
    assert ended - begun < 3
    assert answered - ended < 1


def test_memory(service: live.Service) -> None:
    """A query that needs too much memory is 503 with a time to ask again, and the next is answered."""
    status, headers, body = service.ask(HUNGRY)
    after, _, _ = service.ask("ASK {}")

    assert (status, headers["Retry-After"], after) == (503, "5", 200)
    assert "memory" in problem(body)


@pytest.mark.parametrize("query", [STUCK, "SELECT * { ?a ?b ?c . ?d ?e ?f }"], ids=["deadline", "rows"])
def test_a_result_that_breaks_off(service: live.Service, query: str) -> None:
    """A result that fails after its first bytes ends without the last chunk: the client sees it broken."""
    connection = service.open()
    connection.request("GET", f"/sparql?{urlencode({'query': query, 'format': 'csv'})}")
    answer = connection.getresponse()

    assert (answer.status, answer.headers["Transfer-Encoding"]) == (200, "chunked")
    with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
        answer.read()
    connection.close()


def test_a_long_result_is_whole(service: live.Service) -> None:
    """A result of many chunks arrives whole."""
    _, headers, body = service.ask(ALL, format="csv")

    assert headers["Transfer-Encoding"] == "chunked"
    assert body.count(b"\n") == 20_001


@pytest.mark.parametrize(("query", "status"), [(ALL, b"200"), (STUCK, b"504")])
def test_clients_without_chunks(service: live.Service, query: str, status: bytes) -> None:
    """A client of HTTP/1.0, which could not see a result break off, gets all of it or an error."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=60) as connection:
        path = f"/sparql?{urlencode({'query': query, 'format': 'csv'})}"
        connection.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))

    assert answer.split(b" ")[1] == status


def test_a_client_that_goes_away(data: Path) -> None:
    """A query whose client has gone makes room long before its deadline."""
    with live.serve(data, query_workers="1", query_seconds="40") as service:
        with socket.create_connection(("127.0.0.1", service.port)) as gone:
            gone.sendall(f"GET /sparql?{urlencode({'query': HEAVY})} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        begun = time.monotonic()
        status, _, _ = service.ask("ASK {}")

        assert status == 200
        assert time.monotonic() - begun < 10


def test_no_connection_is_opened(service: live.Service) -> None:
    """A query that names a service of this machine reaches nobody."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        where = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        statuses = [
            service.ask(query)[0]
            for query in (
                f"ASK {{ SERVICE <{where}> {{ ?s ?p ?o }} }}",
                f"PREFIX : <{where}> PREFIX service: <x:> ASK {{ service:x {{ ?s ?p ?o }} }}",
                f"ASK FROM <{where}> {{}}",
                f"LOAD <{where}>",
            )
        ]

        assert statuses == [403, 403, 403, 403]
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_sharing(service: live.Service) -> None:
    """Pages of other hosts may read, and are told so before they ask."""
    _, read, _ = service.ask("ASK {}")
    status, asked, _ = service.send("OPTIONS", "/sparql")
    _, refused, _ = service.ask("CLEAR ALL")

    assert read["Access-Control-Allow-Origin"] == "*"
    assert refused["Access-Control-Allow-Origin"] == "*"
    assert (status, asked["Access-Control-Allow-Headers"]) == (200, "Accept, Content-Type")


def test_head(service: live.Service) -> None:
    """HEAD has the headers of GET and no body."""
    status, headers, body = service.send("HEAD", f"/sparql?{urlencode({'query': ALL})}")

    assert (status, headers["Content-Type"], body) == (200, "application/sparql-results+json", b"")


def test_a_new_build_is_asked_at_once(tmp_path: Path) -> None:
    """When another build becomes current, the next query is asked of it."""
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    live.build(tmp_path, live.numbers(3), "one")
    with live.serve(tmp_path) as service:
        before = service.ask(count, format="csv")[2]
        live.build(tmp_path, live.numbers(4), "two")
        after = service.ask(count, format="csv")[2]

    assert (before, after) == (b"n\r\n3\r\n", b"n\r\n4\r\n")


def test_no_build(tmp_path: Path) -> None:
    """Where there is no build, that is said, and that it may come."""
    app = create_app(config.read({}), Store(tmp_path, live.BASE))
    answer = app.test_client().get("/sparql?query=ASK{}")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_the_plain_page(service: live.Service) -> None:
    """Without a query a browser gets a form to write one, with examples."""
    status, headers, body = service.send("GET", "/sparql", headers=BROWSER)
    page = body.decode()

    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert '<textarea id="query" name="query"' in page
    assert "Who met whom, and when" in page


def test_rows_on_a_page(service: live.Service) -> None:
    """A browser's query is answered by a table, cut and saying so, with links to all of it."""
    body = urlencode({"query": ALL, "format": "html"}).encode()
    headers = BROWSER | {"Content-Type": "application/x-www-form-urlencoded"}
    status, _, answer = service.send("POST", "/sparql", body, headers)
    page = answer.decode()

    assert status == 200
    assert "These are the first 500 rows; there are more." in page
    assert '<a href="/n/' in page
    assert "format=csv" in page


def test_an_error_on_a_page(service: live.Service) -> None:
    """A reader keeps the query, and sees what is wrong with it."""
    query = "SELECT * { ?s ?p <i>& }"
    status, _, body = service.send("GET", f"/sparql?{urlencode({'query': query})}", headers=BROWSER)
    page = body.decode()

    assert status == 400
    assert "SELECT * { ?s ?p &lt;i&gt;&amp; }" in page
    assert "line 1, column" in page


def test_an_answer_on_a_page(service: live.Service) -> None:
    """An ASK is answered in a word."""
    _, _, body = service.ask("ASK {}", format="html")

    assert '<h2 id="answer">Yes</h2>' in body.decode()


def test_links_on_a_page_are_safe(service: live.Service) -> None:
    """An IRI that a browser would run is shown, and is no link."""
    _, _, body = service.ask("SELECT (<javascript:alert(1)> AS ?x) {}", format="html")

    assert "<td>javascript:alert(1)</td>" in body.decode()


def test_the_description(service: live.Service) -> None:
    """Without a query a machine gets the service's description."""
    status, headers, body = service.send("GET", "/sparql", headers={"Accept": "text/turtle"})
    predicates = {quad.predicate.value.partition("#")[2] for quad in parse(body, RdfFormat.TURTLE)}

    assert (status, headers["Content-Type"]) == (200, "text/turtle; charset=utf-8")
    assert predicates >= {"endpoint", "supportedLanguage", "resultFormat", "defaultDataset"}


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.rq")), ids=lambda path: path.stem)
def test_examples(service: live.Service, path: Path) -> None:
    """Each example is a query that is answered."""
    example = queries.read(path)
    status, _, _ = service.ask(example.text)

    assert status == 200
    assert example.comment.startswith("One row for each")
