"""Who is who across articles: states, persons, bodies, groups, places and topics, by name and context."""

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from rdflib import URIRef

from kg.model import Node
from kg.resolve import known, merging, minting, names
from kg.resolve.clusters import CERTAIN, Match, Rule
from kg.resolve.facts import Facts
from kg.resolve.ledger import ANYWHERE, Ledger
from kg.resolve.merging import Merges, Part
from kg.resolve.minting import Minted, Thing
from kg.spelling import folded, plain
from kg.vocab import DIP

# Strength of each way in which two full names may be one (kg.resolve.names.alike); the order is what counts.
_STRENGTH = {"same": 1.0, "spelling": 0.9, "order": 0.8, "middle name": 0.7, "letter": 0.6}


@dataclass(frozen=True, slots=True)
class Actor(Part):
    """An actor, place or topic as one or several articles name it.

    Attributes:
        registry: the row of the registry that it is.
        fullest: the fullest names, one of each article.
        names: all forms.
        countries: paths of the states it belongs to.
        offices: titles that its holder has, plain.
    """

    registry: str | None
    fullest: tuple[str, ...]
    names: frozenset[str]
    countries: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()


_OTHERS = (DIP.Person, DIP.Organization, DIP.Group, DIP.Place, DIP.Topic)


def states_of(facts: Facts, paths: Mapping[Node, str], ledger: Ledger) -> tuple[Minted, Merges]:
    """Return IRIs for all states, and for each node that joined another the reason."""
    return _same(facts, (DIP.State,), paths, ledger)


def others(facts: Facts, paths: Mapping[Node, str], ledger: Ledger) -> tuple[Minted, Merges]:
    """Return IRIs for all other actors, places and topics; their states tell names apart."""
    return _same(facts, _OTHERS, paths, ledger)


def _same(
    facts: Facts, kinds: Iterable[URIRef], paths: Mapping[Node, str], ledger: Ledger
) -> tuple[Minted, Merges]:
    offices = _offices(facts)
    nodes = [n for kind in kinds for n in facts.of_kind(kind)]
    parts = [_actor(facts, node, paths, offices.get(node, frozenset())) for node in nodes]
    return merging.across(parts, merging.thing, Rule(_blocks, _likeness, _join), ledger)


def fullest(forms: Iterable[str]) -> str:
    """Return the form with the most words, the longest of those, else the first."""
    return max(forms, key=lambda f: (len(f.split()), len(f)), default="")


def _offices(facts: Facts) -> dict[Node, frozenset[str]]:
    found: dict[Node, set[str]] = {}
    for tenure in facts.of_kind(DIP.Tenure):
        for holder in facts.nodes_at(tenure, DIP.holder):
            found.setdefault(holder, set()).update(plain(t) for t in facts.texts(tenure, DIP.title))
    return {node: frozenset(titles) for node, titles in found.items()}


def _actor(facts: Facts, node: Node, paths: Mapping[Node, str], offices: frozenset[str]) -> Actor:
    forms = facts.names(node)
    told = fullest(forms) or node.key.partition(":")[2] or node.key
    row = known.row(node)
    name = row.label if row and row.label else re.sub(r"^the ", "", told, flags=re.IGNORECASE)
    states_of = facts.nodes_at(node, DIP.country) if node.kind != DIP.State else ()
    countries = frozenset(paths[s] for s in states_of if s in paths)
    thing = _named(node, name, forms, sorted(c.partition("/")[2] for c in countries))
    registry = node.registry if row and row.label else None
    return Actor(thing, registry, (name,), frozenset(forms) | {name}, countries, offices)


def _named(node: Node, name: str, forms: tuple[str, ...], countries: list[str]) -> Thing:
    """Return the thing that a name stands for: in any article, or in its own where it tells too little."""
    home = PurePath(node.article).stem
    generic = node.kind == DIP.Organization and not names.is_distinctive(name) and not node.registry
    alone = node.kind == DIP.Group or (node.kind == DIP.Person and not names.is_full(name))
    if not node.registry and (alone or (generic and not countries)):
        short = minting.brief((name,), minting.SHOWN - len(home))
        return Thing(
            (node,), node.kind, minting.slugs((short, home), (name, *countries, home)), node.article, forms
        )
    first = (name, *countries) if generic else (name,)
    slugs = minting.slugs((minting.brief(first),), (name, *countries), (name, *countries, home))
    return Thing((node,), node.kind, slugs, ANYWHERE, (name, *forms))


def _blocks(actor: Actor) -> Iterable[Hashable]:
    if actor.registry:
        yield actor.thing.kind, "registry", actor.registry
    if actor.thing.kind == DIP.Person:
        # Every likeness of names leaves one word of them as it is, once spellings are folded.
        yield from sorted({word for n in actor.names if names.is_full(n) for word in folded(n).split()})
    elif actor.thing.kind != DIP.Group:
        yield from ((actor.thing.kind, plain(n)) for n in actor.names)


def _likeness(one: Actor, other: Actor) -> Match | None:
    if one.registry and one.registry == other.registry and one.thing.kind == other.thing.kind:
        return Match(CERTAIN, "registry")
    if (one.registry and other.registry) or one.thing.kind != other.thing.kind:
        return None
    if one.thing.kind == DIP.Person:
        return _same_person(one, other)
    if one.thing.kind == DIP.Organization:
        return _same_body(one, other)
    apart = one.countries and other.countries and not one.countries & other.countries
    return None if apart else Match(CERTAIN, "name")


def _same_person(one: Actor, other: Actor) -> Match | None:
    near = bool(one.countries & other.countries)
    apart = bool(one.countries and other.countries) and not near
    best: Match | None = None
    for a in sorted(filter(names.is_full, one.names)):
        for b in sorted(filter(names.is_full, other.names)):
            why = names.alike(a, b)
            told = why == "same" or (why == "letter" and near and one.offices & other.offices)
            if (
                why
                and (told or (why != "letter" and not apart))
                and (best is None or _STRENGTH[why] > best.strength)
            ):
                best = Match(_STRENGTH[why], f"name: {why}")
    return best


def _same_body(one: Actor, other: Actor) -> Match | None:
    """Return why two bodies are one: a telling name in common, or a common name and the same state."""
    left, right = ({plain(n) for n in a.fullest} for a in (one, other))
    forms = {plain(n): n for n in (*sorted(one.names), *sorted(other.names))}
    shared = {plain(n) for n in one.names} & {plain(n) for n in other.names} & (left | right)
    near = bool(one.countries & other.countries)
    if one.countries and other.countries and not near:
        return None
    if any(names.is_distinctive(forms[n]) for n in shared):
        return Match(CERTAIN, "name")
    return Match(CERTAIN, "name and state") if near and left & right else None


def _join(one: Actor, other: Actor) -> Actor:
    return Actor(
        minting.join(one.thing, other.thing),
        one.registry or other.registry,
        tuple(dict.fromkeys(one.fullest + other.fullest)),
        one.names | other.names,
        one.countries | other.countries,
        one.offices | other.offices,
    )
