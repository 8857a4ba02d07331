"""Dates as people read them."""

import datetime as dt
from calendar import monthrange

from kg.errors import QueryError

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(text: str) -> str:
    """Return a date of ISO 8601 for readers; what is none is returned as it is.

    >>> day("2025-04-02")
    '2 Apr 2025'
    """
    date = read(text)
    return f"{date.day} {_month(date)}" if date else text


def bounds(earliest: str | None, latest: str | None) -> str:
    """Return the two bounds of when something happened as one phrase; empty where both are unknown.

    A whole month or year is called by its name: that is what its bounds were resolved from.

    >>> bounds("2025-04-22", "2025-04-24")
    '22–24 Apr 2025'
    >>> bounds("2024-01-01", "2024-12-31")
    '2024'
    >>> bounds(None, "2025-04-03")
    'by 3 Apr 2025'
    """
    first, last = read(earliest), read(latest)
    if first is None or last is None:
        return _half(earliest, latest)
    if first == last:
        return day(first.isoformat())
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1] and _month(first) == _month(last):
        return _month(first)
    return _range(first, last)


def read(text: str | None) -> dt.date | None:
    """Return the day that a date of ISO 8601 tells; None for what is none, which a store may keep as well."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def asked(name: str, word: str) -> dt.date:
    """Return the day that a parameter of an address tells.

    Raises:
        QueryError: it is no day, or written in another of the ways that ISO 8601 has ("20250402").
    """
    found = read(word)
    if found is None or found.isoformat() != word:
        raise QueryError(f"{name}: expected a day as YYYY-MM-DD, found {word[:80]!r}")
    return found


def _range(first: dt.date, last: dt.date) -> str:
    if _month(first) == _month(last):
        return f"{first.day}–{last.day} {_month(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {last.day} {_month(last)}"
    return f"{first.day} {_month(first)} – {last.day} {_month(last)}"


def _half(earliest: str | None, latest: str | None) -> str:
    if earliest:
        return f"from {day(earliest)}"
    return f"by {day(latest)}" if latest else ""


def _month(date: dt.date) -> str:
    return f"{MONTHS[date.month - 1]} {date.year}"
