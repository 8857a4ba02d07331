"""The index of contested claims: what somebody denies or has withdrawn, the latest first."""

from urllib.parse import urlencode

from flask import Blueprint, render_template, request
from pyoxigraph import Literal
from werkzeug.wrappers import Response

from kg.store.ordered import ORDERS
from kg.web import negotiation
from kg.web.index import IndexPage
from kg.web.panels import BOUND, Panel, facts, first
from kg.web.service import Graph, Service
from kg.web.values import Value, text
from kg.web.wording import gettext, mark

PATH = "/contested"
COMMENT = mark(
    "Claims that somebody denies, or has withdrawn: who said it, who reported it, who denies it, in one line "
    "of time. That a claim is denied does not make it false."
)


def blueprint(service: Service) -> Blueprint:
    """Return the view of the index of contested claims."""
    views = Blueprint("contested", __name__)

    @views.get(PATH)
    def contested() -> Response:
        """Show the claims from the key `after` on."""
        graph = service.graph()
        page = _page(graph, request.args.get("after"))
        return negotiation.page(request, render_template("index.html", page=page), graph.build.hash)

    return views


def _page(graph: Graph, after: str | None) -> IndexPage:
    query = graph.queries["contested"]
    begin = ORDERS["by-date"].begin if after is None else after
    answer = graph.build.select(query, {"after": Literal(begin)})
    found = facts(answer.columns, answer.rows, graph.addresses)
    kept = first(found, BOUND)
    keys = tuple(dict.fromkeys(f"{text(row, 'last')} {text(row, 'case')}" for row in answer.rows))
    following = f"{PATH}?{urlencode({'after': keys[BOUND - 1]})}" if len(kept) < len(found) else None
    panel = Panel("contested", gettext(query.title), "strip", kept)
    return IndexPage(
        gettext("Contested"), Value(gettext(COMMENT)), (), (), panel, PATH if after else None, following
    )
