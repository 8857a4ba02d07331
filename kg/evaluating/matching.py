"""Which finds of a graph answer to which of gold, in one article."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.evaluating.finds import Actor, Agreement, Event, Find, Finds, Record, Role, Statement
from kg.evaluating.likeness import Likeness, named
from kg.evaluating.pairing import pair
from kg.evaluating.sentences import Sentences

F = TypeVar("F", bound=Find)
Pairs = tuple[tuple[F, F], ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """Finds of gold, each with that of the graph which answers to it; optional ones among them.

    Attributes:
        likeness: what they were matched by.
        parts: statements of the graph that are further parts, cut finer, of statements that are matched.
    """

    actors: Pairs[Actor]
    roles: Pairs[Role]
    events: Pairs[Event]
    statements: Pairs[Statement]
    agreements: Pairs[Agreement]
    likeness: Likeness
    parts: tuple[Statement, ...]

    def layer(self, name: str) -> Pairs[Find]:
        """Return the pairs of a layer."""
        found: Pairs[Find] = getattr(self, name)
        return found

    def who(self, found: Record) -> frozenset[str]:
        """Return those who take part in a record of the graph, by their ids in gold."""
        return self.likeness.who(found.who)

    def chains(self, found: Statement) -> frozenset[tuple[str, ...]]:
        """Return by whose word the graph has a statement, by their ids in gold."""
        return frozenset(map(self.likeness.chain, found.chains))

    def denied(self, found: Statement) -> frozenset[str]:
        """Return what a statement of the graph denies, by the ids in gold."""
        same = {theirs.id: ours.id for ours, theirs in counted(self.statements)}
        return frozenset(same.get(one, one) for one in found.denies)


def counted(pairs: Pairs[F]) -> Pairs[F]:
    """Return pairs without those of which gold says that they count neither way."""
    return tuple((ours, theirs) for ours, theirs in pairs if not ours.is_optional)


def match(gold: Finds, found: Finds, sentences: Sentences) -> Matching:
    """Return how the finds of a graph answer to gold."""
    actors = pair(gold.actors, found.actors, named)
    likeness = Likeness(sentences, _identities(actors, gold, found))
    statements = pair(gold.statements, found.statements, likeness.statement)
    return Matching(
        actors,
        pair(gold.roles, found.roles, likeness.role),
        pair(gold.events, found.events, likeness.event),
        statements,
        pair(gold.agreements, found.agreements, likeness.agreement),
        likeness,
        tuple(_parts(statements, found.statements, likeness.statement, sentences)),
    )


def _identities(pairs: Pairs[Actor], gold: Finds, found: Finds) -> dict[str, str]:
    """Return who is who: those that are matched, and of the others the first with a name in common."""
    same = {theirs.id: ours.id for ours, theirs in pairs}
    for actor in found.actors:
        likely = (one.id for one in gold.actors if one.names & actor.names)
        if actor.id not in same and (first := next(likely, None)) is not None:
            same[actor.id] = first
    return same


def _parts(
    pairs: Pairs[Statement],
    found: Sequence[Statement],
    likeness: Callable[[Statement, Statement], float],
    sentences: Sentences,
) -> Iterator[Statement]:
    """Yield statements that go on with one that is matched, in other sentences of its record in gold."""
    taken = {id(theirs) for _, theirs in pairs}
    for gold, theirs in pairs:
        told = sentences.told(theirs.at)
        for statement in found:
            own = sentences.told(statement.at)
            if id(statement) not in taken and not own & told and likeness(gold, statement):
                told |= own
                yield statement
