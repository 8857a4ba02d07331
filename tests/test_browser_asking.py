"""Asking on the query page: runs, their ends, their addresses."""

import pytest
from chromium import FIELD, ask, edit, write
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser

EVENTS = """SELECT ?event ?earliest ?participant {
  ?event a dip:Event ; dip:earliest ?earliest ; dip:participant ?participant
} ORDER BY ?event ?participant"""
HEAVY = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'?a{i} ?b{i} ?c{i} .' for i in range(6))} }}"


def test_running_query_is_cancelled(page: Page) -> None:
    """While a query runs its time is told; Cancel ends it, and the page goes on."""
    page.goto("/sparql")
    write(page, HEAVY)
    page.keyboard.press("Control+Enter")
    page.get_by_text("Running:").wait_for()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("Cancelled.").wait_for()
    write(page, "ASK {}")
    page.keyboard.press("Control+Enter")
    page.locator("#answer").wait_for()

    assert page.locator("#answer").inner_text() == "Yes"
    assert not page.get_by_role("button", name="Cancel").is_visible()


def test_focus_stays_where_one_cancels(page: Page) -> None:
    """Cancelled by keyboard, the page leaves the focus beside the button that went."""
    page.goto("/sparql")
    write(page, HEAVY)
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Cancel").press("Enter")
    page.get_by_text("Cancelled.").wait_for()
    page.get_by_role("button", name="Cancel").wait_for(state="hidden")

    assert page.evaluate("document.activeElement.textContent") == "Run"


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("query", [EVENTS, "ASK {}", "ASK {"], ids=["rows", "yes", "mistake"])
def test_what_comes_of_a_run_is_seen(page: Page, width: int, query: str) -> None:
    """Whatever a query gives, its heading comes into sight, on a telephone and a small laptop."""
    page.set_viewport_size({"width": width, "height": 720})
    page.goto("/sparql")
    write(page, query)
    page.keyboard.press("Control+Enter")

    expect(page.locator("#answer, #failed").locator("visible=true")).to_be_in_viewport()


def test_address_leads_to_the_query(page: Page) -> None:
    """After a run the address holds the query; opened anew, it shows query and answer."""
    ask(page, "ASK { ?x a dip:Call }")
    page.reload()
    page.locator("#answer").wait_for()
    edit(page)

    assert page.locator(FIELD).inner_text() == "ASK { ?x a dip:Call }"
    assert page.locator("#answer").inner_text() == "Yes"


def test_back_leads_out_of_an_address(page: Page) -> None:
    """An address that is written in another way than ours is one step of the way back."""
    page.goto("/about")
    page.goto("/sparql?query=ASK%20%7B%7D")
    page.locator("#result header p").wait_for()
    page.go_back()

    assert page.url.endswith("/about")


def test_deadline_of_the_address_holds(page: Page) -> None:
    """A shorter deadline that the address wishes is asked for by the editor too, and stays in the address."""
    page.goto("/sparql?query=ASK%7B%7D&timeout=0.5")
    write(page, HEAVY)
    page.keyboard.press("Control+Enter")
    told = page.get_by_text("The limit: 0.5 seconds.")
    told.wait_for()
    write(page, "ASK {}")
    page.keyboard.press("Control+Enter")
    told.wait_for(state="detached")

    page.wait_for_url("/sparql?query=ASK+%7B%7D&timeout=0.5")


def test_later_answer_stays(page: Page) -> None:
    """An answer whose names come late does not take the place of the next one."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        names = "?thing rdfs:label" in (route.request.post_data or "")
        held.append(route) if names else route.continue_()

    page.route("**/sparql?*", hold)
    page.goto("/sparql")
    write(page, EVENTS)
    with page.expect_request(lambda request: "?thing rdfs:label" in (request.post_data or "")):
        page.keyboard.press("Control+Enter")
    write(page, "ASK {}")
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="Yes").wait_for()
    held[0].continue_()
    page.wait_for_load_state("networkidle")

    assert page.locator("#answer").inner_text() == "Yes"


def test_example_is_run(page: Page) -> None:
    """A click on an example puts it into the editor and shows its answer."""
    page.goto("/sparql")
    page.get_by_text("Offices", exact=True).click()
    page.get_by_role("link", name="Which offices a person held").click()
    page.locator("#answer").wait_for()
    edit(page)

    assert page.locator(".cm-line").first.inner_text() == "# title: Which offices a person held, as attested"
    assert "Mara Voss" in page.locator("#result").inner_text()
