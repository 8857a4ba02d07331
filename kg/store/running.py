"""The queries that run now, known to all web server processes, and the places for long ones.

Each query is a file that the process which answers it keeps locked. The system takes the lock back however a
process ends, so a file without a lock was left behind, and is swept away. To cancel a query is to remove its
file. A place for a long query is a locked file too.
"""

import contextlib
import fcntl
import hmac
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import CancelledError, CapacityError, StoreError

LONGEST = 10_000  # characters of a query that are told again
_ID = re.compile(r"[0-9a-f]{16}")
_PAUSE = 0.05  # seconds between two looks for a free place


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks a query.

    Attributes:
        id: the query's: 16 hexadecimal digits.
        owner: who may list and cancel it; empty for nobody.
        look: is called now and then while it runs, and raises where it is to be ended.
        begun: since when they wait, on the monotonic clock: the deadline counts from there.
    """

    id: str
    owner: str = ""
    look: Callable[[], None] = lambda: None
    begun: float = field(default_factory=time.monotonic)


@dataclass(frozen=True, slots=True)
class Running:
    """A query that runs.

    Attributes:
        id: its id.
        query: its text, cut at `LONGEST` characters.
        build: name of the build that is asked.
        seconds: its age.
    """

    id: str
    query: str
    build: str
    seconds: float


class Locked:
    """A file that is locked until it is closed."""

    def __init__(self, file: int) -> None:
        self._file = file

    @property
    def is_removed(self) -> bool:
        """Say whether nobody finds the file any more."""
        return os.fstat(self._file).st_nlink == 0

    def look(self) -> None:
        """See whether the query that it stands for is to go on.

        Raises:
            CancelledError: it is not.
        """
        if self.is_removed:
            raise CancelledError("the query was cancelled by its owner")

    def close(self) -> None:
        """Let the lock go."""
        os.close(self._file)


class Register:
    """The queries that run now, below a folder that all web server processes share."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made with the first query."""
        self._folder = folder

    @contextlib.contextmanager
    def entered(self, asker: Asker, query: str, build: str) -> Iterator[Locked]:
        """Have a query of a build in the register; the file yielded is removed when somebody cancels it.

        Raises:
            StoreError: the folder cannot be written.
        """
        begun = time.monotonic()  # one clock for all processes; that of the day may jump
        told = {"owner": asker.owner, "query": query[:LONGEST], "build": build, "begun": begun}
        path = self._folder / asker.id
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Under another name until it is locked: nobody is to take it for one left behind.
            hidden = path.with_name(f".{asker.id}")
            hidden.write_text(json.dumps(told))
            entry = _lock(hidden)
            hidden.rename(path)
        except OSError as error:
            reason = f"{self._folder}: expected a folder to write to, found: {error.strerror}"
            raise StoreError(reason, place=self._folder) from error
        assert entry is not None  # noqa: S101 # nobody else knows the hidden name
        try:
            yield entry
        finally:
            path.unlink(missing_ok=True)
            entry.close()

    def listed(self, owner: str) -> tuple[Running, ...]:
        """Return an owner's queries, the oldest first."""
        found = ((path.name, told) for path, told in self._entries() if _is_of(told, owner))
        now = time.monotonic()
        running = (
            Running(name, told["query"], told["build"], max(0.0, now - told["begun"])) for name, told in found
        )
        return tuple(sorted(running, key=lambda each: -each.seconds))

    def number(self) -> int:
        """Return how many queries run, whosesoever they are."""
        return sum(1 for _ in self._entries())

    def cancel(self, owner: str, id: str) -> bool:  # noqa: A002
        """Cancel a query, and say whether it was there and the owner's."""
        for path, told in self._entries():
            if path.name == id and _is_of(told, owner):
                path.unlink(missing_ok=True)
                return True
        return False

    def _entries(self) -> Iterator[tuple[Path, dict[str, Any]]]:
        if not self._folder.is_dir():
            return
        for path in self._folder.iterdir():
            if not _ID.fullmatch(path.name):
                continue
            with contextlib.suppress(FileNotFoundError):  # it has ended since
                if left := _lock(path):
                    path.unlink()
                    left.close()
                else:
                    yield path, json.loads(path.read_text())


class Places:
    """The places for long queries, of which all web server processes together have so many.

    Attributes:
        refused: when a query last found none, on the monotonic clock.
    """

    def __init__(self, folder: Path, number: int) -> None:
        """Name the folder; it is made with the first long query."""
        self.refused = 0.0
        self._files = [folder / f"long-{place}" for place in range(number)]

    def taken(self) -> int:
        """Return how many places are taken."""
        found = [_lock(file) for file in self._files if file.exists()]
        for free in filter(None, found):
            free.close()
        return found.count(None)

    def take(self, patience: float, look: Callable[[], None]) -> Locked:
        """Take a place; to close it is to give it back.

        Args:
            patience: seconds that one is waited for.
            look: is called while it is waited for, and may raise.

        Raises:
            CapacityError: none became free.
        """
        until = time.monotonic() + patience
        while True:
            for file in self._files:
                file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                file.touch(mode=0o600)
                if taken := _lock(file):
                    return taken
            if time.monotonic() > until:
                self.refused = time.monotonic()
                number = len(self._files)
                raise CapacityError(
                    f"{number} long queries are running, as many as may: ask again in a moment, or for less",
                    {"limit": "capacity", "value": number},
                )
            look()
            time.sleep(_PAUSE)


def _is_of(told: dict[str, Any], owner: str) -> bool:
    return bool(owner) and hmac.compare_digest(told["owner"], owner)


def _lock(path: Path) -> Locked | None:
    """Return a file, locked; None where another process, or another thread, has it."""
    file = os.open(path, os.O_RDWR)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        return None
    return Locked(file)
