"""Hints on the page for queries: beside an empty answer, and where a query takes too long."""

import pytest
from chromium import FIELD, broken, write
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def ask(page: Page, query: str) -> None:
    """Ask a query, and wait for what is said about it."""
    page.goto("/sparql")
    write(page, query)
    page.keyboard.press("Control+Enter")


@pytest.mark.parametrize(
    ("query", "told", "nearest"),
    [
        pytest.param(
            "SELECT ?m { ?m a dip:Call . ?m dip:place ?where }",
            "Without ?m dip:place ?where there are rows (line 1).",
            "SELECT ?m { ?m a dip:Call . }",
            id="no row",
        ),
        pytest.param(
            "ASK { <person/mara-vos> a dip:Person }",
            "The graph knows nothing of <person/mara-vos> (line 1).",
            "ASK { <person/mara-voss> a dip:Person }",
            id="no",
        ),
    ],
)
def test_nearest_query_is_run(page: Page, query: str, told: str, nearest: str) -> None:
    """An empty answer says why it is empty, and a click runs the nearest query that has rows."""
    ask(page, query)
    offered = page.get_by_role("button", name="Run this")
    offered.wait_for()
    reason = page.locator(".hints").inner_text()
    faults = broken(page)
    offered.click()
    page.locator(".hints").wait_for(state="detached")

    assert told in reason
    assert faults == []
    assert page.locator(FIELD).inner_text() == nearest


def test_reason_is_told(page: Page) -> None:
    """The reason stands beside the answer once, with what may be meant as a button."""
    ask(page, "SELECT ?m { ?m a dip:Meetings }")
    page.locator(".hints").get_by_role("button", name="dip:Meeting").wait_for()
    told = page.locator(".hints").inner_text()
    page.locator(".hints").get_by_role("button", name="dip:Meeting").click()
    page.locator("#result table").wait_for()

    assert told.count("The ontology has no dip:Meetings") == 1
    assert page.locator(FIELD).inner_text() == "SELECT ?m { ?m a dip:Meeting }"


def test_nearest_query_is_seen(page: Page) -> None:
    """What comes after an empty answer comes into sight too, on a small laptop."""
    page.set_viewport_size({"width": 1280, "height": 720})
    ask(page, "SELECT ?m { ?m a dip:Meetings }")

    expect(page.get_by_role("button", name="Run this")).to_be_in_viewport()


def test_hints_are_of_the_build_that_is_asked(page: Page) -> None:
    """Where the address names a build, the hints on a query without rows are asked of it too."""
    build = page.request.get("/sparql?query=ASK{}").headers["x-build"]
    with page.expect_request("**/sparql/hints*") as asked:
        page.goto(f"/sparql?query=ASK{{<urn:a> a dip:Call}}&build={build}")

    assert asked.value.url.endswith(f"/sparql/hints?build={build}")


def test_declaration_is_written_before_the_query(page: Page) -> None:
    """A prefix that is not declared is, by a click, where declarations stand."""
    ask(page, "ASK { ?m foaf:name ?x }")
    page.get_by_role("alert").get_by_role("button").click()
    page.locator("#answer").wait_for()

    begun = "PREFIX foaf: <http://xmlns.com/foaf/0.1/>\nASK { ?m foaf:name ?x }"
    assert page.locator(FIELD).inner_text() == begun
