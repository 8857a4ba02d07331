"""What is wrong with a gold file whose fields are well formed one by one."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.evaluating.annotations import Gold
from kg.evaluating.finds import DEEDS

Fields = Iterable[tuple[str, tuple[str, ...]]]


def faults(gold: Gold, text: str) -> Iterator[str]:
    """Yield each fault, the field first ("e1.participants: expected …, found …")."""
    actors, sayings = [a.id for a in gold.actors], [s.id for s in gold.statements]
    yield from (f"{one}: expected an id of its own, found another" for one in _repeated(actors, sayings))
    yield from _unknown(_actors(gold), "the id of an actor", frozenset(actors))
    for statement in gold.statements:
        others = frozenset(sayings) - {statement.id}
        yield from _unknown([(f"{statement.id}.denies", statement.denies)], "the id of another", others)
    for field, strings in _quoted(gold):
        yield from (f"{field}: expected words of the article, found {w!r}" for w in strings if w not in text)
    yield from _deeds(gold)
    for record in (*gold.events, *gold.agreements):
        if record.earliest and record.latest and record.earliest > record.latest:
            yield f"{record.id}.latest: expected a day from {record.earliest} on, found {record.latest}"


def _deeds(gold: Gold) -> Iterator[str]:
    for event in gold.events:
        if event.type == "Action" and event.action not in DEEDS:
            yield f"{event.id}.action: expected one of {', '.join(sorted(DEEDS))}, found {event.action!r}"


def _repeated(*layers: Iterable[str]) -> Iterator[str]:
    for ids in layers:
        yield from (one for one, times in Counter(ids).items() if times > 1)


def _unknown(
    fields: Iterable[tuple[str, tuple[str, ...]]], what: str, known: frozenset[str]
) -> Iterator[str]:
    for field, ids in fields:
        yield from (f"{field}: expected {what}, found {one!r}" for one in ids if one not in known)


def _actors(gold: Gold) -> Fields:
    for event in gold.events:
        yield f"{event.id}.participants", event.participants
    for statement in gold.statements:
        yield f"{statement.id}.speaker", statement.speaker
        yield from ((f"{statement.id}.reporter", chain) for chain in statement.reporter)
    for agreement in gold.agreements:
        yield f"{agreement.id}.parties", agreement.parties
        yield f"{agreement.id}.signatories", agreement.signatories


def _quoted(gold: Gold) -> Fields:
    yield from ((f"{actor.id}.names", actor.names) for actor in gold.actors)
    for event in gold.events:
        yield f"{event.id}.evidence", event.evidence
        yield f"{event.id}.place", event.place
    yield from ((f"{statement.id}.evidence", (statement.evidence,)) for statement in gold.statements)
    for agreement in gold.agreements:
        yield f"{agreement.id}.evidence", agreement.evidence
        yield f"{agreement.id}.provisions", agreement.provisions
