"""Names below the field of the search: by keyboard, as WAI-ARIA describes a combobox with a list."""

import pytest
from chromium import broken
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

FIELD = ".masthead input[type=search]"
OPTIONS = ".masthead [role=option]"


def typed(page: Page, words: str, path: str = "/about") -> Locator:
    """Type words into the field at the head of a page, and return it when names are offered."""
    page.goto(path)
    field = page.locator(FIELD)
    field.focus()
    page.keyboard.type(words)
    page.locator(OPTIONS).first.wait_for()
    return field


def test_keys_choose_a_name(page: Page) -> None:
    """Arrows move through the names and around; the field tells which is active; Enter opens its page."""
    field = typed(page, "vos")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    active = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    expect(active).to_have_attribute("aria-selected", "true")
    expect(active).to_contain_text("Mara Voss")
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(page.locator(OPTIONS).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/person/mara-voss*")


def test_enter_without_a_name_searches(page: Page) -> None:
    """Where no name is active, Enter sends the form as without a script."""
    typed(page, "vos")
    page.keyboard.press("Enter")

    page.wait_for_url("**/search?q=vos")


def test_escape_closes_and_keeps_the_words(page: Page) -> None:
    """Escape closes the list and the words stay; an arrow opens it again; leaving the field closes it."""
    field = typed(page, "vos")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("vos")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_a_click_opens(page: Page) -> None:
    """A name is opened by the pointer too; the other name that was found is told."""
    typed(page, "Арден")
    expect(page.locator(OPTIONS).first).to_contain_text("Арденія")
    page.locator(OPTIONS).first.click()

    page.wait_for_url("**/state/ardenia*")


def test_both_fields_of_the_first_page(page: Page) -> None:
    """The large field of the first page has a list of its own."""
    page.goto("/")
    field = page.locator("main input[type=search]")
    field.fill("vos")

    expect(page.locator("main [role=option]").first).to_contain_text("Voss")
    assert broken(page) == []


@pytest.mark.parametrize(
    "path", ["/search?q=voss&state=ardenia", "/search", "/search?q=zzzz", "/search?class=visit"]
)
@pytest.mark.parametrize("width", [1280, 375])
def test_page_breaks_no_rule(page: Page, path: str, width: int) -> None:
    """With an open list the page of the search breaks no rule of axe, and is no wider than its window."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    page.locator(FIELD).fill("ar")
    page.locator(OPTIONS).first.wait_for()

    assert broken(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_facets_narrow(page: Page) -> None:
    """A value narrows the search; the address can be shared; its mark takes it back."""
    page.goto("/search?q=ardenia")
    page.get_by_role("complementary").get_by_role("link", name="state", exact=True).click()
    page.wait_for_url("**/search?q=ardenia&class=state")
    page.get_by_role("main").get_by_role("link", name="state take back").click()

    page.wait_for_url("**/search?q=ardenia")
