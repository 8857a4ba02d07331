"""The first rows of a result, as a table of a page."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import XSD

from kg.store.prologue import short
from kg.web.addresses import Addresses

# Datatypes of which the words tell enough.
_PLAIN = frozenset(map(str, (XSD.string, XSD.integer, XSD.decimal, XSD.double, XSD.date, XSD.dateTime)))


@dataclass(frozen=True, slots=True)
class Cell:
    """One value.

    Attributes:
        text: what is read; empty where nothing is bound.
        link: where it leads; None for plain words.
        note: datatype or language, where it says more than the words.
    """

    text: str = ""
    link: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The first rows of a result.

    Attributes:
        columns: their names.
        rows: their cells, in the order of the columns.
        more: whether there are more rows than these.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: bool


def read(page: bytes, addresses: Addresses) -> Table | bool:
    """Return the table that a query process made for a page; the truth where the query was an ASK."""
    told = json.loads(page)
    if "boolean" in told:
        return bool(told["boolean"])
    rows = tuple(tuple(cell(term, addresses) for term in row) for row in told["rows"])
    return Table(tuple(told["columns"]), rows, told["more"])


def cell(term: Iterable[str] | None, addresses: Addresses) -> Cell:
    """Return a term as a query process tells it: kind, words, and datatype or language."""
    if term is None:
        return Cell()
    kind, text, note = term
    if kind == "iri":
        # Only what a browser may safely follow is a link: an IRI may also be `javascript:…`.
        is_web = text.startswith(("http://", "https://"))
        shown = short(text) or text.removeprefix(addresses.base) or text
        return Cell(shown, addresses.path(text) or (text if is_web else None))
    return Cell(text, None, "" if note in _PLAIN else short(note) or note)
