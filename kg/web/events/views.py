"""`/events.csv`, `/events.parquet` and their codebook."""

import threading
from collections.abc import Iterator

from flask import Blueprint, request
from werkzeug.wrappers import Response

from kg.errors import CapacityError
from kg.web import negotiation, sheets, tables
from kg.web.events import codebook, columns, writing
from kg.web.events import wanted as asking
from kg.web.events.units import Table
from kg.web.events.wanted import Wanted
from kg.web.events.writing import CSV, MEDIA, PARQUET
from kg.web.service import Graph, Service

AT_ONCE = 2  # tables that one process makes at a time: each takes a core while it is read


class Turns:
    """Yields the parts of a table, and gives its place free when it ends or its client goes."""

    def __init__(self, parts: Iterator[bytes], places: threading.Semaphore) -> None:
        self._parts = parts
        self._places = places
        self._is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._parts
        finally:
            self.close()

    def close(self) -> None:
        """Give the place free."""
        if not self._is_closed:
            self._is_closed = True
            self._places.release()


def blueprint(service: Service) -> Blueprint:
    """Return the views of the tables and of their codebook."""
    views = Blueprint("events", __name__)
    places = threading.BoundedSemaphore(AT_ONCE)

    def offer(form: str) -> None:
        @views.get(f"/events.{form}", endpoint=form)
        def table() -> Response:
            """Give the table that is asked for, while it is made."""
            wanted = asking.read(request.args)
            return made(service.graph(), wanted, form, places)

    for form in (CSV, PARQUET):
        offer(form)

    @views.get(codebook.PATH)
    def read() -> Response:
        """Show what the columns mean, and what the rows were selected from."""
        graph = service.graph()
        return negotiation.page(request, tables.write(codebook.page(graph)), graph.build.hash)

    @views.get(f"{codebook.PATH}.csv")
    def as_csv() -> Response:
        """Give the columns as CSV."""
        body = b"".join(sheets.write(codebook.COLUMNS, codebook.flat()))
        return _file(Response(body, content_type=sheets.MEDIA), "communique-codebook.csv")

    @views.get(f"{codebook.PATH}.md")
    def as_markdown() -> Response:
        """Give the codebook as Markdown."""
        body = codebook.markdown(service.graph())
        return _file(Response(body, content_type="text/markdown; charset=utf-8"), "communique-codebook.md")

    @views.get(codebook.SELECTION)
    def selection() -> Response:
        """Give the number of articles by outlet and month, and of those that tell nothing."""
        body = b"".join(sheets.write(codebook.SELECTED, codebook.articles(service.graph())))
        return _file(Response(body, content_type=sheets.MEDIA), "communique-selection.csv")

    return views


def made(graph: Graph, wanted: Wanted, form: str, places: threading.Semaphore) -> Response:
    """Return a table as a file, given while it is made.

    Raises:
        CapacityError: no place is free.
    """
    parts = writing.write(form, columns.of(wanted.unit), Table(graph, wanted))
    if not places.acquire(blocking=False):
        raise CapacityError(f"{AT_ONCE} tables are being made: ask again in a moment")
    answer = Response(Turns(parts, places), content_type=MEDIA[form])
    of = wanted.dyad.removeprefix(graph.addresses.base).replace("/", "-") if wanted.dyad else wanted.unit
    return _file(answer, f"communique-{graph.build.hash}-{of}.{form}", graph.build.hash)


def _file(answer: Response, name: str, build: str | None = None) -> Response:
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-cache"
    answer.headers["Access-Control-Allow-Origin"] = "*"  # data are for every page on the web to read
    if build:
        answer.headers["X-Build"] = build
    return answer
