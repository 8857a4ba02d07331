"""Retractions: published reports that were withdrawn or put right, and words that were taken back."""

from collections.abc import Iterator

from rdflib import RDF, URIRef

from kg.extract import _acts, _statements
from kg.extract import _speech as speech
from kg.extract._act import Act, span
from kg.extract._lexicon import frame
from kg.extract._outlets import is_outlet
from kg.extract._speakers import by_words
from kg.model import Claim, Node, Record
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

_RULE = "retraction.verb"


def records(reading: Reading) -> tuple[Record, ...]:
    """Return the retractions of an article in the order of its text, each with what it withdraws."""
    return tuple(_find(reading))


def _find(reading: Reading) -> Iterator[Record]:
    acts: tuple[Act, ...] | None = None
    for sentence in reading.sentences:
        for word in reading.doc[sentence.start : sentence.end]:
            thing = _taken_back(word)
            if thing is not None:
                acts = _acts.find(reading) if acts is None else acts
                yield from _record(reading, sentence, (word, thing), acts)


def _taken_back(word: Token) -> Token | None:
    """Return what a word tells to have been taken back: the object of a verb, a "now-deleted post"."""
    if word.dep_ in {"amod", "acomp"} and word.lower_ in frame("unavailable").cues:
        thing = word.head if word.dep_ == "amod" else speech.child(word.head, "nsubj")
        is_gone = word.dep_ == "amod" or any(t.lower_ == "longer" for t in word.head.subtree)
        return thing if is_gone and thing is not None and _is_in(thing, "retract") else None
    if word.pos_ != "VERB" or not speech.is_asserted(word):
        return None
    things = [c for c in word.children if c.dep_ == ("nsubjpass" if speech.is_passive(word) else "dobj")]
    for name in ("retract", "correction", "recant"):
        if frame(name).match(word):
            near = [*things, *_governed(word)] if name == "recant" else things
            found = next((t for t in near if _is_in(t, name)), None)
            if found is not None:
                return found
    return None


def _governed(verb: Token) -> Iterator[Token]:
    """Yield what prepositions bind to a verb or its particle: "walked back from the remarks"."""
    for each in (verb, *(c for c in verb.children if c.dep_ in {"advmod", "prt"})):
        yield from (noun for _, noun in speech.phrases(each))


def _is_in(noun: Token, name: str) -> bool:
    return speech.lemma(noun) in frame(name).nouns


def _record(
    reading: Reading, sentence: Sentence, words: tuple[Token, Token], acts: tuple[Act, ...]
) -> Iterator[Record]:
    trigger, thing = words
    who = _publishers(reading, sentence, words, acts)
    if not who:
        return
    node = Node(reading.article.file, DIP.Retraction, f"retraction:{trigger.idx}")
    told = [a for a in acts if a.trigger.start < thing.idx and set(who) & set(a.speakers)]
    if trigger.dep_ == "amod":  # "in a now-deleted post he said": what is said there
        told = [a for a in acts if set(who) & set(a.speakers) and sentence.span.covers(a.trigger)]
    if not any(is_outlet(reading, n) for n in who):  # of all that a person said, what was said last
        told = told[-1:]

    def claim(predicate: URIRef, value: Node | URIRef) -> Claim:
        return Claim(node, predicate, value, (sentence.span,), _RULE)

    claims = [claim(RDF.type, DIP.Retraction), claim(DIP.status, DIP.Occurred)]
    claims += [*(claim(DIP.participant, n) for n in who)]
    claims += [claim(DIP.retracts, _statements.node(reading, a)) for a in told]
    yield Record(node, span(trigger), None, tuple(claims))


def _publishers(
    reading: Reading, sentence: Sentence, words: tuple[Token, Token], acts: tuple[Act, ...]
) -> tuple[Node, ...]:
    """Return who withdrew it: the subject, whose it is, who says it, the outlets near, who reported last."""
    verb, thing = words
    subject = speech.agent(verb) if speech.is_passive(verb) else speech.subject(verb)
    found = reading.who(subject) if subject is not None and subject != thing else ()
    found = found or by_words(reading, thing)
    if verb.dep_ == "amod":
        near = [a for a in acts if sentence.span.covers(a.trigger) and a.content is not None]
        return found or (near[0].speakers if near else ())
    mentions = [m for m in reading.mentions if sentence.start <= m.start < sentence.end]
    outlets = dict.fromkeys(n for m in mentions for n in m.actors if is_outlet(reading, n))
    if found or outlets:
        return found or tuple(outlets)
    before = [
        a for a in acts if a.trigger.start < verb.idx and any(is_outlet(reading, n) for n in a.speakers)
    ]
    return before[-1].speakers if before else ()
