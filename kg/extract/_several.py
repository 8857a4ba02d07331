"""Leads that sum up several encounters which the article then tells one by one."""

from collections.abc import Sequence

from kg.extract._fill import PAIRS
from kg.extract._told import Told
from kg.text.reading import Reading
from kg.vocab import DIP

_LEAD = 6  # sentences, title and dateline included, in which an article sums up what it tells then
_LEAST = 2  # encounters told singly that make a sum


def without_leads(reading: Reading, found: Sequence[Told]) -> tuple[Told, ...]:
    """Return the events without those that only sum up ("met with several officials") what follows."""
    return tuple(t for t in found if not _sums_up(reading, t, found))


def _sums_up(reading: Reading, told: Told, found: Sequence[Told]) -> bool:
    actors = told.filled.actors
    persons = {n for n in actors if n.kind == DIP.Person}
    if told.filled.frame.kind not in PAIRS or told.number >= _LEAD or len(persons) != 1:
        return False
    others = [n for n in actors if n not in persons]
    if any(n.kind not in {DIP.Group, DIP.State} for n in others):
        return False
    states = {n for n in others if n.kind == DIP.State}
    if any(t.filled.frame.kind in PAIRS and t.number < told.number for t in found):
        return False  # the first encounter alone sums up those that follow
    lands = {reading.actor(n).country for n in actors if n not in persons} - {None}
    singly = [
        t
        for t in found
        if t.number > told.number
        and t.filled.frame.kind == told.filled.frame.kind
        and persons < {n for n in t.filled.actors if n.kind == DIP.Person}
        # "Japanese officials" sum up those of Japan.
        and lands - states <= {reading.actor(n).country for n in t.filled.actors if n not in persons}
    ]
    met = {reading.actor(n).country for t in singly for n in t.filled.actors if n not in persons}
    if states and (len(states) < _LEAST or not states <= met):
        return False  # "spoke with his counterparts of A and B"
    return len({t.filled.actors for t in singly}) >= _LEAST
