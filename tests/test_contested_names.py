"""Contested places and topics show each name with who uses it, and the sentence that says so."""

import pytest
from flask.testing import FlaskClient


@pytest.fixture
def shown(client: FlaskClient) -> str:
    """Return the panel of names of a topic that two states call differently."""
    page = client.get("/topic/the-strait.html").get_data(as_text=True)
    return page.partition("Each name, and who uses it</h2>")[2].partition("</section>")[0]


def test_a_name_stands_with_who_uses_it(shown: str) -> None:
    """The name that one state uses leads to that state, and to the sentence that holds the name."""
    assert "Strait of Sorrow" in shown
    assert 'href="/state/belmark"' in shown
    assert "as Belmark calls it" in shown


def test_a_name_that_nobody_is_told_to_use_is_not_shown(shown: str) -> None:
    """The display name stands in no sentence that tells of a use."""
    assert "The strait</" not in shown


@pytest.mark.parametrize("path", ["/state/ardenia.html", "/person/mara-voss.html", "/place/old-quay.html"])
def test_what_is_not_contested_has_no_such_panel(client: FlaskClient, path: str) -> None:
    """Who only uses a name, or goes by one that nobody contests, has no panel of names."""
    assert "Each name, and who uses it" not in client.get(path).get_data(as_text=True)
