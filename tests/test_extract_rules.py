"""By which rule a verb tells of a saying: the words of the frames, naming, opinions, pointing back."""

import pytest
from sayings import marked

from kg.extract import _rules as rules

RULES = {
    "said": ("Peru [said] that it rained.", "say"),
    "as he put it": ("As Liu [put] it, the talks failed.", "say"),
    "was of the view": ("Liu [was] of the view that trade had grown.", "say"),
    "was of the opinion": ("Liu [was] of the opinion that trade had grown.", "say"),
    "hailed": ("Peru [hailed] the pact.", "stress"),
    "anticipates": ("Peru [anticipates] a rise in trade.", "stress"),
    "felicitated": ("Peru [felicitated] Liu Jianchao on his election.", "stress"),
    "lashed out": ("Peru [lashed] out at the pact.", "stress"),
    "ruled out": ("Peru [ruled] out talks.", "stress"),
    "laid emphasis": ("Peru [laid] emphasis on trade.", "stress"),
    "called on somebody to do something": ("Peru [called] on the minister to leave.", "stress"),
    "called it something": ("Peru [called] the pact a mistake.", "stress"),
    "branded it something": ("Peru [branded] the pact “a shame”.", "stress"),
    "lodged a protest": ("Peru [lodged] stern representations with Chile.", "express"),
    "drew criticism": ("The pact [drew] criticism from Chile.", "express"),
    "expressed hope": ("Peru [expressed] hope for peace.", "express"),
    "renewed its call": ("Peru [renewed] its call for peace.", "express"),
    "dismissed criticism": ("Peru [dismissed] the criticism.", "express"),
    "dismissed a claim": ("Peru [dismissed] the claim.", "reject"),
    "denied": ("Peru [denied] the report.", "deny"),
    "quoted as saying": ("Reuters [quoted] Liu as saying that it rained.", "quote"),
}
NONE = {
    "dismissed a person": "Peru [dismissed] the minister.",
    "was of age": "Liu [was] of great age.",
    "denied entry": "Peru [denied] entry to the ship.",
    "received a call": "The minister [received] a phone call from Chile.",
    "paid a call": "Liu [paid] a call on the minister.",
    "took charge": "Liu [took] charge of the ministry.",
    "discussed": "Peru [discussed] the pact.",
    "exchanged views": "Peru [exchanged] views with Chile.",
}


@pytest.mark.parametrize(("words", "expected"), RULES.values(), ids=RULES)
def test_rule(words: str, expected: str) -> None:
    """A verb of saying follows one rule, with the words that it needs beside it."""
    assert rules.rule_of(marked(words)[1]) == expected


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_no_rule(words: str) -> None:
    """Verbs that tell of no saying, or only with other words, follow none."""
    assert rules.rule_of(marked(words)[1]) is None


POINTING = {
    "this was stated": "This was [stated] by Liu.",
    "stated this": "Liu [stated] this at a meeting.",
    "said so": "Liu [said] so on Monday.",
    "made the remarks": "Liu [made] the remarks in Lima.",
    "made these comments": "Liu [made] these comments in Lima.",
}
NOT_POINTING = {
    "a clause": "Liu [said] that it rained.",
    "a noun": "Liu [praised] the pact.",
    "a statement about something": "Liu [made] the statement about wheat.",
    "a statement of a kind": "Liu [made] a statement.",
    "so that": "Liu [said] it rained so that wheat grew.",
}


@pytest.mark.parametrize("words", POINTING.values(), ids=POINTING)
def test_points_back(words: str) -> None:
    """What is said stands before where the verb has only "this" or "the remarks"."""
    assert rules.points_back(marked(words)[1])


@pytest.mark.parametrize("words", NOT_POINTING.values(), ids=NOT_POINTING)
def test_does_not_point_back(words: str) -> None:
    """What is said stands in the sentence itself, or nowhere."""
    assert not rules.points_back(marked(words)[1])


def test_opinion() -> None:
    """The clause of an opinion is known by its head."""
    clause = rules.opinion(marked("Liu [was] of the view that trade had grown.")[1])

    assert clause is not None
    assert clause.text == "grown"


def test_no_opinion() -> None:
    """A view over the sea is none."""
    assert rules.opinion(marked("The house [was] of some age.")[1]) is None


def test_saying_of() -> None:
    """The second verb of "quoted as saying" is the one that has the content."""
    verb = rules.saying_of(marked("Reuters [quoted] Liu as saying that it rained.")[1])

    assert verb is not None
    assert verb.text == "saying"
