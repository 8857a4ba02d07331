"""Retractions: reports that were withdrawn, by whom, and which."""

import pytest
from rdflib import RDF

from kg import text
from kg.extract import retractions, statements
from kg.model import Article, Node, Record, Span
from kg.text.reading import Reading
from kg.vocab import DIP


def read(words: str) -> Reading:
    """Return an article of a few words as read."""
    return text.read(Article("a.txt", words))


def objects(record: Record, predicate: object) -> list[object]:
    """Return what a record claims by one property."""
    return [c.object for c in record.claims if c.predicate == predicate]


def names(reading: Reading, nodes: list[object]) -> list[str]:
    """Return the fullest names of actors."""
    return [reading.actor(n).names[0][0] for n in nodes if isinstance(n, Node)]


REPORT = "Reuters reported that Peru would build a port."
FOUND = {
    "active": f"{REPORT} Reuters withdrew the report.",
    "passive, outlet in the sentence": f"{REPORT} After Reuters had published it, the article was deleted.",
    "passive, outlet before": f"{REPORT} The article was deleted the next day.",
    "particle": f"{REPORT} Reuters took down the story.",
}


@pytest.mark.parametrize("words", FOUND.values(), ids=FOUND)
def test_report_is_withdrawn_by_its_outlet(words: str) -> None:
    """The one who published it takes part, and its statement is retracted."""
    reading = read(words)
    [record] = retractions.records(reading)
    told = [r.node for r in statements.records(reading)]

    assert names(reading, objects(record, DIP.participant)) == ["Reuters"]
    assert objects(record, DIP.retracts) == told


NONE = {
    "troops": "Peru withdrew its troops.",
    "negated": f"{REPORT} Reuters did not withdraw the report.",
    "future": f"{REPORT} Reuters will delete the article.",
    "nobody known": "The article was deleted.",
    "not about reports": f"{REPORT} Peru withdrew its ambassador.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_what_withdraws_no_report_yields_none(words: str) -> None:
    """Other withdrawals, and those that did not happen, are no retractions."""
    actual = retractions.records(read(words))

    assert actual == ()


def test_offsets_are_exact() -> None:
    """The trigger is the verb, the claims rest on its sentence."""
    [record] = retractions.records(read(f"{REPORT} Reuters withdrew the report."))

    assert record.trigger == Span(55, 63)
    assert {c.spans for c in record.claims} == {(Span(47, 75),)}
    assert (record.claims[0].predicate, record.claims[0].object) == (RDF.type, DIP.Retraction)
