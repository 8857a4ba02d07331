"""The units of analysis: one table of events, one of pairs of states by year, one of actors by month."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from pyoxigraph import NamedNode
from rdflib import URIRef

from kg.vocab import DIP
from kg.web import dates, kinds
from kg.web.events import numbers, records
from kg.web.events.records import Record, Side
from kg.web.events.wanted import ACTOR, DYAD, EVENT, Wanted
from kg.web.service import Graph
from kg.web.sheets import Cell
from kg.web.values import name_of, text

Line = dict[str, Cell]  # one row: the value of each column by its name
Pairs = tuple[tuple[Side, Side | None], ...]
# Kinds that aggregates count, each column by the class that it counts.
COUNTED = {
    "Meetings": DIP.Meeting,
    "Calls": DIP.Call,
    "Visits": DIP.Visit,
    "Actions": DIP.Action,
    "Agreements": DIP.Agreement,
    "Statements": DIP.Statement,
}
QUADS = ("", "Verbal Cooperation", "Material Cooperation", "Verbal Conflict", "Material Conflict")
NOT_YET = {DIP.Planned: "Planned", DIP.Proposed: "Proposed", DIP.Cancelled: "Cancelled", DIP.Denied: "Denied"}


class Table:
    """The rows of a table, made one after the other from one build."""

    def __init__(self, graph: Graph, wanted: Wanted) -> None:
        self._graph = graph
        self._wanted = wanted
        about = graph.build.about(wanted.dyad) if wanted.dyad else ()
        ends = (t.object for t in about if t.predicate.value == str(DIP.between))
        self._between = {end.value for end in ends if isinstance(end, NamedNode)}
        self._states: dict[str, Line] = {}  # there are some hundred states, however long the table
        self._former = numbers.read(graph)

    def __iter__(self) -> Iterator[Line]:
        making = {EVENT: self._events, DYAD: self._dyads, ACTOR: self._actors}
        return making[self._wanted.unit]()

    def _events(self) -> Iterator[Line]:
        for record in self._records():
            yield from self._lines(record)

    def _dyads(self) -> Iterator[Line]:
        counts: dict[tuple[str, str, int], Counter[str]] = {}
        for record, day in self._dated():
            for one, other in combinations((s for s in record.sides if s.is_state), 2):
                counts.setdefault((one.id, other.id, day.year), Counter()).update(_tally(record))
        for (first, second, year), found in sorted(counts.items()):
            day = date(year, 12, 31)
            names = _named("A", self._at(first, day)) | _named("B", self._at(second, day))
            yield {"Year": year, **names, **_counted(found)}

    def _actors(self) -> Iterator[Line]:
        counts: dict[tuple[str, str], Counter[str]] = {}
        names: dict[tuple[str, str], tuple[Side, date]] = {}
        for record, day in self._dated():
            for side in record.sides:
                key = side.id, f"{day:%Y-%m}"
                names.setdefault(key, (side, _month_end(day)))
                counts.setdefault(key, Counter()).update(_tally(record))
        for key, found in sorted(counts.items()):
            named = _named("Actor", self._side(*names[key]))
            yield {"Month": key[1], "Actor ID": key[0], **named, **_counted(found)}

    def _dated(self) -> Iterator[tuple[Record, date]]:
        for record in self._records():
            if (day := dates.read(record.first(DIP.earliest))) is not None:
                yield record, day

    def _records(self) -> Iterator[Record]:
        graph, wanted = self._graph, self._wanted
        if wanted.dyad:
            rows = graph.build.each(graph.queries["table-dyad"], {"dyad": NamedNode(wanted.dyad)})
        else:
            rows = graph.build.each(graph.queries["table-records"], {"class": NamedNode(wanted.kind)})
        for row in rows:
            if self._is_within(dates.read(text(row, "earliest"))):
                record = records.read(graph, text(row, "entity") or "")
                if not wanted.states or set(wanted.states) <= set(self._codes(record)):
                    yield record

    def _codes(self, record: Record) -> Iterable[Cell]:
        return (self._state(side.id)["ISO3"] for side in record.sides if side.is_state)

    def _is_within(self, day: date | None) -> bool:
        begin, end = self._wanted.begin, self._wanted.end
        if begin is None and end is None:
            return True
        return day is not None and (begin is None or begin <= day) and (end is None or day <= end)

    def _lines(self, record: Record) -> Iterator[Line]:
        pairs, is_directed = self._pairs(record)
        told = self._told(record) | {"Directed": "yes" if is_directed else "no", "Sides": len(record.sides)}
        day = dates.read(record.first(DIP.earliest))
        nobody: Line = dict.fromkeys(("Name", "Country", "ISO3", "COW", "GW"))
        for one, other in pairs or ((None, None),):
            source = self._side(one, day) if one else nobody
            target = self._side(other, day) if other else nobody
            yield told | _named("Source", source) | _named("Target", target)

    def _pairs(self, record: Record) -> tuple[Pairs, bool]:
        """Return the pairs of sides; of a dyad that of its states, one of which may only face the other."""
        pairs, is_directed = record.pairs
        if not self._wanted.dyad:
            return pairs, is_directed
        both = self._between
        if own := tuple((a, b) for a, b in pairs if b and {a.id, b.id} == both):
            return own, is_directed
        one = next((side for side in record.sides if side.id in both), None)
        faced = (Side(id_, (), is_state=True) for id_ in sorted(both - {one.id if one else ""}))
        return ((one, next(faced, None)),) if one else (), True

    def _told(self, record: Record) -> Line:
        first = record.sentences[0] if record.sentences else None
        states = {t.country for t in record.values.get(DIP.place, ()) if t.country}
        codes = {str(code) for iri in states if (code := self._state(iri)["ISO3"])}
        return {
            "Event ID": record.iri,
            "Event Date": dates.read(record.first(DIP.earliest)),
            "Latest Date": dates.read(record.first(DIP.latest)),
            "EDTF Date": record.first(DIP.when),
            "Event Kind": name_of(record.kind),
            "Event Text": records.label(record),
            "Status": name_of(status) if (status := record.first(DIP.status)) else None,
            "Level": name_of(level) if (level := record.first(DIP.level)) else None,
            "Event Type": record.code("PLOVER") or None,
            "Event Mode": record.code("PLOVER mode") or None,
            "CAMEO Code": record.code("CAMEO") or None,
            "Quad Class": quad(record.code("CAMEO")) or None,
            "Place Name": record.names(DIP.place) or None,
            "Place Country": "; ".join(sorted(codes)) or None,
            "Contexts": record.names(DIP.about) or None,
            "Confidence": record.confidence,
            "Num Articles": len(record.articles),
            "Num Outlets": record.outlets,
            "Only According To": record.names(DIP.onlyAccordingTo) or None,
            "Denied By": record.names(DIP.deniedBy) or None,
            "Sentence": first.quote if first else None,
            "Story ID": first.article if first else None,
            "Source URL": (first.url if first else None) or None,
            "Publisher": (first.publisher if first else None) or None,
            "Publication Date": dates.read(first.published) if first else None,
        }

    def _side(self, side: Side, day: date | None) -> Line:
        codes = self._at(side.id, day) if side.is_state else dict.fromkeys(("Country", "ISO3", "COW", "GW"))
        return {"Name": "; ".join(side.names) or codes["Country"], **codes}

    def _at(self, iri: str, day: date | None) -> Line:
        """Return the names and codes of a state as they were on a day."""
        return numbers.at(self._state(iri), self._former, day)

    def _state(self, iri: str) -> Line:
        if iri not in self._states:
            rows = self._graph.rows("table-state", entity=NamedNode(iri))
            row = rows[0] if rows else {}
            columns = (("Country", "label"), ("ISO3", "iso3"), ("COW", "cow"), ("GW", "gw"))
            self._states[iri] = {name: text(row, column) for name, column in columns}
        return self._states[iri]


def quad(cameo: str) -> int:
    """Return the quad class of a CAMEO code, by its first two digits; 0 for no code.

    >>> quad("042"), quad("057"), quad("1011"), quad("")
    (1, 1, 3, 0)
    """
    root = int(cameo[:2]) if cameo[:2].isdigit() else 0
    return 0 if not root else 1 + sum(root > last for last in (5, 8, 13))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _named(prefix: str, cells: Line) -> Line:
    return {f"{prefix} {name}": value for name, value in cells.items()}


def _tally(record: Record) -> Counter[str]:
    """Count a record under its kind, where it has taken place as told or has no status; else under that."""
    status = record.first(DIP.status)
    found = Counter({"Records": 1, "Article Mentions": len(record.articles)})
    if status and (other := NOT_YET.get(URIRef(status))):
        return found + Counter([other])
    upward = kinds.upward(record.kind)
    found.update(name for name, kind in COUNTED.items() if kind in upward)
    return found + Counter([QUADS[number]] if (number := quad(record.code("CAMEO"))) else [])


def _counted(found: Counter[str]) -> Line:
    names = ("Records", *COUNTED, *NOT_YET.values(), *QUADS[1:], "Article Mentions")
    return {name: found[name] for name in names}
