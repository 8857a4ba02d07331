"""Wordings of titles: the longest at a token, in the singular and the plural."""

import pytest
from reads import parsed

from kg.text.wordings import longest_plural, longest_title, modifiers

FOUND = {
    "one word": ("Minister Weber", ("minister", 1)),
    "longest": ("Prime Minister Weber", ("prime minister", 2)),
    "small letters": ("prime minister Weber", ("prime minister", 2)),
    "in full": ("Minister of Foreign Affairs Weber", ("minister of foreign affairs", 4)),
    "turned": ("Foreign Minister Weber", ("minister of foreign affairs", 2)),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_longest_title_is_found(text: str, expected: tuple[str, int]) -> None:
    """Of the titles that begin at a token the longest is found, as its normalised office."""
    match = longest_title(parsed(text), 0)

    assert match is not None
    assert (match[0].office, match[1]) == expected


@pytest.mark.parametrize("text", ["Weber met", "Ministry of Trade", "Ministers met"])
def test_other_words_are_no_titles(text: str) -> None:
    """A name, a body and a plural are no title in the singular."""
    actual = longest_title(parsed(text), 0)

    assert actual is None


PLURALS = {
    "one word": ("Ministers Weber and Okafor", ("minister", 1)),
    "last word": ("Prime Ministers Weber and Okafor", ("prime minister", 2)),
    "before of": ("Ministers of Foreign Affairs Weber and Okafor", ("minister of foreign affairs", 4)),
    "y becomes ies": ("State Secretaries Weber and Okafor", ("state secretary", 2)),
}


@pytest.mark.parametrize(("text", "expected"), PLURALS.values(), ids=PLURALS.keys())
def test_plurals_are_found(text: str, expected: tuple[str, int]) -> None:
    """The word that heads a title may stand in the plural."""
    match = longest_plural(parsed(text), 0)

    assert match is not None
    assert (match[0].office, match[1]) == expected


def test_modifiers_are_single_words() -> None:
    """Modifiers come word by word."""
    actual = modifiers()

    assert {"former", "deputy", "first"} <= actual
    assert not any(" " in word for word in actual)
