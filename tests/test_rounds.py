"""Rounds and delegations: who meets again, who belongs to a delegation, who only travels along."""

import pytest

from kg import text
from kg.extract import events
from kg.model import Article, Node
from kg.vocab import DIP
from tests.test_meetings import MET, A, B, told

PRESENT = {
    "The Egyptian delegation was composed of Ambassador Carl Lund and Minister Dina Moss.": "lund moss",
    "Members of the Egyptian delegation included Ambassador Carl Lund.": "lund",
    "Also in the delegation were Ambassador Carl Lund and Minister Dina Moss.": "lund moss",
    "Members of the public included Ambassador Carl Lund.": "",
}


@pytest.mark.parametrize(("words", "more"), PRESENT.items(), ids=PRESENT)
def test_members(words: str, more: str) -> None:
    """Those of whom a delegation is made, and who chaired, took part in the encounter told before."""
    assert told(f"{A} met {B} in Oslo. {words}") == [f"Meeting Occurred: berg haddad {more}".rstrip()]


NEXT = {
    "The next round will be held in Cairo in 2030.": ["Meeting Planned: EGY NOR"],
    "The third round will take place in Cairo.": ["Meeting Planned: EGY NOR"],
    "The round will be held in Cairo.": [],
    "They agreed to conclude negotiations on fish.": [],
    "They agreed to continue consultations on fish.": [],
}


@pytest.mark.parametrize(("words", "expected"), NEXT.items(), ids=NEXT)
def test_next_round(words: str, expected: list[str]) -> None:
    """A further encounter is between those of the last one; to bring talks to an end is none to come."""
    held = "The second round of talks between Norway and Egypt was held in Oslo. "

    assert told(held + words) == sorted(["Meeting Occurred: EGY NOR", *expected])


def test_under_secretary() -> None:
    """An Under Secretary takes part like others, and no more is under him."""
    words = (
        "The dialogue on defense was co-chaired by Under Secretary of State Anna Berg and "
        "Deputy Foreign Minister Omar Haddad."
    )

    assert told(words) == [MET]


def test_expected() -> None:
    """A meeting that is expected is one to come, of the one who is told to have met others."""
    words = f"{A} met {B}. A meeting with Ambassador Carl Lund is expected on Friday."

    assert told(words) == [MET, "Meeting Planned: berg lund"]


def test_dateline() -> None:
    """The city of a dateline takes part in nothing."""
    assert told(f"CAIRO, May 2 (Alba) -- {B} on Tuesday held talks with {A} at the palace.") == [MET]


def test_travelling_with() -> None:
    """Who is told in a sentence of its own to travel with a visitor visits, but meets nobody by that."""
    words = (
        "President Omar Haddad will travel to Oslo, Norway. In Oslo, he will meet Minister Anna Berg. "
        "Traveling with the President are Ambassador Carl Lund and Minister Dina Moss."
    )
    found = events.records(text.read(Article("a.txt", words)))
    who = {
        r.node.kind: {
            n.key.split()[-1] for c in r.claims if isinstance(n := c.object, Node) and n.kind == DIP.Person
        }
        for r in found
    }

    assert who[DIP.Visit] == {"haddad", "lund", "moss"}
    assert who[DIP.Meeting] == {"haddad", "berg"}
