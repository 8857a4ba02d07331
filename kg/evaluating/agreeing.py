"""What two extractors both find in an article, what each finds alone, and on which values they disagree."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.evaluating.finds import LAYERS, Find, Finds, Record
from kg.evaluating.matching import Pairs, counted, match
from kg.evaluating.scoring import Scored
from kg.evaluating.sentences import Sentences
from kg.evaluating.values import Own, Value, is_same, values

BOTH, ONE, OTHER = "both", "one", "other"  # who found something


@dataclass(frozen=True, slots=True)
class Found:
    """A find of one extractor, or of both.

    Attributes:
        by: `BOTH`, `ONE` or `OTHER`.
        layer: one of `LAYERS`.
        find: as the one has it; as the other, where that alone found it.
        is_right: whether gold has it; None where there is no gold, or it counts neither way.
    """

    by: str
    layer: str
    find: Find
    is_right: bool | None


@dataclass(frozen=True, slots=True)
class Held:
    """A value of a record that both found.

    Attributes:
        name: which.
        record: as the one has it.
        values: as the one and the other have it, who is meant by the ids of the one.
        are_right: whether each is as gold has it; None where there is no gold, or it has no such record.
    """

    name: str
    record: Record
    values: tuple[Value, Value]
    are_right: tuple[bool | None, bool | None]

    @property
    def is_same(self) -> bool:
        """Say whether both have the same."""
        return is_same(self.name, *self.values)


class Pair:
    """What two extractors find in one article."""

    def __init__(
        self, sentences: Sentences, finds: tuple[Finds, Finds], scored: tuple[Scored, Scored] | None = None
    ) -> None:
        """Take the text, what each finds, and, where there is gold, what came of each."""
        self._finds = finds
        self._matching = match(*finds, sentences)
        self._back = match(finds[1], finds[0], sentences)
        self._judges = tuple(map(_Judge, scored)) if scored else ()

    def found(self) -> Iterator[Found]:
        """Yield all that any of them finds; further parts of what both find are no finds of their own."""
        for layer in LAYERS:
            pairs = self._matching.layer(layer)
            paired = {id(find) for pair in pairs for find in pair}
            paired |= {id(part) for part in (*self._matching.parts, *self._back.parts)}
            yield from (Found(BOTH, layer, pair[0], self._verdict(*pair)) for pair in pairs)
            for by, finds, place in ((ONE, self._finds[0], 0), (OTHER, self._finds[1], 1)):
                alone = (find for find in finds.layer(layer) if id(find) not in paired)
                yield from (Found(by, layer, find, self._verdicts(place, find)) for find in alone)

    def held(self) -> Iterator[Held]:
        """Yield the values of all records that both find."""
        matching = self._matching
        pairs: Pairs[Record] = (*matching.events, *matching.statements, *matching.agreements)
        for one, other in pairs:
            theirs = dict(values(other, matching.likeness))
            right = (self._values(0, one), self._values(1, other))
            for name, value in values(one, Own()):
                yield Held(name, one, (value, theirs[name]), (right[0].get(name), right[1].get(name)))

    def _verdict(self, one: Find, other: Find) -> bool | None:
        """Return whether gold has what both find, as the one has it or the other."""
        told = {self._verdicts(0, one), self._verdicts(1, other)}
        return next((verdict for verdict in (True, False) if verdict in told), None)

    def _verdicts(self, place: int, find: Find) -> bool | None:
        return self._judges[place].verdict(find) if self._judges else None

    def _values(self, place: int, record: Record) -> dict[str, bool]:
        return self._judges[place].values(record) if self._judges else {}


class _Judge:
    """Gold, as it judges what one extractor finds."""

    def __init__(self, scored: Scored) -> None:
        self._likeness = scored.matching.likeness
        pairs = [pair for layer in LAYERS for pair in counted(scored.matching.layer(layer))]
        self._gold = {id(find): gold for gold, find in pairs}
        self._judged = {id(find) for layer in LAYERS for find in scored.judged(layer)[1]}

    def verdict(self, find: Find) -> bool | None:
        """Return whether gold has a find; None of what counts neither way."""
        return id(find) in self._gold if id(find) in self._judged else None

    def values(self, record: Record) -> dict[str, bool]:
        """Return by its name whether each value of a record is as gold has it; nothing where it lacks it."""
        gold = self._gold.get(id(record))
        if not isinstance(gold, Record):
            return {}
        wanted = dict(values(gold, Own()))
        return {name: is_same(name, wanted[name], found) for name, found in values(record, self._likeness)}
