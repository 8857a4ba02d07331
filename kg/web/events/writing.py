"""Tables as bytes, a part at a time: CSV here, Parquet where its library is installed."""

import csv
import importlib
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import cast

from kg.errors import MissingError, QueryError
from kg.web.events.columns import Column
from kg.web.events.units import Cell, Line

CSV, PARQUET = "csv", "parquet"
MEDIA = {CSV: "text/csv; charset=utf-8", PARQUET: "application/vnd.apache.parquet"}
PART = 200  # rows that are held at a time in CSV; some 200 kB
# What a spreadsheet takes for a formula, or skips to find one: https://owasp.org/www-community/attacks/CSV_Injection
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n")

Writer = Callable[[tuple[Column, ...], Iterable[Line]], Iterator[bytes]]


def write(form: str, columns: tuple[Column, ...], lines: Iterable[Line]) -> Iterator[bytes]:
    """Return a table in a form, part by part.

    Raises:
        QueryError: there is no such form.
        MissingError: the library that writes it is not installed.
    """
    return _writer(form)(columns, lines)


def write_csv(columns: tuple[Column, ...], lines: Iterable[Line]) -> Iterator[bytes]:
    """Yield a table as CSV (RFC 4180), with the names of the columns in its first line."""
    names = tuple(column.name for column in columns)
    rest = iter(lines)
    part: list[Line] = [dict(zip(names, names, strict=True))]
    while part:
        out = io.StringIO(newline="")
        csv.writer(out).writerows([safe(line[name]) for name in names] for line in part)
        yield out.getvalue().encode()
        part = list(islice(rest, PART))


def safe(cell: Cell) -> str:
    """Return a cell as text that no spreadsheet runs: an apostrophe stands before what looks like a formula.

    >>> safe("=1+1"), safe("Xi"), safe(None), safe(0.5)
    ("'=1+1", 'Xi', '', '0.5')
    """
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUN) else str(cell)


def _writer(form: str) -> Writer:
    if form not in MEDIA:
        raise QueryError(f"table: expected one of {', '.join(MEDIA)}, found {form!r}")
    if form == CSV:
        return write_csv
    # Loaded when first asked for: it takes some tens of megabytes in every process that has it.
    try:
        module = importlib.import_module("kg.web.events.parquet")
    except ModuleNotFoundError as error:
        found = (
            f"{form}: expected the package {error.name}, found none; `pip install communique[parquet]` has it"
        )
        raise MissingError(found) from error
    return cast("Writer", module.write)
