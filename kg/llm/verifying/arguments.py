"""The arguments of one record: those that the words bear out, and why others are left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rdflib import URIRef

from kg.llm.verifying.case import Case
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
    found = [who(frame.case, frame.cast, words, frame.evidence, wanted) for words in told]
    meant: dict[Node, Span] = {}
    for each in found:
        if isinstance(each, Meant):
            meant |= {node: each.span for node in each.nodes if node not in meant}
    reasons = (each for each in found if isinstance(each, str))
    failed = tuple(frame.rejected(f"{argument}: {reason}") for reason in reasons)
    return Filled(tuple(meant.items()), failed, wanted.is_met(len(told), len(meant)))
