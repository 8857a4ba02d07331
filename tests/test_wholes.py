"""When two names of bodies name one, and whose body a name is."""

import pytest
from reads import meant, parsed, read

from kg.text.wholes import are_apart, are_one, core, owner, owning_state

ONE = {
    "order of words": ("Foreign Ministry of Peru", "Peruvian Ministry of Foreign Affairs", True),
    "shorter": ("German Embassy", "German Embassy in Windhoek", True),
    "longer": ("Ministry of Foreign Affairs and Trade", "Ministry of Foreign Affairs", True),
    "noun alone": ("Embassy", "German Embassy", True),
    "noun alone before": ("Ministry of Trade", "Ministry", False),
    "other field": ("Ministry of Trade", "Ministry of Justice", False),
    "other head": ("Trade Commission", "Trade Ministry", False),
    "other state": ("Peruvian Ministry of Trade", "Kenyan Ministry of Trade", False),
    "no noun of a body": ("World Vision", "World Vision", False),
    "much longer": ("Peru Delegation Commits To Strengthen Ties", "Peru Delegation", False),
}


@pytest.mark.parametrize(("later", "before", "expected"), ONE.values(), ids=ONE.keys())
def test_names_of_one_body(later: str, before: str, expected: bool) -> None:
    """Two names are of one body where one has the words of the other and no other state."""
    actual = are_one(core(later), core(before))

    assert actual is expected


APART = {
    "owners": ("Foreign Ministry", "KEN", "Foreign Ministry", "PER", True),
    "owner and name": ("Foreign Ministry", "KEN", "Kenyan Foreign Ministry", None, False),
    "nothing told": ("Foreign Ministry", None, "Kenyan Foreign Ministry", None, False),
    "name of two words": ("South Korean Army", None, "North Korean Army", None, True),
}


@pytest.mark.parametrize(("one", "of", "other", "of_other", "expected"), APART.values(), ids=APART.keys())
def test_states_tell_bodies_apart(
    one: str, of: str | None, other: str, of_other: str | None, expected: bool
) -> None:
    """Bodies of two states are two, also where only a possessive tells the state."""
    actual = are_apart(core(one, owner=of), core(other, owner=of_other))

    assert actual is expected


OWNERS = {
    "state": ("Kenya's Ministry of Trade paid.", "Kenya's", "KEN"),
    "state of two words": ("Sri Lanka's Ministry of Trade paid.", "Sri Lanka's", "LKA"),
    "title": ("The Prime Minister’s Ministry of Trade paid.", "Prime Minister’s", None),
}


@pytest.mark.parametrize(("text", "expected", "key"), OWNERS.values(), ids=OWNERS.keys())
def test_owner_stands_before_a_name(text: str, expected: str, key: str | None) -> None:
    """The possessive before a name tells whose body it is."""
    doc = parsed(text)
    start = next(t.i for t in doc if t.text == "Ministry")
    tokens = owner(doc, start)

    actual = (doc[slice(*tokens)].text if tokens else None, owning_state(doc, start))

    assert actual == (expected, key)


def test_nobody_owns_a_name_without_a_possessive() -> None:
    """A name with no possessive before it has no owner."""
    actual = owner(parsed("The Ministry of Trade paid."), 1)

    assert actual is None


SAME = {
    "other wording": (
        "Peru's foreign ministry paid. The Peruvian Ministry of Foreign Affairs left.",
        "Peruvian Ministry of Foreign Affairs",
        "Peruvian Ministry of Foreign Affairs",
    ),
    "registry": (
        "The Russian Foreign Ministry paid. Russia's foreign ministry left.",
        "foreign ministry",
        "Russian Foreign Ministry",
    ),
    "owner in the name": ("Peru's Cabinet paid.", "Cabinet", "Peru's Cabinet"),
    "hyphen": (
        "The Australia-India Business Council met.",
        "Australia-India Business Council",
        "Australia-India Business Council",
    ),
}


@pytest.mark.parametrize(("text", "words", "expected"), SAME.values(), ids=SAME.keys())
def test_bodies_are_told_by_their_full_names(text: str, words: str, expected: str) -> None:
    """A body has all its names, with its owner's where one stands before it."""
    actual = meant(read(text), words)

    assert actual == [expected]


def test_ministries_of_two_states_are_two() -> None:
    """The same words behind two states are two bodies, each found again."""
    text = "Kenya's trade ministry paid. Peru's trade ministry left. Kenya's trade ministry slept."

    actual = [m.actors[0].key for m in read(text).mentions if m.form == "name" and m.end - m.start == 2]

    assert (actual[0] == actual[2], actual[0] == actual[1]) == (True, False)


GATHERINGS = [
    "The Ada Summit began.",
    "He attended the Lima Security Dialogue.",
    "The Oslo Energy Expo ended.",
]


@pytest.mark.parametrize("text", GATHERINGS)
def test_gatherings_are_no_bodies(text: str) -> None:
    """The name of an occasion is no actor."""
    actual = [m for m in read(text).mentions if m.actors[0].key.startswith("organization")]

    assert actual == []
