"""Everyone whom an article tells of: names, state, ownership."""

import pytest
from reads import read

from kg.model import Span
from kg.text.reading import Actor
from kg.vocab import DIP


def actor(text: str, name: str) -> Actor:
    """Return the actor that has a name."""
    return next(a for a in read(text).actors if name in [form for form, _ in a.names])


def test_names_come_with_their_first_place() -> None:
    """Each form of a name has the range where it stands first, the fullest form first."""
    actual = actor("Weber left. Ada Weber slept. Weber woke.", "Weber").names

    assert actual == (("Ada Weber", Span(12, 21)), ("Weber", Span(0, 5)))


def test_actors_come_in_the_order_of_the_text() -> None:
    """Actors and places are sorted by their first mention."""
    actual = [a.names[0][0] for a in read("Ada Weber met John Smith in Milan. Weber left Italy.").actors]

    assert actual == ["Ada Weber", "John Smith", "Milan", "Italy"]


COUNTRIES = {
    "person by office": ("Italian President Ada Weber left.", "Ada Weber", "ITA"),
    "body of the registry": ("The Bundestag agreed.", "Bundestag", "DEU"),
    "outlet of the registry": ("Xinhua reported it.", "Xinhua", "CHN"),
    "body by its name": ("The Ministry of Trade of Italy agreed.", "Ministry of Trade of Italy", "ITA"),
    "group by its words": ("Italian officials agreed.", "Italian officials", "ITA"),
    "place": ("They met in Milan.", "Milan", "ITA"),
    "state": ("Italy agreed.", "Italy", "ITA"),
    "international body": ("NATO agreed.", "NATO", None),
    "person without office": ("Ada Weber left Italy.", "Ada Weber", None),
}


@pytest.mark.parametrize(("text", "name", "expected"), COUNTRIES.values(), ids=COUNTRIES.keys())
def test_actors_lead_to_states(text: str, name: str, expected: str | None) -> None:
    """A person leads to a state by office, a body by the registry or its name, a state to itself."""
    country = actor(text, name).country

    assert (country.registry if country is not None else None) == expected


OWNED = {
    "state-run": ("The state-run Xinhua reported it.", "Xinhua", "state-run"),
    "before the noun": ("State-owned news agency TASS reported it.", "TASS", "State-owned"),
    "any owner": ("The party-owned outlet Xinhua reported it.", "Xinhua", "party-owned"),
    "state": ("Russian state news agency Sputnik reported it.", "Sputnik", "state"),
    "independent": ("The independent Meduza reported it.", "Meduza", "independent"),
    "pro-government": ("Pro-government media reported it.", "Pro-government media", "Pro-government"),
}


@pytest.mark.parametrize(("text", "name", "expected"), OWNED.values(), ids=OWNED.keys())
def test_ownership_is_told(text: str, name: str, expected: str) -> None:
    """Words right before an outlet or its noun tell who runs it, with their exact place."""
    ownership = actor(text, name).ownership

    assert ownership is not None
    words, span = ownership
    assert (words, text[span.start : span.end]) == (expected, expected)


UNOWNED = {
    "members of a party": ("The opposition members left.", "opposition members"),
    "officials of a state": ("The state officials left.", "state officials"),
    "bank": ("The state-run Bank of Italy agreed.", "Bank of Italy"),
    "nothing told": ("Xinhua reported it.", "Xinhua"),
    "other adjective": ("The old Xinhua reported it.", "Xinhua"),
    "of another": ("The state-run bank told Xinhua.", "Xinhua"),
    "person": ("The independent Ada Weber left.", "Ada Weber"),
}


@pytest.mark.parametrize(("text", "name"), UNOWNED.values(), ids=UNOWNED.keys())
def test_ownership_is_not_guessed(text: str, name: str) -> None:
    """Where no word tells who runs a body, nobody is told; a person is run by none."""
    actual = actor(text, name).ownership

    assert actual is None


def test_body_of_an_office_is_an_actor() -> None:
    """A body that is told only as that of an office is among the actors."""
    actual = [a.node.kind for a in read("NATO spokesman John Smith left.").actors]

    assert DIP.Organization in actual
