"""Of which state or body an office is: beside the title, elsewhere, in a list, by the publisher."""

import pytest
from reads import read

HOME = "Government of Italy"


def seats(text: str, publisher: str | None = None) -> list[tuple[str, str | None]]:
    """Return title, and key of the state or body, of each office of a text."""
    found = read(text, publisher).offices
    return [(o.title, o.body.key.partition(":")[2] if o.body else None) for o in found]


BESIDE = {
    "body before state": (
        "The Italian head of the Ministry of Trade Ada Weber left.",
        [("head", "ministry of trade")],
    ),
    "body behind the name": (
        "Director Ada Weber, Federal Office of Trade, left.",
        [("Director", "federal office of trade")],
    ),
    "body in brackets": (
        "Director Ada Weber (Federal Office of Trade) left.",
        [("Director", "federal office of trade")],
    ),
    "state behind the name": ("Ambassador Ada Weber of the Netherlands left.", [("Ambassador", "NLD")]),
    "state behind from": ("Minister Ada Weber from Kenya left.", [("Minister", "KEN")]),
    "city behind the name": ("Mayor Ada Weber of Milan left.", [("Mayor", "milan")]),
}


@pytest.mark.parametrize(("text", "expected"), BESIDE.values(), ids=BESIDE.keys())
def test_seat_stands_beside(text: str, expected: list[tuple[str, str | None]]) -> None:
    """What stands with the title or right behind the name tells the state or body."""
    actual = seats(text)

    assert actual == expected


ELSEWHERE = {
    "same office before": (
        "French President Ada Weber left. President Weber slept.",
        [("President", "FRA"), ("President", "FRA")],
    ),
    "same office behind": (
        "President Weber slept. French President Ada Weber left.",
        [("President", "FRA"), ("President", "FRA")],
    ),
    "shorter wording": (
        "French Foreign Minister Ada Weber left. Minister Weber slept.",
        [("Foreign Minister", "FRA"), ("Minister", "FRA")],
    ),
    "other office of a state": (
        "French Prime Minister Ada Weber left. Foreign Minister Weber slept.",
        [("Prime Minister", "FRA"), ("Foreign Minister", "FRA")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_seat_stands_elsewhere(text: str, expected: list[tuple[str, str | None]]) -> None:
    """What the article tells of a person's office at one place holds at the others."""
    actual = seats(text)

    assert actual == expected


def test_office_elsewhere_comes_before_the_publisher() -> None:
    """A foreign president is not the publisher's, though the title stands alone at first."""
    actual = seats("President Weber slept. French President Ada Weber left.", HOME)

    assert actual == [("President", "FRA"), ("President", "FRA")]


LISTS = {
    "neighbour": (
        "French President Ada Weber and Prime Minister John Smith left.",
        [("President", "FRA"), ("Prime Minister", "FRA")],
    ),
    "examples": (
        "They met French officials, such as Prime Minister John Smith.",
        [("Prime Minister", "FRA")],
    ),
    "neighbour whose state lacks the office": (
        "U.S. President Ada Weber and Prime Minister John Smith of Japan left.",
        [("President", "USA"), ("Prime Minister", "JPN")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_seat_is_that_of_a_list(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Offices that follow one another in a list are of one state, where it has both."""
    actual = seats(text)

    assert actual == expected


PUBLISHED = {
    "president": ("President Ada Weber left.", [("President", "ITA")]),
    "minister": ("Minister of Trade Ada Weber left.", [("Minister of Trade", "ITA")]),
    "spokesperson": ("Spokesperson Ada Weber left.", [("Spokesperson", "ITA")]),
    "envoy abroad": ("Ambassador to Peru Ada Weber left.", [("Ambassador to Peru", "ITA")]),
    "envoy to the publisher": ("Ambassador to Italy Ada Weber left.", [("Ambassador to Italy", None)]),
    "company": ("CEO Ada Weber left.", [("CEO", None)]),
    "king": ("King Felix left.", [("King", None)]),
}


@pytest.mark.parametrize(("text", "expected"), PUBLISHED.values(), ids=PUBLISHED.keys())
def test_seat_is_that_of_the_publisher(text: str, expected: list[tuple[str, str | None]]) -> None:
    """An office of a state is the publisher's own, if its state may have it and no word tells another."""
    actual = seats(text, HOME)

    assert actual == expected


NEAR = {
    "same sentence": ("In France they met President Ada Weber.", [("President", "FRA")]),
    "state that may have it": (
        "The United States and Japan praised Prime Minister Ada Weber.",
        [("Prime Minister", "JPN")],
    ),
    "other sentence": ("They left France. President Ada Weber slept.", [("President", None)]),
    "office of a body": ("In France they met CEO Ada Weber.", [("CEO", None)]),
}


@pytest.mark.parametrize(("text", "expected"), NEAR.values(), ids=NEAR.keys())
def test_seat_is_the_nearest_state(text: str, expected: list[tuple[str, str | None]]) -> None:
    """At last the nearest state of the sentence has the office, if it may have it."""
    actual = seats(text)

    assert actual == expected


def test_former_holder_does_not_take_the_office() -> None:
    """One who held an office once leaves it free for another."""
    text = "Former Italian President John Smith left. President Ada Weber slept."

    actual = seats(text, HOME)

    assert actual == [("Former President", "ITA"), ("President", "ITA")]


BASES = {
    "told": ("Italian President Ada Weber left.", None),
    "publisher": ("President Ada Weber left.", "publisher"),
    "only state": ("Tánaiste Ada Weber left Ireland.", "governments.tsv"),
}


@pytest.mark.parametrize(("text", "expected"), BASES.values(), ids=BASES.keys())
def test_basis_is_told(text: str, expected: str | None) -> None:
    """What tells the state, where the words do not, is named."""
    (actual,) = read(text, HOME).offices

    assert actual.basis == expected


NORMAL = {
    "wording": ("Italian Foreign Minister Ada Weber left.", "minister of foreign affairs"),
    "deputy": ("Italian Deputy Foreign Minister Ada Weber left.", "deputy minister of foreign affairs"),
    "former": ("Italian former President Ada Weber left.", "president"),
    "former before the state": ("The former Italian President Ada Weber left.", "president"),
    "plural": ("Italian Presidents Ada Weber left.", "president"),
}


@pytest.mark.parametrize(("text", "expected"), NORMAL.values(), ids=NORMAL.keys())
def test_offices_are_normalised(text: str, expected: str) -> None:
    """Wordings of one office have one normalised form."""
    (actual,) = read(text).offices

    assert actual.office == expected
