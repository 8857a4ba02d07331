"""Facets as pages show them: links that narrow, and take back."""

import pytest
from flask import Flask
from pyroaring import BitMap

from kg.store.facets import Aspect, Count
from kg.store.finding import Asked
from kg.vocab import DIP
from kg.web import choices


def count(facet: str, value: str, number: int, term: str = "") -> Count:
    """Return how much a value holds for."""
    return Count(Aspect(facet, value, term or value, value.capitalize(), BitMap()), number)


@pytest.fixture
def asked() -> Asked:
    """Return a search for a word within one state."""
    return Asked("port & sea", 50, {"state": frozenset({"belmark"})})


COUNTS = (
    count("class", "meeting", 3, str(DIP.Meeting)),
    count("class", "visit", 9, str(DIP.Visit)),
    count("state", "ardenia", 5),
    count("state", "belmark", 2),
    count("outlet", "post", 4),
    *(count("year", str(year), year % 7) for year in range(2000, 2080)),
)


def test_facets_stand_in_their_order(app: Flask, asked: Asked) -> None:
    """A facet with one value alone, which is not chosen, tells nothing and is left out."""
    with app.test_request_context():
        assert [each.name for each in choices.facets(COUNTS, asked)] == ["class", "state", "year"]


def test_most_stand_first(app: Flask, asked: Asked) -> None:
    """What holds for most is first, but for what is chosen; years stand from the latest."""
    with app.test_request_context():
        kinds, states, years = choices.facets(COUNTS, asked)

    assert [each.label for each in kinds.choices] == ["visit", "meeting"]
    assert [(each.label, each.is_chosen) for each in states.choices] == [
        ("Belmark", True),
        ("Ardenia", False),
    ]
    assert [each.label for each in years.choices][:2] == ["2079", "2078"]
    assert len(years.choices) == choices.SHOWN
    assert len(years.choices) + len(years.others) == choices.MOST


def test_links_narrow_and_take_back(app: Flask, asked: Asked) -> None:
    """A link keeps the words and what else is chosen, and changes one value."""
    with app.test_request_context():
        kinds, states, _ = choices.facets(COUNTS, asked)

    assert kinds.choices[0].link == "/search?q=port+%26+sea&state=belmark&class=visit"
    assert states.choices[0].link == "/search?q=port+%26+sea"
    assert states.choices[1].link == "/search?q=port+%26+sea&state=belmark&state=ardenia"


def test_chosen_values_are_told_apart(app: Flask, asked: Asked) -> None:
    """Each value that is chosen is told once, above what is found."""
    with app.test_request_context():
        assert [each.label for each in choices.chosen(COUNTS, asked)] == ["Belmark"]


def test_address_of_a_search() -> None:
    """An address is the same in whatever order values were chosen."""
    one = Asked("x", 5, {"year": frozenset({"2031", "2030"}), "class": frozenset({"visit"})})

    assert choices.query(one) == "q=x&class=visit&year=2030&year=2031"
