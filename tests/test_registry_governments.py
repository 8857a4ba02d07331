"""Offices that not every state has: the table is whole, and deputies follow their office."""

import pytest

from kg.registry.governments import COLUMNS, FILE, governments, may_have, only_state
from kg.registry.states import states
from kg.registry.tables import rows
from kg.registry.titles import titles

KEYS = {state.key for state in states()}
OFFICES = {title.office for title in titles()}


def test_offices_are_those_of_the_table_of_titles() -> None:
    """Each row is of a normalised office."""
    actual = governments().keys() - OFFICES

    assert actual == set()


def test_states_are_known() -> None:
    """Each key is one of the table of states."""
    actual = {key for row in governments().values() for key in row.only | row.lack} - KEYS

    assert actual == set()


def test_rows_say_one_thing() -> None:
    """A row lists the states that have an office or those that lack it, not both."""
    actual = [
        row.need("office") for row in rows(FILE, COLUMNS) if bool(row.one("only")) == bool(row.one("lack"))
    ]

    assert actual == []


HAVE = {
    "president of a republic": ("FRA", "president", True),
    "president of a kingdom": ("GBR", "president", False),
    "prime minister": ("JPN", "prime minister", True),
    "no prime minister": ("USA", "prime minister", False),
    "no deputy prime minister": ("USA", "deputy prime minister", False),
    "no vice president": ("ESP", "vice president", False),
    "king": ("ESP", "king", True),
    "no king": ("ITA", "king", False),
    "office of any state": ("ITA", "minister of trade", True),
}


@pytest.mark.parametrize(("state", "office", "expected"), HAVE.values(), ids=HAVE.keys())
def test_states_have_offices(state: str, office: str, expected: bool) -> None:
    """A state has an office unless the table says that it lacks it or others alone have it."""
    actual = may_have(state, office)

    assert actual == expected


ONLY = {
    "one": ("taoiseach", "IRL"),
    "several": ("king", None),
    "all but some": ("president", None),
    "any": ("minister of trade", None),
}


@pytest.mark.parametrize(("office", "expected"), ONLY.values(), ids=ONLY.keys())
def test_one_state_alone_has_an_office(office: str, expected: str | None) -> None:
    """An office that one state alone has tells the state."""
    actual = only_state(office)

    assert actual == expected
