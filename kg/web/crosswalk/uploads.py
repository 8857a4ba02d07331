"""Read a table that somebody sends: CSV as spreadsheets write it, in any encoding, or a pasted column."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.errors import QueryError, TooLargeError

ROWS, COLUMNS, LONGEST = 1_000, 50, 2_000  # of a table; characters of a cell
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BETWEEN = ",;\t|"
# How columns of names are headed: the first row is no name then.
_HEADS = frozenset(
    {"actor", "actors", "country", "label", "name", "names", "organization", "person", "state", "who"}
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        columns: their names, or numbers where they have none.
        rows: cells, as many in each row as there are columns.
        has_head: whether the first row was read as the names of the columns.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    has_head: bool

    @property
    def text(self) -> str:
        """Return the table as a form carries it: CSV, the names of columns as they were found."""
        out = io.StringIO(newline="")
        csv.writer(out).writerows([*([self.columns] if self.has_head else []), *self.rows])
        return out.getvalue()


def decoded(data: bytes) -> str:
    """Return the text of a file: by its byte order mark, else UTF-8, else the old encoding of Windows.

    Raises:
        QueryError: it is no text.
    """
    if data.startswith(b"PK\x03\x04"):
        raise QueryError("file: expected CSV, found a workbook or an archive: save it as CSV (UTF-8) first")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise QueryError(
                f"file: expected {encoding.upper()} as its first bytes say, found: {error.reason}"
            ) from error
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise QueryError(f"file: expected text, found the character NUL at {text.index(chr(0)) + 1}")
    return text


def read(text: str, delimiter: str | None = None, *, has_head: bool | None = None) -> Table:
    """Return a table; where nobody says whether it has a head, its first row tells.

    Args:
        text: the rows.
        delimiter: what stands between cells; None for what the first row has most of.
        has_head: whether the first row has the names of the columns; None where nobody says.

    Raises:
        QueryError: it has no rows, or is no CSV.
        TooLargeError: it has more rows, columns, or characters in a cell than are taken.
    """
    found = list(_bounded(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text))))
    if not found:
        raise QueryError("table: expected at least one row, found none")
    width = max(map(len, found))
    rows = [tuple(row) + ("",) * (width - len(row)) for row in found]
    if has_head is None:
        has_head = width > 1 or rows[0][0].strip().casefold() in _HEADS
    if has_head and len(rows) == 1:
        raise QueryError("table: expected at least one row below the names of the columns, found none")
    head = rows[0] if has_head else ("",) * width
    names = tuple(name.strip() or f"Column {number}" for number, name in enumerate(head, 1))
    return Table(names, tuple(rows[has_head:]), has_head)


def _bounded(lines: Iterator[list[str]]) -> Iterator[Sequence[str]]:
    """Yield the rows that hold something, none of them over the bounds."""
    number = 0
    try:
        for row in lines:
            if not any(cell.strip() for cell in row):
                continue
            number += 1
            if number > ROWS + 1:
                raise TooLargeError(
                    f"table: expected at most {ROWS:,} rows, found more: send it in parts, or use /reconcile"
                )
            if len(row) > COLUMNS:
                raise TooLargeError(f"row {number}: expected at most {COLUMNS} columns, found {len(row):,}")
            if (longest := max(map(len, row))) > LONGEST:
                raise TooLargeError(
                    f"row {number}: expected at most {LONGEST:,} characters in a cell, found {longest:,}"
                )
            yield row
    except csv.Error as error:
        raise QueryError(f"row {number + 1}: expected cells of CSV, found: {error}") from error


def _delimiter(text: str) -> str:
    """Return what stands between cells: the sign that the first line has most of; a tab where it has one."""
    first = text.lstrip().partition("\n")[0]
    if "\t" in first:
        return "\t"
    return max(_BETWEEN, key=first.count)
