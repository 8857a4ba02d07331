"""The first page, the page about the service, and the panels' queries."""

import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kg import config
from kg.web import create_app


def read(client: FlaskClient, path: str) -> str:
    """Return what stands at a path."""
    return client.get(path).get_data(as_text=True)


@pytest.mark.parametrize(
    "words",
    [
        '<a href="/person/"><b>5</b> persons',
        '<a href="/call/"><b>1</b> call<',
        '<a href="/agreement/"><b>2</b> agreements',
        "Visit of Mara Voss to Lindholm",
        ">Tova Lind</a>",
        "Harbour Post",
        'action="/search"',
    ],
)
def test_first_page_shows_what_is_in_the_graph(client: FlaskClient, words: str) -> None:
    """Counts, the latest events, what is contested, the sources, and a search."""
    assert words in read(client, "/")


def test_first_page_shows_the_latest_event_first(client: FlaskClient) -> None:
    """Events stand by date, the latest first."""
    shown = read(client, "/")

    assert (
        shown.index("Visit of Ilya Renn") < shown.index("Meeting of Jonas Keller") < shown.index("Expulsion")
    )


def test_page_is_sent_once(client: FlaskClient) -> None:
    """A client that has the page of this build gets 304."""
    tag = client.get("/").headers["ETag"]

    assert client.get("/", headers={"If-None-Match": tag}).status_code == 304


def test_about_explains_every_badge(client: FlaskClient) -> None:
    """Each way of being sure is explained in words."""
    shown = read(client, "/about")

    assert [
        b for b in ("took place", "announced", "proposed", "cancelled", "denied by") if b not in shown
    ] == []
    assert "https://w3id.org/communique/" in shown


def test_first_page_tells_what_it_selects_from(client: FlaskClient) -> None:
    """How much was read without a find stands below the counts, and leads to all such counts."""
    shown = read(client, "/")

    assert "Of 3 articles, 1 tell of no event that was found; of 21 sentences, 5 tell nothing" in shown
    assert '<a href="/about#selection">' in shown


def test_about_tells_what_was_left_unread(client: FlaskClient) -> None:
    """Each count has its row, sentences left unread one for each reason below their sum."""
    shown = read(client, "/about")

    assert '<tr><th scope="row">articles without any record</th><td>0</td></tr>' in shown
    assert '<tr><th scope="row">sentences left unread</th><td>6</td></tr>' in shown
    assert '<tr><th scope="row" class="part">share</th><td>4</td></tr>' in shown


def test_build_without_counts_has_its_pages(data: Path, tmp_path: Path) -> None:
    """A build of before these counts is shown without them."""
    place = shutil.copytree((data / "current").resolve(), tmp_path / "builds" / "former")
    (place / "manifest.json").write_text("{}")
    (tmp_path / "current").symlink_to(place)
    former = create_app(config.read({"KG_DATA": str(tmp_path)})).test_client()

    assert "selection" not in read(former, "/")
    assert "What was read" not in read(former, "/about")


def test_query_of_a_panel_can_be_read(client: FlaskClient) -> None:
    """A panel's query is served as it is kept."""
    answer = client.get("/panel/actor/10-events.rq")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.get_data(as_text=True).startswith("# title: Events\n")


def test_panel_that_is_not_there_is_not_found(client: FlaskClient) -> None:
    """No other file is served."""
    assert client.get("/panel/actor/../../style.rq").status_code == 404
    assert client.get("/panel/actor/99-nothing.rq").status_code == 404
