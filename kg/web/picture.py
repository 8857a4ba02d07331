"""Pictures of a page: a query each, drawn on the server, with its rows as a table beside it.

A file `kg/web/pictures/<class>/<NN>-<name>.rq` is a picture of the pages of that class and of the classes
below it, as a panel is (`kg.web.panels`), whose meanings of columns hold for the table. Its head is read:

    # title: Events over time    what stands over it
    # form: timeline             how it is drawn, one of `FORMS`

What is drawn, by form:

    timeline   each ?fact from ?earliest to ?latest, in the lane ?lane where there is one, in the form of its
               standing: ?status or ?agreed, ?only, ?denier

A picture of fewer than `LEAST` things is not shown: words tell them better.
"""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from kg.store.builds import Row, Rows, Term
from kg.web.addresses import SAFE, Addresses
from kg.web.catalogue import Source
from kg.web.drawing import lanes
from kg.web.drawing.lanes import Entry, Lane, Standing
from kg.web.drawing.shapes import Drawing
from kg.web.panels import Fact, facts
from kg.web.values import badges, text, value

LEAST = 2  # things: one stands better in words


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a page.

    Attributes:
        name: folder and file of its query, without ending.
        title: what stands over it.
        form: one of `FORMS`.
        comment: what a row of its data is.
        entity: path of the thing it is of; empty where it is of no one thing.
        query: its query, with that thing in its place.
        drawing: what is seen.
        facts: the same as words, in the order of the rows.
    """

    name: str
    title: str
    form: str
    comment: str
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


def timeline(rows: Sequence[Row], addresses: Addresses) -> Drawing | None:
    """Return the facts of rows on a line of time."""
    groups: dict[tuple[str, Term | None], list[Row]] = {}
    for row in rows:
        groups.setdefault((text(row, "laneLabel") or text(row, "lane") or "", row.get("fact")), []).append(
            row
        )
    placed: dict[str, list[Entry]] = {}
    for (lane, _), group in groups.items():
        if (entry := _entry(group, addresses)) is not None:
            placed.setdefault(lane, []).append(entry)
    if sum(map(len, placed.values())) < LEAST:
        return None
    return lanes.draw([Lane(name, tuple(entries)) for name, entries in placed.items()])


def _entry(rows: Sequence[Row], addresses: Addresses) -> Entry | None:
    named = value(rows[0], "fact", addresses)
    days = [day for name in ("earliest", "latest") if (day := _day(_first(name, rows))) is not None]
    if named is None or not days:
        return None
    when = facts(("earliest", "latest"), rows[:1], addresses)[0].when
    return Entry(named.text, when, days[0], max(days), standing(rows, addresses), named.link)


def standing(rows: Iterable[Row], addresses: Addresses) -> Standing:
    """Return how sure rows say that their fact is."""
    forms = {badge.form for row in rows for badge in badges(row, addresses)}
    announced = forms & {"planned", "proposed", "cancelled"}
    ink = "planned" if announced else "occurred" if "occurred" in forms else "untold"
    return Standing(ink, "hearsay" in forms, bool(forms & {"denied", "cancelled"}))


def _first(name: str, rows: Iterable[Row]) -> str | None:
    return next((found for row in rows if (found := text(row, name)) is not None), None)


def _day(told: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(told) if told else None
    except ValueError:
        return None


FORMS: dict[str, Callable[[Sequence[Row], Addresses], Drawing | None]] = {"timeline": timeline}
