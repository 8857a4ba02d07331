"""Small builds, and the service running on them, for tests."""

import http.client
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from kg.emit import metadata
from kg.store import loading
from kg.store.prologue import PREFIXES

ROOT = Path(__file__).parent.parent
BASE = "https://w3id.org/communique/"
_RUN = "import os; from kg import config; from kg.web import server; server.run(config.read(os.environ))"


def build(data: Path, lines: str, name: str = "one", *, is_described: bool = False) -> Path:
    """Make a build of N-Triples, with its metadata if wanted, the current one; return its place."""
    folder = data / "builds" / name
    folder.mkdir(parents=True)
    (folder / "graph.nt").write_text(lines, encoding="utf-8")
    if is_described:
        told = "".join(f"{line}\n" for line in metadata.lines(lines.encode(), BASE, PREFIXES))
        (folder / loading.METADATA).write_text(told, encoding="utf-8")
    loading.load(folder)
    loading.index(folder)
    link = data / "next"
    link.symlink_to(folder)
    link.rename(data / "current")
    return folder


def numbers(count: int) -> str:
    """Return a graph of as many triples, each a number's."""
    return "".join(f'<{BASE}n/{i}> <{BASE}value> "number {i}" .\n' for i in range(count))


Sent = tuple[int, http.client.HTTPMessage, bytes]  # status, headers, body


class Service:
    """A running service."""

    def __init__(self, port: int, process: int = 0) -> None:
        self.port = port
        self.process = process

    def open(self) -> http.client.HTTPConnection:
        """Return a connection; an answer that hangs fails the test after a minute."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def send(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> Sent:
        """Return status, headers and body of the answer."""
        connection = self.open()
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def ask(self, query: str, **parameters: str) -> Sent:
        """Return the answer to a query by GET."""
        return self.send("GET", f"/sparql?{urlencode({'query': query, **parameters})}")


def free() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(data: Path, **settings: str) -> Iterator[Service]:
    """Yield the service on the builds below a folder; settings are named without `KG_`, in lower case."""
    port = free()
    given = {"data": str(data), "port": str(port), "workers": "1", **settings}
    environment = os.environ | {f"KG_{name.upper()}": value for name, value in given.items()}
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    try:
        # From this line on connections are taken.
        started = any("Listening at" in line for line in process.stderr)
        assert started, "the service did not start"
        # What it tells later is read too, or it would wait for that.
        reader = threading.Thread(target=process.stderr.read)
        reader.start()
        yield Service(port, process.pid)
    finally:
        process.terminate()
        process.wait()
        reader.join()
        process.stderr.close()
