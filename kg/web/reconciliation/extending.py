"""Fetch values of things that a client has found: codes, names, offices, and whatever the graph tells."""

from collections.abc import Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode
from rdflib import RDFS, XSD

from kg.matching import Office
from kg.vocab import DIP, ONTOLOGY
from kg.web.reconciliation import profiles, properties
from kg.web.reconciliation.finding import id_of, iri
from kg.web.reconciliation.profiles import Known
from kg.web.service import Graph

MOST = 100  # values of one property of one thing
Value = dict[str, Any]
_NUMBERS = {str(XSD.integer): int, str(XSD.decimal): float, str(XSD.double): float}


def meta(names: tuple[str, ...]) -> list[Value]:
    """Return what the properties are called, and what their values are where these are entities."""
    found = []
    for name in names:
        each: Value = {"id": name, "name": properties.every()[name].name}
        if name == "state":
            each["type"] = properties.told(DIP.State)
        found.append(each)
    return found


def rows(graph: Graph, ids: tuple[str, ...], names: tuple[str, ...]) -> dict[str, dict[str, list[Value]]]:
    """Return the values of properties of things, by id and property; empty for what is not known."""
    known = profiles.of(graph.build)
    found = {name: known.of(iri(graph, name)) for name in ids}
    return {
        each: {name: list(_values(graph, thing, name))[:MOST] if thing else [] for name in names}
        for each, thing in found.items()
    }


def office(held: Office) -> str:
    """Return an office in words, with the days between which it is attested.

    >>> office(Office("Foreign Minister", ("Ardenia",), "2031-03-04", None))
    'Foreign Minister, Ardenia (from 2031-03-04)'
    """
    days = " ".join(f"{word} {day}" for word, day in (("from", held.first), ("to", held.last)) if day)
    return ", ".join((held.title, *held.of[:1])) + (f" ({days})" if days else "")


def _values(graph: Graph, thing: Known, name: str) -> Iterator[Value]:
    if name == "name":
        yield from ({"str": each} for each in thing.profile.names)
    elif name == "state":
        yield from (_entity(graph, each) for each in thing.states)
    elif name == "office":
        yield from ({"str": office(each)} for each in thing.profile.offices)
    elif name == "iri":
        yield {"str": thing.iri}
    elif name == "type":
        yield {"str": properties.id_of(thing.kind)}
    elif name.startswith("dip:"):
        yield from _told(graph, thing.iri, ONTOLOGY + name.removeprefix("dip:"))
    else:
        yield from ({"str": value} for kind, value in thing.codes if kind == name)


def _told(graph: Graph, thing: str, term: str) -> Iterator[Value]:
    for triple in graph.build.matching(NamedNode(thing), NamedNode(term), None):
        if isinstance(triple.object, NamedNode):
            yield _entity(graph, triple.object.value)
        elif isinstance(triple.object, Literal):
            yield _literal(triple.object)


def _entity(graph: Graph, thing: str) -> Value:
    if not thing.startswith(graph.addresses.base) or thing.startswith(ONTOLOGY):
        return {"str": thing}
    label = graph.build.matching(NamedNode(thing), NamedNode(str(RDFS.label)), None)
    names = sorted(t.object.value for t in label if isinstance(t.object, Literal))
    return {"id": id_of(graph, thing), "name": (names or [thing.rpartition("/")[2]])[0]}


def _literal(value: Literal) -> Value:
    if value.datatype.value == str(XSD.date):
        return {"date": f"{value.value}T00:00:00Z"}
    if (number := _NUMBERS.get(value.datatype.value)) is not None:
        return {"int" if number is int else "float": number(value.value)}
    return {"str": value.value}
