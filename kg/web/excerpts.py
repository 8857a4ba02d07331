"""The line of a query that an error or a hint points at, with the place in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.store.tokens import LINE

AROUND = 60  # characters that are shown before and after: a line of a page
_WORD = re.compile(r"[\w:?$-]+|\S")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line, in three parts.

    Attributes:
        line: its number, from 1.
        before: what stands before the place; "…" where it is cut.
        marked: what stands at the place: a word or a sign; empty at the end of the line.
        after: the rest.
    """

    line: int
    before: str
    marked: str
    after: str


def excerpt(text: str, members: Mapping[str, object]) -> Excerpt | None:
    """Return the line of a text that `line` and `column` lead to; None where they lead to none."""
    line, column = members.get("line"), members.get("column")
    lines = LINE.split(text)
    if not (isinstance(line, int) and isinstance(column, int) and 1 <= line <= len(lines)):
        return None
    shown = lines[line - 1]
    at = min(column - 1, len(shown))
    word = _WORD.match(shown, at)
    end = word.end() if word else at
    before, after = shown[:at].lstrip(), shown[end:].rstrip()
    return Excerpt(
        line,
        f"…{before[-AROUND:]}" if len(before) > AROUND else before,
        shown[at:end][:AROUND],
        f"{after[:AROUND]}…" if len(after) > AROUND else after,
    )
