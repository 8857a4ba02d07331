"""What an instrument is about, and whether a plural means one for each theme."""

import pytest
from sayings import marked

from kg.extract import _nouns, _themes
from kg.text.reading import Reading


def themes(words: str) -> list[str]:
    """Return what the marked noun is about."""
    reading, noun = marked(words)
    assert isinstance(reading, Reading)
    return [t.text for t in _themes.about(reading, noun, _nouns.enacting(noun))]


TOPICS = {
    "on": ("They signed a [treaty] on fishing.", ["fishing"]),
    "several": ("They signed a [treaty] on trade, fishing and health.", ["trade", "fishing", "health"]),
    "on the making of": ("They signed a [treaty] on the establishment of a partnership.", ["partnership"]),
    "in the field of": ("They signed a [treaty] in the field of health.", ["health"]),
    "behind the rest of a name": ("They signed a [memorandum] of understanding on trade.", ["trade"]),
    "covering": ("They signed [treaties] covering trade and health.", ["trade", "health"]),
    "concerning": ("[Treaties] concerning trade and health were praised.", ["trade", "health"]),
    "behind an adjunct": ("They signed [treaties] in Lima, covering trade and health.", ["trade", "health"]),
    "fields as examples": ("They signed [treaties] in various fields of trade and health.", []),
    "a day": ("They signed a [treaty] on Monday.", []),
    "years": ("They signed a [treaty] for 2024.", []),
    "a place": ("They signed a [treaty] in Lima.", []),
}


@pytest.mark.parametrize(("words", "expected"), TOPICS.values(), ids=TOPICS)
def test_about(words: str, expected: list[str]) -> None:
    """What an instrument is about stands after "on" and its like, each topic by itself; days do not."""
    assert themes(words) == expected


@pytest.mark.parametrize(
    ("words", "number", "expected"),
    [
        ("They signed [treaties] on trade and health.", 2, True),
        ("They signed two [treaties] on trade and health.", 2, True),
        ("They signed 12 [treaties] on trade and health.", 2, True),
        ("They signed two [treaties] on trade, health and culture.", 3, False),
    ],
)
def test_a_plural_is_parted_as_far_as_its_number_goes(words: str, number: int, expected: bool) -> None:
    """Two treaties on three matters are not three."""
    assert _themes.is_apart(marked(words)[1], number) == expected
