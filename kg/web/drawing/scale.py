"""A line of time: where a day stands, and which days are told on it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from kg.web import dates

LEAST = 10  # days: a shorter time would put a day's width between two marks of one meeting
TICK = 112  # units: room of a first label, which begins at its day, of half the next, and a gap
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months between labels


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that is told on the line, and in what words."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A line of time from one place to another.

    Attributes:
        first: the day at the left end.
        last: the day at the right end.
        left: place of the left end, in units.
        right: place of the right end, in units.
    """

    first: dt.date
    last: dt.date
    left: float
    right: float

    @property
    def days(self) -> int:
        """Return how many days the line is long."""
        return (self.last - self.first).days

    def x(self, day: dt.date) -> float:
        """Return where a day stands; one beyond an end stands at that end."""
        within = min(max(day, self.first), self.last)
        return self.left + (within - self.first).days / self.days * (self.right - self.left)

    def ticks(self) -> tuple[Tick, ...]:
        """Return labels with room between them: days in a short time, months, or years."""
        most = max(2, int((self.right - self.left) / TICK))
        if self.days <= 45:  # days: three weeks of two months; longer, the first days of months tell more
            step = -(-self.days // most)
            days = (self.first + dt.timedelta(n) for n in range(0, self.days + 1, step))
            return tuple(Tick(self.x(day), _day(day, is_first=n == 0)) for n, day in enumerate(days))
        months = self.days / 30.4
        step = next((each for each in _STEPS if months / each <= most), _STEPS[-1])
        return tuple(Tick(self.x(day), _label(day, step)) for day in _months(self.first, self.last, step))


def scale(days: tuple[dt.date, ...], left: float, right: float) -> Scale:
    """Return the line that holds some days, with a little room at both ends."""
    first, last = min(days), max(days)
    room = dt.timedelta(max((last - first).days // 40, (LEAST - (last - first).days) // 2, 1))
    return Scale(_moved(first, -room), _moved(last, room), left, right)


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    try:
        return day + by
    except OverflowError:  # the first or the last day that the calendar knows
        return day


def _months(first: dt.date, last: dt.date, step: int) -> Iterator[dt.date]:
    number = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // step) * step
    while number <= last.year * 12 + last.month - 1 and number // 12 <= dt.MAXYEAR:
        yield dt.date(number // 12, number % 12 + 1, 1)
        number += step


def _label(day: dt.date, step: int) -> str:
    return str(day.year) if step >= 12 else dates.written(day, dates.MONTH)


def _day(day: dt.date, *, is_first: bool) -> str:
    """Return the words of a day; the first tells the year for all."""
    return dates.written(day, dates.DAY if is_first else dates.DAY_OF_YEAR)
