"""Pictures of a page: a query each, drawn on the server, with its rows as a table beside it.

A file `kg/web/pictures/<class>/<NN>-<name>.rq` is a picture of the pages of that class and of the classes
below it, as a panel is (`kg.web.panels`), whose meanings of columns hold for the table. Its head is read:

    # title: Events over time    what stands over it
    # form: timeline             how it is drawn, one of `kg.web.drawn.FORMS`

    # unit: event               what its numbers count, where it has numbers

What the form makes of the columns stands in `kg.web.drawn`. A picture of too few things is not shown: words
tell them better.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from urllib.parse import urlencode

from pyoxigraph import Literal, NamedNode
from rdflib import XSD

from kg.errors import QueryError
from kg.store.builds import Rows, Term
from kg.store.queries import Query
from kg.web import dates, sheets
from kg.web.addresses import Addresses, named
from kg.web.catalogue import Source
from kg.web.drawing.shapes import Drawing
from kg.web.drawn import FORMS
from kg.web.panels import Fact, facts, grouped
from kg.web.values import text
from kg.web.wording import gettext

ROWS = 50  # of a picture's table, what a reader scans; its file has all
TAKEN = ("entity", "first", "last")  # the parameters that queries of pictures have


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a page.

    Attributes:
        name: folder and file of its query, without ending.
        title: what stands over it.
        form: one of `kg.web.drawn.FORMS`.
        comment: what a row of its data is.
        unit: what its numbers count; empty where it has none.
        parameters: what it is of: each parameter of its query, in words; a thing by its path.
        query: its query, with these in their places.
        drawing: what is seen.
        facts: the same as words, in the order of the rows; the first `ROWS`.
        rows: how many there are in all.
    """

    name: str
    title: str
    form: str
    comment: str
    unit: str
    parameters: tuple[tuple[str, str], ...]
    query: str
    drawing: Drawing
    facts: tuple[Fact, ...]
    rows: int

    @property
    def is_dated(self) -> bool:
        """Say whether a day is told of any fact."""
        return any(fact.when for fact in self.facts)

    @property
    def anchor(self) -> str:
        """Return the name of the picture within its page."""
        return f"picture-{self.name.rpartition('/')[2].partition('-')[2]}"

    @property
    def address(self) -> str:
        """Return where the query page asks for its data."""
        return f"/sparql?{urlencode({'query': self.query})}"

    def file(self, suffix: str) -> str:
        """Return where the picture lies as a file."""
        of = urlencode(self.parameters, safe="/")
        return f"/picture/{self.name}.{suffix}{'?' if of else ''}{of}"


def read(
    source: Source, answer: Rows, addresses: Addresses, parameters: Mapping[str, Term]
) -> Picture | None:
    """Return what a query found as a picture; None where it holds too little for one."""
    drawing = FORMS[source.form](answer.rows, addresses)
    if drawing is None:
        return None
    groups = grouped(answer.rows)
    return Picture(
        name=source.name,
        title=gettext(source.query.title),
        form=source.form,
        comment=source.query.comment,
        unit=source.query.field("unit") or "",
        parameters=tuple((name, _word(term, addresses)) for name, term in parameters.items()),
        query=reduce(_bound, parameters.items(), source.query).text,
        drawing=drawing,
        facts=facts(answer.columns, chain.from_iterable(groups[:ROWS]), addresses),
        rows=len(groups),
    )


def asked(query: Query, words: Mapping[str, str], addresses: Addresses) -> dict[str, Term]:
    """Return the parameters of a query that an address tells: a thing by its path, else days.

    Raises:
        QueryError: what is told is no path, or no day, also where the query does not ask for it.
    """
    told = {name: _term(name, word, addresses) for name in TAKEN if (word := words.get(name))}
    return {name: term for name, term in told.items() if query.takes(name)}


def literal(day: dt.date) -> Literal:
    """Return a day as a parameter of a query."""
    return Literal(day.isoformat(), datatype=NamedNode(XSD.date))


def _term(name: str, word: str, addresses: Addresses) -> Term:
    if name != "entity":
        return literal(dates.asked(name, word))
    if not word.startswith("/"):
        raise QueryError(f"entity: expected a path as /state/china, found {word[:80]!r}")
    return named(addresses.iri(word))


def _bound(query: Query, parameter: tuple[str, Term]) -> Query:
    name, term = parameter
    return query.bound(name, term) if isinstance(term, NamedNode | Literal) else query


def _word(term: Term, addresses: Addresses) -> str:
    return (
        (addresses.path(term.value) or "") if isinstance(term, NamedNode) else str(getattr(term, "value", ""))
    )


def table(answer: Rows) -> str:
    """Return the rows as CSV, IRIs in full."""
    rows = ([text(row, column) for column in answer.columns] for row in answer.rows)
    return b"".join(sheets.write(answer.columns, rows)).decode()
