"""Words that speak to a machine: an article that has them is read, but what they tell is no news."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from kg.errors import RegistryError
from kg.model import Span
from kg.registry.tables import Row, rows
from kg.text import sentences

FILE = "orders.tsv"
COLUMNS = ("pattern", "language")
# What is not seen and hides a word from a pattern: zero-width letters, marks of direction, soft hyphens.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)


def find(text: str) -> tuple[Span, ...]:
    """Return the paragraphs in which some words speak to a machine, in the order of the text."""
    return tuple(p for p in sentences.paragraphs(text) if _is_order(text[p.start : p.end]))


def _is_order(words: str) -> bool:
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", words))
    return any(pattern.search(plain) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return all patterns, in the order of the table.

    Raises:
        RegistryError: where the table is broken, or a pattern is no regular expression.
    """
    return tuple(_pattern(row) for row in rows(FILE, COLUMNS, Path(__file__).parent))


def _pattern(row: Row) -> re.Pattern[str]:
    try:
        return re.compile(row.need("pattern"), re.IGNORECASE | re.MULTILINE)
    except re.error as error:
        raise RegistryError(f"{row.file}:{row.line}: expected a regular expression, found: {error}") from None
