"""Choose the one value of what can have one only; the others stay as claims."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rdflib import URIRef

from kg.model import Article, Claim, Node, Value
from kg.vocab import DIP

Held = Node | URIRef | Value
_DATES = (DIP.earliest, DIP.latest, DIP.when)
_STAY = 14  # days: bounds of a visit that are closer are its first and last day
# Where one article tells several, the one that comes about last.
_COURSE = (DIP.Denied, DIP.Proposed, DIP.Planned, DIP.Occurred, DIP.Cancelled)


def winners(
    claims: Iterable[Claim], paths: Mapping[Node, str], articles: Mapping[str, Article]
) -> dict[tuple[str, URIRef], Held]:
    """Return the value that wins for each path and property that has one value only.

    It is that of the latest-published article that tells it first-hand, ties by confidence.
    """
    kept = [c for c in claims if c.predicate in (DIP.status, DIP.rank, *_DATES)]
    kept.sort(key=lambda c: paths[c.subject])
    won: dict[tuple[str, URIRef], Held] = {}
    for path, about in groupby(kept, key=lambda c: paths[c.subject]):
        told = tuple(about)
        won |= {(path, term): value for term, value in _status(told, articles).items()}
        won |= {(path, term): value for term, value in _rank(told, articles).items()}
        won |= {(path, term): value for term, value in _dates(told, articles).items()}
    return won


def _weight(claim: Claim, articles: Mapping[str, Article]) -> tuple[bool, dt.date, float]:
    published = articles[claim.subject.article].published or dt.date.min
    return claim.according_to is None, published, claim.confidence or 0.0


def _status(claims: Sequence[Claim], articles: Mapping[str, Article]) -> dict[URIRef, Held]:
    found = [c for c in claims if c.predicate == DIP.status and c.object in _COURSE]
    best = max(found, key=lambda c: (*_weight(c, articles), _COURSE.index(c.object)), default=None)
    return {DIP.status: best.object} if best else {}


def _rank(claims: Sequence[Claim], articles: Mapping[str, Article]) -> dict[URIRef, Held]:
    """Return the rank of a tenure: one article may tell a lower title of the office than another."""
    found = [c for c in claims if c.predicate == DIP.rank]
    best = max(found, key=lambda c: (*_weight(c, articles), str(c.object)), default=None)
    return {DIP.rank: best.object} if best else {}


def _dates(claims: Sequence[Claim], articles: Mapping[str, Article]) -> dict[URIRef, Held]:
    """Return the dates of the best telling, then what others add to it."""
    tellings: dict[tuple[Node, Node | None], list[Claim]] = {}
    for claim in claims:
        if claim.predicate in _DATES:
            tellings.setdefault((claim.subject, claim.according_to), []).append(claim)
    ranked = sorted(
        tellings.values(),
        key=lambda t: (*max(_weight(c, articles) for c in t), _fit(t), _key(t)),
        reverse=True,
    )
    won: dict[URIRef, Held] = {}
    for telling in ranked:
        best = {
            c.predicate: c.object for c in sorted(telling, key=lambda c: (c.confidence or 0.0, str(c.object)))
        }
        missing = {term: value for term, value in best.items() if term not in won}
        if any(won[term] != value for term, value in best.items() if term in won):
            missing.pop(DIP.when, None)  # it would say more, or less, than the bounds that won
        if _in_order({**missing, **won}):
            won |= missing
    return won


def _key(claims: Sequence[Claim]) -> tuple[str, ...]:
    subject, source = claims[0].subject, claims[0].according_to
    return subject.article, subject.key, *((source.article, source.key) if source else ())


def _fit(claims: Sequence[Claim]) -> int:
    """Return how well a telling tells when: in few days; but of a stay all its days, not one of them."""
    width = _width(claims)
    is_stay = claims[0].subject.kind == DIP.Visit and width < _STAY
    return width if is_stay else -width


def _width(claims: Sequence[Claim]) -> int:
    """Return how many days lie between the bounds that are told; those without bounds count as widest."""
    days = [
        dt.date.fromisoformat(c.object.text)
        for c in claims
        if c.predicate != DIP.when and isinstance(c.object, Value)
    ]
    return (max(days) - min(days)).days if len(days) > 1 else dt.date.max.toordinal()


def _in_order(dates: Mapping[URIRef, Held]) -> bool:
    first, last = dates.get(DIP.earliest), dates.get(DIP.latest)
    return not (isinstance(first, Value) and isinstance(last, Value)) or first.text <= last.text
