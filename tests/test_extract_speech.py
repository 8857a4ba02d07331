"""Syntax of acts of saying: subjects, agents, assertion, and the extent of the content."""

import pytest
from sayings import marked, piece

from kg.extract import _speech as speech
from kg.model import Span

SUBJECTS = {
    "before the verb": ("Peru [said] so.", "Peru"),
    "of a joined verb": ("Peru left and [said] so.", "Peru"),
    "of a participle": ("Peru spoke, [adding] that it rained.", "Peru"),
    "after the verb": ("“It will rain,” [said] Peru.", "Peru"),
    "after the verb, with a title": ("“It will rain”, [recalled] the Minister.", "Minister"),
    "relative": ("Peru praised the envoy, who [said] so.", "envoy"),
    "of an infinitive": ("Peru went on to [say] that it rained.", "Peru"),
    "nearest of two": ("The outlet Reuters [reported] that it rained.", "Reuters"),
    "of an auxiliary verb": ("Peru has [said] so.", "Peru"),
}
NO_SUBJECT = {
    "order": "[Say] so.",
    "joined to an order": "Leave and [say] so.",
}


@pytest.mark.parametrize(("words", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_subject(words: str, expected: str) -> None:
    """The subject is the verb's own, that of the verb it is joined to, or what a relative pronoun means."""
    found = speech.subject(marked(words)[1])

    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize("words", NO_SUBJECT.values(), ids=NO_SUBJECT)
def test_no_subject(words: str) -> None:
    """A verb without a subject has none."""
    assert speech.subject(marked(words)[1]) is None


PASSIVES = {
    "passive": ("The pact was [praised] by Peru.", "Peru"),
    "passive with two": ("The pact was [praised] by Peru and Chile.", "Peru"),
    "passive without an agent": ("The pact was [praised].", None),
    "participle behind a noun": ("A statement [issued] by Peru praised it.", "Peru"),
}


@pytest.mark.parametrize(("words", "expected"), PASSIVES.values(), ids=PASSIVES)
def test_agent_of_a_passive(words: str, expected: str | None) -> None:
    """Who does what a passive tells stands after "by", if anybody does."""
    verb = marked(words)[1]
    by = speech.agent(verb)

    assert speech.is_passive(verb)
    assert (by and by.text) == expected


def test_active_is_no_passive() -> None:
    """A verb with a subject of its own is active."""
    assert not speech.is_passive(marked("Peru [praised] the pact.")[1])


ASSERTED = {
    "past": "Peru [said] so.",
    "present": "Peru [says] so.",
    "perfect": "Peru has [said] so.",
    "going on": "Liu Jianchao went on to [say] that trade had grown.",
    "going on, taken for a purpose": "He went on to [say] that trade had grown.",
    "emphatic": "Peru did [say] so.",
    "joined": "Peru left and [said] so.",
    "participle": "Peru left, [saying] so.",
    "passive": "The pact was [praised].",
}
NOT_ASSERTED = {
    "negated": "Peru did not [say] so.",
    "never": "Peru never [said] so.",
    "future": "Peru will [say] so.",
    "future, short": "They’ll [say] so.",
    "conditional": "Peru would [say] so.",
    "duty": "Peru should [say] so.",
    "possible": "Peru may [say] so.",
    "if": "If Peru [said] so, it rained.",
    "unless": "Unless Peru [says] so, it rains.",
    "whether": "It asked whether Peru [said] so.",
    "wish": "Peru wanted to [say] so.",
    "order": "Peru was told to [say] so.",
    "joined to a negation": "Peru did not leave and [say] so.",
    "negated going on": "Peru did not go on to [say] so.",
}


@pytest.mark.parametrize("words", ASSERTED.values(), ids=ASSERTED)
def test_asserted(words: str) -> None:
    """What is told as done is asserted."""
    assert speech.is_asserted(marked(words)[1])


@pytest.mark.parametrize("words", NOT_ASSERTED.values(), ids=NOT_ASSERTED)
def test_not_asserted(words: str) -> None:
    """What is denied, wished, possible, conditional or still to come is not."""
    assert not speech.is_asserted(marked(words)[1])


CLAUSES = {
    "that": ("Peru [said] that it rained.", "rained"),
    "without that": ("Peru [said] it rained.", "rained"),
    "infinitive": ("Peru [pledged] to leave.", "leave"),
    "question": ("Peru [asked] whether it rained.", "rained"),
    "after a statement": (
        "The ministry [said] in a statement that a report by Reuters was long.",
        "was",
    ),
    "after an interview with two": (
        "Liu [said] in an interview with Reuters and Xinhua that trade had grown.",
        "grown",
    ),
    "no clause": ("Peru [said] so.", None),
    "clause of an object": ("Peru [praised] the report that it had rained.", None),
    "a participle goes along": ("Peru [spoke], waving its flag.", None),
}


@pytest.mark.parametrize(("words", "expected"), CLAUSES.values(), ids=CLAUSES)
def test_clause(words: str, expected: str | None) -> None:
    """The clause that a verb takes is known by its head."""
    head = speech.clause(marked(words)[1])

    assert (head and head.text) == expected


EXTENTS = {
    "phrase": ("Peru praised the new [pact] with Chile.", "the new pact with Chile"),
    "with a closing mark": ("Peru praised a [pact] called ‘Eden’.", "a pact called ‘Eden’"),
    "with a bracket": ("Peru praised the [pact] (of 2016).", "the pact (of 2016)"),
    "one word": ("[Peru] left.", "Peru"),
}


@pytest.mark.parametrize(("words", "expected"), EXTENTS.values(), ids=EXTENTS)
def test_extent(words: str, expected: str) -> None:
    """The extent is all that depends on a word, without the full stop and commas at the edges."""
    reading, token = marked(words)

    assert piece(reading, speech.extent(token)) == expected


def test_extent_is_exact() -> None:
    """The range counts code points, half-open."""
    assert speech.extent(marked("Peru praised the new [pact].")[1]) == Span(13, 25)


def test_phrases() -> None:
    """Each object of a preposition comes with its preposition, in the order of the text."""
    found = speech.phrases(marked("Peru [spoke] to Chile about wheat.")[1])

    assert [(p, t.text) for p, t in found] == [("to", "Chile"), ("about", "wheat")]


def test_lemma_is_in_lower_case() -> None:
    """A capital at the head of a sentence does not change the lemma."""
    assert speech.lemma(marked("[Reports] spread.")[1]) == "report"


def test_child_is_the_first_in_the_order_of_the_text() -> None:
    """Of several words in a function the first is returned; None where none is."""
    verb = marked("Peru [gave] Chile wheat.")[1]
    found = speech.child(verb, "nsubj")

    assert found is not None
    assert found.text == "Peru"
    assert speech.child(verb, "agent") is None
