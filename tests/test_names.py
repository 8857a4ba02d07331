"""Names in a text: of what kind, how far they reach, and which words are none."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reads import found, parsed

from kg.text.names import Name, find
from kg.text.titles import find as titles
from kg.vocab import local


def names(text: str) -> tuple[Name, ...]:
    """Return the names of a text."""
    doc, hits = parsed(text), found(text)
    return find(doc, hits, titles(doc, hits))


def told(text: str) -> list[tuple[str, str]]:
    """Return words and class of each name."""
    return [(parsed(text)[n.start : n.end].text, local(n.kind)) for n in names(text)]


FOUND = {
    "person": ("Ada Weber left.", ("Ada Weber", "Person")),
    "person behind a title": ("President Okafor left.", ("Okafor", "Person")),
    "person behind fields": (
        "Minister of Trade and Tourism Vijitha Herath left.",
        ("Vijitha Herath", "Person"),
    ),
    "person behind a comma": (
        "The Minister of Trade, Dilnoza Kaxorova, left.",
        ("Dilnoza Kaxorova", "Person"),
    ),
    "person behind a word of address": ("Ratu Wiliame Katonivere left.", ("Wiliame Katonivere", "Person")),
    "person behind it, before a title": (
        "Sheikh Jamal Nasser Al Bader Ambassador of Qatar left.",
        ("Jamal Nasser Al Bader", "Person"),
    ),
    "person called Don": ("Secretary of Commerce Don Graves left.", ("Don Graves", "Person")),
    "person with many particles": (
        "Sheikh Mohammed bin Abdulrahman bin Jassim Al-Thani left.",
        ("Mohammed bin Abdulrahman bin Jassim Al-Thani", "Person"),
    ),
    "daughter of": (
        "Minister of State Reem bint Ebrahim Al Hashimy left.",
        ("Reem bint Ebrahim Al Hashimy", "Person"),
    ),
    "person before his counterpart": (
        "The minister met with Radosław Sikorski, his Polish counterpart.",
        ("Radosław Sikorski", "Person"),
    ),
    "person behind a short form": (
        "The head of the Department of Trade (DOT) Ada Weber left.",
        ("Ada Weber", "Person"),
    ),
    "person called like a state": ("Jordan Smith left.", ("Jordan Smith", "Person")),
    "state": ("They left Italy.", ("Italy", "State")),
    "place": ("They left Rome.", ("Rome", "Place")),
    "organisation": ("They left NATO.", ("NATO", "Organization")),
    "outlet": ("They told Reuters.", ("Reuters", "Organization")),
    "body": ("They left the Ministry of Trade.", ("Ministry of Trade", "Organization")),
    "body with a state in it": (
        "They left the Parliament of Sri Lanka.",
        ("Parliament of Sri Lanka", "Organization"),
    ),
    "short form": ("The Federal Office of Trade (FOT) agreed.", ("FOT", "Organization")),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_names_are_found(text: str, expected: tuple[str, str]) -> None:
    """Persons, states, places and bodies are found in their full length, as what they are."""
    actual = told(text)

    assert expected in actual


ABSENT = {
    "part of a topic": ("They praised the Belt and Road Initiative.", "Belt"),
    "part of a title": ("The State Secretary Ada Weber left.", "State"),
    "demonym": ("The Italian left.", "Italian"),
    "fields alone": ("Minister of Trade left.", "Trade"),
    "state within a body": ("They left the Parliament of Sri Lanka.", "Sri Lanka"),
    "address": ("Mr. Weber left.", "Mr. Weber"),
}


@pytest.mark.parametrize(("text", "unexpected"), ABSENT.values(), ids=ABSENT.keys())
def test_other_words_are_no_names(text: str, unexpected: str) -> None:
    """Words of a title, of a longer name, or of address are no names of their own."""
    actual = [words for words, _ in told(text)]

    assert unexpected not in actual


def test_headline_is_cut_to_the_name_below() -> None:
    """In a headline a person's name ends where the text below ends it."""
    text = "President Weber Returns from Rome\n\nPresident Ada Weber came home on Monday."

    actual = [words for words, kind in told(text) if kind == "Person"]

    assert actual == ["Weber", "Ada Weber"]


def test_surname_is_found_again() -> None:
    """The surname of a person named in full is the person's wherever it stands alone."""
    text = "President Ilham Xudoyev left. In the evening Xudoyev returned."

    actual = [words for words, kind in told(text) if kind == "Person"]

    assert actual == ["Ilham Xudoyev", "Xudoyev"]


