"""A calendar of months."""

import datetime as dt

from kg.web.drawing import month
from kg.web.drawing.lanes import Entry, Standing
from kg.web.drawing.shapes import Drawing


def entry(name: str, first: str, last: str) -> Entry:
    """Return an entry from one day to another."""
    return Entry(name, f"when {name}", dt.date.fromisoformat(first), dt.date.fromisoformat(last), Standing())


def months(drawing: Drawing | None) -> list[str]:
    """Return the months of a calendar."""
    assert drawing is not None
    return [words.text for words in drawing.words if words.ink == "lane"]


def titles(drawing: Drawing | None) -> list[str]:
    """Return what its marks stand for."""
    assert drawing is not None
    return [mark.title for mark in drawing.marks if mark.title]


def test_only_months_that_hold_something() -> None:
    """A row for each, the latest first; what goes over the end of a month stands in both."""
    drawing = month.draw([entry("a", "2031-01-30", "2031-02-02"), entry("b", "2030-06-05", "2030-06-05")])

    assert months(drawing) == ["Feb 2031", "Jan 2031", "Jun 2030"]
    assert titles(drawing) == ["when a: a", "when a: a", "when b: b"]


def test_days_stand_under_their_numbers() -> None:
    """The fifth of any month stands at the 5 of the axis."""
    drawing = month.draw([entry("a", "2031-02-05", "2031-02-05")])
    assert drawing is not None
    place = next(words.x for words in drawing.words if words.text == "5")

    assert f"M{place:.1f} " in next(mark.path for mark in drawing.marks if mark.title)


def test_what_has_no_day_is_told_in_words() -> None:
    """A visit of which only the year is told has no place; without any other there is no calendar."""
    vague, exact = entry("v", "2031-01-01", "2031-12-31"), entry("b", "2031-06-05", "2031-06-05")
    drawing = month.draw([vague, exact])

    assert month.draw([vague]) is None
    assert titles(drawing) == ["when b: b"]
    assert drawing is not None
    assert drawing.note == "Known less exactly: v (when v)."


def test_many_months_are_bounded() -> None:
    """Twelve are drawn; the others are told to stand in the table."""
    days = [f"20{year}-{number:02}-01" for year in (30, 31) for number in range(1, 13)]
    drawing = month.draw([entry(day, day, day) for day in days])

    assert months(drawing)[0] == "Dec 2031"
    assert len(months(drawing)) == 12
    assert drawing is not None
    assert drawing.note == "12 earlier months stand in the table."
