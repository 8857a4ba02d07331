"""Descriptions of actors: which nouns describe, how far they reach, whose they are."""

import pytest
from reads import found, parsed

from kg.text.descriptions import Description, find
from kg.vocab import local


def descriptions(text: str) -> list[Description]:
    """Return the descriptions of a text."""
    return list(find(parsed(text), found(text)))


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Return words, class and state of each description."""
    return [(parsed(text)[d.start : d.told].text, local(d.kind), d.state) for d in descriptions(text)]


FOUND = {
    "officials of a state": ("Italian officials agreed.", ("Italian officials", "Group", "ITA")),
    "with adjectives": ("Senior Italian officials agreed.", ("Senior Italian officials", "Group", "ITA")),
    "one official": ("A senior official agreed.", ("senior official", "Person", None)),
    "media": ("Pro-government media reported it.", ("Pro-government media", "Group", None)),
    "side": ("The Italian side agreed.", ("Italian side", "State", "ITA")),
    "government": ("The government of Italy agreed.", ("government of Italy", "State", "ITA")),
    "with a name behind": ("Officials from Italy agreed.", ("Officials from Italy", "Group", "ITA")),
    "without numbers": ("Two Italian companies agreed.", ("Italian companies", "Group", "ITA")),
    "without a possessive": ("His advisers agreed.", ("advisers", "Group", None)),
    "body": ("The trade ministry agreed.", ("trade ministry", "Organization", None)),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_descriptions_are_found(text: str, expected: tuple[str, str, str | None]) -> None:
    """A noun of the table describes an actor of its class, with what stands before it and whose it is."""
    actual = told(text)

    assert actual == [expected]


ABSENT = {
    "other noun": "The talks ended.",
    "noun before a noun": "The company report is long.",
    "verb": "They group the papers.",
    "one of whom many are a group": "A critic spoke.",
}


@pytest.mark.parametrize("text", ABSENT.values(), ids=ABSENT.keys())
def test_other_words_describe_nobody(text: str) -> None:
    """Nouns that the table lacks or lacks in this number, modifiers and verbs describe nobody."""
    actual = [words for words, _, _ in told(text) if words not in {"report"}]

    assert actual == []


DEFINITE = {
    "article": ("The officials agreed.", True),
    "demonstrative": ("These officials agreed.", True),
    "possessive": ("Its officials agreed.", True),
    "nothing": ("Officials agreed.", False),
    "indefinite article": ("An official agreed.", False),
}


@pytest.mark.parametrize(("text", "expected"), DEFINITE.values(), ids=DEFINITE.keys())
def test_definite_descriptions_are_seen(text: str, expected: bool) -> None:
    """A description with "the" or the like may mean one told before."""
    (actual,) = descriptions(text)

    assert actual.is_definite == expected


def test_head_stands_within() -> None:
    """The head is a token of the description, and no article is."""
    (actual,) = descriptions("All the senior officials from Italy agreed.")

    assert actual.start <= actual.head < actual.end
    assert parsed("All the senior officials from Italy agreed.")[actual.start].text == "senior"


GROUPS = {
    "member states of a union": ("EU member states agreed.", "EU member states"),
    "envoys of countries": ("Ambassadors of EU countries agreed.", "Ambassadors of EU countries"),
    "members of a body": ("Members of the Bundestag agreed.", "Members of the Bundestag"),
    "delegation": ("A Kenyan business delegation left.", "Kenyan business delegation"),
    "analysts": ("Western analysts agreed.", "Western analysts"),
}


@pytest.mark.parametrize(("text", "expected"), GROUPS.values(), ids=GROUPS.keys())
def test_groups_are_found(text: str, expected: str) -> None:
    """A collective is found with the words that tell which one it is."""
    actual = next(words for words, kind, _ in told(text) if kind == "Group")

    assert actual == expected
