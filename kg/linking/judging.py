"""Which candidate is meant: scored, compared with the others, accepted, or left for people."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.linking.candidates import Candidate
from kg.linking.sought import Sought
from kg.matching import Match, match

ACCEPT = 0.985
_SHOWN = 5  # candidates that a person is shown


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the machine stops.

    Attributes:
        accept: a candidate of at least this score is accepted, if no other comes near.
        ask: one of at least this score is worth a person's look.
        lead: log-odds by which an accepted one must lead the next.
    """

    accept: float = ACCEPT
    ask: float = 0.5
    lead: float = 1.5


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with what speaks for it."""

    candidate: Candidate
    match: Match


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the machine makes of one of ours.

    Attributes:
        sought: the one.
        accepted: the item that is meant, None where none is or a person is to decide.
        open: candidates for a person to decide on, the best first; none where one is accepted.
        doubt: why the best of them was not accepted.
    """

    sought: Sought
    accepted: Scored | None
    open: tuple[Scored, ...]
    doubt: str = ""


def judge(
    sought: Sought, candidates: Iterable[Candidate], refused: frozenset[str], bounds: Bounds
) -> Verdict:
    """Return what to make of one of ours; what people refused is no candidate."""
    scored = [Scored(c, match(sought.profile, c.profile)) for c in candidates if c.iri not in refused]
    ranked = sorted(scored, key=lambda each: (-each.match.score, len(each.candidate.iri), each.candidate.iri))
    likely = tuple(each for each in ranked if each.match.score >= bounds.ask)[:_SHOWN]
    if not likely:
        return Verdict(sought, None, ())
    if likely[0].match.score < bounds.accept:
        return Verdict(sought, None, likely, f"no candidate reaches {bounds.accept}")
    if len(likely) > 1 and _odds(likely[0]) - _odds(likely[1]) < bounds.lead:
        return Verdict(sought, None, likely, "two candidates are nearly as good")
    return Verdict(sought, likely[0], ())


def settled(verdicts: Sequence[Verdict], taken: frozenset[str], bounds: Bounds) -> tuple[Verdict, ...]:
    """Return the verdicts with each item accepted once at most: for whom it fits clearly best, or for nobody.

    Args:
        verdicts: those of all of ours that were judged.
        taken: items that people have given to others of ours.
        bounds: where the machine stops.
    """
    claims: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.accepted is not None:
            claims.setdefault(verdict.accepted.candidate.iri, []).append(verdict)
    kept = {item: _first(found, bounds) for item, found in claims.items() if item not in taken}
    return tuple(
        verdict
        if verdict.accepted is None or kept.get(verdict.accepted.candidate.iri) == verdict.sought.iri
        else Verdict(verdict.sought, None, (verdict.accepted,), "another of ours is that item, or may be")
        for verdict in verdicts
    )


def _first(verdicts: Sequence[Verdict], bounds: Bounds) -> str | None:
    """Return which of ours an item fits clearly best."""
    odds = sorted(((_odds(v.accepted), v.sought.iri) for v in verdicts if v.accepted), reverse=True)
    return odds[0][1] if len(odds) == 1 or odds[0][0] - odds[1][0] >= bounds.lead else None


def _odds(scored: Scored) -> float:
    score = min(max(scored.match.score, 0.0001), 0.9999)  # as far as scores are told apart
    return math.log(score / (1 - score))
