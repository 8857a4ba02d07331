"""Acts of saying over a whole article: merged, ordered, nested; and their records."""

import pytest
from rdflib import RDF
from sayings import ASADOV, LIU, acts, names, objects, piece, read, told

from kg.extract import _acts, _statements
from kg.extract._act import Act, span, touched
from kg.model import Node, Span, Value
from kg.vocab import DIP

WEBER = Node("a.txt", DIP.Person, "person:ada weber")
PERU = Node("a.txt", DIP.State, "state:PER")


def act(*speakers: Node, content: Span | None = None) -> Act:
    """Return an act of speakers."""
    return Act(Span(0, 4), speakers, content, [], "statement.say")


def test_act_covers_its_content_and_quotations() -> None:
    """Words lie in an act where its content holds them whole."""
    one = act(WEBER, content=Span(5, 20))

    assert one.covers(Span(5, 20))
    assert one.covers(Span(8, 9))
    assert not one.covers(Span(4, 9))
    assert not act(WEBER).covers(Span(8, 9))


def test_size_of_an_act() -> None:
    """An act is as long as its content in code points; one that only passes on has none."""
    assert (act(WEBER, content=Span(5, 20)).size(), act(WEBER).size()) == (15, 0)


def test_same_speakers_in_any_order() -> None:
    """The order of speakers tells nothing."""
    assert act(WEBER, PERU).is_by(act(PERU, WEBER))
    assert not act(WEBER).is_by(act(WEBER, PERU))


def test_range_of_a_word() -> None:
    """A token's range is that of its letters."""
    reading = read("It rained.")

    assert [span(t) for t in reading.doc] == [Span(0, 2), Span(3, 9), Span(9, 10)]


def test_sentences_that_a_range_touches() -> None:
    """A range over two sentences touches both, one between them none."""
    reading = read("It rained. It snowed.")

    assert touched(reading, Span(3, 14)) == [Span(0, 10), Span(11, 21)]
    assert touched(reading, Span(10, 11)) == []


def test_order_is_that_of_the_text() -> None:
    """Acts come by their triggers, whoever speaks."""
    reading = read(f"{ASADOV} said it rained. {LIU} said it snowed. {ASADOV} added that it hailed.")
    found = _acts.find(reading)

    assert [names(reading, a.speakers) for a in found] == [["Ali Asadov"], ["Liu Jianchao"], ["Ali Asadov"]]
    assert [a.trigger for a in found] == sorted(a.trigger for a in found)


MERGED = {
    "and": f"{LIU} said that trade had grown and added that wheat was dear.",
    "participle": f"{LIU} praised the treaty, saying that trade had grown.",
    "object and clause": f"{LIU} welcomed the treaty and stressed that trade had grown.",
    "thanks": f"{LIU} thanked Peru and expressed hope for the harvest.",
}


@pytest.mark.parametrize("words", MERGED.values(), ids=MERGED)
def test_verbs_of_one_speaker_in_one_sentence(words: str) -> None:
    """Two verbs by one speaker in a sentence are one act."""
    assert [who for who, _ in told(words)] == [["Liu Jianchao"]]


APART = {
    "two speakers": (f"{LIU} said it rained, and {ASADOV} said it snowed.", 2),
    "two sentences": (f"{LIU} said it rained. Liu said it snowed.", 2),
    "speaker and both": (f"{LIU} said it rained. {LIU} and {ASADOV} said it snowed.", 2),
}


@pytest.mark.parametrize(("words", "number"), APART.values(), ids=APART)
def test_acts_apart(words: str, number: int) -> None:
    """Other speakers and other sentences are other acts."""
    assert len(told(words)) == number


def test_unread_parts_tell_nothing() -> None:
    """What an article does not tell itself, such as advertising, yields no act."""
    words = f"{LIU} said it rained.\n\nPhoto: Liu Jianchao said it snowed/Reuters."

    assert [a.content for a in _acts.find(read(words))] == [Span(35, 44)]


def test_text_without_words() -> None:
    """Nothing is said in an empty text."""
    assert _acts.find(read("")) == ()


