"""Denials in an official text's own voice: "The Kremlin is spreading lies", "These claims are false"."""

from collections.abc import Iterator, Sequence

from kg.extract import _content
from kg.extract import _speech as speech
from kg.extract._act import Act, span
from kg.extract._verdicts import Verdict, calls_lies, within
from kg.extract._voice import is_official
from kg.model import Node, Span
from kg.text import home
from kg.text.reading import Reading, Sentence
from kg.vocab import DIP

_SPREAD = "statement.spread"
_UNTOLD = frozenset({_SPREAD, "statement.noun"})  # what is told here is what the text calls untrue
_SPOKEN = frozenset({"statement.turn", "statement.first-person"})
_RULE = "statement.position"


def acts(reading: Reading, told: Sequence[Act]) -> Iterator[Act]:
    """Yield denials by the state that publishes, and the lies of others that speeches and texts tell of."""
    yield from _lies(reading, [a for a in told if a.rule in _SPOKEN])
    own = _publisher(reading) if is_official(reading) else ()
    for sentence in reading.sentences if own else ():
        near = [a for a in told if any(s.meets(sentence.span) for s in a.spans)]
        if all(a.rule in _UNTOLD or _is_lie(a) for a in near) and _is_refuting(reading, sentence, near, own):
            first = Span(sentence.span.start, sentence.span.start + 1)
            yield Act(first, own, sentence.span, [sentence.span], _RULE, is_denial=True)


def _lies(reading: Reading, turns: Sequence[Act]) -> Iterator[Act]:
    """Yield the sayings that a paragraph of a speech calls lies: "they are spreading falsehoods about us"."""
    for sentence in reading.sentences:
        turn = next((t for t in turns if t.covers(sentence.span)), None)
        for verb in reading.doc[sentence.start : sentence.end] if turn is not None else ():
            subject = speech.subject(verb) if calls_lies(verb) and speech.is_asserted(verb) else None
            who = reading.who(subject) if subject is not None else ()
            content = _content.of_verb(reading, sentence, verb, "stress") if who else None
            if turn is not None and content is not None and not set(who) & set(turn.speakers):
                yield Act(span(verb), who, content, [sentence.span], _SPREAD, triggers=[verb])


def _publisher(reading: Reading) -> tuple[Node, ...]:
    """Return the state for which a text is published, where the text names it."""
    key = home.state(reading.article)
    named = (a.node for a in reading.actors if a.node.kind == DIP.State)
    return tuple(n for n in named if key is not None and n.registry == key)


def _is_refuting(reading: Reading, sentence: Sentence, near: Sequence[Act], own: tuple[Node, ...]) -> bool:
    lies = any(_is_lie(a) and not set(a.speakers) & set(own) for a in near)
    return lies or within(tuple(reading.doc[sentence.start : sentence.end])) == Verdict.CLEAR


def _is_lie(act: Act) -> bool:
    return any(map(calls_lies, act.triggers))
