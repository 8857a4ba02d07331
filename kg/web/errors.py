"""Errors as answers, in the form that was asked for."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, current_app, json, render_template, request
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from kg.errors import KgError, NotFoundError, QueryError, StoreError
from kg.store.worker import DAMAGE
from kg.web.hits import Hit, nearest
from kg.web.service import Service
from kg.web.values import Value
from kg.web.wording import mark

RETRY = 5  # seconds after which a busy service may be asked again
PROBLEM = "application/problem+json"  # RFC 9457
# What errors are called, as messages (RFC 9110).
TITLES = (
    mark("Bad Gateway"),
    mark("Bad Request"),
    mark("Conflict"),
    mark("Forbidden"),
    mark("Gateway Timeout"),
    mark("Gone"),
    mark("Insufficient Storage"),
    mark("Internal Server Error"),
    mark("Method Not Allowed"),
    mark("Not Acceptable"),
    mark("Not Found"),
    mark("Not Implemented"),
    mark("Request Entity Too Large"),
    mark("Request-URI Too Long"),
    mark("Service Unavailable"),
    mark("Too Many Requests"),
    mark("Unauthorized"),
    mark("Unprocessable Entity"),
    mark("Unsupported Media Type"),
)
# What an error can be told in; clients that take anything, or ask for anything else, are told in JSON.
MEDIA = (PROBLEM, "application/json", "text/html", "text/plain")


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What the template `error.html` shows.

    Attributes:
        status: HTTP status code.
        title: what kind of error it is.
        detail: what was expected, and what was found.
        words: what may be searched for instead; empty where nothing can be guessed.
        links: pages that may be meant.
        near: things whose names are like these words.
    """

    status: int
    title: str
    detail: str
    words: str = ""
    links: tuple[Value, ...] = ()
    near: tuple[Hit, ...] = ()


def register(app: Flask) -> None:
    """Let the application answer with the errors of the house, and with those of HTTP."""
    app.register_error_handler(KgError, _answer)
    app.register_error_handler(HTTPException, _answer)
    app.register_error_handler(ParseException, _damaged)
    for kind in (OSError, RuntimeError, sqlite3.Error):
        app.register_error_handler(kind, _unreadable)


def told(error: KgError) -> str:
    """Return what clients are told of an error; what is kept from them goes into the log."""
    if error.told != str(error):
        current_app.logger.error("%s", error)
    return error.told


def _damaged(error: ParseException) -> Response:
    """Answer a body in chunks that are broken: the server reads it only as a view asks for it."""
    return _answer(QueryError(f"body: expected whole chunks, found: {error}"))


def _unreadable(error: OSError | RuntimeError | sqlite3.Error) -> Response:
    """Answer where a file is damaged or a disk full: whatever was read of it, no part of it is an answer.

    Raises:
        RuntimeError: it is no error of the engine's.
    """
    if isinstance(error, RuntimeError) and not str(error).startswith(DAMAGE):
        raise error
    current_app.logger.error("a file cannot be read or written", exc_info=error)
    told = "store: expected files that can be read and written, found one that cannot: the log tells which"
    return _answer(StoreError(told))


def _answer(error: KgError | HTTPException) -> Response:
    page = _page(error)
    answer = _form(page, error.members if isinstance(error, KgError) else {})
    if isinstance(error, HTTPException):  # such as Allow for a method that is not
        for name, value in error.get_headers():
            if name.lower() != "content-type":
                answer.headers[name] = value
    if page.status == HTTPStatus.SERVICE_UNAVAILABLE:
        answer.headers["Retry-After"] = str(RETRY)
    answer.vary.add("Accept")
    answer.headers["Access-Control-Allow-Origin"] = "*"  # scripts of other hosts may read what went wrong
    return answer


def _page(error: KgError | HTTPException) -> ErrorPage:
    if isinstance(error, KgError):
        status, detail = error.status, told(error)
    else:
        status, detail = HTTPStatus(error.code or 500), error.description or ""
    missing = status == HTTPStatus.NOT_FOUND
    links = _links(error)
    words = _guess(request.path) if missing and not links else ""
    return ErrorPage(status.value, status.phrase, detail, words, links, _near(words))


def _near(words: str) -> tuple[Hit, ...]:
    """Return the things that words of an address may mean, for a page; nothing while there is no build."""
    if not words or _media() != "text/html":
        return ()
    service: Service = current_app.extensions["service"]
    try:
        return nearest(service.graph(), words)
    except StoreError as error:
        current_app.logger.error("%s", error)
        return ()


def _media() -> str:
    return request.accept_mimetypes.best_match(MEDIA, default=PROBLEM)


def _form(page: ErrorPage, members: Mapping[str, object]) -> Response:
    media = _media()
    if media == "text/html":
        body, kind = render_template("error.html", page=page), "text/html; charset=utf-8"
    elif media == "text/plain":
        body, kind = f"{page.status} {page.title}: {page.detail}\n", "text/plain; charset=utf-8"
    else:
        problem = {"type": "about:blank", "title": page.title, "status": page.status, "detail": page.detail}
        body, kind = json.dumps({**members, **problem}) + "\n", PROBLEM
    return Response(body, page.status, content_type=kind)


def _links(error: KgError | HTTPException) -> tuple[Value, ...]:
    found = error.links if isinstance(error, NotFoundError) else {}
    return tuple(Value(name, path) for name, path in found.items())


def _guess(path: str) -> str:
    """Return the words of the last part of an address, without a suffix."""
    return path.rstrip("/").rpartition("/")[2].partition(".")[0].replace("-", " ")
