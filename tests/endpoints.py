"""SPARQL endpoints for tests: Oxigraph's own server, and one that fails as it is told to."""

import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs

JSON = "application/sparql-results+json"


@contextmanager
def oxigraph(lines: str) -> Iterator[str]:
    """Yield the address of an Oxigraph server that holds N-Triples in memory."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = str(Path(sys.executable).with_name("oxigraph"))
    process = subprocess.Popen(
        [program, "serve", "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    try:
        # From this line on connections are taken.
        assert any("Listening" in line for line in process.stdout)
        host = f"http://127.0.0.1:{port}"
        headers = {"Content-Type": "application/n-triples"}
        sent = urllib.request.Request(f"{host}/store?default", lines.encode(), headers, method="POST")
        urllib.request.urlopen(sent, timeout=60).close()
        yield f"{host}/query"
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers; of a body that is cut less is sent than told."""

    status: int = 200
    body: bytes = b""
    media: str = JSON
    headers: tuple[tuple[str, str], ...] = ()
    cut: int = 0


@dataclass(slots=True)
class Server:
    """A server, with what it was asked.

    Attributes:
        answers: called with each query; None for an answer of the server behind.
        behind: address of that server.
        queries: those that came, in their order.
        agents: how those who asked named themselves.
    """

    answers: Callable[[str, int], Reply | None]
    behind: str | None = None
    address: str = ""
    queries: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)

    def reply(self, query: str, agent: str) -> Reply:
        """Return the answer to a query."""
        self.queries.append(query)
        self.agents.append(agent)
        told = self.answers(query, len(self.queries))
        if told is not None:
            return told
        assert self.behind is not None
        headers = {"Content-Type": "application/sparql-query", "Accept": JSON}
        request = urllib.request.Request(self.behind, query.encode(), headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return Reply(body=answer.read())


@contextmanager
def server(
    answers: Callable[[str, int], Reply | None] = lambda _query, _number: None, behind: str | None = None
) -> Iterator[Server]:
    """Yield a server on loopback."""
    made = Server(answers, behind)

    class Handler(_Handler):
        served = made

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.address = f"http://127.0.0.1:{listening.server_address[1]}/sparql"
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield made
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    served: ClassVar[Server]

    def do_POST(self) -> None:
        """Answer as the server was told to."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        reply = self.served.reply(parse_qs(body)["query"][0], self.headers["User-Agent"])
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media)
        self.send_header("Content-Length", str(len(reply.body) + reply.cut))
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
