"""Facets: by what a search is narrowed, each value with the set of what it holds for.

The sets are made with the build (`kg.store.aspects`) as compressed bitmaps, so that the counts of a page are
cardinalities of intersections: exact, whatever number of finds there is, and without a join.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pyroaring import BitMap

from kg.store import texts

FACETS = ("class", "state", "outlet", "year", "status")
Chosen = Mapping[str, frozenset[str]]  # values by facet; one of them must hold


@dataclass(frozen=True, slots=True)
class Aspect:
    """A value of a facet.

    Attributes:
        facet: which one.
        value: as it stands in an address: "meeting", "azerbaijan", "2025".
        term: its IRI; of a year its number.
        label: what it is called.
        found: the numbers of things and passages that it holds for.
        is_general: whether others tell more: a class that holds for nothing but by one below it.
    """

    facet: str
    value: str
    term: str
    label: str
    found: BitMap
    is_general: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """How much of what is found a value holds for."""

    aspect: Aspect
    number: int


def write(index: sqlite3.Connection, aspects: Iterable[Aspect]) -> None:
    """Write facets into a text index."""
    index.execute("""
        CREATE TABLE facets (facet TEXT, value TEXT, term TEXT, label TEXT, found BLOB, is_general INTEGER,
            PRIMARY KEY (facet, value))
    """)
    rows = ((a.facet, a.value, a.term, a.label, a.found.serialize(), a.is_general) for a in aspects)
    index.executemany("INSERT INTO facets VALUES (?, ?, ?, ?, ?, ?)", rows)
    index.commit()


@lru_cache(maxsize=2)  # as many builds as a process keeps open; a million claims make 3 MB
def read(file: Path) -> tuple[Aspect, ...]:
    """Return the facets of a build; none of one that was made without.

    Raises:
        StoreError: the index cannot be read.
    """
    with texts.reading(file) as index:
        if not index.execute("SELECT 1 FROM sqlite_master WHERE name = 'facets'").fetchone():
            return ()
        rows = index.execute("SELECT facet, value, term, label, found, is_general FROM facets")
        return tuple(
            Aspect(facet, value, term, label, BitMap.deserialize(found), bool(is_general))
            for facet, value, term, label, found, is_general in rows
        )


def narrowed(aspects: Iterable[Aspect], chosen: Chosen) -> BitMap | None:
    """Return the numbers for which a chosen value of each facet holds; None where nothing is chosen."""
    if not chosen:
        return None
    held = {facet: BitMap() for facet in chosen}
    for aspect in aspects:
        if aspect.value in chosen.get(aspect.facet, ()):
            held[aspect.facet] |= aspect.found
    return BitMap.intersection(*held.values())


def counts(aspects: Iterable[Aspect], found: BitMap, chosen: Chosen) -> Iterator[Count]:
    """Yield how much of what is found each value holds for, were its facet alone not narrowed.

    A value that is chosen is told though it hold for nothing, so that it can be taken back.
    """
    known = tuple(aspects)
    for facet in FACETS:
        other = narrowed(known, {name: values for name, values in chosen.items() if name != facet})
        within = found if other is None else found & other
        for aspect in known:
            if aspect.facet == facet:
                number = within.intersection_cardinality(aspect.found)
                if aspect.value in chosen.get(facet, ()) or (number and not aspect.is_general):
                    yield Count(aspect, number)
