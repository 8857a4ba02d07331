"""Pairs are one to one and, in sum, the best."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluating.pairing import pair

TABLES = st.integers(0, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0, 0.25, 0.5, 1]), min_size=width, max_size=width), max_size=4
    )
)


def paired(table: list[list[float]]) -> list[tuple[int, int]]:
    """Return rows and columns that are paired by a table of likenesses."""
    width = len(table[0]) if table else 0
    return list(pair(range(len(table)), range(width), lambda row, column: table[row][column]))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ([], []),
        ([[0.0]], []),
        ([[0.5], [0.9]], [(1, 0)]),
        ([[0.5, 0.9]], [(0, 1)]),
        ([[0.9, 0.8], [0.8, 0.0]], [(0, 1), (1, 0)]),
        ([[1.0, 1.0], [1.0, 1.0]], [(0, 0), (1, 1)]),
        ([[1.0, 0.1], [0.0, 0.0]], [(0, 0)]),
    ],
    ids=["nothing", "unlike", "better row", "better column", "two are more than one", "tie", "none left"],
)
def test_pairs(table: list[list[float]], expected: list[tuple[int, int]]) -> None:
    """What is most alike in sum is paired; of equals the first; what is unlike never."""
    assert paired(table) == expected


@settings(deadline=None)
@given(TABLES)
def test_sum_is_the_best(table: list[list[float]]) -> None:
    """No other pairs, one to one, are more or more alike."""
    found = paired(table)
    width = len(table[0]) if table else 0
    size = max(len(table), width)
    square = [[table[r][c] if r < len(table) and c < width else 0 for c in range(size)] for r in range(size)]
    orders = permutations(range(size))
    best = max(sum(1 + square[r][c] for r, c in enumerate(order) if square[r][c]) for order in orders)

    assert all(table[row][column] for row, column in found)
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
    assert sum(1 + table[row][column] for row, column in found) == pytest.approx(best)
