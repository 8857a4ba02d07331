"""Who else took part, where a sentence of its own tells it ("The meeting was attended by A and B")."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract import _clause, _syntax
from kg.extract._fill import Filled
from kg.extract._lexicon import frame
from kg.model import Node
from kg.text.reading import Reading, Sentence


def verb(reading: Reading, sentence: Sentence, told: Filled) -> Token | None:
    """Return the verb by which a sentence tells who else took part in an event told before."""
    for token in reading.doc[sentence.start : sentence.end]:
        if _is_presence(reading, token, told):
            return token
    return None


def present(reading: Reading, verb: Token) -> tuple[Node, ...]:
    """Return those whom such a verb names, each once."""
    people = (n for word in _named(verb) for t in (word, *_syntax.company(word)) for n in reading.who(t))
    return tuple(dict.fromkeys(people))


def _is_presence(reading: Reading, token: Token, told: Filled) -> bool:
    if frame("attendance").match(token) and token.pos_ == "VERB":
        return any(_is_told(reading, word, told) for word in _attended(token))
    if token.lemma_ == "be" and any(c.lower_ in frame("attendance").cues for c in token.children):
        places = [t for c in token.subtree for t in _clause.after(c, "at")]
        return not places or any(_is_event(t) for t in places)
    return False


def _attended(verb: Token) -> Iterator[Token]:
    """Yield what a verb of presence is about: the meeting, or who was accompanied."""
    if _clause.is_passive(verb):
        yield from _clause.passive(verb)
        return
    yield from _clause.direct(verb)
    for preposition in ("in", "at"):
        for holder in (verb, *_clause.direct(verb)):
            yield from _clause.after(holder, preposition)


def _named(verb: Token) -> tuple[Token, ...]:
    if verb.lemma_ == "be":
        return tuple(c for c in verb.children if c.dep_ in {"nsubj", "attr"})
    return tuple(_clause.after(verb, "by")) if _clause.is_passive(verb) else _clause.subjects(verb)


def _is_told(reading: Reading, word: Token, told: Filled) -> bool:
    return _is_event(word) or bool(set(reading.who(word)) & set(told.actors))


def _is_event(noun: Token) -> bool:
    """Say whether a noun means an encounter told before: "the meeting", "the talks"."""
    definite = any(c.lower_ in {"the", "this", "these", "both"} for c in noun.children)
    owned = any(c.dep_ in {"poss", "prep", "compound", "amod"} for c in noun.children)
    return definite and not owned and noun.lemma_.lower() in frame("encounter").nouns
