"""At which level a record stands: the highest rank that those who took part, signed or spoke held then."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rdflib import URIRef

from kg.emit.sides import ACTING, Told
from kg.model import Claim, Node, Resolution, Value
from kg.vocab import DIP, local

RULE = "derived: level"
NEAR = dt.timedelta(days=366)  # articles call somebody by an office some time before and after a day
# From the highest down; the ontology gives ranks no order, for precedence is another thing.
ORDER = (
    *(DIP.HeadOfState, DIP.HeadOfGovernment, DIP.DeputyHeadOfState, DIP.DeputyHeadOfGovernment, DIP.Royal),
    *(DIP.Minister, DIP.DeputyMinister, DIP.Envoy, DIP.InternationalOfficial, DIP.Legislator, DIP.Judge),
    *(DIP.Military, DIP.PartyOfficial, DIP.Official, DIP.Spokesperson, DIP.RegionalOfficial, DIP.Executive),
)


@dataclass(slots=True)
class Office:
    """A tenure as far as levels hang on it.

    Attributes:
        holder: IRI of the person.
        rank: None where none is told.
        first: first day on which it is attested, and `last` the last.
    """

    holder: str | None = None
    rank: URIRef | None = None
    first: dt.date | None = None
    last: dt.date | None = None

    def away(self, day: dt.date | None) -> dt.timedelta:
        """Return how far from a day it is attested; nothing where either is unknown."""
        if day is None or self.first is None or self.last is None:
            return dt.timedelta(0)
        return max(self.first - day, day - self.last, dt.timedelta(0))


def added(resolution: Resolution, told: Told) -> Resolution:
    """Return the resolution with the level of each record that somebody of known rank took part in."""
    offices = _offices(resolution)
    days = _days(resolution)
    found = (claim for record in told.records for claim in _levels(told, record, offices, days.get(record)))
    return replace(resolution, claims=(*resolution.claims, *dict.fromkeys(found)))


def _levels(
    told: Told, record: str, offices: dict[str, list[Office]], day: dt.date | None
) -> Iterator[Claim]:
    """Yield the level of a record, once for each article that names somebody who held that rank."""
    ranked = [
        (rank, claim)
        for claim, actor in told.grounds(record, *ACTING)
        if (rank := rank_at(offices.get(actor, []), day)) is not None and not _receives(claim)
    ]
    if not ranked:
        return
    highest = min((rank for rank, _ in ranked), key=ORDER.index)
    articles: dict[str, Claim] = {}
    for rank, claim in sorted(ranked, key=lambda each: (each[1].subject.article, each[1].spans)):
        if rank == highest:
            articles.setdefault(claim.subject.article, claim)
    for claim in articles.values():
        basis = f"rank of the {local(claim.predicate)}"
        yield replace(claim, predicate=DIP.level, object=highest, rule=RULE, basis=basis, phrase=None)


def _receives(claim: Claim) -> bool:
    """Say whether a claim tells of who received a visitor: the level of a visit is the visitor's."""
    return claim.subject.kind == DIP.Visit and claim.predicate == DIP.host


def rank_at(offices: list[Office], day: dt.date | None) -> URIRef | None:
    """Return the highest of the ranks that a person held about a day; if all are far from it, the nearest."""
    known = [(office.away(day), office.rank) for office in offices if office.rank is not None]
    nearest = min((away for away, _ in known), default=dt.timedelta(0))
    about = [rank for away, rank in known if away <= max(nearest, NEAR)]
    return min(about, key=ORDER.index, default=None)


def _offices(resolution: Resolution) -> dict[str, list[Office]]:
    """Return the tenures of each person, by IRI."""
    found: dict[str, Office] = {}
    for claim in resolution.claims:
        if claim.subject.kind == DIP.Tenure:
            _note(found.setdefault(resolution.iris[claim.subject], Office()), claim, resolution)
    held: dict[str, list[Office]] = {}
    for office in found.values():
        held.setdefault(office.holder or "", []).append(office)
    return held


def _note(office: Office, claim: Claim, resolution: Resolution) -> None:
    if claim.predicate == DIP.holder and isinstance(claim.object, Node):
        office.holder = resolution.iris[claim.object]
    elif claim.predicate == DIP.rank and isinstance(claim.object, URIRef):
        office.rank = claim.object
    elif isinstance(claim.object, Value) and claim.predicate in (DIP.attestedFrom, DIP.attestedTo):
        day = dt.date.fromisoformat(claim.object.text)
        office.first, office.last = min(office.first or day, day), max(office.last or day, day)


def _days(resolution: Resolution) -> dict[str, dt.date]:
    """Return the first day of each record that is dated."""
    found: dict[str, dt.date] = {}
    for claim in resolution.claims:
        if claim.predicate == DIP.earliest and isinstance(claim.object, Value):
            iri = resolution.iris[claim.subject]
            won = resolution.settled.get((iri, DIP.earliest), claim.object)
            if won == claim.object:
                found[iri] = dt.date.fromisoformat(claim.object.text)
    return found
