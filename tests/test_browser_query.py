"""The page for queries in a browser: writing a query, its answer, and what is told where there is none."""

import live
import pytest
from chromium import FIELD, ask, cells, write
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

EVENTS = """SELECT ?event ?earliest ?participant {
  ?event a dip:Event ; dip:earliest ?earliest ; dip:participant ?participant
} ORDER BY ?event ?participant"""
ONES = " ".join("1" * 101)
MANY = f"SELECT ?a ?b {{ VALUES ?a {{ {ONES} }} VALUES ?b {{ {ONES} }} }}"  # 10,201 rows


def test_mistake_is_marked_as_one_types(page: Page) -> None:
    """Without being asked, a query that is not understood is marked at the place."""
    page.goto("/sparql")
    write(page, "SELECT * {\n  ?s a dip:Meeting FILTRE\n}")
    page.locator(".cm-lintRange-error").wait_for()

    assert page.locator(".cm-lintRange-error").inner_text() == "FILTRE"


def test_error_is_shown_at_its_place(page: Page) -> None:
    """A query that is asked and not understood is told why, marked, and the cursor stands there."""
    page.goto("/sparql")
    write(page, "SELECT * {\n  ?s ?p ?o . ?x }")
    page.keyboard.press("Control+Enter")
    page.get_by_role("alert").wait_for()
    page.keyboard.type("HERE")

    assert "line 2, column" in page.get_by_role("alert").inner_text()
    assert "HERE}" in page.locator(".cm-line").nth(1).inner_text().replace(" ", "")
    assert not page.locator("#result").is_visible()


def test_things_are_named(page: Page) -> None:
    """A cell shows the label of a thing, leads to its page, and holds its IRI."""
    ask(page, EVENTS)
    cell = page.get_by_role("link", name="Meeting of Jonas Keller and Mara Voss, 4 March 2031").first

    assert cell.get_attribute("href") == "/meeting/2031-03-04-jonas-keller-mara-voss"
    assert cell.get_attribute("title") == f"{live.BASE}meeting/2031-03-04-jonas-keller-mara-voss"


def test_rows_are_sorted(page: Page) -> None:
    """A click on the head of a column sorts by it, another the other way round."""
    ask(page, EVENTS)
    head = page.get_by_role("button", name="participant")
    head.click()
    up = cells(page, 4)
    head.click()

    assert up == sorted(up)
    assert cells(page, 4) == up[::-1]
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_rows_are_filtered(page: Page) -> None:
    """Only rows that hold all the words stay, by what is read in them."""
    ask(page, EVENTS)
    page.get_by_label("Filter rows").fill("keller call")

    assert cells(page, 4) == ["Ilya Renn", "Jonas Keller"]
    assert page.locator("#result caption").inner_text() == "2 rows"


def test_many_rows_come_in_pages_and_are_cut(page: Page) -> None:
    """Ten thousand rows are shown, fifty at a time; that there are more is told."""
    ask(page, MANY)
    page.get_by_role("button", name="Further rows").click()

    assert page.locator("#result caption").inner_text() == "Rows 51–100 of 10,000"
    assert len(cells(page, 1)) == 50
    assert "Cut after 10,000 rows" in page.locator(".cut").inner_text()


def test_row_opens_its_sentence(page: Page) -> None:
    """A row opens the sentence that tells of its things together, with the place in the article."""
    ask(page, EVENTS)
    page.get_by_role("button", name="Sentences: Meeting of Jonas Keller and Mara Voss").first.click()
    quote = page.locator(".detail .cite").first
    quote.wait_for()
    said = quote.locator("p").inner_text()
    quote.get_by_role("link", name="Harbour Post").click()
    page.locator(":target").wait_for(state="attached")

    assert "Voss" in said
    assert page.locator(":target").count() == 1
    assert "Voss" in page.locator(".paragraph", has=page.locator(":target")).inner_text()


def test_claim_and_passage_open_their_sentences(page: Page) -> None:
    """A claim leads to the words it rests on, a passage to its own."""
    ask(page, "SELECT ?claim ?passage { ?claim dip:passage ?passage } ORDER BY ?passage ?claim LIMIT 1")
    page.get_by_role("button", name="Sentences").click()
    page.locator(".detail .cite").wait_for()
    told = page.locator(".detail .cite p").inner_text()
    ask(page, "SELECT ?passage ?quote { ?passage dip:quote ?quote } ORDER BY ?passage LIMIT 1")

    assert cells(page, 3) == [told]


def test_yes_and_no(page: Page) -> None:
    """An ASK is answered in a word."""
    ask(page, "ASK { ?meeting a dip:Meeting }")

    assert page.locator("#answer").inner_text() == "Yes"


def test_graph_is_a_table_of_triples(page: Page) -> None:
    """A CONSTRUCT is shown as its triples, words as they are, and offered in the forms of graphs."""
    ask(page, 'CONSTRUCT { <urn:a> rdfs:label "one \\"two\\"\\nthree ə"@en , 4 } {}')
    row = page.locator("#result tbody tr", has_text="three").all_inner_texts()

    assert row == ['urn:a\tname\tone "two" three ə en']
    assert page.locator("#download").inner_text().split() == [
        "Download", "Turtle", "N-Triples", "JSON-LD", "RDF/XML", "TriG",
    ]  # fmt: skip


def test_words_are_no_markup(page: Page) -> None:
    """Markup in a value is shown, and an IRI that a browser would run is no link."""
    ask(page, 'SELECT ("<img src=x onerror=alert(1)>" AS ?a) (<javascript:alert(1)> AS ?b) {}')

    assert cells(page, 1) == ["<img src=x onerror=alert(1)>"]
    assert cells(page, 2) == ["javascript:alert(1)"]
    assert page.locator("#result tbody").get_by_role("link").count() == 0


