"""Search: things by name, passages by words, narrowed by facets; and names while they are typed."""

from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlencode

from flask import Blueprint, jsonify, render_template, request
from pyoxigraph import NamedNode
from rdflib import URIRef
from werkzeug.wrappers import Response

from kg.store import finding, texts
from kg.store.excerpts import Part, Passage
from kg.store.facets import FACETS
from kg.store.finding import Asked, Found
from kg.vocab import DIP
from kg.web import choices, kinds, negotiation
from kg.web.choices import Facet
from kg.web.hits import Hit, hit, nearest
from kg.web.outward import forms
from kg.web.outward.forms import Away, Outward
from kg.web.outward.subject import Subject
from kg.web.sentences import place
from kg.web.service import Graph, Service
from kg.web.values import name_of, text

MOST = 50  # names, and passages: what a reader looks through before adding a word
OFFERED = 8  # names below the field: what is seen at once
LONGEST = 500  # characters that are looked for: no name is longer, nor what anybody remembers of a sentence


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
        is_open: whether neither words nor a value of a facet was asked for.
        hits: things by name, the best first.
        things: how many there are in all.
        more_hits: where those that follow are; None where none do.
        excerpts: passages, the best first.
        cited: how many there are in all.
        more_excerpts: where those that follow are; None where none do.
        first: where the first ones are; None where these are they.
        facets: by what it can be narrowed.
        chosen: values that it is narrowed by.
        wider: the same words without them; None where there are none.
        meant: things with names like the words, where nothing was found.
        away: the forms in which the records that it finds are taken away.
    """

    words: str
    is_open: bool
    hits: tuple[Hit, ...]
    things: int
    more_hits: str | None
    excerpts: tuple[Excerpt, ...]
    cited: int
    more_excerpts: str | None
    first: str | None
    facets: tuple[Facet, ...]
    chosen: tuple[choices.Choice, ...]
    wider: str | None
    meant: tuple[Hit, ...]
    away: Away


def blueprint(service: Service) -> Blueprint:
    """Return the views of the search."""
    views = Blueprint("search", __name__)

    @views.get("/search")
    def search() -> Response:
        """Show what goes by the words `q`, or holds them, narrowed by facets, after the IRI `after`."""
        graph = service.graph()
        page = _page(graph, _asked(graph))
        return negotiation.page(request, render_template("search.html", page=page), graph.build.hash)

    @views.get("/search/names")
    def names() -> Response:
        """Tell things that go by a name which begins with the words `q`, in any script."""
        graph = service.graph()
        found = graph.build.names(request.args.get("q", "")[:LONGEST], OFFERED)
        told = [
            {
                "label": name.label,
                "name": name.name,
                "kind": name_of(URIRef(name.kind)),
                "path": graph.addresses.path(name.iri),
            }
            for name in found
        ]
        answer = jsonify({"names": told})
        answer.set_etag(f"{graph.build.hash}-{request.args.get('lang', '')}")
        return answer.make_conditional(request)

    for outward in forms.SEARCH:
        _offer(views, service, outward)
    return views


def _offer(views: Blueprint, service: Service, outward: Outward) -> None:
    @views.get(f"/search.{outward.form.suffix}", endpoint=outward.form.suffix.replace(".", "-"))
    def form() -> Response:
        """Give the records that go by the words `q`, or are told in passages that hold them."""
        graph = service.graph()
        return forms.document(request, outward, _subject(graph, _asked(graph)))


def _asked(graph: Graph) -> Asked:
    chosen = {facet: frozenset(found) for facet in FACETS if (found := request.args.getlist(facet))}
    after = request.args.get("after")
    iri = f"{graph.addresses.base}{after}" if after else None
    return Asked(request.args.get("q", "").strip()[:LONGEST], MOST, chosen, iri)


def _subject(graph: Graph, asked: Asked) -> Subject:
    title = " ".join((asked.words, *(value for _, value in choices.pairs(asked)))).strip()
    records = partial(_records, graph, replace(asked, after=None))
    return Subject(graph, "/search", title or "Search", records, None, choices.query(asked))


def _records(graph: Graph, asked: Asked) -> tuple[str, ...]:
    if asked.is_open:
        return ()
    found = _find(graph, asked)
    named = (name.iri for name in found.names if DIP.Record in kinds.upward(URIRef(name.kind)))
    rows = (row for passage in found.passages for row in graph.rows("told-in", entity=NamedNode(passage.iri)))
    told = filter(None, (text(row, "fact") for row in rows))
    return tuple(dict.fromkeys((*named, *told)))[:MOST]


def _find(graph: Graph, asked: Asked) -> Found:
    return finding.find(graph.build.folder / texts.FILE, asked)


def _page(graph: Graph, asked: Asked) -> SearchPage:
    found = _find(graph, asked)
    if asked.is_open:
        found = replace(found, names=(), passages=())
    nothing = not found.things and not found.cited
    last = found.names[-1].iri if found.names else None, found.passages[-1].iri if found.passages else None
    ends = found.is_last
    return SearchPage(
        words=asked.words,
        is_open=asked.is_open,
        hits=tuple(hit(name, graph) for name in found.names),
        things=found.things,
        more_hits=None if ends[0] else _after(graph, asked, last[0]),
        excerpts=tuple(_excerpt(passage, graph) for passage in found.passages),
        cited=found.cited,
        more_excerpts=None if ends[1] else _after(graph, asked, last[1]),
        first=_after(graph, asked, None) if asked.after else None,
        facets=choices.facets(found.counts, asked),
        chosen=choices.chosen(found.counts, asked),
        wider=f"/search?{urlencode({'q': asked.words})}" if asked.chosen else None,
        meant=nearest(graph, asked.words) if nothing and not asked.chosen else (),
        away=forms.away(_subject(graph, asked), forms.SEARCH),
    )


def _after(graph: Graph, asked: Asked, iri: str | None) -> str | None:
    """Return the address of what follows a thing or a passage, or of the first ones."""
    query = choices.query(asked)
    if iri is None:
        return f"/search?{query}"
    return f"/search?{query}&{urlencode({'after': iri.removeprefix(graph.addresses.base)})}"


def _excerpt(passage: Passage, graph: Graph) -> Excerpt:
    article = graph.addresses.path(passage.article) or ""
    return Excerpt(passage.parts, place(article, passage.start, passage.end))
