"""The words held in memory answer as those of the language model do."""

from functools import cache

import pytest
from spacy import tokens as spacy

from kg.text import language
from kg.text.tokens import Doc, Token, Tokens

TEXT = (
    "Talks in Geneva\n\nFormer Minister Ada Weber, who had met with her “friends” from Peru, Cuba and Chile "
    "(2019), doesn't agree.  She told Mr. Lee's aides, and the Swiss envoy, that what he called a plan was, "
    "as ever, nothing but words.\nWeber left for Rome, Paris or Oslo; Lee slept, ate and sang."
)
PLAIN = (
    *("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "whitespace_"),
    *("is_alpha", "is_bracket", "is_lower", "is_punct", "is_quote", "is_space", "is_stop", "is_sent_start"),
)
TIES = ("lefts", "rights", "children", "subtree", "ancestors", "conjuncts", "sent")
SLICES = [(0, 3), (2, 9), (3, 4), (5, 5), (-4, None), (None, None), (40, 4000), (9, 2), (None, -3)]


@cache
def _both() -> tuple[Doc, spacy.Doc]:
    parsed = language.parse(TEXT)
    return Doc(parsed), parsed


def _worded(*words: str) -> list[Token]:
    return [next(t for t in _both()[0] if t.text == word) for word in words]


@pytest.mark.parametrize("name", PLAIN)
def test_words_are_those_of_the_model(name: str) -> None:
    """Each word has the text, the kinds and the marks that the model gives it."""
    own, parsed = _both()

    assert [getattr(t, name) for t in own] == [getattr(t, name) for t in parsed]


@pytest.mark.parametrize("name", TIES)
def test_words_are_tied_as_in_the_model(name: str) -> None:
    """Each word has the same words before it, behind it, below it and above it, in the same order."""
    own, parsed = _both()

    assert [[t.i for t in getattr(word, name)] for word in own] == [
        [t.i for t in getattr(word, name)] for word in parsed
    ]


@pytest.mark.parametrize("name", ["head", "left_edge", "right_edge"])
def test_words_know_their_head_and_edges(name: str) -> None:
    """Each word knows what it depends on, and where what depends on it begins and ends."""
    own, parsed = _both()

    assert [getattr(word, name).i for word in own] == [getattr(word, name).i for word in parsed]


@pytest.mark.parametrize(("start", "end"), SLICES)
def test_slices(start: int | None, end: int | None) -> None:
    """Words in a row are cut as the model cuts them, with their text, root and names."""
    found, parsed = (text[start:end] for text in _both())

    assert ([t.i for t in found], found.text, len(found)) == ([t.i for t in parsed], parsed.text, len(parsed))
    assert [(e.text, e.label_) for e in found.ents] == [(e.text, e.label_) for e in parsed.ents]
    assert not len(found) or (found.root.i, found.sent.text, found.start_char, found.end_char) == (
        parsed.root.i,
        parsed.sent.text,
        parsed.start_char,
        parsed.end_char,
    )


def test_every_run_has_the_root_of_the_model() -> None:
    """The head of words in a row is the word that the model names, whichever they are."""
    own, parsed = _both()
    runs = [(i, j) for i in range(len(parsed)) for j in range(i + 1, min(i + 7, len(parsed)))]

    assert [own[i:j].root.i for i, j in runs] == [parsed[i:j].root.i for i, j in runs]


def test_names_in_the_text() -> None:
    """The names that the model sees have their label and their place."""
    own, parsed = _both()

    assert [(e.start, e.end, e.label_) for e in own.ents] == [(e.start, e.end, e.label_) for e in parsed.ents]


@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
def test_words_between_offsets(mode: str) -> None:
    """Between two offsets stand the words that the model finds there."""
    own, parsed = _both()
    ranges = [(3, 9), (17, 33), (18, 30), (0, len(TEXT)), (5, 6)]
    found, expected = (
        [text.char_span(start, end, alignment_mode=mode) for start, end in ranges] for text in (own, parsed)
    )

    assert [s is None or (s.start, s.end) for s in found] == [s is None or (s.start, s.end) for s in expected]


def test_parts_of_a_run() -> None:
    """Within words in a row, indices are counted from the first, and from the last backwards."""
    run = _both()[0][3:8]

    assert [run[0].i, run[-1].i] == [3, 7]
    assert run[1:3] == Tokens(run.doc, 4, 6)


def test_words_are_themselves_alone() -> None:
    """A word equals itself and no other, stands before those behind it, and has a length."""
    weber, lee = _worded("Weber", "Lee")
    again = _both()[0][weber.i]

    assert (weber == again, weber == lee, weber < lee, lee < weber) == (True, False, True, False)
    assert {weber, again} == {weber}
    assert (len(weber), max(weber, lee)) == (5, lee)


def test_ancestors() -> None:
    """A verb is above its subject, and not the other way round."""
    she, told = _worded("She", "told")

    assert (told.is_ancestor(she), she.is_ancestor(told)) == (True, False)


def test_neighbours() -> None:
    """A word has its neighbours, and none beyond the ends of the text."""
    own = _both()[0]

    assert (own[1].nbor().text, own[1].nbor(-1).text) == ("Geneva", "Talks")
    with pytest.raises(IndexError, match="word -1: expected one of 0"):
        own[0].nbor(-1)
    with pytest.raises(IndexError):
        own[len(own) - 1].nbor()


def test_long_lists() -> None:
    """A list of 3,000 words, each hung on the one before, is gone through without an end to the stack."""
    parsed = spacy.Doc(
        language.pipeline().vocab,
        words=["a"] * 3000,
        heads=[max(i - 1, 0) for i in range(3000)],
        deps=["conj"] * 3000,
    )
    first, *_, last = Doc(parsed)

    assert len(list(first.subtree)) == len(first.conjuncts) + 1 == len(list(last.ancestors)) + 1 == 3000


def test_sentences_are_numbered() -> None:
    """Each word has the number of its sentence, also over paragraphs."""
    doc = Doc(language.parse("Weber left. Smith slept.\n\nLee sang."))

    actual = [number for token, number in zip(doc, doc.numbers, strict=True) if token.is_alpha]

    assert actual == [1, 1, 2, 2, 3, 3]


def test_no_words() -> None:
    """An empty text has no words, no names and no sentences."""
    doc = Doc(language.parse(""))

    assert (len(doc), list(doc), doc.ents, doc.numbers, doc[0:3].text) == (0, [], (), (), "")
