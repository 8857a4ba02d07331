"""Names of the registry in a text: which are found, which are not, and where."""

from itertools import pairwise

import pytest
from reads import found, parsed, read

from kg.text.gazetteer import Hit


def told(text: str) -> list[tuple[str, str, str]]:
    """Return words, kind and key of each name."""
    return [(parsed(text)[h.start : h.end].text, h.kind, h.key) for h in found(text)]


FOUND = {
    "state": ("They flew to Italy.", [("Italy", "state", "ITA")]),
    "state in full": ("The Italian Republic agreed.", [("Italian Republic", "state", "ITA")]),
    "demonym": ("Italian envoys came.", [("Italian", "demonym", "ITA")]),
    "capital": ("They flew to Rome.", [("Rome", "capital", "ITA")]),
    "organisation": ("NATO agreed.", [("NATO", "organisation", "nato")]),
    "outlet": ("Reuters reported it.", [("Reuters", "outlet", "reuters")]),
    "longest": (
        "The European Commission agreed.",
        [("European Commission", "organisation", "european-commission")],
    ),
    "two states": ("Italy told France.", [("Italy", "state", "ITA"), ("France", "state", "FRA")]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_names_are_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A name of the registry is found as the row that has it, the longest of several."""
    actual = told(text)

    assert actual == expected


ABSENT = {
    "bird": "They ate turkey.",
    "pronoun": "They told us.",
    "trend": "Trend lines rose.",
    "diplomat": "The Diplomat spoke on trust.",
    "independent": "The Independent candidate lost.",
}


@pytest.mark.parametrize("text", ABSENT.values(), ids=ABSENT.keys())
def test_common_words_are_no_names(text: str) -> None:
    """A word in small letters, and an ordinary word that publishes nothing, is no name."""
    actual = [words for words, kind, _ in told(text) if kind in {"state", "outlet", "organisation"}]

    assert actual == []


PUBLISHING = {
    "reports": ("Trend reported that they met.", "Trend"),
    "is told": ("The minister told The Guardian that they met.", "The Guardian"),
    "is cited": ("They met, according to The Independent.", "The Independent"),
    "is called a newspaper": ("The Times newspaper has it.", "The Times"),
}


@pytest.mark.parametrize(("text", "expected"), PUBLISHING.values(), ids=PUBLISHING.keys())
def test_outlets_with_ordinary_names_publish(text: str, expected: str) -> None:
    """An outlet whose name is an ordinary word is found where it does what outlets do."""
    actual = [words for words, kind, _ in told(text) if kind == "outlet"]

    assert actual == [expected]


def test_names_are_looked_up_by_token() -> None:
    """A name is found by each of its tokens, and as beginning by its first alone."""
    hits = found("In the United Kingdom it rained.")
    expected = Hit(2, 4, "state", "GBR")

    assert (hits.over(2), hits.over(3), hits.over(4)) == (expected, expected, None)
    assert (hits.at(2), hits.at(3)) == (expected, None)


def test_names_are_chosen() -> None:
    """Those that a test lets pass are kept, in their order."""
    hits = found("Italy told Reuters and France.")

    actual = [h.key for h in hits.where(lambda h: h.is_state)]

    assert actual == ["ITA", "FRA"]


@pytest.mark.parametrize(
    ("kind", "is_state", "is_body"),
    [("state", True, False), ("capital", True, False), ("outlet", False, True), ("topic", False, False)],
)
def test_kinds_are_told(kind: str, is_state: bool, is_body: bool) -> None:
    """States are named by themselves, their people and capitals; bodies are organisations and outlets."""
    hit = Hit(0, 1, kind, "x")

    assert (hit.is_state, hit.is_body) == (is_state, is_body)


def test_names_share_no_token() -> None:
    """Names are sorted and none overlaps another."""
    hits = list(found("The UN Security Council of the United Nations met in New York, United States."))

    assert all(one.end <= other.start for one, other in pairwise(hits))


def test_either_apostrophe_is_read() -> None:
    """A name of the registry is found with a straight apostrophe and with a curly one."""
    texts = [
        "The Democratic People's Republic of Korea left.",
        "The Democratic People’s Republic of Korea left.",
    ]

    actual = [[hit.key for hit in found(text)] for text in texts]

    assert actual == [["PRK"], ["PRK"]]


def test_title_of_several_is_no_body() -> None:
    """A title in the plural with capitals is not the name of a body."""
    actual = [m for m in read("The First Ladies left.").mentions if m.actors[0].key.startswith("organ")]

    assert actual == []
