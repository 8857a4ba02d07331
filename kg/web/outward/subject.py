"""What is taken away: a thing or a search, as all forms of it see it."""

from collections.abc import Callable
from dataclasses import dataclass

from pyoxigraph import NamedNode
from rdflib import URIRef

from kg.web.addresses import named
from kg.web.events import records
from kg.web.events.records import Record
from kg.web.service import Graph
from kg.web.values import text

MOST = 50  # records that a feed, a calendar or a bundle of evidence tells


@dataclass(frozen=True, slots=True)
class Subject:
    """What is taken away.

    Attributes:
        graph: the build.
        path: of its page, without suffix.
        title: what its page is called.
        find: finds the IRIs of the records that it has part in, those told last first, at most `MOST`.
        kind: its class; None for what is no thing of the graph.
        query: what follows the question mark of its address; empty where nothing does.
    """

    graph: Graph
    path: str
    title: str
    find: Callable[[], tuple[str, ...]]
    kind: URIRef | None = None
    query: str = ""

    @property
    def iri(self) -> str:
        """Return its name everywhere, which is its address below the base."""
        return self.graph.addresses.iri(self.path) + (f"?{self.query}" if self.query else "")

    def address(self, suffix: str) -> str:
        """Return the name everywhere of a form of it."""
        query = f"?{self.query}" if self.query else ""
        return f"{self.graph.addresses.iri(self.path)}.{suffix}{query}"

    def records(self) -> tuple[Record, ...]:
        """Return the records that it has part in."""
        return tuple(records.read(self.graph, iri) for iri in self.find())


def thing(graph: Graph, iri: str, title: str, kind: URIRef) -> Subject:
    """Return a thing of the graph as what is taken away."""
    path = graph.addresses.path(iri) or ""
    return Subject(graph, path, title, lambda: linked(graph, named(iri)), kind)


def linked(graph: Graph, entity: NamedNode) -> tuple[str, ...]:
    """Return the records that a thing has part in: itself, those that lead to it or that it tells."""
    found = (text(row, "fact") for row in graph.rows("linked", entity=entity))
    return tuple(filter(None, found))
