"""Which part of a query costs most, guessed from how much there is of each class and property.

The engine tells no plan and no progress. What is guessed here is what made queries slow: parts that share no
variable, paths of any length from anywhere, texts that are read one by one, and much of everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.store.parts import TYPES, Group, Outline, Part, every
from kg.store.prologue import Prologue
from kg.store.pruning import written
from kg.store.tokens import Token

FEW = 100  # triples of one thing, or of one value: most have fewer
_READING = frozenset({"CONTAINS", "REGEX", "STRSTARTS", "STRENDS", "REPLACE", "LCASE", "UCASE"})


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is.

    Attributes:
        triples: number of all triples.
        terms: number of things of each class, and of triples of each property.
    """

    triples: int
    terms: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Costly:
    """The part that costs most.

    Attributes:
        reason: why.
        part: the part.
        start: its first code point in the query.
    """

    reason: str
    part: str
    start: int


def costliest(text: str, outline: Outline, names: Prologue, counts: Counts) -> Costly | None:
    """Return the part of a query that costs most; None where it tells no pattern."""
    if outline.group is None:
        return None
    guess = _Guess(text, names, counts)
    groups = (outline.group, *(group for part in every(outline.group) for group in part.groups))
    parts = tuple(every(outline.group))
    found = (
        *(product for group in groups if (product := guess.product(group))),
        *(path for part in parts if (path := guess.path(part))),
        *(reading for part in parts if (reading := guess.reading(part, parts))),
    )
    return found[0] if found else guess.largest(parts)


class _Guess:
    """Guesses about one query."""

    def __init__(self, text: str, names: Prologue, counts: Counts) -> None:
        self._text = text
        self._names = names
        self._counts = counts

    def product(self, group: Group) -> Costly | None:
        """Return the part that shares no variable with those before it."""
        sets: list[tuple[set[str], list[Part]]] = []
        for part in group.parts:
            if part.kind in {"filter", "minus", "bind"} or not part.variables:
                continue
            joined = [each for each in sets if each[0] & part.variables]
            sets = [each for each in sets if not any(each is other for other in joined)]
            variables = set(part.variables).union(*(each[0] for each in joined))
            sets.append((variables, [p for each in joined for p in each[1]] + [part]))
        if len(sets) < 2:
            return None
        # A set matches about as often as its rarest pattern.
        rarest = [min(found, key=self.size) for _, found in sets]
        one, other = sorted(sorted(rarest, key=self.size)[-2:], key=lambda part: part.start)
        sizes = f"{self.size(one):,} times {self.size(other):,}"
        names = f"{written(self._text, one)} and {written(self._text, other)}"
        return self._told(other, f"No variable joins {names}: each match meets each, about {sizes}")

    def path(self, part: Part) -> Costly | None:
        """Return a part that follows a path of any length between two variables."""
        subject, verb, thing = self._triple(part)
        is_long = any(token.text in {"*", "+"} for token in verb)
        ends = [each[0].kind for each in (subject, thing) if each]
        if not is_long or ends != ["variable", "variable"]:
            return None
        shown = written(self._text, part)
        return self._told(part, f"{shown} follows a path of any length from everything to everything")

    def reading(self, part: Part, parts: tuple[Part, ...]) -> Costly | None:
        """Return a filter that reads texts one by one."""
        words = {token.text.upper() for token in part.tokens if token.kind == "word"}
        if part.kind != "filter" or not words & _READING:
            return None
        told = [p for p in parts if p.kind == "triple" and p.variables & part.variables]
        size = max((self.size(each) for each in told), default=0)
        if size <= FEW:
            return None
        return self._told(part, f"{written(self._text, part)} reads about {size:,} texts one by one")

    def largest(self, parts: tuple[Part, ...]) -> Costly | None:
        """Return the pattern that matches most."""
        triples = [part for part in parts if part.kind == "triple"]
        if not triples:
            return None
        part = max(triples, key=self.size)
        return self._told(
            part, f"{written(self._text, part)} matches most: about {self.size(part):,} triples"
        )

    def size(self, part: Part) -> int:
        """Return about how many matches a part has."""
        if part.kind == "triple":
            return self._triples(*self._triple(part))
        inner = [self.size(each) for group in part.groups for each in group.parts if each.kind == "triple"]
        return min(inner, default=self._counts.triples)

    def _triples(self, subject: list[Token], verb: list[Token], thing: list[Token]) -> int:
        if not verb:
            return self._counts.triples
        named = [self._names.iri(token) for token in (*verb, *thing) if token.kind in {"iri", "name"}]
        if verb[0].text in TYPES and len(verb) == 1 and len(named) >= 1:
            return self._counts.terms.get(named[-1], 0)
        if verb[0].kind == "variable":
            size = self._counts.triples
        else:
            size = sum(
                self._counts.terms.get(self._names.iri(t), 0) for t in verb if t.kind in {"iri", "name"}
            )
        is_bound = any(end and end[0].kind not in {"variable", "blank"} for end in (subject, thing))
        return min(size, FEW) if is_bound else size

    def _triple(self, part: Part) -> tuple[list[Token], list[Token], list[Token]]:
        """Return subject, verb and object of a triple; empty for others."""
        if part.statement is None or not part.statement[0].verbs:
            return [], [], []
        statement, v, _ = part.statement
        verb = statement.verbs[v]
        subject = [token for token in part.tokens if token.start < statement.subject]
        middle = [token for token in part.tokens if verb.start <= token.start < verb.end]
        return subject, middle, list(part.tokens[len(subject) + len(middle) :])

    def _told(self, part: Part, reason: str) -> Costly:
        return Costly(reason, written(self._text, part), part.start)
