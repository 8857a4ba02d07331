"""Crowds of slow clients, for tests: each holds a connection and moves next to nothing."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlencode

import live
from pools import ALL

HEAD = b"GET /about HTTP/1.1\r\nHost: here.example\r\nX-Slow: "
BODY = (
    b"POST /sparql HTTP/1.1\r\nHost: here.example\r\nContent-Type: application/sparql-query\r\n"
    b"Content-Length: 100000\r\n\r\nASK {} #"
)
READER = f"GET /sparql?{urlencode({'query': ALL})} HTTP/1.1\r\nHost: here.example\r\n\r\n".encode()
KEPT = b"GET /healthz HTTP/1.0\r\n\r\n"
BEGINNINGS = {
    "half a head": HEAD,
    "half a body": BODY,
    "an answer that nobody reads": READER,
    "an answered connection that stays": KEPT,
}
_PAUSE = 0.1  # seconds between two bytes


@contextlib.contextmanager
def crowd(service: live.Service, number: int, beginning: bytes, *, drips: bool) -> Iterator[None]:
    """Keep so many clients that begin a request; those that drip send a byte ten times a second."""
    with contextlib.ExitStack() as open_ones:
        clients = [open_ones.enter_context(_begun(service, beginning)) for _ in range(number)]
        is_over = threading.Event()

        def drip() -> None:
            while not is_over.wait(_PAUSE):
                for each in clients:
                    with contextlib.suppress(OSError):  # it was left by the service
                        each.send(b"x")

        dripping = threading.Thread(target=drip)
        if drips:
            dripping.start()
        try:
            yield
        finally:
            is_over.set()
            if drips:
                dripping.join()


def _begun(service: live.Service, beginning: bytes) -> socket.socket:
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.connect(("127.0.0.1", service.port))
    client.sendall(beginning)
    return client
