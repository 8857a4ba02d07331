"""Plain text in UTF-8, and what it tells of itself: date, publisher, address, author and title."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from kg.errors import SourceError
from kg.model import Article, Origin, Span

SUFFIXES = (".txt",)

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST_TITLE = 200  # code points: longer first lines are paragraphs
TOP = 5  # lines that hold words, among which a byline stands: further down "by …" is the author of a photo

LEADING_DATE = re.compile(r"\ufeff?\s*date (\d{4}-\d{2}-\d{2})\b")
ADDRESS = re.compile(r"https?://[^\s<>\"]+\Z")
BYLINE = re.compile(r"[Bb]y\s+((?:[^\W\d_][\w.’'-]*\s+){1,3}[^\W\d_][\w’'-]*)\Z")
DATELINE = re.compile(
    r"""(?P<place>[A-Z][A-Z .’'-]+[A-Z])                  # BAKU, in capitals
    (?:,\s*(?P<month>[A-Z][a-z]{2,8})\.?\s+(?P<day>\d{1,2})(?:,\s*(?P<year>\d{4}))?)?
    (?:\s*\((?P<agency>[A-Z][\w .&-]{1,30})\))?
    \s*(?:[—–]|--|\s-\s)""",
    re.VERBOSE,
)
Told = tuple[str, str | dt.date, str, Span]  # field, value, the rule that read it, the words it rests on


def read(file: str, content: bytes) -> Article:
    """Return a text as it stands, each character kept, with what its own words tell of it.

    Raises:
        SourceError: the content is not UTF-8, has control characters, or opens with a date that is none.
    """
    text = _decode(file, content)
    article = Article(file, text)
    for field, value, rule, span in _told(file, text):
        if getattr(article, field) is None:
            origins = (*article.origins, Origin(field, rule, span))
            article = replace(article, **{field: value, "origins": origins})  # type: ignore[arg-type]
    return article


def _decode(file: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        found = content[error.start]
        raise SourceError(
            f"{file}: expected UTF-8, found byte 0x{found:02x} at offset {error.start}"
        ) from error
    for place, character in enumerate(text):
        if unicodedata.category(character) == "Cc" and character not in "\t\r\n":
            raise SourceError(
                f"{file}: expected text, found control character U+{ord(character):04X} at {place}"
            )
    return text


def _told(file: str, text: str) -> Iterator[Told]:
    """Yield what the text tells of itself; of two that tell the same field the first holds."""
    lines = tuple(_lines(text))
    yield from _leading_date(file, text)
    yield from _address(text, lines)
    yield from _byline(text, lines)
    yield from _title(text, lines)
    for line in lines[:TOP]:
        yield from _dateline(text, line)


def _lines(text: str) -> Iterator[Span]:
    """Yield the lines that hold words, without the white space around them."""
    for found in re.finditer(r"[^\r\n]+", text):
        words = found.group().strip("\ufeff \t")
        if words:
            start = found.start() + found.group().index(words)
            yield Span(start, start + len(words))


def _leading_date(file: str, text: str) -> Iterator[Told]:
    found = LEADING_DATE.match(text)
    if found:
        try:
            day = dt.date.fromisoformat(found[1])
        except ValueError:
            raise SourceError(
                f"{file}: expected a date such as 2025-04-03 at its head, found {found[1]!r}"
            ) from None
        yield "published", day, "leading date", Span(*found.span(1))


def _address(text: str, lines: tuple[Span, ...]) -> Iterator[Told]:
    for name, line in (("trailing URL", lines[-1:]), ("leading URL", lines[:1])):
        for span in line:
            if ADDRESS.match(_words(text, span)):
                yield "url", _words(text, span), name, span


def _byline(text: str, lines: tuple[Span, ...]) -> Iterator[Told]:
    for span in lines[:TOP]:
        found = BYLINE.match(_words(text, span))
        if found and all(word[0].isupper() for word in (found[1].split()[0], found[1].split()[-1])):
            yield "author", found[1], "byline", Span(span.start + found.start(1), span.end)


def _title(text: str, lines: tuple[Span, ...]) -> Iterator[Told]:
    """Yield the first line where it stands alone: before a blank line or a byline, and ending no sentence."""
    told = [span for span in lines[:2] if not ADDRESS.match(_words(text, span))]
    if not told or LEADING_DATE.match(text):
        return
    first, after = _words(text, told[0]), text[told[0].end :]
    alone = re.match(r"[ \t]*\r?\n[ \t]*\r?\n", after) or re.match(r"\s*[Bb]y\s", after)
    if alone and len(first) <= LONGEST_TITLE and not re.search(r"[.,:;][’”\"'»)]*\Z", first):
        yield "title", first, "first line", told[0]


def _dateline(text: str, line: Span) -> Iterator[Told]:
    """Yield day and agency of a line that opens as wire reports do; a day without its year tells no date."""
    found = DATELINE.match(text, line.start, line.end)
    if not found:
        return
    if found["agency"]:
        yield "publisher", found["agency"], "dateline", Span(*found.span("agency"))
    month = (found["month"] or "")[:3].lower()
    if found["year"] and month in MONTHS:
        try:
            day = dt.date(int(found["year"]), MONTHS.index(month) + 1, int(found["day"]))
        except ValueError:
            return
        yield "published", day, "dateline", Span(found.start("month"), found.end("year"))


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end]
