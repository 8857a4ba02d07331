"""The codes of event data as concepts: what `dip:code` means, and how CAMEO and PLOVER stand to each other.

A user of ICEWS, POLECAT or GDELT finds the category of a record by its own code: `skos:notation` has the
value of `dip:code`, `skos:broader` leads to the root (GDELT's EventRootCode), a match to the other system.
"""

from collections.abc import Iterator

from rdflib import DCTERMS, RDF, SKOS, Literal, URIRef
from rdflib.namespace import Namespace
from rdflib.term import Node

from kg.registry.codes import codes
from kg.vocab import DIP, frames

Triple = tuple[URIRef, URIRef, Node]
TITLES = {
    "CAMEO": "CAMEO: categories of events that ICEWS and GDELT code",
    "PLOVER": "PLOVER: types of events that POLECAT codes",
}
MATCHES = {"close": SKOS.closeMatch, "broad": SKOS.broadMatch, "narrow": SKOS.narrowMatch}
_SYSTEMS = ((DIP.cameo, "CAMEO"), (DIP.plover, "PLOVER"))


def triples(document: Namespace) -> Iterator[Triple]:
    """Yield a concept for each code, and from each class of records the codes that its frames give."""
    for system, title in TITLES.items():
        yield document[f"codes/{system}"], RDF.type, SKOS.ConceptScheme
        yield document[f"codes/{system}"], DCTERMS.title, Literal(title)
    for each in codes():
        concept = _concept(document, each.key)
        yield concept, RDF.type, SKOS.Concept
        yield concept, SKOS.inScheme, document[f"codes/{each.system}"]
        yield concept, SKOS.notation, Literal(each.key)
        yield concept, SKOS.prefLabel, Literal(each.label)
        yield concept, SKOS.note, Literal(f"quad class {each.quad}")
        if each.broader:
            yield concept, SKOS.broader, _concept(document, each.broader)
        yield from ((concept, MATCHES[how], _concept(document, key)) for how, key in each.matches)
    yield from _of_classes(document)


def _of_classes(document: Namespace) -> Iterator[Triple]:
    """Yield what codes a class may have: related, for which of them a record has hangs on its words."""
    declared = frames()
    known = {each.key for each in codes()}
    for term, system in _SYSTEMS:
        for frame, code in sorted(declared.subject_objects(term)):
            for kind in declared.objects(frame, DIP.evokes):
                if isinstance(kind, URIRef) and f"{system}:{code}" in known:
                    yield kind, SKOS.relatedMatch, _concept(document, f"{system}:{code}")


def _concept(document: Namespace, key: str) -> URIRef:
    return document[f"code/{key.replace(':', '-')}"]
