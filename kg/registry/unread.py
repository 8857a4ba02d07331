"""Patterns of lines that tell no news: advertising, credits, share lines, biographies."""

import re
from dataclasses import dataclass
from functools import cache

from kg.errors import RegistryError
from kg.registry.tables import Row, rows

FILE = "unread.tsv"
COLUMNS = ("pattern", "kind", "scope")
SCOPES = ("line", "rest", "part")


@dataclass(frozen=True, slots=True)
class Unread:
    """One row of `unread.tsv`; the head of that file says what each column means."""

    pattern: re.Pattern[str]
    kind: str
    scope: str


@cache
def patterns() -> tuple[Unread, ...]:
    """Return all patterns, in the order of the table.

    Raises:
        RegistryError: where the table is broken, or a pattern is no regular expression.
    """
    return tuple(Unread(_pattern(r), r.need("kind"), r.choice("scope", SCOPES)) for r in rows(FILE, COLUMNS))


def _pattern(row: Row) -> re.Pattern[str]:
    try:
        return re.compile(row.need("pattern"), re.IGNORECASE)
    except re.error as error:
        raise RegistryError(f"{row.file}:{row.line}: expected a regular expression, found: {error}") from None
