"""The arguments of one record: those that the words bear out, and why others are left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rdflib import URIRef

from kg.llm.verifying import triggers
from kg.llm.verifying.case import Case, short
from kg.llm.verifying.meaning import Meant, Named, who
from kg.llm.verifying.needs import need
from kg.model import Claim, Dropped, Node, Span, Value


@dataclass(frozen=True, slots=True)
class Frame:
    """One record of an answer, on its way to claims.

    Attributes:
        case: the answer.
        cast: the actors of the answer.
        family: "event", "statement" or "agreement".
        kind: class of the record.
        evidence: where it is told.
        trigger: the words that evoke it.
    """

    case: Case
    cast: tuple[Named, ...]
    family: str
    kind: URIRef
    evidence: tuple[Span, ...]
    trigger: Span

    @property
    def rule(self) -> str:
        """The name of the rule."""
        return self.case.rule(self.family)

    @property
    def core(self) -> tuple[Span, ...]:
        """The string of evidence with the words that evoke it: what fills it stands there, not elsewhere."""
        return tuple(span for span in self.evidence if span.covers(self.trigger))[:1]

    def rejected(self, reason: str) -> Dropped:
        """Return why something of the record is not borne out, at the words that evoke it."""
        return self.case.rejected(self.family, reason, self.trigger)

    def claim(self, node: Node, predicate: URIRef, value: Node | URIRef | Value, at: Iterable[Span]) -> Claim:
        """Return a claim that rests on the sentences of some words."""
        resting = self.case.sentences(at) or self.case.sentences(self.evidence)
        return Claim(node, predicate, value, resting, self.rule)


@dataclass(frozen=True, slots=True)
class Filled:
    """What of an argument is borne out.

    Attributes:
        meant: who is meant, each once with the words that mean them, in the order of the answer.
        failed: why each of the others is left out.
        is_met: whether the record can stand with these.
    """

    meant: tuple[tuple[Node, Span], ...] = ()
    failed: tuple[Dropped, ...] = ()
    is_met: bool = True


def filled(frame: Frame, argument: str, told: Sequence[str]) -> Filled:
    """Return those whom the words of an argument mean."""
    wanted = need(frame.family, argument, frame.kind)
    found = [who(frame.case, frame.cast, words, frame.core, wanted) for words in told]
    meant: dict[Node, Span] = {}
    for each in found:
        if isinstance(each, Meant):
            meant |= {node: each.span for node in each.nodes if node not in meant}
    reasons = (each for each in found if isinstance(each, str))
    failed = tuple(frame.rejected(f"{argument}: {reason}") for reason in reasons)
    return Filled(tuple(meant.items()), failed, wanted.is_met(len(told), len(meant)))


def again(frame: Frame, meant: Iterable[Node]) -> tuple[Frame, tuple[Dropped, ...]]:
    """Return the record without those strings of evidence that do not tell of it, and why they do not.

    Beside the one that evokes it, one tells of it that has a word for it too and means one of its actors.
    """
    actors = frozenset(meant)
    return _kept(frame, [s for s in frame.evidence if s in frame.core or _tells(frame, s, actors)])


def going_on(frame: Frame) -> tuple[Frame, tuple[Dropped, ...]]:
    """Return the record without those strings of evidence that stand apart, and why they do not tell of it.

    A saying goes on in the next sentence without a word of its own for it, but in no other.
    """
    kept, before = list(frame.core), 0
    while len(kept) > before:
        before = len(kept)
        beside = {n + step for span in kept for n in _numbers(frame, span) for step in (-1, 0, 1)}
        kept += [s for s in frame.evidence if s not in kept and beside & _numbers(frame, s)]
    return _kept(frame, kept)


def _numbers(frame: Frame, span: Span) -> set[int]:
    """Return the places of the sentences that a range touches, among all."""
    reading = frame.case.reading
    return {reading.number(sentence) for sentence in reading.touched(span)}


def _kept(frame: Frame, kept: Sequence[Span]) -> tuple[Frame, tuple[Dropped, ...]]:
    dropped = (frame.case.text[s.start : s.end] for s in frame.evidence if s not in kept)
    reasons = tuple(frame.rejected(f"the evidence {short(words)} does not tell of it") for words in dropped)
    return replace(frame, evidence=tuple(s for s in frame.evidence if s in kept)), reasons


def _tells(frame: Frame, span: Span, actors: frozenset[Node]) -> bool:
    word = frame.case.text[frame.trigger.start : frame.trigger.end]
    if not frame.case.whole(word, (span,)) and not triggers.tells(frame.case, span, frame.kind):
        return False
    named = (name for each in frame.cast if each.node in actors for name, _ in each.names)
    if any(frame.case.whole(name, (span,)) for name in named):
        return True
    sentences = frame.case.reading.touched(span)
    return any(actors & set(m.actors) for s in sentences for m in frame.case.reading.mentioned(s))
