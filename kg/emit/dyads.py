"""Which two states a record lies between: those of who took part, is bound, speaks, or is spoken of.

A record has no state of its own; its people and bodies have (`dip:country`), and a visit has its place. From
that each record gets its dyads, so that no query joins all of one state with all of another: at 48,000
records such a join took 230 ms for the two largest states, and 2.5 s for the counts of all pairs.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

from rdflib import RDF

from kg.emit.sides import Grounds, Told
from kg.iris import segment
from kg.model import Claim, Node, Resolution
from kg.vocab import DIP

RULE = "derived: dyad"
Pair = tuple[str, str]  # IRIs of two states


def added(resolution: Resolution, told: Told, base: str) -> Resolution:
    """Return the resolution with its dyads, and with what leads to them."""
    nodes: dict[Pair, Node] = {}
    found: list[Claim] = []
    for record in told.records:
        for states, one, other in _pairs(told, record):
            pair = min(states, states[::-1], key=lambda each: tuple(map(told.code, each)))
            node = nodes.setdefault(pair, _node(told, pair))
            found += _leading(told, node, pair, (one, other))
    own = (claim for pair, node in sorted(nodes.items()) for claim in _of(told, pair, node))
    iris = {node: f"{base}{segment(DIP.Dyad)}/{node.key}" for node in nodes.values()}
    labels = {iris[node]: _name(told, pair) for pair, node in nodes.items()}
    return replace(
        resolution,
        iris=resolution.iris | iris,
        labels=resolution.labels | labels,
        claims=(*resolution.claims, *own, *found),
    )


def _pairs(told: Told, record: str) -> Iterator[tuple[Pair, Grounds, Grounds]]:
    """Yield the pairs of states that a record lies between, each once, with the claims of either side."""
    acting = told.acting(record)
    facing = told.facing(record)
    found: dict[frozenset[str], tuple[Pair, Grounds, Grounds]] = {}
    for one, other in combinations(sorted(acting), 2):
        found[frozenset((one, other))] = ((one, other), acting[one], acting[other])
    for one, other in product(sorted(acting), sorted(facing)):
        if one != other:
            found.setdefault(frozenset((one, other)), ((one, other), acting[one], facing[other]))
    yield from found.values()


def _leading(told: Told, node: Node, pair: Pair, sides: tuple[Grounds, Grounds]) -> Iterator[Claim]:
    """Yield a claim for each article that tells of both sides; if none does, for each of one."""
    firsts = [_first(side) for side in sides]
    whole = firsts[0].keys() & firsts[1].keys()
    basis = f"states of those named: {_name(told, pair)}"
    for article in sorted(whole or firsts[0].keys() | firsts[1].keys()):
        grounds = [first[article] for first in firsts if article in first]
        sure = [ground.confidence for ground in grounds if ground.confidence is not None]
        yield Claim(
            grounds[0].subject,
            DIP.dyad,
            node,
            tuple(sorted({span for ground in grounds for span in ground.spans[:1]})),
            RULE,
            according_to=next((g.according_to for g in grounds if g.according_to), None),
            basis=basis,
            confidence=min(sure, default=None),
        )


def _first(side: Grounds) -> dict[str, Claim]:
    """Return, for each article, the first claim on its words, those first that it tells in its own voice."""
    found: dict[str, Claim] = {}
    for claim in sorted(side, key=lambda c: (c.according_to is not None, c.spans, str(c.predicate), c.rule)):
        found.setdefault(claim.subject.article, claim)
    return found


def _node(told: Told, pair: Pair) -> Node:
    return Node(told.node(pair[0]).article, DIP.Dyad, "/".join(map(told.code, pair)))


def _name(told: Told, pair: Pair) -> str:
    return " and ".join(map(told.label, pair))


def _of(told: Told, pair: Pair, node: Node) -> Iterator[Claim]:
    """Yield what is told of a dyad itself: it follows from its states."""
    basis = f"states: {_name(told, pair)}"
    yield Claim(node, RDF.type, DIP.Dyad, (), RULE, basis=basis)
    for state in pair:
        yield Claim(node, DIP.between, told.node(state), (), RULE, basis=basis)
