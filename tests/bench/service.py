"""Measure the service under load, beside Oxigraph's own server and rdflib-endpoint.

`python tests/bench/service.py [ROWS]` starts all three, one after the other, on the same generated triples (a
million without ROWS), and prints a table. It needs `pip install --group bench`.

- `ASK {}`: milliseconds until it is answered, alone, and while eight clients ask queries that never end.
- Burst: 200 connections at once; how many are answered, told to come again (429, 503), told of a deadline
  (504), and lost: no answer within the patience of a client, or a broken one.
- All rows: seconds until the first bytes of a result of all triples and until its end, the memory that all
  processes of the server have meanwhile more than before (the sum of what is resident of each), and how many
  rows came.
"""

import http.client
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent.parent))

import live
import starting
from pools import ALL, HEAVY

ROWS = 1_000_000
SHORT = "ASK {}"
MIDDLE = "SELECT * { ?s ?p ?o } LIMIT 1000"  # some hundred kB
MARK = b'"number '  # stands once in each row
SECONDS = 30  # deadline of a query, where a server has one
PATIENCE = 45  # seconds that a client waits for the next bytes
BURST, HEAVIES, ASKED = 200, 8, 100
_RDFLIB = """
import sys, uvicorn
from rdflib import Graph
from rdflib_endpoint import SparqlEndpoint
data = Graph()
data.parse(sys.argv[2], format="nt")
app = SparqlEndpoint(graph=data, public_url=f"http://127.0.0.1:{sys.argv[1]}/")
uvicorn.run(app, port=int(sys.argv[1]), log_level="critical")
"""


class Subject:
    """A server that is measured."""

    def __init__(self, port: int, process: int, path: str) -> None:
        self._port, self._process, self._path = port, process, path

    def ask(self, query: str) -> tuple[int, float, int]:
        """Return status, seconds until the first bytes, and number of rows of the answer."""
        begun = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            path = f"{self._path}?{urlencode({'query': query})}"
            connection.request("GET", path, headers={"Accept": "application/sparql-results+json"})
            answer = connection.getresponse()
            seen = answer.read(1)
            first, rows = time.monotonic() - begun, 0
            while piece := answer.read(1 << 16):
                seen = seen[1 - len(MARK) :] + piece  # a mark may be cut by the end of a piece
                rows += seen.count(MARK)
            return answer.status, first, rows
        finally:
            connection.close()

    def memory(self) -> int:
        """Return the bytes of memory that the server and all that it has started have resident."""
        return sum(_resident(process) for process in _family(self._process))


@contextmanager
def ours(data: Path) -> Iterator[Subject]:
    """Yield this project's service, as it comes but for the deadline."""
    with live.serve(data, workers="2", query_seconds=str(SECONDS)) as service:
        yield Subject(service.port, service.process, "/sparql")


@contextmanager
def oxigraph(data: Path) -> Iterator[Subject]:
    """Yield Oxigraph's own server, on the same store."""
    port = starting.free()
    store = str((data / "current" / "store").resolve())
    command = [
        str(Path(sys.executable).with_name("oxigraph")),
        "serve-read-only",
        "--location",
        store,
        "--bind",
        f"127.0.0.1:{port}",
    ]
    command += ["--timeout-s", str(SECONDS)]
    with starting.running(port, *command) as process:
        yield Subject(port, process, "/query")


@contextmanager
def rdflib_endpoint(data: Path) -> Iterator[Subject]:
    """Yield rdflib-endpoint, which has all triples in memory."""
    port = starting.free()
    command = [sys.executable, "-c", _RDFLIB, str(port), str(data / "current" / "graph.nt")]
    with starting.running(port, *command, patience=600) as process:
        yield Subject(port, process, "/")


SUBJECTS = {"communique": ours, "oxigraph serve": oxigraph, "rdflib-endpoint": rdflib_endpoint}


def main() -> None:
    """Measure each server, and print a table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        live.build(data, live.numbers(rows))
        measured = {name: dict(_measure(make, data)) for name, make in SUBJECTS.items()}
    print(f"| {rows:,} triples | {' | '.join(measured)} |\n|---{'|---' * len(measured)}|")
    for line in measured["communique"]:
        print(f"| {line} | {' | '.join(found[line] for found in measured.values())} |", flush=True)


def _measure(make: Callable[..., object], data: Path) -> Iterator[tuple[str, str]]:
    with make(data) as server:
        server.ask(SHORT)
        yield "`ASK {}` alone, ms: p50, p95", _short(server)
        yield "all rows: first bytes s, end s, memory MB", _large(server)
        yield f"burst of {BURST} `ASK {{}}`", _burst(server, SHORT)
        yield f"burst of {BURST} of 1000 rows each", _burst(server, MIDDLE)
        with _busy(server):
            yield f"`ASK {{}}` beside {HEAVIES} heavy ones, ms: p50, p95", _short(server)
        yield f"burst of {BURST} heavy ones", _burst(server, HEAVY)


def _short(server: Subject) -> str:
    times = []
    for _ in range(ASKED):
        begun = time.monotonic()
        with suppress(OSError, http.client.HTTPException):
            server.ask(SHORT)
        times.append(time.monotonic() - begun)
        if sum(times) > 3 * PATIENCE:
            break
    if len(times) < 3:
        return f"no answer within {times[0]:.0f} s"
    return f"{statistics.median(times) * 1000:.0f}, {statistics.quantiles(times, n=20)[-1] * 1000:.0f}"


def _large(server: Subject) -> str:
    before, most, is_over = server.memory(), 0, threading.Event()

    def watch() -> None:
        nonlocal most
        while not is_over.wait(0.05):
            most = max(most, server.memory())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        begun = time.monotonic()
        _, first, rows = server.ask(ALL)
        end = time.monotonic() - begun
        return f"{first:.2f}, {end:.1f}, {(max(most, before) - before) / 1e6:.0f} ({rows:,} rows)"
    except (OSError, http.client.HTTPException) as error:
        return f"lost ({type(error).__name__}), {(most - before) / 1e6:.0f}"
    finally:
        is_over.set()
        watcher.join()


def _burst(server: Subject, query: str) -> str:
    ready = threading.Barrier(BURST)

    def ask(_: int) -> str:
        ready.wait()
        try:
            status, _, _ = server.ask(query)
        except (OSError, http.client.HTTPException):
            return "lost"
        return {200: "answered", 429: "refused", 503: "refused", 504: "deadline"}.get(status, str(status))

    begun = time.monotonic()
    with ThreadPoolExecutor(BURST) as clients:
        found = Counter(clients.map(ask, range(BURST)))
    told = ", ".join(f"{number} {what}" for what, number in sorted(found.items()))
    return f"{told}; {time.monotonic() - begun:.1f} s"


@contextmanager
def _busy(server: Subject) -> Iterator[None]:
    """Keep clients asking heavy queries, each anew as soon as it is answered."""
    is_over = threading.Event()

    def ask() -> None:
        while not is_over.is_set():
            with suppress(OSError, http.client.HTTPException):
                server.ask(HEAVY)

    clients = [threading.Thread(target=ask, daemon=True) for _ in range(HEAVIES)]
    for client in clients:
        client.start()
    time.sleep(2)  # so that all of them run
    yield
    is_over.set()
    for client in clients:
        client.join()


def _family(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _family(int(child))


def _resident(process: int) -> int:
    with suppress(OSError, IndexError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * 4096
    return 0


if __name__ == "__main__":
    main()
