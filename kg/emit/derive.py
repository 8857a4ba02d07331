"""What follows from what is claimed, so that no query needs inference; each with the words of its ground."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rdflib import RDF, RDFS, SKOS

from kg.model import Claim, Node, Resolution, Value
from kg.vocab import DIP, superclasses, superproperties

MADE = "label made from its parts"


def whole(resolution: Resolution) -> Iterator[Claim]:
    """Yield all claims: as found, with names told from labels, and what follows from class and property."""
    for claim in (*_named(resolution), *_typed(resolution)):
        yield claim
        yield from _above(claim)


def _above(claim: Claim) -> Iterator[Claim]:
    """Yield the claims of super-classes and super-properties."""
    if claim.predicate == RDF.type and not isinstance(claim.object, Node | Value):
        concept = (SKOS.Concept,) if claim.object == DIP.Topic else ()
        for kind in (*superclasses(claim.object)[1:], *concept):
            yield replace(claim, object=kind, rule="derived: super-class")
    for term in superproperties(claim.predicate)[1:]:
        yield replace(claim, predicate=term, rule="derived: super-property")


def _named(resolution: Resolution) -> Iterator[Claim]:
    """Yield the claims with one label for each thing: other names are alternative labels."""
    labelled: set[str] = set()
    for claim in resolution.claims:
        iri = resolution.iris[claim.subject]
        if claim.predicate != RDFS.label:
            yield claim
        elif claim.object == Value(resolution.labels[iri]):
            labelled.add(iri)
            yield claim
        else:
            yield replace(claim, predicate=SKOS.altLabel)
    yield from _made(resolution, labelled)


def _made(resolution: Resolution, labelled: set[str]) -> Iterator[Claim]:
    """Yield labels that no article has: made from a record's parts, or the registry's."""
    first = _first(resolution.claims)
    done = set(labelled)
    for node, iri in sorted(resolution.iris.items(), key=lambda pair: (pair[1], pair[0])):
        if iri in done or node not in first:
            continue
        done.add(iri)
        ground = first[node]
        basis = f"registry: {node.registry}" if node.registry else MADE
        if node.registry or ground.spans:
            yield Claim(node, RDFS.label, Value(resolution.labels[iri]), ground.spans, "label", basis=basis)
        else:
            yield Claim(
                node, RDFS.label, Value(resolution.labels[iri]), (), "label", basis=ground.basis or MADE
            )


def _typed(resolution: Resolution) -> Iterator[Claim]:
    """Yield the class of what is only named by other claims."""
    typed = {c.subject for c in resolution.claims if c.predicate == RDF.type}
    first = _first(resolution.claims)
    for node in sorted(set(first) - typed):
        ground = first[node]
        yield Claim(node, RDF.type, node.kind, ground.spans, "derived: named there", basis=ground.basis)


def _first(claims: Iterable[Claim]) -> dict[Node, Claim]:
    """Return, for each node, the claim that its type rests on, else the first that names it."""
    types: dict[Node, Claim] = {}
    named: dict[Node, Claim] = {}
    for claim in claims:
        if claim.predicate == RDF.type:
            types.setdefault(claim.subject, claim)
        for node in (claim.subject, claim.object, claim.according_to):
            if isinstance(node, Node):
                named.setdefault(node, claim)
    return {**named, **types}
