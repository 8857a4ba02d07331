"""The things of each class in the order of its index, as the build has them and as the engine sorts them."""

from pathlib import Path

import pytest
import strait
from flask.testing import FlaskClient
from pyoxigraph import Literal, NamedNode

from kg.errors import StoreError
from kg.iris import segment
from kg.store import lists, ordered, queries
from kg.store.builds import Build, Store
from kg.vocab import DIP, classes
from kg.web.service import QUERIES

BASE = "https://w3id.org/communique/"
KINDS = tuple(kind for kind in classes() if kind != DIP.Dyad)


def picked(kind: str) -> tuple[lists.Pick, str]:
    """Return what picks a page of the index of a class, and the key before all others."""
    order = ordered.order(kind)
    pick = lists.pick(queries.read(QUERIES / f"{order.query}.rq"))
    assert pick is not None
    return pick, order.begin


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return a build of the invented graph of `strait`."""
    return Store(strait.make(tmp_path_factory.mktemp("ordered")), BASE).current()


@pytest.mark.parametrize("kind", KINDS, ids=segment)
def test_page_has_the_rows_that_the_engine_finds(build: Build, kind: str) -> None:
    """The first page, and the one after its second key; in the same order, with the same values."""
    pick, begin = picked(kind)
    after = begin
    for _ in range(2):
        rows = build.ordered(kind, pick, after)
        bound = {"class": NamedNode(kind), "after": Literal(after)}
        whole = build.select(pick.query, bound)

        assert rows is not None
        found = build.select(pick.among(rows), bound)
        assert (found.columns, found.rows) == (whole.columns, whole.rows)
        after = getattr(whole.rows[1]["order"], "value", "") if len(whole.rows) > 1 else after


def test_hostile_key_is_a_key(build: Build) -> None:
    """Quotes and braces in an address are words to compare with."""
    pick, _ = picked(DIP.Person)
    after = 'a" } <x:y> \\'
    rows = build.ordered(DIP.Person, pick, after)

    assert rows
    bound = {"class": NamedNode(DIP.Person), "after": Literal(after)}
    assert build.select(pick.among(rows), bound).rows == build.select(pick.query, bound).rows


def test_index_made_of_another_query_is_not_read(build: Build) -> None:
    """A page may be younger than the build: then the engine is asked."""
    by_date, _ = picked(DIP.Record)

    assert build.ordered(DIP.Person, by_date, "") is None


def test_build_without_an_index_is_asked(
    build: Build, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older build shows the same page."""
    shown = client.get("/visit/").data
    monkeypatch.setattr(ordered, "FILE", "none.sqlite")

    assert client.get("/visit/").data == shown
    assert build.ordered(DIP.Visit, picked(DIP.Visit)[0], "~") is None


def test_broken_index_is_named(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the file."""
    Path(build.folder / "broken.sqlite").write_text("no index " * 200)
    monkeypatch.setattr(ordered, "FILE", "broken.sqlite")

    with pytest.raises(StoreError, match=r"broken\.sqlite: expected the indexes of a build"):
        build.ordered(DIP.Visit, picked(DIP.Visit)[0], "~")