def test_record_claims() -> None:
    """A record claims its class first, then speaker, addressee, words and mode, each on its sentence."""
    reading = read(f"It rained. {LIU} told {ASADOV} that trade had grown.")
    [record] = _statements.records(reading, DIP.Statement)

    assert [c.predicate for c in record.claims] == [
        RDF.type,
        DIP.speaker,
        DIP.addressee,
        DIP.text,
        DIP.mode,
    ]
    assert {c.spans for c in record.claims} == {(reading.sentences[1].span,)}
    assert {c.subject for c in record.claims} == {record.node}


RULES = {
    "clause": (f"{LIU} said that it rained.", "statement.say"),
    "object": (f"{LIU} praised the treaty.", "statement.stress"),
    "light verb": (f"{LIU} expressed concern.", "statement.express"),
    "according to": (f"According to {LIU}, it rained.", "statement.according-to"),
    "noun": ("Peru’s claim that it rained was old.", "statement.noun"),
}


@pytest.mark.parametrize(("words", "rule"), RULES.values(), ids=RULES)
def test_rule(words: str, rule: str) -> None:
    """A claim names the rule that found it; codes have rules of their own."""
    [record] = acts(read(words))

    assert {c.rule for c in record.claims if c.predicate != DIP.code} == {rule}


def test_kinds_are_kept_apart() -> None:
    """Denials are no statements, and both together are all that is said."""
    reading = read("Iraq alleged that Turkey had shelled a resort. Turkey denied shelling it.")
    statements = _statements.records(reading, DIP.Statement)
    denials = _statements.records(reading, DIP.Denial)

    assert [piece(reading, r.trigger) for r in statements] == ["alleged"]
    assert [piece(reading, r.trigger) for r in denials] == ["denied"]
    assert {r.node.kind for r in denials} == {DIP.Denial}


def test_nodes_are_unique() -> None:
    """No two acts of an article share a node, a chain and its source included."""
    found = acts(read(f"Sputnik reported that {LIU} told Reuters that {ASADOV} said it rained. He left."))
    nodes = [r.node for r in found]

    assert len(nodes) == len(set(nodes))


def test_own_words_are_no_addressee() -> None:
    """Who speaks is not told what he says himself."""
    [record] = acts(read(f"{LIU} told Liu that it rained."))

    assert objects(record, DIP.addressee) == []


def test_acts_are_found_once() -> None:
    """All who ask about one article get the same acts; another article has its own."""
    one, other = read(f"{LIU} said it rained."), read("Peru said it snowed.")

    assert _acts.find(one) is _acts.find(one)
    assert [a.content for a in _acts.find(other)] == [Span(10, 19)]


ABOVE = "Trade grew last year. Wheat was dear."


@pytest.mark.parametrize("gap", [" ", "\n\n"], ids=["the same paragraph", "the paragraph before"])
def test_this_means_the_sentences_above(gap: str) -> None:
    """Of the sentences above, "this was stated by" tells who said them, and rests on them too."""
    reading = read(f"{ABOVE}{gap}This was stated by {LIU} at a meeting.")
    (record,) = acts(reading)

    assert names(reading, objects(record, DIP.speaker)) == ["Liu Jianchao"]
    assert [v.text for v in objects(record, DIP.text) if isinstance(v, Value)] == [ABOVE]
    assert piece(reading, record.claims[0].spans[0]) == "Trade grew last year."
    assert len(record.claims[0].spans) == 3


NOTHING_ABOVE = {
    "a title": f"Trade grows\nThis was stated by {LIU} at a meeting.",
    "words of his own": f"{LIU} said that trade had grown. He stated this at a meeting.",
    "another’s words": f"{ASADOV} said that trade had grown. {LIU} said this as well.",
}


@pytest.mark.parametrize("words", NOTHING_ABOVE.values(), ids=NOTHING_ABOVE)
def test_this_means_no_title_and_no_other_saying(words: str) -> None:
    """Where nothing above is without a speaker, "this" adds no act."""
    assert [r for r in acts(read(words)) if r.claims[0].rule == "statement.this"] == []
