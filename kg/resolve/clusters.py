"""Bring together what is alike: each item against the clusters so far, the same way for every kind."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")
CERTAIN = 1.0  # at this strength an item joins even where another cluster is as like


@dataclass(frozen=True, slots=True)
class Match:
    """How like two items are.

    Attributes:
        strength: above 0; where two clusters are equally like and less than `CERTAIN`, neither is chosen.
        reason: in words, for whoever asks why.
    """

    strength: float
    reason: str


@dataclass(frozen=True, slots=True)
class Rule(Generic[Item]):
    """How items of one kind are compared.

    Attributes:
        blocks: what two items must have in common to be compared at all.
        likeness: how like a cluster and an item are, None where they are not the same.
        join: a cluster with an item added.
    """

    blocks: Callable[[Item], Iterable[Hashable]]
    likeness: Callable[[Item, Item], Match | None]
    join: Callable[[Item, Item], Item]


def cluster(
    items: Sequence[Item], rule: Rule[Item]
) -> tuple[tuple[Item, ...], tuple[tuple[Item, Match], ...]]:
    """Return the clusters, in the order of their first items, and each item that joined one with why."""
    clusters: list[Item] = []
    index: dict[Hashable, dict[int, None]] = {}
    joined: list[tuple[Item, Match]] = []
    for item in items:
        near = sorted({i for block in rule.blocks(item) for i in index.get(block, ())})
        chosen = _best([(i, rule.likeness(clusters[i], item)) for i in near])
        if chosen is None:
            place = len(clusters)
            clusters.append(item)
        else:
            place, match = chosen
            clusters[place] = rule.join(clusters[place], item)
            joined.append((item, match))
        for block in rule.blocks(clusters[place]):
            index.setdefault(block, {})[place] = None
    return tuple(clusters), tuple(joined)


def _best(matches: Iterable[tuple[int, Match | None]]) -> tuple[int, Match] | None:
    """Return the cluster that is most like and why; the earliest of several only where that is certain."""
    found = sorted(((i, m) for i, m in matches if m), key=lambda pair: (-pair[1].strength, pair[0]))
    if not found or (len(found) > 1 and found[0][1].strength == found[1][1].strength < CERTAIN):
        return None
    return found[0]
