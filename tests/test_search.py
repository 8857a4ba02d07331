"""The page of the search."""

import pytest
from flask.testing import FlaskClient


def search(client: FlaskClient, words: str) -> str:
    """Return the page for some words."""
    return client.get("/search", query_string={"q": words}).get_data(as_text=True)


@pytest.mark.parametrize(
    ("words", "path"),
    [
        pytest.param("Mara Voss", "/person/mara-voss", id="a name"),
        pytest.param("voss", "/person/mara-voss", id="a part, in lower case"),
        pytest.param("арденія", "/state/ardenia", id="another script"),
        pytest.param("ardenie", "/state/ardenia", id="without marks"),
        pytest.param("sorrow", "/topic/the-strait", id="another name"),
    ],
)
def test_thing_is_found_by_its_names(client: FlaskClient, words: str, path: str) -> None:
    """Each form of a name leads to the thing."""
    assert f'href="{path}"' in search(client, words)


def test_other_name_is_told(client: FlaskClient) -> None:
    """Where another name than the display name was found, both stand."""
    shown = search(client, "sorrow")

    assert "The strait</a>" in shown
    assert "Strait of Sorrow" in shown


def test_sentence_leads_to_its_place(client: FlaskClient) -> None:
    """A passage that holds the words is shown with them marked, and leads into its article."""
    shown = search(client, "naval base")

    assert "<b>naval</b> <b>base</b>" in shown
    assert 'href="/article/harbour-post.html#p-' in shown


def test_nothing_found_helps(client: FlaskClient) -> None:
    """The page without hits says what to do."""
    shown = search(client, "zzz")

    assert "Nothing here goes by these words" in shown
    assert 'href="/actor/"' in shown


def test_nothing_asked_asks(client: FlaskClient) -> None:
    """Without words the page says what may be looked for."""
    assert "What are you looking for?" in client.get("/search").get_data(as_text=True)


@pytest.mark.parametrize("words", ['"', "*", "a AND", "NEAR(", "<script>alert(1)</script>", "\x00", "’"])
def test_any_words_are_only_words(client: FlaskClient, words: str) -> None:
    """Signs of a query language or of markup do no harm."""
    answer = client.get("/search", query_string={"q": words})

    assert answer.status_code == 200
    assert "<script>" not in answer.get_data(as_text=True)
