"""Who belongs to a delegation takes part in all that it does, wherever the article tells its members."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rdflib import URIRef

from kg.extract import _clause, _roster
from kg.extract._fill import PAIRS
from kg.extract._lexicon import frame
from kg.extract._told import Told
from kg.model import Claim, Node, Span
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token
from kg.vocab import DIP

_TAKING = frozenset({DIP.participant, DIP.host, DIP.initiator, DIP.headOfDelegation, DIP.visitor})


@dataclass(frozen=True, slots=True)
class _Member:
    """One of a delegation, its head or not, and the words that tell it."""

    group: Node
    node: Node
    role: URIRef
    spans: tuple[Span, ...]


def with_members(reading: Reading, found: Sequence[Told]) -> tuple[Told, ...]:
    """Return the events with the heads and members of the delegations that take part."""
    members = (*_heads(found), *(m for s in reading.sentences for m in _listed(reading, s)))
    return tuple(_completed(reading, t, members) for t in found)


def _heads(found: Sequence[Told]) -> Iterator[_Member]:
    for told in found:
        groups = [n for n in told.filled.actors if n.kind == DIP.Group]
        leaders = [n for r, n in told.filled.roles if r == DIP.headOfDelegation]
        if len(groups) == 1:
            spans = told.record.claims[0].spans
            yield from (_Member(groups[0], n, DIP.headOfDelegation, spans) for n in leaders)


def _listed(reading: Reading, sentence: Sentence) -> Iterator[_Member]:
    """Yield the members whom a sentence lists: "The delegation comprised A and B"."""
    for verb in reading.doc[sentence.start : sentence.end]:
        if verb.pos_ != "VERB" or not frame("assembling").match(verb):
            continue
        sides = [t for t in _clause.subjects(verb) or _clause.passive(verb) if _is_delegation(t)]
        groups = [n for t in sides for n in reading.who(t) if n.kind == DIP.Group]
        people = _roster.persons(reading, verb.i + 1, sentence.end)
        yield from (_Member(g, n, DIP.participant, (sentence.span,)) for g in groups for n in people)


def _is_delegation(word: Token) -> bool:
    return word.lemma_.lower() in frame("leading").nouns


def _completed(reading: Reading, told: Told, members: Sequence[_Member]) -> Told:
    is_visit = told.filled.frame.kind == DIP.Visit
    if not is_visit and told.filled.frame.kind not in PAIRS:
        return told
    known = {c.object for c in told.record.claims if c.predicate in _TAKING}
    groups = [n for n in told.filled.actors if n.kind == DIP.Group]
    claims = []
    for member in members:
        if member.node not in known and any(_is_one(reading, g, member.group, members) for g in groups):
            known.add(member.node)
            role = DIP.visitor if is_visit and member.role == DIP.participant else member.role
            spans = tuple(dict.fromkeys((told.record.claims[0].spans[0], *member.spans)))
            claims.append(Claim(told.record.node, role, member.node, spans, "event.delegation"))
    return replace(told, record=replace(told.record, claims=(*told.record.claims, *claims)))


def _is_one(reading: Reading, one: Node, other: Node, members: Sequence[_Member]) -> bool:
    """Say whether two groups are one: of the only delegation whose members are told nothing tells another."""
    if one == other:
        return True
    lands = {reading.actor(n).country for n in (one, other)} - {None}
    is_only = len({m.group for m in members}) == 1
    return is_only and len(lands) < 2 and all(_is_named(n) for n in (one, other))


def _is_named(group: Node) -> bool:
    """Say whether a group is called a delegation or a team."""
    words = group.key.partition(":")[2].replace(",", " ").split()
    heads = words[
        : next((i for i, w in enumerate(words) if w in {"of", "from", "led", "headed"}), len(words))
    ]
    return bool(heads) and heads[-1] in {"delegation", "team", "mission"}
