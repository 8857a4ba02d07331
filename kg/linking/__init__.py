"""Links our actors to the items of a Wikidata-like SPARQL endpoint: asked for, scored, decided, kept.

What comes is kept at once, and so are decisions: a run may be broken off at any time, and the next one goes
on where it was.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.linking import candidates, decisions, sought
from kg.linking.decisions import Decisions
from kg.linking.judging import Bounds, Verdict, judge, settled
from kg.linking.questions import Questions
from kg.linking.sought import Sought
from kg.store.builds import Build

_AT_ONCE = 200  # of ours that are judged before files are written


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be linked.

    Attributes:
        build: the build whose actors are linked.
        folder: where the files of decisions lie.
        day: of the decisions.
        kinds: classes of ours, by their local names.
        bounds: where the machine stops.
        most: of ours to look at, None for all.
    """

    build: Build
    folder: Path
    day: dt.date
    kinds: tuple[str, ...] = sought.KINDS
    bounds: Bounds = field(default_factory=Bounds)
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it.

    Attributes:
        verdicts: one for each of ours that was judged.
        settled: how many of ours people had given an item before.
        unnamed: how many have no name that can be looked up.
    """

    verdicts: tuple[Verdict, ...]
    settled: int
    unnamed: int

    @property
    def accepted(self) -> int:
        """Return how many were given an item."""
        return sum(verdict.accepted is not None for verdict in self.verdicts)

    @property
    def open(self) -> tuple[Verdict, ...]:
        """Return those that wait for a person."""
        return tuple(verdict for verdict in self.verdicts if verdict.open)


def run(
    order: Order, questions: Questions, progress: Callable[[int, int], object] = lambda _done, _of: None
) -> Report:
    """Judge all of ours that nobody has given an item, and write what is decided and what waits for a person.

    Args:
        order: what is to be linked.
        questions: to the endpoint.
        progress: told how many of how many are judged, whenever some are.

    Raises:
        RemoteError: the endpoint cannot be reached or answers with something else; what is judged is written.
        MappingError: the decisions cannot be read.
        SourceError: a file cannot be read or written.
    """
    decided = decisions.read(order.folder / decisions.FILE, order.build.base)
    every = tuple(sought.actors(order.build, order.kinds))
    given = decided.given
    listed = [each for each in every if each[0] not in given][: order.most]
    verdicts: list[Verdict] = []
    final: tuple[Verdict, ...] = ()
    done = 0
    for start in range(0, len(listed), _AT_ONCE):
        part = listed[start : start + _AT_ONCE]
        ours = [found for each in part if (found := sought.read(order.build, *each)) is not None]
        verdicts += _judged(ours, questions, decided, order.bounds)
        taken = decided.taken(verdict.sought.iri for verdict in verdicts)
        final = settled(verdicts, taken, order.bounds)
        _write(order, decided, final)
        done += len(part)
        progress(done, len(listed))
    return Report(final, sum(each[0] in given for each in every), len(listed) - len(final))


def _judged(
    ours: Sequence[Sought], questions: Questions, decided: Decisions, bounds: Bounds
) -> list[Verdict]:
    found, refused = candidates.find(questions, ours), decided.refused
    return [judge(each, found[each.iri], refused.get(each.iri, frozenset()), bounds) for each in ours]


def _write(order: Order, decided: Decisions, verdicts: Sequence[Verdict]) -> None:
    decisions.write(order.folder / decisions.FILE, decided.judged(verdicts, order.day))
    decisions.write_review(order.folder, order.build.base, verdicts, order.day)
