"""The claims of when."""

import datetime as dt

from kg import text
from kg.extract import _dates, when
from kg.model import Article, Claim, Node, Span, Value
from kg.vocab import DIP

WORDS = "Jonas Berg arrived on Monday. He met Maria Silva."
NODE = Node("a.txt", DIP.Visit, "visit:11")


def claims(spans: tuple[Span, ...]) -> list[Claim]:
    """Return the claims that date the arrival, told in some sentences."""
    reading = text.read(Article("a.txt", WORDS, published=dt.date(2025, 4, 3)))
    dated = when.dated(reading, reading.doc[2], future=False)
    assert dated is not None
    return list(_dates.claims(reading, NODE, dated, spans, "event.visit"))


def test_bounds_and_edtf() -> None:
    """A day gives both bounds as dates and its EDTF as a string."""
    assert [(c.predicate, c.object) for c in claims((Span(0, 29),))] == [
        (DIP.earliest, Value("2025-03-31", "date")),
        (DIP.latest, Value("2025-03-31", "date")),
        (DIP.when, Value("2025-03-31")),
    ]


def test_phrase_and_rule() -> None:
    """Each claim keeps the words it was resolved from, and the rule."""
    assert {(c.phrase, c.rule) for c in claims((Span(0, 29),))} == {("on Monday", "event.visit")}


def test_spans() -> None:
    """A date rests on the sentence of the record and on that of the words of time, in their order."""
    assert {c.spans for c in claims((Span(0, 29),))} == {(Span(0, 29),)}
    assert {c.spans for c in claims((Span(30, 49),))} == {(Span(0, 29), Span(30, 49))}
