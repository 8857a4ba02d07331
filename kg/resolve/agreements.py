"""Which agreement, and which of its points, is told twice: instrument, parties, dates, wording."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from rapidfuzz import fuzz

from kg import spelling
from kg.model import Node
from kg.resolve import merging, minting
from kg.resolve.clusters import Match, Rule
from kg.resolve.events import moment, tail
from kg.resolve.facts import Facts, Interval, narrowed, overlap
from kg.resolve.ledger import Ledger
from kg.resolve.merging import Merges, Part
from kg.resolve.minting import Minted, Thing
from kg.vocab import DIP

_ALIKE = 85  # of 100: names of instruments that share this much of their words are one name
_WORDED = 88  # of 100: points worded this closely are one point
_SHORT = 8  # words of a name or a point that its address shows


@dataclass(frozen=True, slots=True)
class Agreement(Part):
    """An agreement as one or several mentions tell it.

    Attributes:
        parties: paths of those bound.
        signatories: paths of those who signed.
        names: what it is called, plain.
        when: bounds.
    """

    parties: frozenset[str]
    signatories: frozenset[str]
    names: frozenset[str]
    when: Interval


@dataclass(frozen=True, slots=True)
class Point(Part):
    """A provision: its nodes and words, the paths of its agreements, its text."""

    agreements: frozenset[str]
    text: str


def same(facts: Facts, paths: Mapping[Node, str], ledger: Ledger) -> tuple[Minted, Merges]:
    """Return IRIs for all agreements, and for each node that joined another the reason."""
    told = [_agreement(facts, node, paths) for node in facts.of_kind(DIP.Agreement)]
    parts, inside = merging.within(told, Rule(_blocks_within, _likeness_within, _join))
    rule = Rule(_blocks, _likeness, _join)
    minted, across = merging.across(parts, lambda p: _worded(facts, p), rule, ledger)
    return minted, (*inside, *across)


def points(facts: Facts, paths: Mapping[Node, str], ledger: Ledger) -> tuple[Minted, Merges]:
    """Return IRIs for all provisions, once the agreements have theirs."""
    owners: dict[Node, set[str]] = {}
    for agreement in facts.of_kind(DIP.Agreement):
        for node in facts.nodes_at(agreement, DIP.provision):
            owners.setdefault(node, set()).add(paths[agreement])
    parts = [_point(facts, node, frozenset(owners.get(node, ()))) for node in facts.of_kind(DIP.Provision)]
    rule = Rule(_blocks_point, _likeness_point, _join_points)
    return merging.across(parts, merging.thing, rule, ledger)


def _agreement(facts: Facts, node: Node, paths: Mapping[Node, str]) -> Agreement:
    return Agreement(
        Thing((node,), node.kind, (), node.article),
        frozenset(paths[n] for n in facts.nodes_at(node, DIP.party)),
        frozenset(paths[n] for n in facts.nodes_at(node, DIP.signatory)),
        frozenset(spelling.plain(n) for n in facts.names(node)),
        facts.interval(node),
    )


def _worded(facts: Facts, part: Agreement) -> Thing:
    node = part.thing.nodes[0]
    sentence = facts.words(node)
    points = (t for n in facts.nodes_at(node, DIP.provision) for t in facts.texts(n, DIP.text))
    unnamed = next(points, sentence).split()[:_SHORT]
    called = max((n.split() for n in part.names), key=lambda w: (len(w), w), default=unnamed)
    who = sorted(tail(p, node.article) for p in part.parties or part.signatories)
    short = minting.brief((moment(part.when), *who, *called[:_SHORT]))
    longer = minting.brief((moment(part.when), *who, *called, *sentence.split()[:_SHORT]))
    home, mark = PurePath(node.article).stem, minting.fingerprint(sentence)
    forms = ((short,), (longer,), (short, home), (short, home, mark))
    return replace(part.thing, slugs=minting.slugs(*forms))


def _blocks_within(part: Agreement) -> Iterable[Hashable]:
    yield from ((part.thing.nodes[0].article, who) for who in part.parties | part.signatories)


def _blocks(part: Agreement) -> Iterable[Hashable]:
    yield from part.parties or part.signatories


def _likeness_within(one: Agreement, other: Agreement) -> Match | None:
    bound = one.parties <= other.parties or one.parties >= other.parties
    signed = one.signatories <= other.signatories or one.signatories >= other.signatories
    if not (bound and signed and overlap(one.when, other.when)):
        return None
    likeness = _called(one, other)
    return Match(0.9 * likeness / 100, "same name in one article") if likeness >= _ALIKE else None


def _likeness(one: Agreement, other: Agreement) -> Match | None:
    if {n.article for n in one.thing.nodes} & {n.article for n in other.thing.nodes}:
        return None
    bound = (
        one.parties == other.parties if one.parties and other.parties else one.signatories & other.signatories
    )
    dated = None not in (*one.when, *other.when)
    if not bound or not overlap(one.when, other.when):
        return None
    likeness = _called(one, other)
    exact = max((fuzz.token_sort_ratio(a, b) for a in one.names for b in other.names), default=0.0)
    if exact >= _ALIKE or (dated and likeness >= _ALIKE):
        return Match(0.9 * likeness / 100, "same parties and name, dates agree")
    return None


def _called(one: Agreement, other: Agreement) -> float:
    """Return how much of their words two names share, at best, of 100."""
    return max((fuzz.token_set_ratio(a, b) for a in one.names for b in other.names), default=0.0)


def _join(one: Agreement, other: Agreement) -> Agreement:
    return Agreement(
        minting.join(one.thing, other.thing),
        one.parties | other.parties,
        one.signatories | other.signatories,
        one.names | other.names,
        narrowed(one.when, other.when),
    )


def _point(facts: Facts, node: Node, agreements: frozenset[str]) -> Point:
    text = next(iter(facts.texts(node, DIP.text)), facts.words(node))
    words = text.split()
    owner = sorted(a.partition("/")[2] for a in agreements)
    mark = minting.fingerprint(node.article, text, facts.words(node))
    short = minting.brief(words[:_SHORT])
    forms = ((short,), (minting.brief(words[: 2 * _SHORT]),), (short, *owner), (short, *owner, mark))
    thing = Thing((node,), node.kind, minting.slugs(*forms), node.article)
    return Point(thing, agreements, spelling.plain(text))


def _blocks_point(point: Point) -> Iterable[Hashable]:
    yield from (d.iri for d in point.thing.known)
    yield from point.agreements


def _likeness_point(one: Point, other: Point) -> Match | None:
    alike = fuzz.ratio(one.text, other.text)
    return Match(alike / 100, "same agreement, same wording") if alike >= _WORDED else None


def _join_points(one: Point, other: Point) -> Point:
    return Point(minting.join(one.thing, other.thing), one.agreements | other.agreements, one.text)
