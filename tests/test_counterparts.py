"""Counterparts hold the office of the other, in the state told with them."""

import pytest
from reads import meant, offices, read

MET = "Italian Foreign Minister Ada Weber met"
HELD = {
    "right before the name": (f"{MET} her Peruvian counterpart John Smith.", "Foreign Minister", "PER"),
    "in apposition": (f"{MET} her Peruvian counterpart, John Smith, in Lima.", "Foreign Minister", "PER"),
    "with possessive": (f"{MET} Peru's counterpart John Smith.", "Foreign Minister", "PER"),
    "state behind": (f"{MET} her counterpart John Smith of Peru.", "Foreign Minister", "PER"),
    "with address": (
        f"{MET} her Peruvian counterpart, H.E. Dr. John Smith, there.",
        "Foreign Minister",
        "PER",
    ),
    "deputy": (
        "Italian Deputy Prime Minister Ada Weber met his Peruvian counterpart John Smith.",
        "Deputy Prime Minister",
        "PER",
    ),
    "office told of the person elsewhere": (
        "Italian Foreign Minister Ada Weber left. Weber met her Peruvian counterpart John Smith.",
        "Foreign Minister",
        "PER",
    ),
    "of somebody unnamed": (
        "The Italian Foreign Minister met his Peruvian counterpart John Smith.",
        "Foreign Minister",
        "PER",
    ),
}


@pytest.mark.parametrize(("text", "title", "state"), HELD.values(), ids=HELD.keys())
def test_counterpart_has_the_same_office(text: str, title: str, state: str) -> None:
    """A counterpart's title is that of the person nearest before, at the counterpart's own state."""
    actual = offices(read(text))

    assert ("John Smith", title, state) in actual


def test_counterpart_before_another_title() -> None:
    """A counterpart whose title is told as well has that one too."""
    actual = offices(read(f"{MET} her Peruvian counterpart, Minister of State John Smith."))

    assert {o for o in actual if o[0] == "John Smith"} == {
        ("John Smith", "Foreign Minister", "PER"),
        ("John Smith", "Minister of State", "PER"),
    }


NONE = {
    "nobody told": "They met the Peruvian counterpart John Smith.",
    "an office of one state": "Secretary of State Ada Weber met her Peruvian counterpart John Smith.",
    "no office of a state": "NATO spokesman Ada Weber met her Peruvian counterpart John Smith.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_counterpart_of_no_known_office(text: str) -> None:
    """Where the other's office is not told, or is called otherwise elsewhere, the counterpart has none."""
    actual = [o for o in offices(read(text)) if o[0] == "John Smith"]

    assert actual == []


def test_unnamed_counterpart_is_the_holder_told_before() -> None:
    """A counterpart without a name is whoever is told to have that office in that state."""
    reading = read(f"Peruvian Foreign Minister John Smith left. {MET} her Peruvian counterpart.")

    assert meant(reading, "counterpart") == ["John Smith"]


def test_unnamed_counterpart_is_a_person() -> None:
    """A counterpart told by the state alone is an unnamed person."""
    reading = read(f"{MET} her Peruvian counterpart.")

    assert meant(reading, "counterpart") == ["Peruvian counterpart"]
