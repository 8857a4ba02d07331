"""Tables as bytes, a part at a time: CSV here, Parquet where its library is installed."""

import importlib
from collections.abc import Callable, Iterable, Iterator
from typing import cast

from kg.errors import MissingError, QueryError
from kg.web import sheets
from kg.web.events.columns import Column
from kg.web.events.units import Line

CSV, PARQUET = "csv", "parquet"
MEDIA = {CSV: sheets.MEDIA, PARQUET: "application/vnd.apache.parquet"}

Writer = Callable[[tuple[Column, ...], Iterable[Line]], Iterator[bytes]]


def write(form: str, columns: tuple[Column, ...], lines: Iterable[Line]) -> Iterator[bytes]:
    """Return a table in a form, part by part.

    Raises:
        QueryError: there is no such form.
        MissingError: the library that writes it is not installed.
    """
    return _writer(form)(columns, lines)


def write_csv(columns: tuple[Column, ...], lines: Iterable[Line]) -> Iterator[bytes]:
    """Return a table as CSV, part by part, with the names of the columns in its first line."""
    names = tuple(column.name for column in columns)
    return sheets.write(names, ([line[name] for name in names] for line in lines))


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
