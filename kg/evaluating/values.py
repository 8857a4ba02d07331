"""What is told of a record, value by value, so that two tellings of it can be held side by side."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.evaluating.finds import Dated, Event, Record, Statement

Value = frozenset[str] | frozenset[tuple[str, ...]] | tuple[str | None, ...]
WHO, DAYS, STATUS, PLACE, CHAINS, KIND = "actors", "dates", "status", "place", "attribution", "denial or not"
VALUES = (WHO, DAYS, STATUS, PLACE, CHAINS, KIND)


class Naming(Protocol):
    """Who is called what elsewhere."""

    def who(self, ids: Iterable[str]) -> frozenset[str]:
        """Return actors by their ids elsewhere."""

    def chain(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return actors by their ids elsewhere, in their order."""


class Own:
    """Names as they stand."""

    def who(self, ids: Iterable[str]) -> frozenset[str]:
        """Return actors by their own ids."""
        return frozenset(ids)

    def chain(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return actors by their own ids, in their order."""
        return tuple(ids)


def values(record: Record, naming: Naming) -> Iterator[tuple[str, Value]]:
    """Yield what is told of a record, by `VALUES`."""
    yield WHO, naming.who(record.who)
    if isinstance(record, Dated):
        yield DAYS, record.dates
        yield STATUS, (record.status,)
    if isinstance(record, Event):
        yield PLACE, record.places
    if isinstance(record, Statement):
        yield CHAINS, frozenset(map(naming.chain, record.chains))
        yield KIND, (record.kind,)


def is_same(name: str, one: Value, other: Value) -> bool:
    """Say whether two values are the same; of places one name in common is enough."""
    return one == other or (name == PLACE and bool(set(one) & set(other)))
