"""Parts of a page that tell no news: advertising, credits, bylines, biographies, teasers."""

import re
from collections.abc import Iterator

from kg.model import Article, Span
from kg.registry.unread import patterns
from kg.text.sentences import paragraphs

_LATE = 0.6  # share of the text after which a heading with one line under it is a teaser, not a section
_HEADING = 16  # words: the longest heading taken for one
_FINAL = re.compile(r"[.!?:…][”’\"')]*$")


def unread(article: Article) -> tuple[tuple[str, Span], ...]:
    """Return the parts that yield no records, each with its kind, sorted, none overlapping another."""
    found: list[tuple[str, Span]] = []
    for kind, span in (*_author(article), *_lines(article.text), *_teasers(article.text)):
        if span.start < span.end and not any(span.meets(other) for _, other in found):
            found.append((kind, span))
    return tuple(sorted(found, key=lambda part: part[1]))


def _lines(text: str) -> Iterator[tuple[str, Span]]:
    whole_first = sorted(patterns(), key=lambda p: p.scope != "line")
    for line in re.finditer(r"[^\n]+", text):
        for each in whole_first:
            match = each.pattern.search(line[0])
            if match:
                start, end = (0, len(line[0])) if each.scope == "line" else match.span()
                yield each.kind, Span(line.start() + start, line.start() + end)
                if each.scope == "line":
                    break


def _author(article: Article) -> Iterator[tuple[str, Span]]:
    """Yield the lines that hold the author's name alone, and the paragraph that then tells of the author."""
    if not article.author:
        return
    after_name = False
    for line in re.finditer(r"[^\n]+", article.text):
        words = line[0].strip()
        if re.fullmatch(rf"(?:by\s+)?{re.escape(article.author)}", words, re.IGNORECASE):
            yield "byline", Span(line.start(), line.end())
            after_name = line.start() > len(article.text) * _LATE
        elif after_name and set(article.author.split()) & set(re.findall(r"[\w’-]+", words)):
            yield "biography", Span(line.start(), line.end())
        elif words:
            after_name = False


def _teasers(text: str) -> Iterator[tuple[str, Span]]:
    """Yield headings with one line under them, late in a text that parts paragraphs by blank lines."""
    if len(re.findall(r"\n\s*\n", text)) < len(paragraphs(text)) / 3:
        return
    for pair in re.finditer(r"(?<=\n\n)([^\n]+)\n([^\n]+)(?=\n)", text):
        is_heading = len(pair[1].split()) <= _HEADING and not _FINAL.search(pair[1].strip())
        if is_heading and _FINAL.search(pair[2].strip()) and pair.start() > len(text) * _LATE:
            yield "teaser", Span(pair.start(), pair.end())
