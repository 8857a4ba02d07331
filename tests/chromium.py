"""What tests in a browser share: what axe-core finds on a page, and the field for queries."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

FIELD = ".cm-content"


def broken(page: Page, *rules: str) -> list[str]:
    """Return the rules of axe-core, or those that are named, that a page breaks, each with a place."""
    options: dict[str, object] = {"resultTypes": ["violations"]}  # it tells all nodes of no others
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found]


def write(page: Page, query: str) -> None:
    """Put a query into the editor, in place of what stands there."""
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
