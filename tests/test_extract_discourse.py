"""Events told in the first and second person: whose turn, post or quotation it is, and who is addressed."""

import datetime as dt

import pytest

from kg import text
from kg.extract import _discourse, events
from kg.model import Article, Node, Record
from kg.vocab import DIP, local

THURSDAY = dt.date(2025, 4, 3)
ROLES = ("host", "visitor", "participant", "place")
KREMLIN = """Meeting with President of Mongolia Ukhnaagiin Khurelsukh

President of Russia Vladimir Putin: Hello, Mr President. {0}

President of Mongolia Ukhnaagiin Khurelsukh: Thank you, Mr President. {1}
"""
PRESS = """Secretary Marco Rubio and Polish Foreign Minister Radoslaw Sikorski at a Press Availability

SECRETARY RUBIO: Good afternoon, everyone. {0}

FOREIGN MINISTER SIKORSKI: Thank you, Marco. {1}

QUESTION: Mr. Secretary, did you visit Riyadh?

SECRETARY RUBIO: {2}
"""
BOTH = "participant ukhnaagiin khurelsukh, participant vladimir putin"
ENVOYS = "participant marco rubio, participant radoslaw sikorski"


def records(words: str, publisher: str | None = None) -> tuple[Record, ...]:
    """Return the events of an article of a few words, published on a Thursday."""
    return events.records(text.read(Article("a.txt", words, published=THURSDAY, publisher=publisher)))


def told(words: str, publisher: str | None = None) -> list[str]:
    """Return the events of a text, each as its class, its roles in the order of names, and its status."""
    return [_shown(r) for r in records(words, publisher)]


def _shown(record: Record) -> str:
    roles = [
        f"{role} {c.object.registry or c.object.key.partition(':')[2]}"
        for role in ROLES
        for c in sorted(record.claims, key=lambda c: str(c.object))
        if c.predicate == DIP[role] and isinstance(c.object, Node)
    ]
    status = next(local(str(c.object)) for c in record.claims if c.predicate == DIP.status)
    return f"{local(record.node.kind)}: {', '.join(roles)} {status}"


TURNS = {
    "you and I": ("You and I met in Beijing last year.", "", [f"Meeting: {BOTH}, place beijing Occurred"]),
    "we two": ("We spoke on the telephone recently.", "", [f"Call: {BOTH} Occurred"]),
    "the guest's own visit": (
        "",
        "I visited Kazan.",
        ["Visit: visitor ukhnaagiin khurelsukh, place kazan Occurred"],
    ),
    "we travel apart": (
        "",
        "We arrived in Kazan.",
        ["Visit: visitor ukhnaagiin khurelsukh, place kazan Occurred"],
    ),
    "a third": (
        "",
        "Yesterday we met with Minister Jonas Berg.",
        ["Meeting: participant jonas berg, participant ukhnaagiin khurelsukh Occurred"],
    ),
    "my visit": (
        "I remember my visit to Ulaanbaatar.",
        "",
        ["Visit: visitor vladimir putin, place ulaanbaatar Occurred"],
    ),
    "the conversation under way": ("I am glad to welcome you. In our talks we will discuss trade.", "", []),
    "thanks for it": ("", "Thank you for receiving me.", []),
    "one whom a quotation lets speak": ("Pushkin wrote: “I met Minister Jonas Berg.”", "", []),
}


@pytest.mark.parametrize(("first", "second", "expected"), TURNS.values(), ids=TURNS)
def test_turns_of_two_officials(first: str, second: str, expected: list[str]) -> None:
    """In a transcript "I" is whose turn it is, "you" the other, "we" both but where others are named."""
    assert told(KREMLIN.format(first, second)) == expected


PRESS_CASES = {
    "both": (("We had a good meeting.", "", ""), [f"Meeting: {ENVOYS} Occurred"]),
    "after questions": (("", "", "We met in Munich."), [f"Meeting: {ENVOYS}, place munich Occurred"]),
    "plan": (
        ("I will travel to Brussels.", "", ""),
        ["Visit: visitor marco rubio, place brussels Planned"],
    ),
    "denied": (("", "I did not meet Minister Jonas Berg.", ""), []),
    "you of the press": (("", "", "I met you in Riyadh."), []),
}


@pytest.mark.parametrize(("said", "expected"), PRESS_CASES.values(), ids=PRESS_CASES)
def test_press_conference_of_two(said: tuple[str, str, str], expected: list[str]) -> None:
    """Before the press "we" are both principals, while "you" may be who asked."""
    assert told(PRESS.format(*said)) == expected


QUOTED = {
    "I": (
        "“I met Minister Jonas Berg,” President Maria Silva said.",
        ["Meeting: participant jonas berg, participant maria silva Occurred"],
    ),
    "my talks": (
        "“My talks with Minister Jonas Berg were frank,” President Maria Silva said.",
        ["Meeting: participant jonas berg, participant maria silva Occurred"],
    ),
    "we, told to one": (
        "President Maria Silva told Minister Jonas Berg: “We met in Geneva.”",
        ["Meeting: participant jonas berg, participant maria silva, place geneva Occurred"],
    ),
    "a spokesperson's state": (
        "“We held talks with Oman,” Chinese Foreign Ministry spokesperson Mao Ning said.",
        ["Meeting: participant CHN, participant OMN Occurred"],
    ),
    "talks without I": (
        '"Had a productive meeting with Minister Jonas Berg," President Maria Silva wrote on X.',
        ["Meeting: participant jonas berg, participant maria silva Occurred"],
    ),
    "pleasure without I": (
        '"Pleased to receive Minister Jonas Berg today," President Maria Silva wrote on X.',
        ["Meeting: participant jonas berg, participant maria silva Occurred"],
    ),
    "another's meeting": (
        '"Ruiz had a meeting with Minister Jonas Berg," President Maria Silva wrote on X.',
        ["Meeting: participant jonas berg, participant ruiz Occurred"],
    ),
    "what goes on": ("“Our talks with Oman continue,” President Maria Silva said.", []),
    "condition": ("“If I meet Minister Jonas Berg, I will tell him,” President Maria Silva said.", []),
    "one of no office": ("“I met Minister Jonas Berg,” a trader, Ahmad Zaki, said.", []),
    "nobody known": ("“I met Minister Jonas Berg.”", []),
}


@pytest.mark.parametrize(("words", "expected"), QUOTED.values(), ids=QUOTED)
def test_quotations(words: str, expected: list[str]) -> None:
    """Within quotation marks the official who says the words is "I", a spokesperson's "we" are his state."""
    assert told(words) == expected


def test_signed_statement_of_a_minister() -> None:
    """An official text in the first person tells of who signs it."""
    words = "My week\n\nI met with Minister Jonas Berg in Oslo.\n\nForeign Minister Samuel Ablakwa\n"
    expected = ["Meeting: participant jonas berg, participant samuel ablakwa, place oslo Occurred"]
    assert told(words, "Ministry of Foreign Affairs of Ghana") == expected


def test_reading_without_speaker_is_the_same() -> None:
    """Where nobody speaks a reading is given back as it is."""
    reading = text.read(Article("a.txt", "I met Minister Jonas Berg.", published=THURSDAY))
    assert _discourse.spoken(reading) is reading
