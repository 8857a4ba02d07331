"""Lanes of time: what happened, each in its lane, with its name beside it while there is room for names."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kg.web.drawing.scale import Scale, scale
from kg.web.drawing.shapes import Drawing, Mark, Words, bar, cross, cut, diamond, line, wide

WIDTH = 960  # units: a page's column; narrower screens scroll
ROW = 22  # units: a line of words
HALF = 4.5  # units: half the height of a mark
NAMED = 40  # entries: more names make a drawing that nobody reads
EDGE = 12  # units left free at both sides
LONGEST = 330.0  # units of a name
AXIS = 26  # units: the labels of time
GAP = 8  # units between a mark and its name


@dataclass(frozen=True, slots=True)
class Standing:
    """How sure an entry is.

    Attributes:
        ink: `occurred`, `planned`, or `untold` where no status is told.
        is_hearsay: it stands on one actor's word.
        is_struck: it is denied or cancelled.
    """

    ink: str = "untold"
    is_hearsay: bool = False
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a lane.

    Attributes:
        name: what it is called.
        when: its time, for readers.
        first: the first day it may have been.
        last: the last day.
        standing: how sure it is.
        link: path of its page; None where it has none.
    """

    name: str
    when: str
    first: dt.date
    last: dt.date
    standing: Standing
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """Entries of one kind; the name is empty where there is but one lane."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry in its place: its row in the lane, counted from 0, and its name at one side."""

    entry: Entry
    row: int
    left: float
    right: float
    name: str
    anchor: str


def draw(lanes: Sequence[Lane]) -> Drawing:
    """Return a drawing of lanes over one line of time; they hold one entry at least."""
    entries = [entry for lane in lanes for entry in lane.entries]
    days = tuple(day for entry in entries for day in (entry.first, entry.last))
    time = scale(days, EDGE, WIDTH - EDGE)
    is_named = len(entries) <= NAMED
    placed = [_placed(lane.entries, time, is_named=is_named) for lane in lanes]
    heights = [_height(lane, each) for lane, each in zip(lanes, placed, strict=True)]
    tops = list(accumulate(heights, initial=AXIS))
    marks, words = list(_grid(time, tops[-1])), list(_axis(time))
    for lane, each, top in zip(lanes, placed, tops, strict=False):
        if lane.name:
            marks.append(Mark(line(0, top, WIDTH, top), "grid"))
            words.append(Words(EDGE, top + 15, lane.name, "lane"))
        for one in each:
            y = top + (ROW if lane.name else 0) + ROW * one.row + ROW / 2
            marks.extend(_marks(one, y))
            words.extend(_name(one, y))
    return Drawing(WIDTH, round(tops[-1]) + 4, tuple(marks), tuple(words))


def _height(lane: Lane, placed: Sequence[_Placed]) -> int:
    rows = max((one.row for one in placed), default=0) + 1
    return ROW * (rows + bool(lane.name)) + (6 if lane.name else 0)


def _placed(entries: Sequence[Entry], time: Scale, *, is_named: bool) -> list[_Placed]:
    """Give each entry the first row where it and its name have room; names turn left at the right edge."""
    ends: list[float] = []  # of each row: how far it is taken
    found = []
    for entry in sorted(entries, key=lambda each: (each.first, each.last, each.name)):
        left, right = time.x(entry.first), time.x(entry.last)
        rooms = {"start": time.right - right - GAP, "end": left - time.left - GAP}
        wanted = min(wide(entry.name), LONGEST)
        anchor = "end" if wanted > rooms["start"] and rooms["end"] > rooms["start"] else "start"
        name = cut(entry.name, min(LONGEST, rooms[anchor])) if is_named else ""
        taken = wide(name) + 2 * GAP
        begin = left - HALF - 2 - (taken if name and anchor == "end" else 0)
        end = right + HALF + 2 + (taken if name and anchor == "start" else 0)
        row = next((number for number, taken in enumerate(ends) if taken < begin), len(ends))
        ends[row : row + 1] = [end]
        found.append(_Placed(entry, row, left, right, name, anchor))
    return found


def _marks(one: _Placed, y: float) -> Iterator[Mark]:
    standing = one.entry.standing
    shape = diamond if standing.is_hearsay else bar
    title = f"{one.entry.when}: {one.entry.name}"
    yield Mark(shape(one.left, one.right, y, HALF), standing.ink, title, one.entry.link)
    if standing.is_struck:
        yield Mark(cross((one.left + one.right) / 2, y, HALF + 2), "crossed", title)


def _name(one: _Placed, y: float) -> Iterator[Words]:
    if one.name:
        x = one.right + HALF + GAP if one.anchor == "start" else one.left - HALF - GAP
        yield Words(x, y + 4, one.name, "words", one.anchor, one.entry.link)


def _grid(time: Scale, bottom: float) -> Iterator[Mark]:
    yield from (Mark(line(tick.x, AXIS - 6, tick.x, bottom), "grid") for tick in time.ticks())


def _axis(time: Scale) -> Iterator[Words]:
    for tick in time.ticks():
        anchor = "start" if tick.x < 40 else "end" if tick.x > WIDTH - 40 else "middle"
        yield Words(tick.x, 13, tick.label, "axis", anchor)
