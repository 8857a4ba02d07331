"""Many actors alone: states, bodies of theirs, and persons with offices and names in several scripts.

`make(data, number)` writes them as a build, for what looks things up by their names. Persons share first and
family names as people do, so that each has namesakes in a part of the name and some in all of it. The same
number and seed give the same graph.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Literal, URIRef
from rdflib.namespace import Namespace
from rdflib.term import Node

from kg.iris import iri
from kg.registry.states import State, states
from kg.store import loading
from kg.vocab import DIP, superclasses

BASE = "https://w3id.org/communique/"
WIKIDATA = Namespace("http://www.wikidata.org/entity/")
SEED = 7
Triple = tuple[Node, URIRef, Node]
# Syllables of names, and how two scripts write them.
SYLLABLES = "an bel dar el fa gor ha im ka lin mar nor os pav ra sul tam ur va yan zar"
CYRILLIC = str.maketrans("abdefghiklmnoprstuvyz", "абдефгхиклмнопрстувйз")
ARABIC = str.maketrans("abdefghiklmnoprstuvyz", "ابديفجهيكلمنوبرستوفيز")
FAMILIES = "li李 wang王 zhang张 liu刘 chen陈 yang杨 zhao赵 huang黄 wu吴 zhou周 xu徐 sun孙 ma马 zhu朱"
GIVEN = "wei伟 jian建 chao超 ming明 hua华 guo国 ping平 yong勇 bin斌 lei磊 jun军 tao涛 qiang强 hai海"
BODIES = ("Ministry of Foreign Affairs", "Ministry of Defence", "Parliament", "Central Bank", "Presidency")
OFFICES = (
    "President",
    "Prime Minister",
    "Foreign Minister",
    "Ambassador",
    "Spokesperson",
    "Defence Minister",
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person as the graph tells of them.

    Attributes:
        iri: the person.
        names: the display name first, then the one in the script of the state.
        state: ISO 3166-1 alpha-3 code.
        title: the office.
        first: the day from which it is attested.
    """

    iri: str
    names: tuple[str, ...]
    state: State
    title: str
    first: str


def make(data: Path, number: int, seed: int = SEED) -> Path:
    """Write a build of about so many actors below a data folder, and return its place."""
    folder = data / "builds" / f"{number:016x}"
    folder.mkdir(parents=True)
    known = tuple(state for state in states() if state.iso3 and state.status == "present")
    with (folder / "graph.nt").open("w", encoding="utf-8") as graph:
        for state in known:
            graph.writelines(map(_line, _state(state)))
        for actor in persons(number - len(known) * (1 + len(BODIES)), seed):
            graph.writelines(map(_line, _person(actor)))
    loading.load(folder)
    loading.index(folder)
    (data / "current").symlink_to(folder)
    return folder


def persons(number: int, seed: int = SEED) -> Iterator[Actor]:
    """Yield as many persons, each of one of the states."""
    lot = random.Random(seed)
    known = tuple(state for state in states() if state.iso3 and state.status == "present")
    for count in range(number):
        names = _HABITS[count % len(_HABITS)](lot)
        first = f"{lot.randint(1990, 2024)}-{lot.randint(1, 12):02}-01"
        state, title = lot.choice(known), lot.choice(OFFICES)
        yield Actor(iri(BASE, DIP.Person, names[0], str(count)), names, state, title, first)


def _chinese(lot: random.Random) -> tuple[str, ...]:
    family, *given = lot.choice(FAMILIES.split()), *lot.choices(GIVEN.split(), k=2)
    latin = f"{family[:-1]} {''.join(each[:-1] for each in given)}"
    return latin.title(), "".join(each[-1] for each in (family, *given))


def _western(lot: random.Random) -> tuple[str, ...]:
    return (f"{_word(lot, 2)} {_word(lot, 3)}".title(),)


def _russian(lot: random.Random) -> tuple[str, ...]:
    name = f"{_word(lot, 2)} {_word(lot, 2)}ov"
    return name.title(), name.translate(CYRILLIC).title()


def _arabic(lot: random.Random) -> tuple[str, ...]:
    name = f"{_word(lot, 2)} {_word(lot, 3)}"
    return name.title(), name.translate(ARABIC)


_HABITS = (_western, _russian, _arabic, _chinese)


def _word(lot: random.Random, syllables: int) -> str:
    return "".join(lot.choices(SYLLABLES.split(), k=syllables))


def _state(state: State) -> Iterator[Triple]:
    own = URIRef(iri(BASE, DIP.State, state.label))
    yield from _named(own, DIP.State, (state.label, *state.names))
    yield own, DIP.country, own
    codes = {DIP.iso2: state.iso2, DIP.iso3: state.iso3, DIP.m49: state.m49, DIP.cow: state.cow}
    yield from ((own, term, Literal(code)) for term, code in codes.items() if code)
    if state.wikidata:
        yield own, OWL.sameAs, WIKIDATA[state.wikidata]
    for body in BODIES:
        label = f"{body} of {state.label}"
        yield from _named(URIRef(iri(BASE, DIP.Organization, label)), DIP.Organization, (label,))
        yield URIRef(iri(BASE, DIP.Organization, label)), DIP.country, own


def _person(actor: Actor) -> Iterator[Triple]:
    own, state = URIRef(actor.iri), URIRef(iri(BASE, DIP.State, actor.state.label))
    yield from _named(own, DIP.Person, actor.names)
    yield own, DIP.country, state
    tenure = URIRef(iri(BASE, DIP.Tenure, actor.iri.rpartition("/")[2], actor.title))
    yield from _named(tenure, DIP.Tenure, (f"{actor.title} of {actor.state.label}: {actor.names[0]}",))
    yield tenure, DIP.holder, own
    yield tenure, DIP.of, state
    yield tenure, DIP.title, Literal(actor.title)
    yield tenure, DIP.attestedFrom, Literal(actor.first, datatype=XSD.date)


def _named(own: URIRef, kind: URIRef, names: tuple[str, ...]) -> Iterator[Triple]:
    yield from ((own, RDF.type, each) for each in superclasses(kind))
    yield own, RDFS.label, Literal(names[0])
    yield from ((own, SKOS.altLabel, Literal(name)) for name in names[1:])


def _line(triple: Triple) -> str:
    return " ".join(term.n3() for term in triple) + " .\n"
