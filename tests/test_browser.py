"""Pages in a browser without scripts, and with fonts that come late; `test_browser_tour` walks all kinds."""

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_pages_work_without_scripts(browser: Browser, host: str) -> None:
    """From the first page to a sentence in its article, by links and a form alone."""
    context = browser.new_context(base_url=host, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("A person, a state, a topic, or words of an article").fill("keller")
    page.get_by_role("button", name="Search").nth(1).click()
    page.get_by_role("link", name="Jonas Keller").first.click()
    page.get_by_role("link", name="Meeting of Jonas Keller").first.click()
    page.get_by_role("link", name="Harbour Post, 5 Mar 2031").first.click()
    page.wait_for_url("**/article/harbour-post.html#p-*")

    expect(page.locator(":target")).to_have_count(1)
    context.close()


def test_more_sentences_open_without_scripts(browser: Browser, host: str) -> None:
    """The sentences that are not shown at once open by a click."""
    context = browser.new_context(base_url=host, java_script_enabled=False)
    page = context.new_page()
    page.goto("/person/mara-voss.html")
    hidden = page.get_by_text("received Mara Voss in Port Alba on 4 March").first
    before = hidden.is_visible()
    page.get_by_text("1 more sentence").first.click()

    assert (before, hidden.is_visible()) == (False, True)
    context.close()


def test_letters_of_all_names_are_in_our_fonts(page: Page) -> None:
    """The fonts come from this host."""
    fonts: list[str] = []
    page.on("response", lambda answer: fonts.append(answer.url) if answer.url.endswith(".woff2") else None)
    page.goto("/state/ardenia.html")
    page.evaluate("document.fonts.ready")

    assert [name for name in ("source-serif-4-latin-", "inter-cyrillic-") if name not in "".join(fonts)] == []


@pytest.mark.parametrize("path", ["/person/mara-voss.html", "/article/harbour-post.html", "/"])
def test_fonts_that_come_late_move_no_line(page: Page, path: str) -> None:
    """What stands in for them is as wide and as high: without them the page is as long."""
    page.goto(path)
    page.evaluate("document.fonts.ready")
    length = page.evaluate("document.documentElement.scrollHeight")
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(f"{path}?again")

    assert page.evaluate("document.documentElement.scrollHeight") == pytest.approx(length, rel=0.02)
