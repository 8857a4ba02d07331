"""Headlines: what the text below tells again is evidence of that; what it does not is told by them alone."""

import pytest
from sayings import ASADOV, LIU, acts, piece, read, told

BELOW = f"{LIU} praised the accord with Peru."
AGAIN = {
    "the same words": f"Liu Jianchao praises the accord\n\n{BELOW}",
    "below an address": f"https://example.org/a/1/liu-praises\n\nLiu Jianchao praises the accord\n\n{BELOW}",
    "other verb": f"Liu Jianchao hails the accord\n\n{BELOW}",
    "another paragraph between": f"Liu Jianchao praises the accord\n\nIt rained in Lima.\n\n{BELOW}",
}


@pytest.mark.parametrize("words", AGAIN.values(), ids=AGAIN)
def test_headline_that_is_told_again(words: str) -> None:
    """Its sentence is evidence of the statement below, and no statement of its own."""
    reading = read(words)
    [record] = acts(reading)

    assert piece(reading, record.scope) == "the accord with Peru"
    assert [piece(reading, s) for s in record.claims[0].spans] == [
        next(w for w in words.split("\n\n") if " " in w),
        BELOW,
    ]


def test_headline_goes_to_the_statement_that_shares_its_words() -> None:
    """Of two statements by its speaker, the headline belongs to that of the same matter."""
    words = f"Liu Jianchao praises wheat harvest\n\n{LIU} praised the accord. Liu praised the wheat harvest."
    reading = read(words)
    found = {piece(reading, r.scope): len(r.claims[0].spans) for r in acts(reading)}

    assert found == {"the accord": 1, "the wheat harvest": 2}


def test_headline_of_another_speaker_goes() -> None:
    """Where others speak below, a headline of one of whom no saying is told yields no record."""
    words = f"Liu Jianchao praises the accord\n\n{ASADOV} praised the accord with Peru."

    assert [who for who, _ in told(words)] == [["Ali Asadov"]]


def test_headline_alone_is_kept() -> None:
    """Where the text below tells no saying at all, that of the headline stands."""
    assert told("Liu Jianchao praises the accord\n\nIt rained in Lima.") == [(["Liu Jianchao"], "the accord")]


NO_HEADLINE = {
    "full stop": f"Liu Jianchao praised the accord.\n\n{BELOW}",
    "full stop in marks": f"Liu Jianchao praised the “accord.”\n\n{BELOW}",
    "too long": f"Liu Jianchao praised the accord{' and the wheat' * 10}\n\n{BELOW}",
}


@pytest.mark.parametrize("words", NO_HEADLINE.values(), ids=NO_HEADLINE)
def test_first_paragraph_that_is_no_headline(words: str) -> None:
    """A first paragraph with a full stop, or of more than 30 words, is told like any other."""
    assert [who for who, _ in told(words)] == [["Liu Jianchao"], ["Liu Jianchao"]]


def test_empty_text() -> None:
    """A text without words has no headline and tells nothing."""
    assert told("") == []
