"""Applications over data folders, with settings of their own, for tests in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from kg import config
from kg.web import create_app


class _Whole(FlaskClient):
    """A client that takes each answer to its end, as one behind a server does."""

    def open(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 # as the client has it
        return super().open(*given, **{"buffered": True, **named})


class Applications:
    """Applications whose processes for queries end with a test."""

    def __init__(self) -> None:
        self._open: list[Flask] = []

    def made(self, folder: Path, **settings: str) -> Flask:
        """Return an application; settings are named without `KG_`, in lower case."""
        given = {f"KG_{name.upper()}": value for name, value in settings.items()}
        app = create_app(config.read({"KG_DATA": str(folder)} | given))
        app.test_client_class = _Whole
        self._open.append(app)
        return app

    def client(self, folder: Path, **settings: str) -> FlaskClient:
        """Return a client of an application."""
        return self.made(folder, **settings).test_client()


@contextmanager
def opened() -> Iterator[Applications]:
    """Yield where applications are had, and end their processes."""
    found = Applications()
    yield found
    for app in found._open:
        app.extensions["service"].pool.close()
