"""What holds between records: told on whose word, said where, announced by what, about what, made when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rdflib import RDF, RDFS

from kg.extract import _dates, _stances, when
from kg.extract._lexicon import frame
from kg.model import Claim, Node, Record, Span, Value
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP, superclasses

_ANNOUNCED = frozenset({DIP.Planned, DIP.Proposed})


def join(reading: Reading, records: Sequence[Record]) -> tuple[Record, ...]:
    """Return the records with the claims that only appear where several are seen together."""
    statements = [r for r in records if r.scope is not None and DIP.Statement in superclasses(r.node.kind)]
    reports = _reports(records)
    found = []
    for record in records:
        telling = reports.get(record.node) or _telling(record, statements)
        more = (
            *_within_visit(reading, record, records),
            *_made_at(reading, record, records),
            *_announced(record, statements),
            *_about(reading, record),
            *_stances.claims(reading, record, records),
            *_place_of_saying(reading, record, records),
        )
        claims = (*record.claims, *more, *_said_when(reading, record))
        told = (_worded(c, record.scope) for c in claims)
        found.append(replace(record, claims=tuple(_on_word(c, telling) for c in told)))
    return tuple(found)


def _reports(records: Iterable[Record]) -> dict[Node, Node]:
    """Return for each statement that another passes on the statement that does."""
    pairs = ((c.object, r.node) for r in records for c in r.claims if c.predicate == DIP.reports)
    return {inner: outer for inner, outer in pairs if isinstance(inner, Node)}


def _telling(record: Record, statements: Iterable[Record]) -> Node | None:
    """Return the statement in whose content a record is told; the innermost of several."""
    around = [
        s for s in statements if s is not record and s.scope is not None and s.scope.covers(record.trigger)
    ]
    if not around or record.node.kind == DIP.Tenure:
        return None
    return min(around, key=lambda s: s.scope.end - s.scope.start if s.scope else 0).node


def _on_word(claim: Claim, telling: Node | None) -> Claim:
    return (
        claim if telling is None or claim.according_to is not None else replace(claim, according_to=telling)
    )


def _announced(record: Record, statements: Iterable[Record]) -> Iterator[Claim]:
    """Yield that a statement announces the events and agreements to come which its content tells of."""
    # The claim stands on the event's record, for the loop of `join` adds to one record at a time.
    status = next((c.object for c in record.claims if c.predicate == DIP.status), None)
    if status not in _ANNOUNCED:
        return
    for statement in statements:
        if statement.scope is not None and statement.scope.covers(record.trigger):
            yield Claim(statement.node, DIP.announces, record.node, _spans(statement), "join.announces")


def _spans(record: Record) -> tuple[Span, ...]:
    return next((c.spans for c in record.claims if c.predicate == RDF.type), ())


def _place_of_saying(reading: Reading, record: Record, records: Iterable[Record]) -> Iterator[Claim]:
    """Yield that something was said at the meeting which its sentence tells of outside what is said.

    "During the meeting" means the one that was told of last.
    """
    scope = record.scope
    if scope is None or DIP.Statement not in superclasses(record.node.kind):
        return
    met = [r for r in records if r.node.kind in {DIP.Meeting, DIP.Call} and not scope.covers(r.trigger)]
    found = [r for r in met if _same_sentence(reading, record, r)]
    if not found and _is_at_meeting(reading, record):
        before = (r for r in met if r.trigger < record.trigger)
        found = sorted(before, key=lambda r: r.trigger)[-1:]
    for other in found:
        yield Claim(record.node, DIP.at, other.node, _spans(record), "join.at")


def _is_at_meeting(reading: Reading, record: Record) -> bool:
    """Say whether "during the meeting" or "at these talks" stands beside what is said."""
    sentence = reading.sentence(_token(reading, record.trigger).i)
    words = () if sentence is None else reading.doc[sentence.start : sentence.end]
    nouns = (t for t in words if t.dep_ == "pobj" and t.lemma_.lower() in frame("talks").nouns)
    return any(
        n.head.lower_ in {"during", "at", "in"}
        and any(c.lower_ in {"the", "this", "these"} for c in n.children)
        and not (record.scope is not None and record.scope.start <= n.idx < record.scope.end)
        for n in nouns
    )


def _within_visit(reading: Reading, record: Record, records: Iterable[Record]) -> Iterator[Claim]:
    """Yield that an encounter was part of the visit that frames it, and was where that led."""
    if record.node.kind not in {DIP.Meeting, DIP.Call}:
        return
    for visit in records:
        if visit.node.kind == DIP.Visit and _during(reading, record, visit):
            yield Claim(record.node, DIP.partOf, visit.node, _spans(record), "join.visit")
            if not any(c.predicate == DIP.place for c in record.claims):
                places = (c.object for c in visit.claims if c.predicate == DIP.place)
                yield from (Claim(record.node, DIP.place, p, _spans(record), "join.visit") for p in places)


def _made_at(reading: Reading, record: Record, records: Iterable[Record]) -> Iterator[Claim]:
    """Yield the event at which an agreement was made: "on the second day of the visit they signed"."""
    if record.node.kind != DIP.Agreement:
        return
    made = _token(reading, record.trigger)
    for event in records:
        if DIP.Event in superclasses(event.node.kind):
            noun = _token(reading, event.trigger)
            verb = _framed(noun)
            if verb is not None and noun.sent == made.sent and verb in (made, *made.ancestors):
                yield Claim(record.node, DIP.madeAt, event.node, _spans(record)[:1], "join.made-at")


def _framed(noun: Token) -> Token | None:
    """Return the verb whose time or place a noun gives, through "of": "on the second day of the visit"."""
    token = noun
    while token.dep_ == "pobj" and token.head.lower_ == "of":
        token = token.head.head
    if token.dep_ == "pobj" and token.head.lower_ in {"during", "at", "on", "in"}:
        return token.head.head
    return None


def _during(reading: Reading, record: Record, visit: Record) -> bool:
    """Say whether a visit is the time that an encounter's clause gives: "met him during a visit to China"."""
    noun, trigger = _token(reading, visit.trigger), _token(reading, record.trigger)
    timed = noun.dep_ == "pobj" and noun.head.lower_ in {"during", "on", "amid", "in"}
    return (
        timed
        and (noun.head.head == trigger or noun.head.head in trigger.ancestors)
        and noun.sent == trigger.sent
    )


