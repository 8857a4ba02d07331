"""Articles in languages that are not parsed: sentences, quotations and dates alone; who is meant is not read.

What a model finds in such an article is looked up in its own letters, as in any other.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc as Words

from kg.model import Article, Span
from kg.registry import foreign
from kg.text import publication, quotes, regions, sentences
from kg.text.calendar import Point, Sense, Weekday, Written
from kg.text.reading import Reading, Sentence
from kg.text.times import Time
from kg.text.tokens import Doc

# Full stops of scripts that do not space sentences apart, or have a stop of their own.
_STOP = re.compile(r"[。！？｡]+[”’」』）]*|[.!?…։؟۔]+[”’»)\]]*(?=\s)")
_SHORT = re.compile(r"(?:^|[\s(«“„\"])(?:\w{1,2}|\d+)\.$")  # "г.", "Н.": more ends no sentence
_DIGITS = r"(?<!\d)\d{4}(?!\d)"  # of a year
_HAN = re.compile(r"(?:(?P<year>\d{4})\s?年\s?)?(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?[日号]")
_FIGURES = re.compile(r"(?<![\d.])(?P<day>\d\d?)\.(?P<month>0[1-9]|1[0-2])\.(?P<year>\d{4})(?!\d)")
_SCRIPTS = {
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "HEBREW": "he",
    "GREEK": "el",
    "DEVANAGARI": "hi",
    "THAI": "th",
}
_PERSIAN = frozenset("پچژگ")  # letters that Arabic lacks
_MAIN = 0.5  # share of the letters that are of another script than Latin, from which a text is not in English
_ENOUGH = 4_000  # code points that tell a language
_SMALL = frozenset({"the", "of", "and", "to", "that", "with", "for", "by", "was", "is", "at"})
_SHARE = 0.1  # of the words of a text, which English small words exceed and those of others do not
_STEM = 3  # letters of a name of a month or day that its cases leave as they are


@lru_cache(maxsize=8)  # asked again and again of one article
def language_of(article: Article) -> str:
    """Return the tag of an article's language: as described, where its letters and words do not belie that.

    Templates of sites describe what they hold by one language, whatever it is written in.
    """
    described = (article.language or "en").split("-")[0].casefold()
    scripted = _by_script(article.text)
    if described == "en":
        return scripted or described
    return "en" if scripted is None and _is_english(article.text) else described


def _by_script(text: str) -> str | None:
    """Return the language that a script tells, None for Latin letters; the first letters are enough."""
    letters = Counter(_script(c) for c in text[:_ENOUGH] if c.isalpha())
    script, count = letters.most_common(1)[0] if letters else ("LATIN", 0)
    if script not in _SCRIPTS or count < _MAIN * letters.total():
        return None
    return "fa" if script == "ARABIC" and _PERSIAN & set(text) else _SCRIPTS[script]


def _is_english(text: str) -> bool:
    """Say whether the small words of a text are those of English."""
    told = re.findall(r"[a-zA-Z]+", text[:_ENOUGH])
    return sum(word.casefold() in _SMALL for word in told) > _SHARE * len(told)


def is_foreign(article: Article) -> bool:
    """Say whether an article is in a language that is not parsed."""
    return language_of(article) != "en"


def read(article: Article) -> Reading:
    """Return an article of which nobody is read: its sentences, quotations and dates."""
    unread = regions.unread(article)
    language, parts = language_of(article), tuple(span for _, span in unread)
    cut = tuple(s for s in _split(article.text) if not any(s.meets(part) for part in parts))
    doc = Doc(_words(article.text, cut))
    found = tuple(_times(doc, language))
    return Reading(
        article=publication.published(article, doc, found),
        doc=doc,
        sentences=tuple(_sentences(doc, cut)),
        quotes=quotes.find(article.text),
        times=found,
        mentions=(),
        actors=(),
        offices=(),
        topics=(),
        unread=unread,
    )


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _split(text: str) -> tuple[Span, ...]:
    return tuple(s for p in sentences.paragraphs(text) for s in _of_paragraph(text, p))


def _of_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if not _SHORT.search(text[start : stop.end()]):
            yield Span(start, stop.end())
            start = (
                stop.end()
                + len(text[stop.end() : paragraph.end])
                - len(text[stop.end() : paragraph.end].lstrip())
            )
    if start < paragraph.end:
        yield Span(start, paragraph.end)


@cache
def _blank() -> Language:
    return spacy.blank("xx")


def _words(text: str, cut: Iterable[Span]) -> Words:
    """Return the words; a sentence begins where one was cut."""
    doc, starts = _blank().make_doc(text), {s.start for s in cut}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    return doc


def _sentences(doc: Doc, cut: Iterable[Span]) -> Iterator[Sentence]:
    for span in cut:
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is not None and len(words):
            yield Sentence(span, words.start, words.end)


def _times(doc: Doc, language: str) -> Iterator[Time]:
    """Yield the dates that are written out, in the order of the text; no two overlap."""
    end = 0
    for span, sense in sorted(_senses(doc.text, language), key=lambda each: (each[0].start, -each[0].end)):
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        if span.start >= end and words is not None:
            end = span.end
            yield Time(span, words.start, words.end, " ".join(doc.text[span.start : end].split()), sense)


def _senses(text: str, language: str) -> Iterator[tuple[Span, Sense]]:
    months, weekdays = foreign.months(language), foreign.weekdays(language)
    for match in (*_HAN.finditer(text), *_FIGURES.finditer(text)):
        yield Span(*match.span()), _written(match, int(match["month"]))
    for match in _named(tuple(months)).finditer(text) if months else ():
        if any(match[part] for part in ("day", "after", "year", "before")):  # alone it may be another word
            yield Span(*match.span()), _written(match, _number(match["name"], months))
    for name, number in weekdays.items():
        for match in re.finditer(_stem(name), text, re.IGNORECASE):
            yield Span(*match.span()), Weekday(number, number)


def _written(match: re.Match[str], month: int) -> Written:
    """Return a date as its parts were found: either name of a part, None where neither was."""
    told = match.groupdict()
    year, day = (told.get(a) or told.get(b) for a, b in (("year", "before"), ("day", "after")))
    point = Point(int(year) if year else None, month, int(day) if day else None)
    return Written(point, point)


@cache
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a day with its month: "2 апреля 2025 года", "2025-ci il aprelin 2-də"."""
    stems = "|".join(_stem(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<before>{_DIGITS})\D{{0,10}}?)?(?:(?<!\d)(?P<day>\d{{1,2}})[.\s]*)?(?P<name>{stems})"
        rf"(?:(?:[,\s]+(?P<year>{_DIGITS}))|[\s-]+(?P<after>\d{{1,2}})(?!\d))?",
        re.IGNORECASE,
    )


def _stem(name: str) -> str:
    """Return the pattern of a name in its cases: the last letter may change, a few may follow."""
    is_spaced = unicodedata.name(name[-1], "").partition(" ")[0] != "CJK"
    if not is_spaced:
        return re.escape(name)
    stem = name[:-1] if len(name) > _STEM else name
    return rf"(?<!\w){re.escape(stem)}\w{{0,4}}(?!\w)"


def _number(form: str, names: dict[str, int]) -> int:
    """Return the number of the month of which a form is a case; of several that fit the longest name's."""
    return names[max((n for n in names if re.fullmatch(_stem(n), form, re.IGNORECASE)), key=len)]
