"""An article as read answers who is meant by a word, where, and in which sentence."""

import pytest
from reads import named, read, worded

from kg.model import Span
from kg.text.reading import Reading

TEXT = "Ada Weber and John Smith met in Rome and Milan. The agency, Xinhua, said so."


def who(reading: Reading, word: str) -> list[str]:
    """Return the names of the actors of the phrase that a word heads."""
    token = next(t for t in reading.doc if t.text == word)
    return [named(reading, node) for node in reading.who(token)]


WHO = {
    "name with what is joined": ("Weber", ["Ada Weber", "John Smith"]),
    "second of two": ("Smith", ["John Smith"]),
    "name in apposition": ("agency", ["Xinhua"]),
    "place": ("Milan", []),
    "other word": ("met", []),
}


@pytest.mark.parametrize(("word", "expected"), WHO.values(), ids=WHO.keys())
def test_actors_of_a_phrase(word: str, expected: list[str]) -> None:
    """A word means the actors of its mention, those joined to it, and a name in apposition; no places."""
    actual = who(read(TEXT), word)

    assert actual == expected


def test_places_of_a_phrase() -> None:
    """A word means the places of its mention, and those joined to it."""
    reading = read(TEXT)
    token = next(t for t in reading.doc if t.text == "Rome")

    actual = [named(reading, node) for node in reading.where(token)]

    assert actual == ["Rome", "Milan"]


def test_mention_of_a_token() -> None:
    """Each token of a mention leads to it, other tokens to none."""
    reading = read(TEXT)
    first, second, third = (reading.mention(reading.doc[i]) for i in range(3))

    assert first is not None
    assert (first, third) == (second, None)


def test_sentence_of_a_token() -> None:
    """Each token that is read leads to its sentence."""
    reading = read(TEXT)

    assert reading.sentence(0) == reading.sentences[0]
    assert reading.sentence(len(reading.doc) - 1) == reading.sentences[1]


def test_token_that_is_not_read_has_no_sentence() -> None:
    """A token in a part that yields no records has no sentence."""
    reading = read("Weber left. (Photo: Smith)")

    actual = reading.sentence(len(reading.doc) - 1)

    assert actual is None


def test_actor_is_known_by_node() -> None:
    """What an article tells of an actor is found by its node."""
    reading = read(TEXT)
    first = reading.actors[0]

    assert reading.actor(first.node) == first
    assert first.names == (("Ada Weber", Span(0, 9)),)


def test_joined_to_the_name_behind_a_title() -> None:
    """Who is joined to a name that stands behind its title is listed with the title."""
    reading = read("Egypt's President Omar Haddad and Foreign Minister Anna Berg left.")
    [subject] = [t for t in reading.doc if t.dep_ == "nsubj"]

    assert [n.key for n in reading.who(subject)] == ["person:omar haddad", "person:anna berg"]


def test_sentences_that_words_touch() -> None:
    """Words touch each sentence that they share a letter with; the space between two belongs to neither."""
    reading = read("Weber left. Smith slept. Lee sang.")
    ranges = [Span(0, 5), Span(8, 14), Span(11, 12), Span(12, 40), Span(40, 50)]

    actual = [[reading.number(s) for s in reading.touched(words)] for words in ranges]

    assert actual == [[0], [0, 1], [], [1, 2], []]


def test_where_actors_are_meant() -> None:
    """A sentence knows those it means, an actor the first sentence that means it."""
    reading = read("Peru agreed. Chile and Peru met. Rain fell.")
    first, second, third = reading.sentences
    peru, chile = (a.node for a in reading.actors)

    assert [[worded(reading, m) for m in reading.mentioned(s)] for s in (second, third)] == [
        ["Chile", "Peru"],
        [],
    ]
    assert (reading.first(peru), reading.first(chile)) == (first, second)
