"""What the articles of a corpus claim, ready to be asked for by node."""

import datetime as dt
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import RDF, RDFS, URIRef

from kg.model import Article, Claim, Extraction, Node, Span, Value
from kg.vocab import DIP, superclasses, superproperties

Interval = tuple[dt.date | None, dt.date | None]
_LAST = sys.maxsize


@dataclass(frozen=True, slots=True)
class Facts:
    """An index of claims.

    Attributes:
        articles: by file name, in the order of publication (unknown last), then of file names.
        claims: those about each node, in the order of the text.
        nodes: all nodes that are told of, in the order of articles, then of their first sentence.
        marks: the fingerprint of each article's text, by file name.
    """

    articles: dict[str, Article]
    claims: dict[Node, tuple[Claim, ...]]
    nodes: tuple[Node, ...]
    marks: dict[str, tuple[int, ...]]

    def of_kind(self, kind: URIRef) -> tuple[Node, ...]:
        """Return the nodes of a class or of one below it."""
        return tuple(n for n in self.nodes if kind in superclasses(n.kind))

    def about(self, node: Node, *terms: URIRef) -> tuple[Claim, ...]:
        """Return the claims about a node whose property is one of the terms or below one of them."""
        wanted = set(terms)
        return tuple(
            c for c in self.claims.get(node, ()) if wanted.intersection(superproperties(c.predicate))
        )

    def nodes_at(self, node: Node, *terms: URIRef) -> tuple[Node, ...]:
        """Return the nodes that these properties of a node lead to, each once."""
        return tuple(dict.fromkeys(c.object for c in self.about(node, *terms) if isinstance(c.object, Node)))

    def texts(self, node: Node, term: URIRef) -> tuple[str, ...]:
        """Return the literals that a property of a node has, each once."""
        found = (c.object.text for c in self.about(node, term) if isinstance(c.object, Value))
        return tuple(dict.fromkeys(found))

    def names(self, node: Node) -> tuple[str, ...]:
        """Return the forms of a node's name, in the order of the text."""
        return self.texts(node, RDFS.label)

    def terms(self, node: Node, term: URIRef) -> frozenset[URIRef]:
        """Return the terms of the ontology that a property of a node leads to."""
        return frozenset(c.object for c in self.about(node, term) if isinstance(c.object, URIRef))

    def interval(self, node: Node) -> Interval:
        """Return the bounds of when, as the surest claims have them."""
        return self._day(node, DIP.earliest), self._day(node, DIP.latest)

    def spans(self, node: Node) -> tuple[Span, ...]:
        """Return the sentences that a node's type rests on."""
        return tuple(dict.fromkeys(s for c in self.about(node, RDF.type) for s in c.spans))

    def words(self, node: Node) -> str:
        """Return the first sentence that a node rests on, empty where it rests on none."""
        claims = self.claims.get(node, ())
        spans = self.spans(node) or tuple(s for c in claims for s in c.spans)
        return self.articles[node.article].text[spans[0].start : spans[0].end] if spans else ""

    def _day(self, node: Node, term: URIRef) -> dt.date | None:
        claims = [c for c in self.about(node, term) if isinstance(c.object, Value)]
        best = max(claims, key=lambda c: c.confidence or 0.0, default=None)
        return dt.date.fromisoformat(best.object.text) if best and isinstance(best.object, Value) else None


def gather(extractions: Iterable[Extraction]) -> Facts:
    """Return the index of what all articles claim; the order of the extractions does not matter."""
    ordered = sorted(extractions, key=lambda e: (e.article.published or dt.date.max, e.article.file))
    claims: dict[Node, dict[Claim, None]] = {}
    starts: dict[Node, int] = {}
    for extraction in ordered:
        for claim in extraction.claims:
            claims.setdefault(claim.subject, {})[claim] = None
            for node in _nodes(claim):
                starts[node] = min((starts.get(node, _LAST), *_starts(claim)))
    rank = {e.article.file: i for i, e in enumerate(ordered)}
    nodes = sorted(starts, key=lambda n: (rank[n.article], starts[n], n))
    return Facts(
        {e.article.file: e.article for e in ordered},
        {node: tuple(about) for node, about in claims.items()},
        tuple(nodes),
        {e.article.file: e.marks for e in ordered},
    )


def _nodes(claim: Claim) -> tuple[Node, ...]:
    found = (claim.subject, claim.object, claim.according_to)
    return tuple(n for n in found if isinstance(n, Node))


def _starts(claim: Claim) -> tuple[int, ...]:
    """Return where a claim's sentences begin; what rests on no words of the text stands before it."""
    return tuple(s.start for s in claim.spans) or (-1,)


def overlap(one: Interval, other: Interval) -> bool:
    """Say whether two times may share a day; an open end reaches as far as it likes."""
    later_start = max(one[0] or dt.date.min, other[0] or dt.date.min)
    earlier_end = min(one[1] or dt.date.max, other[1] or dt.date.max)
    return later_start <= earlier_end


def narrowed(one: Interval, other: Interval) -> Interval:
    """Return the days that two overlapping times share."""
    starts = [d for d in (one[0], other[0]) if d]
    ends = [d for d in (one[1], other[1]) if d]
    return max(starts, default=None), min(ends, default=None)


def days(interval: Interval) -> int | None:
    """Return how many days a time spans, None where an end is unknown."""
    first, last = interval
    return (last - first).days + 1 if first and last else None
