"""Acts of saying of a whole article, in the order of its text."""

from collections.abc import Iterable
from functools import lru_cache

from kg.extract import _chains, _denied, _headline, _quotations, _refuted, _sayings, _speech, _voice
from kg.extract._act import Act, span
from kg.extract._addressees import interviewers
from kg.extract._leads import closed, led
from kg.extract._outlets import publishes
from kg.extract._sayings import Saying
from kg.extract._speakers import Memory, note
from kg.model import Span
from kg.text.reading import Reading, Sentence
from kg.text.sentences import paragraphs

_FINAL = frozenset(".!?…”\"’'»")
_FIRST_PERSONS = frozenset({"i", "we", "you", "us", "me"})


@lru_cache(maxsize=1)  # asked by each family that says something of acts: of one article after another
def find(reading: Reading) -> tuple[Act, ...]:
    """Return the acts of saying of an article in the order of its text, those that only report included."""
    turns = list(_voice.turns(reading)) or list(_voice.first_person(reading))
    acts = [_spoken(t) for t in turns]
    acts += _told(reading, [t.content for t in turns])
    _quotations.attach(reading, acts)
    acts += _quotations.orphans(reading, acts)
    taken = [s for a in acts for s in a.spans]
    acts += [_spoken(t) for t in _voice.positions(reading, taken)]
    acts = _headline.folded(reading, sorted(acts, key=lambda a: a.trigger))
    acts = sorted((*acts, *_refuted.acts(reading, acts)), key=lambda a: a.trigger)
    _denied.judge(reading, acts)
    acts = _chains.told(acts)
    _chains.nest(acts)
    _denied.aim(reading, acts)
    acts = list(_chains.parted(acts))
    acts += [*_chains.passed_on(reading, acts), *_chains.attributed(reading, acts)]
    return tuple(sorted(acts, key=lambda a: (a.trigger, a.content is not None)))


def _spoken(turn: _voice.Turn) -> Act:
    return Act(turn.trigger, turn.speakers, turn.content, list(turn.spans), turn.rule)


def _told(reading: Reading, spoken: Iterable[Span]) -> list[Act]:
    memory = Memory()
    acts: list[Act] = []
    blocks = paragraphs(reading.article.text)
    for sentence in reading.sentences:
        if any(s.meets(sentence.span) for s in spoken):
            continue
        sayings = [s for s in _sayings.find(reading, sentence, memory) if not _is_own(reading, s)]
        if len(sayings) > 1:  # those who issued "the document" speak in it: they do not report each other
            sayings = [s for s in sayings if s.rule != "statement.document"]
        found = _merged(sentence, sayings)
        _reported(acts, found)
        below = [] if found else led(reading, sentence, blocks, memory) or closed(reading, sentence, memory)
        acts += found + below
        memory.interviewers = (
            interviewers(reading, reading.doc[sentence.start : sentence.end]) or memory.interviewers
        )
        _remember(reading, memory, sentence, sayings)
        for act in below:
            memory.speakers, memory.spoke = act.speakers, (act.speakers,)
            memory.end = max(s.end for s in reading.sentences if s.span in act.spans)
        is_open = sentence.span.start not in {b.start for b in blocks}
        kept = memory.above if is_open else ()
        memory.above = (*kept, sentence.span) if _may_be_said(reading, sentence, found + below) else ()
    return acts


def _may_be_said(reading: Reading, sentence: Sentence, acts: Iterable[Act]) -> bool:
    """Say whether a sentence below may tell who said this one: nobody but an outlet does so here."""
    is_whole = reading.article.text[sentence.span.end - 1] in _FINAL
    return is_whole and all(publishes(reading, n) for a in acts for n in a.speakers)


def _reported(acts: Iterable[Act], found: Iterable[Act]) -> None:
    """Make an outlet that told sentences above the reporter of who is said below to have said them."""
    for act in found:
        if act.rule == "statement.this":
            for outer in (a for a in acts if set(a.spans) & set(act.spans)):
                outer.reports.append(act)
                outer.content = None


def _is_own(reading: Reading, saying: Saying) -> bool:
    """Say whether a verb within a quotation tells only what its speaker does ("we urge")."""
    at = span(saying.trigger)
    if not any(q.depth == 0 and q.inner.covers(at) for q in reading.quotes):
        return False
    if saying.trigger.tag_ not in {
        "VBD",
        "VBN",
    }:  # "we oppose" is what is said, "he opposed" may be another's saying
        return True
    subject = _speech.subject(saying.trigger)
    return subject is None or subject.lower_ in _FIRST_PERSONS or subject.pos_ == "PRON"


def _remember(reading: Reading, memory: Memory, sentence: Sentence, sayings: Iterable[Saying]) -> None:
    outer = [
        s
        for s in sayings
        if not any(q.depth == 0 and q.inner.covers(span(s.trigger)) for q in reading.quotes)
    ]
    if outer:
        memory.speakers, memory.end = outer[-1].speakers, sentence.end
        ordered = sorted(outer, key=lambda s: sum(o.content.covers(span(s.trigger)) for o in outer))
        memory.spoke = tuple(s.speakers for s in ordered)
    note(reading, memory, sentence, outer[0].speakers if outer else ())


def _merged(sentence: Sentence, sayings: Iterable[Saying]) -> list[Act]:
    """Return one act for each speaker: two verbs of saying by one speaker in one sentence are one act."""
    acts: list[Act] = []
    for saying in sayings:
        own = None if saying.sources else saying.content
        known = next((a for a in acts if set(a.speakers) == set(saying.speakers)), None)
        if known is None:
            spans = [*saying.above, sentence.span]
            known = Act(span(saying.trigger), saying.speakers, own, spans, saying.rule)
            acts.append(known)
        elif own is not None:
            known.content = own if known.content is None else _around(known.content, own)
        known.is_denial |= saying.is_denial
        known.told += tuple(n for n in saying.told if n not in known.told)
        known.triggers.append(saying.trigger)
        if saying.head is not None:
            known.heads.append(saying.head)
        if saying.sources:
            acts.append(_passed_on(sentence, known, saying))
    return acts


def _passed_on(sentence: Sentence, outer: Act, saying: Saying) -> Act:
    """Return the act of those whom a speaker cites, which the speaker reports."""
    act = Act(span(saying.trigger), saying.sources, saying.content, [sentence.span], "statement.cited")
    act.heads, act.triggers = list(outer.heads), [saying.trigger]
    outer.reports.append(act)
    return act


def _around(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))
