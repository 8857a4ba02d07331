"""Names of bodies by their head noun: how far they reach, and what is none."""

import pytest
from reads import found, parsed

from kg.text.bodies import field_end, find, is_field, is_short_form, is_tell, short_form


def told(text: str) -> list[str]:
    """Return the names of bodies in a text."""
    doc = parsed(text)
    return [doc[start:end].text for start, end in find(doc, found(text))]


FOUND = {
    "of a field": ("The Ministry of Trade agreed.", ["Ministry of Trade"]),
    "of a field and a state": ("The Ministry of Trade of Italy agreed.", ["Ministry of Trade of Italy"]),
    "of two fields": ("The Ministry of Trade and Industry agreed.", ["Ministry of Trade and Industry"]),
    "of a list of fields": (
        "The Ministry of Forestry, Water and Mineral Resources agreed.",
        ["Ministry of Forestry, Water and Mineral Resources"],
    ),
    "for a field": ("The Department for Trade agreed.", ["Department for Trade"]),
    "field before": ("The Foreign Ministry agreed.", ["Foreign Ministry"]),
    "field in small letters": ("The foreign ministry agreed.", ["foreign ministry"]),
    "demonym before": ("The Italian embassy agreed.", ["Italian embassy"]),
    "abroad": ("The Embassy of Italy in Paris agreed.", ["Embassy of Italy in Paris"]),
    "to an organisation": ("The Mission to the United Nations agreed.", ["Mission to the United Nations"]),
    "before a title": (
        "The Union Minister, the Cabinet Committee Chairman and the Trade Commission President met.",
        ["Cabinet Committee", "Trade Commission"],
    ),
    "people abroad": (
        "The Ministry of Trade and Burkinabe Abroad agreed.",
        ["Ministry of Trade and Burkinabe Abroad"],
    ),
    "before a rank": ("The National Security Council Rear Admiral Weber led.", ["National Security Council"]),
    "with General behind": ("The Consulate General of Italy agreed.", ["Consulate General of Italy"]),
    "parliament before a name": ("The Committee of the Mejlis Batyr left.", ["Committee of the Mejlis"]),
    "parliament": ("The parliament agreed.", ["parliament"]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_bodies_are_found(text: str, expected: list[str]) -> None:
    """A body's name takes in what stands before its noun and the phrases behind it."""
    actual = told(text)

    assert actual == expected


ABSENT = {
    "noun alone": "The Ministry agreed.",
    "small noun alone": "The ministry agreed.",
    "other noun in small letters": "The trade office agreed.",
}


@pytest.mark.parametrize("text", ABSENT.values(), ids=ABSENT.keys())
def test_nouns_alone_are_no_names(text: str) -> None:
    """A noun without more names no body, nor does a common one in small letters."""
    actual = told(text)

    assert actual == []


FIELDS = {
    "body's noun two words behind": ("State Statistical Committee Ada Weber", "State Statistical Committee"),
    "name behind": ("Foreign Affairs Ada Weber said", "Foreign Affairs"),
    "name behind a list": ("Trade, Industry and Tourism Ada Weber", "Trade, Industry and Tourism"),
    "title behind": ("Trade and Prime Minister Weber", "Trade"),
    "small letter behind": ("Trade said", "Trade"),
    "sentence ends": ("Trade. Weber left.", "Trade"),
}


@pytest.mark.parametrize(("text", "expected"), FIELDS.values(), ids=FIELDS.keys())
def test_fields_end_before_names(text: str, expected: str) -> None:
    """Fields of duty end where a word with a capital is none."""
    doc = parsed(text)

    actual = doc[: field_end(doc, 0)].text

    assert actual == expected


def test_short_form_stands_in_brackets() -> None:
    """The short form is the word of capitals in brackets right behind a name."""
    doc = parsed("Federal Council (FC) met")

    assert (short_form(doc, 2), short_form(doc, 1)) == (3, None)


def test_brackets_may_hold_other_words() -> None:
    """A word with small letters in brackets is no short form."""
    actual = short_form(parsed("Federal Council (Bern) met"), 2)

    assert actual is None


@pytest.mark.parametrize(("text", "expected"), [("FDFA", True), ("F", False), ("Fdfa", False), ("G7", False)])
def test_short_forms_are_capitals(text: str, expected: bool) -> None:
    """A short form has two capitals at least and nothing else."""
    actual = is_short_form(parsed(text)[0])

    assert actual == expected


def test_fields_have_capitals() -> None:
    """A field in a title has a capital; that a word tells of a field or body, it does without one too."""
    doc = parsed("Trade trade Weber Embassy")

    assert [is_field(token) for token in doc] == [True, False, False, False]
    assert [is_tell(token) for token in doc] == [True, True, False, True]
