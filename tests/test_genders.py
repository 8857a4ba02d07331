"""Whether a person is "he" or "she", as words beside the name tell."""

import pytest
from reads import read

TOLD = {
    "address": ("Mr. Smith left.", ["he"]),
    "address of a woman": ("Mrs. Weber left.", ["she"]),
    "title": ("Spokeswoman Kim Lee left.", ["she"]),
    "royal": ("Queen Kim left.", ["she"]),
    "later in the text": ("Kim Lee left. Ms. Lee slept.", ["she"]),
    "given name": ("Olga Lee left.", ["she"]),
    "address before the given name": ("Mr. Olga Lee left.", ["he"]),
    "surname alone": ("Lee met Olga.", [None, None]),
    "not told": ("Kim Lee left.", [None]),
    "no word of address": ("Dr. Kim Lee left.", [None]),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD.keys())
def test_words_beside_a_name_tell(text: str, expected: list[str | None]) -> None:
    """Words of address, titles and given names tell whether a person is "he" or "she"."""
    actual = [a.gender for a in read(text).actors]

    assert actual == expected