def test_short_form_is_found_again() -> None:
    """A body's short form in brackets is the body's wherever it stands."""
    text = "The Federal Office of Trade (FOT) agreed. Later FOT refused."

    actual = [words for words, kind in told(text) if kind == "Organization"]

    assert actual == ["Federal Office of Trade", "FOT", "FOT"]


def test_title_comes_with_the_name() -> None:
    """A name right behind a title knows the title."""
    (name,) = names("President Okafor left.")

    assert name.title is not None
    assert name.title.title == (0, 1)


def test_names_are_in_order_and_apart() -> None:
    """Names are sorted and none overlaps another."""
    text = "Italian President Ada Weber of the Parliament of Italy met NATO (Rome) and John Smith in Paris."

    assert all(one.end <= other.start for one, other in pairwise(names(text)))


PARTS = (
    "Italian President Ada Weber",
    "met",
    "the Ministry of Trade (MOT)",
    "of Italy,",
    "John Smith",
    "and",
    "NATO spokesman Okafor.",
    "In Rome,",
    "Minister of Trade and Tourism Vijitha Herath",
)


@settings(max_examples=40, deadline=None)  # each example is parsed, which takes some milliseconds
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6))
def test_names_of_any_text_stand_apart(parts: list[str]) -> None:
    """However words follow one another, names are sorted, hold words, and none overlaps another."""
    found_names = names(" ".join(parts))

    assert all(name.start < name.end for name in found_names)
    assert all(one.end <= other.start for one, other in pairwise(found_names))


@settings(max_examples=40, deadline=None)  # as above
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=6))
def test_titles_of_any_text_stand_apart(parts: list[str]) -> None:
    """However words follow one another, no title overlaps another, and each has its head in its words."""
    text = " ".join(parts)
    phrases = list(titles(parsed(text), found(text)))

    assert all(t.start <= t.title[0] <= t.head < t.title[1] <= t.end for t in phrases)
    assert all(one.end <= other.start for one, other in pairwise(phrases))


WILD = {  # each taught by a text in which it was read wrongly once
    "short form taken for a person": (
        "The Kenyan Chamber of Trade (KCOT) agreed. KCOT paid.",
        ["Kenyan Chamber of Trade", "KCOT", "KCOT"],
    ),
    "two short forms": ("They left NATO (the alliance) for the UN.", ["NATO", "UN"]),
    "mission abroad": (
        "The Permanent Mission of Kenya in Geneva agreed.",
        ["Permanent Mission of Kenya in Geneva"],
    ),
    "state before a body": ("The Kenya Export Promotion Board agreed.", ["Kenya Export Promotion Board"]),
}


@pytest.mark.parametrize(("text", "expected"), WILD.values(), ids=WILD.keys())
def test_bodies_found_in_the_wild(text: str, expected: list[str]) -> None:
    """Names of bodies that were cut short or taken for others stay whole."""
    actual = [words for words, kind in told(text) if kind == "Organization"]

    assert actual == expected


PERSONS = {
    "hyphens": ("Kenyan President Marie-Anne Weber-Smith left.", ["Marie-Anne Weber-Smith"]),
    "initials": ("Kenyan President M. U. M. Ali left.", ["M. U. M. Ali"]),
    "possessive": ("Kenyan President Ada Weber's plane left.", ["Ada Weber"]),
    "academic title": ("Kenyan President Prof. Ada Weber left.", ["Ada Weber"]),
    "excellency": ("H.E. Ada Weber left.", ["Ada Weber"]),
    "fields are no person": ("The Director of Rural Development left.", []),
    "office is no person": ("The Office of the President agreed.", []),
}


@pytest.mark.parametrize(("text", "expected"), PERSONS.values(), ids=PERSONS.keys())
def test_persons_found_in_the_wild(text: str, expected: list[str]) -> None:
    """Names of persons are whole, without titles and words of address; fields of duty are none."""
    actual = [words for words, kind in told(text) if kind == "Person"]

    assert actual == expected


def test_name_cut_at_a_preposition_is_none() -> None:
    """What the language model cuts off at a preposition in a headline is no name of a body."""
    doc = parsed("Kenya’s Trade Sanctions Against Peru")

    actual = [doc[n.start : n.end].text for n in find(doc, found(doc.text), ())]

    assert [name for name in actual if name.endswith("Against")] == []
