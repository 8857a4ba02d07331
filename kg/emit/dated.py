"""Codes that states had once, as concepts beside the graph: a state keeps the one code that it has today.

`dcterms:coverage` has the state by `dip:iso3`, `skos:notation` the code, `skos:inScheme` the list that it is
of, and `schema:validFrom` and `schema:validThrough` the days on which it held, both included.
"""

from collections.abc import Iterator

from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef
from rdflib.namespace import Namespace
from rdflib.term import Node

from kg.registry.former_codes import former_codes

SCHEMA = Namespace("https://schema.org/")
TITLES = {
    "COW": "Correlates of War: numbers that states had in the past",
    "GW": "Gleditsch and Ward: numbers that states had in the past",
    "M49": "UN M49: codes that states had in the past",
}


def triples(document: Namespace) -> Iterator[tuple[URIRef, URIRef, Node]]:
    """Yield a concept for each code that a state no longer has."""
    for system, title in TITLES.items():
        yield document[f"codes/{system}"], RDF.type, SKOS.ConceptScheme
        yield document[f"codes/{system}"], DCTERMS.title, Literal(title)
    for each in former_codes():
        concept = document[f"code/{each.scheme}-{each.code}-{each.state.key}"]
        yield concept, RDF.type, SKOS.Concept
        yield concept, SKOS.inScheme, document[f"codes/{each.scheme}"]
        yield concept, SKOS.notation, Literal(each.code)
        yield concept, SKOS.prefLabel, Literal(f"{each.state.label}, to {each.last}")
        yield concept, DCTERMS.coverage, Literal(each.state.iso3)
        yield concept, SCHEMA.validThrough, Literal(each.last)
        if each.first:
            yield concept, SCHEMA.validFrom, Literal(each.first)
