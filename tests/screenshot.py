"""Take the picture that the README shows: `python tests/screenshot.py`, after a change of the look."""

import shutil
import tempfile
from pathlib import Path

from live import serve
from playwright.sync_api import sync_playwright

from kg import build
from kg.build import Order
from kg.config import read

HOME = Path(__file__).parent.parent
PICTURE = HOME / "kg" / "web" / "static" / "screenshot.png"
PAGE = "person/liu-jianchao.html"
SIZE = {"width": 1280, "height": 1200}  # CSS pixels: the masthead in one line, and sentences beside facts


def take() -> None:
    """Build the articles of the project, and take the picture of a page."""
    with tempfile.TemporaryDirectory() as place:
        sources = shutil.copytree(HOME / "sources", Path(place) / "sources")
        data = Path(place) / "data"
        build.run(Order((sources,), data, read({}).base))
        with serve(data) as service, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport=SIZE)
            page.goto(f"http://127.0.0.1:{service.port}/{PAGE}")
            page.screenshot(path=PICTURE)
            browser.close()


if __name__ == "__main__":
    take()
