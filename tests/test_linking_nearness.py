"""Names near one of ours are found among many."""

import pytest

from kg.linking.nearness import MOST, Listed, heard, near
from kg.matching import Profile

NAMES = {
    "Q1": "Ceyhun Bayramov",
    "Q2": "Джейхун Байрамов",
    "Q3": "Jeyhun Mammadov",
    "Q4": "Zhang Guodong",
    "Q5": "Muhammad Al-Jubeir",
}


def found(*names: str) -> tuple[str, ...]:
    """Return the items near a person of these names."""
    listed = [Listed(item, name) for item, name in NAMES.items()]
    return tuple(near(Profile(names), heard(listed)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jeyhun Bayramov", ("Q2", "Q1")),
        ("Ceihun Bayramow", ("Q1", "Q2")),
        ("Chang Kuo-tung", ("Q4",)),
        ("Mohammad Jubeir", ("Q5",)),
        ("Mohamed Jubair", ()),
        ("Anna Holm", ()),
        ("Bayramov", ()),
        ("", ()),
        ("!?", ()),
    ],
)
def test_near(name: str, expected: tuple[str, ...]) -> None:
    """Other letters, habits, systems and a differing vowel are near; who shares one word alone is not."""
    assert found(name) == expected


def test_the_nearest_come_first() -> None:
    """They stand by likeness, each once, and are not endlessly many."""
    many = [Listed(f"Q{n}", "Ceyhun Bayramow") for n in range(10, 90)]
    names = [*many, Listed("Q5", "Ceyhun Bayramow"), Listed("Q1", "Ceyhun Bayramov")]
    items = tuple(near(Profile(("Ceyhun Bayramov",)), heard([*names, *names])))

    assert (items[:3], len(items)) == (("Q1", "Q5", "Q10"), MOST)
