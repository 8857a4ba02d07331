"""The views of an answer, and the page for everyone: any screen, dark, this host alone, light to load."""

from collections.abc import Callable

import pytest
from chromium import ask, broken, edit, show, write
from playwright.sync_api import Page, Request

pytestmark = pytest.mark.browser

EVENTS = """SELECT ?event ?earliest ?latest ?status ?participant ?place {
  ?event a dip:Event ; dip:earliest ?earliest ; dip:latest ?latest ; dip:participant ?participant .
  OPTIONAL { ?event dip:status ?status } OPTIONAL { ?event dip:place ?place }
} ORDER BY ?event ?participant"""
COUNTS = """SELECT ?state (COUNT(DISTINCT ?event) AS ?events) {
  ?event dip:participant/dip:country ?state
} GROUP BY ?state"""
STATES = """SELECT ?state ?number {
  VALUES (?state ?number) { (<state/ardenia> 3) (<state/belmark> 1) }
}"""
VIEWS = ("Chart", "Timeline", "Map", "Network")
FIRST = 100_000  # bytes of the first load, compressed, with headers


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(EVENTS, ["Table", "Timeline", "Map", "Network"], id="events"),
        pytest.param(COUNTS, ["Table", "Chart", "Map"], id="numbers of states"),
        pytest.param("SELECT ?text { ?x dip:text ?text }", ["Table"], id="words"),
        pytest.param("SELECT ?a ?b { ?a dip:partOf ?b }", ["Table", "Network"], id="two things"),
        pytest.param("SELECT (1 AS ?a) (2 AS ?b) {}", ["Table", "Chart"], id="two numbers"),
    ],
)
def test_views_that_fit_are_offered(page: Page, query: str, expected: list[str]) -> None:
    """A view is offered where the columns hold what it shows."""
    ask(page, query)

    assert page.get_by_role("group", name="View").get_by_role("button").all_inner_texts() == expected


