"""Where words that were quoted stand in a text: to the letter, and as whole words."""

import unicodedata
from collections.abc import Iterator

from kg.model import Span

_JOINERS = "\u200c\u200d\u2060"  # within a word of Persian, or between the letters of one sign
# Written without spaces between words: their words begin and end anywhere.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")


def every(text: str, within: Span, words: str) -> Iterator[Span]:
    """Yield each place within a range where words stand, in the order of the text; none overlaps another.

    >>> [s.start for s in every("Ali and Aliyev saw Ali", Span(0, 22), "Ali")]
    [0, 8, 19]
    """
    at = text.find(words, within.start, within.end) if words.strip() else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words), within.end)


def whole(text: str, within: Span, words: str) -> tuple[Span, ...]:
    """Return the places within a range where words stand as whole words.

    >>> [s.start for s in whole("Ali and Aliyev saw Ali", Span(0, 22), "Ali")]
    [0, 19]
    """
    return tuple(span for span in every(text, within, words) if is_whole(text, span))


def is_whole(text: str, span: Span) -> bool:
    """Say whether a range cuts no word, and no letter from the marks above it.

    >>> is_whole("\u0435\u0301to", Span(0, 1)), is_whole("习近平访问中国", Span(0, 3))
    (False, True)
    """
    return not (_is_cut(text, span.start) or _is_cut(text, span.end))


def _is_cut(text: str, at: int) -> bool:
    """Say whether a word goes on over a place in a text."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if unicodedata.category(after).startswith("M") or before in _JOINERS or after in _JOINERS:
        return True
    before = _base(text, at - 1)
    is_inside = before.isalnum() and after.isalnum()
    return is_inside and not (_is_unspaced(before) or _is_unspaced(after))


def _base(text: str, at: int) -> str:
    """Return the letter that the marks at a place belong to."""
    while at > 0 and unicodedata.category(text[at]).startswith("M"):
        at -= 1
    return text[at]


def _is_unspaced(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(_UNSPACED)
