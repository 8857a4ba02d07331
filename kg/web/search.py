"""Search: things by name, passages by words."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, render_template, request
from pyoxigraph import NamedNode
from rdflib import URIRef
from werkzeug.wrappers import Response

from kg.store.texts import Part, Passage
from kg.vocab import DIP
from kg.web import kinds, negotiation
from kg.web.hits import Hit, hit
from kg.web.outward import forms
from kg.web.outward.forms import Away, Outward
from kg.web.outward.subject import Subject
from kg.web.sentences import place
from kg.web.service import Graph, Service
from kg.web.values import text

MOST = 50  # names, and passages: what a reader looks through before adding a word


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage that holds the words.

    Attributes:
        parts: an excerpt of it.
        link: its place in the article.
    """

    parts: tuple[Part, ...]
    link: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the template `search.html` shows.

    Attributes:
        words: what was asked for; empty where nothing was.
        hits: things by name, the best first.
        excerpts: passages, the best first.
        away: the forms in which the records that it finds are taken away.
        most: how many of each are shown.
    """

    words: str
    hits: tuple[Hit, ...]
    excerpts: tuple[Excerpt, ...]
    away: Away
    most: int = MOST


def blueprint(service: Service) -> Blueprint:
    """Return the view of the search."""
    views = Blueprint("search", __name__)

    @views.get("/search")
    def search() -> Response:
        """Show what goes by the words `q`, or holds them."""
        words = request.args.get("q", "").strip()
        graph = service.graph()
        page = _page(graph, words)
        return negotiation.page(request, render_template("search.html", page=page), graph.build.hash)

    for outward in forms.SEARCH:
        _offer(views, service, outward)
    return views


def _offer(views: Blueprint, service: Service, outward: Outward) -> None:
    @views.get(f"/search.{outward.form.suffix}", endpoint=outward.form.suffix.replace(".", "-"))
    def form() -> Response:
        """Give the records that go by the words `q`, or are told in passages that hold them."""
        words = request.args.get("q", "").strip()
        return forms.document(request, outward, _subject(service.graph(), words))


def _subject(graph: Graph, words: str) -> Subject:
    query = urlencode({"q": words})
    return Subject(graph, "/search", words or "Search", lambda: _records(graph, words), None, query)


def _records(graph: Graph, words: str) -> tuple[str, ...]:
    found = graph.build.search(words, MOST)
    named = (name.iri for name in found.names if DIP.Record in kinds.upward(URIRef(name.kind)))
    rows = (row for passage in found.passages for row in graph.rows("told-in", entity=NamedNode(passage.iri)))
    told = filter(None, (text(row, "fact") for row in rows))
    return tuple(dict.fromkeys((*named, *told)))[:MOST]


def _page(graph: Graph, words: str) -> SearchPage:
    found = graph.build.search(words, MOST)
    hits = tuple(hit(name, graph) for name in found.names)
    excerpts = tuple(_excerpt(passage, graph) for passage in found.passages)
    return SearchPage(words, hits, excerpts, forms.away(_subject(graph, words), forms.SEARCH))


def _excerpt(passage: Passage, graph: Graph) -> Excerpt:
    article = graph.addresses.path(passage.article) or ""
    return Excerpt(passage.parts, place(article, passage.start, passage.end))
