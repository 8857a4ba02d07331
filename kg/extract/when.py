"""When something happened or is to happen: the time that a text gives to the words which evoke it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extract import _attachment, _clause
from kg.extract._lexicon import frame
from kg.model import Node, Span
from kg.text.calendar import Anchor, Bounds, Stay, Step
from kg.text.reading import Reading, Sentence
from kg.text.times import Time, bounds
from kg.text.tokens import Token
from kg.vocab import DIP

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
    is_end = is_end or frame("homecoming").match(trigger)
    return None if is_end and found is not None and found.earliest == found.latest else found


def resolved(reading: Reading, time: Time, *, future: bool) -> Dated | None:
    """Return the days that an expression of time means where it stands, None where that cannot be told."""
    article = reading.article
    focus = _focus(reading, time, future=future) if isinstance(time.sense, Step | Stay) else None
    found = bounds(time, Anchor(article.published, article.inferred, focus), future=future)
    if found is None or (not future and _is_ahead(found, article.published)):
        return None
    return _dated(found, time)


def _is_ahead(found: Bounds, published: dt.date | None) -> bool:
    """Say whether days lie so far ahead that they cannot date what has happened ("the 2030 strategy")."""
    return published is not None and found.earliest > published + _GRACE


def _dated(found: Bounds, time: Time) -> Dated:
    return Dated(found.earliest, found.latest, found.edtf, time.phrase, time.span)


def _focus(reading: Reading, time: Time, *, future: bool) -> Bounds | None:
    """Return the day that the text spoke of before a time; for a stay and its days, the day it began."""
    sentence = reading.sentence(time.start)
    if sentence is None:
        return None
    of_stay = isinstance(time.sense, Stay) or (isinstance(time.sense, Step) and time.sense.stay)
    number = reading.number(sentence)
    start = 0 if of_stay else reading.sentences[max(number - _REACH, 0)].start
    before = [t for t in reading.times if start <= t.start < time.start]
    for other in reversed(before):
        root = reading.doc[other.start : other.end].root
        begins = any(frame("beginning").match(t) for t in root.ancestors)
        ahead = future and of_stay
        found = resolved(reading, other, future=ahead) if begins or not of_stay else None
        is_day = found is not None and found.earliest == found.latest
        if found is not None and (is_day or (isinstance(time.sense, Step) and of_stay)):
            return Bounds(found.earliest, found.earliest)
    return None


def _of_stay(reading: Reading, trigger: Token, times: tuple[Time, ...], *, future: bool) -> Dated | None:
    """Return the days of a stay whose length and one day are told, or its first day and one within it."""
    stay = next((t for t in times if isinstance(t.sense, Stay)), None)
    days = [(t, d) for t in times if t is not stay and (d := resolved(reading, t, future=future)) is not None]
    single = [(t, d) for t, d in days if d.earliest == d.latest]
    if stay is not None and isinstance(stay.sense, Stay):
        if single:
            return _window(reading, trigger, stay, single[0])
        return days[0][1] if days else resolved(reading, stay, future=future)
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
        told = tuple(_tellings(reading, noun, family, future=future))
        stays = tuple(d for d in told if _is_stay(d)) if preposition == "during" else ()
        found = next(iter((*stays, *told)), None)
        is_near = found is not None and found.span.start >= trigger.sent.start_char
        if found is not None and (is_near or preposition == "during" or found.earliest == found.latest):
            return found
    return None


def _tellings(reading: Reading, noun: Token, family: str, *, future: bool) -> Iterator[Dated]:
    """Yield the days that are told of an event: where it is named, else where its like is told before."""
    before = (t for t in _words_of(reading, family) if t.i < noun.sent.start)
    for other in (noun, *before):
        times = _attachment.attached(reading, other)
        found = _said(reading, other, times, future=future) if times else None
        if found is not None:
            yield found


@lru_cache(maxsize=2)  # asked for each event: of one article after another
def _words_of(reading: Reading, family: str) -> tuple[Token, ...]:
    """Return the words of an article that name an encounter or a journey, in the order of the text."""
    return tuple(t for t in reading.doc if _is_of(t, family))


def _carried(reading: Reading, trigger: Token, own: Sentence, *, future: bool) -> Dated | None:
    """Return the days of the journey that the text is in the middle of, or the day that it goes on with."""
    words = {t.lower_ for t in reading.doc[own.start : own.end]}
    leaves = bool(words & frame("digression").cues)
    reach = (
        _REACH if words & frame("sequel").cues and not leaves else int(bool(words & frame("sequence").cues))
    )
    if any(_is_of(trigger, name) for name in ("encounter", "journey", "stage")):
        clauses = (d for words in _subject_clauses(trigger) for d in _stays(reading, words, future=future))
        before = () if leaves else _journeys(reading, own, future=future)
        stay: Dated | None = next(iter((*clauses, *before)), None)
        if stay is not None:
            return stay
    return _went_on(reading, own, reach, future=future)


def _journeys(reading: Reading, own: Sentence, *, future: bool) -> Iterator[Dated]:
    """Yield the days of the journey told last before a sentence, whose people the sentence speaks of."""
    for place, stay in reversed(_told_journeys(reading, future=future)):
        near = reading.sentences[max(place - 1, 0) : place + 2]
        if place < reading.number(own) and _shares(reading, own, near):
            yield stay


@lru_cache(maxsize=2)  # asked for each event, ahead or not: of one article after another
def _told_journeys(reading: Reading, *, future: bool) -> tuple[tuple[int, Dated], ...]:
    """Return the numbers of the sentences that tell the days of a journey, with these days."""
    found = []
    for number, sentence in enumerate(reading.sentences):
        words = reading.doc[sentence.start : sentence.end]
        told = (*_stays(reading, words, future=future), *_told(reading, sentence, future=future))
        found += [(number, stay) for stay in [d for d in told if _is_stay(d)][:1]]
    return tuple(found)


def _went_on(reading: Reading, own: Sentence, reach: int, *, future: bool) -> Dated | None:
    """Return the day that the text spoke of last, within so many sentences; the day of an end is none."""
    number = reading.number(own)
    for sentence in reversed(reading.sentences[max(number - reach, 0) : number]):
        is_end = frame("ending").match(reading.doc[sentence.start : sentence.end].root)
        for found in _told(reading, sentence, future=future):
            if found.earliest == found.latest and not is_end:
                return found
            if found.earliest != found.latest:
                return None  # the text has gone on to another time
    return None


def _shares(reading: Reading, one: Sentence, others: Iterable[Sentence]) -> bool:
    """Say whether a sentence speaks of an actor of others: who travels is who meets."""
    told, known = _named(reading, one), {n for other in others for n in _named(reading, other)}
    return not known.isdisjoint(told)


def _named(reading: Reading, sentence: Sentence) -> set[Node]:
    return {n for m in reading.mentioned(sentence) for n in m.actors if n.kind != DIP.Place}


def _is_stay(dated: Dated) -> bool:
    return 0 < (dated.latest - dated.earliest).days <= _JOURNEY


def _subject_clauses(trigger: Token) -> Iterator[tuple[Token, ...]]:
    """Yield the clauses that hang on whose doing something is: "Weber, who was on a visit, met him"."""
    verb = next((t for t in (trigger, *trigger.ancestors) if t.pos_ in {"VERB", "AUX"}), trigger)
    for subject in _clause.subjects(verb):
        yield from (tuple(c.subtree) for c in subject.children if c.dep_ == "relcl")


def _stays(reading: Reading, words: Iterable[Token], *, future: bool) -> Iterator[Dated]:
    """Yield the days of each journey of several days that is told among words, the last first."""
    for word in reversed(tuple(words)):
        times = _attachment.attached(reading, word) if _is_of(word, "journey") else ()
        found = _said(reading, word, times, future=future) if times else None
        length = next((t.sense.days for t in times if isinstance(t.sense, Stay)), None)
        if (
            found is not None
            and _is_stay(found)
            and length in {None, (found.latest - found.earliest).days + 1}
        ):
            yield found  # one whose days are only possible ones is none to carry on


def _told(reading: Reading, sentence: Sentence, *, future: bool) -> Iterator[Dated]:
    """Yield the days that a sentence's main clause speaks of, the last first."""
    root = reading.doc[sentence.start : sentence.end].root
    of_caption = {o.span for o in reading.article.origins if o.field == "published"}
    for time in reversed(reading.times):
        is_here = sentence.start <= time.start < sentence.end and time.span not in of_caption
        if is_here and root in _attachment.sites(reading, time):
            found = resolved(reading, time, future=future)
            if found is not None:
                yield found


def _is_of(word: Token, name: str) -> bool:
    return word.lemma_.lower() in frame(name).nouns
