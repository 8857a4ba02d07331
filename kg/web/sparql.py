"""`/sparql`: queries by GET and POST, and a plain page to write them on."""

import contextlib
import select
import socket
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from kg.config import Config
from kg.errors import ForbiddenQueryError, KgError
from kg.store import queries
from kg.store.builds import Build
from kg.store.forms import Form, offered
from kg.store.queries import Query
from kg.store.vetting import PREFIXES, Vetted, vet
from kg.store.worker import PAGE, Request
from kg.store.workers import Answer, Limits, Pool
from kg.web import description, negotiation, protocol, results
from kg.web.protocol import HTML, Asked
from kg.web.results import Table
from kg.web.service import Service

EXAMPLES = Path(__file__).parent / "examples"
ROWS = 500  # rows of a page: what a browser lays out at once; the rest is for downloading
SPOOLED = 10_000_000  # bytes of a result that are kept in memory before a file is used
RETRY = 5  # seconds after which a busy service may be asked again
LONGEST_LINK = 2_000  # characters of an address that every client and server takes
_METHODS = "GET, HEAD, POST, OPTIONS"


@dataclass(frozen=True, slots=True)
class SparqlPage:
    """What the template `sparql.html` shows.

    Attributes:
        query: text in the field.
        examples: queries to begin with.
        prefixes: what need not be declared.
        seconds: deadline of a query.
        rows: most rows of a page.
        answer: the table, or the truth for an ASK; None where nothing was asked or it failed.
        error: why it failed; None where it did not.
        links: the other forms of the result, each with its address.
    """

    query: str
    examples: tuple[Query, ...]
    prefixes: tuple[tuple[str, str], ...]
    seconds: float
    rows: int = ROWS
    answer: Table | bool | None = None
    error: str | None = None
    links: tuple[tuple[str, str], ...] = ()


class _Endpoint:
    """What the view works with."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._config = service.config
        self._pool = Pool(limits(service.config))
        blank = tuple(sorted(PREFIXES.items()))
        self._page = SparqlPage("", queries.folder(EXAMPLES), blank, service.config.query_seconds)

    def answer(self) -> Response:
        """Answer the request at hand."""
        asked = protocol.read(request)
        if asked is None:
            return self._introduce()
        try:
            build = self._service.store.current()
            vetted = vet(asked.query, _within(asked, build), self._config.base)
            form = protocol.negotiate(request.accept_mimetypes, asked.format, vetted.form)
            return (
                self._show(asked, vetted, build) if form is None else self._send(asked, vetted, build, form)
            )
        except KgError as error:
            if not _is_for_reader(asked):
                raise
            page = replace(self._page, query=asked.query, error=str(error))
            return _html(page, error.status)

    def _introduce(self) -> Response:
        form = negotiation.wanted(request.accept_mimetypes)
        if form is negotiation.HTML:
            return _html(self._page, HTTPStatus.OK)
        graph = description.describe(request.base_url)
        return Response(graph.serialize(format=form.media), content_type=form.content_type)

    def _show(self, asked: Asked, vetted: Vetted, build: Build) -> Response:
        answer = self._ask(asked, vetted, build, PAGE)
        with contextlib.closing(answer):
            found = results.read(b"".join(answer), self._service.addresses)
        links = tuple((form.name, _link(asked.query, form)) for form in offered(vetted.form))
        short = links if len(links[0][1]) < LONGEST_LINK else ()
        return _html(replace(self._page, query=asked.query, answer=found, links=short), HTTPStatus.OK)

    def _send(self, asked: Asked, vetted: Vetted, build: Build, form: Form) -> Response:
        answer = self._ask(asked, vetted, build, form.media)
        if answer.is_whole:
            return Response(answer.first, content_type=form.content_type)
        if request.environ.get("SERVER_PROTOCOL") == "HTTP/1.0":
            # Without chunks a client cannot see that a result breaks off: it gets all or an error.
            return Response(_spool(answer), content_type=form.content_type)
        return Response(answer, content_type=form.content_type)

    def _ask(self, asked: Asked, vetted: Vetted, build: Build, media: str) -> Answer:
        is_chosen = bool(asked.default_graphs or asked.named_graphs)
        question = Request(
            text=vetted.text,
            media=media,
            base=self._config.base,
            prefixes=dict(PREFIXES),
            default_graphs=list(asked.default_graphs) if is_chosen else None,
            named_graphs=list(asked.named_graphs) if is_chosen else None,
            rows=ROWS if media == PAGE else self._config.query_rows,
            bytes=self._config.query_bytes,
            seconds=self._config.query_seconds,
        )
        return self._pool.ask(build.folder, question, _watch())


def blueprint(service: Service) -> Blueprint:
    """Return the endpoint, with a pool of query processes of its own; they start with the first query."""
    views = Blueprint("sparql", __name__)
    endpoint = _Endpoint(service)

    @views.route("/sparql", methods=["GET", "POST"], strict_slashes=False)
    def sparql() -> Response:
        """Answer a query; without one, show the page to write it on, or describe the service."""
        return endpoint.answer()

    @views.after_request
    def share(answer: Response) -> Response:
        answer.headers["Access-Control-Allow-Origin"] = "*"  # data are for every page on the web to read
        answer.vary.add("Accept")
        if request.method == "OPTIONS":
            answer.headers["Access-Control-Allow-Methods"] = _METHODS
            answer.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
        if answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
            answer.headers["Retry-After"] = str(RETRY)
        return answer

    return views


def limits(config: Config) -> Limits:
    """Return what the settings let a query take."""
    return Limits(
        workers=config.query_workers,
        seconds=config.query_seconds,
        rows=config.query_rows,
        bytes=config.query_bytes,
        memory=config.query_memory,
    )


def _within(asked: Asked, build: Build) -> tuple[str, ...]:
    """Return the named graphs of the data set, which the request's must be among."""
    graphs = build.graphs
    for iri in (*asked.default_graphs, *asked.named_graphs):
        if iri not in graphs:
            held = ", ".join(graphs) or "no named graph: leave the parameter out to ask all data"
            raise ForbiddenQueryError(
                f"graph {iri}: refused: this service reads its own data only; it has {held}"
            )
    return graphs


def _is_for_reader(asked: Asked) -> bool:
    """Say whether the client is a browser, or asks for a page by name."""
    if asked.format is not None:
        return asked.format in {"html", HTML}
    offers = ["application/problem+json", "application/json", HTML]
    return request.accept_mimetypes.best_match(offers) == HTML


def _html(page: SparqlPage, status: HTTPStatus) -> Response:
    return Response(
        render_template("sparql.html", page=page), status, content_type="text/html; charset=utf-8"
    )


def _link(query: str, form: Form) -> str:
    return f"/sparql?{urlencode({'query': query, 'format': form.suffix})}"


def _spool(answer: Answer) -> Iterator[bytes]:
    file = tempfile.SpooledTemporaryFile(max_size=SPOOLED)  # noqa: SIM115 # closed when it is sent
    with contextlib.closing(answer):
        file.writelines(answer)
    file.seek(0)
    return file


def _watch() -> Callable[[], bool]:
    """Return what says whether the client has closed its connection, also when the view has returned.

    A server other than gunicorn does not tell; then nobody ever seems gone.
    """
    connection = request.environ.get("gunicorn.socket")
    if not isinstance(connection, socket.socket):
        return lambda: False
    poll = select.poll()
    poll.register(connection, select.POLLRDHUP)
    return lambda: bool(poll.poll(0))
