"""What `test_conformance.py` leaves open of the SPARQL 1.1 Protocol, over a running service."""

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import live
import pytest
from pyoxigraph import NamedNode, Quad, Store

DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
DOCUMENT = NamedNode("http://xmlns.com/foaf/0.1/Document")
FORM = "application/x-www-form-urlencoded"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[live.Service]:
    """Yield a service whose data set holds the named graphs of the W3C's tests, each of one triple."""
    data = tmp_path_factory.mktemp("data")
    folder = data / "builds" / "one"
    folder.mkdir(parents=True)
    store = Store(str(folder / "store"))
    for number in range(4):
        graph = NamedNode(DATA.format(number))
        store.add(Quad(graph, TYPE, DOCUMENT, graph))
    store.flush()
    del store
    Path(data / "current").symlink_to(folder)
    with live.serve(data) as service:
        yield service


def typed(number: int) -> str:
    """Return a pattern that the data of one graph alone match."""
    return f"<{DATA.format(number)}> a ?type"


def address(*pairs: tuple[str, str]) -> str:
    """Return the endpoint's address with parameters, with the slash that the W3C's tests write."""
    return f"/sparql/?{urlencode(pairs)}" if pairs else "/sparql/"


def graphs(name: str, *numbers: int) -> list[tuple[str, str]]:
    """Return the parameters that name graphs of the data set."""
    return [(f"{name}-graph-uri", DATA.format(number)) for number in numbers]


Sent = tuple[int, http.client.HTTPMessage, bytes]


def get(service: live.Service, *pairs: tuple[str, str]) -> Sent:
    """Send parameters by GET."""
    return service.send("GET", address(*pairs))


def post(service: live.Service, body: str, media: str | None, *pairs: tuple[str, str]) -> Sent:
    """Send a body by POST; a media type of None is left out."""
    return service.send("POST", address(*pairs), body.encode(), {"Content-Type": media} if media else {})


@pytest.mark.parametrize(
    ("query", "pairs"),
    [
        (f"ASK {{ {typed(3)} }}", graphs("default", 1, 2)),
        (f"ASK {{ {typed(1)} }}", graphs("named", 1)),
        (f"ASK {{ GRAPH ?g {{ {typed(1)} }} }}", graphs("default", 1)),
        (f"ASK {{ GRAPH ?g {{ {typed(3)} }} }}", graphs("named", 1, 2)),
        (f"ASK FROM <{DATA.format(1)}> {{ {typed(2)} }}", []),
    ],
)
def test_no_other_graph_is_asked(service: live.Service, query: str, pairs: list[tuple[str, str]]) -> None:
    """What the named data set does not hold is not found."""
    status, _, body = get(service, ("query", query), *pairs)

    assert (status, json.loads(body)["boolean"]) == (200, False)


def test_methods(service: live.Service) -> None:
    """A method that carries no query is refused, and the answer tells which do."""
    status, headers, _ = service.send("PUT", address(("query", "ASK {}")), b"", {"Content-Type": FORM})

    assert status == 405
    assert {"GET", "POST"} <= set(headers["Allow"].split(", "))


