"""The sentences of each record, made with the build: those that a page shows of it.

A record may rest on thousands of passages, of which a page shows the first to be published. The engine would
look up the words, place and date of every one to tell which these are.
"""

import sqlite3
from bisect import insort
from collections.abc import Iterable, Mapping
from pathlib import Path

FILE = "cited.sqlite"
SENTENCES = 12  # of a fact: who wants to read on opens the fact
Place = tuple[str, str, int, int]  # day of its article, empty where unknown; the article; start, end
_TABLE = """
    PRAGMA journal_mode = OFF;
    CREATE TABLE cited (fact TEXT PRIMARY KEY, passages TEXT) WITHOUT ROWID;
"""
_READ = "SELECT passages FROM cited WHERE fact = ?"


def write(
    file: Path | str, told: Iterable[tuple[str, str]], places: Mapping[str, Place]
) -> sqlite3.Connection:
    """Write the first passages of each thing into a file, or into memory, and return it opened.

    Args:
        file: where to.
        told: a thing and a passage that a claim about it rests on, as IRIs; pairs may come twice, and
            passages that stand nowhere.
        places: of the passages.
    """
    found: dict[str, list[tuple[Place, str]]] = {}
    for thing, passage in told:
        kept = found.setdefault(thing, [])
        if passage in places and (each := (places[passage], passage)) not in kept:
            insort(kept, each)
            del kept[SENTENCES:]
    index = sqlite3.connect(file)
    index.executescript(_TABLE)
    rows = ((thing, " ".join(f"<{passage}>" for _, passage in kept)) for thing, kept in sorted(found.items()))
    index.executemany("INSERT INTO cited VALUES (?, ?)", rows)
    index.commit()
    return index


def read(index: sqlite3.Connection, things: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the first passages of each thing, as terms, in the order in which they were published."""
    found = (index.execute(_READ, (thing,)).fetchone() for thing in things)
    return tuple(tuple(told[0].split()) if told else () for told in found)
