"""An entity as RDF, in each form."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize
from rdflib import RDFS

from kg.store.builds import Row
from kg.store.characters import xml_safe
from kg.store.forms import Form
from kg.store.prologue import PREFIXES
from kg.web.service import Graph

FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an entity's document.

    Attributes:
        query: its query, which answers with one row more than `most` where there is more.
        most: most triples of it that a document holds: some megabytes at the most are read into memory.
        told: what its triples are called where some are left out.
    """

    query: str
    most: int
    told: str


PARTS = (
    Part("flat", 10_000, "triples of the entity"),
    Part("cited", 20_000, "triples of claims about it and of their passages"),
    Part("incoming", 1_000, "triples that lead to it"),
)


def document(graph: Graph, iri: str, form: Form) -> bytes:
    """Return the document about an entity: its triples, the claims about it, and what leads to it.

    Where a part is bounded, the document says so in an `rdfs:comment` on itself.
    """
    triples = list(_triples(graph, NamedNode(iri), NamedNode(f"{iri}.{form.suffix}")))
    return write(triples, form.suffix)


def write(triples: Iterable[Triple], suffix: str, prefixes: Mapping[str, str] = PREFIXES) -> bytes:
    """Return triples in the form that has a suffix."""
    out = io.BytesIO()
    serialize(triples, out, FORMATS[suffix], prefixes=dict(prefixes))
    data = out.getvalue()
    return xml_safe(data) if FORMATS[suffix] is RdfFormat.RDF_XML else data


def embedded(graph: Graph, iri: str) -> Markup:
    """Return the flat triples of an entity as JSON-LD that may stand in a script element of HTML."""
    triples = _read(graph.rows("flat", entity=NamedNode(iri))[: PARTS[0].most])
    return in_script(write(triples, "jsonld").decode())


def in_script(data: str) -> Markup:
    """Return JSON that may stand in a script element of HTML."""
    # JSON strings may escape any character: with these, no text of an article ends the element.
    for character in "<>&\u2028\u2029":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return Markup(data)  # noqa: S704 # made safe just above


def _triples(graph: Graph, entity: NamedNode, itself: NamedNode) -> Iterator[Triple]:
    for part in PARTS:
        rows = graph.rows(part.query, entity=entity)
        yield from sorted(_read(rows[: part.most]), key=str)
        if len(rows) > part.most:
            note = f"Holds the first {part.most} {part.told} only; a query finds all."
            yield Triple(itself, NamedNode(str(RDFS.comment)), Literal(note))


def _read(rows: Iterable[Row]) -> Iterator[Triple]:
    for row in rows:
        yield Triple(row["subject"], row["predicate"], row["object"])  # type: ignore[arg-type]
