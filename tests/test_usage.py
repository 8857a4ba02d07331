"""Whose name a topic is."""

import pytest

from kg import text
from kg.extract import usage
from kg.model import Article, Claim
from kg.vocab import DIP

SPOKEN = "Azerbaijan and China spoke. "


def told(words: str) -> tuple[Claim, ...]:
    """Return what an article of a few words tells of the use of names."""
    return tuple(c for r in usage.records(text.read(Article("a.txt", words))) for c in r.claims)


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("The Zangezur corridor is an Azerbaijani demand.", "AZE"),
        ("The Belt and Road Initiative is a Chinese project.", "CHN"),
        ("Both want the ‘Zangezur corridor’ — a Baku demand for a road.", "AZE"),
    ],
    ids=["is", "is, of another state", "apposition with a capital"],
)
def test_owner_is_found(words: str, state: str) -> None:
    """A state before such a noun, behind "is" or in apposition, uses the name."""
    claims = told(SPOKEN + words)

    assert [(c.predicate, c.object.registry) for c in claims] == [(DIP.usedBy, state)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "words",
    [
        "Azerbaijan wants the Zangezur corridor.",
        "The Zangezur corridor is a road.",
        "The Zangezur corridor is an Azerbaijani road.",
        "The corridor is an Azerbaijani demand.",
    ],
    ids=["no noun", "no state", "another noun", "no topic of the registry"],
)
def test_nothing_else_is(words: str) -> None:
    """Wanting a thing is not using its name."""
    assert told(SPOKEN + words) == ()


def test_claim_cites_its_sentence() -> None:
    """The claim rests on the sentence that says so, not on the one before."""
    words = SPOKEN + "The Zangezur corridor is an Azerbaijani demand."
    [claim] = told(words)

    assert [words[s.start : s.end] for s in claim.spans] == [
        "The Zangezur corridor is an Azerbaijani demand."
    ]


def test_state_that_the_article_does_not_name_is_left_out() -> None:
    """A demonym alone makes no actor."""
    assert told("The Zangezur corridor is an Azerbaijani demand.") == ()
