"""Short links: queries that were answered, each with the build that it was asked of, below the data folder.

A link is a file whose name is made from its content, so the same query and build have one link, and a link
never comes to mean anything else. Links outlive builds and restarts. There are at most so many, each of at
most so many characters, whoever makes them.
"""

import base64
import contextlib
import fcntl
import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.errors import FullError, LimitError, NotFoundError, StoreError

LONGEST = 10_000  # characters of a query: ten thousand links fit into some hundred megabytes
_ID = re.compile(r"[a-z2-7]{16}")  # 80 bits in base 32: nobody finds two queries with one
_TITLE = re.compile(r"\s*#[ \t]*title:[ \t]*(\S.*)")
_BEGINNINGS = ("BASE", "PREFIX", "#")


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What a short link stands for.

    Attributes:
        query: the text of the query, its lines ended by line feeds.
        build: name of the build that it was asked of.
        built: day on which that was made, as an ISO date.
        made: day on which the link was, as an ISO date.
    """

    query: str
    build: str
    built: str
    made: str

    @property
    def id(self) -> str:
        """Return the last part of its address, which its query and build alone decide."""
        digest = hashlib.sha256(f"{self.build}\n{self.query}".encode()).digest()
        return base64.b32encode(digest[:10]).decode().lower()

    @property
    def title(self) -> str:
        """Return the title that the query's first line tells, else its first words."""
        return title(self.query)


def plain(query: str) -> str:
    """Return a query as links have it: browsers end lines their own way, and blanks around it say nothing."""
    return query.replace("\r\n", "\n").strip() + "\n"


def title(query: str) -> str:
    r"""Return what a query is called: the title in its first line, else its first words.

    >>> title("PREFIX a: <b> \nSELECT * { ?s a ?o }")
    'SELECT * { ?s a ?o }'
    """
    if told := told_title(query):
        return told
    lines = [line.strip() for line in query.splitlines()]
    words = " ".join(line for line in lines if not line.upper().startswith(_BEGINNINGS)).split()
    short = " ".join(words)
    return short if len(short) <= 60 else f"{short[:59]}…"


def told_title(query: str) -> str | None:
    """Return the title that the first line of a query tells; None where it tells none."""
    told = _TITLE.match(query)
    return told[1].strip()[:120] if told else None


class Shortcuts:
    """The links below a folder, which all web server processes share."""

    def __init__(self, folder: Path, most: int) -> None:
        """Name the folder, which is made with the first link, and how many there may be."""
        self._folder = folder
        self._most = most

    def read(self, id: str) -> Shortcut:  # noqa: A002
        """Return what a link stands for.

        Raises:
            NotFoundError: there is no such link.
        """
        path = self._folder / id
        if not _ID.fullmatch(id) or not path.is_file():
            raise NotFoundError(f"q/{id[:40]}: expected a short link that was made here, found none")
        return Shortcut(**json.loads(path.read_text(encoding="utf-8")))

    def has(self, shortcut: Shortcut) -> bool:
        """Say whether a query of a build has a link already."""
        return (self._folder / shortcut.id).is_file()

    def keep(self, shortcut: Shortcut) -> None:
        """Make a link, unless there is one for the same query and build.

        Raises:
            LimitError: the query is too long.
            FullError: there are as many links as may be.
            StoreError: the folder cannot be written.
        """
        check(shortcut.query)
        try:
            with self._locked():
                if not self.has(shortcut):
                    self._write(shortcut)
        except OSError as error:
            reason = f"{self._folder}: expected a folder to write to, found: {error.strerror}"
            raise StoreError(reason, place=self._folder) from error

    def _write(self, shortcut: Shortcut) -> None:
        there = sum(1 for path in self._folder.iterdir() if _ID.fullmatch(path.name))
        if there >= self._most:
            raise FullError(f"no more than {self._most} short links are kept here: share the query itself")
        hidden = self._folder / f".{shortcut.id}"
        with hidden.open("w", encoding="utf-8") as file:
            json.dump(asdict(shortcut), file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        hidden.rename(self._folder / shortcut.id)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def check(query: str) -> None:
    """See whether a query may have a link.

    Raises:
        LimitError: it is too long.
    """
    if len(query) > LONGEST:
        raise LimitError(
            f"query: expected at most {LONGEST} characters for a short link, found {len(query)}",
            {"limit": "characters", "value": LONGEST},
        )
