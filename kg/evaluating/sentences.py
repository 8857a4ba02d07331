"""How well two places of a text agree: by the sentences they touch, or by their characters.

The sentences are those of the scoring alone: by marks and capitals, whatever an extractor makes of the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import product

from kg.model import Span

MARGIN = 10  # code points of a sentence that a range may touch and not mean it: a title before, a mark after
ENOUGH = 0.5  # of what either range touches, for both to tell of one thing
SCRAP = 0.3  # of its sentences or of the gold's words, below which a range is a scrap of words
SEVERAL = 3  # sentences of a record that may be cited in parts
LONGER = 6  # times: a point of an agreement is no whole paragraph
_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n")

Spans = Sequence[Span]


class Sentences:
    """The sentences of a text, by their numbers from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(found.end() for found in _END.finditer(text))]
        self._ends = [*self._starts[1:], len(text)]

    def places(self, words: str) -> tuple[Span, ...]:
        """Return every place of some words, in the order of the text."""
        return tuple(Span(*found.span()) for found in re.finditer(re.escape(words), self.text))

    def touched(self, span: Span) -> frozenset[int]:
        """Return the sentences of which a range has more than a margin."""
        margin = min(MARGIN, _length(span) // 2)
        near = range(max(bisect_right(self._starts, span.start) - 1, 0), bisect_left(self._starts, span.end))
        return frozenset(n for n in near if _shared(span, Span(self._starts[n], self._ends[n])) > margin)

    def told(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the sentences that any of the ranges touches."""
        return frozenset().union(*map(self.touched, spans))

    def likeness(self, gold: Spans, found: Spans) -> float:
        """Return how well the best pair of ranges agrees, 0 or from `ENOUGH` to 1.

        A part of a record of `SEVERAL` sentences agrees with it; a scrap of words agrees with nothing.
        """
        best = max((self._agreement(g, f) for g, f in product(gold, found)), default=0.0)
        return best if best >= ENOUGH else 0.0

    def _agreement(self, gold: Span, found: Span) -> float:
        wanted, got = self.touched(gold), self.touched(found)
        told = sum(self._ends[n] - self._starts[n] for n in got)
        is_scrap = _length(found) < SCRAP * min(_length(gold), told)
        if is_scrap or not _shared(gold, found):
            return 0.0
        if len(wanted) >= SEVERAL and got <= wanted:
            return 0.5 + len(got) / len(wanted) / 2
        return len(wanted & got) / len(wanted | got) if wanted | got else 0.0


def exact(one: Spans, other: Spans) -> float:
    """Return how much of the longer of two ranges the best pair shares, by characters."""
    return max((_shared(a, b) / max(_length(a), _length(b), 1) for a, b in product(one, other)), default=0.0)


def near(one: Spans, other: Spans) -> float:
    """Return how much of the shorter of two ranges the best pair shares, from half on, and `exact`."""
    pairs = ((a, b) for a, b in product(one, other) if _are_of_a_size(_length(a), _length(b)))
    best = max((_shared(a, b) / max(min(_length(a), _length(b)), 1) for a, b in pairs), default=0.0)
    return best + exact(one, other) if best >= ENOUGH else 0.0


def _are_of_a_size(one: int, other: int) -> bool:
    return max(one, other) <= LONGER * min(one, other)


def _length(span: Span) -> int:
    return span.end - span.start


def _shared(one: Span, other: Span) -> int:
    return max(min(one.end, other.end) - max(one.start, other.start), 0)
