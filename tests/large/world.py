"""Who and what the invented articles tell of: persons, and what the registry has of states and all else."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar

from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from kg import iris
from kg.emit.ntriples import iri, literal
from kg.model import Value
from kg.registry import outlets, places, states, topics
from kg.vocab import DIP, superclasses

BASE = "https://w3id.org/communique/"
FIRST = (
    "CHN",
    "AZE",
    "RUS",
    "TUR",
)  # the states that most is told of, so that their pages have known addresses
SOUNDS = ("ar", "bel", "cor", "dan", "el", "far", "gor", "hal", "im", "jan", "kor", "lin", "mar", "nor", "os")
ENDS = ("a", "en", "i", "o", "ova", "ski", "son", "us")
OFFICES = (
    ("President", DIP.HeadOfState),
    ("Prime Minister", DIP.HeadOfGovernment),
    ("Foreign Minister", DIP.Minister),
    ("Deputy Foreign Minister", DIP.DeputyMinister),
    ("Ambassador", DIP.Envoy),
    ("Spokesperson of the Foreign Ministry", DIP.Spokesperson),
)
Drawn = TypeVar("Drawn")


@dataclass(frozen=True, slots=True)
class Thing:
    """What articles name.

    Attributes:
        term: its IRI as a term of N-Triples.
        label: its display name.
        facts: properties and objects, as terms, that an article tells where it first names it.
        above: what is named with it: the state of a person, the wider topic of a topic, an office's holder.
    """

    term: str
    label: str
    facts: tuple[tuple[str, str], ...]
    above: "tuple[Thing, ...]" = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person with an office, and the state that it is of."""

    who: Thing
    office: Thing
    title: str
    state: Thing


class Zipf(Generic[Drawn]):
    """A lot in which the n-th of some things is drawn n times less often than the first."""

    def __init__(self, things: Sequence[Drawn]) -> None:
        self.things = things
        self._weights = tuple(accumulate(1 / (n + 1) for n in range(len(things))))

    def draw(self, lot: random.Random, count: int = 1) -> list[Drawn]:
        """Return as many things, each once."""
        found: dict[int, None] = {}
        numbers = range(len(self.things))
        while len(found) < min(count, len(self.things)):
            found[lot.choices(numbers, cum_weights=self._weights)[0]] = None
        return [self.things[number] for number in found]


class World:
    """All that the articles of one graph may name.

    Attributes:
        states, persons, outlets, places, topics: lots to draw from.
        persons_of: the persons of a state, by its term.
    """

    def __init__(self, lot: random.Random, persons: int) -> None:
        """Invent as many persons."""
        known = [state for state in states.states() if state.iso3]
        lot.shuffle(known)
        known.sort(key=lambda each: FIRST.index(each.key) if each.key in FIRST else len(FIRST))
        by_key = {each.key: _state(each) for each in known}
        self.states = Zipf(tuple(by_key.values()))
        self.persons_of: dict[str, list[Person]] = {}
        self.persons = Zipf(tuple(self._person(lot, number) for number in range(persons)))
        self.outlets = Zipf(tuple(_outlet(each, by_key) for each in outlets.outlets()))
        self.places = Zipf(tuple(_place(each, by_key) for each in places.places() if each.state in by_key))
        self.topics = Zipf(_topics())

    def _person(self, lot: random.Random, number: int) -> Person:
        # Two of three persons are of the first state, so that at a million claims 100,000 are about it.
        state = self.states.draw(lot)[0] if number % 3 == 1 else self.states.things[0]
        first, last = ("".join(lot.choices(SOUNDS, k=2)) + lot.choice(ENDS) for _ in range(2))
        label = f"{first.capitalize()} {last.capitalize()}"
        who = named(f"{label} {number}" if number else label, label, DIP.Person)
        who = Thing(
            who.term,
            label,
            (*who.facts, (iri(str(SKOS.altLabel)), text(label.split()[1])), _of(state)),
            (state,),
        )
        title, rank = OFFICES[number % len(OFFICES)]
        office = named(f"{label} {number} {title}", f"{title}, {state.label}: {label}", DIP.Tenure)
        told = {DIP.holder: who.term, DIP.of: state.term, DIP.title: text(title), DIP.rank: iri(str(rank))}
        office = Thing(office.term, office.label, (*office.facts, *_pairs(told)), (who,))
        found = Person(who, office, title, state)
        self.persons_of.setdefault(state.term, []).append(found)
        return found


def named(words: str, label: str, kind: URIRef) -> Thing:
    """Return a thing of a class, with the facts that all things have."""
    term = iri(iris.iri(BASE, kind, words))
    classes = (
        (iri(str(RDF.type)), iri(str(each))) for each in superclasses(kind) if each.startswith(str(DIP))
    )
    return Thing(term, label, (*classes, (iri(str(RDFS.label)), text(label))))


def text(words: str) -> str:
    """Return words as a term."""
    return literal(Value(words))


def _pairs(told: dict[URIRef, str]) -> tuple[tuple[str, str], ...]:
    return tuple((iri(str(term)), thing) for term, thing in told.items())


def _of(state: Thing) -> tuple[str, str]:
    return iri(str(DIP.country)), state.term


def _state(each: states.State) -> Thing:
    thing = named(each.label, each.label, DIP.State)
    codes = {DIP.iso2: each.iso2, DIP.iso3: each.iso3, DIP.m49: each.m49, DIP.cow: each.cow, DIP.gw: each.gw}
    told = _pairs({term: text(code) for term, code in codes.items() if code})
    same = ((iri(str(OWL.sameAs)), iri(f"http://www.wikidata.org/entity/{each.wikidata}")),)
    return Thing(thing.term, each.label, (*thing.facts, _of(thing), *told, *(same if each.wikidata else ())))


def _outlet(each: outlets.Outlet, by_key: dict[str, Thing]) -> Thing:
    thing, home = named(each.key, each.label, DIP.Organization), by_key.get(each.state or "")
    return Thing(thing.term, each.label, (*thing.facts, _of(home)), (home,)) if home else thing


def _place(each: places.Place, by_key: dict[str, Thing]) -> Thing:
    thing, home = named(each.key, each.label, DIP.Place), by_key[each.state or ""]
    return Thing(thing.term, each.label, (*thing.facts, _of(home)), (home,))


def _topics() -> tuple[Thing, ...]:
    found: dict[str, Thing] = {}
    concept = (iri(str(RDF.type)), iri(str(SKOS.Concept)))
    for each in sorted(topics.topics(), key=lambda topic: topic.broader is not None):
        thing, wider = named(each.key, each.label, DIP.Topic), found.get(each.broader or "")
        above = ((iri(str(SKOS.broader)), wider.term),) if wider else ()
        found[each.key] = Thing(
            thing.term, each.label, (*thing.facts, concept, *above), (wider,) if wider else ()
        )
    return tuple(found.values())
