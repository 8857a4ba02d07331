"""The builds of a data folder: the one in service is opened read-only and asked.

`DATA/current` leads to `DATA/builds/<hash>/`, which holds `graph.nt`, `store/`, `text.sqlite` and
`manifest.json`. A build never changes, so any number of processes and threads may have it open.
"""

import copy
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Triple, Variable

from kg.errors import GoneError, NotFoundError, StoreError
from kg.store import cited, kept, lists, named, ordered, texts
from kg.store.lists import Listed, Pick, Run
from kg.store.queries import Query

Term = NamedNode | Literal | BlankNode | Triple
Row = dict[str, Term | None]
_HASH = re.compile(r"[0-9a-f]{16}")  # the name of a build


@dataclass(frozen=True, slots=True)
class Rows:
    """What a SELECT found.

    Attributes:
        columns: names of the projected variables, in their order.
        rows: one dict for each solution; a variable that is not bound is None.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class Build:
    """One build, opened read-only; it is asked in this process, with queries of the service's own."""

    def __init__(self, folder: Path, base: str) -> None:
        """Open the build in a folder; relative IRIs of queries are resolved against the base.

        Raises:
            StoreError: a file of the build is missing or broken.
        """
        self.folder = folder
        self.base = base
        self._is_whole = True
        try:
            self._engine = pyoxigraph.Store.read_only(str(folder / "store"))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{folder.name}: expected a store, found: {error}", place=folder) from error

    @property
    def hash(self) -> str:
        """Return the build's name, which changes whenever its content does."""
        return self.folder.name

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Return what the build says of itself; empty where it says nothing."""
        return kept.manifest(self.folder)

    @cached_property
    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of the named graphs, sorted: a build makes that of the metadata alone."""
        return tuple(sorted(g.value for g in self._engine.named_graphs() if isinstance(g, NamedNode)))

    def select(self, query: Query, bindings: Mapping[str, Term] | None = None) -> Rows:
        """Return what a SELECT finds; only variables that it projects can be bound."""
        found = self._solutions(query, bindings)
        return Rows(_names(found), tuple(_rows(found)))

    def each(self, query: Query, bindings: Mapping[str, Term] | None = None) -> Iterator[Row]:
        """Yield the rows of a SELECT one by one, for results too large to hold."""
        return _rows(self._solutions(query, bindings))

    def listed(self, name: str, pick: Pick, entity: str, run: Run) -> Listed:
        """Return a run of a list of a thing; a build that was made without that list is asked for it.

        Raises:
            StoreError: the lists cannot be read.
        """
        if file := self.file(lists.FILE):
            with texts.reading(file, "the lists of a build") as index:
                if lists.has(index, name, pick):
                    return lists.read(index, entity, name, run)
        bound = {lists.OF: NamedNode(entity)} if entity else {}
        with closing(lists.write(":memory:", lambda query: self.each(query, bound), {name: pick})) as index:
            return lists.read(index, entity, name, run)

    def cited(self, facts: Iterable[str]) -> tuple[tuple[str, ...], ...] | None:
        """Return the first passages of each fact, as terms; None where the build was made without them.

        Raises:
            StoreError: they cannot be read.
        """
        file = self.file(cited.FILE)
        if file is None:
            return None
        with texts.reading(file, "the sentences of a build") as index:
            return cited.read(index, facts)

    def ordered(self, kind: str, pick: Pick, after: str) -> tuple[str, ...] | None:
        """Return the things of a class after a key, as rows; None where the build was made without them.

        Raises:
            StoreError: they cannot be read.
        """
        file = self.file(ordered.FILE)
        if file is None:
            return None
        with texts.reading(file, "the indexes of a build") as index:
            return ordered.read(index, kind, pick, after)

    def file(self, name: str) -> Path | None:
        """Return a file that was made of the graph; None where the build was made without it."""
        file = self.folder / name
        return file if self._is_whole and file.exists() else None

    def construct(self, query: Query, bindings: Mapping[str, Term] | None = None) -> tuple[Triple, ...]:
        """Return the triples of a CONSTRUCT or DESCRIBE; variables of its template can be bound."""
        found = self._ask(query, bindings)
        if not isinstance(found, pyoxigraph.QueryTriples):
            raise StoreError(f"{query.name}: expected a CONSTRUCT or DESCRIBE, found another form of query")
        return tuple(found)

    def about(self, iri: str) -> tuple[Triple, ...]:
        """Return the triples that have an IRI as subject; none where the graph does not know it."""
        found = self._engine.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph())
        return tuple(quad.triple for quad in found)

    def matching(
        self, subject: NamedNode | None, predicate: NamedNode | None, thing: Term | None
    ) -> Iterator[Triple]:
        """Yield the triples with the terms that are given: one look into an index, no query."""
        found = self._engine.quads_for_pattern(subject, predicate, thing, DefaultGraph())
        return (quad.triple for quad in found)

    def holding(self, triples: Iterable[Triple]) -> "Build":
        """Return this build as if it held these triples only, kept in memory; its files stay as they are."""
        other = copy.copy(self)
        other._engine = pyoxigraph.Store()
        other._is_whole = False  # its files are of all triples
        other._engine.extend(pyoxigraph.Quad(t.subject, t.predicate, t.object) for t in triples)
        return other

    def triples(self, graph: str) -> Iterator[Triple]:
        """Yield the triples of a named graph; none where there is no such graph."""
        found = self._engine.quads_for_pattern(None, None, None, NamedNode(graph))
        return (quad.triple for quad in found)

    def knows(self, iri: str) -> bool:
        """Say whether an IRI stands in any triple; what is no IRI, for a space in it, does in none."""
        try:
            term = NamedNode(iri)
        except ValueError:
            return False
        places = ((term, None, None), (None, term, None), (None, None, term))
        return any(True for s, p, o in places for _ in self._engine.quads_for_pattern(s, p, o, None))

    def names(self, words: str, limit: int, kinds: Collection[str] | None = None) -> tuple[texts.Name, ...]:
        """Return at most `limit` things by the beginnings of their names, of some classes or of any."""
        with texts.reading(self.folder / texts.FILE) as index:
            return named.find(index, words, limit, kinds)

    def _solutions(self, query: Query, bindings: Mapping[str, Term] | None) -> pyoxigraph.QuerySolutions:
        found = self._ask(query, bindings)
        if not isinstance(found, pyoxigraph.QuerySolutions):
            raise StoreError(f"{query.name}: expected a SELECT, found another form of query")
        return found

    def _ask(self, query: Query, bindings: Mapping[str, Term] | None) -> Any:  # noqa: ANN401 # one of three kinds
        bound = {Variable(name): term for name, term in (bindings or {}).items()}
        return self._engine.query(query.text, base_iri=self.base, substitutions=bound)


