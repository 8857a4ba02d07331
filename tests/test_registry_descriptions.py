"""Nouns that describe actors: each of a class of the ontology, in one number or both."""

import pytest

from kg.registry.descriptions import FILE, Description, descriptions
from kg.registry.tables import preface
from kg.vocab import DIP, TERMS

CLASSES = {"Person", "State", "Organization", "Group"}


@pytest.mark.parametrize("row", descriptions().values(), ids=lambda row: row.head)
def test_nouns_describe_actors(row: Description) -> None:
    """Each noun describes an actor in the singular, the plural, or both."""
    actual = {row.singular, row.plural} - {None}

    assert actual
    assert actual <= CLASSES


def test_classes_are_of_the_ontology() -> None:
    """Each class of the table is one of the ontology."""
    actual = [name for name in CLASSES if (DIP[name], None, None) not in TERMS]

    assert actual == []


ROWS = {
    "official": Description("official", "Person", "Group"),
    "minister": Description("minister", None, "Group"),
    "ministry": Description("ministry", "Organization", "Group"),
}


@pytest.mark.parametrize(("noun", "expected"), ROWS.items(), ids=ROWS.keys())
def test_nouns_are_found(noun: str, expected: Description) -> None:
    """A noun is found by its lemma; a number in which it describes nobody is unknown."""
    actual = descriptions()[noun]

    assert actual == expected


def test_table_is_told() -> None:
    """The head of the table says edition, licence and date."""
    actual = " ".join(preface(FILE))

    assert all(word in actual for word in ("edition", "licence", "date"))
