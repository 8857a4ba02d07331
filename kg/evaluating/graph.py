"""A graph of ours, read for what its claims say, article by article."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from pyoxigraph import Quad, RdfFormat, parse
from pyoxigraph import Triple as Quoted
from rdflib import RDF, RDFS, SKOS, URIRef

from kg.errors import StoreError
from kg.evaluating.wordings import plain
from kg.model import Span
from kg.vocab import DIP, ONTOLOGY

# All that is looked at: graphs hold some five times as much.
_READ = frozenset(
    str(term)
    for term in (
        *(RDF.type, RDF.subject, RDF.predicate, RDF.object, RDFS.label, SKOS.altLabel),
        *(DIP.article, DIP.file, DIP.passage, DIP.start, DIP.end, DIP.quote, DIP.review),
        *(DIP.earliest, DIP.latest, DIP.status, DIP.text),
    )
)
_NAMES = (RDFS.label, SKOS.altLabel)
Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim, and one of the passages it rests on.

    Attributes:
        subject: IRI of what it is about.
        term: local name of the property, of one of the ontology.
        value: IRI, or lexical form.
        span: the place of the passage.
        quote: the words that are said to stand there.
    """

    subject: str
    term: str
    value: str
    span: Span
    quote: str


def read(path: Path) -> "Graph":
    """Return the graph of a file, whose ending tells its form: `.nt`, `.ttl` and others.

    Raises:
        StoreError: it cannot be read.
    """
    form = RdfFormat.from_extension(path.suffix[1:]) or RdfFormat.N_TRIPLES
    try:
        return Graph(map(_triple, parse(path=str(path), format=form)))
    except (OSError, SyntaxError) as error:
        raise StoreError(f"{path}: expected a graph in {form.name}, found: {error}") from error


def of(lines: bytes) -> "Graph":
    """Return the graph that lines of N-Triples tell."""
    return Graph(map(_triple, parse(lines, RdfFormat.N_TRIPLES)))


class Graph:
    """Its claims, but for those that people rejected."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._values: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for subject, term, value in sorted({triple for triple in triples if triple[1] in _READ}):
            self._values[subject, term].append(value)
        self._claims: defaultdict[str, list[Cited]] = defaultdict(list)
        for claim in [node for node, term in self._values if term == str(RDF.type)]:
            for file, cited in self._cited(claim):
                self._claims[file].append(cited)

    def values(self, node: str, term: URIRef) -> list[str]:
        """Return what a property of a node leads to, sorted."""
        return self._values.get((node, str(term)), [])

    def kinds(self, node: str) -> frozenset[str]:
        """Return the local names of the classes of a node, of those of the ontology."""
        kinds = (kind for kind in self.values(node, RDF.type) if kind.startswith(ONTOLOGY))
        return frozenset(kind.removeprefix(ONTOLOGY) for kind in kinds)

    def names(self, node: str) -> frozenset[str]:
        """Return every name of a node, as they are compared."""
        return frozenset(plain(name) for term in _NAMES for name in self.values(node, term))

    def cited(self, file: str) -> tuple[Cited, ...]:
        """Return the claims that rest on an article, once for each passage, in the order of their IRIs."""
        return tuple(self._claims.get(file, ()))

    def _cited(self, claim: str) -> Iterator[tuple[str, Cited]]:
        if str(DIP.Claim) not in self.values(claim, RDF.type):
            return
        if str(DIP.Rejected) in self.values(claim, DIP.review):
            return
        subject, term, value = (self._one(claim, t) for t in (RDF.subject, RDF.predicate, RDF.object))
        for passage in self.values(claim, DIP.passage):
            span = Span(int(self._one(passage, DIP.start)), int(self._one(passage, DIP.end)))
            quote = self._one(passage, DIP.quote)
            found = Cited(subject, term.removeprefix(ONTOLOGY), value, span, quote)
            for article in self.values(passage, DIP.article):
                yield from ((PurePath(name).name, found) for name in self.values(article, DIP.file))

    def _one(self, node: str, term: URIRef) -> str:
        if not (found := self.values(node, term)):
            raise StoreError(f"{node}: expected a value of {term}, found none")
        return found[0]


def _triple(quad: Quad) -> Triple:
    subject, thing = quad.subject, quad.object
    if isinstance(subject, Quoted) or isinstance(thing, Quoted):
        raise StoreError(f"{quad}: expected a triple of terms, found one of triples")
    return subject.value, quad.predicate.value, thing.value
