"""What pages list, made with the build: for each panel and each thing its facts, in their order.

The engine sorts slowly: it reads the words of an IRI anew for each comparison (6,000 passages took 13 s), and
a thing may have 100,000 claims. So the part of a query that picks facts, the first SELECT within it that ends
in a LIMIT, is asked once when the build is made, for all things together. A page reads the rows that it shows
by their numbers and asks the rest of the query of these alone. The query as it is written stays whole: any
engine answers it the same.
"""

import re
import sqlite3
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import XSD

from kg.store.queries import Query

FILE = "lists.sqlite"
DRAWN = "picture/"  # what the names of lists of pictures begin with
OF = "entity"  # the variable that names the thing whose list it is
Cell = NamedNode | Literal | BlankNode | Triple | None
Ask = Callable[[Query], Iterable[Mapping[str, Cell]]]
_PICK = re.compile(r"^( +)SELECT(?:(?!SELECT|LIMIT).)*?^\1LIMIT \d+\n", re.MULTILINE | re.DOTALL)
# The part that adds to what was picked the passages that its claims rest on.
_CITED = re.compile(
    r"^( +)SELECT (?:DISTINCT )?[?\w ]+ \?passage\n\1WHERE \{\n\1  \{\n((?:\1    .*\n)+)\1  \}\n"
    r"\1  \?(\w+) rdf:subject \?fact \.\n\1  \?\3 dip:passage \?passage \.\n\1\}\n\1LIMIT \d+\n",
    re.MULTILINE,
)
_ORDER = re.compile(r"^ORDER BY (.*)\nLIMIT (\d+)\n", re.MULTILINE)
_UNUSED = (("", False),) * 3
_NUMBERED = (
    "INSERT INTO lists"
    " SELECT entity, ?, row_number() OVER (PARTITION BY entity ORDER BY {}), fact, cells FROM found"
)
_PICKED = "SELECT text FROM picks WHERE list = ?"
_AFTER = "SELECT n FROM lists WHERE entity = ? AND list = ? AND fact = ?"
_ROWS = "SELECT cells, fact FROM lists WHERE entity = ? AND list = ? AND n BETWEEN ? AND ? ORDER BY n"
_TOTAL = "SELECT coalesce(max(n), 0) FROM lists WHERE entity = ? AND list = ?"
_INNERMOST = re.compile(r"\((?:[^()]* AS (\?\w+)|[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Pick:
    """The part of a query that picks facts.

    Attributes:
        query: the whole query.
        text: the part, as it stands but for its indent.
        columns: what it projects, but for the thing whose list it is.
        keys: the columns that it is sorted by, and whether each from the last to the first.
        limit: how many facts it picks.
    """

    query: Query
    text: str
    columns: tuple[str, ...]
    keys: tuple[tuple[str, bool], ...]
    limit: int

    @property
    def whole(self) -> Query:
        """Return the query of all facts: of all things, or of the one that is bound; in no order."""
        prefixes = "".join(re.findall(r"^PREFIX .*\n", self.query.text, re.MULTILINE))
        return replace(self.query, text=prefixes + _ORDER.sub("", self.text))

    def among(self, rows: Sequence[str], cited: Sequence[Sequence[str]] | None = None) -> Query:
        """Return the whole query, with some facts in place of what picks them; a row is told in terms.

        Where the passages of each row are known, they stand in place of what looks for them.
        """
        text = self.query.text
        if cited is not None and "fact" in self.columns:
            told = [f"{row} {passage}" for row, found in zip(rows, cited, strict=True) for passage in found]
            text = self._put(_CITED, 2, text, _values((*self.columns, "passage"), told))
        return replace(self.query, text=self._put(_PICK, 0, text, _values(self.columns, rows)))

    def _put(self, part: re.Pattern[str], picking: int, text: str, values: str) -> str:
        """Return a text with values in place of each part whose group is what picks facts."""

        def put(found: re.Match[str]) -> str:
            same = textwrap.dedent(found[picking]) == self.text
            return textwrap.indent(values, found[1]) if same else found[0]

        return part.sub(put, text)


@dataclass(frozen=True, slots=True)
class Listed:
    """A run of a list.

    Attributes:
        rows: its rows, each as terms with spaces between.
        facts: the fact of each row.
        before: how many stand before them.
        total: how many there are.
    """

    rows: tuple[str, ...]
    facts: tuple[str, ...]
    before: int
    total: int

    @property
    def last(self) -> str | None:
        """Return the fact of the last row; None where there are none."""
        return self.facts[-1] if self.facts else None

    @property
    def more(self) -> bool:
        """Say whether others follow."""
        return self.before + len(self.rows) < self.total


@dataclass(frozen=True, slots=True)
class Run:
    """Which part of a list is read: at most so many rows, from that on which follows a fact's.

    Attributes:
        most: how many.
        after: the fact.
        whole: a list of no more rows is read whole.
    """

    most: int
    after: str | None = None
    whole: int = 0


@cache
def pick(query: Query) -> Pick | None:
    """Return the part of a query that picks facts; None where it has none."""
    found = _PICK.search(query.text)
    if found is None:
        return None
    text = textwrap.dedent(found[0])
    head = text.partition("WHERE")[0]
    while _INNERMOST.search(head):
        head = _INNERMOST.sub(lambda match: match[1] or "", head)
    columns = re.findall(r"\?(\w+)", head)
    order = _ORDER.search(text)
    if order is None:
        return None
    keys = tuple((name, bool(down)) for down, name in re.findall(r"(DESC\()?\?(\w+)", order[1]))
    return Pick(query, text, tuple(c for c in columns if c != OF), keys, int(order[2]))


def write(file: Path | str, ask: Ask, picks: Mapping[str, Pick]) -> sqlite3.Connection:
    """Write lists into a file, or into memory under the name `:memory:`, and return them opened.

    Args:
        file: where to.
        ask: answers a query.
        picks: what picks the facts of each list, by the list's name.
    """
    index = sqlite3.connect(file)
    index.executescript("""
        PRAGMA journal_mode = OFF;
        CREATE TABLE lists (entity TEXT, list TEXT, n INTEGER, fact TEXT, cells TEXT,
            PRIMARY KEY (entity, list, n)) WITHOUT ROWID;
        CREATE TABLE picks (list TEXT PRIMARY KEY, text TEXT);
        CREATE TEMP TABLE found (entity TEXT, a, b, c, fact TEXT, cells TEXT);
    """)
    for name, found in picks.items():
        index.execute("INSERT INTO picks VALUES (?, ?)", (name, found.text))
        index.execute("DELETE FROM found")
        index.executemany("INSERT INTO found VALUES (?, ?, ?, ?, ?, ?)", _found(found, ask(found.whole)))
        downs = (down for _, down in (*found.keys, *_UNUSED)[:3])
        order = ", ".join(
            f"{key} {'DESC' if down else 'ASC'}" for key, down in zip("abc", downs, strict=True)
        )
        index.execute(_NUMBERED.format(order), (name,))
    index.commit()
    return index


def has(index: sqlite3.Connection, name: str, pick: Pick) -> bool:
    """Say whether a list is there as it would be picked now: a panel may be younger than the build."""
    found: tuple[str] | None = index.execute(_PICKED, (name,)).fetchone()
    return found == (pick.text,)


def read(index: sqlite3.Connection, entity: str, name: str, run: Run) -> Listed:
    """Return a run of the list of a thing; an empty one where there is none."""
    of = entity, name
    [first] = index.execute(_AFTER, (*of, run.after)).fetchone() or (0,)
    [total] = index.execute(_TOTAL, of).fetchone()
    most = run.whole if total <= run.whole else run.most
    rows = index.execute(_ROWS, (*of, first + 1, first + most)).fetchall()
    return Listed(tuple(cells for cells, _ in rows), tuple(fact for _, fact in rows), first, total)


def _values(names: Sequence[str], rows: Iterable[str]) -> str:
    head = " ".join(f"?{name}" for name in names)
    return f"VALUES ({head}) {{\n" + "".join(f"  ({row})\n" for row in rows) + "}\n"


def _found(found: Pick, rows: Iterable[Mapping[str, Cell]]) -> Iterator[tuple[object, ...]]:
    names = [name for name, _ in found.keys]
    fact = "fact" if "fact" in found.columns else found.columns[0]
    for row in rows:
        keys = [_key(row[name]) for name in names] + [None] * 3
        cells = " ".join("UNDEF" if (cell := row[name]) is None else str(cell) for name in found.columns)
        yield _words(row.get(OF)) or "", *keys[:3], _words(row[fact]), cells


def _key(cell: Cell) -> object:
    is_number = isinstance(cell, Literal) and cell.datatype.value == str(XSD.integer)
    return int(cell.value) if is_number else _words(cell)  # type: ignore[union-attr]


def _words(cell: Cell) -> str | None:
    return cell.value if isinstance(cell, NamedNode | Literal) else None
