"""What tests of extraction need: a word marked in a short text, and who says what there in plain words."""

import datetime as dt
from collections.abc import Iterable
from functools import cache

from rdflib import URIRef

from kg import text
from kg.extract import denials, statements
from kg.model import Article, Node, Record, Span, Value
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

LIU = "Foreign Minister Liu Jianchao"
ASADOV = "Prime Minister Ali Asadov"
THURSDAY = dt.date(2025, 4, 3)

Told = tuple[list[str], str]


@cache
def read(words: str, publisher: str | None = None) -> Reading:
    """Return an article of Thursday, 3 April 2025, as read; the same words are read once."""
    return text.read(Article("a.txt", words, publisher=publisher, published=THURSDAY))


def marked(words: str, publisher: str | None = None) -> tuple[Reading, Token]:
    """Return a text as read, and of its words the one that stands in square brackets."""
    reading = read(words.replace("[", "").replace("]", ""), publisher)
    return reading, next(t for t in reading.doc if t.idx == words.index("["))


def first(reading: Reading) -> Sentence:
    """Return the first sentence."""
    return reading.sentences[0]


def piece(reading: Reading, span: Span | None) -> str | None:
    """Return the words of a range."""
    return None if span is None else reading.article.text[span.start : span.end]


def names(reading: Reading, nodes: Iterable[object]) -> list[str]:
    """Return the fullest names of actors, sorted."""
    return sorted(reading.actor(n).names[0][0] for n in nodes if isinstance(n, Node))


def objects(record: Record, predicate: URIRef) -> list[Node | URIRef | Value]:
    """Return what a record claims by one property."""
    return [c.object for c in record.claims if c.predicate == predicate]


def acts(reading: Reading) -> list[Record]:
    """Return statements and denials in the order of the text."""
    return sorted((*statements.records(reading), *denials.records(reading)), key=lambda r: r.trigger)


def told(words: str, publisher: str | None = None) -> list[Told]:
    """Return speakers and words of each act of saying with words of its own."""
    reading = read(words, publisher)
    return [
        (names(reading, objects(r, DIP.speaker)), v.text)
        for r in acts(reading)
        for v in objects(r, DIP.text)
        if isinstance(v, Value)
    ]


def chains(words: str, publisher: str | None = None) -> list[tuple[list[str], list[str]]]:
    """Return reporters and speakers of each act of saying that another reports."""
    return _ties(read(words, publisher), DIP.reports)


def aimed(words: str) -> list[tuple[list[str], list[str]]]:
    """Return who denies, and whose words, for each statement that is denied."""
    return _ties(read(words), DIP.denies)


def denying(words: str) -> list[str]:
    """Return who denies anything."""
    reading = read(words)
    return [n for r in denials.records(reading) for n in names(reading, objects(r, DIP.speaker))]


def addressed(words: str) -> list[str]:
    """Return to whom anything is said."""
    reading = read(words)
    return [n for r in acts(reading) for n in names(reading, objects(r, DIP.addressee))]


def _ties(reading: Reading, predicate: URIRef) -> list[tuple[list[str], list[str]]]:
    found = acts(reading)
    speakers: dict[object, list[str]] = {r.node: names(reading, objects(r, DIP.speaker)) for r in found}
    return [(speakers[r.node], speakers[n]) for r in found for n in objects(r, predicate)]
