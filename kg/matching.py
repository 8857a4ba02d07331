"""How likely two descriptions mean the same thing, and why: names, class, state, offices, time, company.

The score is that of record linkage after Fellegi and Sunter (1969): each feature that both sides tell adds
evidence for or against, as a logarithm of odds, and what one side does not tell adds nothing. The weights are
set by hand, once for all users of this module: they are no shares of any sample.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from rdflib import URIRef

from kg.spelling import alike, folded, is_loose
from kg.vocab import local, superclasses

PRIOR = -1.5  # as log-odds: of candidates that a name's look-up finds, about one in five is meant
# For each feature the log-odds that it adds where it speaks wholly against, and wholly for, one thing.
WEIGHTS = {
    "name": (-9.0, 4.0),
    "class": (-14.0, 0.3),
    "time": (-14.0, 0.2),
    "state": (-3.5, 2.0),
    "office": (-2.5, 3.5),
    "rarity": (0.0, 2.0),
    "occupation": (-2.5, 1.0),
    "company": (0.0, 2.0),
}
_ALIKE = 0.75  # titles that are this alike are one office: "foreign minister", "minister of foreign affairs"
_UNDATED, _NONE_SHARED = 0.8, 0.3  # an office without its years, and offices that have nothing in common
_KNOWN = 0.92  # names of company that are this alike are one name
_WORDS = 2  # words of most names; one of more is seldom shared by chance
_ENOUGH = 3  # acquaintances in common that leave nothing to wish for
_CODE = 3  # letters of a code of a state
_JOINING = frozenset(map(folded, ("of", "the", "for", "and", "to", "in", "a")))
_LOWERING = frozenset(
    map(folded, ("deputy", "vice", "assistant", "under", "first", "acting", "former", "ex"))
)


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


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence.

    Attributes:
        name: one of `WEIGHTS`.
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
        features: what the score is made of, in the order of `WEIGHTS`; what is unknown has none.
    """

    score: float
    features: tuple[Feature, ...]


def match(sought: Profile, candidate: Profile) -> Match:
    """Return how well a candidate fits what is sought, and why.

    >>> match(Profile(("Tahir Budaqov",)), Profile(("Тахир Будагов",))).score > 0.7
    True
    >>> ours, theirs = Profile(("Ali Asadov",), states=("AZE",)), Profile(("Ali Asadov",), states=("TUR",))
    >>> match(ours, theirs).score < 0.5
    True
    """
    made = (
        *_names(sought, candidate),
        _class(sought, candidate),
        _time(sought, candidate),
        _state(sought, candidate),
        _office(sought, candidate),
        _occupation(sought, candidate),
        _company(sought, candidate),
    )
    features = tuple(feature for feature in made if feature is not None)
    odds = PRIOR + sum(_evidence(feature) for feature in features)
    return Match(round(1 / (1 + math.exp(-odds)), 4), features)


def _evidence(feature: Feature) -> float:
    against, in_favour = WEIGHTS[feature.name]
    return against + (in_favour - against) * feature.score


def _names(sought: Profile, candidate: Profile) -> Iterator[Feature]:
    """Compare each name with each; no name at all speaks against, a long one that is shared says more."""
    pairs = ((alike(one, other), one, other) for one, other in _comparable(sought.names, candidate.names))
    score, one, other = max(pairs, key=lambda pair: pair[0], default=(0.0, "", ""))
    if one == other:
        reason = f"the same name, {one}" if one else "no name to compare"
    else:
        reason = f"{one} is {other} there" if score >= _KNOWN else f"{one}, the nearest there {other}"
    yield Feature("name", round(score, 3), reason)
    words = min(len(folded(one).split()), len(folded(other).split()))
    if score >= _KNOWN and words > _WORDS:
        yield Feature("rarity", round(min(1.0, (words - _WORDS) / 3), 3), f"{words} words of it alike")


