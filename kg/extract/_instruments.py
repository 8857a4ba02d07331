"""Instruments as an article names them: treaties, memoranda, declarations, and commitments to an act."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rdflib import URIRef

from kg.extract import _attachment, _clause, _commitments, _nouns, _parties, _themes, status, when
from kg.extract._instrument import Instrument
from kg.extract._lexicon import frame
from kg.extract.when import Dated
from kg.model import Node
from kg.text.reading import Reading, Sentence
from kg.text.times import Time
from kg.text.tokens import Token
from kg.vocab import DIP

_AIMS = frozenset({"for", "on", "about", "of", "over", "towards", "toward"})
_POINTS = re.compile(r"(\d{1,3})-point\b")


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
        found = _commitments.find(reading, token, sentence)
        if found is not None:
            yield found


def _named(reading: Reading, noun: Token, sentence: Sentence) -> Iterator[Instrument]:
    enacting = _nouns.enacting(noun)
    whether = _status(reading, noun, enacting)
    if whether is None:
        return
    signers = _parties.signers(reading, noun, enacting) if enacting is not None else ()
    persons = tuple(n for n in signers if n.kind == DIP.Person)
    told = _told(reading, noun, enacting)
    dated = _dated(reading, noun, whether)
    refers = _nouns.is_bare(noun)
    is_ours = _is_ours(noun, enacting)
    members = () if told or enacting is not None else _parties.members(reading, noun)
    parties = members or _bound(reading, noun, told, sentence, is_ours=is_ours)
    is_told = told or members or dated or persons or refers or (is_ours and parties)
    if not is_told or _nouns.is_order(noun, parties):
        return
    points = _POINTS.search(noun.doc[noun.left_edge.i : noun.i + 1].text)
    found = Instrument(
        trigger=noun,
        sentence=sentence,
        name=_nouns.name(noun),
        parties=parties,
        signatories=persons,
        topics=tuple(_nouns.span(t) for t in _themes.about(reading, noun, enacting)),
        status=whether,
        dated=dated,
        points=int(points[1]) if points else None,
        is_made=enacting is not None,
        is_near=not (told or members),
        aliases=tuple(_nouns.aliases(noun)),
    )
    yield from _each(reading, found)


def _is_ours(noun: Token, enacting: Token | None) -> bool:
    """Say whether an instrument without parties is one that the text is about: "a protocol was signed"."""
    return _nouns.is_bilateral(noun) or (enacting is not None and _nouns.is_passive(noun, enacting))


def _bound(
    reading: Reading, noun: Token, told: tuple[Node, ...], sentence: Sentence, *, is_ours: bool
) -> tuple[Node, ...]:
    """Return the parties that are told, and where one or none is, those that the text speaks of beside it."""
    if _nouns.is_bare(noun) and not (told and is_ours):
        return told
    if _nouns.is_joint(noun):
        told = _parties.states_of(reading, told)
    if told:
        return told if _parties.has_stranger(reading, noun) else _parties.completed(reading, told, sentence)
    return (_parties.around(reading, sentence) if is_ours else ()) or _parties.within(reading, sentence)


def _told(reading: Reading, noun: Token, enacting: Token | None) -> tuple[Node, ...]:
    """Return the parties that are told: those its name has, else those who made or seek it."""
    named = _parties.bodies(reading, _parties.named(reading, noun))
    if len(named) > 1:
        return named
    if enacting is None:
        return named or _seekers(reading, noun)
    return _parties.bodies(reading, (*named, *_parties.signers(reading, noun, enacting)))


def _seekers(reading: Reading, noun: Token) -> tuple[Node, ...]:
    """Return the bodies that together seek an instrument: "Norway and Kenya are negotiating a treaty"."""
    talks = _talks(noun)
    holding = talks.head if talks is not None and talks.dep_ == "dobj" else None
    verb = _seeking(noun) or holding
    told = [*(_clause.subjects(verb) if verb is not None else ())]
    told += (t for p in ("between", "with") for t in (_clause.after(talks, p) if talks is not None else ()))
    found = _parties.bodies(reading, (n for t in told for n in reading.who(t)))
    return found if len(found) > 1 else ()


def _talks(noun: Token) -> Token | None:
    """Return the talks that are held for an instrument: "concluded negotiations on a treaty"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in _AIMS else None
    return above if above is not None and above.lemma_.lower() in frame("negotiation").nouns else None


