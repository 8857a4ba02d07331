"""How the noun of a gathering stands in its sentence: told before, planned, or a mere adjunct."""

from kg.extract import _clause, _syntax
from kg.extract._frames import carriers
from kg.extract._lexicon import frame as words
from kg.text.tokens import Token


def is_on_agenda(noun: Token) -> bool:
    """Say whether talks are told without those who hold them: "Talks were held with A"."""
    head = noun
    while head.dep_ == "conj":
        head = head.head
    if head.pos_ == "VERB" or noun.pos_ == "VERB":
        return False
    if head.dep_ in {"nsubj", "nsubjpass"}:
        return words("cancelled").match(head.head) or _syntax.carrier(noun, carriers()) is not None
    return head.dep_ in {"dobj", "attr", "pobj"} and words("agenda").match(head.head)


def is_under_way(noun: Token) -> bool:
    """Say whether one undertakes to end talks that are under way: "agreed to conclude negotiations"."""
    return noun.dep_ == "dobj" and _clause.has_to(noun.head) and words("closing").match(noun.head)


def is_adjunct(noun: Token) -> bool:
    """Say whether a noun only says when something else was done ("During the talks they signed")."""
    is_known = any(c.lower_ in {"the", "this", "these"} for c in noun.children)
    return is_known and noun.dep_ == "pobj" and noun.head.lower_ in words("beside").cues - {"in", "at"}


def is_told_before(noun: Token) -> bool:
    """Say whether a noun only refers to a meeting told before; "the summit" may be a known one."""
    is_known = any(c.lower_ in {"the", "this", "these"} for c in noun.children)
    is_bare = not any(c.dep_ in {"prep", "amod", "compound", "nmod", "acl", "relcl"} for c in noun.children)
    return is_known and is_bare and noun.lemma_.lower() in words("beside").nouns
