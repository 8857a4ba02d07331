"""The parts that a long article is shown in: each a page that stays light, cut where a paragraph ends."""

from bisect import bisect_right
from dataclasses import dataclass

from kg.web.sentences import PART

SLACK = 10_000  # code points after `PART` within which the end of a paragraph, or else a blank, is looked for


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text: its range in code points, half-open.

    Attributes:
        number: its number, from 1.
        count: how many parts there are.
        start: its first code point.
        end: the code point after its last.
        before: where the part before it starts; None for the first.
        after: where the next starts; None for the last.
    """

    number: int
    count: int
    start: int
    end: int
    before: int | None
    after: int | None


def part(words: str, at: int) -> Part:
    """Return the part that holds a place of a text; the last one for a place after its end.

    The first part holds all that starts before `PART`: an address without a place is in it.
    """
    starts = _starts(words)
    number = max(bisect_right(starts, at), 1)
    after = starts[number] if number < len(starts) else None
    before = starts[number - 2] if number > 1 else None
    end = len(words) if after is None else after
    return Part(number, len(starts), starts[number - 1], end, before, after)


def _starts(words: str) -> tuple[int, ...]:
    starts = [0]
    while len(words) - starts[-1] > PART + SLACK:
        starts.append(_cut(words, starts[-1] + PART))
    return tuple(starts)


def _cut(words: str, place: int) -> int:
    for mark in ("\n", " "):
        found = words.find(mark, place, place + SLACK)
        if found >= 0:
            return found + 1
    return place + SLACK
