"""Names of persons: where they begin behind a title, where they end, and what is none."""

import pytest
from reads import found, parsed

from kg.text.persons import end_of_name, is_headline, is_hyphened, is_name_word, start_of_name

NAMES = {  # the name begins at the first token
    "two words": ("Ada Weber met them.", "Ada Weber"),
    "initial": ("Antony J. Weber met them.", "Antony J. Weber"),
    "initials": ("M. U. M. Ali Weber met them.", "M. U. M. Ali Weber"),
    "particle": ("Ana de Silva met them.", "Ana de Silva"),
    "two particles": ("Jan van der Berg met them.", "Jan van der Berg"),
    "Arabic particle": ("Ali bin Salim met them.", "Ali bin Salim"),
    "hyphen": ("Cho Tae-yong met them.", "Cho Tae-yong"),
    "several hyphens": ("Prayut Chan-o-cha met them.", "Prayut Chan-o-cha"),
    "apostrophe": ("Alya’a Samir met them.", "Alya’a Samir"),
    "mandate behind": ("Ada Weber MP met them.", "Ada Weber"),
    "given name cut short": ("Md. Ada Weber met them.", "Md. Ada Weber"),
    "possessive": ("Ada Weber’s visit began.", "Ada Weber"),
    "common words of a headline": ("Ada Weber Before Their Talks", "Ada Weber"),
    "preposition of a headline": ("Ada Weber On Trade", "Ada Weber"),
    "weekday": ("Ada Weber Monday met them.", "Ada Weber"),
    "state": ("Ada Weber Italy", "Ada Weber"),
    "small letters": ("she met them.", ""),
    "number": ("5 Weber", ""),
}


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES.keys())
def test_names_end(text: str, expected: str) -> None:
    """A name goes on over words with capitals, particles and hyphens, and ends before common words."""
    doc = parsed(text)

    actual = doc[: end_of_name(doc, found(text), 0)].text

    assert actual == expected


STARTS = {  # where the name begins, told by its first word; the title is the first token
    "at once": ("Minister Weber", "Weber"),
    "surname that is a pronoun": ("Minister He Lifeng", "He"),
    "address": ("Minister Dr. Weber", "Weber"),
    "several addresses": ("Minister H.E. Dr. Weber", "Weber"),
    "letters apart": ("Minister H E Weber", "Weber"),
    "rank of several words": ("Secretary Vice Admiral Weber", "Weber"),
    "rank with a hyphen": ("Secretary Air Vice-Marshal Weber", "Weber"),
    "rank with a hyphen apart": ("Secretary Air Vice Marshal Weber", "Weber"),
    "retired rank": ("Secretary Maj. Gen. (Retd) Weber", "Weber"),
    "retired rank with a full stop": ("Secretary Brigadier (Rtd.) Weber", "Weber"),
    "religious address": ("Minister Ven. Weber", "Weber"),
    "short form in brackets": ("Minister (FDFA) Weber", "Weber"),
}


@pytest.mark.parametrize(("text", "expected"), STARTS.values(), ids=STARTS.keys())
def test_names_begin(text: str, expected: str) -> None:
    """Between title and name may stand words of address, a rank, and a short form in brackets."""
    doc = parsed(text)

    actual = doc[start_of_name(doc, 1)].text

    assert actual == expected


WORDS = {
    "name": ("Weber", True),
    "accent": ("Élan", True),
    "small letter": ("weber", False),
    "month": ("April", False),
    "pronoun": ("He", False),
    "number": ("5", False),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS.keys())
def test_words_of_names(text: str, expected: bool) -> None:
    """A part of a name has a capital and is no month, pronoun or preposition."""
    actual = is_name_word(parsed(text)[0])

    assert actual == expected


HEADLINES = {
    "headline": ("Weber Returns from Talks in Rome", True),
    "sentence": ("Weber returned from talks in Rome.", False),
    "one long word": ("He met Weber.", False),
}


@pytest.mark.parametrize(("text", "expected"), HEADLINES.values(), ids=HEADLINES.keys())
def test_headlines_are_seen(text: str, expected: bool) -> None:
    """In a headline all longer words have capitals."""
    actual = is_headline(parsed(text), 0)

    assert actual == expected


def test_hyphens_join_what_has_no_space() -> None:
    """A hyphen and the word behind it belong to the word before, a dash between spaces does not."""
    joined, apart = parsed("Cho Tae-yong"), parsed("Cho - yong")

    assert [is_hyphened(joined, i) for i in range(1, 4)] == [False, True, True]
    assert [is_hyphened(apart, i) for i in range(1, 3)] == [False, False]
