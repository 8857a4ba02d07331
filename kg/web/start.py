"""The first page, and the page about how to read the others."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, render_template, request
from rdflib import URIRef
from werkzeug.wrappers import Response

from kg.errors import NotFoundError
from kg.store.builds import Build
from kg.vocab import DIP
from kg.web import kinds, negotiation
from kg.web.panels import Panel
from kg.web.picture import Picture
from kg.web.service import Graph, Service
from kg.web.values import Value, text
from kg.web.wording import mark

# The classes that the first page counts, in its order.
COUNTED = (
    DIP.Meeting,
    DIP.Visit,
    DIP.Call,
    DIP.Action,
    DIP.Statement,
    DIP.Denial,
    DIP.Agreement,
    DIP.Person,
    DIP.State,
    DIP.Organization,
    DIP.Topic,
    DIP.Place,
    DIP.Article,
)


# What the manifest of a build counts, and why sentences were left unread, as messages.
SELECTED = (
    mark("articles"),
    mark("articles without any event"),
    mark("articles without any record"),
    mark("sentences"),
    mark("sentences without any find"),
    mark("sentences left unread"),
    mark("address"),
    mark("advertising"),
    mark("biography"),
    mark("byline"),
    mark("contact"),
    mark("credit"),
    mark("no words"),
    mark("share"),
    mark("stamp"),
    mark("teaser"),
)


@dataclass(frozen=True, slots=True)
class StartPage:
    """What the template `start.html` shows.

    Attributes:
        counts: how many things of each class the graph has, with the class's index.
        selection: what the build had to select from, as its manifest tells; empty where it does not.
        panels: what it holds.
        pictures: what can be drawn of it.
    """

    counts: tuple[tuple[int, Value], ...]
    selection: dict[str, Any]
    panels: tuple[Panel, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What the template `about.html` shows.

    Attributes:
        base: base of the IRIs of all data.
        selection: what the build had to select from, as its manifest tells; empty where it does not.
        build: name of the build.
    """

    base: str
    selection: dict[str, Any]
    build: str


def blueprint(service: Service) -> Blueprint:
    """Return the views of the first page, of the page about the service, and of the panels' queries."""
    views = Blueprint("start", __name__)

    @views.get("/")
    def start() -> Response:
        """Show what is in the graph."""
        graph = service.graph()
        page = StartPage(
            _counts(graph), _selection(graph.build), graph.panels("start"), graph.pictures("start")
        )
        return negotiation.page(request, render_template("start.html", page=page), graph.build.hash)

    @views.get("/about")
    def about() -> Response:
        """Show how to read the pages."""
        build = service.graph().build
        page = AboutPage(service.config.base, _selection(build), build.hash)
        return negotiation.page(request, render_template("about.html", page=page), build.hash)

    @views.get("/panel/<folder>/<name>.rq")
    def query(folder: str, name: str) -> Response:
        """Return the query of a panel as it is kept."""
        source = service.catalogue.source(f"{folder}/{name}")
        if source is None:
            raise NotFoundError(f"There is no panel called {folder}/{name}")
        return Response(source.query.text, content_type="text/plain; charset=utf-8")

    return views


def _selection(build: Build) -> dict[str, Any]:
    found: dict[str, Any] = build.manifest.get("selection", {})
    return found


def _counts(graph: Graph) -> tuple[tuple[int, Value], ...]:
    rows = graph.rows("counts")
    found = {URIRef(kind): int(text(row, "number") or 0) for row in rows if (kind := text(row, "kind"))}
    return tuple((found[kind], kinds.link(kind)) for kind in COUNTED if found.get(kind))
