"""What was considered and left out: words that evoke a record of which nothing is claimed, and why."""

from collections.abc import Collection, Iterator
from functools import cache

from rdflib import RDF, URIRef

from kg.extract import _acts, _nouns, status
from kg.extract import _speech as speech
from kg.extract._act import span
from kg.extract._evoke import evoked
from kg.extract._lexicon import Frame, frame
from kg.model import Dropped, Record
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP, frames, superclasses

_UNREAL = "negated, wished for, asked or conditional"
_EMPTY = "too few are found who take part"
_QUOTED = "within what somebody says"
_SPEAKERLESS = "it is not found who speaks"
_WORDLESS = "it is not found what is said"
_PARTLESS = "no party, signatory or date is found, or nothing tells that it was made"
_SEATLESS = "of no state or body that is told"


def find(reading: Reading, records: Collection[Record]) -> tuple[Dropped, ...]:
    """Return what was considered in an article and is in none of its records, sorted."""
    kept = {r.trigger.start for r in records} | {t.idx for a in _acts.find(reading) for t in a.triggers}
    agreed = {s for r in records if r.node.kind == DIP.Agreement for c in r.claims for s in c.spans}
    found = {Dropped(o.span, "tenure.title", _SEATLESS) for o in reading.offices if o.body is None}
    for sentence in reading.sentences:
        for token in reading.doc[sentence.start : sentence.end]:
            if token.idx not in kept:
                found.update((*_event(reading, token), *_saying(reading, token)))
                found.update(_agreement(reading, token) if sentence.span not in agreed else ())
    return tuple(sorted(found))


def _event(reading: Reading, token: Token) -> Iterator[Dropped]:
    names = [each.name for each in evoked(token)]
    if names:
        reason = _UNREAL if status.status(reading, token) is None else _EMPTY
        yield Dropped(span(token), f"event.{names[0]}", reason)


def _saying(reading: Reading, token: Token) -> Iterator[Dropped]:
    name = next((name for name, each in _sayings() if each.match(token)), None) if _is_verb(token) else None
    if name is not None:
        yield Dropped(span(token), f"statement.{name}", _unsaid(reading, token))


def _is_verb(token: Token) -> bool:
    return token.tag_.startswith("VB")


def _unsaid(reading: Reading, verb: Token) -> str:
    """Return why a verb of saying gives no statement."""
    if not speech.is_asserted(verb):
        return _UNREAL
    if any(q.depth == 0 and q.inner.covers(span(verb)) for q in reading.quotes):
        return _QUOTED
    who = speech.agent(verb) if speech.is_passive(verb) else speech.subject(verb)
    return _WORDLESS if who is not None and reading.who(who) else _SPEAKERLESS


def _agreement(reading: Reading, token: Token) -> Iterator[Dropped]:
    if _nouns.is_instrument(reading, token):
        yield Dropped(span(token), "agreement.instrument", _PARTLESS)
    elif _is_verb(token) and frame("commitment").match(token):
        yield Dropped(span(token), "agreement.commitment", _PARTLESS)


@cache
def _sayings() -> tuple[tuple[str, Frame], ...]:
    """Return the frames whose verbs tell of an act of saying, with their names, sorted."""
    graph = frames()
    nodes = (s for s in graph.subjects(RDF.type, DIP.Frame) if graph.value(s, DIP.verb) is not None)
    names = sorted(str(s).rpartition("/")[2] for s in nodes if _evokes_saying(graph.value(s, DIP.evokes)))
    return tuple((name, frame(name)) for name in names)


def _evokes_saying(kind: object) -> bool:
    return isinstance(kind, URIRef) and DIP.Statement in superclasses(kind)
