"""Facets are sets of numbers: what is chosen narrows, and counts are exact."""

import sqlite3
from pathlib import Path

import pytest
from pyroaring import BitMap

from kg.store import facets, texts
from kg.store.facets import Aspect

KNOWN = (
    Aspect("class", "event", "Event", "event", BitMap([1, 2, 3]), is_general=True),
    Aspect("class", "meeting", "Meeting", "meeting", BitMap([1, 2])),
    Aspect("class", "visit", "Visit", "visit", BitMap([3])),
    Aspect("state", "ardenia", "state/ardenia", "Ardenia", BitMap([1, 3, 4])),
    Aspect("state", "belmark", "state/belmark", "Belmark", BitMap([2])),
    Aspect("year", "2031", "2031", "2031", BitMap([1, 2, 3, 4])),
)


def chosen(**values: str) -> dict[str, frozenset[str]]:
    """Return values by facet, written with spaces between."""
    return {name.rstrip("_"): frozenset(told.split()) for name, told in values.items()}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param(chosen(class_="meeting"), [1, 2], id="one value"),
        pytest.param(chosen(class_="meeting visit"), [1, 2, 3], id="two values of one facet"),
        pytest.param(chosen(class_="meeting", state="ardenia"), [1], id="two facets"),
        pytest.param(chosen(class_="event", state="ardenia"), [1, 3], id="a general class"),
        pytest.param(chosen(state="nowhere"), [], id="a value that is not known"),
        pytest.param(chosen(state="nowhere belmark"), [2], id="one known and one not"),
        pytest.param(chosen(status="planned"), [], id="a facet without values"),
    ],
)
def test_what_is_chosen_narrows(values: dict[str, frozenset[str]], expected: list[int]) -> None:
    """Values of one facet are joined, facets are crossed."""
    found = facets.narrowed(KNOWN, values)

    assert list(found or ()) == expected


def test_nothing_chosen_narrows_nothing() -> None:
    """Without a choice there is no set, which is not the empty one."""
    assert facets.narrowed(KNOWN, {}) is None


def counted(found: list[int], values: dict[str, frozenset[str]]) -> dict[str, int]:
    """Return how much each value holds for."""
    return {c.aspect.value: c.number for c in facets.counts(KNOWN, BitMap(found), values)}


def test_counts_are_of_what_is_found() -> None:
    """A value that holds for nothing that is found is not told, nor is a general class."""
    assert counted([1, 4], {}) == {"meeting": 1, "ardenia": 2, "2031": 2}


def test_counts_of_a_facet_leave_it_open() -> None:
    """What is chosen in a facet narrows the others, and not its own values."""
    assert counted([1, 2, 3, 4], chosen(state="belmark")) == {
        "meeting": 1,
        "ardenia": 3,
        "belmark": 1,
        "2031": 1,
    }


def test_a_chosen_value_is_told_without_finds() -> None:
    """It can be taken back, a general class as well."""
    assert counted([4], chosen(class_="event")) == {"event": 0}
    assert counted([4], chosen(class_="visit"))["visit"] == 0


def test_facets_are_read_as_written(tmp_path: Path) -> None:
    """All of a value comes back, its numbers too."""
    file = tmp_path / texts.FILE
    with sqlite3.connect(file) as index:
        facets.write(index, KNOWN)

    assert sorted(facets.read(file), key=lambda a: (a.facet, a.value)) == list(KNOWN)
