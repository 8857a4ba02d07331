"""Match two lists one to one so that what is matched is, in sum, as alike as can be.

The assignment is found by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987). Where two
assignments are equally good it takes that which this order of steps comes to first, as the published scoring
does: figures on attribution hang on it where one sentence tells two statements by one speaker.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import TypeVar

Left = TypeVar("Left")
Right = TypeVar("Right")
_NOBODY = -1


def pair(
    left: Sequence[Left], right: Sequence[Right], likeness: Callable[[Left, Right], float]
) -> tuple[tuple[Left, Right], ...]:
    """Return the pairs, in the order of the left list; what is alike by 0 is never paired.

    >>> pair([1, 5], [6, 2], lambda a, b: max(0, 3 - abs(a - b)))
    ((1, 2), (5, 6))
    """
    size = max(len(left), len(right))
    gains = [[likeness(a, b) for b in right] for a in left]
    # 1 for each pair: two that are a little alike are better than one that is very much so.
    costs = [
        [-(1 + gain) if gain > 0 else 0.0 for gain in row] + [0.0] * (size - len(right)) for row in gains
    ]
    costs += [[0.0] * size for _ in range(size - len(left))]
    columns = _Assignment(costs).columns()[: len(left)]
    return tuple((left[row], right[column]) for row, column in enumerate(columns) if costs[row][column] < 0)


@dataclass(slots=True)
class _Path:
    """The search for a column that is free: what it costs to come to each, and over which."""

    least: list[float]
    over: list[int]
    free: list[int]
    seen: list[int] = field(default_factory=list)


class _Assignment:
    """Gives each row of a square table a column of its own, so that the sum of costs is the least."""

    def __init__(self, costs: list[list[float]]) -> None:
        self._costs = costs
        self._size = len(costs)
        self._rows = [0.0] * self._size  # potentials
        self._columns = [0.0] * self._size
        self._holder = [_NOBODY] * self._size  # row that has the column

    def columns(self) -> list[int]:
        """Return the column of each row."""
        for row in range(self._size):
            self._place(row)
        found = [0] * self._size
        for column, row in enumerate(self._holder):
            found[row] = column
        return found

    def _place(self, row: int) -> None:
        """Give a row a column; others move to where it costs least in all."""
        path = _Path([inf] * self._size, [_NOBODY] * self._size, list(range(self._size)))
        at, column = row, _NOBODY
        while at != _NOBODY:
            column = self._step(path, row, at, column)
            at = self._holder[column]
        while column != _NOBODY:
            before = path.over[column]
            self._holder[column] = row if before == _NOBODY else self._holder[before]
            column = before

    def _step(self, path: _Path, begun: int, at: int, column: int) -> int:
        """Look from a row, come over a column, at those not seen; return the one that is nearest."""
        for each in path.free:
            cost = self._costs[at][each] - self._rows[at] - self._columns[each]
            if cost < path.least[each]:
                path.least[each], path.over[each] = cost, column
        nearest = min(path.free, key=path.least.__getitem__)
        self._shift(path, begun, path.least[nearest])
        path.free.remove(nearest)
        path.seen.append(nearest)
        return nearest

    def _shift(self, path: _Path, begun: int, by: float) -> None:
        """Have the way so far cost nothing."""
        self._rows[begun] += by
        for column in path.seen:
            self._rows[self._holder[column]] += by
            self._columns[column] -= by
        for column in path.free:
            path.least[column] -= by
