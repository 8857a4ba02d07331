"""A graph in N-Triples, ready to be asked what stands about a thing."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import CheckError

Term = ox.NamedNode | ox.BlankNode | ox.Literal
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE = f"{RDF}type"


@dataclass(frozen=True, slots=True)
class Index:
    """The triples of a graph.

    Attributes:
        triples: property and object of each triple about a thing, by the thing's IRI (or blank node label).
    """

    triples: dict[str, list[tuple[str, Term]]]

    def about(self, subject: str) -> list[tuple[str, Term]]:
        """Return property and object of each triple about a thing."""
        return self.triples.get(subject, [])

    def values(self, subject: str, term: str) -> tuple[str, ...]:
        """Return IRIs and lexical forms of what a property of a thing leads to."""
        name = str(term)  # a term of rdflib never equals a string
        return tuple(words(o) for p, o in self.about(subject) if p == name)

    def one(self, subject: str, term: str) -> str | None:
        """Return what a property of a thing leads to, None where it leads nowhere."""
        return next(iter(self.values(subject, term)), None)

    def of_class(self, *kinds: str) -> Iterator[str]:
        """Yield the things of any of some classes, in the order of the graph."""
        wanted = set(map(str, kinds))
        return (s for s in self.triples if not wanted.isdisjoint(self.values(s, TYPE)))

    def __iter__(self) -> Iterator[tuple[str, str, Term]]:
        return ((s, p, o) for s, pairs in self.triples.items() for p, o in pairs)


def read(graph: bytes) -> Index:
    """Return the index of a graph in N-Triples.

    Raises:
        CheckError: it is none.
    """
    triples: dict[str, list[tuple[str, Term]]] = {}
    try:
        for quad in ox.parse(graph, format=ox.RdfFormat.N_TRIPLES):
            triples.setdefault(words(quad.subject), []).append((quad.predicate.value, quad.object))
    except SyntaxError as error:
        raise CheckError(f"graph: expected N-Triples, found: {error}") from error
    return Index(triples)


def words(term: Term) -> str:
    """Return an IRI, the lexical form of a literal, or the label of a blank node with `_:` before it."""
    return str(term) if isinstance(term, ox.BlankNode) else term.value
