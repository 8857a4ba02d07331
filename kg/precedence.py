"""Which value stands, of what can have one only: for the build, and for a page re-read from fewer claims."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rdflib import URIRef

from kg.vocab import DIP

Held = TypeVar("Held")

DATES = (DIP.earliest, DIP.latest, DIP.when)
ONE = frozenset({DIP.status, DIP.rank, *DATES})
_STAY = 14  # days: bounds of a visit that are closer are its first and last day
# Where one article tells several, the one that comes about last.
_COURSE = tuple(str(t) for t in (DIP.Denied, DIP.Proposed, DIP.Planned, DIP.Occurred, DIP.Cancelled))


@dataclass(frozen=True, slots=True)
class Told(Generic[Held]):
    """A value of one thing, as an article tells it.

    Attributes:
        term: the property, one of `ONE`.
        held: the value.
        words: its IRI or words.
        telling: what names the telling within all: its article first, then what stands there on its own.
        is_own: whether the article tells it first-hand.
        day: when the article was published, as an ISO date; empty where unknown.
        sure: its confidence; 0 where unknown.
        is_visit: whether the thing is a visit.
    """

    term: URIRef
    held: Held
    words: str
    telling: tuple[str, ...]
    is_own: bool
    day: str
    sure: float
    is_visit: bool

    @property
    def weight(self) -> tuple[bool, str, float]:
        """Return what decides which value wins: first-hand, late, sure."""
        return self.is_own, self.day, self.sure


def winners(told: Iterable[Told[Held]]) -> dict[URIRef, Held]:
    """Return the value that wins for each property that one thing has.

    It is that of the latest-published article that tells it first-hand, ties by confidence.
    """
    every = tuple(told)
    states = [t for t in every if t.term == DIP.status and t.words in _COURSE]
    # One article may tell a lower title of an office than another.
    ranks = [t for t in every if t.term == DIP.rank]
    best = (
        max(states, key=lambda t: (*t.weight, _COURSE.index(t.words)), default=None),
        max(ranks, key=lambda t: (*t.weight, t.words), default=None),
    )
    return {t.term: t.held for t in best if t} | _dates(every)


def _dates(told: Iterable[Told[Held]]) -> dict[URIRef, Held]:
    """Return the dates of the best telling, then what others add to it."""
    tellings: dict[tuple[str, ...], list[Told[Held]]] = {}
    for each in told:
        if each.term in DATES:
            tellings.setdefault(each.telling, []).append(each)
    won: dict[URIRef, Told[Held]] = {}
    for telling in sorted(tellings.values(), key=_standing, reverse=True):
        best = {t.term: t for t in sorted(telling, key=lambda t: (t.sure, t.words))}
        missing = {term: t for term, t in best.items() if term not in won}
        if any(won[term].words != t.words for term, t in best.items() if term in won):
            missing.pop(DIP.when, None)  # it would say more, or less, than the bounds that won
        if _in_order({**missing, **won}):
            won |= missing
    return {term: t.held for term, t in won.items()}


def _standing(telling: Sequence[Told[Held]]) -> tuple[bool, str, float, int, tuple[str, ...]]:
    return *max(t.weight for t in telling), _fit(telling), telling[0].telling


def _fit(telling: Sequence[Told[Held]]) -> int:
    """Return how well a telling tells when: in few days; but of a stay all its days, not one of them."""
    width = _width(telling)
    is_stay = telling[0].is_visit and width < _STAY
    return width if is_stay else -width


def _width(telling: Sequence[Told[Held]]) -> int:
    """Return how many days lie between the bounds that are told; those without bounds count as widest."""
    days = [dt.date.fromisoformat(t.words) for t in telling if t.term != DIP.when]
    return (max(days) - min(days)).days if len(days) > 1 else dt.date.max.toordinal()


def _in_order(dates: Mapping[URIRef, Told[Held]]) -> bool:
    first, last = dates.get(DIP.earliest), dates.get(DIP.latest)
    return not (first and last) or first.words <= last.words
