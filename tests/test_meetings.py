"""Meetings and calls: the wordings of the genre, and what only looks like one."""

import pytest
from encounters import CITIZENS, A, B, C, records, told
from rdflib import RDF

MET, CALLED = "Meeting Occurred: berg haddad", "Call Occurred: berg haddad"
WORDINGS = {
    f"{A} exchanged views with {B} on trade.": [MET],
    f"{A} engaged with {B} on trade.": [MET],
    f"{A} and {B} discussed trade.": [MET],
    f"{A} paid a courtesy call on {B}.": [MET],
    f"{A} paid a farewell visit to {B}.": [MET],
    f"{B} granted an audience to {A}.": [MET],
    f"{B} hosted a dinner in honour of {A}.": [MET],
    f"{B} hosted a working lunch for {A}.": [MET],
    f"{B} called for a meeting with {A}.": ["Meeting Proposed: berg haddad"],
    f"{B} postponed a meeting with {A}.": ["Meeting Cancelled: berg haddad"],
    f"A planned meeting between {B} and {A} was cancelled.": ["Meeting Cancelled: berg haddad"],
    f"{B} spoke ahead of his meeting with {A}.": [MET],
    f"{B} travelled to Oslo for talks with {A}.": [MET],
    f"{B} praised the plan during a meeting held with {A} in Oslo.": [MET],
    f"{A} and {B} co-chaired the session.": [MET],
    f"The session was co-chaired by {A} and {B}.": [MET],
    f"Talks took place in Oslo, co-chaired by {A} and {B}.": [MET],
    f"{B} briefed {A} on the plan.": [MET],
    f"{B} met {A} in the presence of {C}.": ["Meeting Occurred: berg haddad lund"],
    f"The two leaders, {A} and {B}, met in Oslo.": [MET],
    f"{B} spoke today with {A}.": [CALLED],
    f"{B} received a telephone call on Sunday from {A}.": [CALLED],
    f"{B} held talks with {A} via videoconference.": [CALLED],
    f"{B} took part in the Arab League summit via video link.": ["Call Occurred: arab-league haddad"],
    f"{B} arrived in Oslo. He spoke with {A} in the palace.": [MET],
    "Norwegian-Egyptian talks were held in Oslo.": ["Meeting Occurred: EGY NOR"],
    "Officials from Norway and Egypt met in Oslo.": ["Meeting Occurred: EGY NOR"],
    "The leaders of Norway, Sweden and Egypt gathered in Oslo.": ["Meeting Occurred: EGY NOR SWE"],
    "The session of the Norwegian-Egyptian Joint Commission was held in Oslo.": ["Meeting Occurred: EGY NOR"],
    "Egypt's President Omar Haddad and his Norwegian counterpart Anna Berg held talks in Oslo.": [MET],
    "President Omar Haddad received in the palace on Monday Anna Berg, Undersecretary of Trade.": [MET],
    "Haddad, Berg hold talks in Oslo\n\nThe weather was fine.": [MET],
    f"{B} attended the Foreign Affairs Council in Oslo.": [
        "Meeting Occurred: council-of-the-european-union haddad"
    ],
    "The team met Egypt in the final in Paris.": [],
    f"{B} hosted the reporters at the ministry.": [],
    f"This was stated by {B} during a meeting with {A}.": [MET],
    f"During a phone call on Monday, {B} told {A} that ties were good.": [CALLED],
    f"{B}, together with {C}, met {A}.": ["Meeting Occurred: berg haddad lund"],
    f"{B} held a meeting with media representatives.": [],
    f"During the meeting, {B} told {A} that ties were good.": [],
    f"{B} met the conditions of the treaty.": [],
    f"{B} met reporters in Oslo.": [],
    f"{B} briefed journalists on the plan.": [],
    f"{B} spoke to reporters.": [],
    "Hundreds of workers gathered with residents in Oslo.": [],
    f"{B} called on Norway to end the war.": [],
    f"{B} hopes to meet {A}.": [],
}


@pytest.mark.parametrize(("words", "expected"), WORDINGS.items(), ids=[w[:60] for w in WORDINGS])
def test_wordings(words: str, expected: list[str]) -> None:
    """Each wording gives the encounter that it tells of, with its status and those who took part."""
    assert told(words) == expected


@pytest.mark.parametrize(
    "again",
    [
        "The two sides discussed trade.",
        "Haddad briefed Berg on the plan.",
        "The parties exchanged views on the plan.",
    ],
)
def test_retold(again: str) -> None:
    """A weak word after an encounter tells of it again: its sentence is one more that asserts it."""
    words = f"{B} met {A} in Oslo. {again}"
    [record] = records(words)
    spans = [c.spans[0] for c in record.claims if c.predicate == RDF.type]

    assert [words[s.start : s.end] for s in spans] == [f"{B} met {A} in Oslo.", again]


def test_not_retold() -> None:
    """A weak word that names somebody else tells of another encounter."""
    words = f"{B} met {A} in Oslo. Haddad discussed trade with {C}."

    assert set(told(words)) == {MET, "Meeting Occurred: haddad lund"}


