"""Whose an office is where no words beside it tell: known persons, publisher, the states of the article."""

import pytest
from reads import read

HOME = "Government of Italy"
Seat = tuple[str, str | None]


def seats(text: str, publisher: str | None = None) -> list[Seat]:
    """Return key of the state or body, and what tells it, of each office of a text."""
    found = read(text, publisher).offices
    return [(o.body.key.partition(":")[2] if o.body else "", o.basis) for o in found]


LEADERS = {
    "state named elsewhere": ("He spoke to President Macron. France agreed.", ("FRA", "leaders.tsv")),
    "by its people": ("President Xi Jinping spoke. The Chinese side agreed.", ("CHN", "leaders.tsv")),
    "by a nearer one": ("Germany told President Macron. France agreed.", ("FRA", "leaders.tsv")),
    "abroad for the publisher": (
        "Prime Minister Fumio Kishida left Italy for Japan.",
        ("JPN", "leaders.tsv"),
    ),
    "body": ("Secretary General Jens Stoltenberg spoke of NATO.", ("nato", "leaders.tsv")),
    "told beside": ("The German President Emmanuel Macron left France.", ("DEU", None)),
}


@pytest.mark.parametrize(("text", "expected"), LEADERS.values(), ids=LEADERS.keys())
def test_known_person_tells_the_seat(text: str, expected: Seat) -> None:
    """A known person speaks for a state or body that the article names, whoever publishes it."""
    actual = seats(text, HOME)

    assert actual == [expected]


def test_known_person_of_a_state_not_named() -> None:
    """A state that the article does not name is given to nobody."""
    actual = seats("President Macron slept.")

    assert actual == [("", None)]


PUBLISHER = {
    "named": ("Foreign Minister Ada Weber left Peru for Rome.", ("ITA", "publisher")),
    "named in a compound": ("Foreign Minister Ada Weber spoke of Italy-Peru trade.", ("ITA", "publisher")),
    "no state named": ("Foreign Minister Ada Weber left.", ("ITA", "publisher")),
    "another named": ("Foreign Minister Ada Weber left Peru.", ("PER", None)),
    "envoy abroad": ("Ambassador to Peru Ada Weber left.", ("ITA", "publisher")),
    "another that lacks the office": ("Prime Minister Ada Weber left Mexico.", ("ITA", "publisher")),
}


@pytest.mark.parametrize(("text", "expected"), PUBLISHER.values(), ids=PUBLISHER.keys())
def test_publisher_tells_the_seat_where_it_is_named(text: str, expected: Seat) -> None:
    """An office is the publisher's if the article names its state, or no other that may have it."""
    actual = seats(text, HOME)

    assert actual == [expected]


FOREMOST = {
    "often": ("Peru votes. Peru is calm. Peru waits. President Ada Weber slept.", ("PER", None)),
    "seldom": ("Peru votes. President Ada Weber slept.", ("", None)),
    "as often as others": (
        "Peru votes. Peru is calm. Peru waits. Chile, Cuba and Spain wait. President Ada Weber slept.",
        ("", None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), FOREMOST.values(), ids=FOREMOST.keys())
def test_foremost_state_of_the_article(text: str, expected: Seat) -> None:
    """Without a publisher's state, the state that an article is about has the office."""
    actual = seats(text)

    assert actual == [expected]


ELSEWHERE = {
    "near": "Foreign Minister Hakan Fidan left Peru.",
    "publisher": "Foreign Minister Hakan Fidan left Rome.",
    "list": "Peruvian officials, including Foreign Minister Hakan Fidan, left.",
}


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_known_person_is_not_given_to_another_state(text: str) -> None:
    """A known person whose state the article does not name has no office of another one."""
    actual = seats(text, HOME)

    assert actual == [("", None)]
