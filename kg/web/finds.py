"""What was found in the passages of an article, by the kinds that its page can be filtered by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode
from rdflib import URIRef

from kg.store.builds import Row
from kg.vocab import DIP
from kg.web import kinds
from kg.web.parts import Part
from kg.web.sentences import anchor
from kg.web.service import Graph
from kg.web.values import Badge, Value, badges, name_of, text, value

NAMED = (
    "names"  # what is named in a sentence, against what is told by it: shown in one line, after the records
)
# The first that a thing's class stands in; what stands in none is an event.
GROUPS = {
    "statements": {DIP.Statement},
    "agreements": {DIP.Agreement, DIP.Provision},
    "offices": {DIP.Tenure},
    NAMED: {DIP.Actor, DIP.Place, DIP.Topic, DIP.Article},
    "events": {DIP.Record},
}
SHOWN = ("events", "statements", "agreements", "offices", NAMED)  # in the order of the page


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was found in a passage.

    Attributes:
        kind: what it is ("meeting").
        group: one of `SHOWN`.
        thing: its name and where it is shown.
        badges: how sure it is.
    """

    kind: str
    group: str
    thing: Value
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What was found in one passage.

    Attributes:
        number: its number in the article, or the part of it that is shown, from 1, in the order of the text.
        anchor: name of the passage in the page.
        path: where the passage itself is shown.
        found: the things.
    """

    number: int
    anchor: str
    path: str
    found: tuple[Found, ...]

    @property
    def records(self) -> tuple[Found, ...]:
        """Return events, statements, agreements, offices."""
        return tuple(each for each in self.found if each.group != NAMED)

    @property
    def named(self) -> tuple[Value, ...]:
        """Return actors, places and topics."""
        return tuple(each.thing for each in self.found if each.group == NAMED)

    @property
    def groups(self) -> frozenset[str]:
        """Return the groups of what was found."""
        return frozenset(each.group for each in self.found)


@dataclass(frozen=True, slots=True)
class Range:
    """A passage: its range in code points, half-open, and its note."""

    start: int
    end: int
    note: Note


def ranges(graph: Graph, article: NamedNode, part: Part) -> tuple[Range, ...]:
    """Return the passages of a part of an article, in the order of the text.

    One that begins before the part is taken to begin with it.
    """
    bounds = {"from": Literal(part.start), "until": Literal(part.end)}
    rows = graph.rows("passages", entity=article, **bounds)
    groups: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        place = int(text(row, "start") or 0), int(text(row, "end") or 0)
        groups.setdefault(place, []).append(row)
    return tuple(
        Range(max(start, part.start), end, _note(number, group, graph))
        for number, ((start, end), group) in enumerate(sorted(groups.items(), key=lambda g: g[0]), start=1)
    )


def group(kind: URIRef) -> str:
    """Return the group of a class.

    >>> group(DIP.Denial), group(DIP.Meeting), group(DIP.Person)
    ('statements', 'events', 'names')
    """
    above = kinds.upward(kind)
    return next((name for name, classes in GROUPS.items() if not classes.isdisjoint(above)), "events")


def _note(number: int, rows: list[Row], graph: Graph) -> Note:
    first = rows[0]
    path = graph.addresses.path(text(first, "passage") or "") or ""
    return Note(number, anchor(text(first, "start"), text(first, "end")), path, tuple(_found(rows, graph)))


def _found(rows: Iterable[Row], graph: Graph) -> Iterator[Found]:
    things: dict[str, list[Row]] = {}
    for row in rows:
        things.setdefault(text(row, "fact") or "", []).append(row)
    for told in things.values():
        kind = kinds.lowest(text(row, "kind") for row in told)
        thing = value(told[0], "fact", graph.addresses)
        if kind is not None and thing is not None:
            sure = dict.fromkeys(each for row in told for each in badges(row, graph.addresses))
            yield Found(name_of(kind), group(kind), thing, tuple(sure))
