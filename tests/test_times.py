"""Expressions of time: which are found, where, and which days they mean."""

import datetime as dt

import pytest

from kg.model import Span
from kg.text import times
from kg.text.calendar import Anchor, Bounds
from tests.reads import parsed

THURSDAY = dt.date(2025, 4, 3)  # the day of publication in all cases below, unless another is told

PAST = [  # words, the days they mean where what is dated lies behind
    ("3 April 2025", "2025-04-03"),
    ("April 3, 2025", "2025-04-03"),
    ("3rd of April, 2025", "2025-04-03"),
    ("the 3rd of April 2025", "2025-04-03"),
    ("22 April, 2025", "2025-04-22"),
    ("03.04.2025", "2025-04-03"),
    ("2025-04-03", "2025-04-03"),
    ("25/12/2024", "2024-12-25"),
    ("12/25/2024", "2024-12-25"),
    ("Monday, 9 October 2017", "2017-10-09"),
    ("Mon, 9 Oct 2017", "2017-10-09"),
    ("Sept. 13 (Thursday), 2018", "2018-09-13"),
    ("05 April 2024", "2024-04-05"),
    ("29 February 2024", "2024-02-29"),
    ("Oct 09", "2024-10-09"),
    ("Oct. 9", "2024-10-09"),
    ("10 February", "2025-02-10"),
    ("Friday, 28 March", "2025-03-28"),
    ("3 April", "2025-04-03"),
    ("20 April", "2025-04-20"),  # "visits Oslo on 20 April": told in the present of what is near
    ("5 November", "2024-11-05"),
    ("April 2-4", "2025-04-02/2025-04-04"),
    ("April 2–4, 2024", "2024-04-02/2024-04-04"),
    ("from 2 to 4 May 2024", "2024-05-02/2024-05-04"),
    ("July 13-14", "2024-07-13/2024-07-14"),
    ("16 and 17 March", "2025-03-16/2025-03-17"),
    ("from 13 to 14 February 2019", "2019-02-13/2019-02-14"),
    ("March 1 to 5, 2024", "2024-03-01/2024-03-05"),
    ("30 April–2 May 2024", "2024-04-30/2024-05-02"),
    ("from 30 December to 2 January", "2024-12-30/2025-01-02"),
    ("between March 2021 and May 2022", "2021-03-01/2022-05-31"),
    ("in January 2017", "2017-01"),
    ("in May of 2024", "2024-05"),
    ("in March", "2025-03"),
    ("in December", "2024-12"),
    ("in April", "2025-04-01/2025-04-03"),
    ("earlier in April", "2025-04-01/2025-04-03"),
    ("in mid-March", "2025-03-11/2025-03-20"),
    ("in early March", "2025-03-01/2025-03-10"),
    ("in late March", "2025-03-21/2025-03-31"),
    ("at the end of February 2024", "2024-02-21/2024-02-29"),
    ("at the beginning of January", "2025-01-01/2025-01-10"),
    ("last May", "2024-05"),
    ("last February", "2025-02"),
    ("in 2023", "2023"),
    ("in 2025", "2025-01-01/2025-04-03"),
    ("early 2023", "2023-01-01/2023-04-30"),
    ("in the first half of 2010", "2010-01-01/2010-06-30"),
    ("in the second quarter of 2024", "2024-04-01/2024-06-30"),
    ("in the second half of last year", "2024-07-01/2024-12-31"),
    ("in summer 2024", "2024-06-01/2024-08-31"),
    ("last autumn", "2024-09-01/2024-11-30"),
    ("last year", "2024"),
    ("early last year", "2024-01-01/2024-04-30"),
    ("this year", "2025-01-01/2025-04-03"),
    ("last month", "2025-03"),
    ("earlier this month", "2025-04-01/2025-04-03"),
    ("last week", "2025-03-24/2025-03-30"),
    ("earlier this week", "2025-03-31/2025-04-03"),
    ("last weekend", "2025-03-29/2025-03-30"),
    ("on Wednesday", "2025-04-02"),
    ("on Thursday", "2025-04-03"),
    ("on Friday", "2025-03-28"),
    ("last Thursday", "2025-03-27"),
    ("on Tuesday and Wednesday", "2025-04-01/2025-04-02"),
    ("Wednesday evening", "2025-04-02"),
    ("today", "2025-04-03"),
    ("today (03)", "2025-04-03"),
    ("this morning", "2025-04-03"),
    ("earlier today", "2025-04-03"),
    ("yesterday", "2025-04-02"),
    ("last night", "2025-04-02"),
    ("two days ago", "2025-04-01"),
    ("three months ago", "2025-01"),
    ("53 years ago", "1972"),
    ("two decades ago", "2005"),
    ("the 30th anniversary", "1995"),
]
FUTURE = [  # the same, where what is dated lies ahead
    ("on Wednesday", "2025-04-09"),
    ("on Thursday", "2025-04-10"),
    ("next Monday", "2025-04-07"),
    ("tomorrow", "2025-04-04"),
    ("in three days' time", "2025-04-06"),
    ("later in April", "2025-04-03/2025-04-30"),
    ("in April", "2025-04-03/2025-04-30"),
    ("in May", "2025-05"),
    ("in mid-May", "2025-05-11/2025-05-20"),
    ("in January", "2026-01"),
    ("later this week", "2025-04-03/2025-04-06"),
    ("next week", "2025-04-07/2025-04-13"),
    ("next month", "2025-05"),
    ("next year", "2026"),
    ("this year", "2025-04-03/2025-12-31"),
    ("in the first half of this year", "2025-04-03/2025-06-30"),
    ("from September 7-10", "2025-09-07/2025-09-10"),
    ("2 January", "2026-01-02"),
    ("in 2026", "2026"),
]
UNBOUNDED = [
    "since 2004",
    "since 26 April",
    "until next Friday",
    "before Monday",
    "by the end of 2026",
    "from 3 May",
    "in the coming weeks",
    "recently",
    "over the past two years",
    "a few days ago",
    "more than ten years ago",
    "31 February 2024",
    "the previous day",
    "a three-day visit",
]
NOT_FOUND = [
    "flight OnMay 2",
    "camera photo2019",
    "They may meet and march on.",
    "It cost $2000 and 1,990 euros.",
    "The aunt of April Jones paid 12.5 %.",
    "Resolution 1267 on Agenda 2030",
    "the songs of the 1990s",
    "in a 10-day-old house",
    "5/12/2024",
]


