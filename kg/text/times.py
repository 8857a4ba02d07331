"""Expressions of time in a text: where they stand, and which days they can mean."""

import re
from dataclasses import dataclass

from kg.model import Span
from kg.text.calendar import Anchor, Bounds, Sense, Weekday, Written
from kg.text.expressions import OPEN, RULES
from kg.text.needs import parts
from kg.text.reckoning import resolve
from kg.text.tokens import Doc, Token

_OPEN = re.compile(OPEN)
_ARTICLE = re.compile(r"\s+(?:the\s+)?", re.IGNORECASE)
_ATTRIBUTES = frozenset({"nummod", "compound", "amod", "nmod", "poss"})


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time.

    Attributes:
        span: its range in the text, with the preposition before it.
        start: index of its first token.
        end: index after its last token (half-open).
        phrase: its words, white space as single spaces.
        sense: what they mean on the calendar.
        open: whether they bound one side only ("since 2004").
    """

    span: Span
    start: int
    end: int
    phrase: str
    sense: Sense
    open: bool = False

    @property
    def kind(self) -> str:
        """The kind of sense: "written", "weekday", "shift", "step", "stay" or "vague"."""
        return type(self.sense).__name__.casefold()


def find(doc: Doc) -> tuple[Time, ...]:
    """Return the expressions of time of a parsed text, in the order of the text; no two overlap."""
    text = doc.text
    near = {need: tuple(parts(text, need)) for need in {need for _, _, need in RULES}}
    candidates = (
        (match, build)
        for pattern, build, need in RULES
        for start, end in near[need]
        for match in pattern.finditer(text, start, end)
    )
    found: list[Time] = []
    for match, build in sorted(candidates, key=lambda c: (c[0].start(), -c[0].end())):
        sense = build(match)
        if sense is None or (found and match.start() < found[-1].span.end):
            continue
        words = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if words is None:
            continue
        is_open = _is_open(match["lead"], sense)
        span = Span(*match.span())
        bare = _bare(match) if match["lead"] and _modifies(words[-1]) else None
        inner = doc.char_span(bare, match.end(), alignment_mode="expand") if bare is not None else None
        if inner is not None:  # "since the 2016 accord": it is the accord that has the year
            words, span, is_open = inner, Span(inner.start_char, match.end()), False
        phrase = " ".join(text[span.start : span.end].split())
        found.append(Time(span, words.start, words.end, phrase, sense, is_open))
    return tuple(found)


def _modifies(last: Token) -> bool:
    """Say whether a time ends in a word that belongs to the noun behind it."""
    between = last.doc[last.i + 1 : last.head.i]
    is_attribute = last.dep_ in _ATTRIBUTES and last.head.pos_ in {"NOUN", "PROPN"}
    return is_attribute and last.head.i > last.i and not any(t.is_punct for t in between)


def _bare(match: re.Match[str]) -> int:
    """Return where a time begins behind its preposition and article."""
    article = _ARTICLE.match(match.string, match.end("lead"))
    return article.end() if article is not None else match.end("lead")


def bounds(time: Time, anchor: Anchor, *, future: bool) -> Bounds | None:
    """Return the days that a time can mean, None where its words and the anchor do not let one tell.

    Args:
        time: the expression.
        anchor: day of publication, and the days that the text speaks of at that place.
        future: whether what is dated lies ahead of publication.
    """
    return None if time.open else resolve(time.sense, anchor, future=future)


def _is_open(lead: str | None, sense: Sense) -> bool:
    word = " ".join((lead or "").casefold().split())
    if word == "from":  # "from 2 to 4 May" has both sides, "from 2 May" one
        return not (isinstance(sense, Written | Weekday) and sense.first != sense.last)
    return _OPEN.fullmatch(word) is not None
