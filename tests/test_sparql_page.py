"""The plain page at `/sparql`: a form, a table, an answer, an error; it needs no script."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import live
import pytest
from pools import ALL

from kg import config
from kg.store.builds import Store
from kg.web import create_app

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture(scope="module")
def service(numbered: Path) -> Iterator[live.Service]:
    """Yield the service."""
    with live.serve(numbered) as service:
        yield service


def test_the_plain_page(service: live.Service) -> None:
    """Without a query a browser gets a form to write one, with examples."""
    status, headers, body = service.send("GET", "/sparql", headers=BROWSER)
    page = body.decode()

    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert '<textarea id="query" name="query"' in page
    assert "What is told of one thing" in page


@pytest.mark.parametrize(
    ("named", "told"),
    [("", False), ("https://a.example/sparql local:http://10.0.0.5:3030/", True)],
    ids=["none", "one elsewhere and one of our own network"],
)
def test_other_services_on_a_page(named: str, told: bool, data: Path) -> None:
    """The page tells which others a query may ask, but none in our own network."""
    settings = config.read({"KG_DATA": str(data), "KG_SERVICES": named})
    page = create_app(settings, Store(data, settings.base)).test_client().get("/sparql", headers=BROWSER).text
    actual = [words in page for words in ("asks others", "https://a.example/sparql</code>.", "10.0.0.5")]

    assert actual == [told, told, False]


def test_rows_on_a_page(service: live.Service) -> None:
    """A browser's query is answered by a table, cut and saying so, with links to all of it."""
    body = urlencode({"query": ALL, "format": "html"}).encode()
    headers = BROWSER | {"Content-Type": "application/x-www-form-urlencoded"}
    status, _, answer = service.send("POST", "/sparql", body, headers)
    page = answer.decode()

    assert status == 200
    assert "These are the first 500 rows; there are more." in page
    assert '<a href="/n/' in page
    assert "format=csv" in page


def test_an_error_on_a_page(service: live.Service) -> None:
    """A reader keeps the query, and sees what is wrong with it."""
    query = "SELECT * { ?s ?p <i>& }"
    status, _, body = service.send("GET", f"/sparql?{urlencode({'query': query})}", headers=BROWSER)
    page = body.decode()

    assert status == 400
    assert "SELECT * { ?s ?p &lt;i&gt;&amp; }" in page
    assert "line 1, column" in page


def test_the_place_of_an_error_on_a_page(service: live.Service) -> None:
    """A reader sees the line at fault with the place marked, and what may be meant."""
    _, _, body = service.ask("SELECT * {\n  ?s ?p ?o FILTRE(?o > 1) }", format="html")
    page = body.decode()

    assert "<code>2: ?s ?p ?o <mark>FILTRE</mark>(?o &gt; 1) }</code>" in page
    assert "<code>FILTRE</code>: did you mean <code>FILTER</code>?" in page


def test_wishes_on_a_page(service: live.Service) -> None:
    """A build and a deadline that were asked for are sent again with the next query."""
    _, _, body = service.ask("ASK {}", format="html", build="one", timeout="2.5")
    page = body.decode()

    assert '<input type="hidden" name="build" value="one">' in page
    assert '<input type="hidden" name="timeout" value="2.5">' in page
    assert "a deadline of <code>2.5</code> seconds" in page


def test_an_answer_on_a_page(service: live.Service) -> None:
    """An ASK is answered in a word."""
    _, _, body = service.ask("ASK {}", format="html")

    assert '<h2 id="answer">Yes</h2>' in body.decode()


def test_links_on_a_page_are_safe(service: live.Service) -> None:
    """An IRI that a browser would run is shown, and is no link."""
    _, _, body = service.ask("SELECT (<javascript:alert(1)> AS ?x) {}", format="html")

    assert "<td>javascript:alert(1)</td>" in body.decode()
