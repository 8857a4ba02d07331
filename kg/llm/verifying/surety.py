"""How sure claims are that a model found, or that rules and model found both: weights as data.

Where a weight is a prior and not measured, so the table says.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from rdflib import RDF

from kg.errors import RegistryError
from kg.model import Claim
from kg.registry.tables import Row, rows

FILE = "surety.tsv"
COLUMNS = ("what", "weight", "from")
FROM = ("prior", "measured")
_LEAST, _MOST = 0.02, 0.98  # nothing is never right, nothing always


@dataclass(frozen=True, slots=True)
class Weight:
    """One row of `surety.tsv`; the head of that file says what each column means."""

    what: str
    weight: float
    source: str


@cache
def weights() -> dict[str, Weight]:
    """Return all weights by what they are of.

    Raises:
        RegistryError: where the table is broken, or a weight is no number.
    """
    return {row.need("what"): _weight(row) for row in rows(FILE, COLUMNS, Path(__file__).parent)}


def alone(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of a model; those on what it alone knows of are as sure as such finds are."""
    told = tuple(claims)
    own = {c.subject for c in told if c.predicate == RDF.type and is_model(c)}
    sure = _share(weights()["alone"].weight)
    return (replace(c, confidence=sure) if c.subject in own else c for c in told)


def is_model(claim: Claim) -> bool:
    """Say whether a model found a claim."""
    return claim.rule.startswith("model.")


def moved(confidence: float | None, what: str) -> float | None:
    """Return a confidence raised or lowered by what a model says of the same."""
    if confidence is None:
        return None
    share = min(max(confidence, _LEAST), _MOST)
    return _share(math.log(share / (1 - share)) + weights()[what].weight)


def _share(odds: float) -> float:
    return round(min(max(1 / (1 + math.exp(-odds)), _LEAST), _MOST), 2)


def _weight(row: Row) -> Weight:
    text = row.need("weight")
    try:
        return Weight(row.need("what"), float(text), row.choice("from", FROM))
    except ValueError:
        message = f"{row.file}:{row.line}: expected a number under 'weight', found {text!r}"
        raise RegistryError(message) from None
