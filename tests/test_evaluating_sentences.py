"""Two places agree where half of the sentences that either touches are touched by both."""

import pytest

from kg.evaluating.sentences import Sentences, exact, near
from kg.model import Span

ONE, TWO, THREE, FOUR = (
    "The first one is here.",
    "A second one follows it.",
    "Then the third.",
    "And so it ends.",
)
TEXT = f"{ONE} {TWO} {THREE} {FOUR}"


def at(words: str) -> tuple[Span, ...]:
    """Return the place of words in the text."""
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (ONE, ONE, 1.0),
        (ONE, f"{ONE} {TWO}", 0.5),
        (ONE, f"{ONE} {TWO} {THREE}", 0.0),
        (ONE, TWO, 0.0),
        (ONE, "first", 0.0),
        (ONE, "first one is here", 1.0),
        (f"{ONE} {TWO}", ONE, 0.5),
        (f"{ONE} {TWO} {THREE}", TWO, 2 / 3),
        (TEXT, ONE, 0.625),
    ],
    ids=[
        "same",
        "two for one",
        "a paragraph",
        "another",
        "scrap",
        "most of it",
        "half",
        "of three",
        "of four",
    ],
)
def test_likeness(gold: str, found: str, expected: float) -> None:
    """A whole article and a few letters agree with nothing; a part of a long record does."""
    assert Sentences(TEXT).likeness(at(gold), at(found)) == pytest.approx(expected)


def test_best_pair() -> None:
    """Of several places those that agree best count; of none, nothing."""
    sentences = Sentences(TEXT)

    assert sentences.likeness((*at(ONE), *at(THREE)), (*at(TWO), *at(THREE))) == 1.0
    assert sentences.likeness((), at(ONE)) == 0.0


def test_touched() -> None:
    """A sentence of which a range has a few letters is not touched; blank lines and marks end one."""
    assert Sentences(TEXT).touched(at(f"here. {TWO} Then")[0]) == {1}
    assert Sentences("No full stop\n\nNext line is one of its own").touched(Span(14, 30)) == {1}
    assert Sentences("He said “Go.” They went to the town.").touched(Span(14, 30)) == {1}
    assert Sentences("Approx. half of them went.").touched(Span(8, 26)) == {0}


def test_places() -> None:
    """Each place of words is found, marks of patterns stand for themselves."""
    assert Sentences("a.b a.b axb").places("a.b") == (Span(0, 3), Span(4, 7))


@pytest.mark.parametrize(
    ("one", "other", "by_longer", "by_shorter"),
    [
        (Span(0, 10), Span(0, 10), 1.0, 2.0),
        (Span(0, 10), Span(5, 25), 0.25, 0.75),
        (Span(0, 10), Span(6, 16), 0.4, 0.0),
        (Span(0, 10), Span(0, 61), 10 / 61, 0.0),
        (Span(0, 10), Span(20, 30), 0.0, 0.0),
    ],
    ids=["same", "half of the shorter", "less than half", "paragraph", "apart"],
)
def test_characters(one: Span, other: Span, by_longer: float, by_shorter: float) -> None:
    """Points of agreements agree by their characters, from half of the shorter on."""
    assert exact([one], [other]) == pytest.approx(by_longer)
    assert near([one], [other]) == pytest.approx(by_shorter)
