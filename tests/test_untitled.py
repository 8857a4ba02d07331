"""Words of titles that are none."""

import pytest
from reads import parsed

from kg.text.untitled import is_given_name, is_part

PARTS = {  # the wording is the token of this index
    "rank": ("Air Chief Marshal Weber left.", 1),
    "body": ("Sovereign Council members left.", 0),
    "short form in brackets": ("The Prime Minister (PM) left.", 4),
    "mandate": ("They met Ada Weber MP in Rome.", 4),
}


@pytest.mark.parametrize(("text", "i"), PARTS.values(), ids=PARTS.keys())
def test_wordings_are_part_of_something_else(text: str, i: int) -> None:
    """A word of a longer rank, of a body's name, or of honours behind a name is no title."""
    actual = is_part(parsed(text), i, 1)

    assert actual


TITLES = {
    "before a name": ("Chief Weber left.", 0),
    "before a body in small letters": ("The chief office left.", 1),
    "mandate before a name": ("They met the MP Ada Weber in Rome.", 3),
}


@pytest.mark.parametrize(("text", "i"), TITLES.values(), ids=TITLES.keys())
def test_titles_are_titles(text: str, i: int) -> None:
    """A title before a name or in small letters stays one."""
    actual = is_part(parsed(text), i, 1)

    assert not actual


GIVEN = {
    "Arabic": ("Dr. Sultan Al Weber left.", 1, True),
    "behind an address": ("They met Mr. Wali Weber.", 3, True),
    "title": ("The Sultan of Oman left.", 1, False),
    "royal address": ("HRH Prince Ada Weber left.", 1, False),
    "other title": ("Minister Weber left.", 0, False),
}


@pytest.mark.parametrize(("text", "i", "expected"), GIVEN.values(), ids=GIVEN.keys())
def test_given_names(text: str, i: int, expected: bool) -> None:
    """Some titles are given names, where a word of address or a particle stands beside them."""
    actual = is_given_name(parsed(text), i, 0)

    assert actual == expected
