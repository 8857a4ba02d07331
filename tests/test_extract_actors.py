"""What is claimed of the actors and places that records speak of."""

from rdflib import RDF, RDFS, URIRef

from kg import text
from kg.extract import _actors
from kg.model import Article, Claim, Node, Value
from kg.text.reading import Reading
from kg.vocab import DIP

WORDS = "Kenyan Foreign Minister Maria Silva spoke. It rained. Silva praised the state-run agency Tass."


def read(words: str) -> Reading:
    """Return an article of a few words as read."""
    return text.read(Article("a.txt", words))


def claims(words: str) -> list[Claim]:
    """Return the claims on every actor of a text."""
    reading = read(words)
    return list(_actors.claims(reading, [a.node for a in reading.actors]))


def _of(words: str, kind: URIRef, predicate: URIRef) -> list[Claim]:
    return [c for c in claims(words) if c.subject.kind == kind and c.predicate == predicate]


def test_class_rests_on_the_first_sentence() -> None:
    """An actor's class cites the sentence that names it first."""
    [claim] = _of(WORDS, DIP.Person, RDF.type)

    assert claim.object == DIP.Person
    assert [WORDS[s.start : s.end] for s in claim.spans] == ["Kenyan Foreign Minister Maria Silva spoke."]


def test_names_rest_on_their_sentences() -> None:
    """Each form of a name cites the sentence where it stands first."""
    found = {
        c.object.text: WORDS[c.spans[0].start : c.spans[0].end]
        for c in _of(WORDS, DIP.Person, RDFS.label)
        if isinstance(c.object, Value)
    }

    assert found == {
        "Maria Silva": "Kenyan Foreign Minister Maria Silva spoke.",
        "Silva": "Silva praised the state-run agency Tass.",
    }


def test_ownership() -> None:
    """Who runs an outlet is told in the words of the source."""
    found = _of(WORDS, DIP.Organization, DIP.ownership)

    assert {c.object for c in found} == {Value("state-run")}


def test_only_what_is_used() -> None:
    """Nothing is claimed of an actor that no record speaks of."""
    reading = read(WORDS)

    assert list(_actors.claims(reading, [])) == []


def test_country_follows() -> None:
    """The state that an actor belongs to is claimed as well, with its own class."""
    reading = read("The Kenyan Ministry of Health sang. Kenya was pleased.")
    bodies = [a.node for a in reading.actors if a.node.kind == DIP.Organization]
    found = list(_actors.claims(reading, bodies))
    [country] = [c.object for c in found if c.predicate == DIP.country]
    [state] = [c.subject for c in found if c.predicate == RDF.type and c.object == DIP.State]

    assert country == state
    assert state.registry == "KEN"


def test_other_nodes_are_left_alone() -> None:
    """A meeting or a topic is no actor: its own family speaks of it."""
    reading = read(WORDS)

    assert list(_actors.claims(reading, [Node("a.txt", DIP.Meeting, "meeting:0")])) == []
