"""The wider issues of topics: those of the registry's rows, and those that an article's own words tell."""

from rdflib import RDFS, SKOS

from kg.extract._issues import claims
from kg.model import Claim, Node, Span, Value
from kg.vocab import DIP

AT = (Span(0, 9),)


def topic(key: str, row: str | None = None) -> Node:
    """Return a topic of an article."""
    return Node("a.txt", DIP.Topic, f"topic:{key}", row)


def above(node: Node, words: str) -> tuple[list[str], list[str]]:
    """Return to which rows a topic leads, and the rows of all topics that are told besides."""
    told = list(claims([Claim(node, RDFS.label, Value(words), AT, "test")]))
    rows = [c.subject.registry or "" for c in told if c.predicate == RDFS.label]
    return [
        c.object.registry or "" for c in told if c.predicate == SKOS.broader and isinstance(c.object, Node)
    ], rows


def test_topic_in_words_of_its_own() -> None:
    """It leads to the topic named in it; the wider ones of that stand too."""
    assert above(topic("x"), "supplies of natural gas") == (["gas"], ["gas", "energy"])


def test_topic_of_the_registry() -> None:
    """What it leads to is told by the links; the wider ones only have to stand."""
    assert above(topic("gas", "gas"), "gas supplies") == ([], ["energy"])


def test_topic_called_as_a_row() -> None:
    """A topic that is called as one of the registry leads above that, and never to itself."""
    assert above(topic("natural gas"), "natural gas") == (["energy"], ["energy"])


def test_word_of_an_issue() -> None:
    """Where no name stands in it, its words tell."""
    assert above(topic("x"), "mutual assistance of customs services") == (["trade"], ["trade", "economy"])


def test_unknown_words() -> None:
    """Where nothing tells, a topic leads nowhere."""
    assert above(topic("x"), "spoons") == ([], [])


def test_claims_are_cited_and_tell_their_basis() -> None:
    """Each rests on the words of the topic and on the row that tells the issue."""
    told = list(claims([Claim(topic("x"), RDFS.label, Value("customs services"), AT, "test")]))

    assert {c.spans for c in told} == {AT}
    assert [c.basis for c in told if c.predicate == SKOS.broader] == ["kg/registry/issues.tsv: trade"]
