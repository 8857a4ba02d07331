"""What is sent compressed."""

import pytest
from flask.testing import FlaskClient

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
