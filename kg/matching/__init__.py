"""How likely two descriptions mean the same thing, and why: names, class, state, offices, time, company.

The score is that of record linkage after Fellegi and Sunter (1969): each feature that both sides tell adds
evidence for or against, as a logarithm of odds, and what one side does not tell adds nothing. The weights are
set by hand, once for all users of this module: they are no shares of any sample.
"""

import math
from collections.abc import Iterable, Iterator

from kg.matching import offices
from kg.matching.values import Feature, Match, Office, Profile
from kg.spelling import alike, folded, is_loose
from kg.vocab import local, superclasses

__all__ = ["PRIOR", "WEIGHTS", "Feature", "Match", "Office", "Profile", "match"]

PRIOR = -1.5  # as log-odds: of candidates that a name's look-up finds, about one in five is meant
# For each feature the log-odds that it adds where it speaks wholly against, and wholly for, one thing.
WEIGHTS = {
    "name": (-9.0, 4.0),
    "class": (-14.0, 0.3),
    "time": (-14.0, 0.2),
    "state": (-3.5, 2.0),
    "office": (-2.5, 3.5),
    "serving": (-1.0, 0.5),
    "rarity": (0.0, 2.0),
    "occupation": (-2.5, 1.0),
    "company": (0.0, 2.0),
}
_KNOWN = 0.92  # names of company that are this alike are one name
_WORDS = 2  # words of most names; one of more is seldom shared by chance
_ENOUGH = 3  # acquaintances in common that leave nothing to wish for


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
        offices.office(sought, candidate),
        offices.serving(sought, candidate),
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
    span = offices.span(candidate.first, candidate.last)
    if all(offices.within(day, candidate.first, candidate.last) for day in days):
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
