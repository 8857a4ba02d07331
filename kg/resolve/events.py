"""Which event is told twice, within an article and across articles: kind, participants, dates and place."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from rdflib import URIRef

from kg.iris import slug
from kg.model import Node
from kg.resolve import known, merging, minting
from kg.resolve.clusters import CERTAIN, Match, Rule
from kg.resolve.facts import Facts, Interval, days, narrowed, overlap
from kg.resolve.ledger import Ledger
from kg.resolve.merging import Merges, Part
from kg.resolve.minting import Minted, Thing
from kg.vocab import DIP

_LONGEST = (
    31  # days: "last year" and a day in it may be two events, "later this month" and a day in it are one
)
_STAY = 14  # days: bounds of a visit that are closer are its first and last day
_OLD = 45  # days: an article tells without a date of what is nearer than that
_AHEAD = frozenset({DIP.Planned, DIP.Proposed})
_TOGETHER = frozenset({DIP.Meeting, DIP.Call})  # kinds that need two: one participant in common does not tell


@dataclass(frozen=True, slots=True)
class Event(Part):
    """An event as one or several mentions tell it.

    Attributes:
        who: paths of those who took part.
        lead: paths of those who visited or began it.
        spots: paths of the places.
        lands: slugs of the states where it was.
        when: bounds.
        statuses: as told.
        about: slugs of topics.
        is_old: whether it was long over when its article was published.
    """

    who: frozenset[str]
    lead: frozenset[str]
    spots: frozenset[str]
    lands: frozenset[str]
    when: Interval
    statuses: frozenset[URIRef]
    about: frozenset[str]
    is_old: bool


def same(facts: Facts, paths: Mapping[Node, str], ledger: Ledger) -> tuple[Minted, Merges]:
    """Return IRIs for all events, and for each node that joined another the reason."""
    told = [_event(facts, node, paths) for node in facts.of_kind(DIP.Event)]
    parts, inside = merging.within(told, Rule(_blocks_within, _likeness_within, _join))
    rule = Rule(_blocks, _likeness, _join)
    minted, across = merging.across(parts, lambda p: _worded(facts, p), rule, ledger)
    return minted, (*inside, *across)


def moment(when: Interval, *, stay: bool = False) -> str:
    """Return a time in as few digits as tell it: the day, else the month, else the year, else nothing.

    >>> import datetime as dt
    >>> moment((dt.date(2025, 4, 3), dt.date(2025, 4, 30)))
    '2025-04'
    """
    first, last = when
    if not first or not last:
        return ""
    if first == last or (stay and (last - first).days < _STAY):
        return first.isoformat()
    forms = ("%Y-%m", "%Y")
    return next((first.strftime(f) for f in forms if first.strftime(f) == last.strftime(f)), "")


def tail(path: str, article: str) -> str:
    """Return the slug of a path, without the name of the article that a group's slug ends in."""
    return path.partition("/")[2].removesuffix(f"-{slug(PurePath(article).stem)}")


def _event(facts: Facts, node: Node, paths: Mapping[Node, str]) -> Event:
    places = facts.nodes_at(node, DIP.place)
    around = [p for place in places for p in facts.nodes_at(place, DIP.country, DIP.within)]
    lands = {paths[p].partition("/")[2] for p in (*places, *around)}
    when, published = facts.interval(node), facts.articles[node.article].published
    lands |= {slug(row.state) for p in places if (row := known.row(p)) and row.state}
    return Event(
        Thing((node,), node.kind, (), node.article),
        frozenset(paths[n] for n in facts.nodes_at(node, DIP.participant)),
        frozenset(paths[n] for n in facts.nodes_at(node, DIP.visitor, DIP.initiator)),
        frozenset(paths[n] for n in places),
        frozenset(lands),
        when,
        facts.terms(node, DIP.status) - {DIP.Denied},
        frozenset(paths[n].partition("/")[2] for n in facts.nodes_at(node, DIP.about)),
        bool(when[1] and published and (published - when[1]).days > _OLD),
    )


def _worded(facts: Facts, event: Event) -> Thing:
    """Return an article's event with slugs made of date, participants and place, then of more."""
    node = event.thing.nodes[0]
    stay = event.thing.kind == DIP.Visit
    who = sorted(event.lead) + sorted(event.who - event.lead)
    first = [moment(event.when, stay=stay), *(tail(p, node.article) for p in who)]
    where = sorted(tail(p, node.article) for p in event.spots)
    sentence = facts.words(node)
    opening = sentence.split()[:8]
    first += where if stay else []
    first = first if who else [*first, *opening]
    more = (*first, *([] if stay else where), *sorted(event.about))
    home = PurePath(node.article).stem
    short, mark = minting.brief(first), minting.fingerprint(sentence)
    longer = (minting.brief(more), minting.brief((*more, *opening)))
    forms = ((short,), *((form,) for form in longer), (short, home), (short, home, mark))
    return replace(event.thing, slugs=minting.slugs(*forms))


