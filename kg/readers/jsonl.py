"""JSON Lines: an object a line, each an article with its text and what is known of it."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import SourceError
from kg.readers._containers import MOST, Aside, Item, row

SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")


def items(path: Path) -> Iterator[Item | Aside]:
    """Yield the articles of a file, line after line; blank lines are passed over.

    Raises:
        SourceError: the file cannot be read to its end.
    """
    try:
        with cast("BinaryIO", gzip.open(path) if path.suffix == ".gz" else path.open("rb")) as file:
            for number, line in enumerate(_lines(file), start=1):
                place = f"{path}, line {number}"
                if len(line) > MOST:
                    yield Aside(place, f"{place}: expected at most {MOST:,} bytes, found more")
                elif line.strip():
                    yield _item(path, place, line)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(f"{path}: expected a file that can be read, found: {error}") from error


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines; of one that is too long the beginning."""
    while line := file.readline(MOST + 1):
        yield line
        while len(line) > MOST and not line.endswith(b"\n"):
            line = file.readline(MOST + 1)


def _item(path: Path, place: str, line: bytes) -> Item | Aside:
    try:
        values = json.loads(line.decode("utf-8-sig"))
    except (
        ValueError,
        RecursionError,
    ) as error:  # ValueError: no UTF-8, no JSON, or a number of absurd length
        return Aside(place, f"{place}: expected an object in JSON, found: {error}")
    if not isinstance(values, dict):
        return Aside(place, f"{place}: expected an object in JSON, found {values!r:.40}")
    return row(path, place, values)