def _concluded(noun: Token) -> Token | None:
    """Return the verb that tells that the talks held for an instrument are over."""
    talks = _talks(noun)
    if talks is None or talks.dep_ not in {"dobj", "nsubjpass"}:
        return None
    is_over = frame("closing").match(talks.head) and talks.head.lemma_ != "continue"
    return talks.head if is_over else None


def _seeking(noun: Token) -> Token | None:
    """Return the verb by which one is sought or comes near: "negotiate a treaty", "are close to a treaty"."""
    if noun.dep_ == "dobj":
        verb = noun.head
        is_sought = frame("negotiation").match(verb) or frame("nearing").match(verb) or _is_proposed(noun)
        return verb if is_sought else None
    above = noun.head.head if noun.dep_ == "pobj" else None
    if above is not None and above.lemma_.lower() in frame("nearing").cues:
        return above.head if above.pos_ not in {"VERB", "AUX"} else above
    return None


def _each(reading: Reading, found: Instrument) -> Iterator[Instrument]:
    """Yield the single instruments of a plural: one for each topic, or for each of those it was made with."""
    noun = found.trigger
    others = _parties.bodies(reading, _parties.after(reading, noun, "with"))
    if not _nouns.is_plural(noun):
        yield found
    elif len(found.topics) > 1 and _themes.is_apart(noun, len(found.topics)):
        yield from (replace(found, topics=(topic,)) for topic in found.topics)
    elif len(others) > 1:
        side = _parties.beside(reading, others, found.sentence)
        yield from (replace(found, parties=(*side, other)) for other in others)
    else:
        yield found


def _status(reading: Reading, noun: Token, enacting: Token | None) -> URIRef | None:
    if enacting is not None and enacting in noun.subtree:  # "the memorandum signed in May will …"
        is_past = enacting.tag_ == "VBN" and not _clause.has_to(enacting)
        return DIP.Occurred if is_past else status.status(reading, enacting)
    if enacting is not None:
        return status.status(reading, enacting if enacting.pos_ == "VERB" else noun)
    concluded = _concluded(noun)
    if concluded is not None:
        return status.status(reading, concluded)
    if _is_proposed(noun) or _is_sought(noun):
        return DIP.Proposed
    if _seeking(noun) is not None:
        return DIP.Planned
    is_new = not any(t.lower_ in {"the", "this", "that", "its", "their"} for t in noun.lefts)
    return status.status(reading, noun) if is_new else DIP.Occurred


def _is_sought(noun: Token) -> bool:
    """Say whether an instrument is what talks are about, or is said to be under negotiation."""
    negotiation = frame("negotiation")
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    state = _clause.after(noun.head, "under") if noun.dep_ in {"nsubj", "nsubjpass"} else ()
    talks = (above.lemma_.lower(), *(t.lemma_.lower() for t in state))
    return any(t in negotiation.nouns for t in talks) or negotiation.match(above)


def _is_proposed(noun: Token) -> bool:
    return any(t.dep_ in {"amod", "compound"} and t.lower_ in frame("proposed").cues for t in noun.lefts)


def _dated(reading: Reading, noun: Token, whether: URIRef) -> Dated | None:
    """Return when an instrument was made: the time of its making, or the one within its name."""
    future = whether in {DIP.Planned, DIP.Proposed}
    enacting = _nouns.enacting(noun)
    if enacting is not None:
        found = when.dated(reading, enacting if enacting.pos_ == "VERB" else noun, future=future)
        if found is not None:
            return found
    clauses = {c for c in noun.rights if c.dep_ in {"acl", "relcl"}}
    within = (
        t
        for t in reading.times
        if (noun.left_edge.i <= t.start < noun.i and not _is_term(reading, t))
        or (_attachment.is_of(reading, t, noun) and not _is_term(reading, t))
        or not clauses.isdisjoint(_attachment.sites(reading, t))
    )
    return next((d for t in within if (d := when.resolved(reading, t, future=future)) is not None), None)


def _is_term(reading: Reading, time: Time) -> bool:
    """Say whether a time is how long an instrument holds: "a plan for 2025-2027"."""
    return time.start > 0 and reading.doc[time.start - 1].lower_ == "for"
