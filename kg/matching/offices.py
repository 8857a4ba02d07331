"""Offices compared: whether both sides tell of one office, and whether it was held at the time."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from kg.matching.values import Feature, Office, Profile
from kg.spelling import folded

_ALIKE = 0.75  # titles that are this alike are one office: "foreign minister", "minister of foreign affairs"
_UNDATED, _NONE_SHARED = 0.8, 0.3  # an office without its years, and offices that have nothing in common
_CODE = 3  # letters of a code of a state
_JOINING = frozenset(map(folded, ("of", "the", "for", "and", "to", "in", "a")))
_LOWERING = frozenset(
    map(folded, ("deputy", "vice", "assistant", "under", "first", "acting", "former", "ex"))
)


def office(sought: Profile, candidate: Profile) -> Feature | None:
    """Say whether both tell of one office, held at the time; nothing where one side tells of none."""
    if not sought.offices or not candidate.offices:
        return None
    pairs = product(sought.offices, candidate.offices)
    found = [feature for one, other in pairs for feature in _held(one, other, sought.day)]
    if found:
        return max(found, key=lambda feature: feature.score)
    return Feature(
        "office", _NONE_SHARED, f"{sought.offices[0].title} here, {candidate.offices[0].title} there"
    )


def serving(sought: Profile, candidate: Profile) -> Feature | None:
    """Say whether a candidate whose terms are told was in office at the time, whatever the office."""
    days = _days(sought)
    dated = [office for office in candidate.offices if office.first or office.last]
    if not candidate.has_terms or not days or not dated:
        return None
    held = [each for each in dated if any(within(day, each.first, each.last) for day in days)]
    if held:
        return Feature("serving", 1.0, f"{held[0].title} {span(held[0].first, held[0].last)}")
    if len(dated) < len(candidate.offices):
        return None
    last = dated[-1]
    return Feature("serving", 0.0, f"in no office then: {last.title} {span(last.first, last.last)}")


def _days(sought: Profile) -> tuple[str, ...]:
    told = [day for office in sought.offices for day in (office.first, office.last) if day]
    return tuple(dict.fromkeys(told)) or ((sought.day,) if sought.day else ())


def _held(one: Office, other: Office, day: str | None) -> Iterator[Feature]:
    """Yield what an office of ours says to one of theirs; nothing where they are two offices."""
    if not _same_office(one, other):
        return
    days = tuple(d for d in (one.first, one.last) if d) or ((day,) if day else ())
    term = span(other.first, other.last)
    if not days or not (other.first or other.last):
        yield Feature("office", _UNDATED, f"{other.title}, at a time that is not told")
    elif any(within(d, other.first, other.last) for d in days):
        yield Feature("office", 1.0, f"{other.title} {term}, sought for {days[0]}")
    else:
        yield Feature("office", 0.0, f"{other.title} only {term}, sought for {days[0]}")


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


def within(day: str, first: str | None, last: str | None) -> bool:
    """Say whether a day lies between two, both counted; days may be cut to the year or month ("2025-04")."""
    return (not first or day >= first[: len(day)]) and (not last or day[: len(last)] <= last)


def span(first: str | None, last: str | None) -> str:
    """Return a time in words."""
    return f"{first or '…'} to {last or '…'}"
