"""Only terms that the ontology has, and no blank node."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.check.index import Index
from kg.vocab import ONTOLOGY, TERMS


def faults(index: Index) -> Iterator[str]:
    """Yield a line for each blank node, and for each term of our namespace that the ontology lacks."""
    known = {str(term) for term in TERMS.subjects() if str(term).startswith(ONTOLOGY)}
    seen: set[str] = set()
    for subject, predicate, value in index:
        if subject.startswith("_:") or isinstance(value, ox.BlankNode):
            yield f"{subject} {predicate}: expected IRIs and literals, found a blank node"
        iris = [predicate, value.value] if isinstance(value, ox.NamedNode) else [predicate]
        for iri in iris:
            if iri.startswith(ONTOLOGY) and iri not in known and iri not in seen:
                seen.add(iri)
                yield f"{subject}: expected terms of the ontology, found {iri}"
