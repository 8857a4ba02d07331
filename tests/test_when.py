"""Which time a text gives to a trigger, and which days that is."""

import datetime as dt

import pytest

from kg.extract.when import Dated, dated
from kg.model import Article, Span
from kg.text import read

THURSDAY = dt.date(2025, 4, 3)

PAST = [  # a text with the trigger in brackets, the days it is given; published on Thursday, 3 April 2025
    ("On Wednesday, Weber [met] Okafor.", "2025-04-02"),
    ("Weber [met] Okafor on Wednesday.", "2025-04-02"),
    ("Weber [met] Okafor in Lagos on 2 March 2024.", "2024-03-02"),
    ("Weber held [talks] with Okafor on Wednesday.", "2025-04-02"),
    ("Weber paid a [visit] to Lagos last year.", "2024"),
    ("The [meeting] took place on Wednesday.", "2025-04-02"),
    ("Weber [met] a team, led by Okafor, today (03) at the palace.", "2025-04-03"),
    ("The [summit], held in January 2017, was the eighth.", "2017-01"),
    ("They praised the treaty of 2016 at a [meeting] on Wednesday.", "2025-04-02"),
    ("They praised the 2016 [treaty] on Wednesday.", "2016"),
    ("Last year’s [visit] was a success.", "2024"),
    ("On Wednesday, Weber arrived in Lagos and [met] Okafor.", "2025-04-02"),
    ("Weber [hosted] Okafor to open the dialogue on 2 May 2022.", "2022-05-02"),
    ("They marked the 30th anniversary of the [establishment] of relations.", "1995"),
    ("Weber arrived today on a three-day [visit].", "2025-04-03/2025-04-05"),
    ("Weber met Okafor today during a three-day [visit].", "2025-04-01/2025-04-05"),
    ("On Wednesday, Weber met Okafor during a [visit] that began the previous day.", "2025-04-01/2025-04-02"),
    ("Weber met Okafor on Wednesday. He also [met] students.", "2025-04-02"),
    (
        "Weber was in Lagos from 24 to 26 March. It rained.\n\nHe [met] students.",
        "2025-03-24/2025-03-26",
    ),
    (
        "On Wednesday, Weber met Okafor.\n\nHe laughed.\n\nAfter his meeting with Okafor, Weber [met] Bello.",
        "2025-04-02",
    ),
    ("On 1 April, Weber met Okafor. It rained.\n\nThe next day he [visited] Abuja.", "2025-04-02"),
    ("Weber’s visit began on Tuesday. On the second day of the visit, they [signed] a pact.", "2025-04-02"),
    ("They praised the pact, [adopted] following his meeting with her last year.", "2024"),
]
FUTURE = [
    ("Weber will [visit] Lagos on Wednesday.", "2025-04-09"),
    ("Weber announced on Wednesday that Okafor would [visit] Oslo later in April.", "2025-04-03/2025-04-30"),
    ("[Talks] are scheduled for Monday, 7 April.", "2025-04-07"),
    ("Weber will be in Lagos from 7 to 9 April. She will [meet] Okafor there.", "2025-04-07/2025-04-09"),
]
NOT_TOLD = [
    "Weber [met] Okafor.",
    "Weber said on Wednesday that he had [met] Okafor.",
    "Weber welcomed the [talks] on Wednesday.",
    "Weber recently [met] Okafor.",
    "Weber has [visited] Lagos since 2004.",
    "Weber left on Wednesday. Okafor [met] Bello.",
    "Weber ended his [visit] on Wednesday.",
    "Weber met Okafor on Wednesday. Talks were held from May to June 2024. Weber also [met] Bello.",
    "Today they marked the 30th anniversary of relations. Weber had [met] Okafor.",
]


def _dated(marked: str, published: dt.date | None, *, future: bool) -> Dated | None:
    reading = read(Article("a.txt", marked.replace("[", "").replace("]", ""), published=published))
    return dated(reading, next(t for t in reading.doc if t.idx == marked.index("[")), future=future)


@pytest.mark.parametrize(("text", "expected"), PAST, ids=[c[0] for c in PAST])
def test_past(text: str, expected: str) -> None:
    """What lies behind has the time of its clause, of the event it leans on, or of its journey."""
    found = _dated(text, THURSDAY, future=False)

    assert found is not None
    assert found.edtf == expected


@pytest.mark.parametrize(("text", "expected"), FUTURE, ids=[c[0] for c in FUTURE])
def test_future(text: str, expected: str) -> None:
    """What lies ahead has its own time, not that of the words which announce it."""
    found = _dated(text, THURSDAY, future=True)

    assert found is not None
    assert found.edtf == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_not_told(text: str) -> None:
    """The time of a saying, a vague time and another scene's time do not date what is told."""
    assert _dated(text, THURSDAY, future=False) is None


def test_words() -> None:
    """A date keeps the words it rests on, and where they stand."""
    found = _dated("On Wednesday, Weber [met] Okafor.", THURSDAY, future=False)

    assert found == Dated(dt.date(2025, 4, 2), dt.date(2025, 4, 2), "2025-04-02", "On Wednesday", Span(0, 12))


def test_unpublished() -> None:
    """Without a day of publication only times with a year have days."""
    assert _dated("Weber [met] Okafor on Wednesday.", None, future=False) is None
    assert _dated("Weber [met] Okafor in May 2024.", None, future=False) is not None


def test_dated_caption() -> None:
    """Where only a caption is dated, weekdays are the first that it allows."""
    text = "On Wednesday, Weber [met] Okafor.\n\nOn 22 April, 2025, flags are hung in Lagos. Photo: ANP"
    found = _dated(text, None, future=False)

    assert found is not None
    assert found.edtf == "2025-04-23"
