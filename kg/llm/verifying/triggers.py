"""Whether a word can evoke a record of a class, by the words that the frames of the ontology list."""

from collections.abc import Iterable
from functools import cache

from rdflib import URIRef

from kg.llm.verifying.case import Case
from kg.model import Span
from kg.text.tokens import Token
from kg.vocab import DIP, frames, superclasses

_TELLING = frozenset({"VERB", "NOUN", "PROPN", "AUX"})


def can_evoke(case: Case, trigger: Span, kind: URIRef, evidence: Iterable[Span]) -> bool:
    """Say whether a word can evoke a record of a class; of another language nothing is known.

    A word that frames list evokes what they say. One that none lists is believed of sayings and agreements,
    which are told in many words; an event needs a word of its frames in the evidence.
    """
    if case.is_foreign:
        return True
    tokens = case.tokens(trigger)
    is_said = DIP.Statement in superclasses(kind)  # cues of saying may be of any kind: "according to"
    if tokens is None or not (is_said or any(t.pos_ in _TELLING for t in tokens)):
        return False
    # Verbs of saying are told of gifts and letters too ("delivered", "passed on"), so that they bar no event.
    known = {k for t in tokens for k in _kinds(t) if is_said or DIP.Statement not in superclasses(k)}
    if known or DIP.Event not in superclasses(kind):
        return not known or any(_is_one(k, kind) for k in known)
    return any(tells(case, span, kind) for span in evidence)


def tells(case: Case, span: Span, kind: URIRef) -> bool:
    """Say whether words of a range can evoke a record of a class; of another language nothing is known."""
    return any(_is_one(k, kind) for token in case.tokens(span) or () for k in _kinds(token))


def _is_one(known: URIRef, kind: URIRef) -> bool:
    return known in superclasses(kind) or kind in superclasses(known)


def _kinds(token: Token) -> frozenset[URIRef]:
    return _evoked().get(token.lemma_.lower(), frozenset()) | _evoked().get(token.lower_, frozenset())


@cache
def _evoked() -> dict[str, frozenset[URIRef]]:
    """Return the classes of records that each word of the frames evokes, alone or with others beside it."""
    graph = frames()
    found: dict[str, set[URIRef]] = {}
    for frame, kind in graph.subject_objects(DIP.evokes):
        if isinstance(kind, URIRef) and DIP.Record in superclasses(kind):
            words = {str(o).split()[0] for o in graph.objects(frame, DIP.verb)}
            words |= {str(o).split()[-1] for o in graph.objects(frame, DIP.noun)}
            for word in words:
                found.setdefault(word.lower(), set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}
