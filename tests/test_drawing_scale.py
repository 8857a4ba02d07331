"""A line of time."""

import datetime as dt

import pytest

from kg.web.drawing.scale import Scale, scale


def day(text: str) -> dt.date:
    """Return a day."""
    return dt.date.fromisoformat(text)


def labels(first: str, last: str) -> list[str]:
    """Return the labels of a line of 700 units."""
    return [tick.label for tick in Scale(day(first), day(last), 0, 700).ticks()]


def test_days_stand_in_proportion() -> None:
    """The middle of the time is the middle of the line; what lies beyond an end stands at it."""
    time = Scale(day("2031-03-01"), day("2031-03-11"), 100, 200)

    assert [time.x(day(each)) for each in ("2031-03-01", "2031-03-06", "2031-03-11")] == [100, 150, 200]
    assert [time.x(day(each)) for each in ("2030-01-01", "2032-01-01")] == [100, 200]


def test_line_leaves_room_at_its_ends() -> None:
    """A single day stands in the middle of ten; years have a fortieth more at each end."""
    short = scale((day("2031-03-04"),), 0, 1)
    long = scale((day("2031-01-01"), day("2031-12-27")), 0, 1)

    assert (short.first, short.last) == (day("2031-02-27"), day("2031-03-09"))
    assert (long.first, long.last) == (day("2030-12-23"), day("2032-01-05"))


def test_first_and_last_day_of_the_calendar() -> None:
    """There is no room beyond them."""
    whole = scale((dt.date.min, dt.date.max), 0, 400)

    assert (whole.first, whole.last) == (dt.date.min, dt.date.max)
    assert whole.ticks()[-1].label == "9900"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2031-03-01", "2031-03-11", ["1 Mar 2031", "3 Mar", "5 Mar", "7 Mar", "9 Mar", "11 Mar"]),
        ("2031-01-15", "2031-05-02", ["Feb 2031", "Mar 2031", "Apr 2031", "May 2031"]),
        ("2030-12-01", "2031-12-31", ["Jan 2031", "Apr 2031", "Jul 2031", "Oct 2031"]),
        ("2028-06-01", "2031-12-31", ["2029", "2030", "2031"]),
        ("1819-01-01", "2031-12-31", ["1850", "1900", "1950", "2000"]),
    ],
)
def test_labels(first: str, last: str, expected: list[str]) -> None:
    """Labels are days, first days of months, or of years: as many as have room."""
    assert labels(first, last) == expected
