"""Carry out a search through the text index of a build: the best finds first, each with its relevance."""

import re
from collections.abc import Iterator
from pathlib import Path

from kg.errors import LimitError, QueryError
from kg.store import searches, texts
from kg.store.blocks import Table
from kg.store.searches import Search
from kg.store.tokens import fault

_PART = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_PASSAGES = """
    SELECT iri, -rank FROM passages WHERE passages MATCH :match ORDER BY rank, iri LIMIT :limit
"""
_NAMES = """
    SELECT iri, max(min(1.0, 1.0 * :length / length(folded))) AS share FROM names WHERE names MATCH :match
    GROUP BY iri ORDER BY share DESC, iri LIMIT :limit
"""


def table(file: Path, search: Search, text: str) -> Table:
    """Return what a search of a query finds: the things, and where it is asked for their relevance.

    Args:
        file: the text index.
        search: what is looked for.
        text: the query that it stands in, for messages.

    Raises:
        QueryError: the words are none.
        LimitError: they hold for more things than are joined without a limit.
        StoreError: the index cannot be read.
    """
    words = texts.fold(search.words) if search.is_named else search.words
    try:
        match = " ".join(_phrases(words))
    except ValueError as error:
        raise fault(text, search.place, f"expected words to search for, found {error}") from None
    match = f"{{folded}} : ({match})" if search.is_named else match
    given = {"match": match, "limit": search.limit or searches.MOST + 1, "length": _length(words)}
    rows = _rows(file, _NAMES if search.is_named else _PASSAGES, given)
    if search.limit is None and len(rows) > searches.MOST:
        raise _many(search, text)
    if search.score is None:
        return Table((search.thing,), tuple((f"<{iri}>",) for iri, _ in rows))
    return Table((search.thing, search.score), tuple((f"<{iri}>", f"{score:.9f}") for iri, score in rows))


def _rows(file: Path, query: str, given: dict[str, object]) -> list[tuple[str, float]]:
    with texts.reading(file) as index:
        return index.execute(query, given).fetchall()


def _phrases(words: str) -> Iterator[str]:
    """Yield what is looked for as FTS5 writes it: each word or quoted phrase, by its beginning before a *.

    Raises:
        ValueError: there is nothing to look for; the message says what there is.
    """
    if words.count('"') % 2:
        raise ValueError("a quotation mark that is not closed")
    found = [(quoted or plain, _WORD.findall(quoted or plain)) for quoted, plain in _PART.findall(words)]
    if not any(parts for _, parts in found):
        raise ValueError(f"no word in {words!r}")
    for part, parts in found:
        if parts:
            yield f'"{" ".join(parts)}"{"*" if part.endswith("*") else ""}'


def _length(words: str) -> int:
    """Return how many characters of a name the words make up."""
    return len(" ".join(_WORD.findall(words)))


def _many(search: Search, text: str) -> QueryError:
    kind = "names" if search.is_named else "passages"
    reason = f"more than {searches.MOST:,} {kind} hold {search.words!r}: add words, or dip:limit for the best"
    error = fault(text, search.place, reason, LimitError)
    error.members |= {"limit": "rows", "value": searches.MOST}
    return error
