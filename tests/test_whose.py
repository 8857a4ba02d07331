"""Whose office it is: places, words that refer to somebody told before, owners of another office."""

import pytest
from reads import offices, read

PLACES = {
    "city before": ("Lyon Mayor Ada Weber left.", "lyon"),
    "city with possessive": ("Lyon's mayor Ada Weber left.", "lyon"),
    "city behind": ("The Mayor of Lyon, Ada Weber, left.", "lyon"),
    "city behind the name": ("Mayor Ada Weber of Lyon left.", "lyon"),
    "region": ("The Governor of Bavaria Ada Weber left.", "bavaria"),
}


@pytest.mark.parametrize(("text", "place"), PLACES.values(), ids=PLACES.keys())
def test_office_of_a_place(text: str, place: str) -> None:
    """A mayor or governor is that of a city or region."""
    ((_, _, actual),) = offices(read(text))

    assert actual == place


def test_president_of_a_region() -> None:
    """What stands behind the name with "of" may be a place."""
    ((_, _, actual),) = offices(read("President Ada Weber of Zanzibar left."))

    assert actual == "zanzibar-city"


REFERRED = {
    "its, of a body": (
        "The OSCE and its head Ada Weber left.",
        "organization-for-security-and-co-operation-in-europe",
    ),
    "its, of a state": ("Peru said that its foreign minister Ada Weber left Chile.", "PER"),
    "the country": ("Peru told Chile that the country's president, Ada Weber, left.", "CHL"),
    "owner's office": ("The UN Secretary-General's Personal Envoy, Ada Weber, left.", "united-nations"),
    "owner's office of a state": ("The French President's adviser Ada Weber left.", "FRA"),
}


@pytest.mark.parametrize(("text", "seat"), REFERRED.values(), ids=REFERRED.keys())
def test_word_before_a_title_refers(text: str, seat: str) -> None:
    """A possessive before a title means the state or body told before, or that of the owner's office."""
    actual = [of for who, _, of in offices(read(text)) if who == "Ada Weber"]

    assert actual == [seat]


NOBODY = {
    "its, of nothing": "They said that its head Ada Weber left.",
    "his": "Peru said that his adviser Ada Weber left.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_nothing_told_before(text: str) -> None:
    """Where nothing fitting is told before, nothing is referred to."""
    actual = [of for who, _, of in offices(read(text)) if who == "Ada Weber"]

    assert actual == [None]


def test_colleague_is_of_the_same_body() -> None:
    """An office of a body in a list is of the body of the one before it."""
    actual = offices(read("The Chairman of the Orbis Bank, Ada Weber; the Director, John Smith; left."))

    assert [of for _, _, of in actual] == ["orbis bank", "orbis bank"]


def test_head_of_a_delegation_is_of_its_state() -> None:
    """Who leads a group of a state holds an office of that state, whoever publishes it."""
    reading = read(
        "A delegation of the German Parliament led by Minister Ada Weber left Rome.", "Government of Italy"
    )

    assert offices(reading) == [("Ada Weber", "Minister", "DEU")]


LEADER = "Emmanuel Macron spoke. The President of France left."


def test_known_leader_holds_an_office_told_of_nobody() -> None:
    """A title of a state without a name is that of its known leader whom the article names in full."""
    actual = read(LEADER).offices

    assert [(o.title, o.body and o.body.registry, o.basis) for o in actual] == [
        ("President", "FRA", "leaders.tsv")
    ]


OTHERS = {
    "other state": "Emmanuel Macron spoke. The President of Peru left.",
    "other office": "Emmanuel Macron spoke. The Prime Minister of France left.",
    "office that he is not known for": "Emmanuel Macron spoke. The Foreign Minister of France left.",
    "former office": "Emmanuel Macron spoke. The former President of France left.",
    "surname alone": "Macron spoke. The President of France left.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_known_leader_holds_no_other_office(text: str) -> None:
    """Another office, or a name that is not told in full, is not given to a known leader."""
    actual = [o for o in read(text).offices if o.basis == "leaders.tsv"]

    assert actual == []


def test_unnamed_holder() -> None:
    """A title with its state, told of nobody named, is an office of somebody unnamed."""
    actual = offices(read("The Turkish ambassador to Baghdad left."))

    assert actual == [("Turkish ambassador to Baghdad", "ambassador to Baghdad", "TUR")]


@pytest.mark.parametrize("text", ["A U.S. official left.", "The minister left.", "The Peruvian side left."])
def test_no_office_of_the_unnamed(text: str) -> None:
    """A description, or a title without a state or body, is no office."""
    assert read(text).offices == ()
