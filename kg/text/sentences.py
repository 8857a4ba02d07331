"""Sentences of a text: paragraphs first, then full stops that end something."""

import re

from kg.model import Span

# Short forms whose full stop ends no sentence; a name or number goes on after them.
_SHORT = frozenset(
    """adm al amb art brig capt cf ch cmdr co col corp dep dept dr e.g eng esq etc ex fig fr gen gov hon i.e inc jr
    lt ltd maj messrs mr mrs ms mt no nos nr op p para ph.d pp pres prof rep rev sec sen sgt sr st supt tel u.s u.k
    u.n vol vs viz jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
_STOP = re.compile(
    r"(?P<word>\S*?)(?P<stop>[.!?…]+)(?P<close>[”’\"'»)\]]*)(?P<gap>\s+)(?P<next>[\"“‘'«(\[]*\S)"
)
_BLANK = re.compile(r"\n[ \t\r\f\v\u00a0]*\n\s*")
_BREAK = re.compile(r"\n\s*")
_WRAPPED = 0.3  # share of lines that start in lower case, from which on a text is taken to be hard-wrapped


def is_wrapped(text: str) -> bool:
    """Say whether lines are broken to a width, so that a single line break ends no paragraph."""
    inner = re.findall(r"\S[ \t]*\n[ \t]*(\S)", text)
    lower = sum(c.islower() for c in inner)
    return bool(inner) and lower >= _WRAPPED * len(inner)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs without the white space around them, in the order of the text.

    >>> [("A b.\\n\\nC d.")[p.start:p.end] for p in paragraphs("A b.\\n\\nC d.")]
    ['A b.', 'C d.']
    """
    return _pieces(text, _BLANK if is_wrapped(text) else _BREAK)


def split(text: str) -> tuple[Span, ...]:
    """Return the sentences without the white space around them, in the order of the text.

    A full stop ends a sentence where a capital, digit or opening mark follows, and the word before it is
    neither a short form ("Mr.") nor an initial ("J."); the end of a paragraph always does.

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
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _is_end(match):
            found.append(Span(start, match.end("close")))
            start = match.start("next")
    return (*found, Span(start, paragraph.end))


def _is_end(match: re.Match[str]) -> bool:
    word, stop, following = match["word"].lstrip("(“‘\"'[«"), match["stop"], match["next"]
    if not (following[-1].isupper() or following[-1].isdigit() or len(following) > 1):
        return False
    if stop != "." or match["close"]:
        return True
    short = word.casefold() in _SHORT or re.fullmatch(r"[A-Z]|([A-Za-z]\.)+[A-Za-z]", word) is not None
    # "No. 5" goes on, "he said no. Then" does not.
    number = (
        word.casefold() in {"no", "nos", "nr", "art", "p", "pp", "para", "fig"}
        and not following[-1].isdigit()
    )
    return not short or (number and word.islower())
