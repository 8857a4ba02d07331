"""Texts are cut at their paragraphs: nothing is lost, parts overlap, and none is too long."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.llm.asking import cutting
from kg.model import Span


def cut(text: str, most: int, overlap: int) -> list[str]:
    """Return the words of the parts."""
    return [text[part.start : part.end] for part in cutting.parts(text, most, overlap)]


def test_short_text_is_one_part() -> None:
    """A text that fits is one part, without the white space around it."""
    assert cut("\n\nThey met.\n\nThey parted.\n", 100, 10) == ["They met.\n\nThey parted."]


def test_parts_end_at_paragraphs_and_overlap() -> None:
    """The last paragraph of a part, where it is short enough, is the first of the next."""
    assert cut("Alpha beta.\nGamma.\nDelta epsilon.\nZeta.", 22, 8) == [
        "Alpha beta.\nGamma.",
        "Gamma.\nDelta epsilon.",
        "Zeta.",
    ]


def test_no_overlap_where_it_does_not_fit() -> None:
    """A paragraph is not repeated where the next one would not fit beside it: each part goes on."""
    assert cut("One two.\nThree four five six.", 22, 10) == ["One two.", "Three four five six."]


def test_long_paragraph_is_cut_at_sentences() -> None:
    """A paragraph that is longer than a part is cut behind a sentence."""
    assert cut("They met on Monday. They parted on Tuesday.", 25, 0) == [
        "They met on Monday.",
        "They parted on Tuesday.",
    ]


def test_long_sentence_is_cut_between_words() -> None:
    """A sentence that is longer than a part is cut at a space; letters without one, where the part ends."""
    assert cut("alpha beta gamma", 11, 0) == ["alpha beta", "gamma"]
    assert cut("习近平会见阿利耶夫", 4, 0) == ["习近平会", "见阿利耶", "夫"]


def test_offsets_count_code_points() -> None:
    """Signs beyond the first plane and combining marks count one each, as everywhere."""
    text = "𐍈e\u0301 met.\nმეტი met."

    assert cutting.parts(text, 10, 0) == (Span(0, 8), Span(9, 18))


def test_nothing_to_read() -> None:
    """A text without words has no parts."""
    assert cutting.parts(" \n\n ", 100, 10) == ()


def test_halves() -> None:
    """A part is cut in two, with offsets of the whole text."""
    text = "Before. " + "They met in Lima. " * 4

    found = cutting.halves(text, Span(8, 79), 0)

    assert [text[part.start : part.end] for part in found] == ["They met in Lima. They met in Lima."] * 2


@pytest.mark.parametrize("most", [1, 7, 40])
@given(text=st.text(alphabet="aB .\n\u0301–", max_size=200), overlap=st.integers(0, 40))
def test_nothing_is_lost(most: int, text: str, overlap: int) -> None:
    """Every letter stands in a part, no part is too long, and each ends behind the one before."""
    found = cutting.parts(text, most, overlap)

    covered = {place for part in found for place in range(part.start, part.end)}
    assert {place for place, letter in enumerate(text) if not letter.isspace()} <= covered
    assert all(0 < part.end - part.start <= most for part in found)
    assert all(one.end < other.end and one.start < other.start for one, other in pairwise(found))


def test_many_paragraphs() -> None:
    """Many short lines are cut in time that grows as they do."""
    found = cutting.parts("A.\n" * 200_000, 6_000, 600)

    assert found[:2] == (Span(0, 5_999), Span(5_400, 11_399))
    assert found[-1].end == 599_999
