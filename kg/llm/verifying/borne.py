"""What of a model's answers the words of an article bear out; the rest is rejected, with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg import extract
from kg.extract import statements as sayings
from kg.llm.answered import Answered
from kg.llm.verifying import (
    agreements,
    case,
    cast,
    events,
    meaning,
    offices,
    parsing,
    statements,
    surety,
)
from kg.llm.verifying.case import Case
from kg.llm.verifying.meaning import Named
from kg.llm.verifying.needs import SINGLE
from kg.model import Dropped, Extraction, Node, Record
from kg.text import foreign
from kg.text.reading import Reading
from kg.vocab import DIP, superclasses

_UNATTRIBUTED = "it is told on somebody's word, and the answer has no statement of that"


@dataclass(frozen=True, slots=True)
class Verified:
    """What of the answers on one article is borne out.

    Attributes:
        extraction: what the article tells by them; never more than its words support.
        rejected: what the words do not bear out, sorted.
    """

    extraction: Extraction
    rejected: tuple[Dropped, ...]


def read(reading: Reading, answers: Sequence[Answered]) -> Verified:
    """Return what of a model's answers on an article is borne out by its words."""
    found: dict[Node, Record] = {}
    named: list[tuple[Case, Named]] = []
    rejected: set[Dropped] = set()
    for each in case.of(reading, answers):
        for part in _parts(each):
            if isinstance(part, Dropped):
                rejected.add(part)
            elif isinstance(part, Named):
                named.append((each, part))
            else:
                _add(found, part)
    for record in tuple(_unattributed(reading, tuple(found.values()))):
        del found[record.node]
        rejected.add(Dropped(record.trigger, record.claims[0].rule.partition(" ")[0], _UNATTRIBUTED))
    new = tuple((c, n) for c, n in named if n.is_new)
    told = extract.told(cast.joined(reading, [n for _, n in new]), tuple(found.values()))
    claims = cast.claimed(reading, new, told.claims)
    whole = replace(told, claims=tuple(surety.alone(claims)))
    return Verified(whole, tuple(sorted(rejected)))


def _parts(each: Case) -> Iterator[Record | Named | Dropped]:
    """Yield what one answer tells, and what of it is not borne out."""
    parsed = parsing.parse(each)
    yield from parsed.failed
    found = tuple(meaning.named(each, parsed.actors))
    yield from found
    known = tuple(n for n in found if isinstance(n, Named))
    yield from events.records(each, known, parsed.events)
    yield from statements.records(each, known, parsed.statements)
    yield from agreements.records(each, known, parsed.agreements)
    yield from offices.records(each, known)


def _unattributed(reading: Reading, told: Sequence[Record]) -> Iterator[Record]:
    """Yield what is told in somebody's words by our own rules, and in nobody's by the answers.

    It would stand in the graph as told by the article itself.
    """
    if foreign.is_foreign(reading.article):
        return
    quoted = [r.scope for r in told if r.scope is not None]
    spoken = [r.scope for r in sayings.records(reading) if r.scope is not None]
    for record in told:
        is_saying = DIP.Statement in superclasses(record.node.kind) or record.node.kind == DIP.Tenure
        is_spoken, is_quoted = (any(s.covers(record.trigger) for s in each) for each in (spoken, quoted))
        if is_spoken and not is_quoted and not is_saying:
            yield record


def _add(found: dict[Node, Record], record: Record) -> None:
    """Add a record, or what it tells to one that parts which overlap, or sentences, told before."""
    known = found.get(record.node)
    if known is None:
        found[record.node] = record
        return
    told = {c.predicate for c in known.claims} & SINGLE
    more = (c for c in record.claims if c.predicate not in told)
    found[record.node] = replace(known, claims=tuple(dict.fromkeys((*known.claims, *more))))
