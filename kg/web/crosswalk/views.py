"""The page, and what is taken away from it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, g, render_template, request
from werkzeug.wrappers import Response

from kg.errors import KgError, QueryError
from kg.web import errors, negotiation, posted, sheets
from kg.web.crosswalk import form, leaving
from kg.web.crosswalk.form import NONE, OPEN, Asked, Line
from kg.web.crosswalk.uploads import COLUMNS, ROWS
from kg.web.negotiation import HTML
from kg.web.reconciliation import finding, properties
from kg.web.reconciliation.batches import Batches
from kg.web.reconciliation.sought import Candidate
from kg.web.service import Graph, Service
from kg.web.values import name_of

PATH = "/crosswalk"
SAMPLE = 3  # rows by which a reader knows the columns


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate as the page shows it.

    Attributes:
        id: what the form sends.
        link: path of its page.
        kind: what it is.
        found: the candidate.
    """

    id: str
    link: str
    kind: str
    found: Candidate


@dataclass(frozen=True, slots=True)
class Case:
    """What is looked for, with its candidates.

    Attributes:
        number: its place, from 0.
        line: what the rows tell.
        offers: candidates, the best first.
        chosen: what is chosen before the reader decides.
        offered: the ids of the candidates as the form carries them, a star before the proposed one.
    """

    number: int
    line: Line
    offers: tuple[Offer, ...]
    chosen: str
    offered: str


@dataclass(frozen=True, slots=True)
class CrosswalkPage:
    """What the template `crosswalk.html` shows.

    Attributes:
        kinds: classes that all things may be of, each with its name.
        asked: the table; None on the first page.
        cases: what is to be decided; empty while the columns are to be chosen.
        error: what is wrong with what was sent; None where nothing is.
        root: address of this host, with its last slash.
        rows: most rows of a table.
        columns: most columns.
        none: what the form sends where none of the candidates is meant.
        open: what it sends where nothing is decided.
    """

    kinds: tuple[tuple[str, str], ...]
    root: str
    asked: Asked | None = None
    cases: tuple[Case, ...] = ()
    error: str | None = None
    rows: int = ROWS
    columns: int = COLUMNS
    none: str = NONE
    open: str = OPEN

    @property
    def sample(self) -> tuple[tuple[str, ...], ...]:
        """Return the first rows."""
        return self.asked.table.rows[:SAMPLE] if self.asked else ()

    @property
    def roles(self) -> Mapping[str, int]:
        """Return which column is what: as the reader said, else as the columns are called."""
        return self.asked.roles or form.guessed(self.asked.table) if self.asked else {}

    @property
    def sure(self) -> int:
        """Return how many cases have a proposal."""
        return sum(1 for case in self.cases if case.chosen)


def blueprint(service: Service) -> Blueprint:
    """Return the views of the page and of what is taken away."""
    views = Blueprint("crosswalk", __name__)
    batches = Batches(service)

    @views.before_request
    def begin() -> None:
        g.told = {}

    @views.after_request
    def kept_nowhere(answer: Response) -> Response:
        answer.headers.update(g.told)
        if request.method == "POST":
            answer.headers["Cache-Control"] = "no-store"
        return answer

    @views.get(PATH)
    def blank() -> Response:
        """Show the page to begin with."""
        return negotiation.page(
            request, _written(CrosswalkPage(_kinds(), request.url_root)), service.graph().build.hash
        )

    @views.post(PATH)
    def matched() -> Response:
        """Show the candidates for the table that is sent; ask first which column is what."""
        try:
            asked = form.sent(request)
            with batches.place() as graph:
                cases = _cases(graph, asked) if asked.roles else ()
        except QueryError as error:
            return _failed(error)
        page = CrosswalkPage(_kinds(), request.url_root, asked, cases)
        return Response(_written(page), content_type=HTML.content_type)

    _offer(views, batches)
    return views


def _offer(views: Blueprint, batches: Batches) -> None:
    """Add the views of what is taken away."""

    def table() -> Response:
        asked = form.sent(request)
        with batches.place() as graph:
            body = leaving.table(graph, asked)
        return _file(body, sheets.MEDIA, "communique-crosswalk.csv")

    def decisions() -> Response:
        asked = form.sent(request)
        with batches.place() as graph:
            body = leaving.decisions(graph, asked, dt.datetime.now(dt.UTC).date()).encode()
        return _file(body, "text/tab-separated-values; charset=utf-8", "communique-crosswalk.sssom.tsv")

    @views.route(f"{PATH}/table.csv", **posted.RULE)
    def take_table() -> Response:
        """Give the table with our IRIs and the codes of other data sets."""
        return posted.only(table)

    @views.route(f"{PATH}/decisions.sssom.tsv", **posted.RULE)
    def take_decisions() -> Response:
        """Give the decisions as SSSOM."""
        return posted.only(decisions)


def _cases(graph: Graph, asked: Asked) -> tuple[Case, ...]:
    lines = asked.lines
    found = finding.found(graph, tuple(map(asked.sought, lines)))
    return tuple(_case(graph, *each) for each in zip(range(len(lines)), lines, found, strict=True))


def _case(graph: Graph, number: int, line: Line, found: tuple[Candidate, ...]) -> Case:
    offers = tuple(_offered(graph, each) for each in found)
    chosen = next((each.id for each in offers if each.found.is_match), OPEN)
    offered = " ".join(f"*{each.id}" if each.id == chosen else each.id for each in offers)
    return Case(number, line, offers, chosen, offered)


def _offered(graph: Graph, found: Candidate) -> Offer:
    known = found.known
    return Offer(
        finding.id_of(graph, known.iri), graph.addresses.path(known.iri) or "", name_of(known.kind), found
    )


def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple((properties.id_of(kind), name_of(kind)) for kind in properties.OFFERED)


def _written(page: CrosswalkPage) -> str:
    return render_template("crosswalk.html", page=page)


def _failed(error: KgError) -> Response:
    """Return the first page with what is wrong: for programs the error as any other."""
    if not negotiation.is_for_reader(request):
        raise error
    page = CrosswalkPage(_kinds(), request.url_root, error=errors.told(error))
    return Response(_written(page), error.status, content_type=HTML.content_type)


def _file(body: bytes, media: str, name: str) -> Response:
    answer = Response(body, content_type=media)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
