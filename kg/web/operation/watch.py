"""Each request from its first byte to the last of its answer: what is logged and counted of it."""

import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from flask import Flask, has_request_context, request

from kg.errors import KgError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HEADER = "X-Request-Id"
KEY = "kg.seen"  # where the environment of a request has what is seen of it
NOWHERE = "none"  # the route of an address that leads to nothing
_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")


class Seen:
    """What is seen of a request.

    Attributes:
        id: what its answer and all lines of the log name it by: as the client told, or made here.
        method: its method.
        client: address of who asked.
        route: pattern of the address that was asked.
        build: name of the build that was asked; empty where none was.
        query: text of the query that it brought; empty where it brought none.
        status: of the answer.
        bytes: of the answer's body.
        seconds: until the answer had gone.
        error: name of what broke the answer off; empty where it came to its end.
    """

    def __init__(self, environ: "WSGIEnvironment") -> None:
        told = environ.get("HTTP_X_REQUEST_ID", "")
        self.id = told if _ID.fullmatch(told) else secrets.token_hex(8)
        self.method: str = environ["REQUEST_METHOD"]
        self.client: str = environ.get("REMOTE_ADDR", "")
        self.route, self.build, self.query, self.error = NOWHERE, "", "", ""
        self.status, self.bytes, self.seconds = 0, 0, 0.0
        self._begun = time.monotonic()

    def stop(self) -> "Seen":
        """Note that the answer has gone."""
        self.seconds = time.monotonic() - self._begun
        return self


class Watch:
    """An application whose requests are seen, and told of when their answers have gone."""

    def __init__(self, app: "WSGIApplication", tell: Callable[[Seen], None]) -> None:
        self._app = app
        self._tell = tell

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request."""
        seen = environ[KEY] = Seen(environ)

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:  # noqa: ANN401 # as WSGI has it
            seen.status = int(status[:3])
            return start_response(status, [*headers, (HEADER, seen.id)], exc_info)

        body: Iterable[bytes] = self._app(environ, start)
        # The server sends a file by itself.
        if type(body) is not environ.get("wsgi.file_wrapper"):
            return _Body(body, seen, self._tell)
        self._tell(seen.stop())
        return body


class _Body:
    """The body of an answer, counted as it goes."""

    def __init__(self, body: Iterable[bytes], seen: Seen, tell: Callable[[Seen], None]) -> None:
        self._body, self._seen, self._tell = body, seen, tell
        self._is_whole = False

    def __iter__(self) -> Iterator[bytes]:
        try:
            for data in self._body:
                self._seen.bytes += len(data)
                yield data
            self._is_whole = True
        except KgError as error:
            self._seen.error = error.end
            raise

    def close(self) -> None:
        """Tell of the request, whether all of the body was taken or not."""
        try:
            if close := getattr(self._body, "close", None):
                close()
        finally:
            if not self._is_whole:
                self._seen.error = self._seen.error or "client_gone"
            self._tell(self._seen.stop())


def register(app: Flask, tell: Callable[[Seen], None]) -> None:
    """Have the requests of an application seen, and told of."""

    @app.before_request
    def note() -> None:
        if request.url_rule is not None and (seen := here()):
            seen.route = request.url_rule.rule

    app.wsgi_app = Watch(app.wsgi_app, tell)  # type: ignore[method-assign]


def here() -> Seen | None:
    """Return what is seen of the request at hand; None where there is none."""
    found: Seen | None = request.environ.get(KEY) if has_request_context() else None
    return found
