"""Who tells of an entity, when, and how much, for its page: as the build counted it (`kg.store.tellings`)."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode, RdfFormat, parse

from kg.store import tellings, texts
from kg.store.builds import Term
from kg.store.tellings import SHOWN, Kept, Summary, Telling
from kg.store.voices import OWNERSHIP, Voices
from kg.web.readings import Reading, of_state, owned
from kg.web.service import Graph
from kg.web.values import Value, name_of, text, value


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
        outlets: who tells of it, the most first; at most `SHOWN`, and those of the reading.
        others: how many more there are.
        groups: the groups of these.
        days: the last days on which something of it was published, as ISO dates, the last first.
        earlier: how many days there are before these.
    """

    facts: int
    kept: int
    undated: int
    alone: tuple[Value, ...]
    only: int
    outlets: tuple[Teller, ...]
    others: int
    groups: tuple[Teller, ...]
    days: tuple[str, ...]
    earlier: int


@contextmanager
def opened(graph: Graph, things: Iterable[str], voices: Voices) -> Iterator[sqlite3.Connection]:
    """Yield what the build counted; of a build made without that, what is told of some things.

    Raises:
        StoreError: the file cannot be read.
    """
    if file := graph.build.file(tellings.FILE):
        with texts.reading(file, "the tellings of a build") as index:
            yield index
    else:
        told = (each for iri in things for each in _asked(graph, iri))
        with closing(tellings.write(":memory:", told, voices)) as index:
            yield index


def _asked(graph: Graph, iri: str) -> Iterator[Telling]:
    entity = NamedNode(iri)
    for row in graph.rows("told", entity=entity):
        terms = str(entity), f"<{text(row, 'predicate')}>", str(row["fact"])
        yield *terms, text(row, "article") or "", text(row, "telling"), ""


def count(summary: Summary, kept: Kept, reading: Reading, graph: Graph, voices: Voices) -> Told:
    """Return how much is told, by whom and when."""
    chosen = {teller.link for teller in reading.tellers}
    own = reading.outlets
    outlets = (_teller(voices.label(iri), iri, n, graph) for iri, n in _most(summary.outlets, own))
    groups = (_group(name, n, graph, voices) for name, n in summary.groups[:SHOWN])
    return Told(
        facts=summary.facts,
        kept=kept.facts,
        undated=summary.undated,
        alone=tuple(_named(*each, graph, voices) for each in kept.alone),
        only=kept.only,
        outlets=_sorted(outlets, chosen),
        others=max(0, len(summary.outlets) - SHOWN),
        groups=_sorted(groups, chosen),
        days=summary.days,
        earlier=summary.published - len(summary.days),
    )


def _most(found: tuple[tuple[str, int], ...], own: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield the outlets that tell most, and those of the reading."""
    yield from found[:SHOWN]
    yield from (each for each in found[SHOWN:] if each[0] in own)


def _teller(name: str, iri: str, facts: int, graph: Graph) -> Teller:
    return Teller(name, (graph.addresses.path(iri) or "").removeprefix("/"), facts, chosen=False)


def _group(group: str, facts: int, graph: Graph, voices: Voices) -> Teller:
    if group.startswith(OWNERSHIP):
        return Teller(owned(group.removeprefix(OWNERSHIP)), group, facts, chosen=False)
    return _teller(of_state(voices.label(group)), group, facts, graph)


def _sorted(found: Iterable[Teller], chosen: Collection[str | None]) -> tuple[Teller, ...]:
    marked = (replace(teller, chosen=teller.path in chosen) for teller in found)
    return tuple(sorted(marked, key=lambda t: (-t.facts, t.name, t.path)))


def _named(fact: str, term: str, graph: Graph, voices: Voices) -> Value:
    found = _term(fact)
    shown = value({"fact": found}, "fact", graph.addresses) or Value("")
    name = voices.label(found.value) if isinstance(found, NamedNode) else shown.text
    return Value(name, shown.link, name_of(term), shown.language)


def _term(written: str) -> Term:
    """Return a term as it is written in N-Triples."""
    found: Term = next(parse(f"<a:a> <a:a> {written} .", RdfFormat.N_TRIPLES)).object
    return found
