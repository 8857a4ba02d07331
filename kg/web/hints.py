"""Help with a query that finds nothing, takes too long, or names what the graph does not know.

Hints are seen and not guessed where that takes little: the query is asked without this or that part of it, in
processes of its own, so that no hint takes the place of anybody's query.
"""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Any

from kg.errors import CapacityError, ClientGoneError, DeadlineError, LimitError, QueryError
from kg.store import bounded, costs, emptiness, outlines, searches
from kg.store.builds import Build
from kg.store.costs import Counts
from kg.store.parts import every
from kg.store.queries import Query
from kg.store.tokens import changed, place, split
from kg.store.vetting import Vetted
from kg.vocab import classes
from kg.web import meanings
from kg.web.meanings import Meaning
from kg.web.values import text

TRY = 0.5  # seconds for one question
TRIES = 40  # questions for one query
PARTS = 60  # of a query that is taken apart
LONGEST = 20_000  # characters of a query that is taken apart: what people write; lists of programs are longer


@dataclass(frozen=True, slots=True)
class Hint:
    """What is said about one part.

    Attributes:
        reason: what was seen.
        part: the part.
        line: where it begins, from 1.
        column: where in that line, from 1.
        query: another query to ask, None where none was found.
    """

    reason: str
    part: str
    line: int
    column: int
    query: str | None


@dataclass(frozen=True, slots=True)
class Name:
    """What is said about a name.

    Attributes:
        reason: what is odd about it.
        line: where it stands, from 1.
        column: where in that line, from 1.
        suggestions: what may be meant, as problem documents tell it.
    """

    reason: str
    line: int
    column: int
    suggestions: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class Hints:
    """What is said about a query.

    Attributes:
        has_rows: whether it finds something; None where that was not seen in time.
        names: what is said of names that are not known, each with what may be meant.
        empty: what leaves it without rows.
        costly: what makes it slow.
        is_complete: whether all questions were answered in time.
    """

    has_rows: bool | None
    names: tuple[Name, ...] = ()
    empty: Hint | None = None
    costly: Hint | None = None
    is_complete: bool = True

    @property
    def told(self) -> dict[str, Any]:
        """Return them as programs are told them."""
        return {
            "rows": self.has_rows,
            "complete": self.is_complete,
            "names": [asdict(name) for name in self.names],
            "suggestions": [each for name in self.names for each in name.suggestions],
            "empty": None if self.empty is None else asdict(self.empty),
            "costly": None if self.costly is None else asdict(self.costly),
        }


@lru_cache(maxsize=2)  # as many builds as a process keeps open: it would hold others
def _counts(amounts: Query, build: Build) -> Counts:
    rows = build.select(amounts).rows
    terms = {text(row, "term") or "": int(text(row, "number") or 0) for row in rows}
    kinds = {str(kind) for kind in classes()}
    return Counts(sum(number for term, number in terms.items() if term not in kinds), terms)


class Case:
    """One query, and the questions that are asked about it."""

    def __init__(self, vetted: Vetted, build: Build, ask: Callable[[str, float], bool], until: float) -> None:
        self._vetted = vetted
        self._build = build
        self._ask = ask
        self._until = until
        self._seen: dict[str, bool | None] = {}
        self._is_complete = True
        self._tokens = tuple(split(vetted.text)) if len(vetted.text) <= LONGEST else ()
        outline = outlines.outline(self._tokens)
        is_long = outline.group is not None and sum(1 for _ in every(outline.group)) > PARTS
        self._outline = replace(outline, group=None) if is_long else outline
        # Others are not asked for the sake of hints.
        self._is_own = all(block.iri == searches.SERVICE for block in vetted.blocks)

    def hints(self, amounts: Query) -> Hints:
        """Return all that can be said, with the help of a query that tells how much there is.

        Raises:
            QueryError: the engine cannot read the query.
        """
        odd = meanings.meanings(self._vetted, self._tokens, self._outline, self._build)
        names = tuple(self._name(each) for each in odd)
        has_rows = self._first() if self._is_own else None
        empty = self._empty(odd) if self._is_own and not has_rows else None
        costly = self.costly(amounts) if has_rows is None and empty is None else None
        return Hints(has_rows, names, empty, costly, self._is_complete)

    def costly(self, amounts: Query) -> Hint | None:
        """Return what costs most, with a bounded form of the query that was seen to end soon."""
        text, names = self._vetted.text, self._vetted.names
        found = costs.costliest(text, self._outline, names, _counts(amounts, self._build))
        if found is None:
            return None
        forms = bounded.forms(text, self._outline, names) if self._is_own else ()
        smaller = next((form for form in forms if self._has(form) is not None), None)
        return self._hint(found.reason, found.part, found.start, smaller)

    def _first(self) -> bool | None:
        """Say whether the query has rows, as `_has` does; but let it be an error that it is none."""
        try:
            return self._seen.setdefault(self._vetted.text, self._ask(self._vetted.text, TRY))
        except (CapacityError, DeadlineError, LimitError):
            self._is_complete = False
            return self._seen.setdefault(self._vetted.text, None)

    def _has(self, query: str) -> bool | None:
        """Say whether a query has rows; None where it is not answered in time, or not at all."""
        if query not in self._seen:
            left = min(TRY, self._until - time.monotonic())
            self._seen[query] = self._tried(query, left if len(self._seen) < TRIES else 0)
        return self._seen[query]

    def _tried(self, query: str, seconds: float) -> bool | None:
        try:
            if seconds > 0:
                return self._ask(query, seconds)
        except ClientGoneError:
            raise
        except (CapacityError, DeadlineError, LimitError):
            pass
        except QueryError:  # what is left of the query is none
            return None
        self._is_complete = False
        return None

    def _empty(self, odd: tuple[Meaning, ...]) -> Hint | None:
        query = self._vetted.text
        one_by_one = [
            {each.token.text: meant.meant} for each in odd for meant in each.suggestions if meant.is_name
        ]
        together = {name: meant for each in reversed(one_by_one) for name, meant in each.items()}
        for names in (together, *one_by_one):
            meant = self._renamed(names)
            if names and self._has(meant):
                first = next(each for each in odd if each.token.text in names)
                return self._hint(first.reason, first.token.text, first.token.start, meant)
        found = emptiness.explain(query, self._outline, self._has)
        return self._hint(found.reason, found.part, found.start, found.nearest) if found else None

    def _hint(self, reason: str, part: str, start: int, query: str | None) -> Hint:
        return Hint(reason, part, *place(self._vetted.text, start), query)

    def _name(self, odd: Meaning) -> Name:
        told = tuple(each.told for each in odd.suggestions)
        return Name(odd.reason, *place(self._vetted.text, odd.token.start), told)

    def _renamed(self, names: dict[str, str]) -> str:
        """Return the query with other names in place of some, wherever they stand."""
        found = (token for token in self._tokens if token.kind in {"iri", "name"} and token.text in names)
        return changed(self._vetted.text, ((token.start, token.end, names[token.text]) for token in found))
