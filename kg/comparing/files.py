"""Files of other data sets, line by line: as they are, or packed as zip or gzip."""

import gzip
import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from kg.errors import ImportedError

LONGEST = 1_000_000  # bytes of a line that are read: POLECAT's longest have some thousand


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file with their numbers, from 1, without their ends; empty ones are left out.

    A line is read as UTF-8, and where it is none as Latin-1.

    Raises:
        ImportedError: the file cannot be read.
    """
    try:
        with ExitStack() as stack:
            file = _opened(path, stack)
            number = 0
            while raw := _line(file):
                number += 1
                if text := _decoded(raw).rstrip("\r\n"):
                    yield number, text
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        raise ImportedError(f"{path}: expected a file that can be read, found: {error}") from error


def _opened(path: Path, stack: ExitStack) -> IO[bytes]:
    if path.suffix.lower() == ".gz":
        return stack.enter_context(io.BufferedReader(gzip.open(path)))
    if path.suffix.lower() != ".zip":
        return stack.enter_context(path.open("rb"))
    archive = stack.enter_context(zipfile.ZipFile(path))
    inside = [name for name in archive.namelist() if not name.endswith("/")]
    if len(inside) != 1:
        raise ImportedError(f"{path}: expected one file in it, found {len(inside)}")
    return stack.enter_context(archive.open(inside[0]))


def _line(file: IO[bytes]) -> bytes:
    """Return the next line; of one that is too long its beginning."""
    found = part = file.readline(LONGEST)
    while part and not part.endswith(b"\n"):
        part = file.readline(LONGEST)
    return found


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
