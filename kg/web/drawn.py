"""Which drawing the rows of a picture's query make, by its form.

What is drawn, by form, of the columns:

    timeline   each ?fact from ?earliest to ?latest, in the lane ?laneLabel where there is one, in the form of
               its standing: ?status or ?agreed, ?only, ?denier
    calendar   each ?fact in the months of ?earliest to ?latest, as in a timeline, with an arrow for ?way
    months     ?number of each ?month, in the form of its ?status; where they are more than a timeline names
    network    each pair of ?one and ?other, as thick as ?number, dashed where ?occurred is 0
    coverage   ?number of each ?month, in the lane ?outletLabel where there is one; ?telling of them filled
    map        each ?state, whose ISO 3166-1 numeric code is ?code, in a tone for ?number
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from kg.store.builds import Row, Term
from kg.web import dates
from kg.web.addresses import Addresses
from kg.web.drawing import bars, lanes, month, world
from kg.web.drawing import network as ties
from kg.web.drawing.bars import Amount
from kg.web.drawing.lanes import Entry, Lane, Standing
from kg.web.drawing.network import Actor, Tie
from kg.web.drawing.shapes import Drawing
from kg.web.drawing.world import Told
from kg.web.panels import facts
from kg.web.values import Value, badges, first_text, text, value
from kg.web.wording import gettext, ngettext

ARROWS = {"out": "→ ", "in": "← "}
LANES = 14  # outlets: more make a picture longer than a screen
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
    days = [day for name in ("earliest", "latest") if (day := dates.read(first_text(rows, name))) is not None]
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


def states(rows: Sequence[Row], addresses: Addresses) -> Drawing | None:
    """Return the states of rows on a map."""
    told = []
    for row in rows:
        named, code = value(row, "state", addresses), text(row, "code")
        if named is not None and code is not None:
            told.append(Told(code, named.text, int(text(row, "number") or 0), named.link))
    return world.draw(told) if len(told) >= LEAST else None


def network(rows: Sequence[Row], addresses: Addresses) -> Drawing | None:
    """Return the pairs of rows as a network."""
    actors: dict[str, Actor] = {}
    pairs = []
    for row in rows:
        ends = [value(row, name, addresses) for name in ("one", "other")]
        keys = [text(row, name) or "" for name in ("one", "other")]
        named = {
            key: Actor(end.text, end.link) for key, end in zip(keys, ends, strict=True) if end is not None
        }
        if len(named) == len(ends):
            actors |= named
            pairs.append(_tie(row, keys, " – ".join(actor.name for actor in named.values()), addresses))
    return ties.draw(actors, pairs) if pairs else None


def _tie(row: Row, keys: Sequence[str], names: str, addresses: Addresses) -> Tie:
    number, event = int(text(row, "number") or 1), text(row, "event")
    # Only where it is the whole of the tie does a page of one event tell it.
    link = addresses.path(event) if event and number == 1 else None
    return Tie(keys[0], keys[1], number, f"{names}: {number}", text(row, "occurred") != "0", link)


def coverage(rows: Sequence[Row], addresses: Addresses) -> Drawing | None:
    """Return the articles of rows as bars of months, for each outlet."""
    found: dict[Value, list[Amount]] = {}
    for row in rows:
        if (month := dates.read(f"{text(row, 'month')}-01")) is not None:
            told, number = int(text(row, "telling") or 0), int(text(row, "number") or 0)
            found.setdefault(value(row, "outlet", addresses) or Value(""), []).extend(
                _read(month, told, number)
            )
    # Those with most articles first; a lane that nobody scrolls to tells nothing.
    kept = sorted(found, key=lambda outlet: (-sum(a.number for a in found[outlet]), outlet.text))
    if not kept:
        return None
    drawn = [bars.Lane(outlet.text, tuple(found[outlet]), outlet.link) for outlet in kept[:LANES]]
    left = len(kept) - len(drawn)
    note = ngettext(
        "%(num)s outlet with fewer articles stands in the table.",
        "%(num)s outlets with fewer articles stand in the table.",
        left,
    )
    return replace(bars.draw(drawn), note=note if left else "")


def _read(month: dt.date, told: int, number: int) -> list[Amount]:
    amounts = (
        Amount(month, "amount", told, gettext("that tell of an event")),
        Amount(month, "untold", number - told, gettext("without")),
    )
    return [amount for amount in amounts if amount.number]


def calendar(rows: Sequence[Row], addresses: Addresses) -> Drawing | None:
    """Return the facts of rows on a calendar; an arrow before the name tells which way they go."""
    groups: dict[Term | None, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.get("fact"), []).append(row)
    entries = [
        replace(entry, name=f"{ARROWS.get(text(group[0], 'way') or '', '')}{entry.name}")
        for group in groups.values()
        if (entry := _entry(group, addresses)) is not None
    ]
    return month.draw(entries) if len(entries) >= LEAST else None


def months(rows: Sequence[Row], addresses: Addresses) -> Drawing | None:
    """Return the numbers of rows as bars of months."""
    amounts = []
    for row in rows:
        if (first := dates.read(f"{text(row, 'month')}-01")) is not None:
            sure, kind = standing([row], addresses).ink, "".join(each.text for each in badges(row, addresses))
            amounts.append(
                Amount(first, sure, int(text(row, "number") or 0), kind or gettext("no status told"))
            )
    is_many = sum(amount.number for amount in amounts) > lanes.NAMED
    return bars.draw([bars.Lane("", tuple(amounts))]) if is_many else None


FORMS: dict[str, Drawn] = {
    "calendar": calendar,
    "coverage": coverage,
    "map": states,
    "months": months,
    "network": network,
    "timeline": timeline,
}
