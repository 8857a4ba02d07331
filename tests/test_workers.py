"""Queries run in processes that are ended when they take too long, too much, or nobody waits."""

import json
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import live
import pyoxigraph
import pytest
from pools import ALL, HEAVY, HUNGRY, JSON, asker, opened, request

from kg.errors import ClientGoneError, DeadlineError, LimitError, QueryError, StoreError
from kg.store.worker import PAGE
from kg.store.workers import QUICK, Pool

TURTLE = pyoxigraph.RdfFormat.TURTLE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of 8,000 triples."""
    return live.build(tmp_path_factory.mktemp("data"), live.numbers(8_000))


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool]:
    """Yield a pool, and end its processes."""
    with opened(tmp_path / "running") as pool:
        yield pool


def test_a_small_result_is_whole(pool: Pool, folder: Path) -> None:
    """A result of one chunk is known to be whole."""
    answer = pool.ask(folder, request("ASK {}"), asker())

    assert (answer.is_whole, list(answer)) == (True, [b'{"head":{},"boolean":true}'])


def test_a_large_result_comes_in_parts(pool: Pool, folder: Path) -> None:
    """A result of many chunks is the same as a whole one."""
    answer = pool.ask(folder, request(ALL), asker())
    chunks = list(answer)

    assert not answer.is_whole
    assert len(chunks) > 5
    assert len(json.loads(b"".join(chunks))["results"]["bindings"]) == 8_000


@pytest.mark.parametrize(
    ("media", "query"),
    [
        (JSON, ALL),
        ("application/sparql-results+xml", ALL),
        ("text/csv", ALL),
        ("text/tab-separated-values", ALL),
        ("text/turtle", "CONSTRUCT WHERE { ?s ?p ?o }"),
        ("application/rdf+xml", "DESCRIBE ?s { ?s ?p ?o }"),
    ],
)
def test_rows_are_counted_exactly(pool: Pool, folder: Path, media: str, query: str) -> None:
    """As many rows as allowed are given; where there is one more, the result breaks off."""
    allowed = list(pool.ask(folder, request(query, media, rows=8_000), asker()))
    exceeded = pool.ask(folder, request(query, media, rows=7_999), asker())

    assert allowed
    with pytest.raises(LimitError, match="more than 7,999 rows"):
        list(exceeded)


@pytest.mark.parametrize("rows", [1, 700, 3_000, 7_999])
@pytest.mark.parametrize("media", [JSON, "application/sparql-results+xml", "text/csv", "text/turtle"])
def test_a_result_that_is_cut(pool: Pool, folder: Path, media: str, rows: int) -> None:
    """A client that takes a part gets as many rows as it asked for, in good order; JSON tells of it."""
    query = "CONSTRUCT WHERE { ?s ?p ?o }" if media == "text/turtle" else ALL
    answer = pool.ask(folder, request(query, media, rows=rows, is_cut=True), asker())
    data = b"".join(answer)

    assert answer.is_cut
    assert data.count(b'"number ' if media in {JSON, "text/turtle"} else b"number ") == rows
    if media == JSON:
        assert json.loads(data)["truncated"] == {"rows": rows, "limit": "rows"}
    elif media != "text/csv":
        assert (
            list(pyoxigraph.parse(data, TURTLE)) if media == "text/turtle" else ElementTree.fromstring(data)
        )


@pytest.mark.parametrize("media", [JSON, "application/sparql-results+xml", "text/csv", "text/turtle"])
def test_a_result_that_fits_is_not_cut(pool: Pool, folder: Path, media: str) -> None:
    """A result with as many rows as were asked for has no more, and says nothing."""
    query = "CONSTRUCT WHERE { ?s ?p ?o }" if media == "text/turtle" else ALL
    answer = pool.ask(folder, request(query, media, rows=8_000, is_cut=True), asker())
    data = b"".join(answer)

    assert not answer.is_cut
    assert b"truncated" not in data


@pytest.mark.parametrize(
    "media", [JSON, "application/sparql-results+xml", "text/csv", "text/tab-separated-values"]
)
def test_values_are_not_taken_for_rows(pool: Pool, folder: Path, media: str) -> None:
    """Line breaks, tags, braces and quotes within values count as no rows."""
    value = r"""\r\n\n\"\",{\"<result>\n[{\"'\\"""
    query = f'SELECT ?x ?y {{ VALUES (?x ?y) {{ ("{value}" "{value}") ("{value}" UNDEF) }} }}'

    assert pool.ask(folder, request(query, media, rows=2), asker()).is_whole
    with pytest.raises(LimitError):
        pool.ask(folder, request(query, media, rows=1), asker())


def test_a_limit_that_is_soon_reached_is_an_error(pool: Pool, folder: Path) -> None:
    """A limit that is reached within the first chunk is told before any bytes go out."""
    with pytest.raises(LimitError, match="more than 3 rows"):
        pool.ask(folder, request(ALL, rows=3), asker())
    with pytest.raises(LimitError, match="more than 100 bytes"):
        pool.ask(folder, request(ALL, bytes=100), asker())


def test_a_byte_limit_breaks_the_result_off(pool: Pool, folder: Path) -> None:
    """A result of more bytes than allowed does not end well."""
    answer = pool.ask(folder, request(ALL, bytes=400_000), asker())

    with pytest.raises(LimitError, match="more than 400,000 bytes"):
        list(answer)


