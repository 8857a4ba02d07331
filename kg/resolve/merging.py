"""Bring together what is told twice: first the mentions in one article, then what several articles tell."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from kg.model import Node
from kg.resolve import minting
from kg.resolve.clusters import Rule, cluster
from kg.resolve.ledger import Ledger
from kg.resolve.minting import Minted, Thing

Merges = tuple[tuple[Node, str], ...]  # each node that joined another, with why


@dataclass(frozen=True, slots=True)
class Part:
    """What one article, or several, tell of as one thing, with the features of its kind.

    Attributes:
        thing: its nodes and words.
    """

    thing: Thing


P = TypeVar("P", bound=Part)


def within(told: Sequence[P], rule: Rule[P]) -> tuple[tuple[P, ...], Merges]:
    """Return what each article tells, its mentions brought together, and which joined another."""
    parts, joined = cluster(told, rule)
    return parts, tuple((n, match.reason) for part, match in joined for n in part.thing.nodes)


def across(
    parts: Sequence[P],
    worded: Callable[[P], Thing],
    rule: Rule[P],
    ledger: Ledger,
    before: Iterable[str] = (),
) -> tuple[Minted, Merges]:
    """Return IRIs for all that articles tell, and which joined that of another article.

    `worded` tells the words that make a part's address. The ledger comes first: what it unites is one, what
    it keeps apart is two. `before` are the paths that other things got in this run.
    """
    things = minting.known([_worded(p, worded, ledger) for p in parts], ledger)
    obeying: Rule[P] = replace(
        rule,
        blocks=lambda p: (*(d.iri for d in p.thing.known), *rule.blocks(p)),
        likeness=lambda one, other: minting.ruled(
            one.thing, other.thing, ledger, lambda: rule.likeness(one, other)
        ),
    )
    found, joined = cluster([replace(p, thing=t) for p, t in zip(parts, things, strict=True)], obeying)
    minted = minting.mint([p.thing for p in found], ledger, before)
    merges = [
        (node, match.reason + _alone(part.thing, minted.paths[node]))
        for part, match in joined
        for node in part.thing.nodes
    ]
    return minted, tuple(merges)


def thing(part: Part) -> Thing:
    """Return the thing of a part whose words do not hang on others."""
    return part.thing


def _worded(part: P, worded: Callable[[P], Thing], ledger: Ledger) -> Thing:
    """Return a part's thing, with the slugs it had before somebody in them was renamed: its address stays."""
    former = (slug for earlier in _formerly(part, ledger) for slug in worded(earlier).slugs)
    return replace(worded(part), former=tuple(dict.fromkeys(former)))


def _formerly(part: P, ledger: Ledger) -> Iterator[P]:
    """Yield a part as it was while one of those in it, or all, had an address that leads elsewhere now."""
    sets = {f.name: v for f in fields(part) if isinstance(v := getattr(part, f.name), frozenset)}
    held = sorted({p for v in sets.values() for p in v if isinstance(p, str) and p in ledger.predecessors})
    changes = [{path: old} for path in held for old in ledger.predecessors[path]]
    for change in (*changes, {path: ledger.predecessors[path][0] for path in held}) if held else ():
        renamed: dict[str, Any] = {n: frozenset(change.get(p, p) for p in v) for n, v in sets.items()}
        yield replace(part, **renamed)


def _alone(thing: Thing, path: str) -> str:
    """Return the path that a thing would have by itself: what a row of the ledger names to keep it apart."""
    own = thing.path(thing.words)
    return f"; alone {own}" if own != path else ""
