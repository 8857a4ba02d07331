"""Bars of months: how much of what, month by month, in lanes of one scale."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.web import dates
from kg.web.drawing.shapes import WIDTH, Drawing, Mark, Words, box, cut, line
from kg.web.wording import number

HIGH = 110  # units: the tallest bar of a single lane
LOW = 26  # units: the tallest bar of each of several lanes
NAMES = 190  # units: the names of lanes, at the left
AXIS = 22  # units: the labels of time
GAP = 10  # units between lanes
WIDEST = 48.0  # units of a bar: a single month is no wall
YEARS = 96  # months: a longer time is told by years, or bars would be hairs
LABEL = 64  # units: room of a label of time


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is of what in a month.

    Attributes:
        month: its first day.
        ink: a key of `kg.web.drawing.shapes.INKS`.
        number: how much.
        kind: what is counted, in words.
    """

    month: dt.date
    ink: str
    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Amounts of one thing: its name is empty where there is but one lane, its link None without a page."""

    name: str
    amounts: tuple[Amount, ...]
    link: str | None = None


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where bars stand: the left edge, the number of the first time, how wide one is, months in one."""

    left: float
    begin: int
    end: int
    step: int

    @property
    def wide(self) -> float:
        return min((WIDTH - self.left) / (self.end - self.begin), WIDEST)

    def x(self, number: int) -> float:
        return self.left + (number - self.begin) * self.wide

    def told(self, number: int) -> str:
        """Return the words of a time."""
        if self.step == 12:
            return str(number)
        return dates.written(dt.date(number // 12, number % 12 + 1, 1), dates.MONTH)


def draw(lanes: Sequence[Lane]) -> Drawing:
    """Return bars of months, or of years in a long time; amounts stand by the names of their inks."""
    grid = _grid(lanes)
    sums = [_sums(lane, grid.step) for lane in lanes]
    most = max(sum(amount.number for amount in bar) for each in sums for bar in each.values())
    high = LOW if lanes[0].name else HIGH
    marks: list[Mark] = []
    words = [*_axis(grid), Words(grid.left, AXIS + 8, number(most), "axis")]
    for row, (lane, bars) in enumerate(zip(lanes, sums, strict=True)):
        base = AXIS + (row + 1) * (high + GAP)
        marks.append(Mark(line(grid.left, base, grid.x(grid.end), base), "grid"))
        words.append(Words(0, base - 2, cut(lane.name, NAMES - 12), "words", "start", lane.link))
        for time, amounts in bars.items():
            marks.extend(_bar(amounts, grid, time, (base, high / most)))
    return Drawing(
        WIDTH, AXIS + len(lanes) * (high + GAP) + 6, tuple(marks), tuple(w for w in words if w.text)
    )


def _grid(lanes: Sequence[Lane]) -> _Grid:
    months = [amount.month for lane in lanes for amount in lane.amounts]
    first, last = _number(min(months)), _number(max(months))
    step = 12 if last - first >= YEARS else 1
    return _Grid(NAMES if lanes[0].name else 0, first // step, last // step + 1, step)


def _number(month: dt.date) -> int:
    """Return the number of a month, counted from the year 0."""
    return month.year * 12 + month.month - 1


def _sums(lane: Lane, step: int) -> Mapping[int, Sequence[Amount]]:
    """Return the amounts by time, those of one kind together, by the names of their inks."""
    found: dict[int, dict[tuple[str, str], Amount]] = {}
    for amount in lane.amounts:
        bar = found.setdefault(_number(amount.month) // step, {})
        before = bar.get((amount.ink, amount.kind))
        bar[amount.ink, amount.kind] = replace(
            amount, number=amount.number + (before.number if before else 0)
        )
    return {number: tuple(bar[key] for key in sorted(bar)) for number, bar in sorted(found.items())}


def _bar(amounts: Sequence[Amount], grid: _Grid, time: int, scale: tuple[float, float]) -> list[Mark]:
    base, unit = scale
    marks = []
    for amount in amounts:
        high = amount.number * unit
        base -= high
        title = f"{grid.told(time)}: {number(amount.number)} {amount.kind}"
        marks.append(Mark(box(grid.x(time) + 1, base, max(grid.wide - 2, 1), high), amount.ink, title))
    return marks


def _axis(grid: _Grid) -> list[Words]:
    every = next(n for n in (1, 3, 6, 12, 24, 60, 120, 600) if n * grid.wide >= LABEL or n == 600)
    numbers = [number for number in range(grid.begin, grid.end) if number % every == 0] or [grid.begin]
    return [Words(grid.x(number), 12, grid.told(number), "axis") for number in numbers]
