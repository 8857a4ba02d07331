"""The pages in a browser: for everyone, on any screen, by keyboard, without scripts, from this host alone."""

import pytest
from chromium import broken
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PATHS = (
    "/",
    "/about",
    "/search?q=strait",
    "/search?q=zzz",
    "/event/",
    "/person/",
    "/contested",
    "/network",
    "/codebook",
    "/crosswalk",
    "/ontology.html",
    "/void.html",
    "/catalog.html",
    "/prefixes.html",
    "/examples.html",
    "/sparql",
    "/nowhere/at-all.html",
    "/person/mara-voss.html",
    "/person/mara-voss.html?panel=events",
    "/state/ardenia.html",
    "/organization/northern-wire.html",
    "/group/port-officials-northern-wire.html",
    "/tenure/mara-voss-foreign-minister-ardenia.html",
    "/place/port-alba.html",
    "/topic/the-strait.html",
    "/topic/the-strait.html?outlet=organization/northern-wire",
    "/person/ilya-renn.html?known=2031-03-05",
    "/meeting/2031-03-04-jonas-keller-mara-voss.html",
    "/visit/2031-05-mara-voss-lindholm.html",
    "/statement/2031-03-04-jonas-keller-naval-base.html",
    "/denial/2031-03-05-tova-lind.html",
    "/retraction/2031-03-05-northern-wire.html",
    "/dyad/",
    "/dyad/ARD/BLM.html",
    "/dyad/ARX/BLM",
    "/agreement/2031-04-declaration-on-the-strait.html",
    "/provision/declaration-consulate.html",
    "/article/harbour-post.html",
    "/article/northern-wire.html",
    "/passage/harbour-post/58-95.html",
)
CLAIM = "main a[href^='/claim/']"


@pytest.mark.parametrize("path", PATHS)
def test_page_is_for_everyone(page: Page, path: str) -> None:
    """No rule of axe-core is broken, and the contrast holds in the dark scheme too."""
    page.goto(path)
    light = broken(page)
    page.emulate_media(color_scheme="dark")

    assert (light, broken(page, "color-contrast")) == ([], [])


@pytest.mark.parametrize("path", PATHS)
def test_page_fits_a_small_screen(page: Page, path: str) -> None:
    """At 375 pixels nothing is scrolled sideways, and no rule is broken."""
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") == 375
    assert broken(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_page_asks_this_host_alone(page: Page, path: str, host: str) -> None:
    """Every request goes to the host, and the policy of the page forbids nothing that it needs."""
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto(path)

    assert [url for url in asked if not url.startswith(host)] == []
    assert [text for text in told if "404" not in text] == []


def test_claim_is_for_everyone(page: Page) -> None:
    """The page of a claim, found from its passage, breaks no rule."""
    page.goto("/passage/harbour-post/58-95.html")
    page.locator(CLAIM).first.click()
    page.wait_for_url("**/claim/*")

    assert broken(page) == []


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


def test_keyboard_skips_to_the_content(page: Page) -> None:
    """The first stop is the link over the masthead; it shows itself and leads into the content."""
    page.goto("/person/mara-voss.html")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    left = skip.evaluate("node => node.getBoundingClientRect().left")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")

    assert left >= 0
    assert inside


@pytest.mark.parametrize(
    "path", ["/", "/article/harbour-post.html", "/statement/2031-03-04-jonas-keller-naval-base.html"]
)
def test_focus_is_seen(page: Page, path: str) -> None:
    """Each stop of the keyboard has an outline."""
    page.goto(path)
    unseen = []
    for _ in range(25):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        if focus.count() and focus.evaluate("node => getComputedStyle(node).outlineStyle") == "none":
            unseen.append(focus.evaluate("node => node.outerHTML"))

    assert unseen == []


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
