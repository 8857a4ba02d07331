"""A panel of an entity alone, page by page."""

import html
import re
from collections.abc import Iterator

import live
import pytest
from flask.testing import FlaskClient

from kg import config
from kg.web import create_app

BASE = live.BASE
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
STATE = "/state/s.html"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Return a client of a graph with a state of 120 persons."""
    lines = [f"<{BASE}state/s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BASE}ontology#State> .\n"]
    for n in range(120):
        lines.append(f"<{BASE}person/{n:03}> <{BASE}ontology#country> <{BASE}state/s> .\n")
        lines.append(f'<{BASE}person/{n:03}> <{LABEL}> "P{n:03}" .\n')
    data = tmp_path_factory.mktemp("many")
    live.build(data, "".join(lines))
    return create_app(config.read({"KG_DATA": str(data)})).test_client()


def pages(client: FlaskClient, path: str) -> Iterator[str]:
    """Yield a page and those that follow it."""
    while True:
        shown = client.get(path).get_data(as_text=True)
        yield shown
        further = re.search(r'rel="next" href="([^"]+)"', shown)
        if further is None:
            return
        path = html.unescape(further[1])


def test_page_leads_to_the_whole_list(many: FlaskClient) -> None:
    """The panel says how many there are."""
    assert '<a href="?panel=people">All 120<' in many.get(STATE).get_data(as_text=True)


def test_pages_show_each_fact_once(many: FlaskClient) -> None:
    """From page to page, in order, to the last."""
    shown = list(pages(many, f"{STATE}?panel=people"))

    assert len(shown) == 3
    assert re.findall(r"/person/(\d+)\"", "".join(shown)) == [f"{n:03}" for n in range(120)]


def test_later_page_leads_to_the_first(many: FlaskClient) -> None:
    """And the first to none before it."""
    first, second, _ = pages(many, f"{STATE}?panel=people")

    assert "From the beginning" not in first
    assert 'href="/state/s.html?panel=people">From the beginning' in second


def test_list_that_no_page_has_is_not_found(many: FlaskClient) -> None:
    """The error names it."""
    answer = many.get(f"{STATE}?panel=cousins")

    assert answer.status_code == 404
    assert "cousins" in answer.get_data(as_text=True)


def test_list_after_what_it_does_not_have_begins_anew(many: FlaskClient) -> None:
    """A fact that is gone since loses nobody the list."""
    shown = many.get(f"{STATE}?panel=people&after=person/gone").get_data(as_text=True)

    assert "P000" in shown


def test_list_keeps_the_telling(client: FlaskClient) -> None:
    """A list of a page as one outlet tells it says so, and leads back to that page and to the whole list."""
    reading = "?outlet=organization/northern-wire"
    shown = client.get(f"/topic/the-strait.html{reading}&panel=about").get_data(as_text=True)

    assert "As told by Northern Wire." in shown
    assert f'href="/topic/the-strait.html{reading}"' in shown
    assert '<a href="?panel=about">As all tell it</a>' in shown
