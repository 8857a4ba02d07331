"""What is found in one text before it is known who is meant where."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.model import Node, Span
from kg.text.actors import Cluster
from kg.text.descriptions import Description
from kg.text.gazetteer import Hits
from kg.text.names import Name
from kg.text.offices import Held
from kg.text.pairs import Pair
from kg.text.titles import TitlePhrase
from kg.text.tokens import Doc
from kg.vocab import DIP


@dataclass(frozen=True)  # no slots: the nodes below are made once and kept
class Material:
    """Names by cluster, titles, who holds them, descriptions and pairs of states of one article.

    Attributes:
        article: the article's file name.
    """

    article: str
    doc: Doc
    hits: Hits
    clusters: tuple[Cluster, ...]
    titles: tuple[TitlePhrase, ...]
    held: tuple[Held, ...]
    descriptions: tuple[Description, ...]
    pairs: tuple[Pair, ...] = ()

    @cached_property
    def node_of(self) -> Mapping[Name, Node]:
        """The node of each name."""
        return {name: c.node(self.article) for c in self.clusters for name in c.names}

    @cached_property
    def node_at(self) -> Mapping[int, Node]:
        """The node of the name that begins at a token."""
        return {name.start: node for name, node in self.node_of.items()}

    @cached_property
    def named(self) -> frozenset[int]:
        """The tokens that are part of names."""
        return frozenset(i for name in self.node_of for i in range(name.start, name.end))

    def state(self, key: str) -> Node:
        """Return the node of a state."""
        return Node(self.article, DIP.State, f"state:{key}", key)

    def span(self, start: int, end: int) -> Span:
        """Return the range of the text that tokens take."""
        return Span(self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1]))

    def words(self, span: Span) -> str:
        """Return the words of a range, with single spaces between them."""
        return " ".join(self.doc.text[span.start : span.end].split())