def _only(words: str) -> times.Time:
    (time,) = times.find(parsed(f"They met {words}."))
    return time


@pytest.mark.parametrize(("words", "expected"), PAST, ids=[c[0] for c in PAST])
def test_past(words: str, expected: str) -> None:
    """A time of what lies behind is counted back from the day of publication."""
    found = times.bounds(_only(words), Anchor(THURSDAY), future=False)

    assert found is not None
    assert found.edtf == expected


@pytest.mark.parametrize(("words", "expected"), FUTURE, ids=[c[0] for c in FUTURE])
def test_future(words: str, expected: str) -> None:
    """A time of what lies ahead is counted forward from the day of publication."""
    found = times.bounds(_only(words), Anchor(THURSDAY), future=True)

    assert found is not None
    assert found.edtf == expected


@pytest.mark.parametrize("words", UNBOUNDED)
def test_unbounded(words: str) -> None:
    """A time that is bounded on one side only, or not at all, gives no days."""
    assert times.bounds(_only(words), Anchor(THURSDAY), future=False) is None


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    """Names, numbers and verbs that look like times are none, and a date whose order is open neither."""
    assert times.find(parsed(text)) == ()


@pytest.mark.parametrize(
    "words", ["on Wednesday", "3 April", "in April", "today", "last year", "two days ago"]
)
def test_unpublished(words: str) -> None:
    """Without a day of publication, a time without its year gives no days."""
    assert times.bounds(_only(words), Anchor(None), future=False) is None


def test_unpublished_with_year() -> None:
    """Without a day of publication, a time with its year keeps its days."""
    found = times.bounds(_only("in September 2024"), Anchor(None), future=False)

    assert found == Bounds(dt.date(2024, 9, 1), dt.date(2024, 9, 30))


