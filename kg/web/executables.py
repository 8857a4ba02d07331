"""The example queries for machines, each as a `sh:SPARQLExecutable` (SHACL Advanced Features, section 5.2).

Endpoints and editors that share examples do so in this way (https://github.com/sib-swiss/sparql-examples).
"""

from collections.abc import Iterable

from rdflib import RDF, RDFS, SDO, Graph, Literal, URIRef
from rdflib.namespace import SH, Namespace

from kg.store.queries import Query
from kg.store.vetting import vet

SPEX = Namespace("https://purl.expasy.org/sparql-examples/ontology#")
# What a form of query is called there; SHACL has no terms for DESCRIBE.
_FORMS = {
    "SELECT": (SH.SPARQLSelectExecutable, SH.select),
    "ASK": (SH.SPARQLAskExecutable, SH.ask),
    "CONSTRUCT": (SH.SPARQLConstructExecutable, SH.construct),
    "DESCRIBE": (SPEX.SPARQLDescribeExecutable, SPEX.describe),
}


def describe(examples: Iterable[Query], base: str) -> Graph:
    """Return the examples as they are kept: title, what a row is, topic and text."""
    graph = Graph()
    for example in examples:
        itself = URIRef(f"{base}examples#{example.name}")
        kind, term = _FORMS[vet(example.text, (), base, _anybody).form]
        told = (
            (RDF.type, SH.SPARQLExecutable),
            (RDF.type, kind),
            (RDFS.label, Literal(example.title)),
            (RDFS.comment, Literal(f"{example.title}. {example.comment}".strip())),
            (SDO.keywords, Literal(example.field("topic") or "Others")),
            (SDO.target, URIRef(f"{base}sparql")),
            (SH.prefixes, URIRef(f"{base}prefixes")),
            (term, Literal(example.text)),
        )
        for property_, value in told:
            graph.add((itself, property_, value))
    return graph


def _anybody(_: str) -> bool:
    return True
