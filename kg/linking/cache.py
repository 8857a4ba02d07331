"""What an endpoint has answered, kept on disk: nothing is asked twice, whenever a run is broken off.

An answer is kept for each thing that was asked about, though many are asked about at once: so another batch
asks for nothing again. Its key is the hash of endpoint and query, with that one thing alone in the query.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError

FILE = "linking.sqlite"
_TABLE = "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, rows TEXT NOT NULL) WITHOUT ROWID"

Row = Mapping[str, Mapping[str, str]]  # variables with their terms, as SPARQL's JSON writes them


@dataclass(frozen=True, slots=True)
class Cache:
    """The answers of one endpoint.

    Attributes:
        base: the open file.
        endpoint: address, a part of every key.
    """

    base: sqlite3.Connection
    endpoint: str

    def get(self, query: str) -> tuple[Row, ...] | None:
        """Return the rows that a query was answered with; None where it never was, or they are broken."""
        found = self.base.execute("SELECT rows FROM answers WHERE key = ?", (self._key(query),)).fetchone()
        if found is None:
            return None
        try:
            return tuple(json.loads(found[0]))
        except ValueError:
            return None

    def put(self, answers: Iterable[tuple[str, Iterable[Row]]]) -> None:
        """Keep the rows of queries, all of them or, if this process dies meanwhile, none."""
        kept = (
            (self._key(query), json.dumps(list(rows), ensure_ascii=False, sort_keys=True))
            for query, rows in answers
        )
        with self.base:
            self.base.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", kept)

    def _key(self, query: str) -> str:
        return hashlib.sha256(f"{self.endpoint}\n{query}".encode()).hexdigest()


@contextmanager
def opened(folder: Path, endpoint: str) -> Iterator[Cache]:
    """Yield the answers of an endpoint that are kept below a folder.

    Raises:
        StoreError: the file cannot be read or written; it may be deleted, at the price of asking again.
    """
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file)) as base:
            base.execute("PRAGMA journal_mode = WAL")  # a batch is kept in one write
            base.execute(_TABLE)
            yield Cache(base, endpoint)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(f"{file}: expected answers that are kept, found: {error}", place=file) from error
