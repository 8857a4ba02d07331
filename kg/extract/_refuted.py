"""Denials in an official text's own voice: "The Kremlin is spreading lies", "These claims are false"."""

from collections.abc import Iterator, Sequence

from kg.extract._act import Act
from kg.extract._verdicts import Verdict, within
from kg.extract._voice import is_official
from kg.model import Node, Span
from kg.text import home
from kg.text.reading import Reading, Sentence
from kg.vocab import DIP

_UNTOLD = frozenset({"statement.spread", "statement.noun"})  # what is told here is what the text calls untrue
_RULE = "statement.position"


def acts(reading: Reading, told: Sequence[Act]) -> Iterator[Act]:
    """Yield a denial by the state that publishes for each sentence that calls untrue what others say."""
    own = _publisher(reading) if is_official(reading) else ()
    for sentence in reading.sentences if own else ():
        near = [a for a in told if any(s.meets(sentence.span) for s in a.spans)]
        if all(a.rule in _UNTOLD for a in near) and _is_refuting(reading, sentence, near, own):
            first = Span(sentence.span.start, sentence.span.start + 1)
            yield Act(first, own, sentence.span, [sentence.span], _RULE, is_denial=True)


def _publisher(reading: Reading) -> tuple[Node, ...]:
    """Return the state for which a text is published, where the text names it."""
    key = home.state(reading.article)
    named = (a.node for a in reading.actors if a.node.kind == DIP.State)
    return tuple(n for n in named if key is not None and n.registry == key)


def _is_refuting(reading: Reading, sentence: Sentence, near: Sequence[Act], own: tuple[Node, ...]) -> bool:
    spread = [a for a in near if a.rule == "statement.spread" and not set(a.speakers) & set(own)]
    return bool(spread) or within(tuple(reading.doc[sentence.start : sentence.end])) == Verdict.CLEAR
