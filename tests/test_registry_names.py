"""Rows are found by the forms of their names as news write them."""

import pytest

from kg.registry.names import index

FORMS = {
    "USA": ("United States", "US", "U.S."),
    "TUR": ("Türkiye", "Turkey"),
    "GMB": ("Gambia", "The Gambia"),
    "CIV": ("Côte d'Ivoire",),
    "COG": ("Congo",),
    "COD": ("Congo",),
    "PAPER": ("The Harbour",),
    "LAW": ("law of the sea",),
}
NAMES = index(FORMS, FORMS.__getitem__)


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("United States", "USA"),
        ("the United States", "USA"),
        ("The United States", "USA"),
        ("UNITED STATES", "USA"),
        ("THE UNITED STATES", "USA"),
        ("United  States", "USA"),
        ("United\u00a0States", "USA"),
        ("US", "USA"),
        ("the US", "USA"),
        ("Turkiye", "TUR"),
        ("TURKEY", "TUR"),
        ("The Gambia", "GMB"),
        ("Côte d’Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("the Harbour", "PAPER"),
        ("law of the sea", "LAW"),
        ("Law of the Sea", "LAW"),
    ],
)
def test_found(form: str, key: str) -> None:
    """A form is found whatever its article, apostrophe, spaces, accents and capitals."""
    assert NAMES.get(form) == key


@pytest.mark.parametrize(
    "form", ["us", "Us", "turkey", "united states", "Harbour", "harbour", "the", "The", "", " "]
)
def test_not_found(form: str) -> None:
    """A pronoun, a bird, a form that lacks its own article, and nothing at all are no names."""
    assert NAMES.get(form) is None
    assert NAMES.all(form) == ()


def test_ambiguous() -> None:
    """A form of two rows gives neither alone, and both in the order of the table."""
    assert NAMES.get("Congo") is None
    assert NAMES.all("the Congo") == ("COG", "COD")


def test_repeated_forms() -> None:
    """A row that has one form twice has it once."""
    assert index(["a"], lambda _: ("Aa", "Aa", "AA")).all("Aa") == ("a",)


def test_forms() -> None:
    """All forms are told, the longest first."""
    assert NAMES.forms()[:3] == ("law of the sea", "Côte d'Ivoire", "United States")
    assert NAMES.forms()[-1] == "US"
