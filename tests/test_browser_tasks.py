"""Twelve tasks of one who has never been here: from the first page, in how many clicks and words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import live
import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@dataclass
class User:
    """Somebody at the first page, whose clicks and typed words are counted."""

    page: Page
    clicks: int = 0
    words: int = field(default=0)

    def click(self, name: str) -> None:
        """Click the first link, or button, with a name that one sees."""
        seen = self.page.locator("main, nav, footer").locator("a, button, summary").filter(visible=True)
        seen.filter(has_text=name).first.click()
        self.clicks += 1

    def find(self, words: str) -> None:
        """Search for words from the first page: Enter is the click."""
        self.page.locator("#search").fill(words)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/search?*")
        self.clicks, self.words = self.clicks + 1, self.words + len(words.split())

    def see(self, words: str) -> None:
        """Expect words in what the page shows."""
        expect(self.page.locator("main")).to_contain_text(words)

    def take(self, name: str, holds: str) -> None:
        """Take a file that a link leads to, and expect words in it."""
        link = self.page.locator("main a").filter(has_text=name).first
        answer = self.page.request.get(str(link.evaluate("node => node.href")))
        self.clicks += 1

        assert holds in answer.text()


def met(user: User) -> None:
    """Find who met Liu on 2 April."""
    user.find("liu jianchao")
    user.click("Liu Jianchao")
    user.see("Meeting of Ali Asadov and Liu Jianchao, 2 April 2025")


def denied(user: User) -> None:
    """Show what was denied, and by whom."""
    user.click("Contested")
    user.see("denied by Chen Ming")


def cite(user: User) -> None:
    """Cite a meeting in BibTeX."""
    user.click("Meeting of Ali Asadov and Liu Jianchao")
    user.take("BibTeX", "Meeting of Ali Asadov and Liu Jianchao")


def dyad(user: User) -> None:
    """Take the events of Azerbaijan and China into pandas."""
    user.click("Dyads")
    user.click("Azerbaijan and China")
    user.take("Table (CSV)", "Event ID")


def outlet(user: User) -> None:
    """Follow the claims of Sputnik."""
    user.find("sputnik")
    user.click("Sputnik")
    user.take("Atom feed", "Sputnik")


def planned(user: User) -> None:
    """See what was planned, and whether it came about."""
    user.click("Visit of Ilham Aliyev to China")
    user.see("announced")


def sentence(user: User) -> None:
    """Read the sentence that a meeting rests on, in its article."""
    user.page.locator(".fact .cite a").first.click()
    user.clicks += 1
    expect(user.page.locator(":target")).to_be_in_viewport()


def agreed(user: User) -> None:
    """List the points of the 18-point agreement."""
    user.click("Agreements")
    user.click("18-point agreement")
    user.see("Points")


def told(user: User) -> None:
    """Read a person's page as Sputnik tells it."""
    user.find("liu jianchao")
    user.click("Liu Jianchao")
    user.click("Re-read this page")
    user.page.get_by_role("checkbox", name="Sputnik").check()
    user.page.get_by_role("button", name="Re-read").click()
    user.clicks += 2
    user.see("2 of 15 facts stay")


def topic(user: User) -> None:
    """See who spoke of the Zangezur corridor."""
    user.find("zangezur corridor")
    user.click("Zangezur corridor")
    user.see("Sputnik")


def appendix(user: User) -> None:
    """Take the evidence for a meeting as one page for an appendix."""
    user.click("Meeting of Ali Asadov and Liu Jianchao")
    user.take("Evidence, one page", "sha")


def asked(user: User) -> None:
    """Ask an example query, and have its answer."""
    user.click("SPARQL")
    user.click("Run")
    user.page.locator("#result tbody tr").first.wait_for()


TASKS: dict[Callable[[User], None], tuple[int, int]] = {  # clicks, words
    met: (2, 2),
    denied: (1, 0),
    cite: (2, 0),
    dyad: (3, 0),
    outlet: (3, 1),
    planned: (1, 0),
    sentence: (1, 0),
    agreed: (2, 0),
    told: (5, 2),
    topic: (2, 2),
    appendix: (2, 0),
    asked: (2, 0),
}


@pytest.fixture(scope="module")
def seeds(data: Path) -> Iterator[live.Service]:
    """Yield the service on the articles of the project."""
    with live.serve(data) as service:
        yield service


@pytest.mark.parametrize("task", TASKS, ids=lambda each: each.__name__)
def test_task_takes_so_many_clicks(
    browser: Browser, seeds: live.Service, task: Callable[[User], None]
) -> None:
    """Each task is done from the first page, with the clicks and words that the README tells."""
    page = browser.new_page(base_url=f"http://127.0.0.1:{seeds.port}")
    page.goto("/")
    user = User(page)
    task(user)
    page.close()

    assert (user.clicks, user.words) == TASKS[task]


def test_readme_tells_the_clicks() -> None:
    """The table of tasks in the README has each with its clicks and words."""
    rows = [
        f"| {(task.__doc__ or '').rstrip('.')} | {clicks} | {words} |"
        for task, (clicks, words) in TASKS.items()
    ]

    assert [row for row in rows if row not in README] == []