ONE = "Meeting Occurred: haddad"
GATHERINGS = {
    f"{B} attended the conference on trade in Oslo.": [ONE],
    f"{B} participated in the ministerial meeting on migration.": [ONE],
    f"The participation of {B} in the summit was praised.": [ONE],
    f"{A} thanked {B} for participating in the summit.": [ONE],
    f"{B} addressed the General Assembly in New York.": ["Meeting Occurred: assembly haddad"],
    "The Arab League summit opened in Cairo.": ["Meeting Occurred: arab-league"],
    "The last meeting of the Arab League was held in March.": ["Meeting Occurred: arab-league"],
    f"{B} took part in the talks on the sidelines of the Arab League summit.": [
        "Meeting Occurred: arab-league haddad"
    ],
    f"{B} attended the meeting.": [],
    f"{B} attended the press conference.": [],
    "A meeting of the Arab League may end in failure.": [],
}


@pytest.mark.parametrize(("words", "expected"), GATHERINGS.items(), ids=[w[:60] for w in GATHERINGS])
def test_gatherings(words: str, expected: list[str]) -> None:
    """One who attends a gathering of many is enough, and so is the body that holds it."""
    assert told(words) == expected


AGENDA = {
    "Talks were held with Foreign Minister Anna Berg.": [MET],
    "The programme also included talks with Foreign Minister Anna Berg.": [MET],
    "The minister cited talks with Foreign Minister Anna Berg.": [],
}


@pytest.mark.parametrize(("words", "expected"), AGENDA.items(), ids=[w[:60] for w in AGENDA])
def test_agenda(words: str, expected: list[str]) -> None:
    """Talks told without those who hold them are of the one who did what was told last."""
    assert told(f"{B} visited Oslo. {words}") == expected


def test_purpose() -> None:
    """The talks for which persons met are the meeting itself."""
    assert len(records(f"{A} met {B} in Oslo for talks between Norway and Egypt.")) == 1


def test_lists() -> None:
    """Persons named with their offices are met one after the other where this lies ahead, else together."""
    apart = ["Meeting Planned: berg haddad", "Meeting Planned: haddad lund"]

    assert told(f"{B} will meet {A} and {C}.") == apart
    assert told(f"{B} met {A} and {C}.") == ["Meeting Occurred: berg haddad lund"]


def test_title() -> None:
    """A title without a verb tells of the encounter that is to follow."""
    words = f"Secretary Anna Berg And {B} Before Their Meeting\n\nThe weather was fine."

    assert told(words) == ["Meeting Planned: berg haddad"]


VAGUE = {
    "states for persons": (f"{CITIZENS}Norway and Egypt held talks. {A} met {B}.", [MET]),
    "states after persons": (f"{CITIZENS}{A} met {B}. The talks between Norway and Egypt went well.", [MET]),
    "a title": (f"Haddad met with foreign ministers\n\n{B} met {A} in Oslo.", [MET]),
    "no other meeting": (
        f"{CITIZENS}{A} met {B}. The last talks between Norway and Egypt were held in 2020.",
        ["Meeting Occurred: EGY NOR", MET],
    ),
    "to come": (
        f"{CITIZENS}{A} met {B}. Norway and Egypt will hold talks in May.",
        [MET, "Meeting Planned: EGY NOR"],
    ),
    "a title of a call": (
        f"Norway-Egypt summit\n\n{A} held a summit between Norway and Egypt by video link.",
        ["Call Occurred: EGY berg"],
    ),
    "a named dialogue": (
        f"{CITIZENS}{A} met {B}. The Norway-Egypt Strategic Dialogue was held in Cairo.",
        ["Meeting Occurred: EGY NOR", MET],
    ),
    "their talks": (f"{A} met {B}. Trade grew after their talks.", [MET]),
    "not the title's": (
        f"{B} met {A} in Oslo. Haddad met with foreign ministers.",
        [MET, "Meeting Occurred: haddad ministers"],
    ),
}


@pytest.mark.parametrize(("words", "expected"), VAGUE.values(), ids=VAGUE)
def test_vague(words: str, expected: list[str]) -> None:
    """A mention with states, or a title with unnamed people, is of the persons whose meeting is told."""
    assert told(words) == expected


def test_vague_keeps_both_sentences() -> None:
    """The encounter that was told twice cites both sentences, its first telling included."""
    words = f"{CITIZENS}Norway and Egypt held talks. {A} met {B}."
    [record] = records(words)

    assert len([c for c in record.claims if c.predicate == RDF.type]) == 2


def test_lead_that_sums_up() -> None:
    """A lead that sums up encounters which are then told one by one gives none of its own."""
    lead = f"{B} met senior officials in Oslo. "
    singly = f"{B} met {A}. Trade grew. {B} met {C}."

    assert told(lead + singly) == [MET, "Meeting Occurred: haddad lund"]
    assert len(told(lead + f"{B} met {A}.")) == 2


def test_held_virtually() -> None:
    """Words on how a gathering is held tell that it is a call, wherever they stand."""
    assert told(f"The summit, held virtually, was opened by {A} and {B}.") == [CALLED]


def test_partners() -> None:
    """Those with whom a gathering is held take part in it."""
    assert told(f"{B} hosted the trade summit in cooperation with {A}.") == [MET]


def test_run_of_names() -> None:
    """Names in a row behind titles are those of one list, though the syntax goes astray."""
    words = (
        f"{B} met with Minister of Foreign Affairs of Norway Anna Berg, Minister of Foreign Affairs of Chile "
        "Carl Lund and Minister of Foreign Affairs of Peru Dina Moss during their visit."
    )

    assert told(words) == ["Meeting Occurred: berg haddad lund moss"]
    assert told(f"{B} met {A}, and Carl Lund praised the plan.") == [MET]
