"""Parquet: a table with an article a row; the extra `[parquet]` installs what reads it."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import MissingError, SourceError
from kg.readers._containers import Aside, Item, row
from kg.readers._description import FIELDS

SUFFIXES = (".parquet",)
_ROWS = 64  # held at a time
_BROKEN = (
    OSError,
    ValueError,
    NotImplementedError,
    OverflowError,
    MemoryError,
)  # also as pyarrow derives them


def items(path: Path) -> Iterator[Item | Aside]:
    """Yield the articles of a file, row after row; of its columns only those that are known are read.

    Raises:
        SourceError: it is no Parquet, or cannot be read to its end.
        MissingError: the library that reads it is not installed.
    """
    library = _library()
    number = 0
    try:
        with library.ParquetFile(path) as file:
            columns = [name for name in ("name", "text", *FIELDS) if name in file.schema_arrow.names]
            for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
                for place in range(batch.num_rows):
                    number += 1
                    yield _item(path, f"{path}, row {number}", batch, place)
    except _BROKEN as error:
        raise SourceError(f"{path}: expected a table in Parquet, found: {error}") from error


def _item(path: Path, place: str, batch: Any, number: int) -> Item | Aside:  # noqa: ANN401 - pyarrow has no types
    try:
        values = {name: batch.column(name)[number].as_py() for name in batch.schema.names}
    except _BROKEN as error:
        return Aside(place, f"{place}: expected values that can be read, found: {error}")
    return row(path, place, values)


def _library() -> Any:  # noqa: ANN401
    """Return what reads Parquet: loaded when asked for, for it is large and an extra."""
    try:
        return importlib.import_module("pyarrow.parquet")
    except ModuleNotFoundError as error:
        found = "Parquet: expected the package pyarrow, found none; `pip install '.[parquet]'` has it"
        raise MissingError(found) from error
