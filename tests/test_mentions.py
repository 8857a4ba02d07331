"""Where in a text which actors are meant, in which form, and by which words."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reads import meant, named, read, worded

from kg.vocab import DIP, local

FORMS = {
    "name": ("Ada Weber left.", "Ada Weber", "name"),
    "surname": ("Ada Weber left. Weber slept.", "Weber", "name"),
    "title beside a name": ("President Ada Weber left.", "President", "title"),
    "title without a name": ("President Ada Weber left. The President slept.", "President", "title"),
    "title of someone unnamed": ("The Italian President left.", "President", "description"),
    "pronoun": ("Ada Weber left. She slept.", "She", "pronoun"),
    "description": ("Italian officials left.", "Italian officials", "description"),
    "side": ("The Italian side left.", "Italian side", "name"),
    "place": ("They left Milan.", "Milan", "place"),
}


@pytest.mark.parametrize(("text", "words", "expected"), FORMS.values(), ids=FORMS.keys())
def test_mentions_have_forms(text: str, words: str, expected: str) -> None:
    """A mention is a name, a title, a pronoun, a description or a place."""
    reading = read(text)

    actual = [m.form for m in reading.mentions if worded(reading, m) == words]

    assert expected in actual


KINDS = {
    "capital that acts": ("Rome said that it agreed.", "Rome", "State"),
    "capital beside another": ("Talks between Rome and Paris began.", "Paris", "State"),
    "capital where they met": ("They met in Rome.", "Rome", "Place"),
    "government": ("The Italian government agreed.", "Italian government", "State"),
    "side": ("The Italian side agreed.", "Italian side", "State"),
    "officials": ("Italian officials agreed.", "Italian officials", "Group"),
    "someone unnamed": ("The Italian President agreed.", "President", "Person"),
    "unnamed official": ("A senior official agreed.", "senior official", "Person"),
    "ministry": ("The trade ministry agreed.", "trade ministry", "Organization"),
}


@pytest.mark.parametrize(("text", "words", "expected"), KINDS.values(), ids=KINDS.keys())
def test_mentions_mean_actors_of_a_class(text: str, words: str, expected: str) -> None:
    """A capital that acts is a state, one in which something happens is a place."""
    reading = read(text)
    mention = next(m for m in reading.mentions if worded(reading, m) == words)

    actual = [local(node.kind) for node in mention.actors]

    assert actual == [expected]


SAME = {
    "body told before": ("The Ministry of Trade agreed. The ministry paid.", "ministry", "Ministry of Trade"),
    "group told before": ("Italian officials agreed. The officials paid.", "officials", "Italian officials"),
    "government told before": ("Italy agreed. The government paid.", "government", "Italy"),
}


@pytest.mark.parametrize(("text", "words", "expected"), SAME.values(), ids=SAME.keys())
def test_descriptions_mean_what_was_told(text: str, words: str, expected: str) -> None:
    """A description with an article means the body, group or state told before."""
    actual = meant(read(text), words)

    assert actual == [expected]


def test_plural_title_means_all_its_holders() -> None:
    """A title in the plural means everyone who holds it."""
    reading = read("Presidents Ada Weber and John Smith met.")

    actual = meant(reading, "Presidents")

    assert actual == ["Ada Weber", "John Smith"]


def test_nouns_alone_are_no_bodies() -> None:
    """A body's noun that means nothing told before is a body of its own, without an article none."""
    assert meant(read("The ministry agreed."), "ministry") == ["ministry"]
    assert [m for m in read("Ministry agreed.").mentions if m.form == "description"] == []


def test_references_carry_no_words() -> None:
    """Words name or describe; a pronoun, and a title of someone named, only refer."""
    reading = read("President Ada Weber left. She slept. Italian officials woke.")

    actual = {worded(reading, m): m.words is not None for m in reading.mentions}

    assert actual == {"President": False, "Ada Weber": True, "She": False, "Italian officials": True}


PARTS = (
    "Italian President Ada Weber met John Smith in Rome.",
    "The two leaders praised the Ministry of Trade (MOT).",
    "He told Reuters that officials from France agreed.",
    "The ministry, MOT, and its envoys left.",
    "Both sides met, according to the Foreign Minister of Italy, Ada Weber.",
)


@settings(max_examples=25, deadline=None)  # each example is parsed, which takes some milliseconds
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4))
def test_mentions_never_overlap(parts: list[str]) -> None:
    """Mentions are sorted, none overlaps another, each holds its head and means somebody."""
    reading = read(" ".join(parts))

    assert all(one.end <= other.start for one, other in pairwise(reading.mentions))
    assert all(m.start <= m.head < m.end for m in reading.mentions)
    assert all(m.actors for m in reading.mentions)
    assert all(named(reading, node) for m in reading.mentions for node in m.actors)


def test_states_are_one_node() -> None:
    """A state is the same whether named by itself, its capital or its side."""
    reading = read("Italy agreed. Rome said so. The Italian side paid.")

    actual = {node for m in reading.mentions for node in m.actors if node.kind == DIP.State}

    assert len(actual) == 1


BESIDE = {
    "state in short": ("U.S. officials agreed.", "officials", "U.S. officials"),
    "state with a possessive": (
        "Kenya’s representatives left.",
        "representatives",
        "Kenya’s representatives",
    ),
    "organisation": ("ASEAN leaders met.", "leaders", "ASEAN leaders"),
    "number before": ("Two ILO experts came.", "experts", "ILO experts"),
    "delegation": ("The EU delegation left.", "delegation", "EU delegation"),
}


@pytest.mark.parametrize(("text", "words", "expected"), BESIDE.values(), ids=BESIDE.keys())
def test_groups_are_told_beside_a_name(text: str, words: str, expected: str) -> None:
    """A group named by a body or state is one of its own, described by all the words; the name stays."""
    reading = read(text)
    group = next(m for m in reading.mentions if worded(reading, m) == words)

    actual = (meant(reading, words), local(group.actors[0].kind), len(reading.mentions))

    assert actual == ([expected], "Group", 2)


def test_indefinite_two_are_a_group() -> None:
    """Officials that a number alone counts are not two persons told before."""
    reading = read("Ada Weber met John Smith. Two officials left.")

    actual = meant(reading, "officials")

    assert actual == ["officials"]


def test_named_body_is_no_description() -> None:
    """A body's name behind a possessive stays a name."""
    reading = read("Kenya’s Ministry of Trade agreed.")

    actual = [(worded(reading, m), m.form) for m in reading.mentions]

    assert actual == [("Kenya", "name"), ("Ministry of Trade", "name")]
