"""Tables as CSV (RFC 4180) for people, who open them in spreadsheets.

Results of queries are none of these: programs read them, as SPARQL's own CSV has them.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

PART = 200  # rows that are held at a time; some 200 kB
MEDIA = "text/csv; charset=utf-8"
# What a spreadsheet takes for a formula, or skips to find one: https://owasp.org/www-community/attacks/CSV_Injection
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n")

Cell = str | int | float | date | None


def write(names: Sequence[str], rows: Iterable[Iterable[Cell]]) -> Iterator[bytes]:
    """Yield a table a part at a time: the names of its columns, then its rows."""
    yield _part([names])
    rest = iter(rows)
    while part := list(islice(rest, PART)):
        yield _part(part)


def safe(cell: Cell) -> str:
    """Return a cell as text that no spreadsheet runs: an apostrophe stands before what looks like a formula.

    >>> safe("=1+1"), safe("Xi"), safe(None), safe(0.5)
    ("'=1+1", 'Xi', '', '0.5')
    """
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RUN) else str(cell)


def _part(rows: Iterable[Iterable[Cell]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode()