class Store:
    """The builds below one data folder.

    A request takes `current()` once and keeps it, so that it sees one build throughout.
    """

    def __init__(self, data: Path, base: str) -> None:
        """Name the folder that holds the builds, and the base of the data's IRIs; nothing is opened yet."""
        self._data = data
        self._base = base
        # Set whole in one step, so that threads need no lock: at worst two of them open the same build.
        self._open: tuple[int, Build] | None = None
        self._older: tuple[int, Build] | None = None  # the last one that was asked for by its name

    def current(self) -> Build:
        """Return the build in service, opened in this process at its first use.

        Raises:
            StoreError: there is no build, or it cannot be opened.
        """
        link = self._data / "current"
        folder = link.resolve()
        if not folder.is_dir():
            raise StoreError(f"{link}: expected a build, found none; `kg build` makes one", place=link)
        found = self._open = self._opened(folder, self._open)
        return found[1]

    def named(self, name: str) -> Build:
        """Return the build of a name, be it in service or an older one.

        Raises:
            GoneError: no build of that name is in the folder, though it may have been.
            NotFoundError: no build ever has such a name.
            StoreError: it cannot be opened.
        """
        current = self.current()
        if name == current.hash:
            return current
        # Looked up in the folder's list, so that no name leads out of it.
        if name not in {path.name for path in current.folder.parent.iterdir()}:
            if _HASH.fullmatch(name):
                raise GoneError(f"build {name}: not kept here any more; the current one is {current.hash}")
            raise NotFoundError(f"build {name[:80]!r}: expected 16 hexadecimal digits, as X-Build tells them")
        found = self._older = self._opened(current.folder.parent / name, self._older)
        return found[1]

    def _opened(self, folder: Path, before: tuple[int, Build] | None) -> tuple[int, Build]:
        """Return a build with the process that opened it; the one from before where it is that."""
        # A handle is not carried over a fork: the engine's threads do not live on in the child.
        if before is None or before[0] != os.getpid() or before[1].folder != folder:
            return os.getpid(), Build(folder, self._base)
        return before


def _names(found: pyoxigraph.QuerySolutions) -> tuple[str, ...]:
    return tuple(v.value for v in found.variables)


def _rows(found: pyoxigraph.QuerySolutions) -> Iterator[Row]:
    names = _names(found)
    return (dict(zip(names, solution, strict=True)) for solution in found)
