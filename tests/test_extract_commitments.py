"""Commitments to an act: what is promised, by whom, and how much of it is concrete."""

import pytest
from sayings import marked

from kg.extract import _commitments
from kg.extract._instrument import Instrument


def found(words: str) -> Instrument | None:
    """Return the commitment of the marked verb."""
    reading, verb = marked(words)
    sentence = reading.sentence(verb.i)
    assert sentence is not None
    return _commitments.find(reading, verb, sentence)


ACTS = {
    "an act": ("Norway and Kenya [agreed] to open a school.", ["open a school"]),
    "two acts": (
        "Norway and Kenya [agreed] to open a school and to train nurses.",
        ["open a school", "train nurses"],
    ),
    "a noun of an act": (
        "Norway and Kenya [agreed] on the release of detainees.",
        ["the release of detainees"],
    ),
    "committed": ("Norway [committed] to train nurses for Kenya.", ["train nurses for Kenya"]),
}


@pytest.mark.parametrize(("words", "acts"), ACTS.values(), ids=ACTS)
def test_acts(words: str, acts: list[str]) -> None:
    """Each act that is agreed to has its own words; an act may be told by a noun."""
    made = found(words)
    assert made is not None
    text = made.trigger.doc.text

    assert [text[a.start : a.end] for a in made.acts] == acts


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Norway and Kenya [agreed] to open a school.", True),
        ("Norway and Kenya [agreed] to deepen ties and to open a school.", True),
        ("Norway and Kenya [agreed] to increase trade to $5 billion.", True),
        ("Norway and Kenya [agreed] to increase trade.", False),
        ("Norway and Kenya [agreed] to continue their dialogue.", False),
    ],
)
def test_concrete(words: str, expected: bool) -> None:
    """Ties to be deepened hold nobody to anything; a school, or a figure, does."""
    made = found(words)
    assert made is not None

    assert made.is_concrete == expected


@pytest.mark.parametrize(
    "words",
    [
        "Norway and Kenya [agreed] on the importance of trade.",
        "Norway and Kenya [agreed] that trade matters.",
        "They [agreed] to open a school.",
        "Norway and Kenya did not [agree] to open a school.",
    ],
)
def test_no_commitment(words: str) -> None:
    """A shared view, an unknown subject and a refusal are no commitment."""
    assert found(words) is None
