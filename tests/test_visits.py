"""Visits: who comes where, at whose bidding, on what kind of visit, and what is no visit."""

import datetime as dt

import pytest

from kg import text
from kg.extract import events
from kg.model import Article, Node, Record, Value
from kg.vocab import DIP, local

WEDNESDAY = dt.date(2025, 4, 2)


def visits(words: str) -> tuple[Record, ...]:
    """Return the visits of an article of a few words, published on a Wednesday."""
    found = events.records(text.read(Article("a.txt", words, published=WEDNESDAY)))
    return tuple(r for r in found if r.node.kind == DIP.Visit)


def told(words: str) -> list[str]:
    """Return the visits of a text, each as who comes, where to, and its status where it is not past."""
    return [_shown(r) for r in visits(words)]


def _shown(record: Record) -> str:
    by, where = (_names(record, *r) for r in (("headOfDelegation", "visitor"), ("place",)))
    status = next(
        local(c.object) for c in record.claims if c.predicate == DIP.status and not isinstance(c.object, Node)
    )
    return f"{by} to {where}" + ("" if status == "Occurred" else f" {status}")


def _names(record: Record, *roles: str) -> str:
    found = (c.object for role in roles for c in record.claims if c.predicate == DIP[role])
    return ", ".join(n.registry or n.key.partition(":")[2] for n in found if isinstance(n, Node))


def values(record: Record, term: str) -> list[str]:
    """Return the literals that a record claims by a property."""
    return [c.object.text for c in record.claims if c.predicate == DIP[term] and isinstance(c.object, Value)]


OSLO, CHILE = "jonas berg to oslo", "jonas berg to CHL"
FOUND = {
    "Minister Jonas Berg wraps up Chile visit": CHILE,
    "Minister Jonas Berg was in Chile last week.": CHILE,
    "Minister Jonas Berg arrived here on Monday.": "jonas berg to ",
    "Minister Jonas Berg was invited to Chile.": f"{CHILE} Proposed",
    "Minister Jonas Berg stopped over in Oslo on his way home.": OSLO,
    "Minister Jonas Berg made a stop in Oslo.": OSLO,
    "Minister Jonas Berg is currently in Oslo.": OSLO,
    "Minister Jonas Berg arrived at Oslo airport.": OSLO,
    "Minister Jonas Berg, who arrived for the summit in Oslo, sang.": OSLO,
    "Minister Jonas Berg set off for Chile.": CHILE,
    "Minister Jonas Berg returned from Chile.": CHILE,
    "Minister Jonas Berg, on a visit to Chile, praised the plan.": CHILE,
    "Kenya's Jonas Berg makes first visit to Chile": CHILE,
    "Pope Jonas made a pilgrimage to Chile.": "jonas to CHL",
    "Minister Jonas Berg is due in Oslo on Monday.": f"{OSLO} Planned",
    "Minister Jonas Berg accepted an invitation to visit Chile.": f"{CHILE} Planned",
    "Kenya extended an invitation to Minister Jonas Berg to visit Chile.": f"{CHILE} Proposed",
    "President Maria Silva handed Minister Jonas Berg an invitation to visit Chile.": f"{CHILE} Proposed",
    "Minister Jonas Berg was invited to visit Chile.": f"{CHILE} Proposed",
    "Minister Jonas Berg cancelled a planned trip to Chile.": f"{CHILE} Cancelled",
    "President Maria Silva hosted Minister Jonas Berg on a state visit to Chile.": CHILE,
    "The ministers discussed the visit of Minister Jonas Berg to Chile.": CHILE,
    "Minister Jonas Berg led a delegation to Chile.": "jonas berg, delegation to CHL",
    "A delegation is currently in Chile.": "delegation to CHL",
    "Minister Jonas Berg left Oslo for a tour of Kenya and Chile.": "jonas berg to KEN, CHL",
    "Minister Jonas Berg embarked on a tour of Central Asia.": "jonas berg to central-asia",
    "The office denied that Minister Jonas Berg would travel to Chile.": f"{CHILE} Denied",
    "At the invitation of the Minister of Trade of Chile, Ana Ruiz, the Minister of Trade of Norway, "
    "Jonas Berg, paid a visit to Chile.": CHILE,
    "At the invitation of H.E. Ana Ruiz, Minister of Trade of Chile, H.E. Jonas Berg, Minister of Trade "
    "of Norway, paid a visit to Chile.": CHILE,
    "It is a pleasure to welcome Minister Jonas Berg to Chile.": CHILE,
    "Ana Ruiz: Minister Jonas Berg visited Chile.": CHILE,
    "Minister Jonas Berg is welcome to visit Chile.": f"{CHILE} Proposed",
    "Minister Jonas Berg visited Japan, the Republic of Korea, and Chile.": "jonas berg to JPN, KOR, CHL",
}
NOT_FOUND = (
    "Minister Jonas Berg was given a tour of the plant.",
    "Chile is one of the most visited countries of all.",
    "The ship arrived in Chile.",
    "Minister Jonas Berg is in prison in Oslo for theft.",
    "The citizens who are in Chile for work sang.",
    "Kenyan students flew to Chile.",
    "The first Kenyan people to come to Chile were traders.",
    "Minister Jonas Berg was met on arrival by Minister Ana Ruiz.",
    "Minister Jonas Berg hopes to visit Chile.",
    "Kenya expressed hope that Minister Jonas Berg will visit Chile.",
)


@pytest.mark.parametrize(("words", "expected"), FOUND.items(), ids=FOUND)
def test_found(words: str, expected: str) -> None:
    """A visit is found with its visitors, its places and its status."""
    assert told(words) == [expected]


@pytest.mark.parametrize("words", NOT_FOUND)
def test_not_found(words: str) -> None:
    """Things that move, wishes, and those who are somewhere for other reasons make no visit."""
    assert told(words) == []


KINDS = {
    "a state visit": ["state"],
    "an official visit": ["official"],
    "a three-day working visit": ["working"],
    "an official working visit": ["official working"],
    "a private visit": ["private"],
    "a long visit": [],
}


@pytest.mark.parametrize(("noun", "kind"), KINDS.items(), ids=KINDS)
def test_kind(noun: str, kind: list[str]) -> None:
    """The kind of a visit is kept as told."""
    [record] = visits(f"Minister Jonas Berg paid {noun} to Chile.")

    assert values(record, "visitKind") == kind


def test_end_of_a_journey() -> None:
    """The day of the return bounds a journey on one side only: it dates none."""
    [record] = visits("Minister Jonas Berg returned from Chile on Monday.")

    assert values(record, "earliest") == []


def test_day_after_a_visit() -> None:
    """What is done after a visit does not date it."""
    [record] = visits("Minister Jonas Berg sang on Monday after a visit to Chile.")

    assert values(record, "earliest") == []


def test_two_journeys() -> None:
    """The place that a visit leads to is its own, not that of the verb beside it."""
    words = "Minister Jonas Berg arrived in Chile after a visit to Kenya."

    assert told(words) == [CHILE, "jonas berg to KEN"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Minister Jonas Berg visited Chile.", ["PLOVER:CONSULT", "PLOVER mode:visit", "CAMEO:042"]),
        ("Minister Jonas Berg will visit Chile.", ["PLOVER:AGREE", "CAMEO:036"]),
        ("Minister Jonas Berg cancelled a planned trip to Chile.", []),
    ],
    ids=["occurred", "planned", "cancelled"],
)
def test_codes_by_status(words: str, expected: list[str]) -> None:
    """What took place has the codes of a visit, what is ahead those of an intent, what is called off none."""
    [record] = visits(words)

    assert values(record, "code") == expected
