"""The run of all families over one article."""

import datetime as dt
import pickle

from rdflib import RDF

from kg import text
from kg.extract import _run
from kg.model import Article, Extraction, Node
from kg.vocab import DIP

WORDS = (
    "Kenyan President Maria Silva met Jonas Berg in Geneva on Monday. She said that the talks were useful."
)


def extraction(words: str) -> Extraction:
    """Return what is found in an article of a few words, published on a Thursday."""
    return _run.run(text.read(Article("a.txt", words, published=dt.date(2025, 4, 3))))


def test_families() -> None:
    """Every public module that finds records is a family; shared machinery and helpers are not."""
    names = [m.__name__.rpartition(".")[2] for m in _run.families()]

    assert names == sorted(names)
    assert {"agreements", "denials", "events", "retractions", "statements", "tenures"} <= set(names)
    assert not {"status", "when"} & set(names)


def test_all_families_speak() -> None:
    """Events, statements, tenures and the actors they speak of all have their class."""
    kinds = {c.object for c in extraction(WORDS).claims if c.predicate == RDF.type}

    assert {DIP.Meeting, DIP.Statement, DIP.Tenure, DIP.Person, DIP.Place} <= kinds


def test_each_node_has_a_class() -> None:
    """Whatever a claim speaks of has a claim of its class."""
    claims = extraction(WORDS).claims
    typed = {c.subject for c in claims if c.predicate == RDF.type}

    assert {c.subject for c in claims} == typed


def test_spans_are_sentences() -> None:
    """Every claim cites whole sentences, and none twice."""
    found = extraction(WORDS)

    assert {WORDS[s.start : s.end] for c in found.claims for s in c.spans} == {WORDS[:64], WORDS[65:]}
    assert all(len(set(c.spans)) == len(c.spans) for c in found.claims)


def test_order_and_repeats() -> None:
    """Claims stand in the order of the text, each once, the same at every run."""
    first, again = extraction(WORDS), extraction(WORDS)
    keys = [(c.subject, c.predicate, c.object, c.spans) for c in first.claims]

    assert first == again
    assert len(keys) == len(set(keys))
    assert [c.spans[:1] for c in first.claims] == sorted(c.spans[:1] for c in first.claims)


def test_pickled() -> None:
    """An extraction goes from one process to another and into a file."""
    found = extraction(WORDS)

    assert pickle.loads(pickle.dumps(found)) == found


def test_nothing() -> None:
    """A text that tells of nothing yields no claims."""
    assert extraction("It rained all day.").claims == ()


def holders(words: str) -> set[str]:
    """Return the keys of those who hold an office."""
    claims = extraction(words).claims
    return {c.object.key for c in claims if c.predicate == DIP.holder and isinstance(c.object, Node)}


def test_office_of_somebody_unnamed_who_acts() -> None:
    """Somebody unnamed who meets somebody holds the office told."""
    actual = holders("The Kenyan President met Jonas Berg in Geneva on Monday.")

    assert actual == {"person:kenyan president"}


def test_office_of_somebody_unnamed_who_does_nothing() -> None:
    """Somebody unnamed who is only mentioned holds nothing."""
    actual = holders("Jonas Berg met Maria Silva in Geneva. The palace of the Kenyan President is old.")

    assert actual == set()
