"""Graphs as written, read back the way a user would."""

import re
from collections import Counter
from collections.abc import Iterator

import pyoxigraph as ox
from corpus import BASE, resolved
from rdflib import RDF, URIRef

from kg import emit
from kg.model import Extraction
from kg.resolve.ledger import Ledger


def written(*found: Extraction, known: Ledger | None = None) -> list[str]:
    """Return the lines of the graph of a corpus."""
    articles = [e.article for e in found]
    return list(emit.lines(resolved(*found, ledger=known), articles, BASE, {"a.txt": "0" * 64}))


def parsed(graph: list[str]) -> Iterator[ox.Triple]:
    """Yield the triples as an engine reads them."""
    text = "".join(f"{line}\n" for line in graph)
    for quad in ox.parse(text.encode(), format=ox.RdfFormat.N_TRIPLES):
        yield quad.triple


def about(graph: list[str], subject: str) -> dict[str, set[str]]:
    """Return what the flat layer tells of a subject: local names of properties, values without brackets."""
    found: dict[str, set[str]] = {}
    for triple in parsed(graph):
        if triple.subject.value == subject:
            term = re.split(r"[#/]", triple.predicate.value)[-1]
            found.setdefault(term, set()).add(triple.object.value.removeprefix(BASE).rpartition("#")[2])
    return found


def claims(graph: list[str], subject: str, term: URIRef) -> list[dict[str, set[str]]]:
    """Return the claims of a subject and a property."""
    ends = {RDF.subject: subject, RDF.predicate: str(term)}
    hits: Counter[str] = Counter()
    for triple in parsed(graph):
        hits[triple.subject.value] += ends.get(URIRef(triple.predicate.value)) == triple.object.value
    return [about(graph, name) for name, count in sorted(hits.items()) if count == 2]
