"""When something was: a phrase of an answer, resolved by our own reckoning where it stands."""

from collections.abc import Iterator

from rdflib import URIRef

from kg.extract import when
from kg.extract.when import Dated
from kg.llm.verifying.case import Case, short
from kg.model import Claim, Node, Span, Value
from kg.vocab import DIP

AHEAD = frozenset({DIP.Planned, DIP.Proposed})


def dated(case: Case, words: str, evidence: tuple[Span, ...], status: URIRef) -> Dated | str:
    """Return the days that words within the evidence mean, or why they tell none."""
    places = case.whole(words, evidence)
    if not places:
        return f"the time {short(words)} does not stand in the evidence"
    times = [
        t for t in case.reading.times if t.span.meets(places[0]) and any(e.covers(t.span) for e in evidence)
    ]
    if not times:
        return f"no day is read from {short(words)}"
    time = max(times, key=lambda t: min(t.span.end, places[0].end) - max(t.span.start, places[0].start))
    found = when.resolved(case.reading, time, future=status in AHEAD)
    return found or f"{short(words)} does not let one tell the day"


def claims(case: Case, node: Node, told: Dated, rule: str) -> Iterator[Claim]:
    """Yield the claims that date a record; they rest on the sentence of the words of time."""
    values = (
        (DIP.earliest, Value(told.earliest.isoformat(), "date")),
        (DIP.latest, Value(told.latest.isoformat(), "date")),
        (DIP.when, Value(told.edtf)),
    )
    resting = case.sentences((told.span,))
    return (Claim(node, term, value, resting, rule, told.phrase) for term, value in values)
