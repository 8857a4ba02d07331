"""Dates of what is told: which words of time a clause gives to a trigger, and which days they are."""

import pytest
from sayings import marked, piece

from kg.extract import _attachment
from kg.extract.when import dated

# Published on Thursday, 3 April 2025.
DAYS = {
    "weekday": ("Weber [met] Okafor in Lagos on Wednesday.", "2025-04-02"),
    "weekday at the head": ("On Monday, Weber [met] Okafor.", "2025-03-31"),
    "today": ("Weber [met] Okafor today.", "2025-04-03"),
    "yesterday": ("Weber [met] Okafor yesterday.", "2025-04-02"),
    "last week": ("Weber [met] Okafor last week.", "2025-03-24/2025-03-30"),
    "last month": ("Weber [met] Okafor last month.", "2025-03"),
    "month": ("Weber [met] Okafor in March.", "2025-03"),
    "day and month": ("On 2 April, Weber [met] Okafor.", "2025-04-02"),
    "month and day": ("On April 2, Weber [met] Okafor.", "2025-04-02"),
    "range": ("Weber was on a [visit] to Lagos from 1 to 3 April.", "2025-04-01/2025-04-03"),
    "range at the head": ("From April 1 to 3, Weber was on a [visit] to Lagos.", "2025-04-01/2025-04-03"),
    "year of a noun": ("The [visit] of 2024 was long.", "2024"),
    "year beside another day": ("The [talks] of 1995 were praised on Wednesday.", "1995"),
}
CLAUSES = {
    "passive": ("A [meeting] was held on Wednesday.", "2025-04-02"),
    "possessive": ("Wednesday’s [meeting] was long.", "2025-04-02"),
    "before the noun": ("The Wednesday [meeting] was long.", "2025-04-02"),
    "of": ("The [meeting] of Wednesday was long.", "2025-04-02"),
    "participle": ("The [meeting], held on Wednesday, was long.", "2025-04-02"),
    "relative clause": ("The [meeting] which took place on Wednesday was long.", "2025-04-02"),
    "verb of a relative clause": ("Weber, who [met] Okafor on Wednesday, left.", "2025-04-02"),
    "first of two verbs": (
        "Weber [met] Okafor on Monday and flew home on Wednesday.",
        "2025-03-31",
    ),
    "second of two verbs": ("Weber met Okafor on Monday and [flew] home on Wednesday.", "2025-04-02"),
}
CARRIED = {
    "later": ("Weber met Okafor on Wednesday. Later he [met] Bello.", "2025-04-02"),
    "during the meeting": (
        "Weber met Okafor on Wednesday. During the meeting, they [signed] a treaty.",
        "2025-04-02",
    ),
    "after the meeting": (
        "Weber met Okafor on Wednesday. It rained. After the meeting they [signed] a treaty.",
        "2025-04-02",
    ),
    "within a visit": (
        "Weber was in Lagos from 1 to 3 April. During the visit, he [met] Okafor.",
        "2025-04-01/2025-04-03",
    ),
    "there": ("Weber visited Lagos from 1 to 3 April. There he [met] Okafor.", "2025-04-01/2025-04-03"),
    "next day": ("Weber met Okafor on 31 March. The next day he [met] Bello.", "2025-04-01"),
    "previous day": ("Weber met Okafor on 31 March. The previous day he had [met] Bello.", "2025-03-30"),
}
STAYS = {
    "first day": ("Weber arrived today on a two-day [visit].", "2025-04-03/2025-04-04"),
    "last day": ("Weber ended a two-day [visit] today.", "2025-04-02/2025-04-03"),
    "last day, concluded": ("Weber concluded a two-day [visit] today.", "2025-04-02/2025-04-03"),
}
PAST = {**DAYS, **CLAUSES, **CARRIED, **STAYS}


@pytest.mark.parametrize(("words", "expected"), PAST.values(), ids=PAST)
def test_past(words: str, expected: str) -> None:
    """What lies behind has the days of its clause, of what it leans on, or of its journey."""
    found = dated(*marked(words), future=False)

    assert found is not None
    assert found.edtf == expected