@pytest.mark.parametrize(
    ("body", "media", "expected"),
    [
        pytest.param("ASK {}", "text/plain", 415, id="query_wrong_media_type"),
        pytest.param("query=ASK%20%7B%7D", None, 415, id="query_missing_form_type"),
        pytest.param("ASK {}", None, 415, id="query_missing_direct_type"),
        pytest.param("ASK {", QUERY, 400, id="query_syntax"),
        pytest.param("", QUERY, 400, id="an empty query"),
        pytest.param("", FORM, 400, id="a form without a query"),
        pytest.param("query=ASK%7B%7D&query=ASK%7B%7D", FORM, 400, id="a form with two queries"),
        pytest.param("query=%FF", FORM, 400, id="a form that is not UTF-8"),
        pytest.param("CLEAR NAMED", "text/plain", 415, id="update_wrong_media_type"),
        pytest.param("update=CLEAR%20NAMED", None, 415, id="update_missing_form_type"),
        pytest.param("update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM, 403, id="multiple_updates"),
        pytest.param("update=CLEAR%20XYZ", FORM, 403, id="update_syntax"),
    ],
)
def test_bad_post(service: live.Service, body: str, media: str | None, expected: int) -> None:
    """What is sent wrongly is refused, with a reason."""
    status, _, answer = post(service, body, media)

    assert status == expected
    assert json.loads(answer)["detail"]


@pytest.mark.parametrize("media", [QUERY, UPDATE], ids=["query", "update"])
def test_not_utf8(service: live.Service, media: str) -> None:
    """A body in another encoding is refused, whether it says so or not."""
    body = "ASK {}".encode("utf-16")
    told, _, _ = service.send("POST", "/sparql/", body, {"Content-Type": f"{media}; charset=UTF-16"})
    untold, _, _ = service.send("POST", "/sparql/", body, {"Content-Type": media})

    assert (told, untold) == (415, 400)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([("query", "ASK {}"), ("query", "SELECT * {}")], 400, id="multiple_queries"),
        pytest.param([("query", "ASK {")], 400, id="query_syntax"),
        pytest.param([("update", "CLEAR ALL")], 403, id="update_get"),
        pytest.param(
            [("query", "ASK {}"), ("default-graph-uri", "http://x/")], 403, id="foreign default graph"
        ),
        pytest.param([("query", "ASK {}"), ("named-graph-uri", "file:///")], 403, id="foreign named graph"),
    ],
)
def test_bad_get(service: live.Service, pairs: list[tuple[str, str]], expected: int) -> None:
    """What is asked wrongly is refused, with a reason."""
    status, _, answer = get(service, *pairs)

    assert status == expected
    assert json.loads(answer)["detail"]


@pytest.mark.parametrize(
    ("body", "media", "pairs"),
    [
        pytest.param("update=CLEAR+ALL", FORM, [], id="update_post_form"),
        pytest.param("CLEAR ALL", UPDATE, [], id="update_post_direct"),
        pytest.param("INSERT DATA { <s> <p> <test> }", UPDATE, [], id="update_base_uri"),
        pytest.param("CLEAR ALL", UPDATE, graphs("using", 1), id="update_dataset_default_graph"),
        pytest.param("DROP ALL", UPDATE, graphs("using", 1, 2), id="update_dataset_default_graphs"),
        pytest.param("DROP ALL", UPDATE, graphs("using-named", 1, 2), id="update_dataset_named_graphs"),
        pytest.param(
            "DROP ALL", UPDATE, graphs("using", 1) + graphs("using-named", 2), id="update_dataset_full"
        ),
        pytest.param(
            "WITH <http://example/addresses> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
            UPDATE,
            graphs("using-named", 1),
            id="update_dataset_conflict",
        ),
    ],
)
def test_updates_are_refused(
    service: live.Service, body: str, media: str, pairs: list[tuple[str, str]]
) -> None:
    """Data cannot be changed: every update is refused, and the data stay."""
    status, _, answer = post(service, body, media, *pairs)
    _, _, left = get(service, ("query", f"ASK {{ GRAPH ?g {{ {typed(1)} }} }}"))

    assert (status, json.loads(left)["boolean"]) == (403, True)
    assert "data cannot be changed" in json.loads(answer)["detail"]


@pytest.mark.parametrize(
    "chunks",
    [b"zz\r\nASK {}\r\n0\r\n\r\n", b"6\r\nASK {}0\r\n\r\n", b"6\r\nASK {}\r\n0\r\n"],
    ids=["a length that is none", "no end of a chunk", "no end of all"],
)
@pytest.mark.parametrize(
    ("path", "media"),
    [
        ("/sparql", QUERY),
        ("/reconcile", FORM),
        ("/reconcile/1.0/match", "application/json"),
        ("/crosswalk", FORM),
        ("/crosswalk/table.csv", "multipart/form-data; boundary=b"),
    ],
)
def test_a_damaged_body(service: live.Service, chunks: bytes, path: str, media: str) -> None:
    """A body whose chunks are damaged is the client's fault, and nothing behind it is read as a request."""
    head = f"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Type: {media}\r\nTransfer-Encoding: chunked\r\n\r\n"
    with socket.create_connection(("127.0.0.1", service.port), timeout=60) as connection:
        connection.sendall(head.encode() + chunks)
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as answers:
            answer = answers.read()

    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b"body: expected whole chunks" in answer
    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_long_query_by_get(service: live.Service) -> None:
    """An address of eight thousand bytes is read: many clients send all queries by GET."""
    status, _, body = service.ask(f"ASK {{}} #{'x' * 7_900}", format="json")

    assert status == 200
    assert json.loads(body)["boolean"] is True
