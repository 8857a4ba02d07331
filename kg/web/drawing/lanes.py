"""Lanes of time: what happened, each in its lane, with its name beside it while there is room for names."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from kg.web.drawing.scale import Scale, scale
from kg.web.drawing.shapes import WIDTH, Drawing, Mark, Words, bar, cross, cut, diamond, line, wide
from kg.web.wording import gettext

ROW = 22  # units: a line of words
HALF = 4.5  # units: half the height of a mark
TALL = 8.5  # units: half the height of a bar that holds its name
LONG = 150  # units: a bar at least as long holds its name
FAR = 4  # times: where a few entries make the line so much longer, they are left out
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
    """An entry along the line, and what it takes of its row with its name.

    Attributes:
        entry: the entry.
        left: where its time begins.
        right: where its time ends.
        name: its name, cut to its room; empty where names are left out.
        anchor: the name stands after the mark (`start`), before it (`end`), or within it (`middle`).
    """

    entry: Entry
    left: float
    right: float
    name: str
    anchor: str

    @property
    def half(self) -> float:
        """Return half the height of the mark."""
        return TALL if self.anchor == "middle" else HALF

    @property
    def room(self) -> tuple[float, float]:
        """Return the ends of what is taken."""
        name = wide(self.name) + 2 * GAP if self.name else 0
        before, after = (name if self.anchor == side else 0 for side in ("end", "start"))
        return self.left - self.half - 2 - before, self.right + self.half + 2 + after


def draw(lanes: Sequence[Lane]) -> Drawing:
    """Return a drawing of lanes over one line of time; they hold one entry at least."""
    first, last = _window([entry for lane in lanes for entry in lane.entries])
    lanes, left_out = _within(lanes, first, last)
    return replace(over(lanes, scale((first, last), EDGE, WIDTH - EDGE)), note=_note(left_out))


def over(lanes: Sequence[Lane], time: Scale) -> Drawing:
    """Return a drawing of lanes, none of them empty, over a line of time that holds all of their days."""
    entries = [entry for lane in lanes for entry in lane.entries]
    is_named = len(entries) <= NAMED
    placed = [_rows(lane.entries, time, is_named=is_named) for lane in lanes]
    heights = [_height(lane, rows) for lane, rows in zip(lanes, placed, strict=True)]
    tops = list(accumulate(heights, initial=AXIS))
    marks, words = list(_grid(time, tops[-1])), list(_axis(time))
    for lane, rows, top in zip(lanes, placed, tops, strict=False):
        if lane.name:
            marks.append(Mark(line(0, top, WIDTH, top), "grid"))
            words.append(Words(EDGE, top + 15, lane.name, "lane"))
        for row, one in rows:
            y = top + (ROW if lane.name else 0) + ROW * row + ROW / 2
            marks.extend(_marks(one, y))
            words.extend(_name(one, y))
    return Drawing(WIDTH, round(tops[-1]) + 4, tuple(marks), tuple(words))


def _window(entries: Sequence[Entry]) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the line: one early date would make all others one point."""
    begins, ends = sorted(each.first for each in entries), sorted(each.last for each in entries)
    first, last = begins[0], ends[-1]
    for few in range(1, len(entries) // 6 + 1):
        if (last - first).days > FAR * max((last - begins[few]).days, 30):  # 30 days: a line is never short
            first = begins[few]
        if (last - first).days > FAR * max((ends[-1 - few] - first).days, 30):
            last = ends[-1 - few]
    return first, last


def _within(lanes: Sequence[Lane], first: dt.date, last: dt.date) -> tuple[list[Lane], list[Entry]]:
    """Return the lanes with what lies between two days, and what lies elsewhere."""
    kept: list[Lane] = []
    left: list[Entry] = []
    for lane in lanes:
        inner = tuple(each for each in lane.entries if each.first >= first and each.last <= last)
        left.extend(each for each in lane.entries if each not in inner)
        kept.append(Lane(lane.name, inner))
    return [lane for lane in kept if lane.entries], left


def _note(left_out: Sequence[Entry]) -> str:
    if not left_out:
        return ""
    told = sorted(left_out, key=lambda each: (each.first, each.name))
    things = "; ".join(f"{each.when}, {each.name}" for each in told)
    return gettext("Too far away to be drawn: %(things)s.", things=things)


def _height(lane: Lane, rows: Sequence[tuple[int, _Placed]]) -> int:
    most = max(row for row, _ in rows) + 1
    return ROW * (most + bool(lane.name)) + (6 if lane.name else 0)


def _rows(entries: Sequence[Entry], time: Scale, *, is_named: bool) -> list[tuple[int, _Placed]]:
    """Give each entry the first row, counted from 0, where it and its name have room."""
    ends: list[float] = []  # of each row: how far it is taken
    found = []
    for entry in sorted(entries, key=lambda each: (each.first, each.last, each.name)):
        placed = _placed(entry, time, is_named=is_named)
        begin, end = placed.room
        row = next((number for number, taken in enumerate(ends) if taken < begin), len(ends))
        ends[row : row + 1] = [end]
        found.append((row, placed))
    return found


def _placed(entry: Entry, time: Scale, *, is_named: bool) -> _Placed:
    left, right = time.x(entry.first), time.x(entry.last)
    if not is_named:
        return _Placed(entry, left, right, "", "start")
    if right - left >= LONG:
        return _Placed(entry, left, right, cut(entry.name, right - left - GAP), "middle")
    after, before = time.right - right - GAP, left - time.left - GAP
    # A name turns left where the right edge is near.
    anchor = "end" if min(wide(entry.name), LONGEST) > after and before > after else "start"
    return _Placed(entry, left, right, cut(entry.name, min(LONGEST, max(before, after))), anchor)


def _marks(one: _Placed, y: float) -> Iterator[Mark]:
    standing = one.entry.standing
    shape = diamond if standing.is_hearsay else bar
    title = f"{one.entry.when}: {one.entry.name}"
    yield Mark(shape(one.left, one.right, y, one.half), standing.ink, title, one.entry.link)
    if standing.is_struck:
        yield Mark(cross((one.left + one.right) / 2, y, HALF + 2), "crossed", title)


def _name(one: _Placed, y: float) -> Iterator[Words]:
    if not one.name:
        return
    gap = HALF + GAP
    x = {"start": one.right + gap, "end": one.left - gap, "middle": (one.left + one.right) / 2}[one.anchor]
    is_on_colour = one.anchor == "middle" and one.entry.standing.ink == "occurred"
    yield Words(x, y + 4, one.name, "within" if is_on_colour else "words", one.anchor, one.entry.link)


def _grid(time: Scale, bottom: float) -> Iterator[Mark]:
    yield from (Mark(line(tick.x, AXIS - 6, tick.x, bottom), "grid") for tick in time.ticks())


def _axis(time: Scale) -> Iterator[Words]:
    for tick in time.ticks():
        anchor = "start" if tick.x < 40 else "end" if tick.x > WIDTH - 40 else "middle"
        yield Words(tick.x, 13, tick.label, "axis", anchor)
