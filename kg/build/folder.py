"""The folder that holds the builds: one is made at a time, beside the others, and then is the current one.

builds/<hash>/   a build, never changed
current          a link to the build in service
cache/           what unchanged articles told
unfinished/      a build under way; what a killed one left there is removed by the next
lock             held while a build is under way
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import KgError


@contextmanager
def locked(to: Path) -> Iterator[Path]:
    """Yield an empty folder on the same file system, while no other build goes on in `to`.

    Raises:
        KgError: another build is under way there, or the folder cannot be written.
    """
    unfinished = to / "unfinished"
    try:
        to.mkdir(parents=True, exist_ok=True)
        lock = (to / "lock").open("w")
    except OSError as error:
        raise _unwritable(to, error) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise KgError(f"{to}: expected no other build under way, found one") from None
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        try:
            yield unfinished
        finally:
            shutil.rmtree(unfinished)


@contextmanager
def beside(to: Path) -> Iterator[Path]:
    """Yield an empty folder on the same file system, whether or not a build goes on in `to`.

    Raises:
        KgError: the folder cannot be written.
    """
    try:
        to.mkdir(parents=True, exist_ok=True)
        made = TemporaryDirectory(dir=to, prefix="unfinished-")
    except OSError as error:
        raise _unwritable(to, error) from error
    with made as unfinished:
        yield Path(unfinished)


def publish(to: Path, finished: Path, name: str) -> Path:
    """Move a finished build to its place under its name and return the place; what is there already stays."""
    place = to / "builds" / name
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        for path in (*finished.rglob("*"), finished):
            flush(path)
        finished.rename(place)
        flush(place.parent)
    return place


def switch(to: Path, unfinished: Path, name: str) -> None:
    """Make a build the current one; who looks at any moment finds the former or the new one."""
    link = unfinished / "current"
    link.symlink_to(Path("builds") / name)
    link.replace(to / "current")
    flush(to)


def flush(path: Path) -> None:
    """Have the disk hold what was written to a file, or which files a folder has."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _unwritable(to: Path, error: OSError) -> KgError:
    return KgError(f"{to}: expected a folder that can be written, found: {error.strerror}")
