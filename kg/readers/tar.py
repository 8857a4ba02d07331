"""Archives of files in the tar format, packed or not; they are read from one end to the other."""

import lzma
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from kg.errors import SourceError
from kg.readers._containers import Aside, Item, Member, files

SUFFIXES = (".tar", ".tar.bz2", ".tar.gz", ".tar.xz", ".tgz")
_BROKEN = (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)


def items(path: Path) -> Iterator[Item | Aside]:
    """Yield the articles of an archive, in its order.

    Raises:
        SourceError: it is no archive in the tar format, or cut short.
    """
    yield from files(path, lambda: _members(path))


def _members(path: Path) -> Iterator[Member]:
    try:
        with tarfile.open(path, "r|*") as archive:
            for told in archive:
                if not told.isdir():
                    yield Member(told.name, told.size, lambda most, told=told: _read(archive, told, most))  # type: ignore[misc]
    except _BROKEN as error:
        raise SourceError(f"{path}: expected a whole archive in the tar format, found: {error}") from error


def _read(archive: tarfile.TarFile, told: tarfile.TarInfo, most: int) -> bytes:
    place = f"{archive.name!s}: {told.name}"
    if not told.isreg():
        raise SourceError(f"{place}: expected a file, found a link or a device")
    member = archive.extractfile(told)
    try:
        return member.read(most) if member else b""
    except _BROKEN as error:
        raise SourceError(f"{place}: expected a file that can be unpacked, found: {error}") from error
