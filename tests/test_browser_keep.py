"""The ways to keep a result, in a browser: downloads, short links, code, and an older build."""

import pytest
from chromium import ask, broken
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

QUERY = "# title: All the meetings\nSELECT ?meeting { ?meeting a dip:Meeting } ORDER BY ?meeting"
LONG = f"{QUERY} # {'x' * 3_000}"


@pytest.mark.parametrize("query", [QUERY, LONG], ids=["a link", "a form, for a long query"])
def test_download_is_named(page: Page, query: str) -> None:
    """A result is kept as a file that is named after the query."""
    ask(page, query)
    with page.expect_download() as download:
        page.locator("#download").get_by_text("CSV").click()

    assert download.value.suggested_filename == "all-the-meetings.csv"
    assert download.value.path().read_text().startswith("meeting")


def test_short_link_is_made_on_the_page(page: Page) -> None:
    """The button becomes the link, and has the focus; the link shows the query with its citation."""
    ask(page, QUERY)
    page.get_by_role("button", name="Short link and citation").click()
    link = page.locator("#share a[href^='/q/']")
    link.wait_for()

    assert link.evaluate("link => link === document.activeElement")
    link.click()
    page.get_by_role("heading", level=1, name="All the meetings").wait_for()
    assert "@misc{communique-" in page.locator(".code pre").first.inner_text()
    assert broken(page) == []


def test_query_as_code_on_the_page(page: Page) -> None:
    """The code of each language opens, the first one at once."""
    ask(page, QUERY)
    page.get_by_role("button", name="As code").click()
    page.locator(".code details").first.wait_for()

    assert page.locator(".code summary").all_inner_texts() == ["Python", "R", "curl", "JavaScript"]
    assert "# title: All the meetings" in page.locator(".code pre").first.inner_text()


def test_what_is_not_kept_is_told(page: Page) -> None:
    """Where no link can be made, the page says why."""
    ask(page, f"{QUERY} # {'x' * 10_000}")
    page.get_by_role("button", name="Short link and citation").click()

    page.get_by_text("at most 10000 characters").wait_for()


def test_without_scripts(browser: Browser, host: str) -> None:
    """All of it is reached by forms where no script runs, for a long query too."""
    context = browser.new_context(base_url=host, java_script_enabled=False)
    page = context.new_page()
    page.goto("/sparql")
    page.locator("#query").fill(LONG)
    page.get_by_role("button", name="Run").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="TSV").click()
    page.get_by_role("button", name="Short link and citation").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("All the meetings")
    context.close()

    assert download.value.suggested_filename == "all-the-meetings.tsv"
