"""Where help goes and what brings it, where no word of giving has its receiver or its giver beside it."""

from collections.abc import Iterable, Iterator

from kg.extract import _clause
from kg.extract._lexicon import frame
from kg.model import Node
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP

_LEADING = frozenset({"to", "for", "in", "towards", "toward", "among", "across", "of", "with"})
_PLAIN = frozenset({"in", "of", "with"})  # lead to whom it goes only below a word that does
_WITHIN = frozenset({"dobj", "nsubjpass", "pobj", "prep", "dative", "pcomp", "conj", "amod", "npadvmod"})
_AIMS = frozenset({"xcomp", "advcl", "acl", "relcl", "pcomp"})
_DEPTH = 8  # steps down from the verb: deeper phrases tell of something else
_CLIMB = 5  # steps up from what is carried to the participle that tells so


def benefits(verb: Token) -> tuple[Token, ...]:
    """Return the nouns by which the phrases below a verb of giving tell whom or where it helps.

    A place with "in" alone may be where help is promised: "announced a grant in Geneva".
    """
    return tuple(_below(verb, is_given=False, depth=_DEPTH))


def _below(word: Token, *, is_given: bool, depth: int) -> Iterator[Token]:
    for child in word.children if depth else ():
        if child.dep_ in {"prep", "dative"} and child.lower_ in _LEADING:
            nouns = tuple(t for t in child.children if t.dep_ == "pobj")
            goes = is_given or child.lower_ not in _PLAIN
            yield from nouns if goes else ()
            for noun in (*nouns, *(t for t in child.children if t.dep_ == "pcomp")):
                yield from _below(noun, is_given=goes, depth=depth - 1)
        elif child.dep_ in _AIMS and frame("helping").match(child):
            yield from _clause.direct(child)
            yield from _below(child, is_given=True, depth=depth - 1)
        elif child.dep_ in _WITHIN and child.i > word.i:
            yield from _below(child, is_given=is_given, depth=depth - 1)


def leads_elsewhere(reading: Reading, verb: Token, helped: Iterable[Node]) -> bool:
    """Say whether the words behind a verb name a place that is not in the states helped before."""
    names = (t for t in verb.subtree if t.i > verb.i and t.pos_ == "PROPN")
    places = (n for t in names for n in reading.where(t))
    states = {n if n.kind == DIP.State else reading.actor(n).country for n in places}
    return not states <= {None, *helped}


def bearer(noun: Token) -> tuple[Token, ...]:
    """Return what brings something: "a plane carrying 40 tonnes of aid"."""
    word = noun
    for _ in range(_CLIMB):
        if word.dep_ == "acl" and frame("bearing").match(word):
            return (word.head,)
        if word.dep_ not in _WITHIN or word.head.tag_ in {"VBD", "VBZ", "VBP"}:
            return ()
        word = word.head
    return ()
