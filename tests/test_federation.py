"""A block of a query is asked of another service that the settings name, and of no other."""

import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import elsewhere
import live
import pytest
from elsewhere import Elsewhere
from test_texts import GRAPH

from kg import config
from kg.errors import KgError
from kg.remote.joining import CALLS
from kg.web import create_app

OURS = f"""
<{live.BASE}n/1> <{live.BASE}code> "AZ" .
<{live.BASE}n/2> <{live.BASE}code> "AM" .
"""
THEIRS = """
<https://b.example/az> <https://b.example/iso> "AZ" .
<https://b.example/az> <https://b.example/name> "Azerbaijan"@en .
<https://b.example/az> <https://b.example/area> "86600"^^<http://www.w3.org/2001/XMLSchema#integer> .
<https://b.example/ge> <https://b.example/iso> "GE" .
<https://b.example/ge> <https://b.example/part> _:part .
_:part <https://b.example/name> "Adjara" .
"""
HEAD = f"PREFIX b: <https://b.example/>\nBASE <{live.BASE}>\n"


@pytest.fixture(scope="module")
def other() -> Iterator[Elsewhere]:
    """Yield a service that answers as a test tells it."""
    with elsewhere.listening() as running:
        yield running


@pytest.fixture(scope="module")
def third() -> Iterator[Elsewhere]:
    """Yield another such service."""
    with elsewhere.listening() as running:
        yield running


@pytest.fixture(scope="module")
def services(
    tmp_path_factory: pytest.TempPathFactory, other: Elsewhere, third: Elsewhere
) -> Iterator[tuple[live.Service, live.Service]]:
    """Yield two services of ours; the first may ask the second."""
    ours, theirs = (tmp_path_factory.mktemp(name) for name in ("ours", "theirs"))
    live.build(ours, OURS)
    live.build(theirs, THEIRS + GRAPH)
    with ExitStack() as stack:
        second = stack.enter_context(live.serve(theirs))
        allowed = f"local:http://127.0.0.1:{second.port}/sparql local:{other.iri} local:{third.iri}"
        settings = {"services": allowed, "service_seconds": "2", "service_rows": "5"}
        yield stack.enter_context(live.serve(ours, **settings)), second


@pytest.fixture
def service(services: tuple[live.Service, live.Service]) -> live.Service:
    """Return the service that is asked."""
    return services[0]


@pytest.fixture
def theirs(services: tuple[live.Service, live.Service]) -> str:
    """Return the other one of ours, as a block names it."""
    return f"<http://127.0.0.1:{services[1].port}/sparql>"


def rows(service: live.Service, query: str) -> list[list[str | None]]:
    """Return the rows of a query in the order of its columns."""
    status, _, body = service.ask(HEAD + query)
    assert (status, body[:1]) == (200, b"{")
    told = json.loads(body)
    columns = told["head"]["vars"]
    return [
        [row[c]["value"].rpartition("/")[2] if c in row else None for c in columns]
        for row in told["results"]["bindings"]
    ]


def fault(service: live.Service, query: str) -> tuple[int, dict[str, str]]:
    """Return the status of an answer and its problem document."""
    status, _, body = service.ask(query)
    return status, json.loads(body)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?s ?x { ?s <code> ?c SERVICE %s { ?x b:iso ?c } }", [["1", "az"]]),
        (
            "SELECT ?s ?x { ?s <code> ?c OPTIONAL { SERVICE %s { ?x b:iso ?c } } } ORDER BY ?s",
            [["1", "az"], ["2", None]],
        ),
        ("SELECT ?s { ?s <code> ?c MINUS { SERVICE %s { ?x b:iso ?c } } }", [["2"]]),
        (
            "SELECT ?c { { SERVICE %s { ?x b:iso ?c } } UNION { ?s <code> ?c } } ORDER BY ?c",
            [["AM"], ["AZ"], ["AZ"], ["GE"]],
        ),
        ("SELECT ?n ?a { SERVICE %s { ?x b:name ?n ; b:area ?a } }", [["Azerbaijan", "86600"]]),
        ("SELECT * { SERVICE %s { SELECT (COUNT(*) AS ?n) { ?x b:iso ?c } } }", [["2"]]),
        (
            "SELECT * { SERVICE %s { SELECT ?c { ?x b:iso ?c ; b:area ?a } } BIND(1 AS ?x) }",
            [["AZ", "1"]],
        ),
        ("SELECT (COUNT(*) AS ?n) { ?s <code> ?d SERVICE %s { ?x b:iso ?c } }", [["4"]]),
        ("SELECT ?s { ?s <code> ?c SERVICE %s { b:az b:iso 'AZ' } } ORDER BY ?s", [["1"], ["2"]]),
        ("SELECT ?s { ?s <code> ?c SERVICE %s { b:az b:iso 'XX' } }", []),
        (
            "SELECT ?x ?n { SERVICE %s { ?x b:iso ?c OPTIONAL { ?x b:name ?n } } } ORDER BY ?x",
            [["az", "Azerbaijan"], ["ge", None]],
        ),
        ("SELECT ?t { SERVICE %s { SERVICE dip:search { ?t dip:named 'xian' } } }", [["t"]]),
        ("SELECT ?l { SERVICE %s { <topic/t> rdfs:label ?l } }", [["Xi’an corridor"]]),
        ("SELECT ?x { SERVICE SILENT %s { ?x b:iso 'GE' } }", [["ge"]]),
    ],
)
def test_blocks_join(service: live.Service, theirs: str, query: str, expected: list[list[str]]) -> None:
    """A block of another service joins with our data as a group of its own would."""
    assert rows(service, query % theirs) == expected


