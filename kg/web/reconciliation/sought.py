"""What is looked for, and what is found: the values that both versions of the interface are read into."""

from dataclasses import dataclass

from rdflib import URIRef

from kg.matching import Feature
from kg.web.reconciliation.profiles import Known

LIMIT, HIGHEST = 5, 50  # candidates without a limit, and at most


@dataclass(frozen=True, slots=True)
class Condition:
    """Values of a property that candidates have, or may not have.

    Attributes:
        property: its id.
        values: as they were sent; an entity by its id.
        is_required: whether others are no candidates; else they only score less.
        quantifier: "any", "all" or "none" of the values.
    """

    property: str
    values: tuple[str, ...]
    is_required: bool = False
    quantifier: str = "any"


@dataclass(frozen=True, slots=True)
class Sought:
    """One query.

    Attributes:
        names: what the thing goes by.
        kinds: classes that it may be of; any that can be looked for where none is told.
        limit: most candidates.
        conditions: what else is told of it.
    """

    names: tuple[str, ...]
    kinds: tuple[URIRef, ...] = ()
    limit: int = LIMIT
    conditions: tuple[Condition, ...] = ()

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of a property that a candidate is to have."""
        return tuple(
            v for c in self.conditions if c.property == name and c.quantifier != "none" for v in c.values
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may be meant.

    Attributes:
        known: the thing.
        score: 0 to 1.
        features: what the score is made of, with reasons.
        is_match: whether it is sure enough to be taken without a look.
    """

    known: Known
    score: float
    features: tuple[Feature, ...]
    is_match: bool = False

    @property
    def percent(self) -> float:
        """Return the score as it is told, 0 to 100."""
        return round(100 * self.score, 1)
