"""What is wanted of a table: its unit of analysis, and which records it is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rdflib import URIRef

from kg.errors import QueryError
from kg.iris import segment
from kg.vocab import DIP, classes
from kg.web import dates, kinds

EVENT, DYAD, ACTOR = "event", "dyad-year", "actor-month"
UNITS = (EVENT, DYAD, ACTOR)
KINDS = {segment(kind): kind for kind in classes() if DIP.Record in kinds.upward(kind)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are wanted.

    Attributes:
        unit: one of `UNITS`.
        kind: the class whose records are told or counted.
        begin: the first day of `dip:earliest`; None for any, also for an unknown one.
        end: the last day of it; likewise.
        states: codes of ISO 3166-1 alpha-3 of states that must all take part.
        dyad: IRI of the dyad between whose states the records lie; None for any. Rows are of these two alone.
    """

    unit: str = EVENT
    kind: URIRef = DIP.Event
    begin: date | None = None
    end: date | None = None
    states: tuple[str, ...] = ()
    dyad: str | None = None


def read(told: Mapping[str, str]) -> Wanted:
    """Return which rows are asked for, by the parameters of a request or the options of a command.

    Raises:
        QueryError: one of them cannot be understood.
    """
    unit = _one_of("unit", told.get("unit", EVENT), UNITS)
    usual = segment(DIP.Event if unit == EVENT else DIP.Record)
    kind = KINDS[_one_of("kind", told.get("kind", usual), KINDS)]
    states = tuple(told.get("states", "").upper().replace(",", " ").split())
    return Wanted(unit, kind, _day("from", told), _day("to", told), states)


def _one_of(name: str, value: str, known: Iterable[str]) -> str:
    if value not in known:
        raise QueryError(f"{name}: expected one of {', '.join(known)}, found {value[:80]!r}")
    return value


def _day(name: str, told: Mapping[str, str]) -> date | None:
    return None if (word := told.get(name)) is None else dates.asked(name, word)
