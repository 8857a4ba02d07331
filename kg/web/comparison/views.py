"""`/compare/AZE/CHN`: our records of two states beside the events that other data sets have of them."""

import threading

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from kg.comparing.matching import Finding
from kg.errors import CapacityError, NotFoundError
from kg.web import negotiation, sheets
from kg.web.comparison import gathering, page, sheet, wish
from kg.web.comparison.gathering import Compared
from kg.web.comparison.page import ComparePage
from kg.web.comparison.wish import PATH, Imported, Wish
from kg.web.service import Graph, Service
from kg.web.tables import TablesPage
from kg.web.wording import gettext

AT_ONCE = 2  # comparisons that one process makes at a time: each takes a core while it is made
CSV = ".csv"

Found = dict[Imported, tuple[Finding, ...]]


def blueprint(service: Service) -> Blueprint:
    """Return the views of comparisons."""
    views = Blueprint("comparison", __name__)
    places = threading.BoundedSemaphore(AT_ONCE)

    def found(graph: Graph, asked: Wish) -> Compared:
        if not places.acquire(blocking=False):
            raise CapacityError(f"{AT_ONCE} comparisons are being made: ask again in a moment")
        try:
            return gathering.compared(graph, asked)
        finally:
            places.release()

    @views.get(PATH)
    def choose() -> Response:
        """Ask what to compare; lead there where that is told."""
        graph = service.graph()
        one, other = request.args.get("one", ""), request.args.get("other", "")
        if one or other:
            asked = wish.read(graph.build, one, other, {})
            return redirect(f"{PATH}/{asked.one}/{asked.other}", 303)
        return _page(graph, _blank(), None)

    @views.get(f"{PATH}/<one>/<other>")
    def compare(one: str, other: str) -> Response:
        """Show a comparison, or give it as CSV; lead to it from the other order of the states."""
        graph = service.graph()
        code, suffix = (other.removesuffix(CSV), CSV) if other.endswith(CSV) else (other, "")
        told = request.args.to_dict() | {"with": ",".join(request.args.getlist("with"))}
        asked = wish.read(graph.build, one, code, told)
        if (one, code) != (asked.one, asked.other):
            query = f"?{request.query_string.decode()}" if request.query_string else ""
            return redirect(f"{PATH}/{asked.one}/{asked.other}{suffix}{query}", 301)
        if suffix:
            return _file(graph, asked, found(graph, asked).found)
        return _page(graph, page.show(graph, asked, found(graph, asked)), asked)

    return views


def table(graph: Graph, asked: Wish) -> bytes:
    """Return a comparison as CSV, as a command writes it."""
    found = gathering.compared(graph, asked).found
    return b"".join(sheets.write(sheet.COLUMNS, sheet.rows(found.items())))


def _blank() -> TablesPage:
    kind, title = gettext("Beside other data sets"), gettext("Compare events")
    words = gettext(
        "Our events between two states beside those of GDELT, ICEWS or POLECAT: what both have, what we have "
        "alone, what they have alone, and why."
    )
    return TablesPage(kind, title, words, (), ())


def _page(graph: Graph, tables: TablesPage, asked: Wish | None) -> Response:
    iri = graph.addresses.iri(asked.dyad) if asked else ""
    dyad = asked.dyad if asked and graph.build.about(iri) else None
    known = wish.imported(graph.build)
    shown = ComparePage(tables, asked, known, dyad)
    return negotiation.page(
        request, render_template("compare.html", page=tables, compare=shown), graph.build.hash
    )


def _file(graph: Graph, asked: Wish, found: Found) -> Response:
    if not found:
        raise NotFoundError(
            "with: expected data sets that were imported, found none: `kg compare import` imports one"
        )
    body = b"".join(sheets.write(sheet.COLUMNS, sheet.rows(found.items())))
    answer = Response(body, content_type=sheets.MEDIA)
    name = f"communique-{graph.build.hash}-compare-{asked.one}-{asked.other}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-cache"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.headers["X-Build"] = graph.build.hash
    return answer
