"""Pages in another language, in a browser: nothing of the interface is left in English."""

import re
from collections.abc import Iterator

import live
import pytest
from chromium import ask, broken, show
from html5lib import HTMLParser
from playwright.sync_api import Browser, Page

PATHS = [
    "/",
    "/about",
    "/article/",
    "/article/harbour-post-2031-03-05.html",
    "/catalog",
    "/codebook",
    "/compare",
    "/compare/ARD/BLM",
    "/contested",
    "/crosswalk",
    "/dyad/",
    "/event/",
    "/examples",
    "/network",
    "/nothing/here.html",
    "/ontology.html",
    "/person/mara-voss.html",
    "/person/mara-voss.html?known=2031-03-04",
    "/place/port-alba.html",
    "/prefixes",
    "/resolve",
    "/resolve?text=Ardenian foreign minister&date=2031-03-04",
    "/search",
    "/search?q=voss",
    "/sparql",
    "/sparql/running",
    "/state/ardenia.html",
    "/topic/",
    "/void",
]
MET = "SELECT ?meeting ?who WHERE { ?meeting a dip:Meeting ; dip:participant ?who } ORDER BY ?meeting ?who"
# Words that English cannot do without, and French has not.
ENGLISH = re.compile(
    r"(?<!Correlates )\b(?:the|of|and|with|is|are|by|that|which|told|all|from)\b", re.IGNORECASE
)
QUOTED = re.compile(r"«[^»]*»")  # words that a reader may type, which are English
# The words of a page, but for names, codes, and what is marked as English.
WORDS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  const NAMES = '[lang=en], bdi, a[dir], h1[dir], code, pre, textarea, script, svg, .cm-editor, #result td';
  while (walk.nextNode()) {
    const { parentElement: place, data } = walk.currentNode;
    if (!place.closest(NAMES)) found.push(data);
  }
  for (const each of document.querySelectorAll('[aria-label], [placeholder]')) {
    if (!each.closest('.cm-editor, #result td')) found.push(each.ariaLabel ?? '', each.placeholder ?? '');
  }
  return found;
}"""


@pytest.fixture
def french(browser: Browser, host: str) -> Iterator[Page]:
    """Open an empty page of a reader who likes French best."""
    context = browser.new_context(base_url=host, locale="fr-FR", color_scheme="dark")
    yield context.new_page()
    context.close()


def english(page: Page) -> list[str]:
    """Return what a page says in English."""
    told: list[str] = page.evaluate(WORDS)
    return sorted({text.strip() for text in told if ENGLISH.search(QUOTED.sub("", text))})


@pytest.mark.browser
@pytest.mark.parametrize("path", PATHS)
def test_page_speaks_french(french: Page, path: str) -> None:
    """A page says all in French, is valid HTML, and breaks no rule of axe-core."""
    answer = french.goto(path)

    assert answer is not None
    assert (answer.headers["content-language"], french.locator("html").get_attribute("lang")) == ("fr", "fr")
    assert english(french) == []
    assert broken(french) == []
    assert HTMLParser(strict=True).parse(answer.text()) is not None


@pytest.mark.browser
def test_query_page_speaks_french(french: Page) -> None:
    """Scripts too say what they say in French, and write numbers so."""
    ask(french, MET)

    assert french.locator("#answer").inner_text() == "Résultat"
    assert english(french) == []
    french.get_by_role("button", name="Réseau").click()
    french.locator("#result figcaption", has_text="Un trait").wait_for()
    assert english(french) == []


@pytest.mark.browser
def test_switch_works_without_a_script(browser: Browser, service: live.Service) -> None:
    """Who follows the switch at the foot of a page stays in that language."""
    host = f"http://127.0.0.1:{service.port}"
    context = browser.new_context(base_url=host, locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    page.goto("/person/mara-voss.html")
    page.get_by_role("link", name="français").click()
    page.get_by_role("link", name="Déclarations", exact=True).first.click()

    assert page.locator("html").get_attribute("lang") == "fr"
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    context.close()


@pytest.mark.browser
def test_drawn_views_have_their_english_names(page: Page) -> None:
    """English stays what it is where scripts hold it."""
    ask(page, MET)
    show(page, "Network")

    assert page.locator("#result figcaption").inner_text().startswith("A line: a row that holds both")
