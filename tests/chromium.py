"""What tests in a browser share: what is wrong with a page, and the field for queries."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

FIELD = ".cm-content"
CONTRAST = "color-contrast"
NARROW = 375  # pixels of a small phone


def broken(page: Page, *rules: str, but: str = "") -> list[str]:
    """Return the rules of axe-core, or those that are named, that a page breaks, each with a place."""
    options: dict[str, object] = {"resultTypes": ["violations"]}  # it tells all nodes of no others
    if but:
        options["rules"] = {but: {"enabled": False}}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found]


def edit(page: Page) -> None:
    """Have the editor come, as it does for who is about to write."""
    page.locator(f"#query:visible, {FIELD}").focus()
    page.locator(FIELD).wait_for()


def write(page: Page, query: str) -> None:
    """Put a query into the editor, in place of what stands there."""
    edit(page)
    page.locator(FIELD).click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(query)


def ask(page: Page, query: str) -> None:
    """Ask a query on the page, and wait for the heading of its answer."""
    page.goto("/sparql")
    write(page, query)
    page.keyboard.press("Control+Enter")
    page.locator("#answer").wait_for()


def show(page: Page, view: str) -> None:
    """Choose a view of the answer, and wait for its drawing."""
    page.get_by_role("group", name="View").get_by_role("button", name=view).click()
    page.locator("#result figure svg").wait_for()


def cells(page: Page, column: int) -> list[str]:
    """Return the words of a column of the table, counted from 1."""
    return [
        text.strip() for text in page.locator(f"#result tbody tr td:nth-child({column})").all_inner_texts()
    ]


def faults(page: Page, path: str, *, is_long: bool = False) -> list[str]:
    """Return what is wrong with a page for anybody who opens it on a phone, in light and in dark.

    Requests to other hosts, words in the console, scripts that fail, a page that is scrolled sideways, rules
    of axe-core that are broken. What is still asked is waited for: it is faint. Contrast is not measured on a
    long page: that takes 20 s for a thousand links.
    """
    found: list[str] = []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda told: found.append(told.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.set_viewport_size({"width": NARROW, "height": 700})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(path)
    page.locator("[aria-busy=true]").wait_for(state="detached")
    if (width := page.evaluate("document.documentElement.scrollWidth")) != NARROW:
        found.append(f"{width} pixels wide")
    found += broken(page, but=CONTRAST if is_long else "")
    if not is_long:
        page.emulate_media(color_scheme="dark")
        found += (f"dark: {each}" for each in broken(page, CONTRAST))
    host = "/".join(page.url.split("/")[:3])
    found += (f"asks {url}" for url in asked if not url.startswith((host, "data:", "blob:")))
    return [each for each in found if "status of 4" not in each]  # that of an error page itself
