"""Cut a text at its paragraphs into parts that a model can read at once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kg.model import Span
from kg.text import sentences


def parts(text: str, most: int, overlap: int) -> tuple[Span, ...]:
    """Return parts of a text, in its order, each of whole paragraphs.

    A part ends with the paragraphs with which the next one begins, so that what a paragraph refers to stands
    before it. Only a paragraph that is longer than a part is itself cut: at sentences, or, where one of these
    is longer still, between words.

    Args:
        text: the text.
        most: code points of a part.
        overlap: most code points that stand in two parts; the last paragraph of a part, where it is longer,
            stands in one alone.

    >>> text = chr(10).join(("One two.", "Three.", "Four five."))
    >>> [text[p.start:p.end].split(chr(10)) for p in parts(text, 18, 6)]
    [['One two.', 'Three.'], ['Three.', 'Four five.']]
    """
    pieces = tuple(piece for each in sentences.paragraphs(text) for piece in _pieces(text, each, most))
    return tuple(_grouped(pieces, most, overlap))


def halves(text: str, part: Span, overlap: int) -> tuple[Span, ...]:
    """Return the parts of a part, each of half of its length at most."""
    most = -(-(part.end - part.start) // 2)
    found = parts(text[part.start : part.end], most, min(overlap, most // 4))
    return tuple(Span(part.start + each.start, part.start + each.end) for each in found)


def _grouped(pieces: Sequence[Span], most: int, overlap: int) -> Iterator[Span]:
    first = 0
    while first < len(pieces):
        after = bisect_right(pieces, pieces[first].start + most, first + 1, key=lambda piece: piece.end)
        yield Span(pieces[first].start, pieces[after - 1].end)
        if after == len(pieces):
            return
        # From where the rest of this part is short enough to be repeated, and the next piece still fits.
        from_here = max(pieces[after - 1].end - overlap, pieces[after].end - most)
        first = bisect_left(pieces, from_here, first + 1, after, key=lambda piece: piece.start)


def _pieces(text: str, paragraph: Span, most: int) -> Iterator[Span]:
    if paragraph.end - paragraph.start <= most:
        yield paragraph
        return
    for sentence in sentences.split(text[paragraph.start : paragraph.end]):
        yield from _words(text, paragraph.start + sentence.start, paragraph.start + sentence.end, most)


def _words(text: str, start: int, end: int, most: int) -> Iterator[Span]:
    """Yield a sentence, in pieces that end between words where it is too long for one."""
    while end - start > most:
        space = max(text.rfind(gap, start + 1, start + most) for gap in " \n")
        stop = start + most if space < 0 else space
        yield Span(start, stop)
        start = stop + (space >= 0)
    if start < end:
        yield Span(start, end)
