"""Find and score what a query may mean: the one core of both versions."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial

from pyoxigraph import NamedNode

from kg.matching import Feature, Match, Office, Profile, match
from kg.spelling import alike
from kg.store import texts
from kg.store.candidates import Names
from kg.vocab import DIP
from kg.web.dates import begun
from kg.web.reconciliation import profiles, properties
from kg.web.reconciliation.profiles import CODES, OTHERS, Known
from kg.web.reconciliation.sought import Candidate, Condition, Sought
from kg.web.service import Graph

COMPARED = 6  # candidates for a name that are scored: the likest of those that share its words
HOLDERS = 40  # tenures that are read where an office is all that is told
LEAST = 0.02  # of a candidate: below it nothing speaks for one but a word of its name
SURE, APART = 0.9, 0.1  # the least score of a match, and how far the next one must lie below it
HOLDS = {"name": 0.85, "office": 0.5}  # from which likeness on a candidate is said to have a value
_CODE = re.compile(r"[A-Z]{2,3}")


class Finder:
    """Looks things up in one build, for as many queries as come with one request; to be closed."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._profiles = profiles.of(graph.build)
        self._names = Names(graph.build.folder / texts.FILE)

    def close(self) -> None:
        """Close the index of names."""
        self._names.close()

    def find(self, sought: Sought) -> tuple[Candidate, ...]:
        """Return the candidates for a query, the best first."""
        kinds = properties.within(sought.kinds or properties.DEFAULT)
        exact = dict(self._exact(sought))
        found = [Candidate(known, 1.0, (exact[known.iri],)) for known in self._known(exact, kinds)]
        if not found:
            iris = self._alike(sought, kinds)
            scored = (self.scored(sought, known) for known in self._known(iris, kinds))
            found = [each for each in scored if each.score >= LEAST]
        kept = [each for each in found if all(self._fits(c, each.known, sought) for c in sought.conditions)]
        kept.sort(key=lambda each: (-each.score, each.known.label, each.known.iri))
        return _decided(tuple(kept))[: sought.limit]

    def thing(self, name: str) -> Known | None:
        """Return the thing of an id or IRI; None where there is none."""
        return self._profiles.of(iri(self._graph, name))

    def _known(self, iris: "dict[str, Feature] | tuple[str, ...]", kinds: frozenset[str]) -> Iterator[Known]:
        for each in iris:
            known = self._profiles.of(each)
            if known is not None and str(known.kind) in kinds:
                yield known

    def _exact(self, sought: Sought) -> Iterator[tuple[str, Feature]]:
        """Yield things that are named by an identifier."""
        for name in (*sought.values("id"), *sought.names[:1]):
            if self.thing(name) is not None:
                yield iri(self._graph, name), Feature("id", 1.0, f"its identifier, {name}")
        for kind in (*CODES, *OTHERS):
            for value in sought.values(kind):
                for each in self._profiles.coded(kind, value):
                    yield each, Feature("code", 1.0, f"its code of {kind}, {value}")
        if sought.names and _CODE.fullmatch(sought.names[0]):
            for kind in ("iso2", "iso3"):
                for each in self._profiles.coded(kind, sought.names[0]):
                    yield each, Feature("code", 1.0, f"its code of {kind}, {sought.names[0]}")

    def _alike(self, sought: Sought, kinds: frozenset[str]) -> tuple[str, ...]:
        most = max(COMPARED, sought.limit)
        found = [each for name in sought.names[:3] for each in self._names.like(name, most, kinds)]
        if not sought.names:
            found = list(self._holders(sought))
        return tuple(dict.fromkeys(found))

    def _holders(self, sought: Sought) -> Iterator[str]:
        """Yield who held the offices that are told, where no name is."""
        own = {str(DIP.Tenure)}
        for office in sought.values("office"):
            words = " ".join((office, *sought.values("state")))
            for tenure in self._names.like(words, HOLDERS, own):
                triples = self._graph.build.matching(NamedNode(tenure), NamedNode(str(DIP.holder)), None)
                yield from (t.object.value for t in triples if isinstance(t.object, NamedNode))

    def scored(self, sought: Sought, known: Known) -> Candidate:
        """Return a thing as a candidate for a query."""
        profile = self._profile(sought)
        if profile.names:
            found = match(profile, known.profile)
        else:
            found = _nameless(match(replace(profile, names=known.profile.names[:1]), known.profile))
        return Candidate(known, found.score, found.features)

    def _profile(self, sought: Sought) -> Profile:
        states = tuple(dict.fromkeys(filter(None, map(self._state, sought.values("state")))))
        offices = tuple(Office(title, states) for title in sought.values("office"))
        days = filter(None, map(begun, sought.values("date")))
        kind = sought.kinds[0] if len(sought.kinds) == 1 else None
        return Profile(sought.names, kind, states, offices, next(days, None))

    def _state(self, value: str) -> str | None:
        """Return the code of the state that a value means: a name, a code, an entity."""
        known = self.thing(value) if "/" in value else None
        if known is not None:
            return next(iter(known.profile.states), None)
        return self._profiles.states.get(texts.fold(value).strip())

    def _fits(self, condition: Condition, known: Known, sought: Sought) -> bool:
        if not condition.is_required and condition.quantifier == "any":
            return True
        held = map(partial(self._holds, condition.property, known, sought), condition.values)
        if condition.quantifier == "none":
            return not any(held)
        return (any if condition.quantifier == "any" else all)(held) or not condition.is_required

    def _holds(self, name: str, known: Known, sought: Sought, value: str) -> bool:
        """Say whether a thing has a value of a property."""
        if name == "name":
            return any(alike(value, each) >= HOLDS["name"] for each in known.profile.names)
        if name == "state":
            return self._state(value) in known.profile.states
        if name == "id":
            return iri(self._graph, value) == known.iri
        if name in {"office", "date"}:
            day = value if name == "date" else next(iter(sought.values("date")), None)
            titles = sought.values("office") if name == "date" else (value,)
            return _held(known, titles, day)
        return (name, value) in known.codes


