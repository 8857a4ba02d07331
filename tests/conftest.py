"""What several tests need: the articles of the project, and a build of them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import live
import pytest
import strait
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, sync_playwright
from stages import order_in

from kg import build, config
from kg.build import Order
from kg.web import create_app

HOME = Path(__file__).parent.parent


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """Return an order to build two articles of a few words."""
    return order_in(tmp_path)


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of `sources/`, whose ledger a build may write to."""
    return shutil.copytree(HOME / "sources", tmp_path_factory.mktemp("project") / "sources")


@pytest.fixture(scope="session")
def data(sources: Path) -> Path:
    """Return a data folder whose current build is that of `sources/`."""
    to = sources.parent / "data"
    build.run(Order((sources,), to, config.read({}).base))
    return to


@pytest.fixture(scope="session")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder whose current build has 20,000 triples."""
    data = tmp_path_factory.mktemp("numbered")
    live.build(data, live.numbers(20_000))
    return data


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Return the application over the invented graph of `strait`."""
    data = strait.make(tmp_path_factory.mktemp("strait"))
    return create_app(config.read({"KG_DATA": str(data)}))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client of the application."""
    return app.test_client()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[live.Service]:
    """Yield the service on the invented graph of `strait`."""
    with live.serve(strait.make(tmp_path_factory.mktemp("strait"))) as service:
        yield service


@pytest.fixture
def host(service: live.Service) -> str:
    """Return the address of that service."""
    return f"http://127.0.0.1:{service.port}"


@pytest.fixture
def page(browser: Browser, host: str) -> Iterator[Page]:
    """Open an empty page; whatever its scripts fail at fails the test."""
    context = browser.new_context(base_url=host, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    yield page
    context.close()
    assert failed == []