def test_no_rows(page: Page) -> None:
    """An empty result says so, and offers no view."""
    ask(page, "SELECT * { ?x a dip:Summons }")

    assert "No rows" in page.locator("#result").inner_text()
    assert page.get_by_role("group", name="View").count() == 0


def test_terms_of_others_are_short(page: Page) -> None:
    """What has a known prefix and no label is shown by it, its IRI on the link."""
    ask(page, "SELECT ?a { VALUES ?a { owl:Thing } }")
    cell = page.locator("#result tbody").get_by_role("link")

    assert cell.inner_text() == "owl:Thing"
    assert cell.get_attribute("title") == "http://www.w3.org/2002/07/owl#Thing"


@pytest.mark.parametrize("suffix", ["csv", "tsv", "json", "xml"])
def test_download(page: Page, suffix: str) -> None:
    """Each form of the result can be kept."""
    ask(page, "SELECT ?x { ?x a dip:Call }")
    with page.expect_download() as found:
        page.locator("#download").get_by_role("link", name=suffix.upper()).click()

    assert found.value.suggested_filename == f"result.{suffix}"
    assert "call/2031-03-04-ilya-renn-jonas-keller" in found.value.path().read_text()


def test_by_keyboard_alone(page: Page) -> None:
    """The editor is reached by Tab, runs by Ctrl+Enter, is left by Escape, and Tab then goes on."""
    page.goto("/sparql")
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab") if page.evaluate("document.activeElement.matches('main')") else None
    page.locator(FIELD).wait_for()
    assert page.evaluate("document.activeElement.matches('.cm-content')")
    assert page.locator(".editor").evaluate("frame => getComputedStyle(frame).outlineStyle") == "solid"
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("ASK {}")
    page.keyboard.press("Control+Enter")
    page.locator("#answer").wait_for()
    page.keyboard.press("Escape")
    left = page.locator(":focus").inner_text()
    page.keyboard.press("Tab")

    assert left == "Run"
    assert page.evaluate("document.activeElement.closest('.examples') !== null")


def test_editor_comes_to_who_writes(page: Page) -> None:
    """Not before; what one has written until then, and where, stays."""
    page.goto("/sparql", wait_until="networkidle")
    before = page.locator(FIELD).count()
    page.route("**/vendor/editor.js", lambda route: (page.keyboard.type("{}"), route.continue_()))
    page.locator("#query").fill("ASK ")
    page.locator(FIELD).wait_for()
    page.keyboard.type(" # all")

    assert before == 0
    assert page.locator(FIELD).inner_text() == "ASK {} # all"


def test_editor_waits_for_an_input_method(page: Page) -> None:
    """A word that is being composed when the editor is there is written to its end, once."""
    page.goto("/sparql", wait_until="networkidle")
    keys = page.context.new_cdp_session(page)
    half = {"text": "にほ", "selectionStart": 2, "selectionEnd": 2}
    page.route(
        "**/vendor/editor.js", lambda route: (keys.send("Input.imeSetComposition", half), route.continue_())
    )
    with page.expect_response("**/vendor/editor.js"):
        page.locator("#query").focus()
    keys.send("Input.insertText", {"text": "日本"})
    page.locator(FIELD).wait_for()

    assert page.locator(FIELD).inner_text().startswith("日本# title:")


def test_what_was_written_before_the_editor_is_checked(page: Page) -> None:
    """Only what came with the page is taken for understood."""
    page.goto("/sparql")
    page.locator("#query").fill("SELECT * {\n  ?s a dip:Meeting FILTRE\n}")

    page.locator(".cm-lintRange-error").wait_for()


def test_plain_field_runs(page: Page) -> None:
    """Where the editor does not come, the field asks all the same, by the keys of the editor too."""
    page.route("**/vendor/editor.js", lambda route: route.abort())
    page.goto("/sparql")
    page.locator("#query").fill("ASK {}")
    page.keyboard.press("Control+Enter")
    page.get_by_role("heading", name="Yes").wait_for()


def test_tab_is_no_trap(page: Page) -> None:
    """Tab in the editor leaves it, and writes nothing."""
    page.goto("/sparql")
    write(page, "ASK {}")
    page.keyboard.press("Tab")

    assert page.locator(":focus").inner_text() == "Run"
    assert page.locator(FIELD).inner_text() == "ASK {}"


def test_without_scripts(browser: Browser, host: str) -> None:
    """The plain form asks, an example fills it, and the answer stands on the page."""
    context = browser.new_context(base_url=host, java_script_enabled=False)
    page = context.new_page()
    page.goto("/sparql")
    page.get_by_text("Meetings and visits", exact=True).click()
    page.get_by_role("link", name="Who met whom, and when").click()
    page.wait_for_url("**/sparql?example=*")
    begun = page.get_by_label("Query").input_value()
    page.get_by_label("Query").fill("SELECT ?x { ?x a dip:Call }")
    page.get_by_role("button", name="Run").click()

    assert begun.startswith("# title: Who met whom, and when")
    assert page.locator("#result caption").inner_text() == "1 row"
    context.close()


def test_suggestion_is_taken(page: Page) -> None:
    """Where a term is told that was meant, a click writes it and asks again."""
    page.goto("/sparql")
    write(page, "ASK { ?x a dpi:Meeting }")
    page.keyboard.press("Control+Enter")
    page.get_by_role("alert").get_by_role("button", name="dip:Meeting").click()
    page.locator("#answer").wait_for()

    assert page.locator(FIELD).inner_text() == "ASK { ?x a dip:Meeting }"
    assert page.locator("#answer").inner_text() == "Yes"
