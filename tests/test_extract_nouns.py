"""Nouns that name instruments: which do, how they are called, and what tells that they were made."""

import pytest
from sayings import marked, piece

from kg.extract import _nouns as nouns

INSTRUMENTS = {
    "treaty": "Norway and Kenya signed a [treaty].",
    "plural": "Norway and Kenya signed [treaties].",
    "memoranda": "Norway and Kenya signed [memoranda] on trade.",
    "short form": "Norway and Kenya signed an [MoU] on trade.",
    "deal": "Norway’s trade [deal] with Kenya was praised.",
    "ceasefire": "A [ceasefire] between Norway and Kenya held.",
    "joint declaration": "Norway and Kenya adopted a joint [declaration].",
    "declaration with a capital": "The Lima [Declaration] was praised.",
    "declaration that was signed": "Norway and Kenya signed a [declaration].",
    "joint statement": "Norway and Kenya issued a joint [statement].",
    "letter of intent": "Norway and Kenya signed a [letter] of intent.",
    "letters of intent": "Norway and Kenya exchanged [letters] of intent.",
    "plan of action": "Norway and Kenya adopted a [plan] of action.",
    "contract that was signed": "Norway and Kenya signed a [contract].",
    "document that was adopted": "The [document] was adopted by Norway.",
    "joint roadmap": "A joint [roadmap] was praised.",
}
OTHERS = {
    "statement": "Norway issued a [statement].",
    "declaration in passing": "Norway made a [declaration] of love.",
    "contract in passing": "Kenya has a [contract].",
    "roadmap in passing": "Norway spoke of a [roadmap].",
    "before another noun": "The [treaty] talks went on.",
    "part of a name of a body": "The North Atlantic [Treaty] Organization met.",
    "verb": "Norway and Kenya [agreed] to leave.",
    "another noun": "Norway bought [wheat].",
    "letter": "Norway sent a [letter].",
}


@pytest.mark.parametrize("words", INSTRUMENTS.values(), ids=INSTRUMENTS)
def test_instrument(words: str) -> None:
    """Nouns and phrases for treaties are instruments, papers only where they were made or are joint."""
    reading, noun = marked(words)

    assert nouns.is_instrument(reading, noun)


@pytest.mark.parametrize("words", OTHERS.values(), ids=OTHERS)
def test_no_instrument(words: str) -> None:
    """Statements of one side, papers in passing and words before other nouns are none."""
    reading, noun = marked(words)

    assert not nouns.is_instrument(reading, noun)


NAMES = {
    "noun": ("They signed a [treaty].", "treaty"),
    "without the article": ("They signed the trade [treaty].", "trade treaty"),
    "without a possessor": ("They praised Norway’s trade [treaty].", "trade treaty"),
    "topic": ("They signed a [treaty] on fishing.", "treaty on fishing"),
    "parties": ("The [treaty] between Norway and Kenya held.", "treaty between Norway and Kenya"),
    "of": ("They signed a [memorandum] of understanding.", "memorandum of understanding"),
    "capital": ("They signed the [Treaty] of Lima.", "Treaty of Lima"),
    "points": ("They signed a 12-point [agreement].", "12-point agreement"),
    "up to a clause": ("They signed a [treaty] on fishing that pleased all.", "treaty on fishing"),
    "up to a participle": ("A [treaty] on fishing signed in Lima held.", "treaty on fishing"),
}


@pytest.mark.parametrize(("words", "expected"), NAMES.values(), ids=NAMES)
def test_name(words: str, expected: str) -> None:
    """An instrument is called by its noun, what stands before it, and the phrases that name it."""
    reading, noun = marked(words)

    assert piece(reading, nouns.name(noun)) == expected


ENACTED = {
    "object": ("They signed a [treaty].", "signed"),
    "passive": ("A [treaty] was signed.", "signed"),
    "participle behind": ("The [treaty] signed in Lima held.", "signed"),
    "clause behind": ("The [treaty], which was signed in Lima, held.", "signed"),
    "noun": ("The signing of the [treaty] pleased all.", "signing"),
    "to be": ("A [treaty] is to be signed.", "signed"),
    "joined": ("They signed a memorandum and a [treaty].", "signed"),
    "only praised": ("They praised the [treaty].", None),
    "only sought": ("They wanted a [treaty].", None),
}


@pytest.mark.parametrize(("words", "expected"), ENACTED.values(), ids=ENACTED)
def test_enacting(words: str, expected: str | None) -> None:
    """The word that tells how an instrument came to be is its verb, a participle or a noun."""
    found = nouns.enacting(marked(words)[1])

    assert (found and found.text) == expected


BARE = {
    "the": "They praised the [treaty].",
    "this": "They praised this [treaty].",
    "the joint": "They praised the joint [statement].",
}
TOLD = {
    "a": "They praised a [treaty].",
    "named by its topic": "They praised the trade [treaty].",
    "with parties": "They praised the [treaty] between Norway and Kenya.",
    "with a clause": "They praised the [treaty] that was signed in Lima.",
}


@pytest.mark.parametrize("words", BARE.values(), ids=BARE)
def test_bare(words: str) -> None:
    """A definite noun without more only refers to what was told."""
    assert nouns.is_bare(marked(words)[1])


@pytest.mark.parametrize("words", TOLD.values(), ids=TOLD)
def test_not_bare(words: str) -> None:
    """A noun with a topic, parties or a clause tells of an instrument itself."""
    assert not nouns.is_bare(marked(words)[1])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They left [treaties].", True),
        ("They left [memoranda].", True),
        ("They signed a [treaty].", False),
    ],
    ids=["plural", "plural of Latin", "singular"],
)
def test_plural(words: str, *, expected: bool) -> None:
    """A plural means several instruments."""
    assert nouns.is_plural(marked(words)[1]) is expected


def test_words_that_tell_instruments_apart() -> None:
    """Articles and words such as "new" and "bilateral" do not tell one instrument from another."""
    assert nouns.words(marked("They signed a new bilateral trade [treaty].")[1]) == {"trade"}


@pytest.mark.parametrize("word", ["joint", "bilateral", "trilateral"])
def test_bilateral(word: str) -> None:
    """An instrument may be called one of several by a word before it."""
    assert nouns.is_bilateral(marked(f"They praised the {word} [treaty].")[1])
    assert not nouns.is_bilateral(marked("They praised the old [treaty].")[1])
