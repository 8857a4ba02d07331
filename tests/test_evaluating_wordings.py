"""Names are compared by their words alone; titles are alike where they share half of them."""

import pytest

from kg.evaluating.wordings import are_alike, plain

PLAIN = {
    "case": ("XI Jinping", "xi jinping"),
    "article": ("The United States", "united states"),
    "another article": ("an embassy", "embassy"),
    "article alone": ("The", "the"),
    "article within": ("Bank of the South", "bank of the south"),
    "possessive": ("China's", "china"),
    "curly possessive": ("Azerbaijan’s", "azerbaijan"),
    "possessive of a plural": ("the Emirates’ envoy", "emirates envoy"),
    "mark within a name": ("N'Djamena", "ndjamena"),
    "name of one letter before s": ("O's", "o"),
    "line break": ("Ministry of\nForeign  Affairs", "ministry of foreign affairs"),
    "marks": ("U.S.-Japan (Treaty)", "u s japan treaty"),
    "letters that fold": ("Straße", "strasse"),
    "another script": ("Россия", "россия"),
    "no letters": ("“…”", ""),
}


@pytest.mark.parametrize(("name", "expected"), PLAIN.values(), ids=PLAIN.keys())
def test_plain(name: str, expected: str) -> None:
    """A name is left with its words alone."""
    assert plain(name) == expected


ALIKE = {
    "same": ("President", "president", True),
    "small words": ("Minister of Foreign Affairs", "Minister for Foreign Affairs", True),
    "half of all": ("Deputy Foreign Minister", "Foreign Minister of State", True),
    "less than half": ("Deputy Foreign Minister", "Minister of Finance", False),
    "one of three": ("Minister", "Prime Minister Designate", True),
    "one of four": ("Minister", "First Deputy Prime Minister", False),
    "nothing in common": ("President", "Prime Minister", False),
    "small words alone": ("of the", "The Of", True),
    "no words": ("…", "President", False),
}


@pytest.mark.parametrize(("one", "other", "expected"), ALIKE.values(), ids=ALIKE.keys())
def test_are_alike(one: str, other: str, expected: bool) -> None:
    """It does not matter which of the two comes first."""
    assert are_alike(one, other) is expected
    assert are_alike(other, one) is expected
