"""The text index of a build: names by their beginnings, passages by their words.

Each thing and each passage has a number, so that what a search finds and what a facet holds are sets of
numbers. Things are numbered by how much is told of them: what is found first without sorting is what most
is told of.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg import spelling
from kg.errors import StoreError

FILE = "text.sqlite"
MANY = 12  # words of a name that are looked for: no name of a thing has more that tell it from others
NAMES = 256  # of one thing that are found: the number of a name is its thing's times this, and its place

_VERSION = 2  # of what `write` makes
# Letters that Unicode does not take apart into a base and a mark (the first is the dotless i), as they are
# typed without them.
_PLAIN = str.maketrans(
    {"\u0131": "i", "ə": "a", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻ`")  # noqa: RUF001 # "Xi'an" is found by "xian"


@dataclass(frozen=True, slots=True)
class Name:
    """A thing that goes by a name.

    Attributes:
        iri: the thing.
        kind: its most specific class.
        label: its display name.
        name: the name that was found; the label, or another that it goes by.
    """

    iri: str
    kind: str
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing with all its names.

    Attributes:
        iri: the thing.
        kind: its most specific class.
        label: its display name.
        names: what it goes by, the label among it.
        is_sounded: whether a name that sounds alike in another script is looked for: not where the names
            are sentences.
    """

    iri: str
    kind: str
    label: str
    names: tuple[str, ...]
    is_sounded: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage as it is indexed: its words, and their place in the text of its article."""

    iri: str
    article: str
    start: int
    end: int
    words: str


def fold(text: str) -> str:
    """Return text in lower case, without marks on letters and without apostrophes.

    >>> fold("Çavuşoğlu & Əliyev")
    'cavusoglu & aliyev'
    """
    # Taken apart before letters are made small and after: U+2102 holds a "C", and some small letters a mark.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN).translate(_APOSTROPHES)


def every(words: Sequence[str], shortest: int | None = None) -> str:
    """Return what the index is asked for where all words must be held; words hold letters and digits alone.

    Args:
        words: at least one.
        shortest: a word of so many letters or more need only begin one that is held; None if none need.

    >>> every(["liu", "i"], 2)
    '("liu"* AND "i")'
    """
    marks = ("*" if shortest is not None and len(word) >= shortest else "" for word in words)
    held = " AND ".join(f'"{word}"{mark}' for word, mark in zip(words, marks, strict=True))
    return f"({held})"


def split(text: str) -> list[str]:
    """Return the words of text as the index holds them."""
    return re.findall(r"\w+", text)


def begin(word: str) -> str:
    """Return what a word is looked for by where it may be written amiss: its first two thirds."""
    return word[: max(2, len(word) * 2 // 3)]


@contextmanager
def reading(file: Path, name: str = "a text index") -> Iterator[sqlite3.Connection]:
    """Yield a text index, or another file of a build that has a name for errors, opened for reading.

    Raises:
        StoreError: it cannot be read.
    """
    try:
        with closing(open_index(file)) as index:
            yield index
    except sqlite3.Error as error:
        raise StoreError(f"{file}: expected {name}, found: {error}", place=file) from error


def open_index(file: Path) -> sqlite3.Connection:
    """Return a text index, opened for reading."""
    # `immutable`: a build never changes, so no lock is taken and no journal looked for.
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def is_current(index: sqlite3.Connection) -> bool:
    """Say whether an index is as this version makes it; names are not looked for in one that is older."""
    (found,) = index.execute("PRAGMA user_version").fetchone()
    return bool(found == _VERSION)


def number(index: sqlite3.Connection, iri: str) -> int | None:
    """Return the number of a thing or a passage; None where it has none."""
    if not is_current(index):
        return None
    found: tuple[int] | None = index.execute("SELECT number FROM numbers WHERE iri = ?", (iri,)).fetchone()
    return found[0] if found else None


def last(index: sqlite3.Connection) -> int:
    """Return the number of the last thing; those of passages follow."""
    (found,) = index.execute("SELECT max(rowid) FROM names").fetchone()
    return int(found or 0) // NAMES


def write(file: Path, things: Sequence[Thing], quotes: Sequence[Quote]) -> None:
    """Write a text index; things are numbered in their order from 1, then passages."""
    with closing(sqlite3.connect(file)) as index:
        index.executescript("""
            PRAGMA journal_mode = OFF;
            PRAGMA user_version = 2;
            CREATE TABLE whole (folded TEXT, name INTEGER, PRIMARY KEY (folded, name)) WITHOUT ROWID;
            CREATE TABLE numbers (iri TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
            CREATE VIRTUAL TABLE names USING fts5(
                iri UNINDEXED, kind UNINDEXED, label UNINDEXED, name UNINDEXED, folded, spelt, heard, loose,
                tokenize = 'unicode61', prefix = '1 2 3');
            CREATE VIRTUAL TABLE passages USING fts5(
                iri UNINDEXED, article UNINDEXED, start UNINDEXED, "end" UNINDEXED, quote,
                tokenize = 'porter unicode61 remove_diacritics 2');
        """)
        index.executemany("INSERT INTO names(rowid, iri, kind, label, name, folded, spelt, heard, loose)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _named(things))  # fmt: skip
        index.execute("INSERT INTO whole SELECT folded, rowid FROM names")
        rows = ((n, q.iri, q.article, q.start, q.end, q.words) for n, q in enumerate(quotes, len(things) + 1))
        index.executemany('INSERT INTO passages(rowid, iri, article, start, "end", quote)'
                          " VALUES (?, ?, ?, ?, ?, ?)", rows)  # fmt: skip
        numbered = enumerate((*(t.iri for t in things), *(q.iri for q in quotes)), 1)
        index.executemany("INSERT INTO numbers VALUES (?, ?)", ((iri, number) for number, iri in numbered))
        index.executescript("INSERT INTO names(names) VALUES ('optimize')")
        index.executescript("INSERT INTO passages(passages) VALUES ('optimize')")
        index.commit()


def _named(things: Sequence[Thing]) -> Iterator[tuple[object, ...]]:
    for number, thing in enumerate(things, 1):
        for place, name in enumerate(thing.names[:NAMES]):
            sounds = spelling.skeleton(name) if thing.is_sounded else ""
            heard, loose = ("", sounds) if spelling.is_loose(name) else (sounds, "")
            spelt = " ".join(spelling.forms(name))
            yield (
                number * NAMES + place,
                thing.iri,
                thing.kind,
                thing.label,
                name,
                fold(name),
                spelt,
                heard,
                loose,
            )
