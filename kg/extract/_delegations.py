"""Delegations and sides: who leads, makes up or stands for those who took part."""

from collections.abc import Iterator

from kg.extract import _clause
from kg.extract._evoke import evoked
from kg.extract._fill import MET
from kg.extract._lexicon import frame
from kg.model import Node
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP


def comprising(reading: Reading, sentence: Sentence) -> Iterator[tuple[Token, set[Node]]]:
    """Yield the verbs by which a sentence tells whom a delegation comprises, with the delegation."""
    for token in reading.doc[sentence.start : sentence.end]:
        if token.pos_ == "VERB" and frame("assembling").match(token):
            groups = {n for t in _clause.doers(token) if is_delegation(t) for n in reading.who(t)}
            if groups:
                yield token, groups


def is_represented(reading: Reading, verb: Token) -> bool:
    """Say whether states or bodies were represented by a person: "The Presidency was represented by A"."""
    nodes = [n for t in _clause.passive(verb) for n in reading.who(t)]
    agents = (n for t in _clause.after(verb, "by") for n in reading.who(t))
    is_told = verb.lemma_ == "represent" and any(n.kind in {DIP.State, DIP.Organization} for n in nodes)
    return is_told and any(n.kind == DIP.Person for n in agents)


def is_side(noun: Token) -> bool:
    """Say whether a noun is a side of what was told before, and does not itself meet somebody."""
    if not is_delegation(noun) or frame("leading").match(noun.head):
        return is_delegation(noun)
    return noun.dep_ not in {"dobj", "pobj"} and not any(f.kind in MET for f in evoked(noun.head))


def led(verb: Token) -> tuple[Token, ...]:
    """Return those whom a verb says to be led."""
    return _clause.passive(verb) if is_undergone(verb) else _clause.direct(verb)


def is_undergone(verb: Token) -> bool:
    """Say whether a verb stands in the passive: "was led by A", "the delegation, led by A,"."""
    return _clause.is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")


def is_delegation(word: Token) -> bool:
    """Say whether a noun is that of a delegation, side or team."""
    return word.lemma_.lower() in frame("leading").nouns
