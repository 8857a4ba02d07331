"""Retractions: published reports that were withdrawn, deleted or taken down."""

from collections.abc import Iterator

from rdflib import RDF, URIRef
from spacy.tokens import Token

from kg.extract import _acts, _statements
from kg.extract import _speech as speech
from kg.extract._act import Act, span
from kg.extract._lexicon import frame
from kg.extract._outlets import is_outlet
from kg.model import Claim, Node, Record
from kg.text.reading import Reading, Sentence
from kg.vocab import DIP

_RULE = "retraction.verb"
_CONFIDENCE = 0.8  # the verb and its object tell it; whose report it was is often taken from the sentence


def records(reading: Reading) -> tuple[Record, ...]:
    """Return the retractions of an article in the order of its text, each with what it withdraws."""
    return tuple(_find(reading))


def _find(reading: Reading) -> Iterator[Record]:
    acts: tuple[Act, ...] | None = None
    for sentence in reading.sentences:
        for verb in reading.doc[sentence.start : sentence.end]:
            if verb.pos_ != "VERB" or not frame("retract").match(verb) or not speech.is_asserted(verb):
                continue
            thing = speech.child(verb, "nsubjpass" if speech.is_passive(verb) else "dobj")
            if thing is None or speech.lemma(thing) not in frame("retract").nouns:
                continue
            acts = _acts.find(reading) if acts is None else acts
            yield from _record(reading, sentence, verb, acts)


def _record(reading: Reading, sentence: Sentence, verb: Token, acts: tuple[Act, ...]) -> Iterator[Record]:
    who = _publishers(reading, sentence, verb, acts)
    if not who:
        return
    node = Node(reading.article.file, DIP.Retraction, f"retraction:{verb.idx}")
    told = [a for a in acts if a.trigger.start < verb.idx and set(who) & set(a.speakers)]

    def claim(predicate: URIRef, value: Node | URIRef) -> Claim:
        return Claim(node, predicate, value, (sentence.span,), _RULE, confidence=_CONFIDENCE)

    claims = [claim(RDF.type, DIP.Retraction), claim(DIP.status, DIP.Occurred)]
    claims += [*(claim(DIP.participant, n) for n in who)]
    claims += [claim(DIP.retracts, _statements.node(reading, a)) for a in told]
    yield Record(node, span(verb), None, tuple(claims))


def _publishers(reading: Reading, sentence: Sentence, verb: Token, acts: tuple[Act, ...]) -> tuple[Node, ...]:
    """Return who withdrew it: the subject, else the outlets of the sentence, else who reported last."""
    subject = speech.agent(verb) if speech.is_passive(verb) else speech.subject(verb)
    found = reading.who(subject) if subject is not None else ()
    if found:
        return found
    near = [m for m in reading.mentions if sentence.start <= m.start < sentence.end]
    outlets = dict.fromkeys(n for m in near for n in m.actors if is_outlet(reading, n))
    if outlets:
        return tuple(outlets)
    before = [
        a for a in acts if a.trigger.start < verb.idx and any(is_outlet(reading, n) for n in a.speakers)
    ]
    return before[-1].speakers if before else ()
