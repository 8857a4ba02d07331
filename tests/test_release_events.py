"""Events as releases and dailies word them: what each sentence tells, and what only looks like one."""

import datetime as dt

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
    "will next travel": (f"{A} will next travel to Kenya.", ["Visit Planned: berg"]),
    "became the first to visit": (
        f"{A} flew to Cairo, becoming the first Norwegian minister to visit Egypt.",
        ["Visit Occurred: berg", "Visit Occurred: berg"],
    ),
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
    "each in a place of its own": (
        (
            f"{A} had earlier met Kenyan President Kim Otieno in Nairobi, Ghanaian Minister Kofi Mensah "
            "in Accra and Egyptian President Omar Haddad in Cairo."
        ),
        ["Meeting Occurred: berg haddad", "Meeting Occurred: berg mensah", "Meeting Occurred: berg otieno"],
    ),
    "left to meet": (f"{A} left Oslo to meet {B} in Cairo.", ["Meeting Occurred: berg haddad"]),
    "was on a day received": (
        f"{A} was on the same day received by {B}.",
        ["Meeting Occurred: berg haddad"],
    ),
    "called on one and held talks with another": (
        f"{A} called on {B} and held talks with {C}.",
        ["Meeting Occurred: berg haddad", "Meeting Occurred: berg lund"],
    ),
    "an agenda": (
        f"{A} arrived in Cairo. Her agenda includes talks with {B} and a meeting with {C}.",
        ["Meeting Planned: berg haddad", "Meeting Planned: berg lund", "Visit Occurred: berg"],
    ),
    "invited to a summit": (
        f"{B} has invited {A} to the NATO summit.",
        ["Meeting Proposed: berg nato"],
    ),
    "co-chaired, cut by the parser": (
        (
            "Defence Secretary Shri Kim Otieno co-chaired the 4th Defence Cooperation Dialogue with "
            "Chief of Defence Force Kofi Mensah earlier this year."
        ),
        ["Meeting Occurred: mensah otieno"],
    ),
    "talks at a third one's": (
        f"Serbia and Kosovo agreed to improve ties in talks hosted by Egyptian {B}.",
        ["Meeting Occurred: SRB XKX haddad"],
    ),
    "hosts of talks between others": ("Talks between the parties were hosted by Norway and Egypt.", []),
    "only who called": (f"Phone calls from {A} and {C} came in.", []),
}
ACTIONS = {
    "called in on a day": (
        "The Egyptian foreign ministry on Monday called in the ambassadors of Norway and Peru.",
        ["Summons Occurred: NOR PER ministry"],
    ),
    "unwelcome, with the name between": (
        "President Omar Haddad's government declared the Norwegian ambassador, Anna Berg, persona non grata.",
        ["Expulsion Occurred: berg"],
    ),
    "a head of mission": (
        "Peru expelled Norway's head of mission, Anna Berg.",
        ["Expulsion Occurred: PER berg"],
    ),
    "each other": ("Israel and Kosovo recognised each other.", ["Recognition Occurred: ISR XKX"]),
    "taking part gives no office": (
        f"{A} took part in the summit, with President Omar Haddad.",
        ["Meeting Occurred: berg haddad"],
    ),
}


def told(words: str, published: dt.date | None = None) -> list[str]:
    """Return the events of a text, each as its class, its status and who took part, sorted."""
    return sorted(map(_shown, events.records(text.read(Article("a.txt", words, published=published)))))


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


def test_a_day_to_come_makes_a_plan() -> None:
    """In the present tense a day after publication is yet to come."""
    actual = told(f"{A} leaves for Cairo on June 28, 2023.", dt.date(2023, 6, 14))

    assert actual == ["Visit Planned: berg"]


def test_who_plans_is_no_visitor_of_the_past() -> None:
    """Meetings to come are those of who will travel, not of who came before him."""
    actual = told(
        f"{A} will travel to Rome. {B} visited Oslo in May. Meetings are also planned, including with {C}."
    )

    assert "Meeting Planned: berg lund" in actual


def test_a_title_with_its_people_is_no_body() -> None:
    """Who "Chinese State Councilor and Foreign Minister" names alone takes part."""
    actual = told(f"Chinese State Councilor and Foreign Minister Wang Yi held talks with {C}.")

    assert actual == ["Meeting Occurred: lund yi"]
