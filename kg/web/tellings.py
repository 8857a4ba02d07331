"""Who tells of an entity, when, and how much: counted on its claims.

A fact here is another thing, or a value, that claims join with the entity: each meeting of a person counts
once, whatever the person was in it. Names and classes are no facts, nor is what the registry adds.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode
from rdflib import DCTERMS

from kg.store.builds import Row, Term
from kg.vocab import DIP
from kg.web.readings import OWNERSHIP, Reading
from kg.web.service import Graph
from kg.web.values import Value, name_of, text, value
from kg.web.voices import Voices

SHOWN = 50  # facts that one reading alone tells, days, and outlets: what a reader scans


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells of an entity: an outlet, or a group of them.

    Attributes:
        name: what it is called.
        path: how `?outlet=` names it.
        facts: how many it tells.
        chosen: whether the page at hand is its telling.
    """

    name: str
    path: str
    facts: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an entity in all, and in a reading.

    Attributes:
        facts: how many in all.
        kept: how many of them the reading tells.
        undated: how many of them only articles without a date tell.
        alone: facts that no outlet outside of the reading tells, at most `SHOWN`; empty without outlets.
        only: how many these are.
        outlets: who tells of it, the most first.
        groups: the groups of these.
        days: the days on which something of it was published, as ISO dates, the last first.
        complete: whether all claims were counted.
    """

    facts: int
    kept: int
    undated: int
    alone: tuple[Value, ...]
    only: int
    outlets: tuple[Teller, ...]
    groups: tuple[Teller, ...]
    days: tuple[str, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Telling:
    """One fact as one article tells it: the fact, its outlets, and the day."""

    fact: Term
    row: Row
    outlets: frozenset[str]
    day: str | None


def read(rows: Iterable[Row], voices: Voices) -> tuple[Telling, ...]:
    """Return the tellings of an entity, from the rows of `told.rq` or `tellers.rq`."""
    found = []
    for row in rows:
        article = text(row, "article") or ""
        if (fact := row["fact"]) is not None:
            outlets = voices.of(article, text(row, "telling"))
            found.append(Telling(fact, row, outlets, voices.day(article)))
    return tuple(found)


def count(tellings: tuple[Telling, ...], reading: Reading, graph: Graph, voices: Voices) -> Told:
    """Return how much is told, by whom and when."""
    every = dict.fromkeys(t.fact for t in tellings)
    kept = dict.fromkeys(t.fact for t in tellings if reading.holds(t.outlets, t.day))
    elsewhere = {t.fact for t in tellings if reading.outlets.isdisjoint(t.outlets)}
    alone = sorted((f for f in kept if f not in elsewhere), key=str) if reading.tellers else []
    dated = {t.fact for t in tellings if t.day}
    by_outlet: dict[str, set[Term]] = {}
    for telling in tellings:
        for outlet in telling.outlets:
            by_outlet.setdefault(outlet, set()).add(telling.fact)
    chosen = {teller.link for teller in reading.tellers}
    return Told(
        facts=len(every),
        kept=len(kept),
        undated=len(every) - len(dated),
        alone=tuple(_named(alone[:SHOWN], tellings, graph, voices)),
        only=len(alone),
        outlets=_tellers(by_outlet, graph, voices, chosen),
        groups=_groups(by_outlet, graph, voices, chosen),
        days=tuple(sorted({t.day for t in tellings if t.day}, reverse=True)),
    )


def _tellers(
    by_outlet: dict[str, set[Term]], graph: Graph, voices: Voices, chosen: set[str | None]
) -> tuple[Teller, ...]:
    paths = {iri: (graph.addresses.path(iri) or "").removeprefix("/") for iri in by_outlet}
    found = (Teller(voices.label(i), paths[i], len(f), paths[i] in chosen) for i, f in by_outlet.items())
    return tuple(sorted(found, key=lambda t: (-t.facts, t.name, t.path)))


def _groups(
    by_outlet: dict[str, set[Term]], graph: Graph, voices: Voices, chosen: set[str | None]
) -> tuple[Teller, ...]:
    groups: dict[tuple[str, str], set[Term]] = {}
    for iri, facts in by_outlet.items():
        for words in voices.found(iri, DIP.ownership):
            groups.setdefault((f"{words} outlets", f"{OWNERSHIP}{words}"), set()).update(facts)
        for state in voices.found(iri, DIP.country):
            path = (graph.addresses.path(state) or "").removeprefix("/")
            groups.setdefault((f"outlets of {voices.label(state)}", path), set()).update(facts)
    found = (Teller(name, path, len(facts), path in chosen) for (name, path), facts in groups.items())
    return tuple(sorted(found, key=lambda t: (-t.facts, t.name, t.path)))


def _named(facts: list[Term], tellings: tuple[Telling, ...], graph: Graph, voices: Voices) -> Iterable[Value]:
    rows = {
        t.fact: t.row for t in sorted(tellings, key=lambda t: text(t.row, "predicate") or "", reverse=True)
    }
    for fact in facts:
        shown = value({"fact": fact}, "fact", graph.addresses)
        note = name_of(text(rows[fact], "predicate") or str(DCTERMS.relation))
        if shown is not None:
            name = voices.label(fact.value) if isinstance(fact, NamedNode) else shown.text
            yield Value(name, shown.link, note, shown.language)
