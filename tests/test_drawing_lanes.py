"""Lanes over a line of time."""

import datetime as dt
from itertools import pairwise

import pytest

from kg.web.drawing import lanes
from kg.web.drawing.lanes import Entry, Lane, Standing
from kg.web.drawing.shapes import Drawing, Mark, Words, wide

OCCURRED = Standing("occurred")


def entry(name: str, first: str, last: str | None = None, standing: Standing = OCCURRED) -> Entry:
    """Return an entry from one day to another."""
    begun, ended = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    return Entry(name, first, begun, ended, standing, f"/meeting/{name}")


def drawn(*entries: Entry) -> Drawing:
    """Return entries in one lane without a name."""
    return lanes.draw([Lane("", entries)])


def shapes(drawing: Drawing) -> list[Mark]:
    """Return the marks that are no grid."""
    return [mark for mark in drawing.marks if mark.ink != "grid"]


def heights(drawing: Drawing) -> dict[str, float]:
    """Return how low the name of each entry stands."""
    return {each.text: each.y for each in drawing.words if each.ink == "words"}


def test_entry_is_a_mark_with_its_name() -> None:
    """A mark tells its time and name, and leads to its page, as does the name."""
    drawing = drawn(entry("a", "2031-03-04"), entry("b", "2031-03-09"))

    assert [(m.ink, m.title, m.link) for m in shapes(drawing)] == [
        ("occurred", "2031-03-04: a", "/meeting/a"),
        ("occurred", "2031-03-09: b", "/meeting/b"),
    ]
    assert [(w.text, w.link) for w in drawing.words if w.ink == "words"] == [
        ("a", "/meeting/a"),
        ("b", "/meeting/b"),
    ]


def test_status_is_told_by_form() -> None:
    """What stands on one word is a diamond; what is denied is crossed out as well."""
    day, plain = "2031-03-04", Standing("planned")
    told = shapes(drawn(entry("a", day, standing=plain), entry("b", day, standing=Standing("planned", True))))
    struck = shapes(drawn(entry("a", day), entry("b", day, standing=Standing("occurred", False, True))))

    assert ["a4.5" in mark.path for mark in told] == [True, False]
    assert [mark.ink for mark in struck] == ["occurred", "occurred", "crossed"]


def test_entries_that_have_room_share_a_row() -> None:
    """Names do not cover each other: those of one day stand in rows, those far apart side by side."""
    found = heights(drawn(entry("a", "2031-01-01"), entry("b", "2031-01-01"), entry("c", "2031-06-01")))

    assert found["a"] == found["c"] < found["b"]


def test_name_turns_left_at_the_right_edge() -> None:
    """It stays within the drawing."""
    words = {w.text: w for w in drawn(entry("a", "2031-01-01"), entry("b" * 30, "2031-12-31")).words}

    assert words["a"].anchor == "start"
    assert words["b" * 30].anchor == "end"


def test_long_name_is_cut() -> None:
    """The mark still tells it whole."""
    drawing = drawn(entry("x" * 200, "2031-01-01"), entry("b", "2031-12-31"))

    assert any(w.text.endswith("x…") for w in drawing.words)
    assert "x" * 200 in shapes(drawing)[0].title


def test_many_entries_have_no_names() -> None:
    """Names that nobody could read are left out."""
    drawing = drawn(*(entry(f"e{n}", "2031-01-01") for n in range(lanes.NAMED + 1)))

    assert heights(drawing) == {}
    assert len(shapes(drawing)) == 41


def test_lanes_stand_below_each_other() -> None:
    """Each has its name over its entries; all share one line of time."""
    drawing = lanes.draw(
        [Lane("Visits", (entry("a", "2031-01-01"),)), Lane("Calls", (entry("b", "2031-06-01"),))]
    )
    names = [(w.text, w.y) for w in drawing.words if w.ink == "lane"]

    assert [name for name, _ in names] == ["Visits", "Calls"]
    assert names[0][1] < heights(drawing)["a"] < names[1][1] < heights(drawing)["b"] < drawing.height


def test_long_bar_holds_its_name() -> None:
    """Words on a filled bar are light, on a dashed one dark, and stand in its middle."""
    first = entry("a", "2031-01-01", "2031-06-30")
    second = entry("b", "2031-07-01", "2031-12-31", Standing("planned"))
    words = {w.text: (w.ink, w.anchor) for w in drawn(first, second).words}

    assert (words["a"], words["b"]) == (("within", "middle"), ("words", "middle"))


def test_few_entries_far_away_are_told_in_words() -> None:
    """One event two centuries ago does not make all others one point: the line is that of the others."""
    days = [f"2031-0{n}-01" for n in range(1, 8)]
    drawing = drawn(entry("old", "1819-01-01"), *(entry(day, day) for day in days))

    assert drawing.note == "Too far away to be drawn: 1819-01-01, old."
    assert [mark.title for mark in shapes(drawing)] == [f"{day}: {day}" for day in days]
    assert "Jan 2031" in [w.text for w in drawing.words]


def test_two_times_of_equal_weight_are_both_drawn() -> None:
    """Far away is only what few are."""
    drawing = drawn(entry("a", "1990-01-01"), entry("b", "1990-02-01"), entry("c", "2031-01-01"))

    assert drawing.note == ""


@pytest.mark.parametrize("last", ["2031-09-20", "2031-09-29", "2031-10-18", "2031-12-31", "2033-01-01"])
def test_labels_of_time_do_not_meet(last: str) -> None:
    """The first begins at its day, where others have their middle, and is the longest: it tells the year."""
    axis = [each for each in drawn(entry("a", "2031-09-20"), entry("b", last)).words if each.ink == "axis"]
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}

    def left(label: Words) -> float:
        return label.x - before[label.anchor] * wide(label.text)

    assert all(left(one) + wide(one.text) < left(other) for one, other in pairwise(axis))
