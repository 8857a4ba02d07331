"""The page of an entity re-read, as some outlets tell it or as known on a day; the form that asks for it."""

import dataclasses
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Request
from rdflib import URIRef

from kg.errors import QueryError
from kg.store.tellings import NOTHING, Asked, Kept, cited, kept, latest, summary
from kg.store.voices import Voices
from kg.vocab import DIP
from kg.web import kinds, narrowing, readings, tellings
from kg.web.dates import day
from kg.web.narrowing import Near, Outcome
from kg.web.panels import Fact, Panel
from kg.web.readings import Reading
from kg.web.service import Graph
from kg.web.tellings import Told
from kg.web.values import outcome
from kg.web.wording import gettext

ASKED = ("outlet", "known")  # what of an address makes a reading
# What is one telling itself, or a part of one: there is nothing to compare. Pairs of states nobody tells.
SINGLE = {DIP.Article, DIP.Passage, DIP.Claim, DIP.Dyad}


@dataclass(frozen=True, slots=True)
class Retelling:
    """What the template `reading.html` shows.

    Attributes:
        path: of the page that shows all.
        reading: what the page is narrowed to.
        told: how much is told, by whom and when.
        unread: how many records may be told but were not read.
        query: the reading as the query part of an address, with its mark; empty where nothing is left out.
    """

    path: str
    reading: Reading
    told: Told
    unread: int = 0
    query: str = ""

    def day(self, iso: str) -> str:
        """Return a day for readers."""
        return day(iso)

    @property
    def title(self) -> str:
        """Return whose telling it is, and of when, as a heading."""
        names = ", ".join(teller.text for teller in self.reading.tellers)
        known = day(self.reading.known or "")
        if names and known:
            return gettext("As told by %(names)s, and as known on %(day)s", names=names, day=known)
        return (
            gettext("As told by %(names)s", names=names)
            if names
            else gettext("As known on %(day)s", day=known)
        )


@dataclass(frozen=True, slots=True)
class Reread:
    """The graph to make a page from, and what its page says of the reading.

    Attributes:
        graph: narrowed, or whole where nothing is left out.
        part: whose telling it is; None where nothing is left out.
        outcomes: what came of plans since, by IRI.
    """

    graph: Graph
    part: Retelling | None
    outcomes: dict[str, Outcome]

    def panels(self, found: tuple[Panel, ...]) -> tuple[Panel, ...]:
        """Return panels with what came of each plan since."""
        since = {self.graph.addresses.path(iri): each for iri, each in self.outcomes.items()}
        return (
            tuple(
                dataclasses.replace(p, facts=tuple(_since(f, since.get(f.thing)) for f in p.facts))
                for p in found
            )
            if since
            else found
        )


def read(request: Request, graph: Graph, iri: str, kind: URIRef) -> Reread:
    """Return the graph as a request wants an entity to be re-read.

    Raises:
        QueryError: the entity is one telling itself, or the reading cannot be understood.
        NotFoundError: an outlet is none.
    """
    voices = Voices(graph.build)
    reading = readings.read(request, graph, voices)
    if reading.is_plain:
        return Reread(graph, None, {})
    path = f"{graph.addresses.path(iri)}.html"
    if _is_single(kind):
        raise QueryError(f"outlet, known: expected a thing that sources tell of, found {path}")
    things = iri, *narrowing.below(iri, voices)
    asked_for = Asked(reading.outlets, reading.known)
    with tellings.opened(graph, things, voices) as index:
        found = summary(index, iri) or NOTHING
        told = kept(index, iri, asked_for)
        records = latest(index, things, asked_for, narrowing.LOOKS)
        near = Near(things, records, lambda thing: cited(index, thing, asked_for))
        narrowed = narrowing.narrow(graph.build, near, reading, voices)
    asked = [(key, value) for key, value in request.args.items(multi=True) if key in ASKED and value.strip()]
    query = f"?{urlencode(asked, safe='/')}"
    counted = tellings.count(found, told, reading, graph, voices)
    part = Retelling(path, reading, counted, narrowed.unread, query)
    since = narrowed.outcomes if reading.known else {}
    return Reread(dataclasses.replace(graph, build=narrowed.build), part, since)


def whole(graph: Graph, iri: str, kind: URIRef) -> Retelling | None:
    """Return who tells of an entity, for its page that leaves nothing out.

    None for what is one telling itself, or told by nobody.
    """
    if _is_single(kind):
        return None
    voices = Voices(graph.build)
    with tellings.opened(graph, (iri,), voices) as index:
        found = summary(index, iri)
    if found is None:
        return None
    told = tellings.count(found, Kept(0, 0, ()), readings.PLAIN, graph, voices)
    return Retelling(f"{graph.addresses.path(iri)}.html", readings.PLAIN, told)


def _is_single(kind: URIRef) -> bool:
    return not SINGLE.isdisjoint(kinds.upward(kind))


def _since(fact: Fact, came: Outcome | None) -> Fact:
    """Return a fact with what came of it right behind what it was."""
    if came is None or (was := outcome(came.status)) not in fact.badges:
        return fact
    since = outcome(came.now, came.earliest, came.latest, arrow="→ ")
    at = fact.badges.index(was) + 1
    return dataclasses.replace(fact, badges=(*fact.badges[:at], since, *fact.badges[at:]))
