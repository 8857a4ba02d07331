"""Which part of a query leaves it without rows, and the nearest query that has some.

Parts are left out and what is left is asked, so that what is told was seen and not guessed. Where an answer
does not come in time nothing is said about it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from kg.store.parts import Group, Outline, Part
from kg.store.pruning import without, written
from kg.store.tokens import Token

Ask = Callable[[str], bool | None]  # says of a query whether it has rows; None where that is not known
_PATTERNS = frozenset({"triple", "graph", "group", "union", "select", "service", "values"})
_RESTRICTIONS = frozenset({"filter", "minus"})
_CLAUSES = frozenset({"GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"})
_CUTTING = ("HAVING", "OFFSET", "VALUES", "LIMIT")  # clauses that may leave no row of those found


@dataclass(frozen=True, slots=True)
class Empty:
    """What leaves a query without rows.

    Attributes:
        reason: what was seen.
        part: the part that it lies at.
        start: its first code point in the query.
        nearest: a query that was seen to have rows, or None.
    """

    reason: str
    part: str
    start: int
    nearest: str | None


def explain(text: str, outline: Outline, ask: Ask) -> Empty | None:
    """Return what leaves a query without rows; None where that was not found.

    Args:
        text: the query.
        outline: its parts.
        ask: is given queries to ask.
    """
    if outline.group is None:
        return None
    return _Search(text, outline, ask).explain(outline.group)


class _Search:
    """A search in one query."""

    def __init__(self, text: str, outline: Outline, ask: Ask) -> None:
        self._text = text
        self._outline = outline
        self._ask = ask

    def explain(self, group: Group, around: tuple[str, str] = ("", "")) -> Empty | None:
        """Return what leaves a group without matches, be it the query's or one in it.

        Args:
            group: the group.
            around: what stands before and after it, where it is a part of another, for queries of it alone.
        """
        asked = _Asked(self._text, group, around, self._start(), self._ask)
        patterns = [part for part in group.parts if part.kind in _PATTERNS]
        if asked.has(()):
            return self._cut() if group is self._outline.group else None
        dead = [p for p in patterns if asked.has([o for o in group.parts if o is not p]) is False]
        if dead:
            return self._dead(group, dead, asked)
        return self._restricted(group, asked) or self._joined(group, patterns, asked)

    def _start(self) -> str:
        """Return how a query for a group begins: with the prologue and the data set."""
        head = self._outline.head
        begun = self._text[: head[0].start]
        first = next((i for i, token in enumerate(head) if token.text.upper() == "FROM"), len(head))
        graphs = [token for token in head[first:] if token.text.upper() != "WHERE"]
        if not graphs:
            return f"{begun}ASK "
        return f"{begun}ASK {self._text[graphs[0].start : graphs[-1].end]} "

    def _dead(self, group: Group, dead: list[Part], asked: "_Asked") -> Empty:
        part = dead[0]
        inner = self._inner(part)
        shown = written(self._text, part)
        if inner is not None and inner.nearest is not None:
            return inner
        nearest = self._seen(group, [*dead, *_orphans(group, dead)])
        if nearest is None:
            nearest = self._most(group, asked, [p for p in group.parts if p.kind in _PATTERNS])[1]
        if inner is not None:
            return Empty(inner.reason, inner.part, inner.start, nearest)
        return Empty(f"Nothing in the graph matches {shown}", shown, part.start, nearest)

    def _inner(self, part: Part) -> Empty | None:
        """Return what leaves a part that is one group without matches."""
        if part.kind not in {"group", "select", "graph"} or len(part.groups) != 1:
            return None
        [group] = part.groups
        before = self._text[part.start : group.start] if part.kind == "graph" else ""
        return self.explain(group, (f"{{ {before}", " }") if before else ("", ""))

    def _restricted(self, group: Group, asked: "_Asked") -> Empty | None:
        """Return the filter that removes all rows."""
        found = [part for part in group.parts if part.kind in _RESTRICTIONS]
        if not found or not asked.has(found):
            return None
        for part in found:
            if asked.has([part]):
                shown = written(self._text, part)
                reason = f"The {part.kind.upper()} removes all rows: {shown}"
                return Empty(reason, shown, part.start, self._seen(group, [part]))
        shown = written(self._text, found[0])
        reason = f"{len(found)} filters remove all rows together; the first is {shown}"
        return Empty(reason, shown, found[0].start, self._seen(group, found))

    def _joined(self, group: Group, patterns: list[Part], asked: "_Asked") -> Empty | None:
        """Return the pattern that does not go with the others."""
        if len(patterns) > 1:
            for part in reversed(patterns):
                dropped = [part, *_orphans(group, [part])]
                if asked.has(dropped):
                    dropped += _strangers(group, dropped)
                    shown = written(self._text, part)
                    reason = f"Each pattern has matches, but not all together. Without {shown} there are rows"
                    return Empty(reason, shown, part.start, self._seen(group, dropped))
        first, nearest = self._most(group, asked, patterns)
        if first is None:
            return None
        shown = written(self._text, first)
        reason = f"What stands before {shown} has matches, but none that go with it"
        return Empty(reason, shown, first.start, nearest)

    def _most(self, group: Group, asked: "_Asked", patterns: list[Part]) -> tuple[Part | None, str | None]:
        """Keep patterns that match together, from the first on; return the first other, and the query."""
        dropped = [part for part in group.parts if part.kind in _RESTRICTIONS | _PATTERNS]
        first: Part | None = None
        for part in patterns:
            tried = [each for each in dropped if each is not part]
            match asked.has(tried):
                case True:
                    dropped = tried
                case False:
                    first = first or part
        kept = [part for part in patterns if not any(part is each for each in dropped)]
        return first, self._seen(group, dropped) if kept else None

    def _seen(self, group: Group, dropped: Collection[Part]) -> str | None:
        """Return the query without some parts, if something is left of it and it has rows."""
        if not any(part.kind in _PATTERNS for part in _left(group, dropped)):
            return None
        found = without(self._text, group, dropped)
        return found if self._ask(found) else None

    def _cut(self) -> Empty | None:
        """Return the clause behind the pattern that leaves none of its matches."""
        found = list(clauses(self._outline.tail))
        for name in _CUTTING:
            for clause in found:
                if clause[0].text.upper() != name:
                    continue
                start, end = clause[0].start, clause[-1].end
                nearest = f"{self._text[:start].rstrip()}{self._text[end:]}"
                shown = " ".join(self._text[start:end].split())
                if self._ask(nearest):
                    return Empty(f"The pattern has matches, but {shown} leaves none", shown, start, nearest)
        return None


@dataclass(frozen=True, slots=True)
class _Asked:
    """Questions about one group."""

    text: str
    group: Group
    around: tuple[str, str]
    start: str
    ask: Ask

    def has(self, dropped: Iterable[Part]) -> bool | None:
        """Say whether the group has matches without some of its parts."""
        whole = without(self.text, self.group, list(dropped))
        body = whole[self.group.start : len(whole) - len(self.text) + self.group.end]
        return self.ask(f"{self.start}{self.around[0]}{body}{self.around[1]}")


def _orphans(group: Group, dropped: Collection[Part]) -> list[Part]:
    """Return the filters of variables that nothing tells any more."""
    kept = [part for part in _left(group, dropped) if part.kind not in _RESTRICTIONS]
    told = frozenset[str]().union(*(part.variables for part in kept))
    lost = frozenset[str]().union(*(part.variables for part in dropped)) - told
    return [part for part in group.parts if part.kind in _RESTRICTIONS and part.variables & lost]


def _left(group: Group, dropped: Collection[Part]) -> list[Part]:
    return [part for part in group.parts if not any(part is each for each in dropped)]


def _strangers(group: Group, dropped: Collection[Part]) -> list[Part]:
    """Return the parts that no variable joins with the first that is kept: they tell nothing of it."""
    kept = _left(group, dropped)
    joined = set(kept[0].variables) if kept else set[str]()
    for _ in kept:
        joined |= {name for part in kept if part.variables & joined for name in part.variables}
    return [part for part in kept if part.variables and not part.variables & joined]


def clauses(tail: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Yield the clauses behind the pattern, each with its tokens."""
    found: list[Token] = []
    depth = 0
    for token in tail:
        if depth == 0 and token.kind == "word" and token.text.upper() in _CLAUSES and found:
            yield tuple(found)
            found = []
        if token.kind == "mark":
            depth += (token.text in {"(", "{"}) - (token.text in {")", "}"})
        found.append(token)
    if found:
        yield tuple(found)