def _comparable(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names that are compared.

    Scripts that tell little more than consonants are compared with others only where there is nothing better:
    many names have the consonants of one.
    """
    for one in ours:
        like = [other for other in theirs if is_loose(other) == is_loose(one)]
        yield from ((one, other) for other in like or theirs)


def _class(sought: Profile, candidate: Profile) -> Feature | None:
    if sought.kind is None or candidate.kind is None:
        return None
    one, other = sought.kind, candidate.kind
    if one in superclasses(other) or other in superclasses(one):
        return Feature(
            "class", 1.0, f"both {local(min(one, other, key=lambda kind: len(superclasses(kind))))}"
        )
    return Feature("class", 0.0, f"{local(one)} here, {local(other)} there")


def _time(sought: Profile, candidate: Profile) -> Feature | None:
    """Say whether the candidate existed when what is sought acted."""
    days = _days(sought)
    if not days or not (candidate.first or candidate.last):
        return None
    span = _span(candidate.first, candidate.last)
    if all(_within(day, candidate.first, candidate.last) for day in days):
        return Feature("time", 1.0, f"exists {span}")
    return Feature("time", 0.0, f"exists only {span}, sought for {days[0]}")


def _state(sought: Profile, candidate: Profile) -> Feature | None:
    if not sought.states or not candidate.states:
        return None
    shared = sorted(set(sought.states) & set(candidate.states))
    if shared:
        return Feature("state", 1.0, f"both of {', '.join(shared)}")
    return Feature(
        "state", 0.0, f"of {', '.join(sought.states)} here, of {', '.join(candidate.states)} there"
    )


def _office(sought: Profile, candidate: Profile) -> Feature | None:
    if not sought.offices or not candidate.offices:
        return None
    pairs = product(sought.offices, candidate.offices)
    found = [feature for one, other in pairs for feature in _held(one, other, sought.day)]
    if found:
        return max(found, key=lambda feature: feature.score)
    return Feature(
        "office", _NONE_SHARED, f"{sought.offices[0].title} here, {candidate.offices[0].title} there"
    )


def _held(one: Office, other: Office, day: str | None) -> Iterator[Feature]:
    """Yield what an office of ours says to one of theirs; nothing where they are two offices."""
    if not _same_office(one, other):
        return
    days = tuple(d for d in (one.first, one.last) if d) or ((day,) if day else ())
    span = _span(other.first, other.last)
    if not days or not (other.first or other.last):
        yield Feature("office", _UNDATED, f"{other.title}, at a time that is not told")
    elif any(_within(d, other.first, other.last) for d in days):
        yield Feature("office", 1.0, f"{other.title} {span}, sought for {days[0]}")
    else:
        yield Feature("office", 0.0, f"{other.title} only {span}, sought for {days[0]}")


def _same_office(one: Office, other: Office) -> bool:
    if not _same_body(one, other):
        return False
    left, right = _words(one.title, (*one.of, *other.of)), _words(other.title, (*one.of, *other.of))
    if not left or not right or (left ^ right) & _LOWERING:
        return False
    common = len(left & right)
    return (common / min(len(left), len(right)) + common / len(left | right)) / 2 >= _ALIKE


def _same_body(one: Office, other: Office) -> bool:
    """Say whether two offices may be of one state or body: it may be told, or stand in the other's title."""
    ours, theirs = frozenset(map(folded, one.of)), frozenset(map(folded, other.of))
    if not ours or not theirs or ours & theirs:
        return True
    # A code of three letters stands in many words.
    told = [(name, other.title) for name in ours] + [(name, one.title) for name in theirs]
    return any(len(name) > _CODE and name in folded(title) for name, title in told)


def _words(title: str, of: Iterable[str]) -> frozenset[str]:
    """Return the words of a title without those that join them or name the state or body."""
    named = {word for name in of for word in folded(name).split()}
    return frozenset(re.findall(r"\w+", folded(title))) - _JOINING - named or frozenset(folded(title).split())


def _occupation(sought: Profile, candidate: Profile) -> Feature | None:
    if not sought.occupations or not candidate.occupations:
        return None
    fitting = set(map(folded, sought.occupations))
    shared = [each for each in candidate.occupations if folded(each) in fitting]
    if shared:
        return Feature("occupation", 1.0, f"{shared[0]} there")
    return Feature("occupation", 0.0, f"{', '.join(candidate.occupations[:_ENOUGH])} there")


def _company(sought: Profile, candidate: Profile) -> Feature | None:
    if not sought.company or not candidate.company:
        return None
    theirs = {folded(name) for name in candidate.company}
    shared = [name for name in sought.company if folded(name) in theirs or _stands(name, candidate.company)]
    score = min(1.0, len(shared) / min(_ENOUGH, len(sought.company)))
    told = f"both with {', '.join(shared[:_ENOUGH])}" if shared else "no company in common"
    return Feature("company", round(score, 3), told)


def _stands(name: str, company: Iterable[str]) -> bool:
    return any(alike(name, other) >= _KNOWN for other in company)


def _days(profile: Profile) -> tuple[str, ...]:
    told = (profile.day, *(day for office in profile.offices for day in (office.first, office.last)))
    return tuple(dict.fromkeys(day for day in told if day))


def _within(day: str, first: str | None, last: str | None) -> bool:
    """Say whether a day lies between two, both counted; days may be cut to the year or month ("2025-04")."""
    return (not first or day >= first[: len(day)]) and (not last or day[: len(last)] <= last)


def _span(first: str | None, last: str | None) -> str:
    return f"{first or '…'} to {last or '…'}"