def test_blank_nodes_have_names(service: live.Service, theirs: str) -> None:
    """A blank node from elsewhere is the same in all rows of its block, and none of another block's."""
    part = f"SERVICE {theirs} {{ b:ge b:part ?p . ?p b:name ?n }}"
    [[first, name]] = rows(service, f"SELECT ?p ?n {{ {part} }}")
    both = rows(service, f"SELECT ?p ?q {{ {part} {part.replace('?p', '?q')} }}")

    assert name == "Adjara"
    assert str(first).isalnum()
    assert both[0][0] != both[0][1]
    assert rows(service, f"SELECT ?p {{ {part} {part} }}") == []


def test_what_is_sent(service: live.Service, other: Elsewhere) -> None:
    """A block is sent as it stands, with what its names need; the answer's terms come through whole."""
    term = {"type": "literal", "value": 'a "b" \\u0041\n', "xml:lang": "en"}
    other.asked.clear()
    other.reply = elsewhere.rows(["x"], {"x": term})
    query = f"PREFIX b: <x:b#>\nSELECT * {{ SERVICE <{other.iri}> {{ ?x b:p <n> # }}\n }} }}"
    _, _, body = service.ask(query)

    [asked] = other.asked
    form = (
        "query=BASE+%3Chttps%3A%2F%2Fw3id.org%2Fcommunique%2F%3E%0APREFIX+b%3A+%3Cx%3Ab%23%3E%0ASELECT+%2A+"
    )
    assert asked.partition(b"\r\n\r\n")[2].startswith(form.encode())
    assert asked.endswith(b"%7B+%3Fx+b%3Ap+%3Cn%3E+%23+%7D%0A+%7D")
    assert json.loads(body)["results"]["bindings"] == [{"x": term}]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT * { SERVICE <%s> { ?s ?p ?o } ?x }", "line 1, column"),
        ("CONSTRUCT { SERVICE <%s> { ?s ?p ?o } } {}", "line 1, column"),
        ("SELECT * { FILTER(SERVICE <%s> { ?s ?p ?o }) }", "line 1, column"),
        ("SELECT * { VALUES ?x { SERVICE <%s> { ?s ?p ?o } } }", "line 1, column"),
        ("SELECT * { SERVICE <%s> { ?s ?p } }", "line 1, column"),
        ("SELECT * { SERVICE <%s> { ?s ?p ?o } SERVICE ?x { ?s ?p ?o } }", "line 1, column"),
        ("SELECT * { SERVICE <%s> { LOAD <x:y> } }", "line 1, column"),
        ("SELECT * { SERVICE <%s> { ?s ?p ?o } SERVICE dip:search { ?s dip:word 'a' } }", "line 1, column"),
    ],
)
def test_no_part_of_what_is_no_query_is_sent(
    service: live.Service, other: Elsewhere, query: str, reason: str
) -> None:
    """A query with a fault anywhere is told it, before anybody is asked."""
    other.asked.clear()
    status, told = fault(service, query % other.iri)

    assert (status in {400, 403}, told["detail"].startswith(reason), other.asked) == (True, True, [])


