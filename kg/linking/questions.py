"""Puts questions about many things to an endpoint in batches, and takes the answers apart again.

The head of each query says how many things it may be asked about at once (`# batch: 50`), and for which
things the answer may be more than an endpoint gives (`# heavy: …`): that is no fault of the endpoint.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg.errors import HeavyError, QueryError, RemoteError, UnreachableError
from kg.linking.cache import Cache, Row
from kg.linking.endpoint import Endpoint
from kg.store import queries
from kg.store.queries import Query

Thing = NamedNode | Literal
SOUGHT = "sought"  # the variable that a batch is bound to
_PLACE = f"VALUES ?{SOUGHT} {{ }}"
_KINDS = {"uri": "IRI", "literal": "literal", "typed-literal": "literal", "bnode": "blank node"}
_FAILURES = 3  # questions about one thing each that fail in a row: then the endpoint is at fault, not they

QUERIES = {query.name: query for query in queries.folder(Path(__file__).parent / "queries")}


@dataclass(slots=True)
class Questions:
    """Questions to one endpoint, each asked once.

    Attributes:
        endpoint: who is asked; None asks nobody and has only what is kept.
        cache: what was answered before.
        done: told of each thing that an answer is there for.
        failed: things that the endpoint could not answer about, with the query's name and the reason.
    """

    endpoint: Endpoint | None
    cache: Cache
    done: Callable[[int], object] = lambda _: None
    failed: list[tuple[str, str, str]] = field(default_factory=list)
    _in_a_row: int = 0

    def about(self, name: str, things: Iterable[Thing]) -> dict[Thing, tuple[Row, ...]]:
        """Return the rows of a query for each of the things.

        Raises:
            RemoteError: the endpoint cannot be reached or answers with something else; what came is kept.
        """
        query = QUERIES[name]
        wanted = sorted(set(things), key=str)
        found: dict[Thing, tuple[Row, ...]] = {}
        for thing in wanted:
            kept = self.cache.get(filled(query, (thing,)))
            if kept is not None:
                found[thing] = kept
        # A state that many serve is asked about for each part of ours: what was too much is so again.
        given_up = {thing for query_name, thing, _ in self.failed if query_name == query.name}
        asked = [thing for thing in wanted if thing not in found and str(thing) not in given_up]
        self.done(len(wanted) - len(asked))
        size = int(query.field("batch") or 1)
        if self.endpoint is not None:
            for start in range(0, len(asked), size):
                found |= self._ask(self.endpoint, query, asked[start : start + size])
        return {thing: found.get(thing, ()) for thing in wanted}

    def _ask(self, endpoint: Endpoint, query: Query, things: Sequence[Thing]) -> dict[Thing, tuple[Row, ...]]:
        """Ask about things at once; where that is too much, about each half, down to one."""
        try:
            answer = endpoint.ask(filled(query, things))
        except HeavyError as error:
            if len(things) == 1:
                return self._given_up(query, things[0], error)
            middle = len(things) // 2
            halves = things[:middle], things[middle:]
            return self._ask(endpoint, query, halves[0]) | self._ask(endpoint, query, halves[1])
        parted = _parted(rows(answer, endpoint.address), things, endpoint.address)
        self.cache.put((filled(query, (thing,)), found) for thing, found in parted.items())
        self._in_a_row = 0
        self.done(len(things))
        return parted

    def _given_up(self, query: Query, thing: Thing, error: HeavyError) -> dict[Thing, tuple[Row, ...]]:
        self.failed.append((query.name, str(thing), str(error)))
        self._in_a_row += not query.field("heavy")
        if self._in_a_row >= _FAILURES:
            raise UnreachableError(f"{error}; it failed at {_FAILURES} questions in a row") from error
        self.done(1)
        return {}


def filled(query: Query, things: Sequence[Thing]) -> str:
    """Return a query with the things in its place for them, as terms: no word of theirs is read as a query.

    Raises:
        QueryError: it has no such place.
    """
    if query.text.count(_PLACE) != 1:
        raise QueryError(f"{query.name}: expected one {_PLACE!r}, found {query.text.count(_PLACE)}")
    terms = " ".join(map(str, things))
    return query.text.replace(_PLACE, f"VALUES ?{SOUGHT} {{ {terms} }}")


def rows(answer: object, address: str) -> tuple[Row, ...]:
    """Return the rows of an answer in SPARQL's JSON (SPARQL 1.1 Query Results JSON Format, section 3).

    Raises:
        RemoteError: it is something else.
    """
    match answer:
        case {"results": {"bindings": list(found)}}:
            return tuple(_row(row, address) for row in found)
    raise RemoteError(f"{address}: expected rows of results, found {_shape(answer)}")


def _row(row: object, address: str) -> Row:
    if not isinstance(row, Mapping):
        raise RemoteError(f"{address}: expected a row of variables, found {_shape(row)}")
    for variable, term in row.items():
        match term:
            case {"type": str(kind), "value": str()} if kind in _KINDS:
                pass
            case _:
                raise RemoteError(f"{address}: expected a term for ?{variable}, found {_shape(term)}")
    return dict(row)


def _parted(found: Iterable[Row], things: Sequence[Thing], address: str) -> dict[Thing, tuple[Row, ...]]:
    """Return the rows of each thing; a row of another one is no answer to what was asked."""
    parts: dict[tuple[str, str, str], list[Row]] = {_key(thing): [] for thing in things}
    for row in found:
        term = row.get(SOUGHT, {})
        key = (term.get("type", ""), term.get("value", ""), term.get("xml:lang", "").casefold())
        if key not in parts:
            raise RemoteError(f"{address}: expected rows of what was asked about, found {_shape(term)}")
        parts[key].append(row)
    return {thing: tuple(parts[_key(thing)]) for thing in things}


def _key(thing: Thing) -> tuple[str, str, str]:
    if isinstance(thing, NamedNode):
        return "uri", thing.value, ""
    return "literal", thing.value, (thing.language or "").casefold()


def _shape(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 100 else f"{text[:100]}…"  # a message is one line