FOCUS = Bounds(dt.date(2025, 4, 22), dt.date(2025, 4, 22))
STEPS = [
    ("the previous day", "2025-04-21"),
    ("the day before", "2025-04-21"),
    ("the same day", "2025-04-22"),
    ("that day", "2025-04-22"),
    ("the next day", "2025-04-23"),
    ("the following day", "2025-04-23"),
    ("two days later", "2025-04-24"),
    ("a day earlier", "2025-04-21"),
    ("on the second day of the visit", "2025-04-23"),
    ("on the first day of her stay", "2025-04-22"),
    ("on a three-day visit", "2025-04-22/2025-04-24"),
]


@pytest.mark.parametrize(("words", "expected"), STEPS, ids=[c[0] for c in STEPS])
def test_focus(words: str, expected: str) -> None:
    """A time that leans on another is counted from the day that the text speaks of."""
    found = times.bounds(_only(words), Anchor(THURSDAY, focus=FOCUS), future=False)

    assert found is not None
    assert found.edtf == expected


def test_focus_of_several_days() -> None:
    """The day before several days is not told; the second day of a stay is."""
    anchor = Anchor(THURSDAY, focus=Bounds(dt.date(2025, 4, 22), dt.date(2025, 4, 25)))

    assert times.bounds(_only("the previous day"), anchor, future=False) is None
    assert times.bounds(_only("on the second day of the visit"), anchor, future=False) == Bounds(
        dt.date(2025, 4, 23), dt.date(2025, 4, 23)
    )


def test_inferred_anchor() -> None:
    """Where publication cannot precede a Tuesday, "on Wednesday" is the next day; "today" is not known."""
    anchor = Anchor(dt.date(2025, 4, 22), inferred=True)

    wednesday = times.bounds(_only("on Wednesday"), anchor, future=False)

    assert wednesday == Bounds(dt.date(2025, 4, 23), dt.date(2025, 4, 23))
    assert times.bounds(_only("today"), anchor, future=False) is None


def test_offsets() -> None:
    """A time spans its words with the preposition before it, and no two overlap."""
    text = "On Wednesday, he left.\nHe had come on 1 April, and will be back later in\nMay 2025."
    found = times.find(parsed(text))

    assert [t.phrase for t in found] == ["On Wednesday", "on 1 April", "later in May 2025"]
    assert [t.span for t in found] == [Span(0, 12), Span(35, 45), Span(64, 81)]
    assert [t.kind for t in found] == ["weekday", "written", "written"]


def test_tokens() -> None:
    """A time knows its tokens, half-open."""
    doc = parsed("They met on 3 May 2024 in Oslo.")
    (time,) = times.find(doc)

    assert [t.text for t in doc[time.start : time.end]] == ["on", "3", "May", "2024"]


EDTF = [
    (Bounds(dt.date(2024, 2, 29), dt.date(2024, 2, 29)), "2024-02-29"),
    (Bounds(dt.date(2024, 2, 1), dt.date(2024, 2, 29)), "2024-02"),
    (Bounds(dt.date(2024, 1, 1), dt.date(2024, 12, 31)), "2024"),
    (Bounds(dt.date(2024, 1, 1), dt.date(2024, 1, 2)), "2024-01-01/2024-01-02"),
]


@pytest.mark.parametrize(("bounds", "expected"), EDTF, ids=[c[1] for c in EDTF])
def test_edtf(bounds: Bounds, expected: str) -> None:
    """Bounds that are a year, a month or a day are written as one in EDTF, others as an interval."""
    assert bounds.edtf == expected


def test_times_far_apart() -> None:
    """Each time is found, however much lies between it and the others, and at both ends of a text."""
    gap = "and then it rained " * 20
    found = times.find(parsed(f"Monday {gap} in May {gap} on Tuesday, 3 June 2025 {gap} on Friday"))

    assert [time.phrase for time in found] == ["Monday", "in May", "on Tuesday, 3 June 2025", "on Friday"]
