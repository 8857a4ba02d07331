"""Look words up in the text index of a build: names by their beginnings, passages by their words."""

import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError

FILE = "text.sqlite"
ALIKE = 500  # names that are read to find those like another
MANY = 12  # words of a name that are looked for: no name of a thing has more that tell it from others
WORDS = 24  # words of a snippet: two lines of a page

# Letters that Unicode does not take apart into a base and a mark (the first is the dotless i), as they are
# typed without them.
_PLAIN = str.maketrans(
    {"\u0131": "i", "ə": "a", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)
_APOSTROPHES = str.maketrans("", "", "'’‘ʼʻ`")  # noqa: RUF001 # "Xi'an" is found by "xian"
# Marks around the words found: characters of the private use area, which no article holds.
_OPEN, _CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Name:
    """A thing that goes by a name.

    Attributes:
        iri: the thing.
        kind: its most specific class.
        label: its display name.
        name: the name that was found; the label, or another that it goes by.
    """

    iri: str
    kind: str
    label: str
    name: str


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


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: names that equal the words first, then names that begin with them; passages by rank."""

    names: tuple[Name, ...] = ()
    passages: tuple[Passage, ...] = ()


def fold(text: str) -> str:
    """Return text in lower case, without marks on letters and without apostrophes.

    >>> fold("Çavuşoğlu & Əliyev")
    'cavusoglu & aliyev'
    """
    # Taken apart before letters are made small and after: U+2102 holds a "C", and some small letters a mark.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN).translate(_APOSTROPHES)


def search(file: Path, words: str, limit: int) -> Found:
    """Return at most `limit` names in which each word begins a word, and passages that hold all words.

    Raises:
        StoreError: the index cannot be read.
    """
    if not re.search(r"\w", words):
        return Found()
    with _reading(file) as index:
        return Found(tuple(_names(index, words, limit)), tuple(_passages(index, words, limit)))


def names(file: Path, words: str, limit: int, kinds: Collection[str] | None = None) -> tuple[Name, ...]:
    """Return at most `limit` names in which each word begins a word, of things of some classes or of any.

    Raises:
        StoreError: the index cannot be read.
    """
    with _reading(file) as index:
        return tuple(_names(index, words, limit, kinds))


def alike(file: Path, words: Sequence[str]) -> tuple[Name, ...]:
    """Return things that have names in which a word begins as one of some words does, the likeliest first.

    Args:
        file: the index.
        words: folded words; each is looked for by its first two thirds.

    Raises:
        StoreError: the index cannot be read.
    """
    begins = [f'"{word[: max(2, len(word) * 2 // 3)]}"*' for word in words[:MANY]]
    if not begins:
        return ()
    with _reading(file) as index:
        rows = index.execute(
            "SELECT iri, kind, label, name FROM names WHERE names MATCH ? ORDER BY rank, iri LIMIT ?",
            (" OR ".join(begins), ALIKE),
        )
        return tuple(Name(*row) for row in rows)


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(open_index(file)) as index:
            yield index
    except sqlite3.Error as error:
        raise StoreError(f"{file}: expected a text index, found: {error}", place=file) from error


def open_index(file: Path) -> sqlite3.Connection:
    """Return a text index, opened for reading."""
    # `immutable`: a build never changes, so no lock is taken and no journal looked for.
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def write(file: Path, names: Iterator[Name], passages: Iterator[tuple[str, str, int, int, str]]) -> None:
    """Write a text index: names, and passages as IRI, article, start, end and words."""
    with closing(sqlite3.connect(file)) as index:
        index.executescript("""
            PRAGMA journal_mode = OFF;
            CREATE VIRTUAL TABLE names USING fts5(
                iri UNINDEXED, kind UNINDEXED, label UNINDEXED, name UNINDEXED, folded,
                tokenize = 'unicode61', prefix = '1 2 3');
            CREATE VIRTUAL TABLE passages USING fts5(
                iri UNINDEXED, article UNINDEXED, start UNINDEXED, "end" UNINDEXED, quote,
                tokenize = 'porter unicode61 remove_diacritics 2');
        """)
        rows = ((n.iri, n.kind, n.label, n.name, fold(n.name)) for n in names)
        index.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?)", rows)
        index.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?)", passages)
        index.executescript("INSERT INTO names(names) VALUES ('optimize')")
        index.executescript("INSERT INTO passages(passages) VALUES ('optimize')")
        index.commit()


def _names(
    index: sqlite3.Connection, words: str, limit: int, kinds: Collection[str] | None = None
) -> Iterator[Name]:
    folded = fold(words).strip()
    sought = re.findall(r"\w+", folded)
    if not sought:
        return
    rows = index.execute(
        """
        SELECT iri, kind, label, name FROM names WHERE names MATCH :match
        ORDER BY
            folded = :whole DESC, substr(folded, 1, length(:whole)) = :whole DESC, length(folded), label, iri
        """,
        {"match": " ".join(f'"{word}"*' for word in sought), "whole": folded},
    )
    seen: set[str] = set()
    for row in rows:
        if row[0] not in seen and (kinds is None or row[1] in kinds):
            seen.add(row[0])
            yield Name(*row)
        if len(seen) == limit:
            return


def _passages(index: sqlite3.Connection, words: str, limit: int) -> Iterator[Passage]:
    rows = index.execute(
        """
        SELECT iri, article, start, "end", snippet(passages, 4, ?, ?, '…', ?) FROM passages
        WHERE passages MATCH ? ORDER BY rank, article, start LIMIT ?
        """,
        (_OPEN, _CLOSE, WORDS, " ".join(f'"{word}"' for word in re.findall(r"\w+", words)), limit),
    )
    for iri, article, start, end, snippet in rows:
        yield Passage(iri, article, start, end, tuple(_parts(snippet)))


def _parts(snippet: str) -> Iterator[Part]:
    for number, text in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", snippet)):
        if text:
            yield Part(text, number % 2 == 1)  # marks come in pairs: what stands at odd places is found
