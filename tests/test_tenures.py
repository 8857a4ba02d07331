"""Tenures: who holds which office of which state or body."""

import pytest
from rdflib import URIRef

from kg import text
from kg.extract import tenures
from kg.model import Article, Node, Record, Span, Value
from kg.vocab import DIP, local


def records(words: str, **more: str) -> tuple[Record, ...]:
    """Return the tenures of an article of a few words."""
    return tenures.records(text.read(Article("a.txt", words, **more)))


def _value(record: Record, term: URIRef) -> str | None:
    found = next((c.object for c in record.claims if c.predicate == term), None)
    if isinstance(found, Node):
        return found.registry or found.key.partition(":")[2]
    return found.text if isinstance(found, Value) else found and local(found)


def told(words: str) -> list[tuple[str | None, ...]]:
    """Return holder, title and body of each tenure."""
    terms = (DIP.holder, DIP.title, DIP.of)
    return [tuple(_value(r, t) for t in terms) for r in records(words)]


FOUND = [
    ("Kenyan President Maria Silva spoke.", ("maria silva", "President", "KEN")),
    ("Maria Silva, President of Kenya, spoke.", ("maria silva", "President", "KEN")),
    ("Kenya’s Foreign Minister Jonas Berg spoke.", ("jonas berg", "Foreign Minister", "KEN")),
]


@pytest.mark.parametrize(("words", "expected"), FOUND, ids=[c[0] for c in FOUND])
def test_found(words: str, expected: tuple[str, ...]) -> None:
    """A person with a title and its state holds that office."""
    assert told(words) == [expected]


@pytest.mark.parametrize("words", ["President Maria Silva spoke.", "Maria Silva praised the office."])
def test_not_found(words: str) -> None:
    """A title without a state or body, or no title, tells of no tenure."""
    assert told(words) == []


def test_claims() -> None:
    """A tenure rests on its sentence, and its trigger is the words of the title."""
    words = "It rained. Kenyan President Maria Silva spoke."
    [record] = records(words)

    assert {c.spans for c in record.claims} == {(Span(11, len(words)),)}
    assert "President" in words[record.trigger.start : record.trigger.end]
    assert {c.rule for c in record.claims} == {"tenure.title"}
    assert _value(record, DIP.rank) == "HeadOfState"


def test_shorter_title_is_of_the_same_office() -> None:
    """A title that leaves out what the office is for is the same tenure."""
    found = records("U.S. Secretary of State Ada Weber left. Secretary Weber slept.")

    assert len({r.node for r in found}) == 1
    assert {_value(r, DIP.title) for r in found} == {"Secretary of State", "Secretary"}
