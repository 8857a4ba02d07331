"""Answers of a model as a test writes them, and what of them is borne out."""

import datetime as dt
import json
from functools import cache
from typing import Any

from kg import text
from kg.llm import verifying
from kg.llm.answered import Answered
from kg.llm.verifying import Verified
from kg.model import Article, Claim, Node, Span, Value
from kg.text.reading import Reading
from kg.vocab import local

PUBLISHED = dt.date(2025, 4, 3)  # a Thursday
MODEL, VERSION = "stub-1", "0123456789ab"


@cache
def reading(words: str, language: str = "en") -> Reading:
    """Return a text as read; each text is parsed once."""
    return text.read(Article("one.txt", words, published=PUBLISHED, language=language))


def quote(words: str, occurrence: int = 1) -> dict[str, Any]:
    """Return a quotation as an answer gives it."""
    return {"text": words, "occurrence": occurrence}


def event(kind: str, trigger: str, who: list[str], evidence: str, **more: object) -> dict[str, Any]:
    """Return an event as an answer gives it."""
    told = {"kind": kind, "trigger": trigger, "participants": who, "evidence": [quote(evidence)]}
    return told | more


def statement(speakers: list[str], cue: str, content: str, evidence: str, **more: object) -> dict[str, Any]:
    """Return a statement as an answer gives it."""
    told = {"id": "s1", "kind": "Statement", "cue": cue, "speakers": speakers, "content": content}
    return told | {"evidence": [quote(evidence)]} | more


def actor(kind: str, *names: str, **more: object) -> dict[str, Any]:
    """Return an actor as an answer gives it."""
    return {"type": kind, "names": list(names)} | more


def answered(words: str, content: str, part: Span | None = None) -> Answered:
    """Return an answer on a text."""
    return Answered(part or Span(0, len(words)), content, MODEL, VERSION)


def verified(words: str, *, language: str = "en", part: Span | None = None, **parts: object) -> Verified:
    """Return what of an answer on a text is borne out."""
    content = json.dumps(parts, ensure_ascii=False)
    return verifying.read(reading(words, language), (answered(words, content, part),))


def told(found: Verified, kind: str) -> dict[str, list[str]]:
    """Return what is claimed of all things of a class, by property, each value in a word."""
    values: dict[str, list[str]] = {}
    for claim in found.extraction.claims:
        if local(claim.subject.kind) == kind:
            values.setdefault(local(claim.predicate), []).append(shown(claim))
    return {term: sorted(set(own)) for term, own in values.items()}


def shown(claim: Claim) -> str:
    """Return the value of a claim in a word: the key of a thing, a literal, a term."""
    value = claim.object
    if isinstance(value, Node):
        return value.key
    return value.text if isinstance(value, Value) else local(value)


def reasons(found: Verified) -> list[str]:
    """Return why finds were rejected."""
    return [dropped.reason for dropped in found.rejected]
