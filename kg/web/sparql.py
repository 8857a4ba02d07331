"""`/sparql`: queries by GET and POST."""

import contextlib
import select
import socket
import tempfile
from collections.abc import Callable, Iterator
from http import HTTPStatus

from flask import Blueprint, request
from werkzeug.wrappers import Response

from kg.config import Config
from kg.errors import ForbiddenQueryError, KgError
from kg.store.builds import Build
from kg.store.forms import Form
from kg.store.prologue import PREFIXES
from kg.store.vetting import Vetted, vet
from kg.store.worker import PAGE, Request
from kg.store.workers import Answer, Limits, Pool
from kg.web import asking, description, negotiation, protocol
from kg.web.protocol import Asked
from kg.web.service import Service

SPOOLED = 10_000_000  # bytes of a result that are kept in memory before a file is used
RETRY = 5  # seconds after which a busy service may be asked again
_METHODS = "GET, HEAD, POST, OPTIONS"


class _Endpoint:
    """What the view works with."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._config = service.config
        self._pool = Pool(limits(service.config))
        self._pages = asking.Pages(service)

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
            if not asking.is_for_reader(asked):
                raise
            return self._pages.failed(asked, error)

    def _introduce(self) -> Response:
        form = negotiation.wanted(request.accept_mimetypes)
        if form is negotiation.HTML:
            return self._pages.blank()
        graph = description.describe(request.base_url)
        return Response(graph.serialize(format=form.media), content_type=form.content_type)

    def _show(self, asked: Asked, vetted: Vetted, build: Build) -> Response:
        answer = self._ask(asked, vetted, build, PAGE)
        with contextlib.closing(answer):
            return self._pages.answered(asked, vetted, b"".join(answer))

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
            rows=asking.ROWS if media == PAGE else self._config.query_rows,
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
