"""A service elsewhere that does not answer holds neither its query nor other queries; over real servers."""

import json
import secrets
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import elsewhere
import live
import pytest
from elsewhere import Elsewhere

from kg.remote.joining import CALLS

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SECONDS = 30  # deadline: longer than any test may take


class Stalled:
    """A service that takes every request and answers none.

    Attributes:
        iri: its address.
        called: is released with each request.
        left: is released with each connection that is shut while it waits.
    """

    def __init__(self, listener: socket.socket) -> None:
        self.iri = f"http://127.0.0.1:{listener.getsockname()[1]}/sparql"
        self.called = threading.Semaphore(0)
        self.left = threading.Semaphore(0)
        self._listener = listener

    def run(self) -> None:
        """Take connections until the listener is closed."""
        with ThreadPoolExecutor(CALLS + 8) as crowd:
            while True:
                try:
                    accepted, _ = self._listener.accept()
                except OSError:
                    return
                crowd.submit(self._hold, accepted)

    def _hold(self, connection: socket.socket) -> None:
        connection.settimeout(SECONDS)
        with connection:
            connection.recv(65536)
            self.called.release()
            while connection.recv(65536):
                pass
            self.left.release()


@pytest.fixture(scope="module")
def stalled() -> Iterator[Stalled]:
    """Yield such a service."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        service = Stalled(listener)
        thread = threading.Thread(target=service.run)
        thread.start()
        yield service
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.fixture(scope="module")
def quick() -> Iterator[Elsewhere]:
    """Yield a service that answers."""
    with elsewhere.listening() as running:
        yield running


@pytest.fixture(scope="module")
def service(
    tmp_path_factory: pytest.TempPathFactory, stalled: Stalled, quick: Elsewhere
) -> Iterator[live.Service]:
    """Yield our service, which may ask both."""
    data: Path = tmp_path_factory.mktemp("data")
    live.build(data, live.numbers(1))
    settings = {"services": f"local:{stalled.iri} local:{quick.iri}", "service_seconds": str(SECONDS)}
    with live.serve(data, **settings, query_seconds=str(SECONDS)) as running:
        yield running


def blocked(stalled: Stalled) -> str:
    """Return a query that waits."""
    return f"ASK {{ SERVICE SILENT <{stalled.iri}> {{ ?s ?p ?o }} }}"


def listed(service: live.Service, mine: dict[str, str]) -> list[dict[str, str]]:
    """Return the queries of an owner."""
    return list(json.loads(service.send("GET", "/sparql/running", headers=mine)[2])["running"])


def path(query: str) -> str:
    """Return the address of a query's answer."""
    return f"/sparql?query={quote(query)}"


def test_listed_and_cancelled(service: live.Service, stalled: Stalled) -> None:
    """A query that waits for another service is listed once; cancelled, it is 409 and that call is ended."""
    mine = {"X-Query-Key": secrets.token_urlsafe(16)}
    with ThreadPoolExecutor(1) as crowd:
        answer = crowd.submit(service.send, "GET", path(blocked(stalled)), None, mine)
        assert stalled.called.acquire(timeout=10)
        [row] = listed(service, mine)
        deleted, _, _ = service.send("DELETE", f"/sparql/running/{row['id']}", headers=mine)
        status, headers, body = answer.result(5)

    assert (row["query"], deleted, status) == (blocked(stalled), 204, 409)
    assert (headers["X-Query-Id"], json.loads(body)["query"]) == (row["id"], row["id"])
    assert stalled.left.acquire(timeout=5)
    assert listed(service, mine) == []


def test_the_client_goes(service: live.Service, stalled: Stalled) -> None:
    """A query whose client has gone away ends, and with it the call of the other service."""
    connection = service.open()
    connection.request("GET", path(blocked(stalled)))
    assert stalled.called.acquire(timeout=10)
    connection.close()

    assert stalled.left.acquire(timeout=5)


def test_its_time_is_over(service: live.Service, stalled: Stalled) -> None:
    """A silent block takes no longer than its query may; the error tells that limit."""
    status, _, body = service.ask(blocked(stalled), timeout="0.5")
    told = json.loads(body)

    assert (status, told["detail"]) == (504, "SERVICE took all of the 0.5 seconds of the query")
    assert (told["limit"], told["value"]) == ("seconds", 0.5)
    assert stalled.called.acquire(timeout=5)
    assert stalled.left.acquire(timeout=5)


def test_listed_again(service: live.Service, quick: Elsewhere) -> None:
    """A query whose services answer goes on to its result, and is listed no more behind it."""
    mine = {"X-Query-Key": secrets.token_urlsafe(16)}
    quick.reply = elsewhere.rows(["s"], {"s": {"type": "uri", "value": "x:y"}})
    query = f"SELECT ?s {{ SERVICE <{quick.iri}> {{ ?s a ?c }} }}"
    status, _, body = service.send("GET", path(query), headers=mine | {"Accept": "text/csv"})

    assert (status, body.split()) == (200, [b"s", b"x:y"])
    assert listed(service, mine) == []


def test_many(service: live.Service, stalled: Stalled) -> None:
    """While as many wait as may, more are told to come again, links too; who asks us alone is answered."""
    with ExitStack() as stack:
        for _ in range(CALLS):
            waiting = service.open()
            stack.callback(waiting.close)
            waiting.request("GET", path(blocked(stalled)))
            assert stalled.called.acquire(timeout=10)
        with ThreadPoolExecutor(10) as crowd:
            more = [crowd.submit(service.ask, blocked(stalled)) for _ in range(10)]
            status, _, _ = service.ask("ASK {}")
            linked, _, _ = service.send("POST", path(blocked(stalled)).replace("/sparql", "/q", 1), b"", FORM)
            refused = [answer.result(10) for answer in more]

    told = json.loads(refused[0][2])
    assert (status, linked) == (200, 503)
    assert {answer[0] for answer in refused} == {503}
    assert all(int(answer[1]["Retry-After"]) > 0 for answer in refused)
    assert (told["limit"], told["value"]) == ("capacity", CALLS)
    for _ in range(CALLS):
        assert stalled.left.acquire(timeout=5)
