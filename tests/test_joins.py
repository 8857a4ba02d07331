"""What holds between records of different families."""

import datetime as dt

import pytest
from rdflib import URIRef

from kg import text
from kg.extract import _run
from kg.model import Article, Claim, Node, Value
from kg.vocab import DIP


def claims(words: str, predicate: URIRef) -> list[Claim]:
    """Return what is claimed by a property in an article of a few words, published on a Thursday."""
    found = _run.run(text.read(Article("a.txt", words, published=dt.date(2025, 4, 3))))
    return [c for c in found.claims if c.predicate == predicate]


def test_on_whose_word() -> None:
    """What is told in what someone said is told on the word of that statement."""
    [claim] = claims("Maria Silva said that Jonas Berg had visited Geneva.", DIP.visitor)

    assert claim.according_to is not None
    assert claim.according_to.kind == DIP.Statement


def test_on_the_word_of_the_article() -> None:
    """What stands outside of what is said is the article's own."""
    [claim] = claims("Jonas Berg visited Geneva. Maria Silva said that it rained.", DIP.visitor)

    assert claim.according_to is None


def test_announces() -> None:
    """A statement announces what its content tells as planned, and nothing that has happened."""
    [claim] = claims("Maria Silva said that Jonas Berg would visit Geneva in May.", DIP.announces)

    assert isinstance(claim.object, Node)
    assert (claim.subject.kind, claim.object.kind) == (DIP.Statement, DIP.Visit)
    assert claims("Maria Silva said that Jonas Berg had visited Geneva.", DIP.announces) == []


AT = {
    "at the meeting": ("At a meeting with Jonas Berg, Maria Silva said that it rained.", 1),
    "during the meeting told before": (
        "Maria Silva met Jonas Berg. During the meeting, Silva said that it rained.",
        1,
    ),
    "of a meeting told of within what is said": (
        "Maria Silva met Jonas Berg. Silva said that it rained during the meeting.",
        0,
    ),
    "during a meeting of nobody": ("During the meeting, Maria Silva said that it rained.", 0),
    "of another meeting": ("Maria Silva said that she had met Jonas Berg.", 0),
    "in another sentence": ("Maria Silva met Jonas Berg. Lena Holm said that it rained.", 0),
}


@pytest.mark.parametrize(("words", "number"), AT.values(), ids=AT)
def test_said_at(words: str, number: int) -> None:
    """Something is said at the meeting that its sentence tells outside of what is said."""
    assert len(claims(words, DIP.at)) == number


def test_during_a_visit() -> None:
    """A meeting during a visit is part of it, and where it led."""
    words = "Jonas Berg met Maria Silva during a visit to Geneva."
    [part] = claims(words, DIP.partOf)
    meeting = [c.object.key for c in claims(words, DIP.place) if c.subject == part.subject]

    assert (part.subject.kind, getattr(part.object, "kind", None)) == (DIP.Meeting, DIP.Visit)
    assert [key.partition(":")[2] for key in meeting] == ["geneva"]


def test_said_when() -> None:
    """A statement is dated by the words of time that go with its verb."""
    words = "Maria Silva said on Monday that it rained."

    assert [c.object for c in claims(words, DIP.earliest)] == [Value("2025-03-31", "date")]


def test_about() -> None:
    """A record is about the topics that its words name; each is claimed with its label."""
    words = "Maria Silva said that the Zangezur corridor was useful."
    [claim] = claims(words, DIP.about)

    assert (claim.subject.kind, getattr(claim.object, "kind", None)) == (DIP.Statement, DIP.Topic)


def test_topic_rests_on_the_sentence_that_names_it() -> None:
    """A topic of an agreement told in two sentences cites the one that has the topic's words."""
    words = (
        "China and Azerbaijan signed a treaty on energy. The treaty outlined cooperation in migration, "
        "and the two countries praised it."
    )
    found = claims(words, DIP.about)
    told = {(c.object.key, words[s.start : s.end][:7]) for c in found for s in c.spans}  # type: ignore[union-attr]

    assert ("topic:migration", "China a") not in told
    assert ("topic:energy", "China a") in told


def test_words_rest_on_the_sentence_that_holds_them() -> None:
    """What was said cites the sentence of the words, whatever else tells of the saying."""
    words = "Envoys agree on trade\n\nOn Monday, Maria Silva said: “Trade will grow.” She left."
    [claim] = claims(words, DIP.text)

    assert all("Trade will grow" in words[s.start : s.end] for s in claim.spans)


@pytest.mark.parametrize(
    ("words", "sayings"),
    [
        ("Somalia recalled its ambassador from Kenya on Monday.", 0),
        ("Peru declared five Venezuelan diplomats persona non grata.", 0),
        ("Norway ordered two Kenyan diplomats to leave.", 0),
        ("Peru recalled its ambassador to Chile, the Chilean Foreign Ministry said.", 1),
        ("Peru recalled that the two states had been friends for a hundred years.", 1),
        ("Peru declared that the border was closed.", 1),
    ],
    ids=["recall", "expulsion", "order", "told of a deed", "clause", "clause of declare"],
)
def test_deed_is_no_saying(words: str, sayings: int) -> None:
    """A verb that tells of a deed done to somebody tells of no saying, though it often does elsewhere."""
    assert len(claims(words, DIP.speaker)) == sayings
