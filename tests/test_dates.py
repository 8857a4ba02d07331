"""Dates as people read them."""

import datetime as dt

import pytest

from kg.errors import QueryError
from kg.web import dates


@pytest.mark.parametrize(
    ("earliest", "latest", "read"),
    [
        pytest.param("2025-04-02", "2025-04-02", "2 Apr 2025", id="a day"),
        pytest.param("2025-04-22", "2025-04-24", "22–24 Apr 2025", id="days of a month"),
        pytest.param("2025-04-29", "2025-05-02", "29 Apr – 2 May 2025", id="days of two months"),
        pytest.param("2024-12-30", "2025-01-02", "30 Dec 2024 – 2 Jan 2025", id="days of two years"),
        pytest.param("2025-04-01", "2025-04-30", "Apr 2025", id="a month"),
        pytest.param("2024-02-01", "2024-02-29", "Feb 2024", id="a month of a leap year"),
        pytest.param("2025-04-01", "2025-05-31", "1 Apr – 31 May 2025", id="two months"),
        pytest.param("2024-01-01", "2024-12-31", "2024", id="a year"),
        pytest.param("2023-01-01", "2024-12-31", "2023–2024", id="two years"),
        pytest.param("2025-04-02", None, "from 2 Apr 2025", id="no end"),
        pytest.param(None, "2025-04-02", "by 2 Apr 2025", id="no beginning"),
        pytest.param(None, None, "", id="unknown"),
        pytest.param("soon", "2025-04-02", "from soon", id="no date"),
        pytest.param("9999-12-01", "9999-12-31", "Dec 9999", id="the last month that there is"),
    ],
)
def test_bounds_are_read_as_one_phrase(earliest: str | None, latest: str | None, read: str) -> None:
    """Two bounds are told as briefly as they allow."""
    assert dates.bounds(earliest, latest) == read


def test_what_is_no_date_stays_as_it_is() -> None:
    """A string that is no date is not changed."""
    assert dates.day("spring") == "spring"


def test_day_of_an_address() -> None:
    """A day is asked for in one way of writing it."""
    assert dates.asked("first", "2025-04-02") == dt.date(2025, 4, 2)


@pytest.mark.parametrize("word", ["May", "2031-02-30", "20250402", "٢٠٢٥-04-02", ""])
def test_what_is_no_day_of_an_address_is_refused(word: str) -> None:
    """What is none, or is written in another way, is told with its name."""
    with pytest.raises(QueryError, match=f"^first: expected a day as YYYY-MM-DD, found '{word}'$"):
        dates.asked("first", word)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("20250423", "2025-04-23", id="a day without hyphens"),
        pytest.param("20250423T100000", "2025-04-23", id="with an hour"),
        pytest.param("2025-04-23 10:00", "2025-04-23", id="a day with hyphens"),
        pytest.param("2025-04", "2025-04", id="a month"),
        pytest.param("202504", "2025", id="a month without a hyphen, which the standard does not write"),
        pytest.param("202504231", "2025", id="too many digits for a day"),
        pytest.param("April 2025", None, id="no date at its beginning"),
    ],
)
def test_date_that_a_text_begins_with(text: str, told: str | None) -> None:
    """A day counts as one however the standard writes it, and not as its whole year."""
    assert dates.begun(text) == told
