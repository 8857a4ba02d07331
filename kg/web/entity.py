"""The things of the graph: an IRI answers 303, its document is a page or RDF."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request
from markupsafe import Markup
from pyoxigraph import NamedNode
from rdflib import URIRef
from werkzeug.wrappers import Response

from kg.errors import NotFoundError
from kg.vocab import DIP
from kg.web import alone, article, kinds, negotiation, rdf, retelling
from kg.web.addresses import named
from kg.web.alone import Wanted
from kg.web.catalogue import folders
from kg.web.negotiation import HTML
from kg.web.outward import forms, schema, signposts
from kg.web.outward.forms import Away
from kg.web.outward.subject import Subject, thing
from kg.web.panels import SUMMARY, Panel
from kg.web.picture import Picture
from kg.web.retelling import Reread, Retelling
from kg.web.service import Graph, Service
from kg.web.values import Value, first_text, text, value
from kg.web.wording import language

OFFERED = (*forms.THING, signposts.LINKS)


@dataclass(frozen=True, slots=True)
class Head:
    """What names an entity.

    Attributes:
        kind: its most specific class.
        label: its display name; None where it has none.
        names: its other names, those in the language of the page first.
        successor: the IRI that it is now; None where it stays what it is.
    """

    kind: URIRef
    label: str | None
    names: tuple[Value, ...]
    successor: str | None


@dataclass(frozen=True, slots=True)
class EntityPage:
    """What the template `entity.html` shows.

    Attributes:
        iri: the name of the entity.
        title: what the page is called.
        kind: the class, leading to its index.
        names: other names of the entity.
        summary: panels shown below the title.
        panels: all others, in their order.
        pictures: what can be drawn of it.
        text: the article's text with its passages; None for what is no article.
        away: the forms in which it is taken away.
        data: JSON-LD of the flat triples, and in the terms of schema.org.
        part: whose telling the page is, and who else tells of it; None for what is one telling itself.
    """

    iri: str
    title: str
    kind: Value
    names: tuple[Value, ...]
    summary: tuple[Panel, ...]
    panels: tuple[Panel, ...]
    pictures: tuple[Picture, ...]
    text: article.Text | None
    away: Away
    data: tuple[Markup, ...]
    part: Retelling | None = None


def blueprint(service: Service) -> Blueprint:
    """Return the views of the things of the graph."""
    views = Blueprint("entity", __name__)

    @views.get("/<segment>/<path:slug>")
    def entity(segment: str, slug: str) -> Response:
        """Answer for a thing or for a form of its document."""
        return answer(service, f"/{segment}/{slug}")

    return views


def answer(service: Service, address: str) -> Response:
    """Return the answer for a thing (303), for a form of its document (200), or for its successor (301)."""
    path, outward = forms.split(address, OFFERED)
    path, form = (path, outward.form) if outward else negotiation.split(path)
    graph, iri = service.graph(), service.addresses.iri(path)
    head = _head(graph, iri)
    if head.successor:
        suffix = f".{form.suffix}" if form else ""
        return redirect(f"{service.addresses.path(head.successor)}{suffix}", 301)
    local = service.addresses.path(iri) or path
    if form is None:
        return _carried(negotiation.see_other(local, request.accept_mimetypes))
    reread = retelling.read(request, graph, iri, head.kind)
    subject = thing(reread.graph, iri, head.label or local.rpartition("/")[2], head.kind)
    if outward:
        return _marked(forms.document(request, outward, subject), reread)
    body = _shown(service, subject, head, reread) if form is HTML else rdf.document(reread.graph, iri, form)
    found = negotiation.document(request, body, form, local, graph.build.hash)
    if form is HTML:
        found.headers["Link"] += f", {signposts.header(subject)}"
    return _marked(found, reread)


def _carried(answer: Response) -> Response:
    """Let a redirection carry the query part of the request's address."""
    if told := request.query_string.decode():
        answer.headers["Location"] += f"?{told}"
    return answer


def _marked(answer: Response, reread: Reread) -> Response:
    """Mark a document that is one reading of what stands whole elsewhere: search engines keep that one."""
    if reread.part:
        answer.headers["X-Robots-Tag"] = "noindex"
        answer.headers.add("Link", f'<{reread.part.path}>; rel="canonical"')
    return answer


def _shown(service: Service, subject: Subject, head: Head, reread: Reread) -> str | bytes:
    """Return the page of an entity, or of the one panel that the request at hand asks for."""
    if name := request.args.get("panel"):
        entity = Value(subject.title, subject.graph.addresses.path(subject.iri))
        wanted = Wanted(name, request.args.get("after"), reread.part)
        return alone.page(subject.graph, entity, folders(head.kind), wanted)
    if request.args:
        return _page(subject, head, reread)
    key = subject.graph.build.hash, subject.iri, language()
    return service.rendered.get(key, lambda: _page(subject, head, reread))


def _page(subject: Subject, head: Head, reread: Reread) -> str:
    graph, iri = subject.graph, subject.iri
    panels = reread.panels(graph.panels(*folders(head.kind), entity=NamedNode(iri)))
    page = EntityPage(
        iri=iri,
        title=subject.title,
        kind=kinds.link(head.kind),
        names=head.names,
        summary=tuple(p for p in panels if p.form in SUMMARY),
        panels=tuple(p for p in panels if p.form not in SUMMARY),
        pictures=graph.pictures(*folders(head.kind), entity=NamedNode(iri)),
        text=article.read(graph, iri, *_wanted()) if head.kind == DIP.Article else None,
        away=forms.away(subject, forms.THING, reread.part.query if reread.part else ""),
        data=(rdf.embedded(graph, iri), rdf.in_script(schema.write(subject))),
        part=reread.part or retelling.whole(graph, iri, head.kind),
    )
    return render_template("entity.html", page=page)


def _wanted() -> tuple[str, str]:
    """Return which part of an article the request at hand wants, and which of its finds."""
    return request.args.get("at", ""), request.args.get("show", "")


def _head(graph: Graph, iri: str) -> Head:
    rows = graph.rows("head", entity=named(iri))
    kind = kinds.lowest(text(row, "type") for row in rows)
    successor, label = first_text(rows, "successor"), first_text(rows, "label")
    if kind is None and successor is None and not label:
        raise NotFoundError(f"Nothing in this graph is called {iri}")
    names = (value(row, "name", graph.addresses) for row in rows)
    found = dict.fromkeys(name for name in names if name and name.text != label)
    # Those in the language of the page stand first: sorting leaves the rest as it is.
    others = tuple(sorted(found, key=lambda name: name.language != language()))
    return Head(kind or DIP.Record, label, others, successor)
