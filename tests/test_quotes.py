"""Quotations: which words stand in marks, at which offsets, and which marks are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.text.quotes import Quote, find
from kg.text.sentences import paragraphs


def inner(text: str) -> list[str]:
    """Return the words of each quotation without its marks."""
    return [text[q.inner.start : q.inner.end] for q in find(text)]


FOUND = {
    "curly double": ("She said “we agree” at noon.", ["we agree"]),
    "curly single": ("She said ‘we agree’ at noon.", ["we agree"]),
    "straight double": ('She said "we agree" at noon.', ["we agree"]),
    "straight single": ("She said 'we agree' at noon.", ["we agree"]),
    "guillemets": ("She said «we agree» at noon.", ["we agree"]),
    "guillemets turned inwards": ("She said »we agree« at noon.", ["we agree"]),
    "low opening mark": ("She said „we agree“ at noon.", ["we agree"]),
    "closing marks on both sides": ("She said ”we agree” at noon.", ["we agree"]),
    "marks exchanged": ("She said ”we agree“ at noon.", ["we agree"]),
    "opened curly, closed straight": ('She said “we agree" at noon.', ["we agree"]),
    "after a colon without a space": ("It reads:“We agree.”", ["We agree."]),
    "two in one sentence": ("“Yes,” he said, “we agree.”", ["Yes,", "we agree."]),
    "several sentences": ("‘We agree. We sign.’", ["We agree. We sign."]),
    "straight apostrophe inside": ("‘It is China's land’, it says.", ["It is China's land"]),
    "curly apostrophe inside": ("‘It is China’s land’, it says.", ["It is China’s land"]),
    "plural possessive inside": ("‘The states’ rights are safe’, it says.", ["The states’ rights are safe"]),
    "plural that ends a quotation": ("The ‘old ties’ between them.", ["old ties"]),
    "plural possessive before another quotation": (
        "The ‘old ties’ and the states’ ‘new ties’.",
        ["old ties", "new ties"],
    ),
    "brackets inside": ("‘the government of [Beijing] is one’", ["the government of [Beijing] is one"]),
    "decade inside": ("‘in the '90s it was so’, he said.", ["in the '90s it was so"]),
    "nested": ("‘Both the “Belt” and the road’", ["Both the “Belt” and the road", "Belt"]),
    "nested the other way": ("“Both the ‘Belt’ and the road”", ["Both the ‘Belt’ and the road", "Belt"]),
    "nested straight": ('"No "frozen" talks, please," he said.', ['No "frozen" talks, please,', "frozen"]),
    "unclosed": ("He said: “We agree.\n\nThen he left.", ["We agree."]),
    "several paragraphs": ("“We agree.\n\n“We sign.”", ["We agree.", "We sign."]),
    "inches after a quotation": ('The "big" sheet is 6" wide.', ["big"]),
    "number at the end": ('He said "we want 20" and left.', ["we want 20"]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_words_in_marks_are_found(text: str, expected: list[str]) -> None:
    """Each kind of mark opens and closes, by its place before its form."""
    actual = inner(text)

    assert actual == expected


NONE = {
    "apostrophe": "China’s trade and China's growth",
    "plural possessive": "the ministers’ talks and the ministers' lunch",
    "decade": "in the '90s and the ’80s",
    "cut word": "’tis the season, get 'em all",
    "feet and inches": "The mast is 6'2\" tall.",
    "inches": 'A sheet 30" wide.',
    "no mark": "They agreed.",
    "empty": "",
    "mark without words": "He left. ‘",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_apostrophes_and_measures_are_no_quotations(text: str) -> None:
    """A mark that belongs to a word or number quotes nothing."""
    actual = find(text)

    assert actual == ()


def test_offsets_and_depth_are_exact() -> None:
    """The span holds the marks, the inner span does not, and depth counts the quotations around."""
    actual = find("So ‘both “A b” and c’, he said.")

    assert actual == (
        Quote(Span(3, 21), Span(4, 20), 0),
        Quote(Span(9, 14), Span(10, 13), 1),
    )


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    """Without a closing mark the span and the inner span end where the paragraph does."""
    actual = find("He: “We go.\n\nNew.")

    assert actual == (Quote(Span(4, 11), Span(5, 11), 0),)


MARKS = st.text(alphabet="ab s.,’‘'\"“”«»„5\n", max_size=60)


@given(MARKS)
def test_quotations_lie_in_one_paragraph(text: str) -> None:
    """Whatever the marks, a quotation stays within one paragraph and its inner words within its span."""
    blocks = paragraphs(text)
    actual = [q for q in find(text) if not (q.span.covers(q.inner) and any(b.covers(q.span) for b in blocks))]

    assert actual == []


@given(MARKS)
def test_quotations_nest_or_stand_apart(text: str) -> None:
    """Two quotations never overlap in part, and a deeper one has one around it."""
    found = find(text)
    actual = [
        (a, b)
        for a in found
        for b in found
        if a.span.meets(b.span) and not a.span.covers(b.span) and not b.span.covers(a.span)
    ]
    alone = [q for q in found if q.depth and not any(o.inner.covers(q.span) for o in found if o != q)]

    assert (actual, alone) == ([], [])


@given(MARKS)
def test_quotations_are_sorted(text: str) -> None:
    """They come in the order in which they begin."""
    actual = find(text)

    assert actual == tuple(sorted(actual))