def _same_sentence(reading: Reading, one: Record, other: Record) -> bool:
    a, b = (reading.sentence(_token(reading, r.trigger).i) for r in (one, other))
    return a is not None and a == b


def _token(reading: Reading, span: Span) -> Token:
    words = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    return words[0] if words is not None else reading.doc[0]


def _about(reading: Reading, record: Record) -> Iterator[Claim]:
    """Yield the topics of the registry that the words of a statement, or the sentence of an event, name."""
    if DIP.Record not in superclasses(record.node.kind):
        return
    areas = (record.scope,) if record.scope is not None else _spans(record)
    for node, span in reading.topics:
        if any(area.covers(span) for area in areas):
            sentences = _saying(_spans(record), span)
            yield Claim(record.node, DIP.about, node, sentences, "join.about")
            yield Claim(node, RDF.type, DIP.Topic, sentences, "topic.name")
            words = Value(" ".join(reading.article.text[span.start : span.end].split()))
            yield Claim(node, RDFS.label, words, sentences, "topic.name")


def _saying(sentences: tuple[Span, ...], words: Span) -> tuple[Span, ...]:
    """Return the sentences that hold some of the words; all where none does."""
    return tuple(s for s in sentences if s.meets(words)) or sentences


def _worded(claim: Claim, scope: Span | None) -> Claim:
    """Return the claim of what is said with the sentences that hold it, not those that only tell of it."""
    if claim.predicate != DIP.text or scope is None:
        return claim
    return replace(claim, spans=_saying(claim.spans, scope))


def _said_when(reading: Reading, record: Record) -> Iterator[Claim]:
    """Yield when something was said."""
    if record.scope is None or any(c.predicate == DIP.earliest for c in record.claims):
        return
    dated = when.dated(reading, _token(reading, record.trigger), future=False)
    if dated is not None:
        yield from _dates.claims(reading, record.node, dated, _spans(record), "join.date")
