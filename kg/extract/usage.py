"""Whose name a topic is: "the corridor is a Ruritanian demand", "the corridor — a Ruritanian term"."""

from collections.abc import Iterator
from functools import cache

from rdflib import RDFS

from kg.model import Claim, Node, Record, Span
from kg.registry import states
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP, frames

_APPOSED = frozenset("—–-,")
_GAP = 4  # tokens between a topic and what says whose it is: a closing mark, a dash, an article


def records(reading: Reading) -> tuple[Record, ...]:
    """Return for each topic that a text says to be a state's own name or plan who uses it."""
    found = (_record(reading, topic, span) for topic, span in reading.topics)
    return tuple(r for r in found if r is not None)


@cache
def _nouns() -> frozenset[str]:
    graph = frames()
    nodes = (s for s in graph.subjects(RDFS.label) if str(s).endswith("/usage"))
    return frozenset(str(n) for node in nodes for n in graph.objects(node, DIP.noun))


def _record(reading: Reading, topic: Node, span: Span) -> Record | None:
    words = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    sentence = reading.sentence(words.start) if words is not None else None
    if words is None or sentence is None:
        return None
    for noun in _said(words.root, words.end):
        owners = tuple(_owners(reading, noun))
        if owners and noun.lemma_ in _nouns():
            claims = tuple(Claim(topic, DIP.usedBy, o, (sentence.span,), "topic.usage") for o in owners)
            return Record(topic, span, None, claims)
    return None


def _said(topic: Token, end: int) -> Iterator[Token]:
    """Yield the nouns that a text says of a topic: behind "is", or in apposition right behind it."""
    if topic.dep_ == "nsubj" and topic.head.lemma_ == "be":
        yield from (c for c in topic.head.children if c.dep_ == "attr")
    near = topic.doc[end : end + _GAP]
    if any(t.text in _APPOSED for t in near):
        yield from (t.head if t.dep_ in {"compound", "amod", "poss"} else t for t in near if not t.is_punct)


def _owners(reading: Reading, noun: Token) -> Iterator[Node]:
    """Yield the states of the article whose name, capital or demonym stands before a noun."""
    for child in noun.lefts:
        row = states.by_demonym(child.text) or states.by_capital(child.text) or states.by_name(child.text)
        told = (a.node for a in reading.actors if a.node.kind == DIP.State)
        yield from (n for n in told if row is not None and n.registry == row.key)
