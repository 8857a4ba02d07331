"""A search in a query finds passages by their words and things by their names, the best first."""

from pathlib import Path

import live
import pytest
from test_texts import GRAPH

from kg.errors import LimitError, QueryError, StoreError
from kg.store import ranked, searches, texts
from kg.store.blocks import Table
from kg.store.searches import Search


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the index of a person with three names, a meeting, a topic and two passages."""
    return live.build(tmp_path_factory.mktemp("data"), GRAPH) / texts.FILE


def table(
    index: Path, words: str, *, is_named: bool = False, limit: int | None = None, score: str | None = None
) -> Table:
    """Return what a search finds."""
    return ranked.table(index, Search("x", words, is_named, score, limit, 4), f"ASK '{words}'")


def found(index: Path, words: str, **search: bool | int) -> list[str]:
    """Return the last part of the IRI of each thing that is found."""
    rows = table(index, words, **search).rows  # type: ignore[arg-type]
    return [str(iri).rpartition("/")[2].removesuffix(">") for (iri,) in rows]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("port", ["q", "p"]),
        ("PORT visit", ["p"]),
        ("Cavusoglu", ["q"]),
        ("the port", ["q", "p"]),
        ('"the port"', ["q"]),
        ('"new port" monday', ["p"]),
        ('"the port" visit', []),
        ("prais*", ["q"]),
        ('"the new po*"', ["p"]),
        ("pra", []),
        ("nobody", []),
        ("port nobody", []),
        ("port - (OR) NOT", []),
        ("port — !", ["q", "p"]),
    ],
)
def test_passages(index: Path, words: str, expected: list[str]) -> None:
    """All words stand in the passage, phrases as they are, what is before * as a beginning; short wins."""
    assert found(index, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("elnur cavusoglu", ["elnur-cavusoglu", "m"]),
        ("Çavuşoğlu", ["elnur-cavusoglu", "m"]),
        ("cavus", []),
        ("cavus*", ["elnur-cavusoglu", "m"]),
        ("элнур", ["elnur-cavusoglu"]),
        ("xi'an", ["t"]),
        ('"corridor xian"', []),
        ("envoy Elnur", ["m"]),
    ],
)
def test_names(index: Path, words: str, expected: list[str]) -> None:
    """A thing is found once by all of its names, however they are spelt; the fuller the match the better."""
    assert found(index, words, is_named=True) == expected


def test_relevance(index: Path) -> None:
    """It stands beside each find where it is asked for: of a name, the part that the words make up."""
    names = table(index, "Elnur Cavusoglu", is_named=True, score="s")
    passages = table(index, "port monday", score="s")

    assert names.columns == ("x", "s")
    assert [row[1] for row in names.rows] == ["1.000000000", "0.384615385"]
    assert [float(str(row[1])) > 0 for row in passages.rows] == [True]


def test_the_best_alone(index: Path) -> None:
    """With a limit the best are found, without one all."""
    assert found(index, "port", limit=1) == ["q"]
    assert found(index, "port", limit=5) == ["q", "p"]


def test_too_many(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More finds than are joined would look whole: the query is refused, and it is said what helps."""
    monkeypatch.setattr(searches, "MOST", 1)

    assert found(index, "port", limit=2) == ["q", "p"]
    with pytest.raises(LimitError, match="column 5: more than 1 passages hold 'port': add words, or"):
        found(index, "port")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", "expected words to search for, found no word in ''"),
        ("!? _", "found no word in '![?] _'"),
        ("*", "found no word"),
        ('""', "found no word"),
        ('"the port', "found a quotation mark that is not closed"),
    ],
)
def test_no_words(index: Path, words: str, reason: str) -> None:
    """Where there is nothing to look for, a message says what there is and where."""
    with pytest.raises(QueryError, match=reason) as caught:
        found(index, words)

    assert caught.value.members == {"line": 1, "column": 5}


def test_no_index(tmp_path: Path) -> None:
    """A build without an index is told as broken."""
    with pytest.raises(StoreError, match="expected a text index"):
        found(tmp_path / texts.FILE, "port")