def _blocks_within(event: Event) -> Iterable[Hashable]:
    node = event.thing.nodes[0]
    yield from ((node.article, event.thing.kind, who) for who in event.who)


def _blocks(event: Event) -> Iterable[Hashable]:
    yield from ((event.thing.kind, who) for who in event.who)


def _likeness_within(one: Event, other: Event) -> Match | None:
    """Return why two mentions in one article are one event: nobody told differently, nothing contradicts."""
    dated = None not in (*one.when, *other.when)
    ahead = bool(one.statuses & _AHEAD) != bool(other.statuses & _AHEAD) and one.statuses and other.statuses
    coming = bool(one.statuses and other.statuses) and one.statuses | other.statuses <= _AHEAD
    if (one.is_old and other.when == (None, None)) or (other.is_old and one.when == (None, None)):
        return None  # "they last met in 2019" tells of another meeting than that which the article is of
    tour = one.thing.kind == other.thing.kind == DIP.Visit and (dated or coming)  # its stops lie apart
    if not overlap(one.when, other.when) or (ahead and not dated) or not (tour or _near(one, other)):
        return None
    if one.who == other.who and tour:
        return Match(0.92, "same travellers in one article")
    if one.who == other.who:
        return Match(0.9, "same participants in one article")
    if one.who < other.who or one.who > other.who:
        fewer = min(len(one.who), len(other.who))
        return Match(0.7 if fewer > 1 else 0.5, "participants among those of another mention")
    return None


def _likeness(one: Event, other: Event) -> Match | None:
    """Return why the events of two articles are one."""
    if {n.article for n in one.thing.nodes} & {n.article for n in other.thing.nodes}:
        return None  # told apart by an article that has both
    lengths = days(one.when), days(other.when)
    if None in lengths or not overlap(one.when, other.when) or not _near(one, other):
        return None
    if one.when != other.when and max(n for n in lengths if n) > _LONGEST:
        return None
    alike = _company(one, other)
    if alike and one.when == other.when and alike.strength > 0.9 and max(n for n in lengths if n) == 1:
        return Match(CERTAIN, f"{alike.reason}, the same day")
    agree = "the same dates" if one.when == other.when else "dates that overlap"
    return alike and Match(alike.strength + 0.04 * (one.when == other.when), f"{alike.reason}, {agree}")


def _company(one: Event, other: Event) -> Match | None:
    """Return how far those who took part agree; groups are known in their own article only."""
    left, right = ({p for p in e.who if not p.startswith("group/")} for e in (one, other))
    shared = left & right
    least = 2 if one.thing.kind in _TOGETHER else 1
    reason = f"{len(shared)} of {len(left | right)} participants shared"
    if one.thing.kind == DIP.Visit:
        told = one.lead and other.lead and not one.lead & other.lead
        if told or not shared or not one.lands & other.lands:
            return None
        return Match(0.9, f"{reason}, the same state")
    if len(shared) < least:
        return None
    if left == right:
        return Match(0.95, reason)
    if shared in (left, right):
        return Match(0.8, reason)
    half = len(shared) * 2 >= len(left | right) and len(shared) >= 2
    return Match(0.7, reason) if half else None


def _near(one: Event, other: Event) -> bool:
    """Say whether two events may have been at one place: where both tell, a spot or the state is the same."""
    if one.thing.kind != other.thing.kind:
        return False
    if not one.lands or not other.lands:
        return True
    if one.spots & other.spots:
        return True
    states = {p for e in (one, other) for p in e.spots if p.startswith("state/")}
    cities = all(any(not p.startswith("state/") for p in e.spots) for e in (one, other))
    apart = cities and not states and one.thing.kind != DIP.Visit
    return bool(one.lands & other.lands) and not apart


def _when(one: Event, other: Event) -> Interval:
    """Return when both were: the days they share, but of a stay all its days."""
    stays = [days(e.when) or _STAY for e in (one, other) if e.thing.kind == DIP.Visit]
    if len(stays) == 2 and max(stays) < _STAY:
        ends = [day for e in (one, other) for day in e.when if day]
        return min(ends), max(ends)
    return narrowed(one.when, other.when) if overlap(one.when, other.when) else one.when


def _join(one: Event, other: Event) -> Event:
    return Event(
        minting.join(one.thing, other.thing),
        one.who | other.who,
        one.lead | other.lead,
        one.spots | other.spots,
        one.lands | other.lands,
        _when(one, other),
        one.statuses | other.statuses,
        one.about | other.about,
        one.is_old and other.is_old,
    )
