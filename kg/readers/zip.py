"""Archives of files in the ZIP format."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from kg.errors import SourceError
from kg.readers._containers import Aside, Item, Member, files

SUFFIXES = (".zip",)
# RuntimeError: a password is needed, or (its subclass) a way of compressing that is not known.
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError)


def items(path: Path) -> Iterator[Item | Aside]:
    """Yield the articles of an archive, in the order of its table of contents.

    Raises:
        SourceError: it is no archive in the ZIP format.
    """
    try:
        archive = zipfile.ZipFile(path)
    except _BROKEN as error:
        raise SourceError(f"{path}: expected an archive in the ZIP format, found: {error}") from error
    with archive:
        yield from files(path, lambda: _members(archive))


def _members(archive: zipfile.ZipFile) -> Iterator[Member]:
    for told in archive.infolist():
        if not told.is_dir():
            yield Member(told.filename, told.file_size, lambda most, told=told: _read(archive, told, most))  # type: ignore[misc]


def _read(archive: zipfile.ZipFile, told: zipfile.ZipInfo, most: int) -> bytes:
    place = f"{archive.filename}: {told.filename}"
    try:
        with archive.open(told) as member:
            return member.read(most)
    except _BROKEN as error:
        raise SourceError(f"{place}: expected a file that can be unpacked, found: {error}") from error
