"""What stands below "the minister said:" or before "the minister said.": quotations, lists, paragraphs."""

import pytest
from sayings import LIU, acts, objects, piece, read, told

from kg.model import Value
from kg.vocab import DIP

BELOW = {
    "quotation": (f"{LIU} said:\n\n“Trade has grown a lot.”", ["Trade has grown a lot."]),
    "quotation of two paragraphs": (
        f"{LIU} said:\n\n“Trade has grown.\n\n“Wheat is dear, and the harvest of the year was bad.”",
        ["Wheat is dear, and the harvest of the year was bad."],
    ),
    "list": (
        f"{LIU} also stressed:\n- the growth of trade\n- the price of wheat",
        ["- the growth of trade\n- the price of wheat"],
    ),
    "numbered list": (
        f"{LIU} said the following:\n1. Trade grew.\n2. Wheat is dear.\nIt rained.",
        ["1. Trade grew.\n2. Wheat is dear."],
    ),
    "paragraph": (f"{LIU} wrote:\n\nTrade has grown.\n\nIt rained.", ["Trade has grown."]),
}
NONE = {
    "nothing below": f"{LIU} said:",
    "no verb of saying": f"{LIU} opened:\n\nthe park.",
    "no speaker": "They said:\n\n“Trade has grown.”",
    "words in the sentence itself": f"{LIU} said that trade had grown.\n\nIt rained.",
    "not said yet": f"{LIU} will say:\n\nTrade has grown.",
}


@pytest.mark.parametrize(("words", "expected"), BELOW.values(), ids=BELOW)
def test_words_below(words: str, expected: list[str]) -> None:
    """A sentence that ends in a colon and tells who says something leads to what stands below."""
    assert told(words) == [(["Liu Jianchao"], text) for text in expected]


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_nothing_below(words: str) -> None:
    """Without a colon, a verb of saying, a speaker or a paragraph below, nothing leads to it."""
    assert [r for r in acts(read(words)) if r.claims[0].rule == "statement.below"] == []


def test_record_rests_on_the_lead_and_the_words() -> None:
    """The passages are the sentence with the speaker and those with the words."""
    reading = read(f"{LIU} said:\n\n“Trade has grown a lot.”")
    (record,) = acts(reading)

    assert [piece(reading, s) for s in record.claims[0].spans] == [f"{LIU} said:", "“Trade has grown a lot.”"]
    assert objects(record, DIP.text) == [Value("Trade has grown a lot.")]


def test_he_goes_on_behind_the_words() -> None:
    """Who led to the words is the one who goes on after them."""
    words = f"{LIU} said:\n\n“Trade has grown a lot.”\n\nHe added that it rained."

    assert told(words)[-1] == (["Liu Jianchao"], "that it rained")


BEHIND = {
    "question": (f"“Why is wheat so dear?” {LIU} asked.", "Why is wheat so dear?"),
    "two sentences": (f"“Wheat is dear. Why is it?” {LIU} concluded.", "Wheat is dear. Why is it?"),
    "full stop of its own": (f"“Wheat is very dear.” {LIU} said on Monday.", "Wheat is very dear."),
}


@pytest.mark.parametrize(("words", "expected"), BEHIND.values(), ids=BEHIND)
def test_words_before(words: str, expected: str) -> None:
    """A quotation that ends in a mark of its own is said by whom the next sentence names."""
    assert told(words) == [(["Liu Jianchao"], expected)]


NOT_BEHIND = {
    "another paragraph": f"“Wheat is very dear.”\n\n{LIU} spoke.",
    "words of its own": f"The song is “Wheat is dear!” {LIU} said that it rained.",
    "no verb of saying": f"“Wheat is very dear.” {LIU} left.",
}


@pytest.mark.parametrize("words", NOT_BEHIND.values(), ids=NOT_BEHIND)
def test_no_words_before(words: str) -> None:
    """Without a verb of saying, or with other words, a sentence tells nothing of what stands before."""
    assert [r for r in acts(read(words)) if r.claims[0].rule == "statement.behind"] == []


def test_words_of_one_who_is_not_known() -> None:
    """A quotation by somebody whom the reader does not know is not given to who spoke before."""
    words = f"{LIU} said it rained.\n\n“We have no wheat left,” a shepherdess said."

    assert told(words) == [(["Liu Jianchao"], "it rained")]
