"""The build in service is opened read-only, asked, and changed for another when `current` leads elsewhere."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import live
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import GoneError, NotFoundError, StoreError
from kg.store.builds import Build, Row, Store
from kg.store.queries import Query

GRAPH = f"""
<{live.BASE}person/a> <{live.BASE}meets> <{live.BASE}person/b> .
<{live.BASE}person/a> <{live.BASE}meets> <{live.BASE}person/c> .
<{live.BASE}person/b> <{live.BASE}meets> <{live.BASE}person/c> .
"""
A, B, C = (NamedNode(f"{live.BASE}person/{name}") for name in "abc")
MEETS = NamedNode(f"{live.BASE}meets")


def query(text: str) -> Query:
    """Return a query of some text."""
    return Query("test", "Test", "", text)


WHO = query("SELECT ?who ?whom { ?who <meets> ?whom } ORDER BY ?who ?whom")


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a build of three triples."""
    live.build(tmp_path, GRAPH)
    return Store(tmp_path, live.BASE).current()


def test_rows(build: Build) -> None:
    """A SELECT gives its columns in order, and a row for each solution; relative IRIs stand on the base."""
    found = build.select(WHO)
    rows: tuple[Row, ...] = ({"who": A, "whom": B}, {"who": A, "whom": C}, {"who": B, "whom": C})

    assert (found.columns, found.rows, len(found)) == (("who", "whom"), rows, 3)
    assert tuple(found) == rows
    assert tuple(build.each(WHO)) == rows


def test_what_is_not_bound_is_none(build: Build) -> None:
    """A variable without a value is None."""
    assert build.select(query("SELECT ?x { OPTIONAL { <x> <y> ?x } }")).rows == ({"x": None},)


def test_parameters_are_bound(build: Build) -> None:
    """A projected variable is bound to a term, and still is a column."""
    assert build.select(WHO, {"who": B}).rows == ({"who": B, "whom": C},)
    assert build.select(WHO, {"who": Literal('" } DROP ALL #')}).rows == ()


def test_graphs(build: Build) -> None:
    """A CONSTRUCT gives its triples."""
    assert build.construct(query("CONSTRUCT { ?s <met> ?o } { ?s <meets> ?o }"), {"s": B}) == (
        Triple(B, NamedNode(f"{live.BASE}met"), C),
    )


@pytest.mark.parametrize(
    ("ask", "text"),
    [
        (Build.select, "CONSTRUCT WHERE { ?s ?p ?o }"),
        (Build.construct, "SELECT * {}"),
        (Build.select, "ASK {}"),
    ],
)
def test_the_form_must_fit(build: Build, ask: Callable[[Build, Query], object], text: str) -> None:
    """A query of another form than is expected is an error."""
    with pytest.raises(StoreError, match="expected a"):
        ask(build, query(text))


def test_what_is_about_a_thing(build: Build) -> None:
    """The triples of a subject are found; none for what is not known."""
    assert set(build.about(A.value)) == {Triple(A, MEETS, B), Triple(A, MEETS, C)}
    assert build.about(f"{live.BASE}person/z") == ()


def test_the_manifest(build: Build) -> None:
    """A build says of itself what its manifest says; without one, nothing."""
    before = build.manifest
    (build.folder / "manifest.json").write_text('{"triples": 3}')

    assert (before, Build(build.folder, live.BASE).manifest) == ({}, {"triples": 3})
    assert (build.hash, build.graphs) == ("one", ())


def test_one_handle_until_the_build_changes(tmp_path: Path) -> None:
    """A build is opened once; when `current` leads to another, that is opened, and the former still works."""
    live.build(tmp_path, GRAPH, "one")
    store = Store(tmp_path, live.BASE)
    first, again = store.current(), store.current()
    live.build(tmp_path, live.numbers(1), "two")
    second = store.current()

    assert first is again
    assert (second.hash, len(second.select(query("SELECT * { ?s ?p ?o }")))) == ("two", 1)
    assert len(first.select(WHO)) == 3


def test_older_builds_by_name(tmp_path: Path) -> None:
    """A build that another took the place of is asked by its name; it is opened once, as the current is."""
    live.build(tmp_path, GRAPH, "one")
    live.build(tmp_path, live.numbers(1), "two")
    store = Store(tmp_path, live.BASE)
    older = store.named("one")

    assert len(older.select(WHO)) == 3
    assert store.named("one") is older
    assert store.named("two") is store.current()


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("0123456789abcdef", GoneError),
        ("three", NotFoundError),
        ("..", NotFoundError),
        ("../builds/one", NotFoundError),
        (".", NotFoundError),
        ("", NotFoundError),
        ("one/store", NotFoundError),
        ("one\0", NotFoundError),
    ],
)
def test_builds_that_are_not_there(tmp_path: Path, name: str, error: type[Exception]) -> None:
    """What looks like a build may have been one, what does not never was; no name leads elsewhere."""
    live.build(tmp_path, GRAPH)

    with pytest.raises(error, match=r"^build "):
        Store(tmp_path, live.BASE).named(name)


def test_no_build(tmp_path: Path) -> None:
    """Without a build, or with one that is no store, that is said."""
    with pytest.raises(StoreError, match="kg build"):
        Store(tmp_path, live.BASE).current()
    (tmp_path / "current").mkdir()
    with pytest.raises(StoreError, match="expected a store"):
        Store(tmp_path, live.BASE).current()


def test_threads(tmp_path: Path) -> None:
    """Many threads may ask at once."""
    live.build(tmp_path, live.numbers(100))
    store = Store(tmp_path, live.BASE)
    count = query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    with ThreadPoolExecutor(8) as threads:
        found = set(threads.map(lambda _: store.current().select(count).rows[0]["n"], range(50)))

    assert found == {Literal(100)}


@pytest.mark.filterwarnings(
    # The test forks on purpose, as a web server does, and its child does nothing but ask.
    "ignore:This process .* is multi-threaded, use of fork:DeprecationWarning"
)
def test_after_a_fork(tmp_path: Path) -> None:
    """A child of the process opens a handle of its own."""
    live.build(tmp_path, GRAPH)
    store = Store(tmp_path, live.BASE)
    handle = store.current()
    child = os.fork()
    if child == 0:
        mine = store.current()
        os._exit(0 if mine is not handle and len(mine.select(WHO)) == 3 else 1)

    assert os.waitpid(child, 0)[1] == 0
