"""Which journeys are visits: none of people who travel on their own account."""

from collections.abc import Iterable

from kg.extract import _clause
from kg.extract._lexicon import frame
from kg.model import Node
from kg.text.tokens import Token
from kg.vocab import DIP

_ENDS = (" of ", " from ", " in ", " at ", " with ", " who ", " to ", " for ")


def leads_somewhere(trigger: Token) -> bool:
    """Say whether a visit has words for a place that is not known; "her visit" is one told before."""
    if trigger.dep_ == "amod" or any(t.lower_ == "here" for t in trigger.children):
        return True
    if trigger.pos_ == "VERB":
        return any(t.pos_ == "PROPN" for word in _clause.direct(trigger) for t in word.subtree)
    named = any(t.dep_ == "compound" and t.pos_ == "PROPN" for t in trigger.lefts)
    return named or not any(t.dep_ == "poss" for t in trigger.lefts)


def is_told_before(noun: Token) -> bool:
    """Say whether a noun calls a visit told before one of a kind: "It was the first visit by a king"."""
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_ != "be":
        return False
    whose = (t for p in ("by", "of", "from") for t in _clause.after(noun, p))
    is_any = any(c.lower_ in {"a", "an", "any"} for t in whose for c in t.lefts)
    return is_any and all(t.lower_ in {"this", "it", "that"} for t in _clause.subjects(verb))


def is_visit(travellers: Iterable[Node]) -> bool:
    """Say whether a journey is a visit by those who make it: "students flew to Oslo" tells of none."""
    return not all(_is_private(n) for n in travellers)


def _is_private(node: Node) -> bool:
    """Say whether a group's noun is one of people who travel on their own account: "students"."""
    if node.kind != DIP.Group:
        return False
    words = node.key.partition(":")[2]
    for end in _ENDS:
        words = words.partition(end)[0]
    head = words.split()[-1:]
    return any({w, w.removesuffix("s")} & frame("traveller").nouns for w in head)
