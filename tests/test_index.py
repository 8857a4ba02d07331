"""The index of each class."""

import re
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from kg.iris import segment
from kg.vocab import classes
from kg.web import index, panels


def names(client: FlaskClient, path: str) -> list[str]:
    """Return the addresses of the things that an index shows, in its order."""
    shown = client.get(path).get_data(as_text=True)
    return re.findall(r'class="lead"><a href="([^"]+)"', shown)


def test_things_stand_by_name(client: FlaskClient) -> None:
    """Persons stand in the order of the alphabet."""
    assert names(client, "/person/") == [
        "/person/ilya-renn",
        "/person/jonas-keller",
        "/person/mara-voss",
        "/person/nora-quist",
        "/person/tova-lind",
    ]


def test_records_stand_by_date(client: FlaskClient) -> None:
    """The latest event comes first."""
    assert names(client, "/visit/") == [
        "/visit/2031-05-mara-voss-lindholm",
        "/visit/2031-04-14-ilya-renn-belmark",
    ]


def test_class_shows_the_things_of_the_classes_below(client: FlaskClient) -> None:
    """An action is an event."""
    assert "/expulsion/2030-belmark-ardenia" in names(client, "/event/")


@pytest.mark.parametrize("path", ["/person/", "/statement/", "/event/", "/claim/", "/passage/"])
def test_pages_follow_each_other(client: FlaskClient, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page by page, each thing is shown once, in the order of the whole."""
    whole = names(client, path)
    monkeypatch.setattr(index, "BOUND", 2)
    found: list[str] = []
    following: str | None = path
    while following and len(found) < 60:
        shown = client.get(following).get_data(as_text=True)
        found += re.findall(r'class="lead"><a href="([^"]+)"', shown)
        further = re.search(r'rel="next" href="([^"]+)"', shown)
        following = further[1].replace("&amp;", "&") if further else None

    assert found[: len(whole)] == whole[: len(found)]
    assert len(found) == len(set(found))


def test_page_shows_no_more_than_its_bound() -> None:
    """The bound is that of a panel."""
    assert index.BOUND == panels.BOUND


@pytest.mark.parametrize("kind", classes(), ids=segment)
def test_every_class_has_an_index(client: FlaskClient, kind: str) -> None:
    """Also a class of which the graph has nothing."""
    assert client.get(f"/{segment(kind)}/").status_code == 200


def test_empty_class_says_so(client: FlaskClient) -> None:
    """An index without things leads to what there is."""
    assert "No article of this graph was found to tell of one" in client.get("/embassy-opened/").get_data(
        as_text=True
    )


def test_class_that_is_not_there_is_not_found(client: FlaskClient) -> None:
    """An index of no class is no page."""
    answer = client.get("/planet/", headers={"Accept": "text/html"})

    assert answer.status_code == 404
    assert "planet" in unquote(answer.get_data(as_text=True))
