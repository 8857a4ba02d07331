"""Bars of months."""

import datetime as dt

from kg.web.drawing import bars
from kg.web.drawing.bars import Amount, Lane


def amount(month: str, number: int, ink: str = "amount") -> Amount:
    """Return an amount of a month."""
    return Amount(dt.date.fromisoformat(f"{month}-01"), ink, number, "read")


def high(path: str) -> float:
    """Return how high a bar is."""
    return float(path.partition("v")[2].partition("h")[0])


def test_bars_are_as_high_as_their_numbers() -> None:
    """The tallest takes the whole height, and its number stands beside it; the drawing tells each."""
    drawing = bars.draw([Lane("", (amount("2031-01", 4), amount("2031-03", 1)))])
    drawn = [mark for mark in drawing.marks if mark.title]

    assert [mark.title for mark in drawn] == ["Jan 2031: 4 read", "Mar 2031: 1 read"]
    assert high(drawn[0].path) == 4 * high(drawn[1].path) == bars.HIGH
    assert [words.text for words in drawing.words if words.ink == "axis"] == ["Jan 2031", "4"]


def test_amounts_of_a_month_stand_on_each_other() -> None:
    """Those of one kind are one; their sum is the height of the bar."""
    lane = Lane("", (amount("2031-01", 1), amount("2031-01", 2), amount("2031-01", 1, "untold")))
    drawn = [mark for mark in bars.draw([lane]).marks if mark.title]

    assert [(mark.ink, mark.title) for mark in drawn] == [
        ("amount", "Jan 2031: 3 read"),
        ("untold", "Jan 2031: 1 read"),
    ]
    assert sum(high(mark.path) for mark in drawn) == bars.HIGH


def test_long_time_is_told_by_years() -> None:
    """Months of many years would be hairs."""
    lane = Lane("", (amount("1990-05", 1), amount("1990-11", 1), amount("2031-01", 2)))
    drawn = [mark.title for mark in bars.draw([lane]).marks if mark.title]

    assert drawn == ["1990: 2 read", "2031: 2 read"]


def test_lanes_share_one_scale() -> None:
    """Each lane has its name, which leads to its page, and bars of one measure with the others."""
    lanes = [Lane("A", (amount("2031-01", 2),), "/organization/a"), Lane("B", (amount("2031-02", 1),))]
    drawing = bars.draw(lanes)
    names = [(words.text, words.link) for words in drawing.words if words.ink == "words"]
    drawn = [mark for mark in drawing.marks if mark.title]

    assert names == [("A", "/organization/a"), ("B", None)]
    assert [high(mark.path) for mark in drawn] == [bars.LOW, bars.LOW / 2]
