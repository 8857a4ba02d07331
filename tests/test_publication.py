"""The day of publication, where only the text tells it."""

import datetime as dt

import pytest

from kg.model import Article, Span
from kg.text import times
from kg.text.publication import published
from tests.reads import parsed

THURSDAY = dt.date(2025, 4, 3)


def _published(text: str, day: dt.date | None = None) -> Article:
    doc = parsed(text)
    return published(Article("a.txt", text, published=day), doc, times.find(doc))


def test_published_from_dated_caption() -> None:
    """A caption in the present tense tells the day that publication cannot precede, marked as inferred."""
    text = "They met.\n\nOn 22 April, 2025, the flags are hung in the square. Photo: VCG\n\nThey left."
    found = _published(text)

    assert found.published == dt.date(2025, 4, 22)
    assert found.inferred
    assert [(o.field, o.basis, o.span) for o in found.origins] == [
        ("published", "dated caption", Span(11, 28))
    ]


@pytest.mark.parametrize(
    "dateline", ["LIMA - 5 July 2022:", "Lima, 5 July 2022 –", "San José, Tuesday, 5 July 2022 –"]
)
def test_published_from_dateline(dateline: str) -> None:
    """A dateline tells the day of publication itself."""
    found = _published(f"{dateline} The two ministers met.")

    assert found.published == dt.date(2022, 7, 5)
    assert not found.inferred


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister met\n\nPress release\n12 September 2023\n\nToday the two met.", dt.date(2023, 9, 12)),
        ("Minister met\nPublished on 5 May 2024, 14:03 CET\n\nThe two met.", dt.date(2024, 5, 5)),
        ("Minister met\nBern, 7 March 2022\n\nThe two met.", dt.date(2022, 3, 7)),
        ("Minister met\nMonday, January 9, 2023\n\nThe two met.", dt.date(2023, 1, 9)),
        ("Minister met\n\nThe two met.\n\n17/01/2024 14:03:22", dt.date(2024, 1, 17)),
    ],
    ids=["release", "published on", "place", "weekday", "foot"],
)
def test_published_from_a_line_of_its_own(text: str, expected: dt.date) -> None:
    """A date on a line of its own at the head or the foot of a text tells the day."""
    assert _published(text).published == expected


def test_date_alone_amid_a_text() -> None:
    """A date on a line of its own far from both ends heads a part of the text, not the whole."""
    lines = [f"The two met {n} times." for n in ("three", "four", "five", "six", "seven", "eight", "nine")]

    assert _published("\n".join((*lines, "12 September 2023", *lines))).published is None


@pytest.mark.parametrize(
    "text",
    [
        "On 22 April, 2025, the flags were hung in the square.",
        "On 22 April, 2025, the flags will be hung in the square. Photo: VCG",
        "In April 2025, the flags were hung in the square. Photo: VCG",
        "On 22 April, 2025, the flags were hung.\n\nThe square. Photo: VCG",
    ],
    ids=["no caption", "planned", "no day", "another paragraph"],
)
def test_published_not_told(text: str) -> None:
    """A date elsewhere, ahead, or without its day tells nothing of the day of publication."""
    assert _published(text).published is None


def test_published_kept() -> None:
    """A day of publication that is known is kept."""
    text = "On 22 April, 2025, the flags are hung in the square. Photo: VCG"

    assert _published(text, THURSDAY).published == THURSDAY
    assert not _published(text, THURSDAY).inferred
