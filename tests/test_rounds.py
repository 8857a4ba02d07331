"""Rounds and delegations: who meets again, who belongs to a delegation, who only travels along."""

import pytest

from kg import text
from kg.extract import events
from kg.model import Article, Node
from kg.vocab import DIP
from tests.test_meetings import MET, A, B, C, told

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
    """Who is told in a sentence of its own to travel with a visitor is there too when he meets somebody."""
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
    assert who[DIP.Meeting] == {"haddad", "berg", "lund", "moss"}


PAST = {
    "The first round was held in Cairo in 2019.": "Meeting Occurred: EGY NOR",
    "The previous round took place in Cairo.": "Meeting Occurred: EGY NOR",
    "The last round was a success.": None,
    "The eighth trilateral was held in Cairo in 2019.": None,  # of three, where two met
}


@pytest.mark.parametrize(("words", "more"), PAST.items(), ids=PAST)
def test_past_round(words: str, more: str | None) -> None:
    """A former encounter of a row was between the states of those who met now, where a day tells it apart."""
    held = f"Norwegian {A} and Egyptian {B} met in Oslo on 3 May 2021. "

    assert told(held + words) == sorted([MET, *([more] if more else [])])
    assert told(held.replace(" on 3 May 2021", "") + words) == [MET]


def test_not_of_what_is_to_come() -> None:
    """What was done, and who was there, belongs to the encounter that has been, not to one to come."""
    held = f"{A} met {B}. {A} will meet Minister Dina Moss in May. "

    assert told(held + "Berg was accompanied by Ambassador Carl Lund.") == [
        "Meeting Occurred: berg haddad lund",
        "Meeting Planned: berg moss",
    ]


def test_not_of_what_is_spoken_of() -> None:
    """What the two sides discussed was at their encounter, not at one that somebody spoke of."""
    held = f"{A} met {B} on 3 May 2021. Haddad said that Dina Moss and Carl Lund had met in Rome. "
    found = events.records(text.read(Article(file="a.txt", text=held + "The two sides discussed trade.")))

    assert len(found) == 2
    assert max(c.spans[0].start for c in found[0].claims) > len(held) - 1


def test_called_off() -> None:
    """A meeting that was put off is one of who was told to have met, or to meet, others."""
    words = f"{A} met {B}. A meeting with Ambassador Carl Lund has been postponed."

    assert told(words) == ["Meeting Cancelled: berg lund", MET]


def test_invited_for_talks() -> None:
    """Talks for which somebody is invited are proposed."""
    assert told(f"{A} invited {B} for talks.") == ["Meeting Proposed: berg haddad"]


def test_list_with_counterpart() -> None:
    """A counterpart who is named is one of a list, not another name of the one before."""
    words = "Norwegian Minister Anna Berg, her Egyptian counterpart Omar Haddad and Minister Dina Moss met."

    assert told(words) == ["Meeting Occurred: berg haddad moss"]


def test_with_behind_place() -> None:
    """Whom one met may stand behind where it was."""
    assert told(f"{A} met at her office with {B}.") == [MET]


CALLED = {
    f"{A} called {B} on Monday to discuss trade.": ["Call Occurred: berg haddad"],
    f"{A} called {B} a friend.": [],
    f"{A} called on {B} to resign.": [],
}


@pytest.mark.parametrize(("words", "expected"), CALLED.items(), ids=CALLED)
def test_called(words: str, expected: list[str]) -> None:
    """A person who called another did so by telephone, unless it was a name or a demand."""
    assert told(words) == expected


def test_joined_the_call() -> None:
    """Who joined the call with somebody took part in the one told before."""
    words = f"{A} spoke by phone with {B}. Minister Dina Moss joined the call with Haddad."

    assert told(words.replace("spoke by phone with", "held a call with")) == [
        "Call Occurred: berg haddad moss"
    ]


