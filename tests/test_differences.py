"""Which rows differ between two results."""

import json

import pytest

from kg.web.addresses import Addresses
from kg.web.differences import SHOWN, between
from kg.web.results import Cell

Rows = list[list[list[str] | None]]
ADDRESSES = Addresses("https://w3id.org/communique/")
A, B, C = (["literal", word, ""] for word in "abc")


def page(*rows: list[list[str] | None], more: bool = False) -> bytes:
    """Return a result as a query process makes it for a page."""
    return json.dumps({"columns": ["x"], "rows": rows, "more": more}).encode()


def words(rows: tuple[tuple[Cell, ...], ...]) -> list[str]:
    """Return the words of rows of one cell."""
    return [row[0].text for row in rows]


@pytest.mark.parametrize(
    ("before", "after", "added", "removed", "kept"),
    [
        ([[A], [B]], [[B], [C]], ["c"], ["a"], 1),
        ([[A], [B]], [[B], [A]], [], [], 2),
        ([[A]], [[A], [A]], ["a"], [], 1),
        ([[A], [A]], [[A]], [], ["a"], 1),
        ([], [[A]], ["a"], [], 0),
        ([[None]], [[A]], ["a"], [""], 0),
        ([[["blank", "_:x", ""]]], [[["blank", "_:y", ""]]], [], [], 1),
        ([[["literal", "1", "en"]]], [[["literal", "1", "de"]]], ["1"], ["1"], 0),
    ],
    ids=["one for one", "order", "twice", "once", "from none", "unbound", "blank nodes", "language"],
)
def test_rows(before: Rows, after: Rows, added: list[str], removed: list[str], kept: int) -> None:
    """Rows are counted by all that they hold; their order and the labels of blank nodes say nothing."""
    found = between(page(*before), page(*after), ADDRESSES)

    assert (words(found.added), words(found.removed), found.kept) == (added, removed, kept)
    assert found.counts == (len(added), len(removed))
    assert not found.is_part


def test_answers_to_ask() -> None:
    """Another answer to an ASK is another row."""
    found = between(b'{"boolean": true}', b'{"boolean": false}', ADDRESSES)

    assert (found.columns, words(found.added), words(found.removed)) == (("answer",), ["no"], ["yes"])


def test_many_rows() -> None:
    """Only the first rows are shown, while all are counted; it is told where a result was longer."""
    many = [[["literal", str(number), ""]] for number in range(SHOWN + 5)]
    found = between(page(), page(*many, more=True), ADDRESSES)

    assert (len(found.added), found.counts, found.is_part) == (SHOWN, (SHOWN + 5, 0), True)
