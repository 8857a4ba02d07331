"""Verbs of saying that tell of a deed: "recalled its ambassador", "ordered two diplomats to leave"."""

from kg.extract import status
from kg.extract._evoke import evoked
from kg.extract._fill import Setting, fill
from kg.model import Span
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP, superclasses

_OF_THINGS = frozenset({"stress", "express"})  # rules by which an object may be what is said


def is_deed(reading: Reading, verb: Token, rule: str, content: Span) -> bool:
    """Say whether a verb tells of an action and no saying: an object or infinitive follows, no quotation."""
    words = reading.article.text[content.start : content.end]
    if rule not in _OF_THINGS and not words.startswith("to "):
        return False
    if any(content.meets(q.inner) for q in reading.quotes):
        return False
    frames = [f for f in evoked(verb) if DIP.Action in superclasses(f.kind)]
    done = any(fill(reading, f, verb, Setting(ahead=False)) for f in frames)
    return done and status.status(reading, verb) is not None
