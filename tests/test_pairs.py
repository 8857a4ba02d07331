"""Pairs of states that a hyphen joins before a noun."""

import pytest

from kg.text import gazetteer, pairs
from tests.reads import parsed, read


def _keys(text: str) -> list[tuple[str, ...]]:
    doc = parsed(text)
    return [p.keys for p in pairs.find(doc, gazetteer.hits(doc))]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The U.S.-Japan treaty was signed.", [("USA", "JPN")]),
        ("The Kuwaiti-Ethiopian memorandum was signed.", [("KWT",), ("ETH",)]),
        ("The Franco-German treaty was signed.", [("FRA",), ("DEU",)]),
        ("Sino-Indian talks were held.", [("CHN",), ("IND",)]),
        ("The EU-Turkish statement was issued.", [("TUR",)]),
    ],
)
def test_a_pair_names_its_states(text: str, keys: list[tuple[str, ...]]) -> None:
    """Names, peoples' names and their short forms before a noun of states stand for the states."""
    assert _keys(text) == keys


@pytest.mark.parametrize(
    "text",
    [
        "The Irish-American lawyer spoke.",
        "The Indo-Pacific summit was held.",
        "Franco spoke of the treaty.",
        "A non-Russian agreement was signed.",
        "The ill-fated Norwegian treaty failed.",
    ],
)
def test_other_hyphens_name_no_pair(text: str) -> None:
    """A person's descent, a region and a single state are no pair."""
    assert _keys(text) == []


def test_a_pair_is_two_parties() -> None:
    """The states of a pair are meant where it stands."""
    reading = read("The U.S.-Japan treaty was signed in 1960.")
    found = [n.registry for m in reading.mentions for n in m.actors]

    assert found == ["USA", "JPN"]


@pytest.mark.parametrize("name", ["Ukraine Association Agreement", "U.S.-Chile Trade Pact"])
def test_a_treaty_is_no_actor(name: str) -> None:
    """What the language model takes for a body is none where a treaty's noun ends the name."""
    reading = read(f"Envoys of Norway praised the {name}.")

    assert [n for m in reading.mentions for n in m.actors if name.casefold() in n.key] == []
