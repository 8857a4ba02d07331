"""A calendar: a row for each month that holds something, its days from left to right."""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.web import dates
from kg.web.drawing import lanes
from kg.web.drawing.lanes import Entry, Lane
from kg.web.drawing.scale import Scale, Tick
from kg.web.drawing.shapes import WIDTH, Drawing
from kg.web.wording import gettext, ngettext

MOST = 12  # months: more make a picture longer than two screens
LONGEST = 62  # days: what is known less exactly has no place on a calendar
_ANY = 2000, 1  # year and month whose 31 days stand for those of all months


@dataclass(frozen=True, slots=True)
class _Days(Scale):
    """The days of a month."""

    def ticks(self) -> tuple[Tick, ...]:
        """Return each fifth day, and the first."""
        return tuple(Tick(self.x(dt.date(*_ANY, day)), str(day)) for day in (1, 5, 10, 15, 20, 25, 30))


def draw(entries: Sequence[Entry]) -> Drawing | None:
    """Return the latest months that hold entries, the latest first; None where none has its days told.

    What goes on in two months stands in both.
    """
    placed: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        if (entry.last - entry.first).days <= LONGEST:
            for year, month in _months(entry):
                placed.setdefault((year, month), []).append(_within(entry, year, month))
    if not placed:
        return None
    kept = sorted(placed, reverse=True)[:MOST]
    days = _Days(dt.date(*_ANY, 1), dt.date(*_ANY, 31), 20, WIDTH - 20)
    drawn = lanes.over([Lane(_name(*each), tuple(placed[each])) for each in kept], days)
    return replace(drawn, note=_note(entries, len(placed) - len(kept)))


def _name(year: int, month: int) -> str:
    return dates.written(dt.date(year, month, 1), dates.MONTH)


def _months(entry: Entry) -> list[tuple[int, int]]:
    first, last = (day.year * 12 + day.month - 1 for day in (entry.first, entry.last))
    return [(number // 12, number % 12 + 1) for number in range(first, last + 1)]


def _within(entry: Entry, year: int, month: int) -> Entry:
    """Return an entry as far as it lies in a month, as days of the month that stands for all."""
    end = monthrange(year, month)[1]
    first = entry.first.day if (entry.first.year, entry.first.month) == (year, month) else 1
    last = entry.last.day if (entry.last.year, entry.last.month) == (year, month) else end
    return replace(entry, first=dt.date(*_ANY, first), last=dt.date(*_ANY, last))


def _note(entries: Sequence[Entry], months: int) -> str:
    vague = sorted(
        f"{each.name} ({each.when})" for each in entries if (each.last - each.first).days > LONGEST
    )
    told = [gettext("Known less exactly: %(things)s.", things="; ".join(vague))] if vague else []
    earlier = ngettext(
        "%(num)s earlier month stands in the table.",
        "%(num)s earlier months stand in the table.",
        months,
    )
    return " ".join(told + ([earlier] if months else []))
