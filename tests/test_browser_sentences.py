"""The sentence behind a value, in a browser: by pointer, keyboard and touch, with and without scripts."""

import pytest
from chromium import broken
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PERSON = "/person/mara-voss.html"
SENTENCE = "Foreign Minister Mara Voss of Ardenia"


def test_pointing_shows_the_sentence_and_leaving_hides_it(page: Page) -> None:
    """It stays while the pointer is on its way into it, and goes when the pointer goes elsewhere."""
    page.goto(PERSON)
    note = page.locator(".note").first
    page.get_by_label("Sentence for Offices").hover()
    expect(note).to_be_visible()
    note.hover()
    shown = note.inner_text()
    page.locator("h1").hover()

    expect(note).to_be_hidden()
    assert SENTENCE in shown
    assert "Harbour Post, 5 Mar 2031" in shown


def test_keyboard_shows_the_sentence_and_escape_closes_it(page: Page) -> None:
    """It shows at its mark, holds the next stops of the keyboard, and gives the focus back."""
    page.goto(PERSON)
    mark, note = page.get_by_label("Sentence for Offices"), page.locator(".note").first
    page.locator(".dek a").first.focus()
    page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note.get_by_role("link", name="Harbour Post, 5 Mar 2031")).to_be_focused()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")

    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


def test_keyboard_that_goes_on_hides_the_sentence(page: Page) -> None:
    """Going back from the mark leaves nothing open."""
    page.goto(PERSON)
    page.locator(".dek a").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator(".note").first).to_be_visible()
    page.keyboard.press("Shift+Tab")

    expect(page.locator(".note").first).to_be_hidden()


def test_click_holds_the_sentence(page: Page) -> None:
    """What was shown by pointing stays after a click, though the pointer goes, until a click elsewhere."""
    page.goto(PERSON)
    mark, note = page.get_by_label("Sentence for Offices"), page.locator(".note").first
    mark.hover()
    expect(note).to_be_visible()
    mark.click()
    page.locator("h1").hover()
    page.wait_for_function("() => document.querySelector('.note:popover-open') !== null")
    page.locator("h1").click()

    expect(note).to_be_hidden()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_tap_opens_the_sentence_within_a_small_screen(browser: Browser, host: str, *, scripts: bool) -> None:
    """A tap shows it, another beside it closes it; its link leads to the words in the article."""
    context = browser.new_context(
        base_url=host, java_script_enabled=scripts, has_touch=True, viewport={"width": 375, "height": 700}
    )
    page = context.new_page()
    page.goto(PERSON)
    mark, note = page.get_by_label("Sentence for Offices"), page.locator(".note").first
    expect(note).to_be_hidden()
    mark.tap()
    expect(note).to_be_visible()
    place = note.bounding_box()
    page.locator("h1").tap()
    expect(note).to_be_hidden()
    mark.tap()
    note.get_by_role("link", name="Harbour Post, 5 Mar 2031").tap()
    page.wait_for_url("**/article/harbour-post.html#p-*")

    assert place is not None
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 375
    assert place["y"] + place["height"] <= 700
    context.close()


def test_open_sentence_is_for_everyone(page: Page) -> None:
    """No rule of axe-core is broken while it is open."""
    page.goto(PERSON)
    page.get_by_label("Sentence for Offices").click()
    expect(page.locator(".note").first).to_be_visible()

    assert broken(page) == []


def test_text_fragment_leads_to_the_words(page: Page) -> None:
    """A browser finds the words that the link to the original address names: here, in our own page."""
    page.goto("/denial/2031-03-05-tova-lind.html")
    address = page.locator("a.original").last.get_attribute("href") or ""
    page.set_viewport_size({"width": 600, "height": 120})
    page.goto(f"/article/harbour-post.html{address[address.index('#') :]}")
    page.wait_for_function("() => scrollY > 0")

    expect(page.get_by_text("denied the report to Harbour Post on Wednesday.").first).to_be_in_viewport()


def test_sentences_are_printed(page: Page) -> None:
    """On paper each stands at its place; no mark is left to press, no way elsewhere."""
    page.goto(PERSON)
    page.emulate_media(media="print")

    expect(page.locator(".note").first).to_be_visible()
    expect(page.locator(".behind").first).to_be_hidden()
    expect(page.get_by_role("navigation")).to_be_hidden()
