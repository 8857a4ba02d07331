"""What the forms of time cannot do without: no form is missed for it, and other text is not looked at."""

import re

import pytest

from kg.text.expressions import RULES
from kg.text.needs import need, parts

PHRASES = (
    *("2025-04-03", "03.04.2025", "25/12/2024", "2-4 April 2025", "2 April to 4 May 2025", "April 2-4, 2025"),
    *(
        "April 2 to May 4, 2025",
        "3 April 2025",
        "April 3, 2025",
        "April to May 2025",
        "in April 2025",
        "in April",
    ),
    *(
        "last April",
        "first half of 2025",
        "THIRD quarter of the year",
        "last spring",
        "WINTER of 2024",
        "this week",
    ),
    *(
        "on the weekend",
        "two years AGO",
        "two years ago",
        "in 3 days’ time",
        "in 3 weeks from now",
        "recent days",
    ),
    *(
        "a few years ago",
        "70th ANNIVERSARY",
        "70th year of the establishment",
        "last Friday",
        "Monday and Tuesday",
    ),
    *("the DAY before yesterday", "day after tomorrow", "Tonight", "late yesterday evening", "LAST NIGHT"),
    *("this Morning", "the same Day", "Next\nmorning", "the day\nbefore", "That evening", "three days later"),
    *(
        "second day of the visit",
        "a three-day visit",
        "two week-long visit",
        "since 2016",
        "2016-18",
        "1999 to 2003",
    ),
    *("Recently", "in due\ncourse", "over\nthe years", "near FUTURE", "in the\npast", "in\nrecent months"),
)
FORMS = [(pattern, needed) for pattern, _, needed in RULES]


@pytest.mark.parametrize(("pattern", "needed"), FORMS, ids=[str(i) for i in range(len(FORMS))])
def test_no_form_is_missed(pattern: re.Pattern[str], needed: re.Pattern[str]) -> None:
    """Whatever a form finds holds what it is said to need, in small letters and in capitals."""
    found = [phrase for phrase in PHRASES if pattern.search(phrase)]

    assert found
    assert [phrase for phrase in found if needed.search(phrase)] == found


def test_text_without_what_is_needed_is_not_looked_at() -> None:
    """Only what stands around a month is looked at for months, once where two stand close."""
    text = "x" * 500 + " May and June " + "x" * 500 + " July"

    assert list(parts(text, need("(?:M1)"))) == [(0, 0), (381, 632), (895, 1019)]


def test_unknown_forms_look_at_all_of_the_text() -> None:
    """A form of which nothing is known is looked for in all of the text."""
    assert list(parts("one\ntwo", need("(?P<new>two)"))) == [(0, 7)]


def test_empty_text() -> None:
    """An empty text has one empty part."""
    assert list(parts("", need("(?:M1)"))) == [(0, 0)]
