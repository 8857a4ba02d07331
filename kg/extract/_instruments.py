"""Instruments as an article names them: treaties, memoranda, declarations, and commitments to an act."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rdflib import URIRef
from spacy.tokens import Token

from kg.extract import _attachment, _nouns, _parties, _syntax, status, when
from kg.extract._lexicon import frame
from kg.extract.when import Dated
from kg.model import Node, Span
from kg.text.reading import Reading, Sentence
from kg.vocab import DIP

_POINTS = re.compile(r"(\d{1,3})-point\b")


@dataclass(frozen=True, slots=True)
class Instrument:
    """One mention of an instrument or commitment.

    Attributes:
        trigger: the noun, or for a commitment the verb.
        sentence: where it stands.
        name: the words that name it; None for a commitment.
        parties: states and bodies that it binds.
        signatories: persons who signed or adopted it.
        topics: what it is about, in the article's words.
        status: its status.
        dated: when it was made.
        points: the stated number of its points.
        act: for a commitment, the words of the act.
        is_made: whether the text tells here that it was signed, concluded or the like.
    """

    trigger: Token
    sentence: Sentence
    name: Span | None
    parties: tuple[Node, ...]
    signatories: tuple[Node, ...]
    topics: tuple[Span, ...]
    status: URIRef
    dated: Dated | None
    points: int | None = None
    act: Span | None = None
    is_made: bool = False


def find(reading: Reading) -> Iterator[Instrument]:
    """Yield the mentions of instruments and commitments, in the order of the text."""
    end = 0
    for sentence in reading.sentences:
        for token in reading.doc[sentence.start : sentence.end]:
            if token.idx < end:  # "a Joint Declaration on Strategic Partnership" is one instrument
                continue
            for found in _mentioned(reading, token, sentence):
                yield found
                end = found.name.end if found.name is not None else end


def _mentioned(reading: Reading, token: Token, sentence: Sentence) -> Iterator[Instrument]:
    if _nouns.is_instrument(reading, token):
        yield from _named(reading, token, sentence)
    elif token.pos_ == "VERB" and frame("commitment").match(token):
        found = _commitment(reading, token, sentence)
        if found is not None:
            yield found


def _named(reading: Reading, noun: Token, sentence: Sentence) -> Iterator[Instrument]:
    whether = _status(reading, noun)
    if whether is None:
        return
    enacting = _nouns.enacting(noun)
    signers = _parties.signers(reading, noun, enacting) if enacting is not None else ()
    seekers = _seekers(reading, noun) if enacting is None else ()
    told = _parties.bodies(reading, (*_parties.named(reading, noun), *signers)) or seekers
    dated = _dated(reading, noun, whether)
    refers = _nouns.is_bare(noun)
    if not (told or dated or refers or _nouns.is_bilateral(noun)):
        return
    points = _POINTS.search(noun.doc[noun.left_edge.i : noun.i + 1].text)
    found = Instrument(
        trigger=noun,
        sentence=sentence,
        name=_nouns.name(noun),
        parties=told if refers and enacting is None else _parties.completed(reading, told, sentence),
        signatories=tuple(n for n in signers if n.kind == DIP.Person),
        topics=tuple(_nouns.span(t) for t in _nouns.about(noun)),
        status=whether,
        dated=dated,
        points=int(points[1]) if points else None,
        is_made=enacting is not None,
    )
    yield from _each(reading, found)


def _seekers(reading: Reading, noun: Token) -> tuple[Node, ...]:
    """Return the bodies that together seek an instrument: "Norway and Kenya are negotiating a treaty"."""
    if noun.dep_ != "dobj" or not frame("negotiation").match(noun.head):
        return ()
    found = _parties.bodies(reading, (n for t in _syntax.subjects(noun.head) for n in reading.who(t)))
    return found if len(found) > 1 else ()


def _each(reading: Reading, found: Instrument) -> Iterator[Instrument]:
    """Yield the single instruments of a plural: one for each topic, or for each of those it was made with."""
    noun = found.trigger
    others = _parties.bodies(reading, _parties.after(reading, noun, "with"))
    if not _nouns.is_plural(noun):
        yield found
    elif len(found.topics) > 1:
        yield from (replace(found, topics=(topic,)) for topic in found.topics)
    elif len(others) > 1:
        side = _parties.beside(reading, others, found.sentence)
        yield from (replace(found, parties=(*side, other)) for other in others)
    else:
        yield found


def _commitment(reading: Reading, verb: Token, sentence: Sentence) -> Instrument | None:
    """Return "the two sides agreed to open an embassy" as a commitment, nothing for what is vague."""
    act = next(
        (c for c in verb.children if c.dep_ == "xcomp" and any(g.dep_ == "aux" for g in c.children)), None
    )
    if act is None and verb.lemma_ == "commit":
        act = next(iter(_syntax.after(verb, "to")), None)
    if act is None:
        return None
    whether = status.status(reading, verb)
    if whether is None:
        return None
    people = tuple(n for t in _syntax.subjects(verb) for n in reading.who(t))
    told = _parties.bodies(reading, people)
    if not told:
        return None
    signatories = tuple(n for n in people if n.kind == DIP.Person)
    future = whether in {DIP.Planned, DIP.Proposed}
    return Instrument(
        trigger=verb,
        sentence=sentence,
        name=None,
        parties=_parties.completed(reading, told, sentence),
        signatories=signatories,
        topics=tuple(_nouns.span(t) for t in _syntax.direct(act)[:1]),
        status=whether,
        dated=when.dated(reading, verb, future=future),
        act=_act(act),
    )


def _act(act: Token) -> Span:
    inner = [t for t in act.subtree if t.i >= act.i]
    return (
        Span(act.idx, inner[-1].idx + len(inner[-1]))
        if not inner[-1].is_punct
        else Span(act.idx, inner[-2].idx + len(inner[-2]))
    )


def is_vague(act: Token) -> bool:
    """Say whether what is agreed to is no undertaking that one could hold a party to."""
    return frame("vague").match(act)


def _status(reading: Reading, noun: Token) -> URIRef | None:
    enacting = _nouns.enacting(noun)
    if enacting is not None and enacting in noun.subtree:  # "the memorandum signed in May will …"
        is_past = enacting.tag_ == "VBN" and not _nouns.has_to(enacting)
        return DIP.Occurred if is_past else status.status(reading, enacting)
    if enacting is not None:
        return status.status(reading, enacting if enacting.pos_ == "VERB" else noun)
    negotiation = frame("negotiation")
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if above.lemma_.lower() in negotiation.nouns or negotiation.match(above):
        return DIP.Proposed
    if any(t.dep_ in {"amod", "compound"} and t.lower_ in frame("proposed").cues for t in noun.lefts):
        return DIP.Proposed
    return DIP.Occurred


def _dated(reading: Reading, noun: Token, whether: URIRef) -> Dated | None:
    """Return when an instrument was made: the time of its making, or the one within its name."""
    future = whether in {DIP.Planned, DIP.Proposed}
    enacting = _nouns.enacting(noun)
    if enacting is not None:
        found = when.dated(reading, enacting if enacting.pos_ == "VERB" else noun, future=future)
        if found is not None:
            return found
    within = (
        t
        for t in reading.times
        if noun.left_edge.i <= t.start < noun.i or _attachment.is_of(reading, t, noun)
    )
    return next((d for t in within if (d := when.resolved(reading, t, future=future)) is not None), None)