def test_view_is_loaded_when_it_is_chosen(page: Page) -> None:
    """What draws is fetched with the first drawing, not before."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/static/")[2]))
    ask(page, COUNTS)
    before = {name for name in asked if name.startswith("vendor/")}
    show(page, "Chart")

    assert before == {"vendor/editor.js"}
    assert {"vendor/plot.js", "query/chart.js"} <= set(asked)


def test_chart_compares_numbers(page: Page) -> None:
    """One bar for each thing, the largest first, with its number."""
    ask(page, STATES)
    show(page, "Chart")
    words = page.locator("#result svg text").all_text_contents()

    assert words == ["3", "1", "Ardenia", "Belmark"]
    assert page.locator("#result svg rect").count() == 2


def test_chart_over_time(page: Page) -> None:
    """Numbers with a date are dots along time."""
    ask(page, "SELECT (SAMPLE(?e) AS ?day) (COUNT(?x) AS ?n) { ?x dip:earliest ?e } GROUP BY ?e")
    show(page, "Chart")

    assert page.locator("#result svg circle").count() > 1


def test_timeline_shows_when_and_how_sure(page: Page) -> None:
    """Each event once, what is only announced hollow; each leads to its page."""
    ask(page, EVENTS)
    show(page, "Timeline")
    links = page.locator("#result svg a")

    assert links.count() > 2
    assert links.count() == page.evaluate("new Set([...document.querySelectorAll('#result svg a')]"
                                          ".map((a) => a.getAttribute('href'))).size")  # fmt: skip
    assert "Hollow: announced" in page.locator("#result figcaption").inner_text()


def test_timeline_shows_things_not_who_took_part(page: Page) -> None:
    """Each event stands once under its own name, however many rows it has, and whoever was at several."""
    ask(page, "SELECT ?event ?day ?name { ?event dip:earliest ?day ; dip:participant/rdfs:label ?name }")
    events = page.evaluate("new Set([...document.querySelectorAll('#result tbody td a')]"
                           ".map((a) => a.getAttribute('href'))).size")  # fmt: skip
    show(page, "Timeline")

    assert events > 2
    assert page.locator("#result svg a").count() == events


def test_timeline_shows_a_shorter_time(page: Page) -> None:
    """Where one early date makes all others one point, the time can be cut short."""
    ask(page, EVENTS)
    show(page, "Timeline")
    before = page.locator("#result svg a").count()
    page.get_by_label("From").fill("2031-03-05")
    page.get_by_label("To").fill("2031-03-05")

    assert before > 2
    assert page.locator("#result svg a").count() == 1
    assert "Retraction by Northern Wire" in page.locator("#result svg a").inner_html()


def test_map_names_what_it_shows(page: Page) -> None:
    """The states that the rows tell of are told with their numbers, and which have no room on the map."""
    ask(page, STATES)
    show(page, "Map")

    assert page.locator("#result figcaption").inner_text().startswith("Ardenia: 3")
    assert page.locator("#result svg path").count() > 150


def test_network_joins_what_stands_in_a_row(page: Page) -> None:
    """A dot for each thing, a line for each pair; what is pointed at stands out with its neighbours."""
    ask(page, "SELECT ?x ?who { ?x a dip:Meeting ; dip:participant ?who }")
    show(page, "Network")
    page.get_by_role("link", name="Mara Voss", exact=True).hover()

    assert (page.locator("#result svg circle").count(), page.locator("#result svg line").count()) == (3, 2)
    assert page.locator("#result svg a.near").count() == 2


def nothing(page: Page) -> None:
    """Open the page."""
    page.goto("/sparql")
    edit(page)


def table(page: Page) -> None:
    """Open a table with the sentences of a row."""
    ask(page, EVENTS)
    page.get_by_role("button", name="Sentences").first.click()
    page.locator(".detail .cite").first.wait_for()


def completion(page: Page) -> None:
    """Open the list below the cursor."""
    nothing(page)
    write(page, "SELECT * { ?x ")
    page.keyboard.type("par", delay=20)
    page.locator(".cm-completionInfo").wait_for()


def error(page: Page) -> None:
    """Ask what is no query."""
    nothing(page)
    write(page, "SELECT * { FILTRE }")
    page.keyboard.press("Control+Enter")
    page.get_by_role("alert").wait_for()


def view(name: str) -> Callable[[Page], None]:
    """Return what opens a view."""

    def opened(page: Page) -> None:
        ask(page, COUNTS if name in {"Chart", "Map"} else EVENTS)
        show(page, name)

    return opened


STATES_OF_PAGE = {
    "nothing": nothing,
    "table": table,
    "completion": completion,
    "error": error,
    **{name.lower(): view(name) for name in VIEWS},
}


@pytest.mark.parametrize("state", STATES_OF_PAGE)
def test_page_is_for_everyone(page: Page, state: str) -> None:
    """No rule of axe-core is broken, and the contrast holds in the dark scheme too."""
    STATES_OF_PAGE[state](page)
    light = broken(page)
    page.emulate_media(color_scheme="dark")

    assert (light, broken(page, "color-contrast")) == ([], [])


@pytest.mark.parametrize("state", STATES_OF_PAGE)
def test_page_fits_a_small_screen(page: Page, state: str) -> None:
    """At 375 pixels nothing is scrolled sideways but within its own box, and no rule is broken."""
    page.set_viewport_size({"width": 375, "height": 700})
    STATES_OF_PAGE[state](page)

    assert page.evaluate("document.documentElement.scrollWidth") == 375
    assert broken(page) == []


@pytest.mark.parametrize("state", STATES_OF_PAGE)
def test_page_asks_this_host_alone(page: Page, host: str, state: str) -> None:
    """Every request goes to the host, and the policy of the page forbids nothing that its widgets need."""
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    STATES_OF_PAGE[state](page)

    assert [url for url in asked if not url.startswith(host)] == []
    assert [text for text in told if "400" not in text] == []  # that of the query which is none


def test_first_load_is_light(page: Page) -> None:
    """All that the page fetches before anything is asked weighs less than 100 kB, as it is sent."""
    sizes: list[int] = []

    def weigh(request: Request) -> None:
        size = request.sizes()
        sizes.append(size["responseBodySize"] + size["responseHeadersSize"])

    page.on("requestfinished", weigh)
    page.goto("/sparql", wait_until="networkidle")

    assert len(sizes) > 10
    assert sum(sizes) < FIRST


def test_policy_holds_without_exceptions(page: Page) -> None:
    """The widgets add their sheets under the nonce of the answer, which no selector of a sheet can read."""
    nothing(page)
    styled = "getComputedStyle(document.querySelector('.cm-scroller')).fontFamily"

    assert "monospace" in page.evaluate(styled)
    assert page.evaluate("document.querySelector('script[nonce]').getAttribute('nonce')") == ""


def test_page_prints_plainly(page: Page) -> None:
    """On paper stand the query and its answer, without what is there to be pressed."""
    table(page)
    page.emulate_media(media="print")

    pressed = (".run", ".tools", ".ways", ".examples")

    assert page.locator("#result table").is_visible()
    assert [name for name in pressed if page.locator(name).is_visible()] == []
