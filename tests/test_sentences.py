"""Sentences: where a text is cut, where it is not, and at which offsets."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Span
from kg.text.sentences import is_wrapped, paragraphs, split


def cut(text: str) -> list[str]:
    """Return the words of each sentence."""
    return [text[s.start : s.end] for s in split(text)]


CUT = {
    "dateline": ("CAIRO, May 2 (Alba) -- They met.", ["CAIRO, May 2 (Alba) --", "They met."]),
    "dateline with a year": ("Cairo, 2 May 2024 – They met.", ["Cairo, 2 May 2024 –", "They met."]),
    "dateline with a country": ("CAIRO, Egypt — They met.", ["CAIRO, Egypt —", "They met."]),
    "dateline with a weekday": (
        "CAIRO, Monday, 5th May, 2024 (Alba) -- They met.",
        ["CAIRO, Monday, 5th May, 2024 (Alba) --", "They met."],
    ),
    "dateline with a stop": ("Cairo, May 5, 2024.- They met.", ["Cairo, May 5, 2024.-", "They met."]),
    "dateline of an agency": ("Cairo (Alba) - They met.", ["Cairo (Alba) -", "They met."]),
    "dateline of a city": ("ADDIS ABABA — They met.", ["ADDIS ABABA —", "They met."]),
    "full stop": ("They met. They left.", ["They met.", "They left."]),
    "question": ("Will they meet? They will.", ["Will they meet?", "They will."]),
    "exclamation": ("Peace! They signed.", ["Peace!", "They signed."]),
    "dots": ("They waited… Then they met.", ["They waited…", "Then they met."]),
    "before a digit": ("They met. 20 envoys came.", ["They met.", "20 envoys came."]),
    "before a quotation": ("They met. “We agree,” he said.", ["They met.", "“We agree,” he said."]),
    "behind a quotation": ("“We agree.” They left.", ["“We agree.”", "They left."]),
    "inside a quotation": ("‘No. Never.’ Then he flew.", ["‘No. Never.’", "Then he flew."]),
    "behind a bracket": ("They met (in Ulm). They left.", ["They met (in Ulm).", "They left."]),
    "stop inside a bracket": (
        "They met. (Nobody spoke.) They left.",
        ["They met.", "(Nobody spoke.)", "They left."],
    ),
    "end of a paragraph": ("A heading\nThey met.", ["A heading", "They met."]),
    "blank line": ("A heading\n\nThey met.", ["A heading", "They met."]),
    "answer": ("He said no. Then he left.", ["He said no.", "Then he left."]),
    "state in short at an end": (
        "She flew to the U.S. The talks began.",
        ["She flew to the U.S.", "The talks began."],
    ),
    "company in short at an end": ("It sued Orbis Ltd. It lost.", ["It sued Orbis Ltd.", "It lost."]),
    "time of day at an end": (
        "They met at 5 p.m. After that they left.",
        ["They met at 5 p.m.", "After that they left."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CUT.values(), ids=CUT.keys())
def test_sentences_end(text: str, expected: list[str]) -> None:
    """A sentence ends at a full stop that ends something, and with its paragraph."""
    actual = cut(text)

    assert actual == expected


WHOLE = {
    "heading like a dateline": "EU - Africa summit",
    "dash within a sentence": "The two – Weber and Sato – met.",
    "given name in short": "Ma. Theresa Okafor met them.",
    "address": "Mr. Okafor met Mrs. Weber and H.E. Dr. Sato.",
    "one initial": "Antony J. Weber met them.",
    "several initials": "Mr. M. U. M. Okafor met S. Weber.",
    "initials without spaces": "J.C. Okafor met them.",
    "accented initial": "É. Okafor met them.",
    "title in short": "Gen. Okafor met Lt. Col. Weber.",
    "number": "Resolution No. 5 was adopted.",
    "state in short": "The U.S. President met them.",
    "state in short before a name": "She met U.S. Ambassador Weber.",
    "month in short": "They met on Sept. 5 in Ulm.",
    "decimal": "Trade grew by 3.5 percent.",
    "address on the web": "They wrote to kg.example.org about it.",
    "small letter after dots": "They waited ... and waited.",
    "small letter after a question": "“Will they?” he asked.",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_sentences_go_on(text: str) -> None:
    """A short form, an initial, a number, and a stop before a small letter end no sentence."""
    actual = cut(text)

    assert actual == [text]


def test_offsets_are_exact() -> None:
    """Each sentence begins and ends with its own words, without the space around it."""
    actual = split("  They met. \n\n He left. ")

    assert actual == (Span(2, 11), Span(15, 23))


@pytest.mark.parametrize("text", ["", "   ", "\n\n"], ids=["nothing", "spaces", "line breaks"])
def test_empty_text_has_no_sentence(text: str) -> None:
    """Where there are no words there is no sentence."""
    actual = split(text)

    assert actual == ()


def test_line_breaks_part_paragraphs() -> None:
    """Each line is a paragraph where lines are as long as their paragraphs."""
    text = "Talks in Ulm\nThey met on Monday.\nThey left."

    actual = [text[p.start : p.end] for p in paragraphs(text)]

    assert actual == ["Talks in Ulm", "They met on Monday.", "They left."]


def test_wrapped_lines_part_nothing() -> None:
    """A line break ends nothing where the lines are broken to a width."""
    text = "They met on Monday and\nspoke of trade. They\nleft.\n\nThen it\nrained."

    actual = cut(text)

    assert actual == ["They met on Monday and\nspoke of trade.", "They\nleft.", "Then it\nrained."]


def test_items_of_a_list_part_wrapped_lines() -> None:
    """Where lines are broken to a width, an item of a list begins a paragraph, a dash does not."""
    text = (
        "It rained\nin Lima\n-   trade grew\n    much\n    -  wheat was\n       dear\nso -\nhe said - it went"
    )

    assert [text[s.start : s.end].split()[:2] for s in paragraphs(text)] == [
        ["It", "rained"],
        ["-", "trade"],
        ["-", "wheat"],
    ]


WRAPPED = {
    "one line": ("They met.", False),
    "headings and paragraphs": ("Talks\nThey met.\nThey left.", False),
    "broken to a width": ("They met on Monday\nand spoke of\ntrade.", True),
}


@pytest.mark.parametrize(("text", "expected"), WRAPPED.values(), ids=WRAPPED.keys())
def test_wrapping_is_seen(text: str, expected: bool) -> None:
    """Lines are broken to a width where many begin with a small letter."""
    actual = is_wrapped(text)

    assert actual == expected


@given(st.text(alphabet="aB.!? ‘’“”\"'()\n5…", max_size=60))
def test_sentences_hold_all_words_once(text: str) -> None:
    """Whatever the text, sentences stand in its order, share nothing, and hold all but white space."""
    found = split(text)

    assert [s.start for s in found] == sorted(s.start for s in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(text[s.start : s.end] for s in found).split()) == "".join(text.split())


def test_word_without_end_is_one_sentence() -> None:
    """A word of 100,000 letters is read in no more time than it takes to pass over it."""
    text = "x" * 100_000 + ". Then they met."

    actual = [text[s.start : s.end] for s in split(text)]

    assert actual == ["x" * 100_000 + ".", "Then they met."]
