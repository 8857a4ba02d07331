"""Which office of whom: one tenure for each holder, normalised office and body."""

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rdflib import RDF, URIRef

from kg.model import Claim, Node, Value
from kg.resolve import minting, names
from kg.resolve.clusters import CERTAIN, Match, Rule, cluster
from kg.resolve.facts import Facts
from kg.resolve.ledger import ANYWHERE, Ledger
from kg.resolve.minting import Minted, Thing
from kg.vocab import DIP

_SMALL = frozenset(["the", "of", "for", "and", "to", "in", "s", "affairs"])
# Words by which one office is called in different texts.
_SPELT = {"chairman": "chair", "chairperson": "chair", "chairwoman": "chair", "premier": "prime minister"}
_SOLE = frozenset({DIP.HeadOfState, DIP.HeadOfGovernment})  # of a state there is one at a time
_PAST = frozenset({"former", "ex", "late", "then"})


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office of one holder: its nodes and words, the paths of holder and bodies, titles and ranks."""

    thing: Thing
    holders: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[frozenset[str]]
    ranks: frozenset[URIRef]


def same(
    facts: Facts, paths: Mapping[Node, str], ledger: Ledger
) -> tuple[Minted, tuple[tuple[Node, str], ...]]:
    """Return IRIs for all tenures, and for each node that joined another the reason."""
    parts = [_tenure(facts, node, paths) for node in facts.of_kind(DIP.Tenure)]
    things = minting.known([p.thing for p in parts], ledger)
    rule: Rule[Tenure] = Rule(_blocks, minting.ledgered(_thing, _likeness, ledger), _join)
    found, joined = cluster([replace(p, thing=t) for p, t in zip(parts, things, strict=True)], rule)
    minted = minting.mint([t.thing for t in found], ledger)
    return minted, tuple((n, reason) for tenure, reason in joined for n in tenure.thing.nodes)


def attested(facts: Facts, paths: Mapping[Node, str]) -> Iterator[Claim]:
    """Yield the first and the last day on which articles tell each tenure as present: days of publication."""
    days: dict[str, list[tuple[dt.date, Node]]] = {}
    for node in facts.of_kind(DIP.Tenure):
        day = facts.articles[node.article].published
        past = any(_PAST.intersection(names.plain(t).split()) for t in facts.texts(node, DIP.title))
        if day is not None and not past:
            days.setdefault(paths[node], []).append((day, node))
    for found in days.values():
        for term, end in ((DIP.attestedFrom, min), (DIP.attestedTo, max)):
            edge = end(day for day, _ in found)
            yield from (_attested(facts, node, term, day) for day, node in found if day == edge)


def _attested(facts: Facts, node: Node, term: URIRef, day: dt.date) -> Claim:
    spans = (s for c in facts.about(node, RDF.type, DIP.title) for s in c.spans)
    return Claim(
        node,
        term,
        Value(day.isoformat(), "date"),
        tuple(dict.fromkeys(spans)),
        rule="tenure.attested",
        basis=f"{node.article}: published",
    )


def office(title: str) -> frozenset[str]:
    """Return the words that tell an office, however they are put.

    >>> office("Minister of Foreign Affairs") == office("Foreign Minister")
    True
    """
    words = " ".join(_SPELT.get(w, w) for w in names.plain(title).split())
    return frozenset(words.split()) - _SMALL


def _thing(tenure: Tenure) -> Thing:
    return tenure.thing


def _tenure(facts: Facts, node: Node, paths: Mapping[Node, str]) -> Tenure:
    holders = frozenset(paths[n] for n in facts.nodes_at(node, DIP.holder))
    bodies = frozenset(paths[n] for n in facts.nodes_at(node, DIP.of))
    titles = facts.texts(node, DIP.title)
    who, where = ([p.partition("/")[2] for p in sorted(ps)] for ps in (holders, bodies))
    first = (*who, *titles[:1], *where)
    forms = (
        (minting.brief(first),),
        first,
        (*first, *titles),
        (*first, minting.fingerprint(node.article, *titles)),
    )
    ranks = facts.terms(node, DIP.rank)
    thing = Thing((node,), node.kind, minting.slugs(*forms), ANYWHERE)
    return Tenure(thing, holders, bodies, frozenset(office(t) for t in titles), ranks)


def _blocks(tenure: Tenure) -> Iterable[Hashable]:
    yield from (d.iri for d in tenure.thing.known)
    yield from tenure.holders


def _likeness(one: Tenure, other: Tenure) -> Match | None:
    if one.holders != other.holders or (one.bodies and other.bodies and not one.bodies & other.bodies):
        return None
    if one.offices & other.offices:
        return Match(CERTAIN if one.bodies and other.bodies else 0.9, "same holder, office and body")
    words = {w for e in (one, other) for o in e.offices for w in o}
    sole = one.ranks & other.ranks & _SOLE and one.bodies & other.bodies and not words & _PAST
    return Match(0.8, "same holder, body and rank") if sole else None


def _join(one: Tenure, other: Tenure) -> Tenure:
    return Tenure(
        minting.join(one.thing, other.thing),
        one.holders | other.holders,
        one.bodies | other.bodies,
        one.offices | other.offices,
        one.ranks | other.ranks,
    )
