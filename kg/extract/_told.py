"""An event and where it is told, while the events of an article are gathered."""

from dataclasses import dataclass

from rdflib import URIRef

from kg.extract._fill import Filled
from kg.model import Record, Value
from kg.vocab import DIP

AHEAD = frozenset({DIP.Planned, DIP.Proposed})
_DATED = frozenset({DIP.earliest, DIP.latest, DIP.when})


@dataclass(frozen=True, slots=True)
class Told:
    """An event and where it is told.

    Attributes:
        number: of its sentence.
        filled: the frame with its roles.
        record: what is claimed of it.
    """

    number: int
    filled: Filled
    record: Record

    @property
    def status(self) -> URIRef | None:
        """Whether it has taken place."""
        found = (c.object for c in self.record.claims if c.predicate == DIP.status)
        return next((o for o in found if isinstance(o, URIRef)), None)

    @property
    def is_ahead(self) -> bool:
        """Whether it is told as yet to come."""
        return self.status in AHEAD

    @property
    def is_dated(self) -> bool:
        """Whether it is told when it takes place."""
        return any(c.predicate in _DATED for c in self.record.claims)

    @property
    def is_of_many(self) -> bool:
        """Whether it is a gathering of many, of which one participant is enough."""
        return self.filled.trigger.lemma_.lower() in self.filled.frame.alone

    @property
    def last_day(self) -> str:
        """Its last day as an ISO string, empty where it is not told."""
        found = (c.object for c in self.record.claims if c.predicate == DIP.latest)
        return next((o.text for o in found if isinstance(o, Value)), "")
