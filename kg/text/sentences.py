"""Sentences of a text: paragraphs first, then full stops that end something."""

import re

from kg.model import Span
from kg.registry.words import words

# The word is looked at to know short forms: without a bound, a word of 100,000 letters takes hours.
_STOP = re.compile(
    r"(?P<word>\S{0,24}?)(?P<stop>[.!?…]+)(?P<close>[”’\"'»)\]]*)\s+(?=(?P<open>[\"“‘'«(\[]*)(?P<next>\w+|\S))"
)
_INITIAL = re.compile(r"[^\W\d_](\.[^\W\d_])*")
# Between lines broken to a width, a blank line ends a paragraph, and so does the mark of a list's next item.
_BLANK = re.compile(r"\n[ \t\r\f\v\u00a0]*\n\s*|\n(?=[ \t]*[-*•▪–][ \t]+\S)[ \t]*")
_BREAK = re.compile(r"\n\s*")
# What stands before the first sentence: "CAIRO, May 2 (Alba) --", "Cairo, 2 May 2024 –", "CAIRO, Egypt —".
_PLACE = r"(?:[A-Z][\w.’'-]*\ ?){1,3}"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = (
    r"(?:[A-Z][a-z]{2,5}day,?\ )?"
    rf"(?:[A-Z][a-z]{{2,8}}\.?\ {_NUMBER}|{_NUMBER}\ (?:of\ )?[A-Z][a-z]{{2,8}})(?:,?\ \d{{4}})?"
)
_AGENCY = r"\([A-Z][\w .&/-]{1,30}\)"
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.’' -]{{2,30}}(?:,\ {_PLACE})?|{_PLACE}(?:,\ {_PLACE})?(?=,\ {_DAY}|\ ?{_AGENCY}))"
    rf"(?:,?\ {_DAY})?(?:\ ?{_AGENCY})?\s?(?:--|[—–]|\.-|\ -\ |(?<=\ )-\ )\s*(?=[A-Z\"“])"
)
_ENDS = frozenset(".!?…”’\"')")
_WRAPPED = 0.3  # share of lines that start in lower case, from which on a text is taken to be hard-wrapped


def is_wrapped(text: str) -> bool:
    """Say whether lines are broken to a width, so that a single line break ends no paragraph."""
    inner = re.findall(r"\S[ \t]*\n[ \t]*(\S)", text)
    lower = sum(c.islower() for c in inner)
    return bool(inner) and lower >= _WRAPPED * len(inner)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs without the white space around them, in the order of the text.

    >>> text = chr(10).join(("A b.", "", "C d."))
    >>> [text[p.start:p.end] for p in paragraphs(text)]
    ['A b.', 'C d.']
    """
    return _pieces(text, _BLANK if is_wrapped(text) else _BREAK)


def split(text: str) -> tuple[Span, ...]:
    """Return the sentences without the white space around them, in the order of the text.

    A full stop ends a sentence where a capital, digit or opening mark follows, and the word before it is
    neither a short form ("Mr.") nor an initial ("J."); the end of a paragraph always does. A dateline stands
    for itself.

    >>> text = "Mr. Liu left. He said ‘No. Never.’ Then he flew."
    >>> [text[s.start:s.end] for s in split(text)]
    ['Mr. Liu left.', 'He said ‘No. Never.’', 'Then he flew.']
    """
    return tuple(s for p in paragraphs(text) for s in _sentences(text, p))


def _pieces(text: str, gap: re.Pattern[str]) -> tuple[Span, ...]:
    bounds = [0, *(edge for m in gap.finditer(text) for edge in m.span()), len(text)]
    return tuple(
        _trim(text, a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if text[a:b].strip()
    )


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _sentences(text: str, paragraph: Span) -> tuple[Span, ...]:
    start, found = paragraph.start, []
    is_line = text[paragraph.end - 1] not in _ENDS  # a heading such as "EU - Africa summit"
    dateline = None if is_line else _DATELINE.match(text, paragraph.start, paragraph.end)
    if dateline is not None:  # the parser takes its place for the subject of the sentence
        found, start = [_trim(text, *dateline.span())], dateline.end()
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _is_end(match):
            found.append(Span(start, match.end("close")))
            start = match.start("open")
    return (*found, Span(start, paragraph.end))


def _is_end(match: re.Match[str]) -> bool:
    following = match["next"]
    if not (following[0].isupper() or following[0].isdigit() or match["open"]):
        return False
    if match["stop"] != "." or match["close"]:
        return True
    word = match["word"].lstrip("(“‘\"'[«")
    return not _is_short(word) or _is_short_at_end(word, following)


def _is_short(word: str) -> bool:
    """Say whether a word before a full stop is an initial ("J", "U.S") or a short form ("Mr")."""
    return bool(_INITIAL.fullmatch(word)) or word.casefold() in words("short form")


def _is_short_at_end(word: str, following: str) -> bool:
    """Say whether a short form ends its sentence all the same, by the word that follows."""
    if word.casefold() in words("short form at an end"):
        return following[0].isupper() and following.casefold() in words("opener")
    # "No. 5" goes on, "he said no. Then" does not.
    return word in words("short form before number") and not following[0].isdigit()
