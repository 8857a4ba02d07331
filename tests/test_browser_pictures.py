"""Pictures in a browser: by keyboard, as PNG, along time, and their queries."""

from pathlib import Path

import live
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_table_opens_by_keyboard(page: Page) -> None:
    """The words of a picture open with the space bar, and lead to the things."""
    page.goto("/person/mara-voss.html")
    page.locator("figure.picture summary").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")

    assert page.locator("figure.picture table").first.is_visible()
    assert page.evaluate("document.activeElement.textContent").startswith("Visit of Mara Voss")


def test_shapes_do_not_take_the_focus(page: Page) -> None:
    """Who goes by keyboard goes through the table, once, and not through the drawing as well."""
    page.goto("/person/mara-voss.html")

    assert page.locator("figure.picture svg a").count() > 0
    assert page.locator("figure.picture svg a:not([tabindex='-1'])").count() == 0


def test_picture_is_kept_as_png(page: Page) -> None:
    """The browser paints the file of the drawing, twice as large."""
    page.goto("/person/mara-voss.html")
    with page.expect_download() as download:
        page.get_by_role("button", name="Events over time as PNG").click()

    assert download.value.suggested_filename == "picture-timeline.png"
    assert download.value.path().read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_time_slides(page: Page) -> None:
    """The slider moves both days, and the picture and the address follow."""
    page.goto("/network?first=2031-02-01&last=2031-03-10")
    slider = page.get_by_role("slider", name="Move the time")
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/network?first=2031-01-**")

    assert page.locator("#last").input_value() == "2031-03-04"
    assert page.locator("#pictures figure svg").count() == 1
    assert page.get_by_role("button", name="Who met whom as PNG").count() == 1


def test_query_page_finds_the_data(page: Page) -> None:
    """The query of a picture is opened with the thing in it, and finds its rows."""
    page.goto("/person/mara-voss.html")
    page.locator("figure.picture a", has_text="open in the query page").first.click()

    expect(page.locator("#result tbody tr")).to_have_count(2)


def test_map_opens_on_what_is_marked(data: Path, browser: Browser) -> None:
    """On a phone one sees China and Azerbaijan, of which is told, and not the Pacific at the left edge."""
    with live.serve(data) as service:
        page = browser.new_page(
            base_url=f"http://127.0.0.1:{service.port}", viewport={"width": 375, "height": 700}
        )
        page.goto("/")
        seen = page.locator(".scroll:has(.land)").evaluate(
            """view => [...view.querySelectorAll("[class^=tone-] path:has(title)")].map((each) => {
                const [state, frame] = [each, view].map((node) => node.getBoundingClientRect());
                return state.left < frame.right && state.right > frame.left;
            })"""
        )
        page.close()

    assert seen == [True, True]


def test_time_opens_on_what_is_marked(data: Path, browser: Browser) -> None:
    """On a phone the line of a person's meetings, all in one week, begins with one of them."""
    with live.serve(data) as service:
        page = browser.new_page(
            base_url=f"http://127.0.0.1:{service.port}", viewport={"width": 375, "height": 700}
        )
        page.goto("/person/liu-jianchao.html")
        first = page.locator(".picture .scroll").first.evaluate(
            """view => Math.min(...Array.from(view.querySelectorAll("path:has(title)"),
                (path) => path.getBoundingClientRect().left))"""
        )
        page.close()

    assert 0 < first < 200


def test_pictures_are_whole_on_paper(page: Page) -> None:
    """None is wider than its place, and links to its files, which paper cannot follow, are left out."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto("/dyad/ARD/BLM.html")
    cut = page.locator(".picture .scroll").evaluate_all(
        "all => all.filter((v) => v.scrollWidth > v.clientWidth)"
    )

    assert page.locator(".picture svg").count() > 0
    assert (len(cut), page.locator(".picture .out").first.is_visible()) == (0, False)
