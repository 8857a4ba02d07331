"""Tell what was found, in the words of either version."""

from typing import Any

from rdflib import URIRef

from kg.store.texts import Name
from kg.web.reconciliation import properties
from kg.web.reconciliation.finding import id_of
from kg.web.reconciliation.profiles import Known
from kg.web.reconciliation.properties import Property
from kg.web.reconciliation.sought import Candidate
from kg.web.service import Graph
from kg.web.values import english

Told = dict[str, Any]


def candidate(graph: Graph, found: Candidate) -> Told:
    """Return a candidate; both versions write it alike, and leave room for the reasons."""
    return {
        **thing(graph, found.known),
        "type": [properties.told(found.known.kind)],
        "score": found.percent,
        "match": found.is_match,
        "features": [
            {"id": each.name, "name": each.name, "value": each.score, "reason": each.reason}
            for each in found.features
        ],
    }


def thing(graph: Graph, known: Known) -> Told:
    """Return what names a thing."""
    return {"id": id_of(graph, known.iri), "name": known.label, "description": described(known)}


def described(known: Known) -> str:
    """Return what tells a thing from others of its name."""
    return "; ".join(filter(None, (english(properties.id_of(known.kind)), known.words)))


def suggested(graph: Graph, found: Name, known: Known | None) -> Told:
    """Return a thing that begins as somebody types."""
    words = described(known) if known else english(properties.id_of(URIRef(found.kind)))
    other = "" if found.name == found.label else f"also called {found.name}; "
    return {
        "id": id_of(graph, found.iri),
        "name": found.label,
        "description": other + words,
        "notable": [properties.told(URIRef(found.kind))],
    }


def attribute(each: Property) -> Told:
    """Return a property."""
    return {"id": each.id, "name": each.name, "description": each.description}
