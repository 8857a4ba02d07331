"""Rules and model together: what both tell is surer, what they dispute is less sure, and each adds its own.

A record of the model is one of the rules' where both are of one class, rest on a common sentence, and share
somebody who takes part, speaks or is bound. The rules' record then stands, with their value of each property
that has only one; of all others the model's values come beside theirs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rdflib import RDF, RDFS, URIRef

from kg.llm.verifying import surety
from kg.llm.verifying.needs import SINGLE
from kg.model import Claim, Extraction, Node, Span, Value
from kg.precedence import DATES
from kg.vocab import DIP, superclasses, superproperties

_WHO = frozenset({DIP.participant, DIP.speaker, DIP.party, DIP.signatory, DIP.holder})
_RECORDS = frozenset({DIP.Record, DIP.Tenure})
Object = Node | URIRef | Value


@dataclass(frozen=True, slots=True)
class _Seen:
    """A record as one of the two tells it.

    Attributes:
        node: the record.
        who: those in it.
        sentences: those that it rests on.
        is_worded: whether words of what is said are told.
    """

    node: Node
    who: frozenset[Node]
    sentences: frozenset[Span]
    is_worded: bool

    def likeness(self, other: "_Seen") -> tuple[int, int]:
        """Return how many actors and how many sentences two records share; nothing where they are not one."""
        shared = len(self.who & other.who)
        is_one = self.node.kind == other.node.kind and self.is_worded == other.is_worded
        common = len(self.sentences & other.sentences)
        return (shared, common) if is_one and shared and common else (0, 0)


def join(rules: Extraction, model: Extraction) -> Extraction:
    """Return what rules and model tell of an article together."""
    same = _same(_records(rules.claims), _records(model.claims))
    told = [_moved(claim, same) for claim in model.claims]
    matched = frozenset(same.values())
    found = _Values(told)
    kept = [_judged(c, found) if c.subject in matched else c for c in rules.claims]
    own = _Values(rules.claims)
    added = [new for c in told if (new := _new(c, own)) is not None]
    return replace(rules, claims=tuple(sorted((*kept, *added), key=_place)))


class _Values:
    """What claims tell, by thing and property."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims: dict[tuple[Node, URIRef], list[Claim]] = {}
        self._special: dict[tuple[Node, URIRef, Object], None] = {}
        self._dated: set[Node] = set()
        for claim in claims:
            self._claims.setdefault((claim.subject, claim.predicate), []).append(claim)
            above = superproperties(claim.predicate)
            self._special |= {(claim.subject, term, claim.object): None for term in above[1:]}
            if claim.predicate in DATES:
                self._dated.add(claim.subject)

    def of(self, claim: Claim) -> list[Claim]:
        """Return the claims on the same thing by the same property."""
        return self._claims.get((claim.subject, claim.predicate), [])

    def like(self, claim: Claim) -> list[Claim]:
        """Return those that tell the same value."""
        return [c for c in self.of(claim) if c.object == claim.object]

    def has_special(self, claim: Claim) -> bool:
        """Say whether the same is told by a more special property: who takes part is told as the visitor."""
        return (claim.subject, claim.predicate, claim.object) in self._special

    def is_settled(self, claim: Claim) -> bool:
        """Say whether a value is told of what has only one; the dates are of one phrase, so all or none."""
        is_dated = claim.predicate in DATES and claim.subject in self._dated
        return is_dated or (claim.predicate in SINGLE and bool(self.of(claim)))


def _records(claims: Iterable[Claim]) -> tuple[_Seen, ...]:
    told: dict[Node, list[Claim]] = {}
    for claim in claims:
        if not _RECORDS.isdisjoint(superclasses(claim.subject.kind)):
            told.setdefault(claim.subject, []).append(claim)
    return tuple(_seen(node, own) for node, own in told.items())


def _seen(node: Node, claims: list[Claim]) -> _Seen:
    who = (c.object for c in claims if not _WHO.isdisjoint(superproperties(c.predicate)))
    spans = (span for c in claims if c.predicate == RDF.type for span in c.spans)
    is_worded = any(c.predicate == DIP.text for c in claims)
    return _Seen(node, frozenset(n for n in who if isinstance(n, Node)), frozenset(spans), is_worded)


def _same(ours: tuple[_Seen, ...], theirs: tuple[_Seen, ...]) -> dict[Node, Node]:
    """Return for each record of the model that the rules tell too which it is; the likest pairs first."""
    pairs = ((one.likeness(other), one.node, other.node) for one in ours for other in theirs)
    found: dict[Node, Node] = {}
    for _, rule, model in sorted(
        (p for p in pairs if p[0][0]), key=lambda p: (-p[0][0], -p[0][1], p[1], p[2])
    ):
        if model not in found and rule not in found.values():
            found[model] = rule
    return found


def _moved(claim: Claim, same: Mapping[Node, Node]) -> Claim:
    """Return a claim of the model on the rules' nodes."""
    value, source = claim.object, claim.according_to
    return replace(
        claim,
        subject=same.get(claim.subject, claim.subject),
        object=same.get(value, value) if isinstance(value, Node) else value,
        according_to=None if source is None else same.get(source, source),
    )


def _judged(claim: Claim, found: _Values) -> Claim:
    """Return a claim of the rules as sure as the model makes it."""
    like = next((c for c in found.like(claim) if surety.is_model(c)), None)
    if like is not None:
        rule = f"{claim.rule} and {like.rule}"
        return replace(claim, confidence=surety.moved(claim.confidence, "agreed"), rule=rule)
    is_disputed = claim.predicate in SINGLE and bool(found.of(claim))
    return replace(claim, confidence=surety.moved(claim.confidence, "disputed")) if is_disputed else claim


def _new(claim: Claim, own: _Values) -> Claim | None:
    """Return what a claim of the model adds to the rules': nothing, the sentences they lack, or all of it."""
    like = own.like(claim)
    if like:
        rest = tuple(s for s in claim.spans if not any(s in c.spans for c in like))
        return replace(claim, spans=rest) if rest and claim.predicate != RDFS.label else None
    return None if own.is_settled(claim) or own.has_special(claim) else claim


def _place(claim: Claim) -> tuple[tuple[Span, ...], str, str, str]:
    return claim.spans[:1], str(claim.subject), str(claim.predicate), str(claim.object)
