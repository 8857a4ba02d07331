"""The columns of the tables, declared once in `columns.tsv`: tables and codebook are made from there."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "columns.tsv"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        units: the units of analysis whose tables have it.
        name: as it stands in the first line.
        type: `string`, `date`, `integer` or `decimal`.
        meaning: what a value says, and where it is easily misread what it does not.
        source: the property, or properties, of the graph that it comes from.
        icews: the column of ICEWS that is like it; empty where none is. So the next two.
        polecat: the column of POLECAT.
        gdelt: the column of GDELT's events.
    """

    units: tuple[str, ...]
    name: str
    type: str
    meaning: str
    source: str
    icews: str
    polecat: str
    gdelt: str


@cache
def read() -> tuple[Column, ...]:
    """Return all columns, in the order in which they stand."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Column(tuple(row.pop("units").split()), **row) for row in rows)


@cache
def of(unit: str) -> tuple[Column, ...]:
    """Return the columns of a unit's table."""
    return tuple(column for column in read() if unit in column.units)
