"""What a build says of its graph to machines: VoID, as quads of a graph of its own beside it.

The vocabulary: https://www.w3.org/TR/void/ (2011). What a property of a class leads to is told as other
endpoints do (https://github.com/sib-swiss/void-generator): by a class partition of the property's partition
or, where it leads to literals, a datatype partition (http://ldf.fi/void-ext#). Every part has a readable
address, `<base>void#class/dip:Meeting/dip:participant`; there are no blank nodes.

All of it hangs on the graph alone and is the same for the same graph, byte for byte. What hangs on the
service (its address and limits, example queries, other builds) is told by the service when it is asked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from urllib.parse import quote

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.namespace import SH, VOID, Namespace
from rdflib.term import Node

from kg.emit import codings, dated, partitions
from kg.emit.partitions import CLASS, Class, Counts, Property
from kg.iris import METADATA, slug
from kg.registry.titles import wordings
from kg.vocab import DIP

EXTENSION = Namespace("http://ldf.fi/void-ext#")
STATIC = Path(__file__).parent / "dataset.ttl"
LINKS = (
    *(OWL.sameAs, SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch),
)
Triple = tuple[URIRef, URIRef, Node]


def lines(graph: bytes, base: str, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the metadata of a graph as sorted lines of N-Quads.

    Args:
        graph: the graph in N-Triples, one triple a line, each once, sorted.
        base: base of the IRIs.
        prefixes: the prefixes that queries may use without declaring them.
    """
    written = describe(graph, base, prefixes).serialize(format="nt")
    for line in sorted(filter(None, written.splitlines())):
        yield f"{line.removesuffix(' .')} <{base}{METADATA}> ."


def describe(graph: bytes, base: str, prefixes: Mapping[str, str]) -> Graph:
    """Return the metadata of a graph; the arguments are those of `lines`."""
    told = Graph().parse(STATIC, format="turtle", publicID=base)
    spaces = {str(space): URIRef(str(each)) for each, space in told.subject_objects(VOID.uriSpace)}
    counts = partitions.count(graph)
    whole = _Whole(base, prefixes)
    offices = whole.offices(partitions.values(graph, str(DIP.office)))
    parts = (whole.totals(counts), whole.classes(counts), whole.properties(counts), whole.declared(), offices)
    document = Namespace(f"{base}void#")
    coded = codings.triples(document), dated.triples(document)
    for triple in chain(*parts, *coded, whole.links(graph, spaces)):
        told.add(triple)
    return told


