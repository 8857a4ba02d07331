"""The things of each class in the order of its index, made with the build.

The engine reads and sorts all of a class for each page of its index: a million claims took over a minute. So
the part of the query that picks a page is asked once for all pages, and a page reads its keys here. A key
ends in the IRI of its thing, so the key alone is kept.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode
from rdflib import URIRef

from kg.store.lists import Cell, Pick
from kg.store.queries import Query
from kg.vocab import DIP, superclasses

FILE = "index.sqlite"
Ask = Callable[[Query, Mapping[str, NamedNode | Literal]], Iterable[Mapping[str, Cell]]]
_TABLES = """
    PRAGMA journal_mode = OFF;
    CREATE TABLE kinds (id INTEGER PRIMARY KEY, kind TEXT UNIQUE, pick TEXT);
    CREATE TABLE keys (kind INTEGER, key TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID;
"""
_KIND = "SELECT id FROM kinds WHERE kind = ? AND pick = ?"
_UP = "SELECT key FROM keys WHERE kind = ? AND key > ? ORDER BY key LIMIT ?"
_DOWN = "SELECT key FROM keys WHERE kind = ? AND key < ? ORDER BY key DESC LIMIT ?"


@dataclass(frozen=True, slots=True)
class Order:
    """How an index is ordered: its query, and the key before all others."""

    query: str
    begin: str


ORDERS = {
    "by-name": Order("by-name", ""),
    "by-date": Order("by-date", "~"),
}  # the latest first: after all digits


def order(kind: URIRef) -> Order:
    """Return how the index of a class is ordered: records by date, all others by name.

    >>> order(DIP.Visit).query
    'by-date'
    """
    return ORDERS["by-date" if DIP.Record in superclasses(kind) else "by-name"]


def write(file: Path | str, ask: Ask, picks: Mapping[str, Pick]) -> sqlite3.Connection:
    """Write the keys of each class into a file, and return it opened.

    Args:
        file: where to.
        ask: answers a query with what is bound in it.
        picks: what picks a page of the index of each class.
    """
    index = sqlite3.connect(file)
    index.executescript(_TABLES)
    for number, (kind, pick) in enumerate(picks.items()):
        index.execute("INSERT INTO kinds VALUES (?, ?, ?)", (number, kind, pick.text))
        begin = order(URIRef(kind)).begin
        rows = ask(pick.whole, {"class": NamedNode(kind), "after": Literal(begin)})
        # A thing with two dates has two keys, one with the same date twice has one.
        keys = ((number, str(getattr(row["order"], "value", ""))) for row in rows)
        index.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?)", keys)
    index.commit()
    return index


def read(index: sqlite3.Connection, kind: str, pick: Pick, after: str) -> tuple[str, ...] | None:
    """Return a page of the things of a class that come after a key, as rows of what picks them.

    None where the file was made of another query: a page may be younger than the build.
    """
    found = index.execute(_KIND, (kind, pick.text)).fetchone()
    if found is None:
        return None
    is_down = any(down for _, down in pick.keys)
    keys = index.execute(_DOWN if is_down else _UP, (*found, after, pick.limit))
    return tuple(_row(pick, kind, after, key) for (key,) in keys)


def _row(pick: Pick, kind: str, after: str, key: str) -> str:
    cells = {
        "class": NamedNode(kind),
        "after": Literal(after),
        "order": Literal(key),
        "fact": NamedNode(key.rpartition(" ")[2]),
    }
    return " ".join(str(cells[name]) for name in pick.columns)
