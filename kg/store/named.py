"""Look things up by their names, in any script: by how they are written, spelt, or sound."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyroaring import BitMap

from kg import spelling
from kg.store import texts
from kg.store.texts import MANY, NAMES, Name, every, split

ALIKE = 500  # names that are read to find those like another, or to order those that begin alike
ENOUGH = 0.5  # of how alike a name that sounds the same is written; "Olaf" for "阿利耶夫" has .4
_BEGUN = 2  # letters of a folded word that may begin another: "zzz" is folded to one
_LONG = 4  # consonants that hardly two names share: "拉夫罗夫" and "لافروف" are written alike to .4
_SHORTEST = 2  # consonants: names of one sound like too many others
_COLUMNS = "SELECT rowid, iri, kind, label, name, folded FROM names WHERE "
_THESE = """
    SELECT rowid, iri, kind, label, name, folded FROM names
    WHERE rowid IN (SELECT value FROM json_each(?)) ORDER BY rowid
"""
_HELD = "SELECT rowid FROM names WHERE names MATCH ? ORDER BY rowid"
_EQUAL = "SELECT name FROM whole WHERE folded = ? ORDER BY name LIMIT ?"


@dataclass(frozen=True, slots=True)
class _Row:
    """A name that may be meant, by its number."""

    number: int
    iri: str
    kind: str
    label: str
    name: str
    folded: str


def find(
    index: sqlite3.Connection, words: str, limit: int, kinds: Collection[str] | None = None
) -> tuple[Name, ...]:
    """Return at most `limit` things by a name in which each word begins a word, or sounds like one.

    Names that are written so come before names that are spelt so in another script or transliteration, and
    those before names that sound so; the names that equal the words lead. Of two alike, that one leads of
    whose thing more is told.

    Args:
        index: the text index.
        words: what is looked for.
        limit: how many at most.
        kinds: classes, of one of which things must be; None for any.
    """
    found: dict[str, Name] = {}
    for row in _rows(index, words, limit, kinds):
        found.setdefault(row.iri, Name(row.iri, row.kind, row.label, row.name))
        if len(found) == limit:
            break
    return tuple(found.values())


def order(index: sqlite3.Connection, words: str, within: BitMap | None) -> tuple[int, ...]:
    """Return the numbers of names that `find` finds, one for each thing and the best first, without a limit.

    Args:
        index: the text index.
        words: what is looked for.
        within: the numbers of the things that are looked among; None for all.
    """
    match = _written(index, words)
    if not match:
        return ()
    found = [n for (n,) in index.execute(_HELD, (match,)) if within is None or n // NAMES in within]
    if found:
        # What follows the first ones is many: it stands as it is numbered, by how much is told of it.
        rows = {row.number: row for row in _read(index, found[:ALIKE])}
        whole, held = texts.fold(words).strip(), set(found)
        equal = [n for (n,) in index.execute(_EQUAL, (whole, ALIKE)) if n in held]
        begun = sorted(rows.values(), key=_order(whole))
        found = [*equal, *(row.number for row in begun), *found[ALIKE:]]
    else:
        sounding = _sounding(index, words, None)
        found = [r.number for r in sounding if within is None or r.number // NAMES in within]
    first = {number // NAMES: number for number in reversed(found)}
    return tuple(first[thing] for thing in _things(found))


def read(index: sqlite3.Connection, numbers: Sequence[int]) -> tuple[Name, ...]:
    """Return names by their numbers, in their order."""
    rows = {row.number: row for row in _read(index, numbers)}
    return tuple(Name(r.iri, r.kind, r.label, r.name) for n in numbers if (r := rows.get(n)))


def alike(file: Path, words: Sequence[str]) -> tuple[Name, ...]:
    """Return things that have names in which a word begins as one of some words does, the likeliest first.

    Args:
        file: the index.
        words: folded words, of letters and digits alone; each is looked for by its first two thirds.

    Raises:
        StoreError: the index cannot be read.
    """
    begins = [f'"{texts.begin(word)}"*' for word in words[:MANY]]
    with texts.reading(file) as index:
        if not begins or not texts.is_current(index):
            return ()
        rows = index.execute(
            "SELECT iri, kind, label, name FROM names WHERE names MATCH ? ORDER BY rank, iri LIMIT ?",
            ("{folded spelt} : (" + " OR ".join(begins) + ")", ALIKE),
        )
        return tuple(Name(*row) for row in rows)


def _rows(index: sqlite3.Connection, words: str, limit: int, kinds: Collection[str] | None) -> Iterator[_Row]:
    if not (match := _written(index, words)):
        return
    whole = texts.fold(words).strip()
    equal = _read(index, [number for (number,) in index.execute(_EQUAL, (whole, ALIKE))])
    condition, given = _of(kinds)
    query = f"{_COLUMNS} names MATCH ? {condition} ORDER BY rowid LIMIT ?"
    begun = [_Row(*row) for row in index.execute(query, (match, *given, max(ALIKE, limit)))]
    yield from (row for row in equal if kinds is None or row.kind in kinds)
    yield from sorted(begun, key=_order(whole))
    if len(begun) < limit:
        yield from _sounding(index, words, kinds)


def _read(index: sqlite3.Connection, numbers: Sequence[int]) -> list[_Row]:
    """Return names by their numbers, sorted by these."""
    return [_Row(*row) for row in index.execute(_THESE, (json.dumps(tuple(numbers)),))]


def _things(names: Iterable[int]) -> tuple[int, ...]:
    """Return the numbers of the things that names are of, each once, in their order."""
    return tuple(dict.fromkeys(number // NAMES for number in names))


def _order(whole: str) -> Callable[[_Row], tuple[bool, bool, int]]:
    """Return what names are sorted by: written as the words before spelt so, begun by them before others."""
    sought = split(whole)

    def key(row: _Row) -> tuple[bool, bool, int]:
        held = split(row.folded)
        is_written = all(any(word.startswith(begin) for word in held) for begin in sought)
        return not is_written, not row.folded.startswith(whole), row.number

    return key


def _written(index: sqlite3.Connection, words: str) -> str:
    """Return what asks for names that are written or spelt like the words; nothing where nothing does."""
    if not texts.is_current(index):
        return ""
    sought, spelt = split(texts.fold(words))[:MANY], [split(form)[:MANY] for form in spelling.forms(words)]
    if not sought:
        return ""
    asked = [f"{{folded}} : {every(sought, 1)}"]
    return " OR ".join(asked + [f"{{spelt}} : {every(form, _BEGUN)}" for form in spelt if form])


def _sounding(index: sqlite3.Connection, words: str, kinds: Collection[str] | None) -> list[_Row]:
    """Return names with the same consonants, one of the two in a script that tells little more of them."""
    sounds = split(spelling.skeleton(words))[:MANY]
    if sum(map(len, sounds)) < _SHORTEST:
        return []
    columns = "{heard loose}" if spelling.is_loose(words) else "{loose}"
    condition, given = _of(kinds)
    query = f"{_COLUMNS} names MATCH ? {condition} ORDER BY rowid LIMIT ?"
    rows = [_Row(*row) for row in index.execute(query, (f"{columns} : {every(sounds)}", *given, ALIKE))]
    likeness = {row.number: spelling.within(words, row.name) for row in rows}
    enough = ENOUGH if sum(map(len, sounds)) < _LONG else ENOUGH / 2
    near = (row for row in rows if likeness[row.number] >= enough)
    return sorted(near, key=lambda row: (-likeness[row.number], row.number))


def _of(kinds: Collection[str] | None) -> tuple[str, tuple[str, ...]]:
    """Return the condition that holds for things of some classes, and what it is given."""
    if kinds is None:
        return "", ()
    return f"AND kind IN ({', '.join('?' * len(kinds))})", tuple(kinds)
