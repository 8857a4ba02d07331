"""Which drawing the rows of a picture's query make, by its form.

What is drawn, by form, of the columns:

    timeline   each ?fact from ?earliest to ?latest, in the lane ?laneLabel where there is one, in the form of
               its standing: ?status or ?agreed, ?only, ?denier
    map        each ?state, whose ISO 3166-1 numeric code is ?code, in a tone for ?number
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence

from kg.store.builds import Row, Term
from kg.web.addresses import Addresses
from kg.web.drawing import lanes, world
from kg.web.drawing.lanes import Entry, Lane, Standing
from kg.web.drawing.shapes import Drawing
from kg.web.drawing.world import Told
from kg.web.panels import facts
from kg.web.values import badges, text, value

LEAST = 2  # things: one stands better in words
_DATED = re.compile(r", [^,]*\b\d{4}$")  # the end of a label that tells when: ", 14–16 April 2031"
Drawn = Callable[[Sequence[Row], Addresses], Drawing | None]


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
    name = _DATED.sub("", named.text)  # the line tells the day
    return Entry(name, when, days[0], max(days), standing(rows, addresses), named.link)


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


def states(rows: Sequence[Row], addresses: Addresses) -> Drawing | None:
    """Return the states of rows on a map."""
    told = []
    for row in rows:
        named, code = value(row, "state", addresses), text(row, "code")
        if named is not None and code is not None:
            told.append(Told(code, named.text, int(text(row, "number") or 0), named.link))
    return world.draw(told) if len(told) >= LEAST else None


FORMS: dict[str, Drawn] = {"map": states, "timeline": timeline}
