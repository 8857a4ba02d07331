"""What helps to write a query: the terms with their labels, and things by the beginnings of their names."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from flask import Blueprint, jsonify, request
from rdflib import OWL, RDF, RDFS, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node
from werkzeug.wrappers import Response

from kg.errors import NotFoundError
from kg.store import queries
from kg.store.prologue import PREFIXES, short
from kg.version import VERSION
from kg.vocab import DIP, ONTOLOGY, TERMS, classes, properties, superclasses
from kg.web.asking import EXAMPLES
from kg.web.service import Service
from kg.web.values import NAMES_OF_OTHERS, name_of

MOST = 20  # names that a list below the cursor offers
VALUES = (DIP.Status, DIP.Mode, DIP.Stance, DIP.Rank, DIP.Review)  # classes whose members are terms


def blueprint(service: Service) -> Blueprint:
    """Return the views that an editor of queries asks."""
    views = Blueprint("completion", __name__)
    examples = {query.name: query for query in queries.folder(EXAMPLES)}

    @views.get("/sparql/terms.json")
    def terms() -> Response:
        """Tell the prefixes, classes, properties and values, with what each is called and fits."""
        answer = jsonify(vocabulary())
        answer.set_etag(VERSION)
        answer.headers["Cache-Control"] = "public, max-age=3600"
        return answer.make_conditional(request)

    @views.get("/sparql/complete")
    def names() -> Response:
        """Tell at most `MOST` things whose names begin with the words `q`, of classes `kind` or any."""
        kinds = request.args.getlist("kind")
        within = {each for kind in kinds for each in _within(kind)} if kinds else None
        found = service.current().names(request.args.get("q", ""), MOST, within)
        told = [
            {
                "iri": name.iri.removeprefix(service.config.base),
                "label": name.label,
                "name": name.name,
                "kind": name_of(name.kind),
            }
            for name in found
        ]
        return jsonify({"names": told})

    @views.get("/sparql/examples/<name>.rq")
    def example(name: str) -> Response:
        """Show one of the examples as text."""
        if name not in examples:
            raise NotFoundError(f"example {name}: expected one of {', '.join(examples)}")
        return Response(examples[name].text, content_type="text/plain; charset=utf-8")

    return views


@cache
def vocabulary() -> dict[str, Any]:
    """Return what may stand in a query: prefixes, and terms by their short names."""
    values = {URIRef(str(term)): kind for kind in VALUES for term in TERMS.subjects(RDF.type, kind)}
    return {
        "prefixes": dict(PREFIXES),
        "classes": [
            _term(each) | {"above": _short(superclasses(each)[1:]), "kind": "class"} for each in classes()
        ],
        "properties": [_property(each) for each in properties()]
        + [_term(each) | {"kind": "property"} for each in sorted(NAMES_OF_OTHERS)],
        "values": [
            _term(term) | {"of": _short([kind]), "kind": "value"} for term, kind in sorted(values.items())
        ],
    }


def _property(term: URIRef) -> dict[str, Any]:
    return _term(term) | {
        "domain": _short(_classes(TERMS, TERMS.value(term, RDFS.domain))),
        "range": _short(_classes(TERMS, TERMS.value(term, RDFS.range))),
        "kind": "property",
    }


def _term(term: URIRef) -> dict[str, Any]:
    comment = str(TERMS.value(term, RDFS.comment) or "")
    return {"name": short(term) or "", "label": name_of(term), "comment": comment}


def _classes(graph: Graph, node: Node | None) -> Iterable[Node]:
    """Return the classes of a union, or the one that stands for itself."""
    if node is None:
        return ()
    if isinstance(node, BNode):
        return Collection(graph, graph.value(node, OWL.unionOf) or RDF.nil)
    return (node,)


def _short(terms: Iterable[Node]) -> list[str]:
    """Return terms with their prefixes; a term without a known prefix is left out."""
    return [name for term in terms if (name := short(str(term)))]


def _within(kind: str) -> tuple[str, ...]:
    """Return the class of a name and those below it; none where the ontology has no such class."""
    wanted = URIRef(ONTOLOGY + kind.removeprefix("dip:"))
    return tuple(str(each) for each in classes() if wanted in superclasses(each))
