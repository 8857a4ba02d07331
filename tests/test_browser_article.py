"""The article in a browser: what is shown in its text, by links with and without scripts, and its margin."""

import pytest
from chromium import broken
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "/article/harbour-post.html"
KINDS = "What is shown in the text"
# A passage that tells a statement and no event, and one that tells an event and no statement.
SAID, DELETED = "mark.statements:not(.events)", "mark.events:not(.statements)"
BACKGROUND = "node => getComputedStyle(node).backgroundColor"
CLEAR = "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_one_kind_of_finds_is_shown(browser: Browser, host: str, *, scripts: bool) -> None:
    """Marks and notes of others go; the address keeps the choice."""
    context = browser.new_context(base_url=host, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(ARTICLE)
    notes = page.locator(".margin li")
    before = notes.count(), page.locator(DELETED).first.evaluate(BACKGROUND)
    page.get_by_role("navigation", name=KINDS).get_by_role("link", name="statements").click()
    page.wait_for_url("**/article/harbour-post.html?show=statements*")
    expect(page.locator(".source")).to_have_attribute("data-show", "statements")
    said = page.locator(SAID).first.evaluate(BACKGROUND)
    deleted = page.locator(DELETED).first.evaluate(BACKGROUND)

    assert before[0] == 7
    assert notes.locator("visible=true").count() == 4
    assert said != CLEAR
    assert (before[1] == deleted, deleted) == (False, CLEAR)
    context.close()


def test_choice_is_made_without_loading(page: Page) -> None:
    """With scripts the page stays: nothing is asked of the host, and the way back leads out of it."""
    page.goto(ARTICLE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    chosen = page.get_by_role("navigation", name=KINDS)
    chosen.get_by_role("link", name="events").click()
    expect(chosen.get_by_role("link", name="events")).to_have_attribute("aria-current", "true")
    chosen.get_by_role("link", name="everything").click()
    expect(page.locator(".source")).not_to_have_attribute("data-show", "events")

    assert [url for url in asked if "/article/" in url] == []
    assert page.url.endswith(ARTICLE)


def test_note_and_passage_show_each_other(page: Page) -> None:
    """Pointing at a note lights its passage; focus does, too."""
    page.goto(ARTICLE)
    page.locator("#n-3").hover()
    expect(page.locator("mark.near")).to_have_count(1)
    lit = page.locator("mark.near").get_attribute("data-of")
    page.locator("#n-4 .number").focus()
    expect(page.locator("mark.near")).to_have_attribute("data-of", "4")

    assert lit == "3"
    expect(page.locator("#n-4")).to_contain_class("near")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_margin_folds_on_a_small_screen(browser: Browser, host: str, *, scripts: bool) -> None:
    """Below a paragraph opens what was found there; the number in the text leads to it."""
    size = {"width": 375, "height": 700}
    context = browser.new_context(base_url=host, java_script_enabled=scripts, viewport=size, has_touch=True)
    page = context.new_page()
    page.goto(ARTICLE)
    notes = page.locator(".margin li")
    folded = notes.locator("visible=true").count()
    page.locator(".margin summary").last.tap()
    opened = notes.locator("visible=true").count()
    page.locator("sup a").first.tap()

    assert (folded, opened) == (0, 2)
    expect(notes.first).to_be_in_viewport()
    context.close()


def test_margin_stands_open_beside_the_text(page: Page) -> None:
    """On a wide screen there is nothing to open."""
    page.goto(ARTICLE)

    expect(page.locator(".margin li").first).to_be_visible()
    expect(page.locator(".margin summary").first).to_be_hidden()


@pytest.mark.parametrize("kind", ["events", "names"])
def test_choice_is_for_everyone(page: Page, kind: str) -> None:
    """No rule of axe-core is broken while one kind is shown, in the dark neither."""
    page.goto(f"{ARTICLE}?show={kind}")
    light = broken(page)
    page.emulate_media(color_scheme="dark")

    assert (light, broken(page, "color-contrast")) == ([], [])
