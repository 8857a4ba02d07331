"""The crosswalk page in a browser: for everyone, without scripts, and without asking another host."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from chromium import broken
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

TABLE = "who,country\nMara Voss,Ardenia\nJ. Keller,BLM\n<img src=x onerror=alert(1)>,\nZzzz,\n"


@pytest.fixture
def plain(browser: Browser, host: str) -> Iterator[Page]:
    """Open a page without scripts."""
    context = browser.new_context(base_url=host, java_script_enabled=False, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a file with a table."""
    file = tmp_path / "names.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def test_table_is_linked_without_scripts(plain: Page, table: Path) -> None:
    """From a file to a table with codes, by forms alone; a decision by hand is in what is taken away."""
    plain.goto("/")
    plain.get_by_role("link", name="Link your data").click()
    plain.get_by_label("Or a file in CSV").set_input_files(table)
    plain.get_by_role("button", name="Find candidates").click()
    expect(plain.locator("select[name=state]")).to_have_value("1")
    plain.get_by_role("button", name="Find candidates").click()
    expect(plain.get_by_role("radio", name="Mara Voss")).to_be_checked()
    plain.get_by_role("radio", name="Jonas Keller").check()
    with plain.expect_download() as taken:
        plain.get_by_role("button", name="Take the table as CSV").click()
    rows = Path(taken.value.path()).read_text(encoding="utf-8").splitlines()
    with plain.expect_download() as decided:
        plain.get_by_role("button", name="Take the decisions as SSSOM").click()

    assert [row.split(",")[:3] for row in rows[1:3]] == [
        ["Mara Voss", "Ardenia", "https://w3id.org/communique/person/mara-voss"],
        ["J. Keller", "BLM", "https://w3id.org/communique/person/jonas-keller"],
    ]
    assert "ManualMappingCuration" in Path(decided.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [375, 1280])
def test_each_step_is_for_everyone(page: Page, table: Path, width: int) -> None:
    """No step breaks a rule of axe-core, is wider than the screen, or runs what a table holds."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/crosswalk")
    found = [broken(page)]
    page.get_by_label("Or a file in CSV").set_input_files(table)
    for _ in range(2):
        page.get_by_role("button", name="Find candidates").click()
        page.wait_for_load_state()
        found.append(broken(page))
    expect(page.locator("legend", has_text="<img src=x onerror=alert(1)>")).to_be_visible()
    page.emulate_media(color_scheme="dark")

    assert [*found, broken(page, "color-contrast")] == [[], [], [], []]
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_it_is_decided_by_keyboard(page: Page) -> None:
    """A column is pasted, sent and decided with keys alone."""
    page.goto("/crosswalk")
    page.get_by_label("A column of names").focus()
    page.keyboard.type("J. Keller")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    page.get_by_role("radio", name="Leave open").focus()
    page.keyboard.press("ArrowDown")

    expect(page.get_by_role("radio", name="Jonas Keller")).to_be_checked()


def test_preview_stands_in_a_page_of_others(page: Page, host: str, tmp_path: Path) -> None:
    """A page of another origin shows the preview in a frame, and it breaks no rule."""
    framed = f'<title>x</title><iframe src="{host}/reconcile/preview?id=person/mara-voss"></iframe>'
    (tmp_path / "framed.html").write_text(framed, encoding="utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as elsewhere:
        threading.Thread(target=elsewhere.serve_forever).start()
        page.goto(f"http://127.0.0.1:{elsewhere.server_port}/framed.html")
        expect(page.frame_locator("iframe").get_by_role("heading", name="Mara Voss")).to_be_visible()
        elsewhere.shutdown()
    page.goto("/reconcile/preview?id=person/mara-voss")

    assert broken(page) == []
