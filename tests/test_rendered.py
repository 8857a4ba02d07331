"""Pages of things are made once for each build and language."""

import pytest
from flask.testing import FlaskClient

from kg.store.builds import Build, Rows
from kg.store.queries import Query
from kg.web.rendered import Rendered

PAGE = "/topic/the-strait.html"


def test_last_ones_are_kept_as_there_is_room() -> None:
    """What was asked for longest ago goes first; what is longer than all the room is not kept."""
    kept = Rendered(10)
    made: list[str] = []

    def ask(name: str, length: int) -> bytes:
        return kept.get((name, "", ""), lambda: made.append(name) or "x" * length)  # type: ignore[func-returns-value]

    for name, length in (("a", 5), ("b", 5), ("a", 5), ("c", 5), ("a", 5), ("b", 5), ("d", 11), ("d", 11)):
        assert len(ask(name, length)) == length

    assert made == ["a", "b", "c", "b", "d", "d"]


def test_room_is_counted_in_bytes() -> None:
    """A page is kept as it is sent: a letter outside of ASCII takes the room of several."""
    kept = Rendered(10)
    pages = [kept.get(("", name, ""), lambda: "…" * 3) for name in ("a", "b")]

    assert pages == ["………".encode()] * 2
    assert kept.get(("", "a", ""), lambda: "made anew") == b"made anew"


@pytest.fixture
def asked(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of queries that are asked from now on; no page is kept."""
    names: list[str] = []
    select = Build.select

    def noted(build: Build, query: Query, *more: object) -> Rows:
        names.append(query.name)
        return select(build, query, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Build, "select", noted)
    client.application.extensions["service"].rendered.clear()
    return names


def test_page_is_made_once(client: FlaskClient, asked: list[str]) -> None:
    """Asked for again, only its head is looked up; it is the same, and another language is made anew."""
    first = client.get(PAGE)
    many = len(asked)
    asked.clear()
    again = client.get(PAGE)

    assert many > 5
    assert asked == ["head"]
    assert (again.data, again.headers["ETag"]) == (first.data, first.headers["ETag"])
    assert 'lang="fr"' in client.get(PAGE, headers={"Accept-Language": "fr"}).get_data(as_text=True)
    assert len(asked) > many


@pytest.mark.parametrize("query", ["?known=2031-03-05", "?panel=events", "?lang=fr"])
def test_what_is_asked_for_in_an_address_is_made_anew(
    client: FlaskClient, asked: list[str], query: str
) -> None:
    """Nor does it take the place of the page."""
    plain = client.get(PAGE).data
    asked.clear()
    other = client.get(f"{PAGE}{query}").data

    assert len(asked) > 1
    assert other != plain
    assert client.get(PAGE).data == plain
