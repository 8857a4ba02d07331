"""A name that nothing bears leads to those that are like it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.web.hits import nearest


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("mara vos", ["Mara Voss"], id="a letter too few"),
        pytest.param("jonas kelller", ["Jonas Keller"], id="a letter too many"),
        pytest.param("zzzz", [], id="like nothing"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_names_that_are_near(app: Flask, words: str, names: list[str]) -> None:
    """What is likest comes first; what is like nothing leads nowhere."""
    found = nearest(app.extensions["service"].graph(), words)

    assert [hit.thing.text for hit in found][:1] == names


def test_missing_page_offers_them(client: FlaskClient) -> None:
    """Page, kind and a search for the words; programs are told the error alone."""
    page = client.get("/person/mara-vos.html", headers={"Accept": "text/html"}).get_data(as_text=True)
    data = client.get("/person/mara-vos.html", headers={"Accept": "application/json"})

    assert 'href="/person/mara-voss" dir="auto">Mara Voss</a> <span class="kind-of">person</span>' in page
    assert "/search?q=mara%20vos" in page
    assert sorted(data.get_json(force=True)) == ["detail", "status", "title", "type"]
