"""A new build, or new processes, take over under load: no request is lost, no answer is of two builds."""

import os
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import live
import pytest
import strait

NAMES = ("Mara Eins", "Mara Zwei")
NAME = "Mara Voss"
QUERY = "SELECT ?s ?n { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?n }"
PATHS = (
    "/person/mara-voss.html",
    "/person/mara-voss.ttl",
    "/person/mara-voss.evidence.html",
    "/person/",
    "/search?q=mara",
    "/search/names?q=mara",
    f"/sparql?{urlencode({'query': QUERY, 'format': 'csv'})}",
)
ASKERS = 6
SECONDS = 6.0


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with two builds, in each of which somebody has another name."""
    place = tmp_path_factory.mktemp("reload")
    graph = ((strait.make(place / "strait") / "current").resolve() / "graph.nt").read_text(encoding="utf-8")
    for name in NAMES:
        live.build(place, graph.replace(NAME, name), name[-4:].lower(), is_described=True)
    return place


@contextmanager
def load(service: live.Service) -> Iterator[Counter[tuple[int, bool, bool]]]:
    """Ask from several threads until the end; yield how many answers had which status and which names."""
    found: Counter[tuple[int, bool, bool]] = Counter()
    is_over, lock = threading.Event(), threading.Lock()

    def ask(number: int) -> None:
        while not is_over.is_set():
            number += 1
            path = PATHS[number % len(PATHS)]
            try:
                status, _, body = service.send("GET", path, headers={"Accept": "*/*"})
            except OSError:
                status, body = 0, b""
            with lock:
                found[status, *(name.encode() in body for name in NAMES)] += 1

    with ThreadPoolExecutor(ASKERS) as askers:
        asked = [askers.submit(ask, number) for number in range(ASKERS)]
        try:
            yield found
        finally:
            is_over.set()
    for each in asked:
        each.result()


def repeat(change: Callable[[int], None], pause: float) -> int:
    """Change something again and again for some seconds; return how often."""
    is_over, times = threading.Event(), 0
    while times * pause < SECONDS:
        change(times)
        times += 1
        is_over.wait(pause)
    return times


def switch(data: Path, number: int) -> None:
    """Make the other build current, as `kg build` does."""
    link = data / "next"
    link.symlink_to(data / "builds" / NAMES[number % 2][-4:].lower())
    link.replace(data / "current")


def test_builds_alternate(data: Path) -> None:
    """While two builds take turns twenty times a second, each request is answered from one of them."""
    with live.serve(data, workers="2") as service, load(service) as found:
        switches = repeat(lambda number: switch(data, number), 0.05)

    assert switches >= 100
    assert set(found) == {(200, True, False), (200, False, True)}
    assert min(found.values()) >= 20


def test_processes_are_replaced(data: Path) -> None:
    """While all web server processes are replaced every two seconds, no request is lost."""
    switch(data, 0)
    with live.serve(data, workers="2") as service, load(service) as found:
        repeat(lambda _: os.kill(service.process, signal.SIGHUP), 2.0)

    assert set(found) == {(200, True, False)}