class _Whole:
    """The data set and the addresses of its parts."""

    def __init__(self, base: str, prefixes: Mapping[str, str]) -> None:
        self._base = base
        self._prefixes = prefixes
        self._document = Namespace(f"{base}void#")
        self._itself = self._document.dataset

    def totals(self, counts: Counts) -> Iterator[Triple]:
        numbers = {
            VOID.triples: counts.triples,
            VOID.entities: counts.subjects,
            VOID.distinctSubjects: counts.subjects,
            VOID.distinctObjects: counts.objects,
            VOID.classes: len(counts.classes),
            VOID.properties: len(counts.properties),
        }
        yield from ((self._itself, term, Literal(number)) for term, number in numbers.items())
        yield self._itself, VOID.uriSpace, Literal(self._base)
        terms = (*counts.classes, *counts.properties)
        for space in self._prefixes.values():
            if any(term.startswith(space) for term in terms):
                yield self._itself, VOID.vocabulary, URIRef(space)

    def classes(self, counts: Counts) -> Iterator[Triple]:
        for name, found in counts.classes.items():
            yield from self._class(self._part("class", name), name, found)

    def properties(self, counts: Counts) -> Iterator[Triple]:
        for name, found in counts.properties.items():
            part = self._part("property", name)
            yield self._itself, VOID.propertyPartition, part
            yield from self._property(part, name, found)
            yield part, VOID.distinctObjects, Literal(counts.distinct[name])

    def declared(self) -> Iterator[Triple]:
        document = URIRef(f"{self._base}prefixes")
        yield document, RDF.type, OWL.Ontology
        for prefix, space in self._prefixes.items():
            part = URIRef(f"{document}#{prefix}")
            yield document, SH.declare, part
            yield part, RDF.type, SH.PrefixDeclaration
            yield part, SH.prefix, Literal(prefix)
            yield part, SH.namespace, Literal(space, datatype=XSD.anyURI)

    def offices(self, names: Iterable[str]) -> Iterator[Triple]:
        """Yield the offices that are held by anyone, with all their wordings, as concepts of one scheme."""
        scheme = self._document.offices
        yield scheme, RDF.type, SKOS.ConceptScheme
        yield scheme, DCTERMS.title, Literal("Offices by all wordings of their titles")
        for name in names:
            concept = self._document[f"office/{slug(name)}"]
            yield concept, RDF.type, SKOS.Concept
            yield concept, SKOS.inScheme, scheme
            yield concept, SKOS.prefLabel, Literal(name)
            for wording in wordings(name)[1:]:
                yield concept, SKOS.altLabel, Literal(wording)

    def links(self, graph: bytes, spaces: Mapping[str, URIRef]) -> Iterator[Triple]:
        """Yield a link set for each property and each data set, by the space of its addresses."""
        for (name, space), number in sorted(_links(graph, tuple(spaces)).items()):
            target = spaces[space]
            part = URIRef(f"{self._part('links', name)}/{target.fragment}")
            yield self._itself, VOID.subset, part
            yield part, RDF.type, VOID.Linkset
            yield part, VOID.linkPredicate, URIRef(name)
            yield part, VOID.subjectsTarget, self._itself
            yield part, VOID.objectsTarget, target
            yield part, VOID.triples, Literal(number)
            yield part, RDFS.seeAlso, URIRef(f"{self._base}mappings.sssom.tsv")

    def _class(self, part: URIRef, name: str, found: Class) -> Iterator[Triple]:
        yield self._itself, VOID.classPartition, part
        yield part, VOID["class"], URIRef(name)
        yield part, VOID.entities, Literal(found.entities)
        yield part, VOID.triples, Literal(found.triples)
        yield part, VOID.exampleResource, URIRef(found.example)
        for term, told in found.properties.items():
            within = URIRef(f"{part}/{self._short(term)}")
            yield part, VOID.propertyPartition, within
            yield from self._property(within, term, told)
            yield from self._targets(within, told)

    def _property(self, part: URIRef, name: str, found: Property) -> Iterator[Triple]:
        yield part, VOID.property, URIRef(name)
        yield part, VOID.triples, Literal(found.triples)
        yield part, VOID.distinctSubjects, Literal(found.subjects)

    def _targets(self, part: URIRef, found: Property) -> Iterator[Triple]:
        for (kind, name), number in found.targets.items():
            within = URIRef(f"{part}/{self._short(name)}")
            yield part, VOID.classPartition if kind == CLASS else EXTENSION.datatypePartition, within
            yield within, VOID["class"] if kind == CLASS else EXTENSION.datatype, URIRef(name)
            yield within, VOID.triples, Literal(number)

    def _part(self, kind: str, term: str) -> URIRef:
        return self._document[f"{kind}/{self._short(term)}"]

    def _short(self, term: str) -> str:
        """Return a term with its prefix; one without a known prefix as it may stand in an address."""
        for prefix, space in self._prefixes.items():
            if term.startswith(space):
                return f"{prefix}:{term.removeprefix(space)}"
        return quote(term, safe="")


def _links(graph: bytes, spaces: tuple[str, ...]) -> Counter[tuple[str, str]]:
    """Return how often each property of `LINKS` leads to each space."""
    found: Counter[tuple[str, str]] = Counter()
    marks = {f"<{term}>": str(term) for term in LINKS}
    for line in graph.decode().split("\n")[:-1]:
        _, name, thing = line.split(" ", 2)
        if name in marks:
            space = next((each for each in spaces if thing.startswith(f"<{each}")), None)
            found.update({(marks[name], space): 1} if space else {})
    return found
