"""Dates as people read them, in the language of the page (Unicode CLDR, by Babel)."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Mapping
from functools import lru_cache

from babel.dates import format_interval, format_skeleton

from kg.errors import QueryError
from kg.web.wording import ENGLISH, gettext, language

# English as the world writes it: the day before the month.
_LOCALES = {ENGLISH: "en_001"}
# A day, a month or a year of ISO 8601, which writes a day without hyphens as well; tables often do.
_BEGUN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|(\d\d)(\d\d)(?!\d))?", re.ASCII)
DAY, DAY_OF_YEAR, MONTH = "yMMMd", "MMMd", "yMMM"  # what is told of a day, as CLDR names it


def day(text: str) -> str:
    """Return a date of ISO 8601 for readers; what is none is returned as it is.

    >>> day("2025-04-02")
    '2 Apr 2025'
    """
    date = read(text)
    return written(date) if date else text


def written(date: dt.date, told: str = DAY) -> str:
    """Return a day, or what is told of it.

    >>> written(dt.date(2025, 4, 2), MONTH)
    'Apr 2025'
    """
    return _written(date, None, told, language())


@lru_cache(maxsize=8192)  # days of a page: most stand there many times
def _written(first: dt.date, last: dt.date | None, told: str, tag: str) -> str:
    locale = _LOCALES.get(tag, tag)
    if last is None:
        return format_skeleton(told, first, locale=locale)
    return format_interval(first, last, told, locale=locale).replace("\u2009", " ")  # thin blanks


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
    is_month = (first.year, first.month, 1) == (last.year, last.month, first.day)
    if is_month and last.day == monthrange(last.year, last.month)[1]:
        return written(first, MONTH)
    return _written(first, last, DAY, language())


def read(text: str | None) -> dt.date | None:
    """Return the day that a date of ISO 8601 tells; None for what is none, which a store may keep as well."""
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def begun(text: str) -> str | None:
    """Return the day, month or year of ISO 8601 that a text begins with, with hyphens; None without one.

    >>> begun("20250423"), begun("2025-04-23T10:00"), begun("2024-02 or so"), begun("23.4.")
    ('2025-04-23', '2025-04-23', '2024-02', None)
    """
    found = _BEGUN.match(text)
    return "-".join(filter(None, found.groups())) if found else None


def last_day(text: str) -> dt.date | None:
    """Return the last day of the day, month or year of ISO 8601 that a text begins with; None without one.

    >>> str(last_day("1990")), str(last_day("2024-02")), str(last_day("20250423")), last_day("23.4.")
    ('1990-12-31', '2024-02-29', '2025-04-23', None)
    """
    if (found := begun(text)) is None:
        return None
    year, month, day = (*map(int, found.split("-")), 0, 0)[:3]
    try:
        month = month or 12
        return dt.date(year, month, day or monthrange(year, month)[1])
    except ValueError:  # the 31st of February
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


def wanted(told: Mapping[str, str], name: str) -> dt.date | None:
    """Return the day that one of the parameters of an address tells; None where it is not told, or empty.

    Raises:
        QueryError: it is no day.
    """
    return asked(name, word) if (word := told.get(name)) else None


def _half(earliest: str | None, latest: str | None) -> str:
    if earliest:
        return gettext("from %(day)s", day=day(earliest))
    return gettext("by %(day)s", day=day(latest)) if latest else ""
