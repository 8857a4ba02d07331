"""Events as releases and dailies word them: what each sentence tells, and what only looks like one."""

import pytest

from kg import text
from kg.extract import events
from kg.model import Article, Node, Record
from kg.vocab import DIP, local

A, B, C = "Foreign Minister Anna Berg", "President Omar Haddad", "Ambassador Carl Lund"
ROLES = (DIP.participant, DIP.host, DIP.initiator, DIP.visitor)

VISITS = {
    "expected in": (f"{A} is expected in Cairo on Sunday.", ["Visit Planned: berg"]),
    "a tour takes one": (f"The tour has taken {A} to Kenya and Ghana.", ["Visit Occurred: berg"]),
    "was there on a day": (f"{A} was in Nairobi May 4-5.", ["Visit Occurred: berg"]),
    "was there days before": (f"{A} was in Nairobi three days earlier.", ["Visit Occurred: berg"]),
    "invited to, told as an aim": (
        f"King Karl has also invited {A} to visit the Kingdom.",
        ["Visit Proposed: berg"],
    ),
    "the last to": (
        f"{A} resigned. She was the last minister to visit Cairo.",
        ["Visit Occurred: berg"],
    ),
    "had been due": (f"{A} had been due to travel to Cairo.", ["Visit Cancelled: berg"]),
    "had planned": (f"{A} had planned to travel to Cairo.", ["Visit Cancelled: berg"]),
    "the first by one of a kind": ("It was the first visit to Egypt by a minister of Norway.", []),
}
MEETINGS = {
    "talks that two held": (
        "The talks that Norway and Egypt held in Oslo were useful.",
        ["Meeting Occurred: EGY NOR"],
    ),
    "separate meetings": (
        f"{A} met {B} and {C} in separate meetings.",
        ["Meeting Occurred: berg haddad", "Meeting Occurred: berg lund"],
    ),
    "head of state and head of government": (
        f"{A} of Norway met with Egypt's Prime Minister Hana Aziz and {B}.",
        ["Meeting Occurred: aziz berg", "Meeting Occurred: berg haddad"],
    ),
    "including with": (
        f"{A} will go to Rome. Meetings are planned, including with {B} and {C}.",
        ["Meeting Planned: berg haddad", "Meeting Planned: berg lund", "Visit Planned: berg"],
    ),
    "a guest called visiting": (
        f"{C} hosted a lunch for visiting Minister Anna Berg.",
        ["Meeting Occurred: berg lund"],
    ),
    "represents at": (f"{A} will represent Norway at the Ocean Conference.", ["Meeting Planned: berg"]),
    "summits in the plural": (
        f"{A} will attend the ASEAN Summits in Hanoi.",
        ["Meeting Planned: association-of-southeast-asian-nations berg"],
    ),
    "the two with a capital": (
        f"{A} met Foreign Minister Carl Lund.\n\nThe two Ministers co-chaired the Round of Talks in Oslo.",
        ["Meeting Occurred: berg lund", "Meeting Occurred: berg lund"],
    ),
    "hosts of talks between others": ("Talks between the parties were hosted by Norway and Egypt.", []),
    "only who called": (f"Phone calls from {A} and {C} came in.", []),
}
ACTIONS = {
    "called in on a day": (
        "The Egyptian foreign ministry on Monday called in the ambassadors of Norway and Peru.",
        ["Summons Occurred: NOR PER ministry"],
    ),
    "taking part gives no office": (
        f"{A} took part in the summit, with President Omar Haddad.",
        ["Meeting Occurred: berg haddad"],
    ),
}


def told(words: str) -> list[str]:
    """Return the events of a text, each as its class, its status and who took part, sorted."""
    return sorted(map(_shown, events.records(text.read(Article("a.txt", words)))))


def _shown(record: Record) -> str:
    who = {c.object for c in record.claims if c.predicate in ROLES and isinstance(c.object, Node)}
    names = sorted(n.registry or n.key.partition(":")[2].split()[-1] for n in who)
    status = next(local(c.object) for c in record.claims if c.predicate == DIP.status)
    return f"{local(record.node.kind)} {status}: {' '.join(names)}"


CASES = {**VISITS, **MEETINGS, **ACTIONS}


@pytest.mark.parametrize(("words", "expected"), CASES.values(), ids=CASES)
def test_a_release_tells_of_events(words: str, expected: list[str]) -> None:
    """Each wording gives the events it tells, and no other."""
    assert told(words) == expected


def test_a_headline_sums_up_calls_by_states() -> None:
    """Counterparts of several states in a headline are those called one by one below it."""
    actual = told(
        f"Berg speaks with Kenyan and Ghanaian counterparts\n\n{A} spoke by phone with Kenya's Foreign "
        "Minister Kim Otieno. Berg also spoke by phone with Ghana's Foreign Minister Kofi Mensah."
    )

    assert actual == ["Call Occurred: berg mensah", "Call Occurred: berg otieno"]


def test_one_stop_has_its_own_company() -> None:
    """Who goes along at one stop was not at the talks told before."""
    actual = told(f"{B} met {A} in Cairo. Berg went to Giza, where she was accompanied by {C}.")

    assert "Meeting Occurred: berg haddad" in actual
