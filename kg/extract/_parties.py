"""Who is bound by an agreement: those it names, and beside a single one the state spoken of nearest."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract import _syntax
from kg.model import Node
from kg.registry import states
from kg.text.reading import Reading, Sentence
from kg.vocab import DIP

BODIES = frozenset({DIP.State, DIP.Organization, DIP.Group})
_PARTIES = frozenset({"between", "with", "among", "by"})


def named(reading: Reading, noun: Token) -> tuple[Node, ...]:
    """Return the actors that the phrase of a noun names as parties, in the order of the text."""
    words = [t for t in noun.doc[noun.left_edge.i : noun.i] if not t.is_punct]
    for preposition in (
        t for t in noun.subtree if t.i > noun.i and t.lower_ in _PARTIES and t.dep_ in {"prep", "agent"}
    ):
        if preposition.head == noun or preposition.lower_ == "between":
            words += [t for t in preposition.children if t.dep_ == "pobj"]
    found = (n for w in words for n in (*reading.who(w), *_by_demonym(reading, w)))
    return tuple(dict.fromkeys(n for n in found if n.kind in BODIES | {DIP.Person}))


def signers(reading: Reading, noun: Token, enacting: Token) -> tuple[Node, ...]:
    """Return who is told to have made an instrument."""
    words: list[Token] = []
    verb = enacting.head if enacting.dep_ == "dobj" else enacting  # "cancelled the signing"
    if verb.pos_ in {"VERB", "AUX"}:
        subjects = _syntax.subjects(verb)
        words += () if noun in subjects else subjects
    for preposition in ("by", "between", "with"):
        words += _syntax.after(enacting, preposition)
    found = (n for w in words if w != noun for n in reading.who(w))
    return tuple(dict.fromkeys(n for n in found if n.kind in BODIES | {DIP.Person}))


def bodies(reading: Reading, actors: Iterable[Node]) -> tuple[Node, ...]:
    """Return the bodies among actors, and the states that the persons among them act for."""
    found: dict[Node, None] = {}
    for node in actors:
        country = reading.actor(node).country
        if node.kind in {DIP.Person, DIP.Group}:
            found |= {country: None} if country is not None else {}
        else:
            found[node] = None
    known = {a.node for a in reading.actors}
    return tuple(n for n in found if n in known)


def completed(reading: Reading, told: tuple[Node, ...], sentence: Sentence) -> tuple[Node, ...]:
    """Return two parties where fewer are told: the others are the states spoken of nearest before.

    A company has no state beside it; where it is told, nothing is added.
    """
    if len(told) > 1 or any(n.kind != DIP.State and n.registry is None for n in told):
        return told
    return (*told, *beside(reading, told, sentence, 2 - len(told)))


def beside(reading: Reading, told: tuple[Node, ...], sentence: Sentence, number: int = 1) -> tuple[Node, ...]:
    """Return so many states that are not told, those spoken of nearest before the end of a sentence."""
    found: dict[Node, None] = {}
    for near in reversed(reading.sentences[: reading.sentences.index(sentence) + 1]):
        for node in bodies(reading, _states(reading, near)):
            is_near = near == sentence or node.kind == DIP.State  # of bodies only those of the same sentence
            if len(found) < number and node not in told and is_near:
                found[node] = None
    return tuple(found)


def after(reading: Reading, noun: Token, preposition: str) -> tuple[Node, ...]:
    """Return the actors that a preposition binds to a noun."""
    return tuple(dict.fromkeys(n for t in _syntax.after(noun, preposition) for n in reading.who(t)))


def _states(reading: Reading, sentence: Sentence) -> Iterator[Node]:
    """Yield the states, and the bodies that stand beside states, of which a sentence speaks."""
    for token in reading.doc[sentence.start : sentence.end]:
        mention = reading.mention(token)
        for node in mention.actors if mention is not None else ():
            country = reading.actor(node).country
            if node.kind == DIP.State or (
                node.kind == DIP.Organization and node.registry is not None and country is None
            ):
                yield node
            elif node.kind == DIP.Person and country is not None:
                yield country
        yield from _by_demonym(reading, token)


def _by_demonym(reading: Reading, token: Token) -> Iterator[Node]:
    """Yield the state that an adjective names, where the article names that state elsewhere."""
    state = states.by_demonym(token.text) if token.text[:1].isupper() else None
    if state is not None:
        yield from (
            a.node for a in reading.actors if a.node.kind == DIP.State and a.node.registry == state.key
        )