def test_past_the_deadline(pool: Pool, folder: Path) -> None:
    """A query past its deadline is ended, and the next is answered at once."""
    pool.ask(folder, request("ASK {}"), asker())
    begun = time.monotonic()
    with pytest.raises(DeadlineError, match=r"within 0\.5 seconds"):
        pool.ask(folder, request(HEAVY, seconds=0.5), asker())
    ended = time.monotonic()
    pool.ask(folder, request("ASK {}"), asker())
    answered = time.monotonic()

    assert 0.5 <= ended - begun < 2
    assert answered - ended < 1


def test_the_deadline_counts_from_the_beginning(pool: Pool, folder: Path) -> None:
    """Who waited before the query was asked waits no longer for that; the whole of the deadline is told."""
    late = replace(asker(), begun=time.monotonic() - 10)
    with pytest.raises(DeadlineError, match=r"within 10 seconds"):
        pool.ask(folder, request("ASK {}", seconds=10), late)


def test_places_are_free_again(folder: Path, tmp_path: Path) -> None:
    """A query that uses up its time gives its process and its place back, as often as one likes."""
    answers = []
    with opened(tmp_path, places=1) as pool:
        for _ in range(QUICK + 1):
            with pytest.raises(DeadlineError):
                pool.ask(folder, request(HEAVY, seconds=0.4), asker())
            answers.append(pool.ask(folder, request("ASK {}"), asker()).is_whole)

    assert answers == [True] * (QUICK + 1)


def test_memory(folder: Path, tmp_path: Path) -> None:
    """A query that needs more memory than it may have is ended with the reason; the next is answered."""
    with opened(tmp_path, memory=300_000_000) as pool:
        with pytest.raises(LimitError, match="memory"):
            pool.ask(folder, request(HUNGRY), asker())

        assert pool.ask(folder, request("ASK {}"), asker()).is_whole


def test_a_crash(pool: Pool, folder: Path) -> None:
    """A query on which the engine crashes is an error, and the next is answered."""
    with pytest.raises(LimitError):
        pool.ask(folder, request(f"SELECT ({'(' * 100_000} AS ?x) {{}}"), asker())

    assert pool.ask(folder, request("ASK {}"), asker()).is_whole


def test_a_client_that_goes_away(pool: Pool, folder: Path) -> None:
    """A query that nobody waits for is ended, before its first bytes and after."""

    def gone() -> None:
        raise ClientGoneError("gone")

    with pytest.raises(ClientGoneError):
        pool.ask(folder, request(HEAVY), asker(gone))
    answer = pool.ask(folder, request(ALL), asker())
    next(iter(answer))
    answer.close()

    assert pool.ask(folder, request("ASK {}"), asker()).is_whole


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK {}\nLIMIT x:y", "line 2, column 7: expected .*, found 'x:y'"),
        ("ASK {", "line 1, column 6: expected .*, found the end of the line"),
        ("ASK { FILTER(<x:f>(1)) }", "line 1, column 14: The custom function <x:f> is not supported"),
    ],
)
def test_what_the_engine_does_not_understand(pool: Pool, folder: Path, query: str, expected: str) -> None:
    """The engine's own words are told, with line and column."""
    with pytest.raises(QueryError, match=expected):
        pool.ask(folder, request(query), asker())


def test_no_connection_is_opened(pool: Pool, folder: Path) -> None:
    """Even a call of another service that came through opens no connection."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        where = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        with pytest.raises(QueryError, match="Permission denied"):
            pool.ask(folder, request(f"ASK {{ SERVICE <{where}> {{ ?s ?p ?o }} }}"), asker())

        with pytest.raises(BlockingIOError):
            listener.accept()


def test_no_store(pool: Pool, tmp_path: Path) -> None:
    """A build without a store is an error of the store."""
    with pytest.raises(StoreError, match="expected a process"):
        pool.ask(tmp_path, request("ASK {}"), asker())


def test_another_build(pool: Pool, folder: Path, tmp_path: Path) -> None:
    """Each query is asked of the build that it names."""
    other = live.build(tmp_path, live.numbers(1))
    query = request("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv")
    counts = [pool.ask(each, query, asker()).first for each in (folder, other, folder)]

    assert counts == [b"n\r\n8000\r\n", b"n\r\n1\r\n", b"n\r\n8000\r\n"]


def test_a_page_is_cut(pool: Pool, folder: Path) -> None:
    """A page has the first rows, each term with its kind, and says that there are more."""
    query = 'SELECT ?x { VALUES ?x { <a> "b"@en UNDEF 4 } }'
    page = json.loads(pool.ask(folder, request(query, PAGE, rows=3), asker()).first)

    assert page == {
        "columns": ["x"],
        "rows": [[["iri", f"{live.BASE}a", ""]], [["literal", "b", "en"]], [None]],
        "more": True,
    }


def test_a_page_of_a_graph(pool: Pool, folder: Path) -> None:
    """A graph is a page of three columns."""
    page = json.loads(pool.ask(folder, request("CONSTRUCT { _:a <p> 1 } {}", PAGE), asker()).first)

    assert page["columns"] == ["subject", "predicate", "object"]
    assert [kind for kind, _, _ in page["rows"][0]] == ["blank", "iri", "literal"]
