"""Search a build: things by name and passages by words, narrowed by facets, page by page."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyroaring import BitMap

from kg.store import excerpts, facets, named, texts
from kg.store.excerpts import Passage
from kg.store.facets import Aspect, Chosen, Count
from kg.store.texts import NAMES, Name


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for.

    Attributes:
        words: words of a name, or of a passage; empty for all that is chosen.
        most: how many names, and how many passages.
        chosen: values by facet.
        after: what the names or the passages shown follow, by its IRI; None from the first.
    """

    words: str
    most: int
    chosen: Chosen = field(default_factory=dict)
    after: str | None = None

    @property
    def is_open(self) -> bool:
        """Say whether nothing is asked for."""
        return not texts.split(self.words) and not self.chosen


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes:
        names: the best, or those that follow.
        passages: the best, or those that follow.
        things: how many things there are in all.
        cited: how many passages.
        counts: of how many a value of a facet holds.
        is_last: whether the last name stands here, and the last passage.
    """

    names: tuple[Name, ...] = ()
    passages: tuple[Passage, ...] = ()
    things: int = 0
    cited: int = 0
    counts: tuple[Count, ...] = ()
    is_last: tuple[bool, bool] = (True, True)


def find(file: Path, asked: Asked) -> Found:
    """Return what is found in the text index of a build.

    Raises:
        StoreError: the index cannot be read.
    """
    known = facets.read(file)
    within = facets.narrowed(known, asked.chosen)
    with texts.reading(file) as index:
        every, cited = _everything(index, known, asked.words)
        names = every if within is None else _names(index, asked.words, within)
        passages = cited if within is None else tuple(number for number in cited if number in within)
        after = texts.number(index, asked.after) if asked.after else None
        things = tuple(number // NAMES for number in names)
        found = BitMap(number // NAMES for number in every) | BitMap(cited)
        runs = _run(things, passages, after, asked.most), _run(passages, things, after, asked.most)
        return Found(
            names=named.read(index, names[runs[0]]),
            passages=excerpts.shown(index, asked.words, passages[runs[1]]),
            things=len(names),
            cited=len(passages),
            counts=tuple(facets.counts(known, found, asked.chosen)),
            is_last=(runs[0].stop >= len(names), runs[1].stop >= len(passages)),
        )


def _everything(
    index: sqlite3.Connection, known: Sequence[Aspect], words: str
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the names and passages that hold words, the best first; without words all that facets hold."""
    if texts.split(words):
        return named.order(index, words, None), excerpts.ranked(index, words)
    found = BitMap.union(*(aspect.found for aspect in known)) if known else BitMap()
    last = texts.last(index)
    return tuple(n * NAMES for n in found if n <= last), tuple(n for n in found if n > last)


def _names(index: sqlite3.Connection, words: str, within: BitMap) -> tuple[int, ...]:
    if texts.split(words):
        return named.order(index, words, within)
    last = texts.last(index)
    return tuple(n * NAMES for n in within if n <= last)


def _run(numbers: Sequence[int], others: Sequence[int], after: int | None, most: int) -> slice:
    """Return which part of a list is shown: of two lists nothing of that in which what is followed is not."""
    if after is None or after in numbers:
        first = 0 if after is None else numbers.index(after) + 1
        return slice(first, first + most)
    return slice(len(numbers), len(numbers)) if after in others else slice(0, most)
