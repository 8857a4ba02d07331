"""Quotations: which marks open, which close, and which are apostrophes."""

import re
from dataclasses import dataclass

from kg.model import Span
from kg.text import sentences

# Any mark of one kind may close what another of the kind opened: writers mix “ ” with " and ‘ ’ with '.
_DOUBLE, _SINGLE = frozenset('“”„‟"«»'), frozenset("‘’'")
_OPENS, _CLOSES = frozenset("“„‘«"), frozenset("”’»")
_MARK = re.compile("[“”„‟\"«»‘’']")
_BEFORE = frozenset("([{—–-/:“”„‟\"«»‘’'")  # besides white space, what may stand before an opening mark
_DECADE = re.compile(r"[‘’'](?:\d\ds\b|(?:em|tis|twas|til|cause)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words in quotation marks.

    Attributes:
        span: the words with their marks; without the closing one where the text leaves it out.
        inner: the words alone.
        depth: 0 for a quotation that stands in no other.
    """

    span: Span
    inner: Span
    depth: int


def find(text: str) -> tuple[Quote, ...]:
    """Return the quotations of a text, sorted by where they begin.

    A quotation ends with its paragraph at the latest: one that runs over several paragraphs, each opened
    anew and only the last one closed, is found as one quotation for each paragraph.

    >>> text = "‘It is part of China's territory’, he said."
    >>> [text[q.inner.start:q.inner.end] for q in find(text)]
    ["It is part of China's territory"]
    """
    found = [q for p in sentences.paragraphs(text) for q in _paragraph(text, p)]
    return tuple(sorted(found))


def _paragraph(text: str, bounds: Span) -> list[Quote]:
    found: list[Quote] = []
    open_marks: list[int] = []
    for match in _MARK.finditer(text, bounds.start, bounds.end):
        at = match.start()
        if _is_apostrophe(text, at, bounds):
            continue
        double = text[at] in _DOUBLE
        opener = next((o for o in reversed(open_marks) if (text[o] in _DOUBLE) == double), None)
        if _is_opening(text, at, bounds, is_open=opener is not None):
            if double or text[at] == "‘" or _closer(text, at + 1, bounds.end) is not None:
                open_marks.append(at)
        elif opener is not None and (double or not _is_possessive(text, at, bounds.end)):
            # What was opened inside and never closed is no quotation.
            del open_marks[open_marks.index(opener) + 1 :]
            open_marks.pop()
            found.append(Quote(Span(opener, at + 1), Span(opener + 1, at), len(open_marks)))
    unclosed = [(o, i) for i, o in enumerate(open_marks) if text[o + 1 : bounds.end].strip()]
    return found + [Quote(Span(o, bounds.end), Span(o + 1, bounds.end), i) for o, i in unclosed]


def _is_apostrophe(text: str, at: int, bounds: Span) -> bool:
    """Say whether a mark is an apostrophe, or the sign of feet, inches, minutes or seconds."""
    before = text[at - 1] if at > bounds.start else " "
    after = text[at + 1] if at + 1 < bounds.end else " "
    if text[at] == '"':
        # Inches: after a digit, where no straight mark before it waits to be closed.
        return before.isdigit() and text.count('"', bounds.start, at) % 2 == 0
    if text[at] not in _SINGLE:
        return False
    return (before.isalnum() and after.isalnum()) or _DECADE.match(text, at) is not None


def _is_opening(text: str, at: int, bounds: Span, *, is_open: bool) -> bool:
    """Say whether a mark opens: by its place, then by its form, then in turn."""
    before = text[at - 1] if at > bounds.start else " "
    after = text[at + 1] if at + 1 < bounds.end else " "
    after_gap = before.isspace() or before in _BEFORE
    before_gap = after.isspace() or after in ".,;:!?)]}…—–”’\"'»-"
    if after_gap and not before.isspace() and before_gap:
        return not is_open
    if after_gap != before_gap:
        return after_gap
    if text[at] in _OPENS or text[at] in _CLOSES:
        return text[at] in _OPENS
    return not is_open


def _closer(text: str, start: int, end: int) -> int | None:
    """Return where a single mark next closes what stands open, None where none does before another opens."""
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        bounds = Span(start, end)
        if text[at] in _SINGLE and not _is_apostrophe(text, at, bounds):
            return None if _is_opening(text, at, bounds, is_open=True) else at
    return None


def _is_possessive(text: str, at: int, end: int) -> bool:
    """Say whether a mark after "s" is an apostrophe ("the states’ rights"), the closing one yet to come.

    Such a mark goes on to a word, and the next one that closes ends a clause: it has punctuation beside it.
    """
    if text[at - 1] not in "sS" or re.match(r" \w", text[at + 1 : end]) is None:
        return False
    later = _closer(text, at + 1, end)
    if later is None:
        return False
    return text[later - 1] in ".,!?" or later + 1 >= end or text[later + 1] in ".,;:!?)"
