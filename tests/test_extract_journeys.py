"""Days carried on: those of a journey to what happens on it, the last one told to what goes on with it."""

import datetime as dt

import pytest

from kg.extract import when
from kg.model import Article
from kg.text import read

DAY = dt.date(2024, 5, 15)  # a Wednesday


def days(text: str, word: str) -> str | None:
    """Return when the last word of a form in a text is told to be, in EDTF."""
    reading = read(Article("a.txt", text, published=DAY))
    trigger = [t for t in reading.doc if t.text == word][-1]
    found = when.dated(reading, trigger, future="will" in text)
    return found and found.edtf


CARRIED = {
    "a clause on who met": (
        "Ana Weber of Norway, who was on a visit to Kenya on May 3-4, met Kim Otieno.",
        "met",
        "2024-05-03/2024-05-04",
    ),
    "an infinitive": (
        "Ana Weber of Norway will pay a visit to Kenya from 20 to 23 May. She will meet Kim Otieno.",
        "meet",
        "2024-05-20/2024-05-23",
    ),
    "a length told apart": (
        (
            "On 26 May Ana Weber of Norway will depart for Africa. The 12-day trip also includes Kenya. "
            "Ana Weber will meet Kim Otieno."
        ),
        "meet",
        "2024-05-26/2024-06-06",
    ),
    "during": (
        "Ana Weber of Norway arrived in Kenya today for a three-day visit. During her visit, she met Kim.",
        "met",
        "2024-05-15/2024-05-17",
    ),
    "a stay that began": (
        "Ana Weber of Norway began a two-day visit to Kenya on Monday. She met Kim Otieno.",
        "met",
        "2024-05-13/2024-05-14",
    ),
    "later, after a sentence": (
        "Ana Weber of Norway met Kim Otieno on Monday. They spoke of fish. Later, Weber met Juma Okello.",
        "met",
        "2024-05-13",
    ),
}


@pytest.mark.parametrize(("text", "word", "expected"), CARRIED.values(), ids=CARRIED)
def test_days_are_carried_on(text: str, word: str, expected: str) -> None:
    """What happens on a journey has its days; what comes later the day that was told last."""
    assert days(text, word) == expected


OTHERS = {
    "no word goes on": "Ana Weber of Norway met Kim Otieno on Monday. They spoke of fish. She met Juma.",
    "the day of an end": "Ana Weber of Norway returned on Monday. She also met Kim Otieno.",
    "days that are only possible": (
        "During her three-day visit to Kenya, Ana Weber of Norway saw Kim Otieno today. Weber met Juma."
    ),
    "what came before": "Weber met Kim on Monday. It rained. This was also preceded by talks where all met.",
    "an aside": ("Ana Weber of Norway visited Kenya on 3-4 May. She had previously met Kim Otieno."),
    "others": "Ana Weber visited Kenya on 3-4 May. It rained. It rained on. Norway and Chile met.",
    "the year of an accord": "Ana Weber of Norway met envoys of the 2016 accord.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_no_day_is_carried(text: str) -> None:
    """An end, an aside, others' journeys and the year of something else give no day."""
    assert days(text, "met") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met over the weekend.", "2024-05-11/2024-05-12"),
        ("They met on Tuesday, 7 May, and Wednesday, 8 May.", "2024-05-07/2024-05-08"),
        ("They met on May 7 and on May 8.", "2024-05-07/2024-05-08"),
    ],
)
def test_forms(text: str, expected: str) -> None:
    """A weekend is the one that began last; two days with a comma between them are a range."""
    assert days(text, "met") == expected


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They praised the terms of the 2016 accord.", "2016"),
        ("They have met since the 2016 accord.", "2016"),
        ("They met in 2016.", "in 2016"),
        ("On May 7, Norway won.", "On May 7"),
    ],
)
def test_a_year_before_a_noun_is_the_nouns(text: str, phrase: str) -> None:
    """The preposition before "the 2016 accord" is none of the year's."""
    assert [t.phrase for t in read(Article("a.txt", text, published=DAY)).times] == [phrase]
