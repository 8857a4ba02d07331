"""When something happened or is to happen: the time that a text gives to the words which evoke it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract import _attachment
from kg.extract._lexicon import frame
from kg.model import Span
from kg.text.calendar import Anchor, Bounds, Stay, Step
from kg.text.reading import Reading, Sentence
from kg.text.times import Time, bounds

_JOURNEY = 14  # days: a longer range is a period, within which events have days of their own
# How many sentences back the day stands that "the previous day" is counted from.
_REACH = 6
_GRACE = dt.timedelta(days=31)  # texts in the present tense tell of what comes within weeks


@dataclass(frozen=True, slots=True)
class Dated:
    """When something is told to be.

    Attributes:
        earliest: first possible day, for a stay its first.
        latest: last possible day, for a stay its last.
        edtf: the same in EDTF (ISO 8601-2:2019).
        phrase: the words it was resolved from.
        span: where they stand.
    """

    earliest: dt.date
    latest: dt.date
    edtf: str
    phrase: str
    span: Span


def dated(reading: Reading, trigger: Token, *, future: bool) -> Dated | None:
    """Return when the text tells that something is, None where it does not let one tell.

    Args:
        reading: the article.
        trigger: the verb or noun that evokes it.
        future: whether it lies ahead of publication.
    """
    own = reading.sentence(trigger.i)
    if own is None:
        return None
    times = _attachment.attached(reading, trigger)
    if times:
        return _said(reading, trigger, times, future=future)
    told = _by_event(reading, trigger, future=future)
    return told or _carried(reading, trigger, own, future=future)


def _said(reading: Reading, trigger: Token, times: tuple[Time, ...], *, future: bool) -> Dated | None:
    """Return what the times of a clause say; where the nearest is vague, the day is not told."""
    stay = _of_stay(reading, trigger, times, future=future)
    if stay is not None:
        return stay
    found = resolved(reading, times[0], future=future)
    is_end = _is_of(trigger, "journey") and frame("ending").match(trigger.head)
    return None if is_end and found is not None and found.earliest == found.latest else found


def resolved(reading: Reading, time: Time, *, future: bool) -> Dated | None:
    """Return the days that an expression of time means where it stands, None where that cannot be told."""
    article = reading.article
    focus = _focus(reading, time) if isinstance(time.sense, Step) else None
    found = bounds(time, Anchor(article.published, article.inferred, focus), future=future)
    if found is None or (not future and _is_ahead(found, article.published)):
        return None
    return _dated(found, time)


def _is_ahead(found: Bounds, published: dt.date | None) -> bool:
    """Say whether days lie so far ahead that they cannot date what has happened ("the 2030 strategy")."""
    return published is not None and found.earliest > published + _GRACE


def _dated(found: Bounds, time: Time) -> Dated:
    return Dated(found.earliest, found.latest, found.edtf, time.phrase, time.span)


def _focus(reading: Reading, time: Time) -> Bounds | None:
    """Return the day that the text spoke of before a time; for a day of a stay, the day it began."""
    sentence = reading.sentence(time.start)
    if sentence is None:
        return None
    of_stay = isinstance(time.sense, Step) and time.sense.stay
    number = reading.sentences.index(sentence)
    start = 0 if of_stay else reading.sentences[max(number - _REACH, 0)].start
    before = [t for t in reading.times if start <= t.start < time.start]
    for other in reversed(before):
        root = reading.doc[other.start : other.end].root
        begins = any(frame("beginning").match(t) for t in root.ancestors)
        found = resolved(reading, other, future=False) if begins or not of_stay else None
        if found is not None and (found.earliest == found.latest or of_stay):
            return Bounds(found.earliest, found.earliest)
    return None


def _of_stay(reading: Reading, trigger: Token, times: tuple[Time, ...], *, future: bool) -> Dated | None:
    """Return the days of a stay whose length and one day are told, or its first day and one within it."""
    stay = next((t for t in times if isinstance(t.sense, Stay)), None)
    days = [(t, d) for t in times if t is not stay and (d := resolved(reading, t, future=future)) is not None]
    single = [(t, d) for t, d in days if d.earliest == d.latest]
    if stay is not None and isinstance(stay.sense, Stay):
        if days and not single:
            return days[0][1]
        return _window(reading, trigger, stay, single[0]) if single else None
    began = next((d for t, d in single if _attachment.is_below(reading, t, trigger, "beginning")), None)
    within = next((d for t, d in single if not _attachment.is_below(reading, t, trigger, "beginning")), None)
    if began is not None and within is not None and began.earliest < within.earliest:
        found = Bounds(began.earliest, within.latest)
        return Dated(found.earliest, found.latest, found.edtf, began.phrase, began.span)
    return None


def _window(reading: Reading, trigger: Token, stay: Time, told: tuple[Time, Dated]) -> Dated:
    """Return the days of a stay around one of its days, which may be its first, its last, or any."""
    time, day = told
    words = (trigger, *trigger.ancestors)
    more = dt.timedelta(days=stay.sense.days - 1 if isinstance(stay.sense, Stay) else 0)
    is_first = _is_any(words, "beginning") or _attachment.is_below(reading, time, trigger, "beginning")
    first = day.earliest if is_first else day.earliest - more
    last = day.latest if _is_any(words, "ending") else day.latest + more
    return _dated(Bounds(first, last), stay)


def _is_any(words: tuple[Token, ...], name: str) -> bool:
    return any(frame(name).match(t) for t in words)


def _by_event(reading: Reading, trigger: Token, *, future: bool) -> Dated | None:
    """Return the days of the event that a clause leans on ("during the visit", "after his meeting")."""
    for noun, preposition in _attachment.leaned_on(trigger):
        family = next((name for name in ("encounter", "journey") if _is_of(noun, name)), None)
        if family is None:
            continue
        found = next(_tellings(reading, noun, family, future=future), None)
        is_near = found is not None and found.span.start >= trigger.sent.start_char
        if found is not None and (is_near or preposition == "during" or found.earliest == found.latest):
            return found
    return None


def _tellings(reading: Reading, noun: Token, family: str, *, future: bool) -> Iterator[Dated]:
    """Yield the days that are told of an event: where it is named, else where its like is told before."""
    for other in (noun, *(t for t in reading.doc[: noun.sent.start] if _is_of(t, family))):
        times = _attachment.attached(reading, other)
        found = _said(reading, other, times, future=future) if times else None
        if found is not None:
            yield found


def _carried(reading: Reading, trigger: Token, own: Sentence, *, future: bool) -> Dated | None:
    """Return the days of the journey that the text is in the middle of, or the day of the sentence before."""
    number = reading.sentences.index(own)
    marked = any(t.lower_ in frame("sequence").cues for t in reading.doc[own.start : own.end])
    is_stage = any(_is_of(trigger, name) for name in ("encounter", "journey", "stage"))
    for back, sentence in enumerate(reversed(reading.sentences[:number])):
        for found in _told(reading, sentence, future=future):
            days = (found.latest - found.earliest).days
            if (0 < days <= _JOURNEY and is_stage) or (days == 0 and back == 0 and marked):
                return found
    return None


def _told(reading: Reading, sentence: Sentence, *, future: bool) -> Iterator[Dated]:
    """Yield the days that a sentence's main clause speaks of, the last first."""
    root = reading.doc[sentence.start : sentence.end].root
    for time in reversed(reading.times):
        if sentence.start <= time.start < sentence.end and root in _attachment.sites(reading, time):
            found = resolved(reading, time, future=future)
            if found is not None:
                yield found


def _is_of(word: Token, name: str) -> bool:
    return word.lemma_.lower() in frame(name).nouns
