"""The index of each class: everything of it, page by page."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, render_template, request
from pyoxigraph import Literal, NamedNode
from rdflib import RDFS, URIRef
from werkzeug.wrappers import Response

from kg.errors import NotFoundError
from kg.iris import segment
from kg.store.builds import Rows, Term
from kg.store.lists import pick
from kg.store.ordered import Order, order
from kg.store.queries import Query
from kg.vocab import DIP, TERMS, classes
from kg.web import kinds, negotiation
from kg.web.panels import BOUND, Panel, facts
from kg.web.service import Graph, Service
from kg.web.values import Value, text
from kg.web.wording import ENGLISH, gettext


@dataclass(frozen=True, slots=True)
class IndexPage:
    """What the template `index.html` shows.

    Attributes:
        title: the class, in the plural.
        comment: what the ontology says of it.
        above: the classes above it.
        below: the classes right below it.
        panel: the things of this page.
        first: where the first page is; None where this is it.
        following: where the next page is; None where this is the last.
    """

    title: str
    comment: Value
    above: tuple[Value, ...]
    below: tuple[Value, ...]
    panel: Panel
    first: str | None
    following: str | None


DYADS = Order("dyads", "")


def blueprint(service: Service) -> Blueprint:
    """Return the view of the indexes."""
    views = Blueprint("index", __name__)
    known = {segment(kind): kind for kind in classes()}

    @views.get("/<segment>/")
    def index(segment: str) -> Response:
        """Show the things of a class, from the key `after` on."""
        kind = known.get(segment)
        if kind is None:
            raise NotFoundError(f"There is no class of things called {segment!r}")
        graph = service.graph()
        page = _page(graph, kind, request.args.get("after"))
        return negotiation.page(request, render_template("index.html", page=page), graph.build.hash)

    return views


def _page(graph: Graph, kind: URIRef, after: str | None) -> IndexPage:
    way = DYADS if kind == DIP.Dyad else order(kind)
    query = graph.queries[way.query]
    answer = _answer(graph, kind, query, way.begin if after is None else after)
    found = facts(answer.columns, answer.rows, graph.addresses)
    keys = tuple(dict.fromkeys(text(row, "order") or "" for row in answer.rows))
    more = len(found) > BOUND
    path = f"/{segment(kind)}/"
    return IndexPage(
        title=kinds.many(kind).capitalize(),
        comment=Value(str(TERMS.value(kind, RDFS.comment) or ""), language=ENGLISH),
        above=tuple(kinds.link(each) for each in kinds.upward(kind)[1:]),
        below=tuple(kinds.link(each) for each in classes() if (each, RDFS.subClassOf, kind) in TERMS),
        panel=Panel("index", gettext(query.title), query.field("form") or "facts", found[:BOUND]),
        first=path if after else None,
        following=f"{path}?{urlencode({'after': keys[BOUND - 1]})}" if more else None,
    )


def _answer(graph: Graph, kind: URIRef, query: Query, after: str) -> Rows:
    """Return the rows of the things after a key, which the build has in their order."""
    picked = pick(query)
    rows = graph.build.ordered(kind, picked, after) if picked else None
    bound: dict[str, Term] = {"class": NamedNode(kind), "after": Literal(after)}
    return graph.build.select(query if picked is None or rows is None else picked.among(rows), bound)
