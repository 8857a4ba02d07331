"""Many clients at once, heavy ones, and such as stall: the others are answered; over a running service."""

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

import live
import pytest
from pools import ALL, HEAVY


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a build of 50,000 triples."""
    data = tmp_path_factory.mktemp("data")
    live.build(data, live.numbers(50_000))
    return data


@pytest.fixture(scope="module")
def service(data: Path) -> Iterator[live.Service]:
    """Yield the service in two processes, with a deadline of a few seconds."""
    with live.serve(data, workers="2", query_seconds="8", stall_seconds="20") as service:
        yield service


@pytest.mark.parametrize(("query", "number"), [("ASK {}", 200), (HEAVY, 60)], ids=["short", "heavy"])
def test_burst(service: live.Service, query: str, number: int) -> None:
    """Of many connections at once none is lost: each is answered, told to come again, or of a deadline."""
    ready = threading.Barrier(number)

    def ask(_: int) -> tuple[int, bool]:
        ready.wait()
        status, headers, _ = service.ask(query)
        return status, "Retry-After" in headers

    with ThreadPoolExecutor(number) as clients:
        answers = list(clients.map(ask, range(number)))

    assert set(answers) <= {(200, False), (503, True), (504, False)}
    assert (200 if query == "ASK {}" else 504, False) in answers


def test_short_queries_beside_heavy_ones(service: live.Service) -> None:
    """While eight heavy queries run, short ones are answered, once it is known which are which."""
    with ThreadPoolExecutor(8) as clients:
        heavy = [clients.submit(service.ask, HEAVY) for _ in range(8)]
        while service.ask("ASK {}")[0] == 503:
            pass
        statuses = [service.ask("ASK {}")[0] for _ in range(30)]
        is_beside = not all(each.done() for each in heavy)
        ended = {each.result()[0] for each in heavy}

    assert statuses[-20:] == [200] * 20
    assert is_beside
    assert ended <= {503, 504}


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"GET /spar", id="half a line"),
        pytest.param(b"GET /sparql HTTP/1.1\r\nHost: x\r\n", id="half a head"),
        pytest.param(
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: 100\r\n\r\nASK",
            id="half a body",
        ),
        pytest.param(
            f"GET /sparql?{urlencode({'query': ALL})} HTTP/1.1\r\nHost: x\r\n\r\n".encode(), id="no reading"
        ),
    ],
)
def test_clients_that_stall(data: Path, sent: bytes) -> None:
    """Clients that send half a request, or read no answer, keep no thread: others are answered."""
    with live.serve(data, threads="2", stall_seconds="0.5") as service, ExitStack() as stack:
        service.ask("ASK {}")
        for _ in range(4):
            stalled = stack.enter_context(socket.socket())
            stalled.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            stalled.connect(("127.0.0.1", service.port))
            stalled.sendall(sent)
        status, _, _ = service.ask("ASK {}")

    assert status == 200


def test_clients_that_send_nothing(service: live.Service) -> None:
    """Connections made in advance, as browsers make them, keep no thread: others are answered at once."""
    with ExitStack() as stack:
        for _ in range(64):  # twice as many as there are threads
            stack.enter_context(socket.create_connection(("127.0.0.1", service.port)))
        begun = time.monotonic()
        status, _, _ = service.ask("ASK {}")

    assert status == 200
    assert time.monotonic() - begun < 10  # a thread that waits for a request does so for 20 seconds


def test_a_body_that_is_too_long(service: live.Service) -> None:
    """A body of more bytes than a query may have is refused before it is read."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=60) as client:
        client.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: 999999999999\r\n\r\n"
        )
        answer = client.recv(100)

    assert answer.startswith(b"HTTP/1.1 413 ")
