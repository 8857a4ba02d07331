"""What a comparison is made of: our records, their events, and the days of our articles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache

from pyoxigraph import NamedNode
from rdflib import RDF, RDFS, URIRef

from kg.comparing.matching import Finding, Frame, Ours, Theirs, family, match
from kg.errors import LimitError
from kg.store.builds import Build, Row
from kg.store.queries import Query
from kg.vocab import DIP, frames, local
from kg.web import dates, kinds
from kg.web.comparison.wish import Imported, Wish
from kg.web.events.records import SOURCES
from kg.web.picture import literal
from kg.web.service import Graph
from kg.web.values import english, text

MOST = 100_000  # events of theirs: two states have some ten thousand in a million of GDELT


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared.

    Attributes:
        found: what we and each data set have of two states within a time.
        undated: how many of our records have no day, and were left out.
    """

    found: dict[Imported, tuple[Finding, ...]]
    undated: int


def compared(graph: Graph, wish: Wish) -> Compared:
    """Return what we and other data sets have of two states within a time.

    Raises:
        LimitError: they have too many events.
    """
    records, undated = ours(graph, wish)
    return Compared({other: _with(graph, wish, other, records) for other in wish.sets}, undated)


def _with(graph: Graph, wish: Wish, other: Imported, records: Iterable[Ours]) -> tuple[Finding, ...]:
    """Match what lies within the time, also with what lies beyond its ends by no more than the window."""
    wide = _widened(wish)
    near = [each for each in records if _within(wide, each)]
    frame = Frame(
        window=wish.window,
        scheme=other.scheme,
        covered=covered(),
        begin=other.first,
        end=other.last,
        published=_published(graph.build, graph.queries["compare-articles"]),
    )
    found = match(near, _theirs(graph, wide, other), frame)
    return tuple(each for each in found if _is_asked(wish, each))


def ours(graph: Graph, wish: Wish) -> tuple[tuple[Ours, ...], int]:
    """Return our records between two states that have a day, and how many have none."""
    bound = {"dyad": NamedNode(graph.addresses.iri(wish.dyad))}
    told: dict[str, dict[str, list[str]]] = {}
    for row in graph.rows("compare-ours", **bound):
        properties = told.setdefault(text(row, "record") or "", {})
        properties.setdefault(text(row, "property") or "", []).append(text(row, "value") or "")
    urls = _grouped(graph.rows("compare-urls", **bound), "url")
    sides = _sides(graph.rows("compare-sides", **bound), (wish.one, wish.other))
    made = [_record(iri, each, urls.get(iri, ()), sides.get(iri, ((), ()))) for iri, each in told.items()]
    found = tuple(each for each in made if each is not None)
    return found, len(made) - len(found)


@cache
def covered() -> frozenset[str]:
    """Return the kinds of events that are looked for in articles, as the frames tell them."""
    cameo = (f"CAMEO:{code}" for term in (DIP.cameo, DIP.cameoAhead) for code in frames().objects(None, term))
    plover = (f"PLOVER:{code}" for code in frames().objects(None, DIP.plover))
    return frozenset(map(family, (*cameo, *plover)))


def _widened(wish: Wish) -> Wish:
    window = timedelta(wish.window)
    first, last = max(wish.first, date.min + window) - window, min(wish.last, date.max - window) + window
    return replace(wish, first=first, last=last)


def _is_asked(wish: Wish, found: Finding) -> bool:
    ours = found.ours is not None and _within(wish, found.ours)
    return ours or any(wish.first <= row.day <= wish.last for row in found.theirs)


def _within(wish: Wish, one: Ours) -> bool:
    return one.first <= wish.last and one.last >= wish.first


def _record(
    iri: str,
    told: Mapping[str, list[str]],
    urls: tuple[str, ...],
    sides: tuple[tuple[str, ...], tuple[str, ...]],
) -> Ours | None:
    first = dates.read(next(iter(told.get(str(DIP.earliest), ())), None))
    last = dates.read(next(iter(told.get(str(DIP.latest), ())), None)) or first
    if first is None or last is None:
        return None
    status = next(iter(told.get(str(DIP.status), ())), "")
    return Ours(
        iri=iri,
        label=next(iter(told.get(str(RDFS.label), ())), iri),
        kind=english(local(kinds.lowest(told.get(str(RDF.type), ())) or DIP.Record)),
        first=first,
        last=last,
        status=english(local(URIRef(status))) if status else "",
        codes=tuple(told.get(str(DIP.code), ())),
        urls=urls,
        acting=sides[0],
        sides=sides[1],
    )


def _theirs(graph: Graph, wish: Wish, other: Imported) -> tuple[Theirs, ...]:
    rows = graph.rows(
        "compare-theirs",
        graph=NamedNode(other.graph),
        dyad=NamedNode(graph.addresses.iri(wish.dyad)),
        first=literal(wish.first),
        last=literal(wish.last),
    )
    if len(rows) > MOST:
        raise LimitError(
            f"{other.title}: more than {MOST:,} events between {wish.one} and {wish.other}: "
            "choose a shorter time",
            {"limit": "rows", "value": MOST},
        )
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(text(row, "event") or "", []).append(row)
    return tuple(_event(iri, group) for iri, group in found.items())


def _event(iri: str, rows: list[Row]) -> Theirs:
    first = rows[0]

    def all_of(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for row in rows if (value := text(row, name))))

    return Theirs(
        iri=iri,
        day=date.fromisoformat(text(first, "day") or ""),
        code=text(first, "code") or "",
        sources=all_of("source"),
        targets=all_of("target"),
        names=(text(first, "sourceName") or "", text(first, "targetName") or ""),
        url=text(first, "url") or "",
    )


def _grouped(rows: Iterable[Row], name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(text(row, "record") or "", []).append(text(row, name) or "")
    return {record: tuple(values) for record, values in found.items()}


def _sides(
    rows: Iterable[Row], states: tuple[str, str]
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return, for each record, those of two states that act, and those whose people are told."""
    acting: dict[str, dict[str, None]] = {}
    sides: dict[str, dict[str, None]] = {}
    for row in rows:
        record, code = text(row, "record") or "", text(row, "code") or ""
        if code not in states:
            continue
        sides.setdefault(record, {})[code] = None
        if (text(row, "role") or "") in map(str, SOURCES):
            acting.setdefault(record, {})[code] = None
    return {record: (tuple(acting.get(record, ())), tuple(found)) for record, found in sides.items()}


@lru_cache(maxsize=2)
def _published(build: Build, query: Query) -> frozenset[date]:
    """Return the days on which articles were published: all are asked for, and a build never changes."""
    found = (dates.read(text(row, "day")) for row in build.select(query))
    return frozenset(filter(None, found))
