"""Descriptions of things that may be one, and what came of comparing two of them."""

from dataclasses import dataclass

from rdflib import URIRef


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody held.

    Attributes:
        title: in any wording.
        of: names or ISO 3166-1 alpha-3 codes of the state or body that it is an office of.
        first: ISO date of the first day that it is known to be held, None where unknown.
        last: the same of the last day; None also while it is held.
    """

    title: str
    of: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What one side tells of a thing; what is empty or None is unknown.

    Attributes:
        names: in all forms and scripts.
        kind: class of our ontology.
        states: ISO 3166-1 alpha-3 codes of the states it is of.
        offices: those it held.
        day: ISO date of the record that it is sought for.
        company: names of those it acts together with.
        first: ISO date from which it exists at all (birth, foundation).
        last: ISO date of its end.
        occupations: what it is by calling; those of ours are all that would fit.
        has_terms: whether the days of its offices are those of terms, not those on which sources attest them.
    """

    names: tuple[str, ...]
    kind: URIRef | None = None
    states: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    day: str | None = None
    company: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    occupations: tuple[str, ...] = ()
    has_terms: bool = False


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence.

    Attributes:
        name: one of `kg.matching.WEIGHTS`.
        score: from 0, wholly against, to 1, wholly for.
        reason: in words, without a full stop.
    """

    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """How well a candidate fits.

    Attributes:
        score: 0 to 1.
        features: what the score is made of, in the order of `kg.matching.WEIGHTS`; what is unknown has none.
    """

    score: float
    features: tuple[Feature, ...]
