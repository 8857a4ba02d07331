"""Asks a person about candidates that the machine left open, with reasons and a sentence of ours."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rdflib import SKOS

from kg import sssom
from kg.linking import decisions
from kg.linking.judging import Verdict
from kg.sssom import Mapping
from kg.vocab import local

NONE, LATER, STOP = "n", "s", "q"
_QUESTION = f"Which is it? ({NONE}: none of them, {LATER}: later, {STOP}: stop)"


@dataclass(frozen=True, slots=True)
class Person:
    """Who decides.

    Attributes:
        name: goes into the file.
        tell: shows a line.
        ask: shows a question with the answers that are understood, and returns one of them.
    """

    name: str
    tell: Callable[[str], object]
    ask: Callable[[str, Sequence[str]], str]


def decide(person: Person, verdicts: Sequence[Verdict], day: dt.date) -> Iterator[tuple[Mapping, ...]]:
    """Yield the rows of each decision, as it is made; those put off have none."""
    for number, verdict in enumerate(verdicts, 1):
        person.tell("")
        for line in lines(verdict, number, len(verdicts)):
            person.tell(line)
        numbers = [str(n) for n in range(1, len(verdict.open) + 1)]
        answer = person.ask(_QUESTION, (*numbers, NONE, LATER, STOP))
        if answer == STOP:
            return
        if answer != LATER:
            chosen = int(answer) - 1 if answer in numbers else None
            yield tuple(_rows(verdict, chosen, person.name, day))


def lines(verdict: Verdict, number: int, of: int) -> Iterator[str]:
    """Yield what a person is shown of one of ours and its candidates."""
    sought = verdict.sought
    kind = local(sought.profile.kind).lower() if sought.profile.kind else "thing"
    yield f"[{number}/{of}] {sought.label}, {kind}: {verdict.doubt}"
    yield f"  {sought.iri}"
    if sought.quote:
        yield f"  “{' '.join(sought.quote.split())}”"
    for place, scored in enumerate(verdict.open, 1):
        yield f"  {place}. {scored.candidate.label}  {scored.match.score:.3f}  {scored.candidate.iri}"
        yield from (f"       {f.name} {f.score:.2f}: {f.reason}" for f in scored.match.features)


def _rows(verdict: Verdict, chosen: int | None, name: str, day: dt.date) -> Iterator[Mapping]:
    """Yield that one candidate is meant, or that none of those shown is."""
    if chosen is not None:
        item, *others = decisions.links(verdict.sought, verdict.open[chosen], day)
        yield replace(item, predicate=str(SKOS.exactMatch), justification=sssom.MANUAL, authors=(name,))
        yield from (replace(each, predicate=str(SKOS.exactMatch), authors=(name,)) for each in others)
        return
    for scored in verdict.open:
        item = decisions.links(verdict.sought, scored, day)[0]
        # Not even close: so it is not the same either.
        yield replace(item, justification=sssom.MANUAL, authors=(name,), is_rejected=True)
