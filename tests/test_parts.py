"""A long article is shown in parts, each cut where a paragraph ends."""

import pytest

from kg.web.parts import SLACK, Part, part
from kg.web.sentences import PART

LINE = f"{'x' * 99}\n"  # 100 code points
LONG = LINE * 1200  # 120,000: three parts


@pytest.mark.parametrize(
    "words", ["", "They met.", "x" * (PART + SLACK)], ids=["empty", "short", "at the bound"]
)
def test_short_text_is_one_part(words: str) -> None:
    """What fits a page is not cut."""
    assert part(words, 0) == Part(1, 1, 0, len(words), None, None)


def test_parts_follow_each_other() -> None:
    """Each begins where the one before ends, after the end of a line."""
    first, second, third = (part(LONG, at) for at in (0, 40_100, 119_999))

    assert first == Part(1, 3, 0, 40_100, None, 40_100)
    assert second == Part(2, 3, 40_100, 80_200, 0, 80_200)
    assert third == Part(3, 3, 80_200, 120_000, 40_100, None)


@pytest.mark.parametrize(
    ("at", "number"), [(0, 1), (39_999, 1), (40_099, 1), (40_100, 2), (80_200, 3), (10**9, 3)]
)
def test_place_is_in_one_part(at: int, number: int) -> None:
    """All that has no place in its address lies in the first part; what lies after the end, in the last."""
    assert part(LONG, at).number == number


def test_text_of_one_line_is_cut_at_a_blank() -> None:
    """No line is so long that a page is."""
    assert part("word " * 20_000, 0).end == 40_005


def test_text_without_a_blank_is_cut_all_the_same() -> None:
    """Not even a word is."""
    assert part("x" * 1_000_000, 0) == Part(1, 20, 0, 50_000, None, 50_000)