def test_title_of_people() -> None:
    """A title that tells of unnamed people of a state tells of the encounter below."""
    words = "Norway hosts Egyptian delegation\n\n" + f"Norwegian {A} met with Egyptian {B} in Oslo."

    assert told(words) == [MET]


def test_next_after_one_that_was() -> None:
    """The next encounter follows the one that was, not another one to come."""
    words = f"{A} met {B}. {A} invited Minister Dina Moss for talks in May. "
    words += "The next meeting will be held in Oslo."

    assert told(words) == [MET, "Meeting Planned: berg haddad", "Meeting Proposed: berg moss"]


PEOPLES = {
    "Talks between Norwegian and Egyptian officials were held in Oslo.": ["Meeting Occurred: EGY NOR"],
    "The next meeting of the Norwegian and Egyptian foreign ministers is planned in Oslo.": [
        "Meeting Planned: EGY NOR"
    ],
}


@pytest.mark.parametrize(("words", "expected"), PEOPLES.items(), ids=PEOPLES)
def test_peoples(words: str, expected: list[str]) -> None:
    """Unnamed officials of two states met for these."""
    assert told(words) == expected


ONCE = {
    f"{A} chaired the 12th round of Norway-Egypt Political Consultations along with {B}.": [MET],
    f"The negotiators of Norway and Egypt, Anna Berg and Omar Haddad, met. The talks were hosted by {C}.": [
        "Meeting Occurred: berg haddad lund"
    ],
    f"{A} received a delegation led by Speaker of the National Assembly of Egypt Omar Haddad.": [
        "Meeting Occurred: berg haddad haddad"
    ],
    f"{A} hosted {B} and officials of Egypt for the eighth Norway-Egypt Consultations.": [
        "Meeting Occurred: berg egypt haddad"
    ],
}


@pytest.mark.parametrize(("words", "expected"), ONCE.items(), ids=ONCE)
def test_once(words: str, expected: list[str]) -> None:
    """What one sentence tells with several words is one encounter, of those who are named."""
    assert told(words) == expected


def test_asked() -> None:
    """What is asked is no plan."""
    assert told(f"Will {A} meet {B} this year?") == []


def test_sport() -> None:
    """Teams that meet in a stage of a contest hold no talks."""
    assert told("Norway and Egypt met in the group stage in Oslo.") == []


BESIDE = {
    f"{A} in a phone call with {B} praised trade.": ["Call Occurred: berg haddad"],
    f"{A} praised the need for efforts during a meeting with {B}.": [MET],
    f"{A} will travel to Cairo for talks with officials and a strategic dialogue with {B} on trade.": [
        "Meeting Planned: berg haddad",
        "Meeting Planned: berg officials",
    ],
    f"{A} was welcomed at Cairo Airport by {B}.": [],
}


@pytest.mark.parametrize(("words", "expected"), BESIDE.items(), ids=BESIDE)
def test_beside(words: str, expected: list[str]) -> None:
    """Who else met stands in the clause that an encounter hangs in, however it hangs there."""
    assert told(words) == expected


def test_lead_of_a_state() -> None:
    """Officials of a state are no sum of meetings with those of other states."""
    words = f"{A} met Kenyan officials. {A} met Egyptian {B}. {A} met Chilean {C}."

    assert "Meeting Occurred: berg officials" in told(words)


WORDED = {
    f"{A} had an exchange of views with {B}.": [MET],
    f"{A} reviewed bilateral ties with {B} in Oslo.": [MET],
    f"{A} reviewed ties with Egypt.": [],
    f"{A} exchanged views over the phone with {B}.": ["Call Occurred: berg haddad"],
    f"{A} paid a working visit to Cairo and was received by {B}.": [MET],
    f"{A} and {B} will sign it when they meet in Oslo.": ["Meeting Planned: berg haddad"],
}


@pytest.mark.parametrize(("words", "expected"), WORDED.items(), ids=WORDED)
def test_worded(words: str, expected: list[str]) -> None:
    """Views are exchanged and ties reviewed with persons; a clause with "when" shares what is to come."""
    assert told(words) == expected
