"""Well-known persons: the table is whole, and tells a state or body where one alone fits."""

from collections import Counter

import pytest

from kg.registry.leaders import COLUMNS, FILE, leaders, leads, speaks_for
from kg.registry.organisations import organisation_keys
from kg.registry.states import states
from kg.registry.tables import rows

KEYS = {state.key for state in states()} | organisation_keys().keys()


def test_rows_are_of_known_states_and_bodies() -> None:
    """Each row is of a key of the tables of states or of organisations."""
    actual = {each.of for each in leaders()} - KEYS

    assert actual == set()


def test_no_cell_has_a_name_twice() -> None:
    """A name stands once in each cell."""
    names = ((row.need("of"), c, n) for row in rows(FILE, COLUMNS) for c in COLUMNS[1:] for n in row.many(c))
    actual = [each for each, count in Counter(names).items() if count > 1]

    assert actual == []


LEADS = {
    "head of state": ("Emmanuel Macron", "HeadOfState", "FRA", True),
    "foreign minister": ("Hakan Fidan", "Minister", "TUR", True),
    "head as minister": ("Emmanuel Macron", "Minister", "FRA", False),
    "other state": ("Emmanuel Macron", "HeadOfState", "DEU", False),
    "surname alone": ("Macron", "HeadOfState", "FRA", False),
    "rank that no column has": ("Emmanuel Macron", "Envoy", "FRA", False),
}


@pytest.mark.parametrize(("name", "rank", "of", "expected"), LEADS.values(), ids=LEADS.keys())
def test_names_lead(name: str, rank: str, of: str, expected: bool) -> None:
    """A full name leads a state in the office that the table lists it for."""
    actual = leads(name, rank, of)

    assert actual == expected


ASIA = {"CHN", "KOR", "PRK", "JPN", "VNM"}
TOLD = {
    "full name": ("Emmanuel Macron", "HeadOfState", {"FRA", "DEU"}, "FRA"),
    "surname": ("Macron", "HeadOfState", {"FRA", "DEU"}, "FRA"),
    "surname first": ("Xi", "HeadOfState", ASIA, "CHN"),
    "given name that news use": ("Ranil", "HeadOfState", {"LKA"}, "LKA"),
    "with initials": ("Joseph R. Biden, Jr.", "HeadOfState", {"USA"}, "USA"),
    "with accents or without": ("Recep Tayyip Erdoğan", "HeadOfState", {"TUR"}, "TUR"),
    "with particles": ("Abdel Fattah Al-Sisi", "HeadOfState", {"EGY", "SDN"}, "EGY"),
    "head of government": ("Kishida", "HeadOfGovernment", ASIA, "JPN"),
    "foreign minister": ("Lavrov", "Minister", {"RUS", "USA"}, "RUS"),
    "other office by the full name": ("Jake Sullivan", "Official", {"USA", "JPN"}, "USA"),
    "body": ("von der Leyen", "HeadOfState", {"european-commission"}, "european-commission"),
    "state not named": ("Macron", "HeadOfState", {"DEU"}, None),
    "other office by one word": ("Sullivan", "Official", {"USA"}, None),
    "office of another kind": ("Macron", "HeadOfGovernment", {"FRA"}, None),
    "two states fit": ("Kim", "HeadOfState", {"KOR", "PRK"}, None),
    "nobody known": ("Ada Weber", "HeadOfState", {"FRA"}, None),
    "word within a name": ("Manuel", "HeadOfState", {"MEX"}, None),
    "no name": ("J.", "HeadOfState", {"FRA"}, None),
}


@pytest.mark.parametrize(("name", "rank", "among", "expected"), TOLD.values(), ids=TOLD.keys())
def test_name_tells_the_state_or_body(name: str, rank: str, among: set[str], expected: str | None) -> None:
    """A name with its rank tells whose office it is, if one of those that may be meant fits."""
    actual = speaks_for(name, rank, among)

    assert actual == expected
