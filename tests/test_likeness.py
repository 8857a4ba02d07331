"""What is like a word that is not known, and what is not."""

import pytest

from kg.errors import QueryError
from kg.store.likeness import Suggestion, hinted, namespaces, nearest

KNOWN = ("Meeting", "Person", "Place", "participant", "place", "party")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Meetings", ("Meeting",), id="a plural"),
        pytest.param("PARTICIPANT", ("participant",), id="capitals"),
        pytest.param("participnt", ("participant",), id="a letter that lacks"),
        pytest.param("place", ("Place", "place"), id="two that differ in capitals"),
        pytest.param("Embassy", (), id="nothing like it"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_nearest(word: str, expected: tuple[str, ...]) -> None:
    """What differs by a letter or two is found, whatever its capitals; another word is not."""
    assert nearest(word, KNOWN) == expected


def test_an_error_tells_what_may_be_meant() -> None:
    """Suggestions stand among the members of an error; without any there is no such member."""
    error = hinted(QueryError("no"), [Suggestion("FILTRE", "FILTER")])

    assert error.members == {"suggestions": [{"found": "FILTRE", "meant": "FILTER", "label": ""}]}
    assert hinted(QueryError("no"), []).members == {}


def test_usual_namespaces() -> None:
    """Vocabularies and data sets that researchers use are known by their prefixes."""
    assert namespaces()["foaf"] == "http://xmlns.com/foaf/0.1/"
    assert namespaces()["wd"] == "http://www.wikidata.org/entity/"
