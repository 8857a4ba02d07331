"""Look words up in the passages of a build, and show them where they stand."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.store import texts

WORDS = 24  # words of a snippet: two lines of a page
MOST = 32  # words that are looked for: a sentence has no more that tell it from others

# Marks around the words found: characters of the private use area, which no article holds.
_OPEN, _CLOSE = "\ue000", "\ue001"
_SHOWN = """
    SELECT iri, article, start, "end", snippet(passages, 4, ?, ?, '…', ?) FROM passages
    WHERE passages MATCH ? AND rowid = ?
"""
_WHOLE = 'SELECT iri, article, start, "end", quote FROM passages WHERE rowid = ?'


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a snippet, and whether it is one of the words looked for."""

    text: str
    is_found: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that holds all the words.

    Attributes:
        iri: the passage.
        article: its article.
        start: first code point in the article's text.
        end: the code point after its last.
        parts: an excerpt of its words, in order; "…" stands where some are left out.
    """

    iri: str
    article: str
    start: int
    end: int
    parts: tuple[Part, ...]


def ranked(index: sqlite3.Connection, words: str) -> tuple[int, ...]:
    """Return the numbers of the passages that hold all words, the best first."""
    if not (match := _match(words)):
        return ()
    rows = index.execute("SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank, rowid", (match,))
    return tuple(number for (number,) in rows)


def shown(index: sqlite3.Connection, words: str, numbers: Sequence[int]) -> tuple[Passage, ...]:
    """Return passages by their numbers, each with an excerpt in which words are marked."""
    return tuple(passage for number in numbers for passage in _passages(index, _match(words), number))


def _match(words: str) -> str:
    sought = texts.split(words)[:MOST]
    return texts.every(sought) if sought else ""


def _passages(index: sqlite3.Connection, match: str, number: int) -> Iterator[Passage]:
    if match:
        rows = index.execute(_SHOWN, (_OPEN, _CLOSE, WORDS, match, number))
    else:
        rows = index.execute(_WHOLE, (number,))
    for iri, article, start, end, snippet in rows:
        yield Passage(iri, article, start, end, tuple(_parts(snippet)))


def _parts(snippet: str) -> Iterator[Part]:
    for number, text in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", snippet)):
        if text:
            yield Part(text, number % 2 == 1)  # marks come in pairs: what stands at odd places is found
