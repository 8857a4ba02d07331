"""What is sent compressed."""

import gzip
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

VENDOR = Path(__file__).parent.parent / "kg" / "web" / "static" / "vendor"
BOTH = {"Accept-Encoding": "gzip, br"}
FILES = ["/static/style.css", "/static/vendor/editor.js", "/static/vendor/world.json"]


@pytest.mark.parametrize("path", FILES)
def test_static_file_is_compressed(client: FlaskClient, path: str) -> None:
    """Style sheets, scripts and data weigh at most two fifths on their way."""
    plain = client.get(path)
    small = client.get(path, headers=BOTH)

    assert small.headers["Content-Encoding"] in {"gzip", "br"}
    assert len(small.data) < 0.4 * len(plain.data)
    assert "Accept-Encoding" in small.headers["Vary"]


def test_font_is_sent_as_it_is(client: FlaskClient) -> None:
    """What is compressed already is not compressed again."""
    with client.get("/static/fonts/inter-latin-wght-normal.woff2", headers=BOTH) as answer:
        assert "Content-Encoding" not in answer.headers


def test_compressed_file_is_not_sent_twice(client: FlaskClient) -> None:
    """Who has the compressed file already is told so."""
    tag = client.get("/static/style.css", headers=BOTH).headers["ETag"]

    assert client.get("/static/style.css", headers=BOTH | {"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("path", sorted(VENDOR.glob("*.br")), ids=lambda path: path.stem)
def test_bundle_lies_compressed(client: FlaskClient, path: Path) -> None:
    """What lies compressed beside a bundle is the bundle, and is what is sent."""
    answer = client.get(f"/static/vendor/{path.stem}", headers=BOTH)

    assert brotli.decompress(path.read_bytes()) == path.with_suffix("").read_bytes()
    assert (answer.headers["Content-Encoding"], answer.data) == ("br", path.read_bytes())
    assert answer.mimetype == client.get(f"/static/vendor/{path.stem}").mimetype


def test_bundle_for_clients_without_brotli(client: FlaskClient) -> None:
    """Who takes no brotli gets the same file otherwise."""
    answer = client.get("/static/vendor/force.js", headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.data) == (VENDOR / "force.js").read_bytes()


def test_compressed_bundle_is_not_sent_twice(client: FlaskClient) -> None:
    """Who has the bundle already, in whichever form, is told so."""
    tag = client.get("/static/vendor/force.js", headers=BOTH).headers["ETag"]

    with client.get("/static/vendor/force.js", headers=BOTH | {"If-None-Match": tag}) as again:
        assert again.status_code == 304