def found(graph: Graph, queries: tuple[Sought, ...]) -> tuple[tuple[Candidate, ...], ...]:
    """Return the candidates for each query of a batch, in its order."""
    seen: dict[Sought, tuple[Candidate, ...]] = {}
    with closing(Finder(graph)) as finder:
        for each in queries:
            if each not in seen:
                seen[each] = finder.find(each)
    return tuple(seen[each] for each in queries)


def iri(graph: Graph, name: str) -> str:
    """Return the IRI of a thing by its id, which is the IRI without the base of the data."""
    return name if name.startswith(graph.addresses.base) else graph.addresses.base + name


def id_of(graph: Graph, thing: str) -> str:
    """Return the id of a thing."""
    return thing.removeprefix(graph.addresses.base)


def _held(known: Known, titles: tuple[str, ...], day: str | None) -> bool:
    """Say whether somebody held one of some offices, or any, and on a day where one is told."""
    offices = tuple(map(Office, titles)) or known.profile.offices
    sought = Profile(known.profile.names[:1], offices=offices, day=day)
    features = {each.name: each.score for each in match(sought, known.profile).features}
    return features.get("office", 0.0) >= HOLDS["office"]


def _nameless(found: Match) -> Match:
    """Return a score by all that is told but a name: the mean of the other features."""
    features = tuple(each for each in found.features if each.name != "name")
    score = sum(each.score for each in features) / len(features) if features else 0.0
    return Match(round(SURE * score, 4), features)


def _decided(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Return candidates of which the first is a match where it is good, and clearly better than the next."""
    if not found or found[0].score < SURE:
        return found
    if len(found) > 1 and found[1].score > found[0].score - APART:
        return found
    return (replace(found[0], is_match=True), *found[1:])
