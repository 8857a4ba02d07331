"""Whose words quotations are: forms of marks, places of the verb, paragraphs that run on, words alone."""

import pytest
from rdflib import RDF
from sayings import ASADOV, LIU, acts, objects, piece, read, told

from kg.vocab import DIP

Q = "We are glad about the whole treaty"
FORMS = {
    "curly double": f"“{Q},” LIU said.",
    "curly double, comma outside": f"“{Q}”, LIU said.",
    "straight double": f'"{Q}," LIU said.',
    "curly single": f"‘{Q},’ LIU said.",
    "curly single, comma outside": f"‘{Q}’, LIU said.",
    "straight single": f"'{Q}', LIU said.",
    "guillemets": f"«{Q}», LIU said.",
    "inverted": f"“{Q},” said LIU.",
    "after the verb": f"LIU said, “{Q}.”",
    "after a colon": f"LIU said: “{Q}.”",
    "after the verb, single": f"LIU said: ‘{Q}’.",
    "with a day": f"“{Q},” LIU said on Wednesday.",
    "with a place": f"“{Q},” LIU said in Lima.",
    "told to the press": f"“{Q},” LIU told journalists.",
    "stated": f"“{Q},” LIU stated.",
    "stressed": f"“{Q},” LIU stressed.",
    "wrote": f"“{Q},” LIU wrote.",
    "added at the head": f"LIU added: “{Q}.”",
    "according to": f"“{Q},” according to LIU.",
}


@pytest.mark.parametrize("words", FORMS.values(), ids=FORMS)
def test_quotation_is_the_speakers(words: str) -> None:
    """Marks of each kind, before the verb or after it, hold the words of who says them."""
    [(who, said)] = told(words.replace("LIU", LIU))

    assert who == ["Liu Jianchao"]
    assert said.strip(",.") == Q


@pytest.mark.parametrize("words", FORMS.values(), ids=FORMS)
def test_quotation_is_direct(words: str) -> None:
    """Quoted words are told in direct speech."""
    [record] = acts(read(words.replace("LIU", LIU)))

    assert objects(record, DIP.mode) == [DIP.Direct]


INDIRECT = {
    "clause": f"{LIU} said that trade had grown.",
    "object": f"{LIU} praised the treaty.",
    "according to": f"According to {LIU}, trade had grown.",
}


@pytest.mark.parametrize("words", INDIRECT.values(), ids=INDIRECT)
def test_words_without_marks_are_indirect(words: str) -> None:
    """What stands in no marks is told in indirect speech."""
    [record] = acts(read(words))

    assert objects(record, DIP.mode) == [DIP.Indirect]


def test_quotation_parted_by_the_verb_is_one_act() -> None:
    """Words before and after the verb belong to one saying, whose text is the longer part."""
    words = f"“We are glad,” {LIU} said, “about the whole treaty and about the harvest.”"
    actual = told(words)

    assert actual == [(["Liu Jianchao"], "about the whole treaty and about the harvest.")]


def test_quotation_over_several_sentences_is_one_act() -> None:
    """A verb inside the paragraph gives its speaker to all sentences within the marks."""
    words = f"“We are glad. We thank Peru for the whole treaty,” {LIU} said."
    [record] = acts(read(words))

    assert [piece(read(words), s) for s in record.claims[0].spans] == [
        "“We are glad.",
        f"We thank Peru for the whole treaty,” {LIU} said.",
    ]


def test_quotation_over_two_paragraphs() -> None:
    """A quotation that a paragraph leaves open goes on in the next, and is one act."""
    words = f"{LIU} said: “We are glad about the treaty.\n\n“We thank Peru for it.”"
    [record] = acts(read(words))

    assert len(record.claims[0].spans) == 2


def test_sentence_after_a_quotation_belongs_to_it() -> None:
    """Within a paragraph a quotation without a verb goes on with what was said before."""
    [record] = acts(read(f"“{Q},” {LIU} said. “We thank Peru for all of it.”"))

    assert len(record.claims[0].spans) == 2


ALONE = {
    "own paragraph": f"{LIU} said that trade had grown.\n\n“{Q}.”",
    "own paragraph, single marks": f"{LIU} said that trade had grown.\n\n‘{Q}.’",
    "after two speakers": f"{ASADOV} spoke first.\n\n{LIU} said that trade had grown.\n\n“{Q}.”",
}


@pytest.mark.parametrize("words", ALONE.values(), ids=ALONE)
def test_quotation_that_stands_alone_has_the_last_speaker(words: str) -> None:
    """A paragraph of quoted words alone is a saying of who spoke last."""
    who, said = told(words)[-1]

    assert who == ["Liu Jianchao"]
    assert said.strip(".") == Q


def test_act_of_a_quotation_that_stands_alone() -> None:
    """Its trigger is the quotation with its marks, its scope the words within."""
    words = f"{LIU} said that trade had grown.\n\n“{Q}.”"
    reading = read(words)
    record = acts(reading)[-1]

    assert piece(reading, record.trigger) == f"“{Q}.”"
    assert piece(reading, record.scope) == f"{Q}."
    assert record.claims[0].rule == "statement.goes-on"
    assert record.claims[0].predicate == RDF.type


NOBODY = {
    "nobody spoke": f"“{Q}.”",
    "name in marks": "The ‘Eden’ sailed to Lima.",
    "ironic": "The so-called ‘harvest’ was small.",
    "title": "The film ‘A Whole Treaty of Rain’ was shown.",
    "spoke later": f"“{Q}.”\n\nIt rained in Lima.",
}


@pytest.mark.parametrize("words", NOBODY.values(), ids=NOBODY)
def test_marks_alone_say_nothing(words: str) -> None:
    """Quoted words without anybody who spoke before are no act, names in marks never."""
    assert told(words) == []


def test_name_in_marks_is_not_what_is_said() -> None:
    """Marks around a name within the content do not cut the content down to it."""
    actual = told(f"{LIU} said that the ‘Eden’ had sailed to Lima.")

    assert actual == [(["Liu Jianchao"], "that the ‘Eden’ had sailed to Lima")]


def test_verb_within_a_quotation_is_its_speakers() -> None:
    """A verb in a quotation ("we urge") is part of what is said, and no second act."""
    actual = told(f"“We urge Peru to lift the blockade of the port,” {LIU} said.")

    assert [who for who, _ in actual] == [["Liu Jianchao"]]


def test_saying_of_another_within_a_quotation_is_told_by_the_speaker() -> None:
    """Who tells in a quotation what another said reports him."""
    words = f"“{ASADOV} said that wheat was dear,” {LIU} said."
    actual = [who for who, _ in told(words)]

    assert ["Ali Asadov"] in actual


def test_two_quotations_of_two_speakers() -> None:
    """Each of two quotations in a paragraph goes to the verb of its sentence."""
    words = f"“Trade will grow,” {LIU} said. “Wheat will be dear,” {ASADOV} said."

    assert told(words) == [
        (["Liu Jianchao"], "Trade will grow,"),
        (["Ali Asadov"], "Wheat will be dear,"),
    ]
