"""How much a find is like one of gold; 0 where the two cannot be the same."""

from collections.abc import Iterable, Mapping
from itertools import product

from kg.evaluating.finds import ENCOUNTERS, Actor, Agreement, Event, Role, Statement
from kg.evaluating.pairing import pair
from kg.evaluating.sentences import Sentences, exact
from kg.evaluating.wordings import are_alike

# What dates and status, and each point of an agreement, weigh: they decide between records else alike.
TIE, POINT = 0.02, 0.01


def named(gold: Actor, found: Actor) -> float:
    """Return how many names two actors of a kind share; the names of groups may be much the same words."""
    if gold.kind != found.kind:
        return 0.0
    shared = float(len(gold.names & found.names))
    if not shared and gold.kind == "Group":
        return 0.5 * any(are_alike(one, other) for one, other in product(gold.names, found.names))
    return shared


class Likeness:
    """How much finds are alike, once it is known who is who."""

    def __init__(self, sentences: Sentences, same: Mapping[str, str]) -> None:
        """Take the sentences of the text, and which actor of gold each of the graph is."""
        self._sentences = sentences
        self._same = same

    def who(self, ids: Iterable[str]) -> frozenset[str]:
        """Return actors of the graph by their ids in gold; those that gold has not stay as they are."""
        return frozenset(self.chain(ids))

    def chain(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return actors of the graph by their ids in gold, in their order."""
        return tuple(self._same.get(one, one) for one in ids)

    def role(self, gold: Role, found: Role) -> float:
        """Return 1 for one person's office of much the same title and body."""
        is_same = self._same.get(found.person, found.person) == gold.person
        return float(is_same and _any(gold.bodies, found.bodies) and _any(gold.titles, found.titles))

    def event(self, gold: Event, found: Event) -> float:
        """Return how far those who take part, and the sentences, are the same."""
        who = self.who(found.who)
        both = len(gold.who & who)
        least = 2 if gold.kind in ENCOUNTERS and len(gold.who) > 1 else 1
        if gold.kind != found.kind or both < max(least, min(len(gold.who), len(who)) / 2):
            return 0.0
        close = both / len(gold.who | who) * self._sentences.likeness(gold.at, found.at)
        ties = TIE * ((gold.dates == found.dates) + (gold.status == found.status))
        return close + ties if close > 0 else 0.0

    def statement(self, gold: Statement, found: Statement) -> float:
        """Return how far the sentences of two sayings with a speaker in common are the same."""
        if not gold.who & self.who(found.who):
            return 0.0
        return self._sentences.likeness(gold.at, found.at)

    def agreement(self, gold: Agreement, found: Agreement) -> float:
        """Return how far the sentences of two agreements with half of the parties in common are the same."""
        both = len(gold.who & self.who(found.who))
        if gold.who and not (both * 2 >= len(gold.who) and both >= min(2, len(gold.who))):
            return 0.0
        place = self._sentences.likeness(gold.at, found.at)
        if not place:
            return 0.0
        points = len(pair(gold.provisions, found.provisions, exact))
        ties = TIE * ((gold.dates == found.dates) + (gold.status == found.status))
        return (1 + ties + POINT * points) * place


def _any(some: Iterable[str], others: Iterable[str]) -> bool:
    return any(are_alike(one, other) for one, other in product(some, others))
