"""Questions go out in batches and answers are taken apart and kept one by one, whatever comes back."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from endpoints import Reply, server
from pyoxigraph import Literal, NamedNode, Store

from kg.errors import KgError, QueryError, RemoteError, StoreError, UnreachableError
from kg.linking import cache
from kg.linking.cache import Cache
from kg.linking.endpoint import Clock, Endpoint, Manners
from kg.linking.questions import QUERIES, Questions, filled
from kg.store.queries import Query

ITEMS = tuple(NamedNode(f"http://www.wikidata.org/entity/Q{number}") for number in range(1, 5))


def answer(*rows: object) -> Reply:
    """Return an answer with rows."""
    return Reply(body=json.dumps({"head": {"vars": ["sought"]}, "results": {"bindings": rows}}).encode())


def row(item: NamedNode, name: str = "A") -> dict[str, dict[str, str]]:
    """Return a row of a name."""
    return {"sought": {"type": "uri", "value": item.value}, "name": {"type": "literal", "value": name}}


def asked(query: str) -> list[NamedNode]:
    """Return the items that a query asks about."""
    return [item for item in ITEMS if str(item) in query]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Cache]:
    """Yield an empty cache."""
    with cache.opened(tmp_path, "http://example.org/") as kept:
        yield kept


def questions(address: str, kept: Cache) -> Questions:
    """Return questions to a server, asked twice at most, without a wait."""
    clock = Clock(now=lambda: 0.0, wait=lambda _: None)
    return Questions(Endpoint(address, Manners("test", attempts=2), clock), kept)


def test_one_question_for_many(kept: Cache) -> None:
    """Many things are one question; each has its rows, and one without rows has none."""
    with server(
        lambda _query, _number: answer(row(ITEMS[0]), row(ITEMS[1], "B"), row(ITEMS[0], "C"))
    ) as served:
        found = questions(served.address, kept).about("names", ITEMS[:3])

    assert len(served.queries) == 1
    assert [[r["name"]["value"] for r in found[item]] for item in ITEMS[:3]] == [["A", "C"], ["B"], []]


def test_what_is_kept_is_not_asked(kept: Cache) -> None:
    """In another batch only what is new is asked about, and empty answers count as answers."""
    with server(lambda _query, _number: answer()) as served:
        asks = questions(served.address, kept)
        asks.about("names", ITEMS[:2])
        asks.about("names", ITEMS[1:3])
        asks.about("facts", ITEMS[1:2])

    assert list(map(asked, served.queries)) == [list(ITEMS[:2]), [ITEMS[2]], [ITEMS[1]]]


def test_two_endpoints(tmp_path: Path) -> None:
    """What one endpoint answered is no answer of another."""
    with (
        cache.opened(tmp_path, "http://a.example/") as one,
        cache.opened(tmp_path, "http://b.example/") as other,
    ):
        one.put([("SELECT", [row(ITEMS[0])])])

        assert one.get("SELECT") == (row(ITEMS[0]),)
        assert other.get("SELECT") is None


def test_too_much_is_halved(kept: Cache) -> None:
    """A batch that fails is asked in halves; what fails alone is told, and the rest has its rows."""

    def only_alone(query: str, _number: int) -> Reply:
        things = asked(query)
        return answer(row(things[0])) if len(things) == 1 and things != [ITEMS[2]] else Reply(500)

    with server(only_alone) as served:
        asks = questions(served.address, kept)
        found = asks.about("names", ITEMS)

    assert [len(found[item]) for item in ITEMS] == [1, 1, 0, 1]
    assert [(query, thing) for query, thing, _ in asks.failed] == [("names", str(ITEMS[2]))]


def test_an_endpoint_at_fault(kept: Cache) -> None:
    """Where three questions in a row fail, the endpoint is at fault and not they."""
    with (
        server(lambda _query, _number: Reply(500)) as served,
        pytest.raises(UnreachableError, match="failed at 3 questions in a row"),
    ):
        questions(served.address, kept).about("names", ITEMS)


def test_what_is_too_much_to_answer(kept: Cache) -> None:
    """Of states that very many serve an endpoint may not tell: the others are asked, nothing is at fault."""
    last = ITEMS[3]

    def but_the_last(query: str, _number: int) -> Reply:
        return answer(row(last)) if asked(query) == [last] else Reply(504)

    with server(but_the_last) as served:
        asks = questions(served.address, kept)
        found = asks.about("callings", ITEMS)

    assert [len(found[item]) for item in ITEMS] == [0, 0, 0, 1]
    assert [thing for _, thing, _ in asks.failed] == [str(item) for item in ITEMS[:3]]


def test_what_was_too_much_is_not_asked_again(kept: Cache) -> None:
    """It would be so for each part of ours, and hold the endpoint up for as long each time."""
    with server(lambda _query, _number: Reply(504)) as served:
        asks = questions(served.address, kept)
        asks.about("callings", ITEMS[:1])
        begun = len(served.queries)
        again = asks.about("callings", ITEMS[:1])

    assert (len(served.queries), again, len(asks.failed)) == (begun, {ITEMS[0]: ()}, 1)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("[]", r"expected rows of results, found \[\]"),
        ("null", "expected rows of results, found None"),
        ('{"boolean": true}', "expected rows of results"),
        ('{"results": {"bindings": {}}}', "expected rows of results"),
        ('{"results": {"bindings": [1]}}', "expected a row of variables, found 1"),
        ('{"results": {"bindings": [{"sought": "Q1"}]}}', r"expected a term for \?sought, found 'Q1'"),
        ('{"results": {"bindings": [{"sought": {"type": "uri", "value": 1}}]}}', "expected a term"),
        ('{"results": {"bindings": [{"sought": {"type": "triple", "value": "a"}}]}}', "expected a term"),
        ('{"results": {"bindings": [{}]}}', "expected rows of what was asked about"),
        ('{"results": {"bindings": [{"sought": {"type": "uri", "value": "http://e/"}}]}}', "asked about"),
        ('{"results": {"bindings": [{"sought": {"type": "' + "x" * 999 + '"}}]}}', "xxx…$"),
    ],
)
def test_rows_of_another_kind(kept: Cache, body: str, message: str) -> None:
    """What is no row of terms on what was asked about is refused, and nothing of it is kept."""
    with server(lambda _query, _number: Reply(body=body.encode())) as served:
        with pytest.raises(RemoteError, match=message):
            questions(served.address, kept).about("names", ITEMS[:1])
        with pytest.raises(KgError):
            questions(served.address, kept).about("names", ITEMS[:1])

    assert len(served.queries) == 2


def test_tags_of_languages(kept: Cache) -> None:
    """An engine may write the tag of a language in other letters."""
    literal = Literal("刘", language="zh-Hans")
    told = {"sought": {"type": "literal", "value": "刘", "xml:lang": "zh-hans"}}
    with server(lambda _query, _number: answer(told)) as served:
        found = questions(served.address, kept).about("named", [literal])

    assert found == {literal: (told,)}


@pytest.mark.parametrize("query", QUERIES.values(), ids=lambda query: query.name)
@pytest.mark.parametrize("words", ['" } } ; DROP ALL #', "\\", "\n", "a'b", "?sought", "\u202e"], ids=repr)
def test_words_stay_words(query: Query, words: str) -> None:
    """A query that holds whatever words is still a query, on an engine of SPARQL 1.1, and finds nothing."""
    found = Store().query(filled(query, (Literal(words, language="en"),)))

    assert list(found) == []  # type: ignore[arg-type]


def test_a_query_without_a_place() -> None:
    """A query that has no place for what is asked about is refused."""
    with pytest.raises(QueryError, match=r"names: expected one 'VALUES \?sought { }', found 0"):
        filled(Query("names", "Names", "", "SELECT * { }"), ITEMS)


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.write_bytes(b"no data base" * 100),
        lambda file: (file.unlink(missing_ok=True), file.mkdir()),
    ],
    ids=["other bytes", "a folder"],
)
def test_a_broken_file(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    """A file that cannot be read is named."""
    harm(tmp_path / "linking.sqlite")
    with pytest.raises(StoreError, match=r"linking\.sqlite: expected answers that are kept, found"):
        _open(tmp_path)


def _open(folder: Path) -> None:
    with cache.opened(folder, "http://example.org/"):
        pass


def test_a_broken_row(tmp_path: Path) -> None:
    """A row that cannot be read is asked for again."""
    with cache.opened(tmp_path, "http://example.org/") as kept:
        kept.put([("SELECT", [row(ITEMS[0])])])
        kept.base.execute("UPDATE answers SET rows = '[{'")

        assert kept.get("SELECT") is None


def test_all_rows_or_none(tmp_path: Path) -> None:
    """Where one answer of a batch cannot be kept, none is."""

    def half() -> Iterator[tuple[str, list[dict[str, dict[str, str]]]]]:
        yield "SELECT", []
        raise sqlite3.OperationalError("disk full")

    with pytest.raises(StoreError, match="disk full"), cache.opened(tmp_path, "http://example.org/") as kept:
        kept.put(half())
    with cache.opened(tmp_path, "http://example.org/") as kept:
        assert kept.get("SELECT") is None
