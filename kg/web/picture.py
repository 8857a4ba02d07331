"""Pictures of a page: a query each, drawn on the server, with its rows as a table beside it.

A file `kg/web/pictures/<class>/<NN>-<name>.rq` is a picture of the pages of that class and of the classes
below it, as a panel is (`kg.web.panels`), whose meanings of columns hold for the table. Its head is read:

    # title: Events over time    what stands over it
    # form: timeline             how it is drawn, one of `kg.web.drawn.FORMS`

    # unit: event               what its numbers count, where it has numbers

What the form makes of the columns stands in `kg.web.drawn`. A picture of too few things is not shown: words
tell them better.
"""

import csv
import io
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from kg.store.builds import Rows
from kg.web.addresses import SAFE, Addresses
from kg.web.catalogue import Source
from kg.web.drawing.shapes import Drawing
from kg.web.drawn import FORMS
from kg.web.panels import Fact, facts
from kg.web.values import text


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a page.

    Attributes:
        name: folder and file of its query, without ending.
        title: what stands over it.
        form: one of `kg.web.drawn.FORMS`.
        comment: what a row of its data is.
        unit: what its numbers count; empty where it has none.
        entity: path of the thing it is of; empty where it is of no one thing.
        query: its query, with that thing in its place.
        drawing: what is seen.
        facts: the same as words, in the order of the rows.
    """

    name: str
    title: str
    form: str
    comment: str
    unit: str
    entity: str
    query: str
    drawing: Drawing
    facts: tuple[Fact, ...]

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
        of = f"?entity={quote(self.entity, safe=SAFE)}" if self.entity else ""
        return f"/picture/{self.name}.{suffix}{of}"


def read(source: Source, answer: Rows, addresses: Addresses, entity: str | None) -> Picture | None:
    """Return what a query found as a picture; None where it holds too little for one."""
    drawing = FORMS[source.form](answer.rows, addresses)
    if drawing is None:
        return None
    return Picture(
        name=source.name,
        title=source.query.title,
        form=source.form,
        comment=source.query.comment,
        unit=source.query.field("unit") or "",
        entity=(addresses.path(entity) or "") if entity else "",
        query=source.query.bound("entity", entity) if entity else source.query.text,
        drawing=drawing,
        facts=facts(answer.columns, answer.rows, addresses),
    )


def table(answer: Rows) -> str:
    """Return the rows as CSV (RFC 4180), IRIs in full."""
    body = io.StringIO()
    writer = csv.writer(body)
    writer.writerow(answer.columns)
    writer.writerows([text(row, column) for column in answer.columns] for row in answer.rows)
    return body.getvalue()
