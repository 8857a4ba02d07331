"""Codes of event data for acts of saying: praise, criticism, demands, threats and their like."""

from functools import cache

from rdflib import URIRef

from kg.extract import _clause
from kg.extract._frames import codes
from kg.extract._lexicon import Frame, frame
from kg.text.tokens import Token
from kg.vocab import DIP, frames, local, superclasses

_NOUNS = frozenset({"dobj", "nsubjpass", "obj"})


def of_saying(triggers: tuple[Token, ...]) -> tuple[tuple[str, str], ...]:
    """Return the codes of an act of saying by the words that tell it, each with the name of its frame.

    They are those of the first word that has any: of "praised the plan and urged" the praise. Empty for mere
    saying, and for what is told as not done ("did not criticise").
    """
    for trigger in triggers:
        found = next((f for f in _coded() if _is_told(f[1], trigger)), None)
        if found is not None:
            return tuple((found[0], code) for code in found[2])
    return ()


@cache
def _coded() -> tuple[tuple[str, Frame, tuple[str, ...]], ...]:
    """Return the frames of sayings that have a code, those first that need a cue."""
    graph = frames()
    nodes = {n for n in graph.subjects(DIP.cameo) if isinstance(n, URIRef)}
    named = ((n, frame(local(n)), codes(n)) for n in sorted(nodes))
    found = ((local(n), f, told) for n, f, told in named if DIP.Statement in superclasses(f.kind))
    return tuple(sorted(found, key=lambda each: (not each[1].cues, each[0])))


def _is_told(coded: Frame, trigger: Token) -> bool:
    if any(c.dep_ == "neg" for c in trigger.children):
        return False
    named = (c for c in trigger.children if c.dep_ in _NOUNS)
    if not coded.match(trigger) and not any(_noun(coded, word) for word in (trigger, *named)):
        return False
    return not coded.cues or any(t.lemma_.lower() in coded.cues for t in trigger.subtree)


def _noun(coded: Frame, word: Token) -> bool:
    return not _clause.is_verbal(word) and bool({word.lemma_.lower(), word.lower_} & coded.nouns)
