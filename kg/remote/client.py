"""Ask a service elsewhere: one connection to an address that was checked, one request, one answer."""

import contextlib
import http.client
import socket
import ssl
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from typing import Self
from urllib.parse import urlencode, urlsplit

from kg.errors import DeadlineError, LimitError, RemoteError
from kg.remote import addresses
from kg.remote.addresses import Address
from kg.version import VERSION

JSON = "application/sparql-results+json"
_PORTS = {"http": 80, "https": 443}
TOLD = 2_000  # characters of an error that are handed on


class Deadline:
    """Shuts a connection down when its time is over, or before when it is told to, whatever that waits for.

    A time-out of the socket bounds each wait alone, and bytes may come one by one for ever.

    Attributes:
        is_over: whether it has come.
    """

    def __init__(self, seconds: float) -> None:
        """Have it come in so many seconds, counted from now."""
        self.is_over = False
        self._until = time.monotonic() + seconds
        self._watched: socket.socket | None = None
        self._timer: threading.Timer | None = None

    @property
    def left(self) -> float:
        """Return the seconds until it comes."""
        return max(0.001, self._until - time.monotonic())

    def __enter__(self) -> Self:
        """Let it come from now on."""
        self._timer = threading.Timer(self.left, self.end)
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Let it come no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        self._close()

    def watch(self, connection: socket.socket) -> None:
        """Shut this connection down, and no other.

        Raises:
            TimeoutError: it has come already.
        """
        self._close()
        self._watched = connection.dup()  # what is done with the first, as for TLS, is none of its business
        # In this order: who ends it meanwhile finds the connection, or we find that it is over.
        if self.is_over:
            raise TimeoutError

    def end(self) -> None:
        """Have it come now; any thread may."""
        self.is_over = True
        if self._watched is not None:
            with contextlib.suppress(OSError):  # it is closed already
                self._watched.shutdown(socket.SHUT_RDWR)

    def _close(self) -> None:
        if self._watched is not None:
            self._watched.close()


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks.

    Attributes:
        agent: names us to others.
        most: most bytes of an answer.
    """

    agent: str
    most: int

    def ask(self, iri: str, query: str, deadline: Deadline, *, is_local: bool) -> bytes:
        """Return what a service answers to a SELECT, in JSON.

        Args:
            iri: the service, of the scheme http or https.
            query: what is sent.
            deadline: of all of it, but for the look-up of the name.
            is_local: whether its addresses may be others than public ones.

        Raises:
            ForbiddenQueryError: one of its addresses may not be asked; no connection was opened.
            RemoteError: it cannot be reached, or answers with something else.
            DeadlineError: it takes too long.
            LimitError: its answer is too large.
        """
        parts = urlsplit(iri)
        port = parts.port or _PORTS[parts.scheme]
        checked = addresses.resolve(str(parts.hostname), port, is_local=is_local)
        seconds = deadline.left
        with deadline, closing(_Connection(iri, checked, deadline)) as connection:
            failure: Exception | None = None
            try:
                with self._send(connection, f"{parts.path}?{parts.query}".rstrip("?"), query) as answer:
                    body = answer.read(self.most + 1)
            except (OSError, http.client.HTTPException) as error:
                failure = error
            if deadline.is_over:
                limit: dict[str, object] = {"limit": "seconds", "value": round(seconds, 1)}
                raise DeadlineError(f"no answer within {seconds:.1f} seconds", limit) from failure
            if failure is not None:
                found = str(failure) or type(failure).__name__
                raise RemoteError(f"expected an answer, found: {found}") from failure
            self._judge(answer, body)
            return body

    def _send(self, connection: "_Connection", path: str, query: str) -> http.client.HTTPResponse:
        headers = {
            "Accept": JSON,
            "Accept-Encoding": "identity",  # so that the bytes that come are those that count
            "Content-Type": "application/x-www-form-urlencoded",
            "User-Agent": self.agent,
        }
        connection.request("POST", path, urlencode({"query": query}).encode(), headers)
        return connection.getresponse()

    def _judge(self, answer: http.client.HTTPResponse, body: bytes) -> None:
        if HTTPStatus.MULTIPLE_CHOICES <= answer.status < HTTPStatus.BAD_REQUEST:
            raise RemoteError(f"expected an answer, found a way to {answer.getheader('Location')}: not taken")
        if answer.status != HTTPStatus.OK:
            told = body.decode(errors="replace")[:TOLD]
            raise RemoteError(f"expected an answer, found status {answer.status}: {told}", {"told": told})
        media = answer.headers.get_content_type()
        if media != JSON or answer.getheader("Content-Encoding", "identity") != "identity":
            raise RemoteError(f"expected {JSON} as it is, found {media}")
        if len(body) > self.most:
            limit = {"limit": "bytes", "value": self.most}
            raise LimitError(f"the answer has more than {self.most:,} bytes: ask for less", limit)


def agent(base: str) -> str:
    """Return the name that we go by elsewhere, with the address where we can be found."""
    return f"Communique/{VERSION} (+{base})"


class _Connection(http.client.HTTPConnection):
    """A connection to one of some addresses; no name is looked up."""

    def __init__(self, iri: str, checked: tuple[Address, ...], deadline: Deadline) -> None:
        parts = urlsplit(iri)
        self._is_secure = parts.scheme == "https"
        self.default_port = _PORTS[parts.scheme]
        super().__init__(str(parts.hostname), parts.port or self.default_port)
        self._checked = checked
        self._deadline = deadline

    def connect(self) -> None:
        """Connect to the first address that takes us."""
        self.sock = self._dial()
        if self._is_secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def _dial(self) -> socket.socket:
        failure = OSError("no address")
        for family, place in self._checked:
            dialled = socket.socket(family, socket.SOCK_STREAM)
            try:
                self._deadline.watch(dialled)
                dialled.connect(place)
            except OSError as error:
                dialled.close()
                failure = error
            else:
                return dialled
        raise failure
