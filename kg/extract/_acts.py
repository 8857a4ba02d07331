"""Acts of saying of a whole article, in the order of its text."""

from collections.abc import Iterable
from functools import lru_cache

from kg.extract import _chains, _denied, _headline, _quotations, _sayings, _speech, _voice
from kg.extract._act import Act, span
from kg.extract._addressees import interviewers
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
    _denied.judge(reading, acts)
    _chains.nest(acts)
    _denied.aim(reading, acts)
    acts = list(_chains.parted(acts))
    acts += [*_chains.passed_on(reading, acts), *_chains.attributed(reading, acts)]
    return tuple(sorted(acts, key=lambda a: (a.trigger, a.content is not None)))


def _spoken(turn: _voice.Turn) -> Act:
    return Act(turn.trigger, turn.speakers, turn.content, list(turn.spans), turn.rule)


def _told(reading: Reading, spoken: Iterable[Span]) -> list[Act]:
    memory, acts = Memory(), []
    openings = {p.start for p in paragraphs(reading.article.text)}
    for sentence in reading.sentences:
        if any(s.meets(sentence.span) for s in spoken):
            continue
        sayings = [s for s in _sayings.find(reading, sentence, memory) if not _is_own(reading, s)]
        if len(sayings) > 1:  # those who issued "the document" speak in it: they do not report each other
            sayings = [s for s in sayings if s.rule != "statement.document"]
        acts += _merged(sentence, sayings)
        memory.interviewers = (
            interviewers(reading, reading.doc[sentence.start : sentence.end]) or memory.interviewers
        )
        _remember(reading, memory, sentence, sayings)
        is_told = bool(sayings) or reading.article.text[sentence.span.end - 1] not in _FINAL
        kept = () if sentence.span.start in openings else memory.above
        memory.above = () if is_told else (*kept, sentence.span)
    return acts


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
        known = next((a for a in acts if set(a.speakers) == set(saying.speakers)), None)
        if known is None:
            spans = [*saying.above, sentence.span]
            known = Act(span(saying.trigger), saying.speakers, saying.content, spans, saying.rule)
            acts.append(known)
        elif known.content is not None:
            known.content = Span(
                min(known.content.start, saying.content.start), max(known.content.end, saying.content.end)
            )
        known.is_denial |= saying.is_denial
        known.told += tuple(n for n in saying.told if n not in known.told)
        known.triggers.append(saying.trigger)
        if saying.head is not None:
            known.heads.append(saying.head)
        if saying.sources:
            inner = Act(
                span(saying.trigger), saying.sources, saying.content, [sentence.span], "statement.cited"
            )
            inner.heads, inner.triggers = list(known.heads), [saying.trigger]
            known.reports.append(inner)
            known.content = None
            acts.append(inner)
    return acts
