"""How sure each claim is: the one place where confidence is given, from weights fitted on gold articles.

A claim's confidence is the share of claims like it that are right (`tests/bench/confidence.py` says what that
means and fits the weights). Likeness is told by a few features: the rule, the property, who is named how,
on whose word, with which status. A rule without weight of its own is as sure as its family.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from rdflib import RDF, RDFS, URIRef

from kg.model import Claim, Node, Span
from kg.registry.confidence import weights
from kg.text.reading import Reading
from kg.vocab import DIP, local, superclasses

_ACTORS = frozenset({DIP.Person, DIP.State, DIP.Organization, DIP.Group})
_DATES = frozenset({DIP.earliest, DIP.latest, DIP.when})  # of one phrase, so as sure as each other
_ROLES = frozenset({DIP.participant, DIP.visitor, DIP.host, DIP.initiator, DIP.headOfDelegation})
_PEOPLE = _ROLES | {DIP.speaker, DIP.party, DIP.signatory, DIP.holder}
# What gold articles tell of; other claims are as sure as their record.
_OF_ACTORS = frozenset({RDF.type, RDFS.label})
JUDGED = frozenset(
    {
        RDF.type,
        DIP.status,
        DIP.place,
        DIP.mode,
        DIP.reports,
        DIP.denies,
        DIP.of,
        DIP.title,
        DIP.provision,
        *_PEOPLE,
        *_DATES,
    }
)
_FORMS = ("name", "place", "title", "description", "pronoun")
_MANY = 4  # from so many actors on a record is one of many
_LEAST, _MOST = 0.02, 0.98  # no rule is never right, none always


@dataclass(frozen=True, slots=True)
class Sight:
    """What an article's claims show of each other.

    Attributes:
        rules: the rule of each thing's class.
        marks: features that all claims of a thing share.
        forms: how each actor is meant in each sentence: the plainest form.
        used: in how many records each actor is.
        first: the first sentence.
    """

    rules: Mapping[Node, str]
    marks: Mapping[Node, tuple[str, ...]]
    forms: Mapping[tuple[Node, Span], str]
    used: Mapping[Node, int]
    first: Span | None


def sure(reading: Reading, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims, each with its confidence; None where gold articles tell nothing of its kind."""
    told = list(claims)
    seen = sight(reading, told)
    return [replace(claim, confidence=_confidence(features(seen, claim))) for claim in told]


def sight(reading: Reading, claims: Iterable[Claim]) -> Sight:
    """Return what the claims of an article show of each other."""
    told: dict[Node, list[Claim]] = {}
    users: dict[Node, set[Node]] = {}
    for claim in claims:
        told.setdefault(claim.subject, []).append(claim)
        if claim.predicate in _PEOPLE and isinstance(claim.object, Node):
            users.setdefault(claim.object, set()).add(claim.subject)
    return Sight(
        rules={
            n: next((c.rule for c in own if c.predicate == RDF.type), own[0].rule) for n, own in told.items()
        },
        marks={node: tuple(_marks(own)) for node, own in told.items()},
        forms=_forms(reading),
        used={node: len(records) for node, records in users.items()},
        first=reading.sentences[0].span if reading.sentences else None,
    )


def _forms(reading: Reading) -> dict[tuple[Node, Span], str]:
    found: dict[tuple[Node, Span], str] = {}
    for mention in reading.mentions:
        sentence = reading.sentence(mention.head)
        if sentence is not None:
            for key in ((node, sentence.span) for node in mention.actors):
                found[key] = min(found.get(key, mention.form), mention.form, key=_FORMS.index)
    return found


def _marks(claims: list[Claim]) -> Iterator[str]:
    """Yield what a thing's claims together show of how it is told."""
    values = {c.predicate: c.object for c in claims}
    if RDFS.label in values:
        yield f"names {min(sum(c.predicate == RDFS.label for c in claims), _MANY)}"
    if claims[0].subject.kind != DIP.Tenure:
        yield from _marks_of_record(claims, values)


def _marks_of_record(claims: list[Claim], values: Mapping[URIRef, object]) -> Iterator[str]:
    actors = {c.object for c in claims if c.predicate in _PEOPLE}
    yield f"told {min(len({s for c in claims if c.predicate == RDF.type for s in c.spans}), _MANY)} times"
    yield f"of {min(len(actors), _MANY)}"
    yield f"of {' and '.join(sorted({local(a.kind) for a in actors if isinstance(a, Node)}))}"
    yield "dated" if DIP.earliest in values else "undated"
    yield "placed" if DIP.place in values else "unplaced"
    for term in (DIP.status, DIP.mode):
        value = values.get(term)
        if isinstance(value, URIRef):
            yield f"{local(term)} {local(value)}"
    if any(c.predicate == RDF.type and c.according_to is not None for c in claims):
        yield "on somebody's word"


def features(seen: Sight, claim: Claim) -> tuple[str, ...]:
    """Return what tells how sure a claim is; empty where nothing does."""
    kind = claim.subject.kind
    is_record = DIP.Record in superclasses(kind) or kind == DIP.Tenure
    judged = claim.predicate in (JUDGED if is_record else _OF_ACTORS)
    judged &= claim.predicate not in _DATES or DIP.Statement not in superclasses(kind)
    if not (judged or is_record) or not (is_record or kind in _ACTORS):
        return ()
    predicate = claim.predicate if judged else RDF.type
    rule = claim.rule if judged else seen.rules[claim.subject]
    return tuple(_features(seen, claim, "date" if predicate in _DATES else local(predicate), rule))


def _features(seen: Sight, claim: Claim, term: str, rule: str) -> Iterator[str]:
    subject = claim.subject
    family = seen.rules[subject].partition(".")[0]
    yield from ("any", f"family {family}", f"{family} {term}", f"rule {rule}", f"{rule} {term}")
    yield from (f"told by {seen.rules[subject]}", f"kind {local(subject.kind)}")
    yield from (f"{family} {mark}" for mark in seen.marks[subject])
    if seen.first in claim.spans:
        yield f"{family} first"
    actor = claim.object if isinstance(claim.object, Node) else subject
    if actor.kind in _ACTORS:
        yield f"{term} {local(actor.kind)}"
        yield f"{term} {local(actor.kind)} used {min(seen.used.get(actor, 0), _MANY)}"
        yield f"{term} registered" if actor.registry else f"{term} unregistered"
        forms = [f for s in claim.spans if (f := seen.forms.get((actor, s))) is not None]
        yield f"{term} by {min(forms, key=_FORMS.index) if forms else 'nothing here'}"


@cache
def _confidence(features: tuple[str, ...]) -> float | None:
    if not features:
        return None
    known, family = weights(), features[1].removeprefix("family ")
    told = sum(known.get(feature, 0.0) for feature in features)
    odds = known.get(f"slope {family}", 1.0) * told + known.get(f"shift {family}", 0.0)
    share = 1 / (1 + math.exp(-odds))
    return round(min(max(share, _LEAST), _MOST), 2)
