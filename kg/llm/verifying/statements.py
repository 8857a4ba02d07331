"""Acts of saying of an answer that the words bear out, who passes them on, and which are denied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rdflib import RDF

from kg.llm import schema
from kg.llm.verifying import moods, triggers
from kg.llm.verifying.arguments import Filled, Frame, filled, going_on
from kg.llm.verifying.case import Case, short
from kg.llm.verifying.meaning import Named
from kg.model import Dropped, Node, Record, Span, Value
from kg.vocab import DIP

FAMILY = "statement"


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement that is borne out, with those that pass it on, and what of it is not."""

    record: Record
    reports: tuple[Record, ...]
    failed: tuple[Dropped, ...]


def records(
    case: Case, cast: tuple[Named, ...], told: Sequence[schema.Statement]
) -> Iterator[Record | Dropped]:
    """Yield the statements that are borne out, and what of the others, or of them, is not."""
    known: dict[str, Record] = {}
    for statement in told:
        found = _statement(case, cast, statement)
        if isinstance(found, _Told):
            known.setdefault(statement.id, found.record)
            yield from found.reports
            yield from found.failed
        else:
            yield from found
    for statement in told:
        if statement.id in known:
            yield from _aimed(case, known, statement)


def _statement(case: Case, cast: tuple[Named, ...], told: schema.Statement) -> _Told | tuple[Dropped, ...]:
    evidence = case.evidence(told.evidence)
    if isinstance(evidence, str):
        return (case.rejected(FAMILY, evidence),)
    cues = case.whole(told.cue, evidence)
    if not cues:
        return (case.rejected(FAMILY, f"{short(told.cue)} does not stand in the evidence", evidence[0]),)
    frame, apart = going_on(Frame(case, cast, FAMILY, DIP[told.kind], evidence, cues[0]))
    speaking = filled(frame, "speakers", told.speakers)
    chains = tuple(filled(frame, "reporters", chain) for chain in told.reporters if chain)
    failed = (*apart, *speaking.failed, *(f for chain in chains for f in chain.failed))
    contents = case.whole(told.content, frame.evidence) if told.content else ()
    reason = _refused(frame, told, speaking, chains)
    if reason is not None or (told.content and not contents):
        reason = reason or f"what is said, {short(told.content or '')}, does not stand in the evidence"
        return (*failed, frame.rejected(reason))
    record = _record(frame, speaking, contents[0] if contents else None)
    return _Told(record, tuple(r for chain in chains for r in _chain(frame, chain, record.node)), failed)


def _refused(
    frame: Frame, told: schema.Statement, speaking: Filled, chains: tuple[Filled, ...]
) -> str | None:
    """Return why a statement is not borne out, None where it is."""
    if not triggers.can_evoke(frame.case, frame.trigger, frame.kind, frame.evidence):
        return "it tells of no saying"
    if not moods.is_said(frame.case, frame.trigger):
        return "it is not told that it was said"
    if frame.kind == DIP.Denial and not moods.is_denial(frame.case, frame.evidence):
        return "nothing in the evidence calls untrue what was said"
    if frame.kind != DIP.Denial and not told.content:
        return "nothing is told that was said"
    if not speaking.is_met or not speaking.meant:
        return "who speaks is not borne out"
    # Without one of those who pass it on, the article would tell it in its own voice.
    return None if all(c.is_met and c.meant for c in chains) else "who passes it on is not borne out"


def _record(frame: Frame, speaking: Filled, content: Span | None) -> Record:
    spoken = ",".join(node.key for node, _ in speaking.meant)
    key = f"statement:{frame.trigger.start}:{content is not None}:{spoken}"
    node = Node(frame.case.article.file, frame.kind, key)
    claims = [frame.claim(node, RDF.type, frame.kind, frame.evidence)]
    claims += [frame.claim(node, DIP.speaker, who, frame.evidence) for who, _ in speaking.meant]
    if content is not None:
        is_direct = any(q.span.meets(content) for q in frame.case.reading.quotes)
        words = Value(frame.case.text[content.start : content.end])
        claims.append(frame.claim(node, DIP.text, words, (content,)))
        claims.append(frame.claim(node, DIP.mode, DIP.Direct if is_direct else DIP.Indirect, frame.evidence))
    return Record(node, frame.trigger, content, tuple(claims))


def _chain(frame: Frame, chain: Filled, inner: Node) -> Iterator[Record]:
    """Yield the reports of a chain, the innermost first: each passes on the one before."""
    for who, at in reversed(chain.meant):
        node = Node(frame.case.article.file, DIP.Statement, f"statement:{at.start}:False:{who.key}")
        values = ((RDF.type, DIP.Statement), (DIP.speaker, who), (DIP.reports, inner))
        claims = (frame.claim(node, term, value, frame.evidence) for term, value in values)
        yield Record(node, at, None, tuple(claims))
        inner = node


def _aimed(case: Case, known: dict[str, Record], told: schema.Statement) -> Iterator[Record | Dropped]:
    """Yield a statement with those that it denies."""
    record = known[told.id]
    is_denial = record.node.kind == DIP.Denial
    for aim in told.denies:
        if not is_denial or aim not in known or known[aim] is record:
            yield case.rejected(FAMILY, f"denies: no statement {short(aim)} is borne out", record.trigger)
    targets = [known[aim].node for aim in told.denies if is_denial and aim in known and aim != told.id]
    first = record.claims[0]
    more = tuple(replace(first, predicate=DIP.denies, object=target) for target in dict.fromkeys(targets))
    yield replace(record, claims=(*record.claims, *more))
