"""Which words are the content of a saying: clause, quotation, object, what stands beside; to the letter."""

import pytest
from sayings import LIU, acts, first, marked, objects, piece, read

from kg.extract import _content as content
from kg.model import Span, Value
from kg.vocab import DIP

CLAUSES = {
    "that": ("Liu Jianchao [said] that trade had grown.", "that trade had grown"),
    "without that": ("Liu Jianchao [said] trade had grown.", "trade had grown"),
    "with a day between": ("Liu Jianchao [said] on Monday that trade had grown.", "that trade had grown"),
    "with a comma within": (
        "Liu Jianchao [said] that trade, like wheat, had grown.",
        "that trade, like wheat, had grown",
    ),
    "two clauses": (
        "Liu Jianchao [said] that trade had grown and prices had fallen.",
        "that trade had grown and prices had fallen",
    ),
    "before the verb": ("Trade had grown last year, Liu Jianchao [said].", "Trade had grown last year"),
    "around the verb": (
        "Under the pact, he [added], trade had grown.",
        "Under the pact, he added, trade had grown",
    ),
    "view": ("Liu Jianchao [was] of the view that trade had grown.", "that trade had grown"),
    "question": ("Liu Jianchao [asked] whether trade had grown.", "whether trade had grown"),
}
OBJECTS = {
    "noun": ("Liu Jianchao [praised] the treaty.", "the treaty"),
    "noun with more": (
        "Liu Jianchao [praised] the new treaty between Peru and Chile.",
        "the new treaty between Peru and Chile",
    ),
    "preposition": ("Liu Jianchao [called] for calm in Lima.", "for calm in Lima"),
    "passive": ("The treaty was [praised] by Liu Jianchao.", "The treaty"),
    "whom and what": ("Liu Jianchao [urged] Peru to leave.", "to leave"),
}


@pytest.mark.parametrize(("words", "expected"), CLAUSES.values(), ids=CLAUSES)
def test_clause(words: str, expected: str) -> None:
    """A clause is the content from its first word to its last, without the full stop."""
    reading, verb = marked(words)

    assert piece(reading, content.of_verb(reading, first(reading), verb, "say")) == expected


@pytest.mark.parametrize(("words", "expected"), OBJECTS.values(), ids=OBJECTS)
def test_object(words: str, expected: str) -> None:
    """Of verbs that praise or urge, the object is the content, or the infinitive."""
    reading, verb = marked(words)

    assert piece(reading, content.of_verb(reading, first(reading), verb, "stress")) == expected


NONE = {
    "nothing said": "Liu Jianchao [said].",
    "object of a verb that takes clauses": "Liu Jianchao [told] Peru.",
    "name before the verb": "Liu Jianchao, as always, [said].",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_no_content(words: str) -> None:
    """A verb that takes clauses has no content without one."""
    reading, verb = marked(words)

    assert content.of_verb(reading, first(reading), verb, "say") is None


AS = {
    "before": ("As Liu Jianchao [noted], trade had grown a lot.", "trade had grown a lot"),
    "after": ("Trade had grown a lot, as Liu Jianchao [noted].", "Trade had grown a lot"),
}


@pytest.mark.parametrize(("words", "expected"), AS.values(), ids=AS)
def test_clause_beside_as(words: str, expected: str) -> None:
    """What "as the minister noted" stands beside is what he noted."""
    reading, verb = marked(words)

    assert piece(reading, content.of_verb(reading, first(reading), verb, "say")) == expected


TEXTS = {
    "quotation alone": (f"“Trade will grow a lot,” {LIU} said.", "Trade will grow a lot,"),
    "most of it quoted": (
        f"{LIU} said that ‘trade will grow a lot in Lima’.",
        "trade will grow a lot in Lima",
    ),
    "a part quoted": (
        f"{LIU} said that trade between Peru and Chile would ‘grow a lot’.",
        "that trade between Peru and Chile would ‘grow a lot’",
    ),
    "object with a quotation": (
        f"{LIU} praised the ‘lasting peace’ between Peru and Chile.",
        "the ‘lasting peace’ between Peru and Chile",
    ),
}


@pytest.mark.parametrize(("words", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(words: str, expected: str) -> None:
    """The words of a statement are the quotation where it is most of what is said, else all of it."""
    [record] = acts(read(words))

    assert objects(record, DIP.text) == [Value(expected)]


def test_offsets() -> None:
    """Content is a range of the article, not of the sentence."""
    words = f"It rained. {LIU} said that trade had grown."
    [record] = acts(read(words))

    assert record.scope == Span(46, 66)
    assert words[46:66] == "that trade had grown"
