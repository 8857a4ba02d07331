"""Lists of common words are whole, and a list that is missing is named."""

import pytest

from kg.errors import RegistryError
from kg.registry.tables import preface, rows
from kg.registry.words import COLUMNS, FILE, words

LISTS = [row.need("list") for row in rows(FILE, COLUMNS)]


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_words(name: str) -> None:
    """Each list has words, and each word is one without space around it."""
    actual = words(name)

    assert actual
    assert all(word == word.strip() for word in actual)


def test_lists_are_told() -> None:
    """The head of the table says edition and licence, and what each column holds."""
    actual = " ".join(preface(FILE))

    assert "CC0 1.0" in actual
    assert "list:" in actual
    assert "words:" in actual


def test_missing_list_is_named() -> None:
    """A list that the table lacks is an error that names it."""
    with pytest.raises(RegistryError, match=r"words\.tsv: expected a list 'fish', found none"):
        words("fish")


def test_short_forms_at_an_end_are_short_forms() -> None:
    """What may end a sentence all the same is a short form or an initial with several stops."""
    actual = {word for word in words("short form at an end") if "." not in word}

    assert actual <= words("short form")
