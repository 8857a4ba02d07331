"""What clients are told of a fault names no folder of the server; the log does."""

from pathlib import Path

import live
import pytest

from kg import config
from kg.errors import KgError, StoreError
from kg.store.running import Asker, Register
from kg.web import create_app


def test_a_place() -> None:
    """The folders above a place are left out wherever they stand; other messages stay whole."""
    error = StoreError(
        "/srv/a/current: expected a store, found: /srv/a/current/store", place=Path("/srv/a/current")
    )

    assert error.told == "current: expected a store, found: current/store"
    assert str(error).startswith("/srv/a/current: ")
    assert KgError("/x: y").told == StoreError("/x: y").told == "/x: y"


@pytest.mark.parametrize("accept", ["application/json", "text/html", "text/plain"])
@pytest.mark.parametrize("path", ["/", "/sparql?query=ASK{}", "/search?q=a"])
def test_no_build(tmp_path: Path, caplog: pytest.LogCaptureFixture, path: str, accept: str) -> None:
    """Where there is no build, programs and readers are told so without its folder."""
    client = create_app(config.read({"KG_DATA": str(tmp_path)})).test_client()
    answer = client.get(path, headers={"Accept": accept})

    assert answer.status_code == 503
    assert "current: expected a build, found none" in answer.text
    assert str(tmp_path.parent) not in answer.text
    assert f"{tmp_path}/current: expected a build" in caplog.text


def test_no_index(tmp_path: Path) -> None:
    """A text index that is missing is named, and not where."""
    folder = live.build(tmp_path, live.numbers(1))
    (folder / "text.sqlite").unlink()
    client = create_app(config.read({"KG_DATA": str(tmp_path)})).test_client()
    answer = client.get("/search?q=abc")

    assert answer.status_code == 503
    assert answer.json["detail"].startswith("text.sqlite: expected a text index")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """The folder of what runs is told by its name, also where one above it is at fault."""
    (tmp_path / "file").write_text("")
    register = Register(tmp_path / "file" / "below" / "running")
    with pytest.raises(StoreError) as refused, register.entered(Asker("0" * 16), "ASK {}", "one"):
        pass

    assert refused.value.told == "running: expected a folder to write to, found: Not a directory"