FUTURE = {
    "tomorrow": ("Weber will [visit] Lagos tomorrow.", "2025-04-04"),
    "weekday": ("Weber will [visit] Lagos on Monday.", "2025-04-07"),
    "month": ("Weber will [visit] Lagos in May.", "2025-05"),
    "next month": ("Weber will [visit] Lagos next month.", "2025-05"),
    "next year": ("Weber will [visit] Lagos next year.", "2026"),
    "day": ("Weber will [visit] Lagos on 10 April.", "2025-04-10"),
    "range": ("Weber will [visit] Lagos from 10 to 12 April.", "2025-04-10/2025-04-12"),
    "beside the day of a saying": (
        "Weber said on Wednesday that he would [visit] Lagos in May.",
        "2025-05",
    ),
}


@pytest.mark.parametrize(("words", "expected"), FUTURE.values(), ids=FUTURE)
def test_future(words: str, expected: str) -> None:
    """What lies ahead has the first such day after publication."""
    found = dated(*marked(words), future=True)

    assert found is not None
    assert found.edtf == expected


NONE = {
    "day of the saying": "Weber announced on Wednesday that Okafor had [visited] Lagos.",
    "day of the praise": "Weber praised the [visit] on Wednesday.",
    "day of the condemnation": "The [treaty] was condemned on Wednesday.",
    "vague": "Weber [met] Okafor some time ago.",
    "since": "Since 2004 Weber has [met] Okafor often.",
    "another scene": "Weber met Okafor on Wednesday. Bello [visited] Oslo.",
    "no time": "Weber [met] Okafor.",
    "far ahead": "The 2035 [strategy] was praised.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_none(words: str) -> None:
    """Times of sayings, vague times, and those of other scenes date nothing."""
    assert dated(*marked(words), future=False) is None


def test_bounds_and_phrase() -> None:
    """A date has its first and last day, and the exact words that it was resolved from."""
    reading, trigger = marked("It rained. Weber [met] Okafor last month.")
    found = dated(reading, trigger, future=False)

    assert found is not None
    assert (found.earliest.isoformat(), found.latest.isoformat()) == ("2025-03-01", "2025-03-31")
    assert found.phrase == "last month"
    assert piece(reading, found.span) == "last month"


ATTACHED = {
    "own clause": ("Weber [met] Okafor on Wednesday.", ["on Wednesday"]),
    "nearest first": ("On Wednesday, Weber [met] Okafor in May 2024.", ["in May 2024", "On Wednesday"]),
    "clause above": ("Weber flew to Lagos on Wednesday to [meet] Okafor.", ["on Wednesday"]),
    "not the saying’s": ("Weber said on Wednesday that he had [met] Okafor.", []),
    "not of another sentence": ("It rained on Wednesday. Weber [met] Okafor.", []),
    "the anniversary’s": ("They marked the 30th anniversary of [relations].", ["30th anniversary"]),
}


@pytest.mark.parametrize(("words", "expected"), ATTACHED.values(), ids=ATTACHED)
def test_attached(words: str, expected: list[str]) -> None:
    """A trigger has the times of its clause and of those above it, up to a saying."""
    found = _attachment.attached(*marked(words))

    assert [t.phrase for t in found] == expected


LEANING = {
    "during": ("During the visit, Weber [met] Okafor.", [("visit", "during")]),
    "after": ("Weber [met] Bello after his meeting with Okafor.", [("meeting", "after")]),
    "following": ("Following the talks, Weber [left].", [("talks", "following")]),
    "indefinite": ("Weber [met] Bello during a visit.", []),
    "place": ("Weber [met] Bello at the summit.", []),
}


@pytest.mark.parametrize(("words", "expected"), LEANING.values(), ids=LEANING)
def test_leaned_on(words: str, expected: list[tuple[str, str]]) -> None:
    """A clause leans on a definite noun after "during", "after" and their like."""
    found = _attachment.leaned_on(marked(words)[1])

    assert [(noun.text, preposition) for noun, preposition in found] == expected


def test_time_of_a_noun() -> None:
    """A time hangs on the noun it stands with, not on another."""
    reading, treaty = marked("They praised the [treaty] of 2016.")
    [time] = reading.times

    assert _attachment.is_of(reading, time, treaty)
    assert not _attachment.is_of(reading, time, reading.doc[0])
