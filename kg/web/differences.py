"""The rows in which the results of a query over two builds differ."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.web.addresses import Addresses
from kg.web.results import Cell, cell

Row = tuple[tuple[str, ...] | None, ...]
COMPARED = 10_000  # rows of each result
SHOWN = 200  # rows of each kind


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one result to another.

    Attributes:
        columns: names of those that both have.
        added: rows that only the later result has, the first `SHOWN`, in its order.
        removed: rows that only the earlier one has, likewise.
        counts: how many rows are added, and how many removed.
        kept: how many rows both have.
        is_part: whether only the first `COMPARED` rows of a longer result were compared.
    """

    columns: tuple[str, ...]
    added: tuple[tuple[Cell, ...], ...]
    removed: tuple[tuple[Cell, ...], ...]
    counts: tuple[int, int]
    kept: int
    is_part: bool


def between(before: bytes, after: bytes, addresses: Addresses) -> Difference:
    """Return how a result differs from an earlier one, both as a query process made them for a page.

    Rows are counted: one that stands twice and stood once is added. In what order they stand says nothing. A
    blank node is like any other, for its label says nothing either.
    """
    one, other = json.loads(before), json.loads(after)
    earlier, later = list(_rows(one)), list(_rows(other))
    kept = sum((Counter(earlier) & Counter(later)).values())
    shown = [
        tuple(tuple(cell(term, addresses) for term in row) for row in found[:SHOWN])
        for found in (list(_without(later, earlier)), list(_without(earlier, later)))
    ]
    return Difference(
        columns=tuple(other.get("columns", ("answer",))),
        added=shown[0],
        removed=shown[1],
        counts=(len(later) - kept, len(earlier) - kept),
        kept=kept,
        is_part=bool(one.get("more") or other.get("more")),
    )


def _rows(told: dict[str, Any]) -> Iterator[Row]:
    if "boolean" in told:
        yield (("literal", "yes" if told["boolean"] else "no", ""),)
        return
    for row in told["rows"]:
        yield tuple(None if term is None else _term(*term) for term in row)


def _term(kind: str, text: str, note: str) -> tuple[str, ...]:
    return ("blank", "_:", "") if kind == "blank" else (kind, text, note)


def _without(rows: Iterable[Row], others: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that others do not hold, each as often as it stands once more."""
    left = Counter(others)
    for row in rows:
        if left[row] > 0:
            left[row] -= 1
        else:
            yield row
