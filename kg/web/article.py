"""The text of an article as published, its cited passages marked, and what was found in each beside it.

The text is the one that the build keeps (`articles/<file>.txt` beside the store, through the store's
`article_text`): offsets count on it, for saved pages too, whose kept text is not their file. So does what
became of each sentence: that nothing was found in it, or that it was left unread, is marked too.
"""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.store.articles import FOUND, NOTHING, Sentence
from kg.web.finds import SHOWN, Note, Range, ranges
from kg.web.parts import Part, part
from kg.web.service import Graph
from kg.web.values import first_text

UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text that no border of a passage or sentence cuts.

    Attributes:
        words: as published.
        opens: the passages that begin with it; the first is the one that it is marked for.
        within: the passages that it lies in; none where nothing cites it.
        closes: the passages that end with it.
        told: `NOTHING` or `UNREAD`, as its sentence; empty where something was found, or nothing is known.
    """

    words: str
    opens: tuple[Note, ...]
    within: tuple[Note, ...]
    closes: tuple[Note, ...]
    told: str

    @property
    def names(self) -> str:
        """Return the names of its mark in the style sheet: what was found there."""
        groups = frozenset[str]().union(*(note.groups for note in self.within))
        again = ("again",) if len(self.within) > 1 else ()
        return " ".join((*(group for group in SHOWN if group in groups), *again))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text, the notes of the passages that begin in it, and why parts were left unread."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text as its page shows it, or one part of it.

    Attributes:
        paragraphs: in order; empty where the build keeps no text.
        part: which part of the text it is.
        show: the group of finds that is shown; empty for all.
        groups: each group that something was found of, and how many things.
        became: how many sentences of the article were found to tell something, nothing, or were left unread,
            by `FOUND`, `NOTHING` and the reason; empty where the build does not tell.
    """

    paragraphs: tuple[Paragraph, ...]
    part: Part
    show: str
    groups: tuple[tuple[str, int], ...]
    became: Mapping[str, int]

    @property
    def read(self) -> int:
        """Return how many sentences were read."""
        return self.became.get(FOUND, 0) + self.became.get(NOTHING, 0)

    @property
    def nothing(self) -> int:
        """Return how many of them told nothing."""
        return self.became.get(NOTHING, 0)

    @property
    def unread(self) -> tuple[tuple[str, int], ...]:
        """Return why sentences were left unread, and how many each."""
        return tuple((why, n) for why, n in sorted(self.became.items()) if why not in (FOUND, NOTHING))


def read(graph: Graph, iri: str, at: str = "", show: str = "") -> Text:
    """Return the text of an article with everything that was found in it.

    Args:
        graph: the build.
        iri: the article.
        at: a code point of the part that is wanted; the first part where it is no number.
        show: the group of finds that is wanted; all where it is none of `SHOWN`.
    """
    entity = NamedNode(iri)
    file = first_text(graph.rows("file", entity=entity), "file")
    words = (graph.article_text(file) if file else None) or ""
    sentences = graph.article_sentences(file) if file else ()
    # At most as many digits as a number can have that is a place in a text.
    shown = part(words, int(at) if re.fullmatch(r"[0-9]{1,9}", at) else 0)
    found = ranges(graph, entity, shown)
    return Text(
        paragraphs=mark(words, found, sentences, shown),
        part=shown,
        show=show if show in SHOWN else "",
        groups=_groups(found),
        became=Counter(sentence.told for sentence in sentences),
    )


def mark(
    words: str, found: Sequence[Range], sentences: Sequence[Sentence] = (), shown: Part | None = None
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a part of a text, cut at the borders of passages and of sentences left out."""
    shown = shown or part(words, 0)
    left = [s for s in sentences if s.told != FOUND and s.start < shown.end and shown.start < s.end]
    lines = re.finditer(r"[^\n]*\S[^\n]*", words[shown.start : shown.end])
    places = ((shown.start + line.start(), shown.start + line.end()) for line in lines)
    return tuple(_paragraph(words, place, found, left) for place in places)


def _paragraph(
    words: str, place: tuple[int, int], found: Sequence[Range], left: Sequence[Sentence]
) -> Paragraph:
    start, end = place
    near = [r for r in found if r.start < end and start < r.end]
    out = [s for s in left if s.start < end and start < s.end]
    borders = {border for r in near for border in (r.start, r.end)}
    borders |= {border for s in out for border in (s.start, s.end)}
    cuts = sorted({start, end, *(border for border in borders if start < border < end)})
    pieces = tuple(_piece(words[a:b], (a, b), near, out) for a, b in itertools.pairwise(cuts))
    unread = dict.fromkeys(s.told for s in out if s.told != NOTHING)
    # A passage that began in an earlier paragraph has its note there.
    return Paragraph(pieces, tuple(r.note for r in near if r.start >= start), tuple(unread))


def _piece(words: str, place: tuple[int, int], near: Sequence[Range], out: Sequence[Sentence]) -> Piece:
    start, end = place
    told = next((s.told for s in out if s.start <= start and end <= s.end), "")
    return Piece(
        words,
        tuple(r.note for r in near if r.start == start),
        tuple(r.note for r in near if r.start <= start and end <= r.end),
        tuple(r.note for r in near if r.end == end),
        told if told in ("", NOTHING) else UNREAD,
    )


def _groups(found: Sequence[Range]) -> tuple[tuple[str, int], ...]:
    things = {(each.group, each.thing) for passage in found for each in passage.note.found}
    numbers = Counter(group for group, _ in things)
    return tuple((group, numbers[group]) for group in SHOWN if numbers[group])
