"""What limits a client may ask for, and what it is told of them."""

import pytest

from kg.errors import QueryError
from kg.web import bounds
from kg.web.bounds import Bounds

MOST = Bounds(seconds=30.0, rows=1000, bytes=5000)


def test_without_a_wish() -> None:
    """The limits of the settings hold, and a result that is larger is an error."""
    assert bounds.asked(MOST, [("query", "ASK {}")]) == MOST


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        pytest.param({"timeout": "2.5"}, Bounds(2.5, 1000, 5000), id="shorter"),
        pytest.param({"timeout": "31"}, MOST, id="longer than may be"),
        pytest.param({"rows": "10"}, Bounds(30.0, 10, 5000, is_cut=True), id="fewer rows"),
        pytest.param({"rows": "2000"}, Bounds(30.0, 1000, 5000, is_cut=True), id="more rows than may be"),
        pytest.param({"complete": "1"}, Bounds(30.0, 1000, 5000, is_complete=True), id="complete"),
        pytest.param({"complete": "0"}, MOST, id="not complete"),
    ],
)
def test_wish(wish: dict[str, str], expected: Bounds) -> None:
    """A client gets lower limits than the settings', never higher ones."""
    assert bounds.asked(MOST, wish.items()) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("timeout", "soon"),
        ("timeout", ""),
        ("timeout", "0"),
        ("timeout", "-1"),
        ("timeout", "nan"),
        ("timeout", "inf"),
        ("timeout", "1e999"),
        ("rows", "0"),
        ("rows", "-3"),
        ("rows", "1.5"),
        ("rows", "many"),
        ("rows", "٣"),
        ("rows", "9" * 5000),
        ("complete", "yes"),
    ],
)
def test_wish_that_is_none(name: str, value: str) -> None:
    """A value that cannot be meant is refused by its name, not passed over."""
    with pytest.raises(QueryError, match=f"{name}: expected "):
        bounds.asked(MOST, [(name, value)])


def test_headers() -> None:
    """Each limit is told in its unit, as a plain number."""
    assert MOST.headers == {
        "X-Limit-Seconds": "30",
        "X-Limit-Rows": "1000",
        "X-Limit-Bytes": "5000",
    }


@pytest.mark.parametrize("name", ["timeout", "rows", "complete"])
def test_wish_that_is_told_twice(name: str) -> None:
    """A limit that is told twice, in the address and in a form perhaps, is refused."""
    with pytest.raises(QueryError, match=f"{name}: expected it once"):
        bounds.asked(MOST, [(name, "1"), (name, "1")])
