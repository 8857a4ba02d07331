"""A service elsewhere, which answers as a test tells it, and counts who connects to it."""

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

JSON = "application/sparql-results+json"
_HEAD = re.compile(rb"content-length: (\d+).*?\r\n\r\n", re.IGNORECASE | re.DOTALL)
Reply = bytes | Callable[[socket.socket], None]


class Elsewhere:
    """The service.

    Attributes:
        port: where it listens, on 127.0.0.1.
        reply: what it sends on each connection when it has read the request, or what is done with that.
        asked: what came on each connection.
        called: set when a request was read.
        wrap: what is done with a connection first.
    """

    def __init__(self, listener: socket.socket) -> None:
        self.port = listener.getsockname()[1]
        self.reply: Reply = rows(["s"])
        self.asked: list[bytes] = []
        self.called = threading.Event()
        self.wrap: Callable[[socket.socket], socket.socket] = lambda connection: connection
        self._listener = listener

    @property
    def iri(self) -> str:
        """Return its address."""
        return f"http://127.0.0.1:{self.port}/sparql"

    def run(self) -> None:
        """Answer until the listener is closed."""
        with suppress(OSError):
            while True:
                accepted, _ = self._listener.accept()
                accepted.settimeout(10)
                with accepted, suppress(OSError), self.wrap(accepted) as connection:
                    self.asked.append(_request(connection))
                    self.called.set()
                    if isinstance(self.reply, bytes):
                        connection.sendall(self.reply)
                    else:
                        self.reply(connection)


@contextmanager
def listening() -> Iterator[Elsewhere]:
    """Yield a service that listens; it answers in a thread of its own."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        service = Elsewhere(listener)
        thread = threading.Thread(target=service.run)
        thread.start()
        try:
            yield service
        finally:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def reply(body: bytes | str, status: str = "200 OK", media: str = JSON, *headers: str) -> bytes:
    """Return a whole reply of HTTP."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media}", f"Content-Length: {len(content)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + content


def rows(columns: list[str], *found: dict[str, dict[str, str]]) -> bytes:
    """Return a reply with rows."""
    return reply(json.dumps({"head": {"vars": columns}, "results": {"bindings": found}}))


def _request(connection: socket.socket) -> bytes:
    """Read a request with its body, or what comes in its place."""
    data, whole = b"", None
    while (whole is None or len(data) < whole) and (more := connection.recv(65536)):
        data += more
        if found := _HEAD.search(data):
            whole = found.end() + int(found[1])
    return data
