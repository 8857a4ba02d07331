"""What was found in an article, for a terminal of any width."""

import textwrap
from collections.abc import Iterator

from click import style

from kg.explain.parts import Explanation, Find, Left, Meant, Part, Told

_NARROW, _WIDE = 40, 110  # columns: lines are never shorter, and never longer, for both are hard to read


def lines(explanation: Explanation, width: int) -> Iterator[str]:
    """Yield the lines of an explanation, at most so many columns wide, in colour."""
    columns = min(max(width, _NARROW), _WIDE)
    article = explanation.article
    yield style(_clean(article.title or article.file), bold=True)
    yield f"{explanation.sentences} sentences read, {explanation.silent} without any find"
    number = 0
    for part in explanation.parts:
        number += part.unread is None
        yield ""
        yield from _part(part, number, columns)
    if explanation.elsewhere:
        yield ""
        yield style("Rejected, and nowhere in the text", bold=True)
    for left in explanation.elsewhere:
        told = _wrapped(f"[{left.rule}] {left.reason}", "     dropped: ", columns)
        yield from (style(line, fg="yellow") for line in told)


def _part(part: Part, number: int, columns: int) -> Iterator[str]:
    if part.unread is not None:
        yield from (
            style(line, dim=True) for line in _wrapped(f"{part.unread}: {part.words}", "  -  ", columns)
        )
        return
    yield from (style(line, bold=True) for line in _wrapped(part.words, f"{number:3}  ", columns))
    for find in part.finds:
        yield from _find(find, columns)
    if not part.finds:
        yield style("     nothing found", dim=True)
    for left in part.dropped:
        yield from (style(line, fg="yellow") for line in _wrapped(_left(left), "     dropped: ", columns))
    for meant in filter(_is_telling, part.meant):
        yield from (style(line, dim=True) for line in _wrapped(_meant(meant), "     meant: ", columns))


def _find(find: Find, columns: int) -> Iterator[str]:
    sure = "" if find.confidence is None else f" {find.confidence:.2f}"
    name = f" {find.name}" if find.name else ""
    said = f", on the word of {find.on_word_of}" if find.on_word_of else ""
    head = _wrapped(f"{find.kind}{name} [{find.rule}{sure}]{said}", "     ", columns)
    yield from (style(line, fg="green") for line in head)
    for told in find.claims:
        yield from _wrapped(_told(told), f"       {told.term}: ", columns)


def _told(told: Told) -> str:
    return f"{told.words} ({told.note})" if told.note else told.words


def _left(left: Left) -> str:
    return f"“{left.words}” [{left.rule}] {left.reason}"


def _meant(meant: Meant) -> str:
    unused = "" if meant.is_used else ", in no record"
    return f"“{meant.words}” {', '.join(meant.who)} ({meant.form}{unused})"


def _is_telling(meant: Meant) -> bool:
    """Say whether it needs telling who is meant: a full name in some record does not."""
    return not meant.is_used or meant.who != (meant.words,)


def _wrapped(words: str, lead: str, columns: int) -> list[str]:
    """Return words broken to a width, indented below the first letter after the lead."""
    indent = " " * min(len(lead), 9)
    plain = _clean(" ".join(words.split()))
    return textwrap.wrap(plain, columns, initial_indent=_clean(lead), subsequent_indent=indent) or [lead]


def _clean(words: str) -> str:
    """Return words without marks that steer a terminal or turn the direction of writing."""
    return "".join(c if c.isprintable() else "\ufffd" for c in words)