@pytest.mark.parametrize(
    ("reply", "status", "reason"),
    [
        (elsewhere.reply("no prefix x", "400 Bad Request"), 502, "found status 400: no prefix x"),
        (elsewhere.reply("[]"), 502, "expected rows in JSON"),
        (elsewhere.rows(["other"]), 502, "expected columns of the block, found other"),
        (elsewhere.rows(["s"], *[{}] * 6), 422, "the answer has more than 5 rows"),
        (elsewhere.reply("", "302 Found", elsewhere.JSON, "Location: http://127.0.0.1/"), 502, "not taken"),
        (lambda connection: connection.recv(1), 504, "no answer within"),
    ],
    ids=["error", "form", "columns", "rows", "redirect", "time"],
)
def test_errors_of_others(
    service: live.Service, other: Elsewhere, reply: elsewhere.Reply, status: int, reason: str
) -> None:
    """What goes wrong elsewhere is told with the place of the block, who was asked, and what was sent."""
    other.reply = reply
    found, told = fault(service, f"SELECT * {{\n  SERVICE <{other.iri}> {{ ?s a dip:Visit }} }}")

    assert (found, told["line"], told["column"]) == (status, 2, 3)
    assert told["detail"].startswith(f"line 2, column 3: SERVICE <{other.iri}>: ")
    assert reason in told["detail"]
    assert told["service"] == other.iri
    assert told["sent"] == (
        "PREFIX dip: <https://w3id.org/communique/ontology#>\nSELECT * { ?s a dip:Visit }"
    )


def test_services_are_asked_at_the_same_time(
    service: live.Service, other: Elsewhere, third: Elsewhere
) -> None:
    """Two blocks wait for no longer than the slower of their services."""
    both = threading.Barrier(2, timeout=10)

    def serve(connection: socket.socket) -> None:
        both.wait()
        connection.sendall(elsewhere.rows(["s"], {"s": {"type": "uri", "value": "x:y"}}))

    other.reply = third.reply = serve
    one, two = (f"SERVICE <{each.iri}> {{ ?s a ?c }}" for each in (other, third))

    assert rows(service, f"SELECT ?s {{ {one} {two} }}") == [["x:y"]]


def test_others_that_hang_hold_nobody_else(service: live.Service, other: Elsewhere) -> None:
    """While more queries than may wait for others do, one that asks us alone is answered at once."""
    other.reply = lambda connection: connection.recv(1)
    other.called.clear()
    hanging = f"ASK {{ SERVICE <{other.iri}> {{ ?s ?p ?o }} }}"
    with ThreadPoolExecutor(CALLS + 2) as crowd:
        answers = [crowd.submit(service.ask, hanging) for _ in range(CALLS + 2)]
        assert other.called.wait(10)
        status, _, _ = service.ask("ASK {}")
        is_first = not any(answer.done() for answer in answers)
        statuses = {answer.result()[0] for answer in answers}

    assert (status, is_first) == (200, True)
    assert statuses <= {503, 504}


def test_silent_blocks(service: live.Service, other: Elsewhere) -> None:
    """An error elsewhere leaves one row without values, its columns stay; a limit of ours stays an error."""
    query = f"SELECT * {{ ?s <code> 'AZ' SERVICE SILENT <{other.iri}> {{ ?x <p> ?y FILTER(?z) }} }}"
    other.reply = elsewhere.reply("", "500 Internal Server Error")
    _, _, body = service.ask(HEAD + query, format="tsv")

    assert body == f"?s\t?x\t?y\n<{live.BASE}n/1>\t\t\n".encode()
    other.reply = elsewhere.rows(["x"], *[{}] * 6)
    assert fault(service, HEAD + query)[0] == 422


def test_a_query_for_readers(service: live.Service, other: Elsewhere) -> None:
    """The page tells the same error as programs get."""
    other.reply = elsewhere.reply("no such prefix", "400 Bad Request")
    status, _, body = service.ask(f"ASK {{ SERVICE <{other.iri}> {{}} }}", format="html")

    assert status == 502
    assert b"found status 400: no such prefix" in body


def test_settings_are_judged_at_the_start() -> None:
    """A service that is named wrongly stops the start, and not a query."""
    with pytest.raises(KgError, match="KG_SERVICES: expected addresses such as"):
        create_app(config.read({"KG_SERVICES": "https://b.example"}))
