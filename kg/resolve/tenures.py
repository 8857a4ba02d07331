"""Which office of whom: one tenure for each holder, normalised office and body."""

import datetime as dt
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from rdflib import RDF, URIRef

from kg import spelling
from kg.model import Claim, Node, Value
from kg.resolve import merging, minting
from kg.resolve.clusters import CERTAIN, Match, Rule
from kg.resolve.facts import Facts
from kg.resolve.ledger import ANYWHERE, Ledger
from kg.resolve.merging import Merges, Part
from kg.resolve.minting import Minted, Thing
from kg.vocab import DIP

_SMALL = frozenset(["the", "of", "for", "and", "to", "in", "s", "affairs"])
# Words by which one office is called in different texts.
_SPELT = {"chairman": "chair", "chairperson": "chair", "chairwoman": "chair", "premier": "prime minister"}
_SOLE = frozenset({DIP.HeadOfState, DIP.HeadOfGovernment})  # of a state there is one at a time
_PAST = frozenset({"former", "ex", "late", "then"})


@dataclass(frozen=True, slots=True)
class Tenure(Part):
    """An office of one holder: its nodes and words, the paths of holder and bodies, titles and ranks."""

    holders: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[frozenset[str]]
    ranks: frozenset[URIRef]


def same(facts: Facts, paths: Mapping[Node, str], ledger: Ledger) -> tuple[Minted, Merges]:
    """Return IRIs for all tenures, and for each node that joined another the reason."""
    parts = [_tenure(facts, node, paths) for node in facts.of_kind(DIP.Tenure)]
    return merging.across(parts, partial(_worded, facts), Rule(_blocks, _likeness, _join), ledger)


def attested(facts: Facts, paths: Mapping[Node, str]) -> Iterator[Claim]:
    """Yield the first and the last day on which articles tell each tenure as present: days of publication."""
    days: dict[str, list[tuple[dt.date, Node]]] = {}
    for node in facts.of_kind(DIP.Tenure):
        day = facts.articles[node.article].published
        past = any(_PAST.intersection(spelling.plain(t).split()) for t in facts.texts(node, DIP.title))
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
    words = " ".join(_SPELT.get(w, w) for w in spelling.plain(title).split())
    return frozenset(words.split()) - _SMALL


def _tenure(facts: Facts, node: Node, paths: Mapping[Node, str]) -> Tenure:
    return Tenure(
        Thing((node,), node.kind, (), ANYWHERE),
        frozenset(paths[n] for n in facts.nodes_at(node, DIP.holder)),
        frozenset(paths[n] for n in facts.nodes_at(node, DIP.of)),
        frozenset(office(t) for t in facts.texts(node, DIP.title)),
        facts.terms(node, DIP.rank),
    )


def _worded(facts: Facts, tenure: Tenure) -> Thing:
    """Return a tenure with slugs made of holder, title and body, then of more."""
    node = tenure.thing.nodes[0]
    titles = facts.texts(node, DIP.title)
    who, where = ([p.partition("/")[2] for p in sorted(ps)] for ps in (tenure.holders, tenure.bodies))
    first = (*who, *titles[:1], *where)
    mark = minting.fingerprint(node.article, *titles)
    forms = ((minting.brief(first),), first, (*first, *titles), (*first, mark))
    return replace(tenure.thing, slugs=minting.slugs(*forms))


def _blocks(tenure: Tenure) -> Iterable[Hashable]:
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
