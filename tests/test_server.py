"""The web server: how much a request may be, and what becomes of the service when a process is killed."""

import http.client
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import live
import pytest
from kills import children, grandchildren, kill, runs

from kg import config
from kg.errors import KgError
from kg.web import server

LONG = "a" * 9_000


@pytest.fixture(scope="module")
def service(numbered: Path) -> Iterator[live.Service]:
    """Yield the service as it comes."""
    with live.serve(numbered, workers="2") as service:
        yield service


def answers(service: live.Service, seconds: float = 15.0) -> bool:
    """Say whether the service answers a query within some seconds, however often it is to be asked."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if service.ask("ASK { ?s ?p ?o }")[0] == 200:
                return True
        except (OSError, http.client.HTTPException):
            continue
    return False


def test_address_that_is_too_long(service: live.Service) -> None:
    """An address past the limit is 414."""
    assert service.send("GET", f"/search?q={LONG}")[0] == 414


@pytest.mark.parametrize(
    "headers", [{"X-Long": LONG}, {f"X-{number}": "" for number in range(120)}], ids=["long", "many"]
)
def test_headers_that_are_too_large(service: live.Service, headers: dict[str, str]) -> None:
    """A header that is too long, and too many of them, are 431."""
    assert service.send("GET", "/about", headers=headers)[0] == 431


@pytest.mark.parametrize("path", ["/sparql", "/q", "/crosswalk", "/reconcile"])
def test_body_that_is_too_large(service: live.Service, path: str) -> None:
    """A body past the limit is 413, and is not waited for."""
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(10**12)}
    begun = time.monotonic()
    status, _, _ = service.send("POST", path, headers=headers)

    assert status == 413
    assert time.monotonic() - begun < 5


def test_web_server_process_is_killed(service: live.Service) -> None:
    """Where a web server process is killed, another takes its place."""
    assert answers(service)
    killed = next(filter(None, (children(service.process) for _ in range(1000))))[0]
    os.kill(killed, signal.SIGKILL)

    assert answers(service)
    while killed in children(service.process) or len(children(service.process)) < 2:
        assert answers(service)


def test_processes_for_queries_are_killed(service: live.Service) -> None:
    """Where all processes for queries are killed that wait, those that come are answered by others."""
    assert answers(service)
    asking = grandchildren(service.process)
    kill(asking)
    until, pause = time.monotonic() + 15, threading.Event()
    while any(map(runs, asking)) and time.monotonic() < until:  # a signal takes its time
        pause.wait(0.02)
    statuses = [service.ask("ASK { ?s ?p ?o }")[0] for _ in range(8)]

    assert asking
    assert statuses == [200] * 8


def test_master_is_killed(numbered: Path) -> None:
    """Where the first process is killed, all others end, and the service can be started anew at once."""
    with live.serve(numbered, workers="2") as service:
        assert answers(service)
        others = [*children(service.process), *grandchildren(service.process)]
        os.kill(service.process, signal.SIGKILL)
        until, pause = time.monotonic() + 15, threading.Event()
        while any(map(runs, others)) and time.monotonic() < until:
            pause.wait(0.1)
        left = [each for each in others if runs(each)]
    with live.serve(numbered) as again:
        assert answers(again)
    assert left == []


@pytest.mark.parametrize(
    ("metrics", "found"),
    [
        ("127.0.0.2:{port}", "^KG_METRICS: expected a port of its own, found that of the service, {port}"),
        ("127.0.0.1:99999", "^127.0.0.1:99999: expected an address to listen on, found: "),
    ],
)
def test_port_of_the_figures(metrics: str, found: str) -> None:
    """The figures have a port of their own, which there is: at that of the service all would read them."""
    port = str(live.free())
    with pytest.raises(KgError, match=found.format(port=port)):
        server.run(config.read({"KG_PORT": port, "KG_METRICS": metrics.format(port=port)}))


def test_address_that_is_taken(service: live.Service) -> None:
    """An address of the service, or of its figures, that is taken is told in one line."""
    taken = f"127.0.0.1:{service.port}"
    for settings in ({"KG_PORT": str(service.port)}, {"KG_PORT": str(live.free()), "KG_METRICS": taken}):
        with pytest.raises(KgError, match=f"^{taken}: expected an address to listen on, found: Address"):
            server.run(config.read(settings))
