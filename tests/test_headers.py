"""What every answer tells browsers: nothing from elsewhere, nothing inline, and HTTPS where that is set."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kg import config
from kg.web import create_app

PATHS = [
    "/",
    "/about",
    "/person/mara-voss.html",
    "/sparql",
    "/network",
    "/no/where",
    "/static/style.css",
    "/healthz",
]


@pytest.mark.parametrize("path", PATHS)
def test_policy(client: FlaskClient, path: str) -> None:
    """No answer lets a browser run or style inline, be framed, guess a type, or load from elsewhere."""
    headers = client.get(path, headers={"Accept": "text/html"}).headers
    policy = dict(part.partition(" ")[::2] for part in headers["Content-Security-Policy"].split("; "))

    assert "unsafe" not in headers["Content-Security-Policy"]
    assert (policy["default-src"], policy["frame-ancestors"], policy["base-uri"]) == ("'none'",) * 3
    assert re.fullmatch(r"'self'( 'nonce-[\w-]+')?", policy["style-src"])
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("setting", "scheme", "told"),
    [
        ("0", "https", None),
        ("31536000", "http", None),
        ("31536000", "https", "max-age=31536000"),
    ],
)
def test_https_alone(tmp_path: Path, setting: str, scheme: str, told: str | None) -> None:
    """Browsers are told to come by HTTPS alone where a setting says so, and only over HTTPS."""
    client = create_app(config.read({"KG_DATA": str(tmp_path), "KG_HSTS": setting})).test_client()
    answer = client.get("/healthz", base_url=f"{scheme}://here.example")

    assert answer.headers.get("Strict-Transport-Security") == told


def test_https_behind_a_proxy(tmp_path: Path) -> None:
    """A proxy that is believed tells that the client came by HTTPS."""
    settings = {"KG_DATA": str(tmp_path), "KG_HSTS": "60", "KG_PROXIES": "1"}
    client = create_app(config.read(settings)).test_client()
    answer = client.get("/healthz", headers={"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"})

    assert answer.headers["Strict-Transport-Security"] == "max-age=60"
