"""Which days words for time mean, reckoned from the day of publication or that the text speaks of."""

import calendar
import datetime as dt

from kg.text.calendar import Anchor, Bounds, Point, Sense, Shift, Stay, Step, Vague, Weekday, Written

_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
# "Visits Oslo on 3 May", written in April, is told in the present of what is near, not of the year before.
_GRACE = dt.timedelta(days=31)
_THIRDS = {"early": 0, "mid": 1, "late": 2}


def resolve(sense: Sense, anchor: Anchor, *, future: bool) -> Bounds | None:
    """Return the days that a sense can mean, None where the anchor does not let one tell.

    Args:
        sense: what the words mean.
        anchor: what they are counted from.
        future: whether what is dated lies ahead.
    """
    match sense:
        case Written():
            return _dated(sense, anchor.published, future=future)
        case Weekday():
            return _weekday(sense, anchor, future=future)
        case Shift():
            return _shift(sense, anchor, future=future)
        case Step():
            return _step(sense, anchor.focus)
        case Stay():
            return _stay(sense, anchor.focus)
        case Vague():
            return None


def _month(year: int, month: int, months: int = 1) -> Bounds:
    years, end = divmod(month + months - 2, 12)
    last = calendar.monthrange(year + years, end + 1)[1]
    return Bounds(dt.date(year, month, 1), dt.date(year + years, end + 1, last))


def _point(point: Point, year: int, months: int) -> Bounds | None:
    year = point.year or year
    if point.month is None:
        return Bounds(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if point.day is None:
        return _month(year, point.month, max(months, 1))
    try:
        day = dt.date(year, point.month, point.day)
    except ValueError:  # 29 February of another year, or a misprint
        return None
    return Bounds(day, day)


def _span(sense: Written, year: int) -> Bounds | None:
    last_year = sense.last.year or sense.first.year or year
    wraps = (sense.last.month or 0) < (sense.first.month or 0) and sense.first.year is None
    first = _point(sense.first, last_year - wraps, sense.months)
    last = _point(sense.last, last_year, sense.months)
    if first is None or last is None or first.earliest > last.latest:
        return None
    return Bounds(first.earliest, last.latest)


def _dated(sense: Written, published: dt.date | None, *, future: bool) -> Bounds | None:
    if sense.first.year or sense.last.year:
        bounds = _span(sense, 0)
    elif published is None:
        return None
    else:
        bounds = _nearest(sense, published, future=future)
    if bounds is None:
        return None
    if sense.first.day is None or sense.last.day is None:
        return _partly(bounds, sense.part, published, future=future)
    return bounds


def _nearest(sense: Written, published: dt.date, *, future: bool) -> Bounds | None:
    years = (published.year - 1, published.year, published.year + 1)
    spans = [b for y in years if (b := _span(sense, y)) is not None]
    if future:
        return next((b for b in spans if b.latest >= published - _GRACE), None)
    return next((b for b in reversed(spans) if b.earliest <= published + _GRACE), None)


def _partly(bounds: Bounds, part: str | None, published: dt.date | None, *, future: bool) -> Bounds | None:
    """Narrow a month, year or week to its part, and to what lies behind or ahead of publication."""
    first, last = bounds.earliest, bounds.latest
    if part in _THIRDS:
        return _third(bounds, _THIRDS[part])
    if published is None or not first <= published <= last:
        return bounds
    if part == "later" or (part is None and future):
        return Bounds(published, last)
    return Bounds(first, published)


def _third(bounds: Bounds, third: int) -> Bounds | None:
    first, last = bounds.earliest, bounds.latest
    days = (last - first).days + 1
    if days > 31:  # the thirds of a year are of four months, those of a month of ten days
        return _month(first.year, first.month + 4 * third, 4) if days > 360 else bounds
    if days <= 7:
        return bounds
    ends = (first.replace(day=10), first.replace(day=20), last)
    return Bounds((first, ends[0] + _DAY, ends[1] + _DAY)[third], ends[third])


def _weekday(sense: Weekday, anchor: Anchor, *, future: bool) -> Bounds | None:
    if anchor.published is None:
        return None
    published, length = anchor.published, dt.timedelta(days=(sense.last - sense.first) % 7)
    if sense.turn > 0 or future:
        start = published + _DAY + dt.timedelta(days=(sense.first - published.weekday() - 1) % 7)
    elif anchor.inferred:  # what is told cannot lie before the day that publication cannot precede
        start = published + dt.timedelta(days=(sense.first - published.weekday()) % 7)
    else:
        latest = published - _DAY if sense.turn < 0 else published
        start = latest - dt.timedelta(days=(latest.weekday() - sense.last) % 7) - length
    return Bounds(start, start + length)


def _shift(sense: Shift, anchor: Anchor, *, future: bool) -> Bounds | None:
    published = anchor.published
    if published is None or anchor.inferred:
        return None
    if sense.part == "near":
        return _weekend(published, future=future)
    bounds = _unit(sense, published)
    if bounds is None or sense.unit == "day":
        return bounds
    return _partly(bounds, sense.part, published, future=future)


def _unit(sense: Shift, published: dt.date) -> Bounds | None:
    if sense.unit in {"day", "week", "weekend"}:
        return _days(sense, published)
    if sense.unit == "year":
        return _month(published.year + sense.count, 1, 12)
    if sense.unit == "month":
        return _months(published, sense.count, 1) if sense.turn is None else _named_month(sense, published)
    if sense.turn is None:
        return _months(published, sense.count, 3) if sense.unit == "quarter" else None
    length = 6 if sense.unit == "half" else 3
    shift = 2 if sense.unit == "season" else 0  # meteorological: spring begins in March
    return _month(published.year + sense.count, length * (sense.turn - 1) + 1 + shift, length)


def _weekend(published: dt.date, *, future: bool) -> Bounds:
    """Return the weekend that a text is near: the one that began last, or that comes."""
    if future:
        saturday = published + ((5 - published.weekday()) % 7) * _DAY
    else:
        saturday = published - ((published.weekday() - 5) % 7) * _DAY
    return Bounds(saturday, saturday + _DAY)


def _days(sense: Shift, published: dt.date) -> Bounds:
    if sense.unit == "day":
        return Bounds(published + sense.count * _DAY, published + sense.count * _DAY)
    monday = published - published.weekday() * _DAY + sense.count * _WEEK
    return Bounds(monday if sense.unit == "week" else monday + 5 * _DAY, monday + 6 * _DAY)


def _months(published: dt.date, count: int, length: int) -> Bounds:
    """Return the month (length 1) or quarter (length 3) so many before or after the present one."""
    years, index = divmod((published.month - 1) // length + count, 12 // length)
    return _month(published.year + years, length * index + 1, length)


def _named_month(sense: Shift, published: dt.date) -> Bounds:
    """Return "last May", "this May", "next May"."""
    month = sense.turn or 1
    year = published.year + sense.count
    if (sense.count < 0 and month < published.month) or (sense.count > 0 and month > published.month):
        year = published.year
    return _month(year, month)


def _step(sense: Step, focus: Bounds | None) -> Bounds | None:
    if focus is None or (not sense.stay and focus.earliest != focus.latest):
        return None
    day = focus.earliest + sense.days * _DAY
    return Bounds(day, day)


def _stay(sense: Stay, focus: Bounds | None) -> Bounds | None:
    if focus is None or focus.earliest != focus.latest:
        return None
    return Bounds(focus.earliest, focus.earliest + (sense.days - 1) * _DAY)
