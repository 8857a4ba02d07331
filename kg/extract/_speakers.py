"""Who speaks: the actors that a phrase means, those who issued a document, the one who spoke before."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract import _speech as speech
from kg.extract._lexicon import frame
from kg.model import Node
from kg.text.reading import Reading
from kg.vocab import DIP

_FROM = frozenset({"by", "of", "from", "in", "at"})
_ISSUED = frozenset(
    {"issue", "release", "publish", "sign", "make", "write", "give", "adopt", "post", "carry"}
)
_TOGETHER = frozenset({"side", "party", "leader", "interlocutor", "participant"})
_RECENT = 8  # mentions before "the two sides" among which they are looked for
_PRONOUNS = frozenset({"he", "she", "they", "it"})


@dataclass(slots=True)
class Memory:
    """Who spoke last while an article is gone through in the order of its text.

    Attributes:
        speakers: of the last act of saying.
        issuers: of the last document through which somebody spoke.
        interviewers: outlets to which the last interview was given.
    """

    speakers: tuple[Node, ...] = ()
    issuers: tuple[Node, ...] = ()
    interviewers: tuple[Node, ...] = ()


def speakers(reading: Reading, token: Token, memory: Memory) -> tuple[Node, ...]:
    """Return who is meant by a phrase that stands as the speaker; empty where none is known."""
    found = _ordinal(reading, token) or reading.who(token) or outlet(reading, token)
    if found:
        return found
    if speech.lemma(token) in frame("document").nouns or speech.lemma(token) in frame("report").nouns:
        return by_words(reading, token) or memory.issuers or memory.speakers
    if speech.lemma(token) in _TOGETHER and token.tag_ == "NNS":
        return _parties(reading, token)
    return memory.speakers if token.lower_ in _PRONOUNS else ()


def _ordinal(reading: Reading, token: Token) -> tuple[Node, ...]:
    """Return whom "the latter" or "the former" means: of the last two persons named in the sentence."""
    if token.lower_ not in {"latter", "former"}:
        return ()
    before = [
        m for m in reading.mentions if token.sent.start <= m.start and m.end <= token.i and len(m.actors) == 1
    ]
    persons = list(dict.fromkeys(m.actors[0] for m in before if m.actors[0].kind == DIP.Person))
    return tuple(persons[-1:] if token.lower_ == "latter" else persons[-2:-1])


def outlet(reading: Reading, token: Token) -> tuple[Node, ...]:
    """Return the outlet in "Caijing magazine", where the name alone was read as one."""
    if speech.lemma(token) not in frame("outlet").nouns:
        return ()
    before = [c for c in token.children if c.dep_ in {"compound", "nmod"} and c.i == token.i - 1]
    found = [n for c in before for n in reading.who(c)]
    return tuple(n for n in found if n.kind == DIP.Organization)


def _parties(reading: Reading, token: Token) -> tuple[Node, ...]:
    """Return whom "the two sides" means: the two persons of the sentence, else the two states named last.

    "The leaders" and "the interlocutors" are persons first.
    """
    before = [m for m in reading.mentions if m.end <= token.i and len(m.actors) == 1][-_RECENT:]
    here = [m for m in before if m.start >= token.sent.start]
    is_side = speech.lemma(token) in {"side", "party"}
    wanted = [(here, DIP.Person), (before, DIP.State if is_side else DIP.Person), (before, DIP.Person)]
    for mentions, kind in wanted:
        named = dict.fromkeys(m.actors[0] for m in reversed(mentions) if m.actors[0].kind == kind)
        if len(named) > 1:
            return tuple(reversed(tuple(named)[:2]))
    return ()


def by_words(reading: Reading, noun: Token) -> tuple[Node, ...]:
    """Return who made a report or document: "the ministry's statement", "reports by Sputnik"."""
    for each in noun.children:
        if each.dep_ in {"poss", "compound", "nmod", "amod"}:
            found = reading.who(each)
            if found and (each.dep_ != "amod" or speech.lemma(noun) in frame("accuse").nouns):
                return found
    for each in noun.children:
        if each.dep_ in {"prep", "agent"} and each.lower_ in _FROM:
            found = _phrase(reading, each)
            if found:
                return found
        if each.dep_ in {"acl", "relcl"} and speech.lemma(each) in _ISSUED:
            by = speech.agent(each)
            if by is not None and reading.who(by):
                return reading.who(by)
    return ()


def _phrase(reading: Reading, preposition: Token) -> tuple[Node, ...]:
    """Return the actors named in a phrase, also where the parser lost how they are joined."""
    head = speech.child(preposition, "pobj")
    if head is None:
        return ()
    found = dict.fromkeys(reading.who(head))
    joined = any(t.dep_ == "cc" for t in head.subtree)
    if joined and head.right_edge.i - head.left_edge.i < 16:  # tokens: a list of names, not a clause
        for token in head.subtree:
            mention = reading.mention(token)
            if (
                mention is not None
                and mention.head == token.i
                and mention.form in {"name", "group"}
                and token.dep_ in {"conj", "nmod", "pobj", "compound"}
            ):
                found |= dict.fromkeys(mention.actors)
    return tuple(found)
