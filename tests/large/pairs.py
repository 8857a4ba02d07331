"""Between which states a record of the invented world lies, and at which level."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from kg.emit.levels import ORDER
from kg.emit.ntriples import iri
from kg.vocab import DIP
from large.press import Fact
from large.world import BASE, Person, Thing, text

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_CODE, _RANK = iri(str(DIP.iso3)), iri(str(DIP.rank))


def dyads(states: Iterable[Thing]) -> list[Thing]:
    """Return the dyads of states, each two of them once."""
    found = sorted({_code(state): state for state in states}.items())
    return [_dyad(one, other) for (_, one), (_, other) in combinations(found, 2)]


def between(record: Thing, found: Iterable[Thing]) -> Iterator[Fact]:
    """Yield what leads from a record to dyads."""
    return (Fact((record.term, iri(str(DIP.dyad)), dyad.term)) for dyad in found)


def level(record: Thing, people: Iterable[Person]) -> Fact:
    """Return the level of a record: the highest rank of some persons."""
    ranks = [iri(str(rank)) for rank in ORDER]
    held = (told for each in people for term, told in each.office.facts if term == _RANK)
    return Fact((record.term, iri(str(DIP.level)), min(held, key=ranks.index)))


def _dyad(one: Thing, other: Thing) -> Thing:
    label = f"{one.label} and {other.label}"
    facts = ((_TYPE, iri(str(DIP.Dyad))), (_LABEL, text(label)))
    ends = tuple((iri(str(DIP.between)), state.term) for state in (one, other))
    return Thing(f"<{BASE}dyad/{_code(one)}/{_code(other)}>", label, (*facts, *ends), (one, other))


def _code(state: Thing) -> str:
    return next(told.strip('"') for term, told in state.facts if term == _CODE)
