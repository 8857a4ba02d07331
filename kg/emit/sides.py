"""Who stands on which side of a record: its actors by their states, and whom or what it turns to."""

from collections.abc import Iterable, Iterator, Mapping

from rdflib import URIRef

from kg.model import Claim, Node, Resolution
from kg.vocab import DIP, superclasses, superproperties

Grounds = list[Claim]  # claims of a record, for one state each by its actor, place or occasion
Sides = Mapping[str, Grounds]  # by the IRI of the state
ACTING = (DIP.participant, DIP.party, DIP.signatory, DIP.speaker)
_FACING = (DIP.addressee, DIP.about)
_OCCASION = (DIP.at, DIP.announces, DIP.denies)
_LAND = (DIP.country, DIP.within)
_KEPT = (*ACTING, *_FACING, *_OCCASION, DIP.place, DIP.reportedBy)


class Told:
    """The records of a resolution, by IRI, with the states of their actors.

    Attributes:
        records: IRIs of all records, sorted.
    """

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution
        self._claims: dict[str, dict[URIRef, Grounds]] = {}
        self._lands: dict[str, dict[URIRef, dict[str, None]]] = {}
        self._kinds: dict[str, URIRef] = {}
        self._states: dict[str, Node] = {}
        for claim in resolution.claims:
            self._note(claim)
        for node, iri in sorted(resolution.iris.items(), key=lambda pair: pair[0]):
            self._kinds.setdefault(iri, node.kind)
            if node.kind == DIP.State:
                self._states.setdefault(iri, node)
        self.records = tuple(sorted(iri for iri in self._claims if self._is(iri, DIP.Record)))

    def _note(self, claim: Claim) -> None:
        term = superproperties(claim.predicate)[-1]
        subject = self._resolution.iris[claim.subject]
        if isinstance(claim.object, Node) and term in _LAND:
            self._lands.setdefault(subject, {}).setdefault(term, {})[self._iri(claim.object)] = None
        elif isinstance(claim.object, Node) and term in _KEPT:
            self._claims.setdefault(subject, {}).setdefault(term, []).append(claim)

    def _iri(self, node: Node) -> str:
        return self._resolution.iris[node]

    def _is(self, iri: str, kind: URIRef) -> bool:
        return kind in superclasses(self._kinds[iri])

    def node(self, state: str) -> Node:
        """Return a node of a state."""
        return self._states[state]

    def code(self, state: str) -> str:
        """Return the code that a state has in the address of its dyads: of ISO 3166-1, else its own name."""
        return self._states[state].registry or state.rpartition("/")[2]

    def label(self, state: str) -> str:
        """Return the display name of a state."""
        return self._resolution.labels[state]

    def grounds(self, record: str, *terms: URIRef) -> Iterator[tuple[Claim, str]]:
        """Yield the claims of a record with some properties, or those below them, and what they lead to."""
        of = self._claims.get(record, {})
        for claim in (claim for term in terms for claim in of.get(term, ())):
            if isinstance(claim.object, Node):
                yield claim, self._iri(claim.object)

    def acting(self, record: str) -> Sides:
        """Return the states of who took part, is bound, signed or spoke."""
        return _gathered((claim, self._home(actor)) for claim, actor in self.grounds(record, *ACTING))

    def facing(self, record: str) -> Sides:
        """Return the states that a visit led to, and those of whom a statement is about, or said to.

        What is said at an event of the speaker's own state with others, or announces one, faces those others;
        a denial faces who said what it denies, and who reports that it was said.
        """
        if self._is(record, DIP.Visit):
            return _gathered((claim, self._home(place)) for claim, place in self.grounds(record, DIP.place))
        if not self._is(record, DIP.Statement):
            return {}
        told = [(claim, self._home(whom)) for claim, whom in self.grounds(record, *_FACING)]
        own = set(self.acting(record))
        for claim, other in self.grounds(record, *_OCCASION):
            states = self._involved(other)
            if claim.predicate == DIP.denies or own & set(states):
                told.append((claim, states))
        return _gathered(told)

    def _involved(self, record: str) -> tuple[str, ...]:
        """Return the states of all sides of a record; of a statement, of who says and who reports it."""
        if self._is(record, DIP.Statement):
            reporting = _gathered((c, self._home(who)) for c, who in self.grounds(record, DIP.reportedBy))
            return tuple({**self.acting(record), **reporting})
        return tuple({**self.acting(record), **self.facing(record)})

    def _home(self, thing: str, seen: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return the states of an actor or a place: its own, or those of the place that it lies in."""
        if thing in self._states:
            return (thing,)
        lands = self._lands.get(thing, {})
        if states := tuple(lands.get(DIP.country, ())):
            return states
        wider = (place for place in lands.get(DIP.within, ()) if place not in seen)
        return tuple(state for place in wider for state in self._home(place, (*seen, thing)))


def _gathered(found: Iterable[tuple[Claim, tuple[str, ...]]]) -> dict[str, Grounds]:
    sides: dict[str, Grounds] = {}
    for claim, states in found:
        for state in states:
            sides.setdefault(state, []).append(claim)
    return sides
