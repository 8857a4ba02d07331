"""Which candidate is meant: scored, compared with the others, accepted, or left for people.

The score of a candidate is the probability that it is the one meant, among all candidates and "none of them":
two that fit as well as each other have at most a half each, however well they fit. Its weights are learnt, as
the head of `weights.tsv` tells.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kg.linking.candidates import Candidate
from kg.linking.sought import Sought
from kg.matching import Match, match

ACCEPT = 0.8
_WEIGHTS = Path(__file__).with_name("weights.tsv")
_SHOWN = 5  # candidates that a person is shown


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the machine stops.

    Attributes:
        accept: a candidate of at least this score is accepted.
        ask: a person is asked where one of the candidates is meant with at least this probability.
        show: a candidate of at least this score is worth a person's look.
        lead: log-odds by which one of ours must lead the next of whom an item is accepted too.
    """

    accept: float = ACCEPT
    ask: float = 0.5
    show: float = 0.02
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
    matches = [(each, match(sought.profile, each.profile)) for each in candidates if each.iri not in refused]
    scores = posterior([_evidence(found) for _, found in matches])
    scored = [
        Scored(each, replace(found, score=round(score, 4)))
        for (each, found), score in zip(matches, scores, strict=True)
    ]
    ranked = sorted(scored, key=lambda each: (-each.match.score, len(each.candidate.iri), each.candidate.iri))
    if not ranked or sum(scores) < bounds.ask:
        return Verdict(sought, None, ())
    if ranked[0].match.score >= bounds.accept:
        return Verdict(sought, ranked[0], ())
    likely = tuple(each for each in ranked if each.match.score >= bounds.show)[:_SHOWN]
    is_tie = len(likely) > 1 and _odds(likely[0]) - _odds(likely[1]) < bounds.lead
    doubt = "two candidates are nearly as good" if is_tie else f"no candidate reaches {bounds.accept}"
    return Verdict(sought, None, likely, doubt)


def posterior(evidence: Sequence[float]) -> tuple[float, ...]:
    """Return how probable it is of each candidate that it is meant, given the log-odds of each by itself.

    At most one is meant, and it may be none of them.

    >>> posterior([0.0, 0.0])
    (0.3333333333333333, 0.3333333333333333)
    """
    highest = max((0.0, *evidence))
    odds = [math.exp(each - highest) for each in evidence]
    every = math.exp(-highest) + sum(odds)
    return tuple(each / every for each in odds)


def _evidence(found: Match) -> float:
    """Return the log-odds of a candidate by itself."""
    table = weights()
    told = ((table[feature.name], feature.score) for feature in found.features)
    return table["prior"][1] + sum(low + (high - low) * score for (low, high), score in told)


@cache
def weights() -> Mapping[str, tuple[float, float]]:
    """Return for each feature the log-odds that it adds where it speaks wholly against, and wholly for."""
    lines = _WEIGHTS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {name: (float(low), float(high)) for name, low, high in rows}


def settled(verdicts: Sequence[Verdict], taken: frozenset[str], bounds: Bounds) -> tuple[Verdict, ...]:
    """Return the verdicts with each item accepted once at most: for whom it fits clearly best, or for nobody.

    Args:
        verdicts: those of all of ours that were judged.
        taken: items that others of ours have.
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
