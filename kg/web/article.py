"""The text of an article as published, its cited passages marked, and what was found in each beside it.

The text is the one that the build keeps (`articles/<file>.txt` beside the store, through the store's
`article_text`): offsets count on it, for saved pages too, whose kept text is not their file.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode
from rdflib import URIRef

from kg.store.builds import Row
from kg.vocab import DIP
from kg.web import kinds
from kg.web.sentences import anchor
from kg.web.service import Graph
from kg.web.values import Badge, Value, badges, name_of, text, value

# What is named in a sentence, against what is told by it: shown in one line, after the records.
NAMED = {DIP.Actor, DIP.Place, DIP.Topic, DIP.Article}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found in a passage.

    Attributes:
        kind: what it is ("meeting").
        thing: its name and where it is shown.
        badges: how sure it is.
    """

    kind: str
    thing: Value
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What was found in one passage.

    Attributes:
        number: its number in the article, from 1, in the order of the text.
        anchor: name of the passage in the page.
        path: where the passage itself is shown.
        records: events, statements, agreements, tenures.
        named: actors, places and topics.
    """

    number: int
    anchor: str
    path: str
    records: tuple[Found, ...]
    named: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text that no border of a passage cuts.

    Attributes:
        words: as published.
        opens: the passages that begin with it; the first is the one that it is marked for.
        depth: how many passages it lies in; 0 where nothing cites it.
        closes: the passages that end with it.
    """

    words: str
    opens: tuple[Note, ...]
    depth: int
    closes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text, and the notes of the passages that begin in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]

    @property
    def cited(self) -> bool:
        """Say whether any words of it are cited."""
        return any(piece.depth for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text as its page shows it.

    Attributes:
        paragraphs: in order; empty where the build keeps no text.
        cited: code points that lie in a passage.
        length: code points in all.
    """

    paragraphs: tuple[Paragraph, ...]
    cited: int
    length: int

    @property
    def share(self) -> int:
        """Return how much of it is cited, in whole per cent."""
        return round(100 * self.cited / self.length) if self.length else 0


@dataclass(frozen=True, slots=True)
class Range:
    """A passage: its range in code points, half-open, and its note."""

    start: int
    end: int
    note: Note


def read(graph: Graph, iri: str) -> Text:
    """Return the text of an article with everything that was found in it."""
    rows = graph.rows("passages", entity=NamedNode(iri))
    file = next((found for row in rows if (found := text(row, "file"))), None)
    words = (graph.article_text(file) if file else None) or ""
    return mark(words, _ranges(rows, graph))


def mark(words: str, ranges: tuple[Range, ...]) -> Text:
    """Return a text cut at every border of a passage and at every end of a line."""
    paragraphs = tuple(
        _paragraph(words, m.start(), m.end(), ranges) for m in re.finditer(r"[^\n]*\S[^\n]*", words)
    )
    cited = sum(len(p.words) for paragraph in paragraphs for p in paragraph.pieces if p.depth)
    return Text(paragraphs, cited, sum(len(p.words) for paragraph in paragraphs for p in paragraph.pieces))


def _paragraph(words: str, start: int, end: int, ranges: tuple[Range, ...]) -> Paragraph:
    near = [r for r in ranges if r.start < end and start < r.end]
    cuts = sorted({start, end, *(c for r in near for c in (r.start, r.end) if start < c < end)})
    pieces = tuple(_piece(words, a, b, near) for a, b in itertools.pairwise(cuts))
    # A passage that began in an earlier paragraph has its note there.
    return Paragraph(pieces, tuple(r.note for r in near if r.start >= start))


def _piece(words: str, start: int, end: int, near: list[Range]) -> Piece:
    return Piece(
        words[start:end],
        tuple(r.note for r in near if r.start == start),
        sum(r.start <= start and end <= r.end for r in near),
        tuple(r.note for r in near if r.end == end),
    )


def _ranges(rows: Iterable[Row], graph: Graph) -> tuple[Range, ...]:
    groups: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        if row.get("passage") is not None:
            place = int(text(row, "start") or 0), int(text(row, "end") or 0)
            groups.setdefault(place, []).append(row)
    return tuple(
        Range(start, end, _note(number, group, graph))
        for number, ((start, end), group) in enumerate(sorted(groups.items(), key=lambda g: g[0]), start=1)
    )


def _note(number: int, rows: list[Row], graph: Graph) -> Note:
    found = tuple(_found(rows, graph))
    first = rows[0]
    return Note(
        number,
        anchor(text(first, "start"), text(first, "end")),
        graph.addresses.path(text(first, "passage") or "") or "",
        tuple(each for kind, each in found if NAMED.isdisjoint(kinds.upward(kind))),
        tuple(each.thing for kind, each in found if not NAMED.isdisjoint(kinds.upward(kind))),
    )


def _found(rows: list[Row], graph: Graph) -> Iterator[tuple[URIRef, Found]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(text(row, "fact") or "", []).append(row)
    for group in groups.values():
        kind = kinds.lowest(text(row, "kind") for row in group)
        thing = value(group[0], "fact", graph.addresses)
        if kind is not None and thing is not None:
            sure = dict.fromkeys(each for row in group for each in badges(row, graph.addresses))
            yield kind, Found(name_of(kind), thing, tuple(sure))
