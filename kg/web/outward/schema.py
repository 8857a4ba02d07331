"""A thing in the terms of schema.org, by which search engines and reference managers read pages.

Which term stands for which of ours is what `ontology/alignments.ttl` says: sub-classes and sub-properties,
and pointers (`rdfs:seeAlso`) where nothing says the contrary. Terms that are not ours stand in `OTHERS`.
"""

import json
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode
from rdflib import DCTERMS, OWL, RDFS, SDO, SKOS, XSD, URIRef

from kg.store.builds import Row
from kg.vocab import DIP, alignments
from kg.web import kinds
from kg.web.events import records
from kg.web.outward.subject import Subject
from kg.web.outward.told import status
from kg.web.values import text

Node = dict[str, object]
# What schema.org itself, or Dublin Core, says of terms that are not ours.
OTHERS = {
    RDFS.label: SDO.name,
    SKOS.altLabel: SDO.alternateName,
    OWL.sameAs: SDO.sameAs,
    DCTERMS.title: SDO.headline,
    DCTERMS.issued: SDO.datePublished,
    DCTERMS.creator: SDO.author,
    DCTERMS.publisher: SDO.publisher,
    DCTERMS.language: SDO.inLanguage,
    DCTERMS.license: SDO.license,
}
MOST = 200  # values of a property: a reader of such data wants to know what it is, not all of it
CONTEXT = {"@vocab": str(SDO)}  # not the address of a file, which every reader would have to fetch


def write(subject: Subject) -> str:
    """Return the thing as JSON-LD."""
    return json.dumps(node(subject), ensure_ascii=False, indent=2) + "\n"


def node(subject: Subject) -> Node:
    """Return the thing, each value that is a thing itself with its name and type."""
    kind = subject.kind or DIP.Record
    is_deed = DIP.Action in kinds.upward(kind)
    found: dict[str, dict[str, object]] = {}
    for row in subject.graph.rows("schema", entity=NamedNode(subject.iri)):
        for name in _names(URIRef(text(row, "predicate") or ""), is_deed=is_deed):
            if (value := _value(row)) is not None:
                found.setdefault(name, {}).setdefault(json.dumps(value), value)
    if DIP.Record in kinds.upward(kind) and (sure := status(records.read(subject.graph, subject.iri))):
        found["description"] = {sure: sure}  # schema.org has no word for what is only announced, or denied
    told = {name: _plain(list(values.values())[:MOST]) for name, values in sorted(found.items())}
    return {"@context": CONTEXT, "@id": subject.iri, "@type": _plain(list(types(kind))), **told}


def types(kind: URIRef) -> tuple[str, ...]:
    """Return the nearest classes of schema.org for a class of ours; a work where there is none.

    >>> types(DIP.Meeting), types(DIP.Agreement)
    (('Event',), ('CreativeWork',))
    """
    for each in kinds.upward(kind):
        if found := sorted(_of_schema(alignments().objects(each, RDFS.subClassOf))):
            return tuple(found)
    return ("CreativeWork",) if DIP.Record in kinds.upward(kind) else ("Thing",)


def _names(term: URIRef, *, is_deed: bool) -> Iterator[str]:
    if (other := OTHERS.get(term)) is not None:
        yield _local(other)
    yield from _of_schema(alignments().objects(term, RDFS.subPropertyOf))
    # Who is summoned or expelled attends nothing.
    if not (is_deed and term in (DIP.participant, DIP.host)):
        yield from _of_schema(alignments().objects(term, RDFS.seeAlso))


def _value(row: Row) -> object:
    term = row.get("object")
    if isinstance(term, Literal):
        return int(term.value) if term.datatype.value == str(XSD.integer) else term.value
    iri = text(row, "object")
    if iri is None:
        return None
    if iri in DIP_TERMS:
        # A term of ours, such as a status: what it points to, else nothing that schema.org could say.
        near = sorted(_of_schema(alignments().objects(URIRef(iri), RDFS.seeAlso)))
        return {"@id": str(SDO[near[0]])} if near else None
    if (label := text(row, "label")) is None:
        return iri
    kind = kinds.lowest((text(row, "kind") or "").split())
    return {"@type": _plain(list(types(kind))) if kind else "Thing", "@id": iri, "name": label}


DIP_TERMS = frozenset(str(DIP[name]) for name in dir(DIP))


def _of_schema(terms: Iterable[object]) -> Iterator[str]:
    return (_local(term) for term in terms if isinstance(term, URIRef) and term in SDO)


def _local(term: URIRef) -> str:
    return str(term).removeprefix(str(SDO))


def _plain(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values
