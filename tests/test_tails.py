"""What stands behind a title: fields of duty, body, state, and where an envoy is sent."""

import pytest
from reads import found, parsed

from kg.text.tails import Tail, read


def tail(text: str, *, is_of_state: bool = False) -> Tail:
    """Return what stands behind the title that the first token of a text is."""
    return read(parsed(text), found(text), 1, is_of_state=is_of_state)


def told(text: str, *, is_of_state: bool = False) -> tuple[str, str, str | None, str | None]:
    """Return own words, whole phrase, body and state of a title that begins a text."""
    doc, read_tail = parsed(text), tail(text, is_of_state=is_of_state)
    body = doc[slice(*read_tail.body)].text if read_tail.body else None
    return doc[: read_tail.own].text, doc[: read_tail.end].text, body, read_tail.state


STATES = {
    "of a state": ("Minister of Italy left", ("Minister", "Minister of Italy", None, "ITA")),
    "of a state in full": (
        "President of the Italian Republic left",
        ("President", "President of the Italian Republic", None, "ITA"),
    ),
    "to a state": ("Ambassador to Cuba left", ("Ambassador to Cuba", "Ambassador to Cuba", None, None)),
    "of a state to another": (
        "Ambassador of Italy to Cuba left",
        ("Ambassador", "Ambassador of Italy to Cuba", None, "ITA"),
    ),
    "in a capital": ("Consul in Havana left", ("Consul in Havana", "Consul in Havana", None, None)),
    "with a state": ("Minister with Italy left", ("Minister", "Minister", None, None)),
    "embassy of a state": (
        "Head of the U.S. Embassy left",
        ("Head", "Head of the U.S. Embassy", "U.S. Embassy", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), STATES.values(), ids=STATES.keys())
def test_states_are_told(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    """The state behind "of" has the office; that behind "to" or "in" is part of the title's own words."""
    actual = told(text)

    assert actual == expected


BODIES = {
    "known body": ("Spokesman of NATO left", ("Spokesman", "Spokesman of NATO", "NATO", None)),
    "at a known body": ("Adviser to NATO left", ("Adviser", "Adviser to NATO", "NATO", None)),
    "envoy to a known body": ("Envoy to NATO left", ("Envoy to NATO", "Envoy to NATO", None, None)),
    "ministry": (
        "Head of the Ministry of Trade left",
        ("Head", "Head of the Ministry of Trade", "Ministry of Trade", None),
    ),
    "ministry of a state": (
        "Head of the Ministry of Trade of Italy left",
        ("Head", "Head of the Ministry of Trade of Italy", "Ministry of Trade of Italy", None),
    ),
    "department of a ministry": (
        "Head of the Department of Tourism of the Ministry of Trade left",
        (
            "Head",
            "Head of the Department of Tourism of the Ministry of Trade",
            "Department of Tourism of the Ministry of Trade",
            None,
        ),
    ),
    "field and body": (
        "Director for Trade in the Federal Office left",
        ("Director for Trade", "Director for Trade in the Federal Office", "Federal Office", None),
    ),
    "short form": ("Chairman of the OCCI left", ("Chairman", "Chairman of the OCCI", "OCCI", None)),
    "company": (
        "Director of Orbis Ventures left",
        ("Director", "Director of Orbis Ventures", "Orbis Ventures", None),
    ),
    "committee in small letters": (
        "Head of the trade committee left",
        ("Head", "Head of the trade committee", "trade committee", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), BODIES.values(), ids=BODIES.keys())
def test_bodies_are_told(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    """A body is known by the registry, by a word in it, by its capitals, or as a name behind "of"."""
    actual = told(text)

    assert actual == expected


FIELDS = {
    "field": ("Minister of Trade left", "Minister of Trade"),
    "two fields": ("Minister of Trade and Tourism left", "Minister of Trade and Tourism"),
    "list": ("Minister of Trade, Tourism and Sport left", "Minister of Trade, Tourism and Sport"),
    "list with a last comma": (
        "Minister of Trade, Tourism, and Sport left",
        "Minister of Trade, Tourism, and Sport",
    ),
    "for": ("Minister for Rural Roads left", "Minister for Rural Roads"),
    "small letters": ("Minister of rural roads left", "Minister of rural roads"),
    "name behind": ("Minister of Rural Roads Vijitha Herath left", "Minister of Rural Roads"),
    "title behind": ("Minister of Trade and Prime Minister Weber left", "Minister of Trade"),
    "nothing": ("Minister left", "Minister"),
    "end of a sentence": ("Minister. Of Italy he spoke", "Minister"),
}


@pytest.mark.parametrize(("text", "expected"), FIELDS.values(), ids=FIELDS.keys())
def test_fields_are_own_words(text: str, expected: str) -> None:
    """Fields of duty belong to the title's own words, and end where a name begins."""
    own, whole, body, _ = told(text, is_of_state=True)

    assert (own, whole, body) == (expected, expected, None)


def test_own_words_end_within_the_phrase() -> None:
    """A title's own words end no later than its phrase."""
    actual = tail("Minister of Trade of Italy left")

    assert 1 <= actual.own <= actual.end
