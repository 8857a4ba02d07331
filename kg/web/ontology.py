"""The ontology, as a page for readers and as RDF."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from flask import Blueprint, render_template, request
from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS
from rdflib.term import Node
from werkzeug.wrappers import Response

from kg.errors import NotFoundError
from kg.version import VERSION
from kg.vocab import DIP, ONTOLOGY, TERMS, alignments, frames, local
from kg.web import negotiation
from kg.web.negotiation import HTML, Alternate
from kg.web.service import Service
from kg.web.values import Value, name_of
from kg.web.wording import ENGLISH, gettext, language, mark

PATH = "/ontology"
FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml"}
# Which terms stand under which heading: those of any of the classes.
SECTIONS = (
    (mark("Classes"), (OWL.Class,)),
    (mark("Properties"), (OWL.ObjectProperty, OWL.DatatypeProperty)),
    (mark("Values"), (DIP.Status, DIP.Mode, DIP.Stance, DIP.Rank, DIP.Review)),
    (mark("Frames: how records are found in text"), (DIP.Frame,)),
)
# What a line is called; other properties are called by their labels or names.
NAMES = {
    RDFS.subClassOf: mark("kind of"),
    RDFS.subPropertyOf: mark("special case of"),
    RDFS.domain: mark("said of"),
    RDFS.range: mark("leads to"),
    RDFS.seeAlso: mark("see also"),
    OWL.disjointWith: mark("never also"),
    OWL.oneOf: mark("one of"),
}
APART = {RDF.type, RDFS.label, RDFS.comment}  # shown in other ways


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what is told of a term: its name and the values."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One term.

    Attributes:
        name: its name within the ontology, which is its anchor in the page too.
        label: what readers call it.
        comment: what it means, and what it does not mean.
        lines: all else that the files say of it.
    """

    name: str
    label: str
    comment: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Terms of one kind, sorted by name."""

    title: str
    anchor: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class OntologyPage:
    """What the template `ontology.html` shows.

    Attributes:
        title: title of the ontology.
        description: what it is for.
        iri: namespace of its terms.
        sections: the terms.
        alternates: path and name of each other form.
    """

    title: str
    description: str
    iri: str
    sections: tuple[Section, ...]
    alternates: tuple[Alternate, ...]


def blueprint(service: Service) -> Blueprint:
    """Return the views of the ontology."""
    views = Blueprint("ontology", __name__)
    iri = service.addresses.iri(PATH)

    @views.get(PATH)
    def ontology() -> Response:
        """Answer for the ontology itself: a document about it is elsewhere."""
        return negotiation.see_other(PATH, request.accept_mimetypes)

    @views.get(f"{PATH}.<suffix>")
    def document(suffix: str) -> Response:
        """Show the ontology in the form that a suffix names."""
        form = negotiation.BY_SUFFIX.get(suffix)
        if form is None:
            raise NotFoundError(f"{PATH}.{suffix}: expected one of {', '.join(negotiation.BY_SUFFIX)}")
        body = (
            render_template("ontology.html", page=page(iri, language())) if form is HTML else _write(suffix)
        )
        return negotiation.document(request, body, form, PATH, VERSION)

    return views


@cache
def whole() -> Graph:
    """Return all terms, what they are to other vocabularies, and the frames, as one graph."""
    graph = Graph()
    for part in (TERMS, alignments(), frames()):
        for prefix, namespace in part.namespaces():
            graph.bind(prefix, namespace)
        graph += part
    return graph


@cache
def page(iri: str, _tag: str = ENGLISH) -> OntologyPage:
    """Return the ontology for readers; it is kept for each language."""
    graph = whole()
    itself = URIRef(str(ONTOLOGY).rstrip("#"))
    return OntologyPage(
        title=_told(graph, itself, DCTERMS.title),
        description=_told(graph, itself, DCTERMS.description),
        iri=f"{iri}#",
        sections=tuple(_section(graph, title, kinds) for title, kinds in SECTIONS),
        alternates=negotiation.others(PATH),
    )


@cache
def _write(suffix: str) -> bytes:
    return whole().serialize(format=FORMATS[suffix], encoding="utf-8")


def _section(graph: Graph, title: str, kinds: tuple[URIRef, ...]) -> Section:
    found = {term for kind in kinds for term in graph.subjects(RDF.type, kind) if isinstance(term, URIRef)}
    cards = sorted((_card(graph, term) for term in found), key=lambda card: card.name.casefold())
    return Section(gettext(title), title.partition(":")[0].lower(), tuple(cards))


def _card(graph: Graph, term: URIRef) -> Card:
    told = sorted(
        {p for p in graph.predicates(term) if p not in APART and isinstance(p, URIRef)}, key=_line_name
    )
    lines = (Line(_line_name(p), _line(graph, graph.objects(term, p))) for p in told)
    return Card(_anchor(term), _label(graph, term), _told(graph, term, RDFS.comment), tuple(lines))


def _line_name(predicate: Node) -> str:
    return gettext(named) if (named := NAMES.get(URIRef(str(predicate)))) else name_of(str(predicate))


def _line(graph: Graph, objects: Iterable[Node]) -> tuple[Value, ...]:
    found = (_value(graph, each) for node in objects for each in _members(graph, node))
    return tuple(sorted(found, key=lambda value: value.text.casefold()))


def _members(graph: Graph, node: Node) -> Iterable[Node]:
    """Return the members of a union or a list of terms, else the node alone."""
    if not isinstance(node, BNode):
        return (node,)
    return Collection(graph, graph.value(node, OWL.unionOf) or node)


def _value(graph: Graph, node: Node) -> Value:
    if isinstance(node, Literal):
        return Value(str(node), language=ENGLISH)
    iri = URIRef(str(node))
    if (iri, RDFS.comment, None) in graph:
        return Value(_label(graph, iri), f"#{_anchor(iri)}")
    return Value(iri.n3(graph.namespace_manager).strip("<>"), str(iri))


def _anchor(term: URIRef) -> str:
    return term.removeprefix(ONTOLOGY) if term.startswith(ONTOLOGY) else f"frame-{local(term)}"


def _label(graph: Graph, term: URIRef) -> str:
    label = _told(graph, term, RDFS.label)
    return gettext(label) if term.startswith(ONTOLOGY) else label


def _told(graph: Graph, term: URIRef, predicate: URIRef) -> str:
    return str(graph.value(term, predicate) or "")
