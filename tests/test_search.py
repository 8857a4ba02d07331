"""The page of the search."""

import re

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

    assert "<mark>naval</mark> <mark>base</mark>" in shown
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


def test_facets_are_links(client: FlaskClient) -> None:
    """Each value narrows by a link with its number; one that is chosen is taken back by its link."""
    whole = client.get("/search?q=voss").get_data(as_text=True)
    narrowed = client.get("/search?q=voss&class=person").get_data(as_text=True)

    assert (
        'href="/search?q=voss&amp;class=person" rel="nofollow"><bdi>person</bdi></a> <span>1</span>' in whole
    )
    assert 'href="/search?q=voss" rel="nofollow" aria-current="true"><bdi>person</bdi>' in narrowed
    assert "/person/mara-voss" in narrowed
    assert re.search(
        r'href="/search\?q=voss&amp;(class=\w+&amp;class=person|class=person&amp;class=\w+)"', narrowed
    )


def test_facets_alone_find(client: FlaskClient) -> None:
    """Without words all that is chosen is shown: the visits of a state."""
    shown = client.get("/search?class=visit&state=belmark").get_data(as_text=True)

    assert "All that is chosen" in shown
    assert 'href="/visit/' in shown
    assert 'href="/meeting/' not in shown.partition("In cited sentences")[0]


def test_nothing_within_the_choice(client: FlaskClient) -> None:
    """Where the choice alone leaves nothing, the page leads back to the words."""
    shown = client.get("/search?q=voss&class=provision").get_data(as_text=True)

    assert 'href="/search?q=voss">Search without it</a>' in shown


def test_likely_names_are_offered(client: FlaskClient) -> None:
    """Where a name is mistaken by a letter, the page offers the right one."""
    shown = search(client, "mara vos")

    assert "Names like these" not in shown  # it begins the name
    assert "Names like these" in search(client, "mara vosk")
    assert 'href="/person/mara-voss"' in search(client, "mara vosk")


@pytest.mark.parametrize("suffix", ["atom", "feed.json", "ics"])
def test_forms_are_narrowed(client: FlaskClient, suffix: str) -> None:
    """What is taken away of a search is what it is narrowed to."""
    one = client.get(f"/search.{suffix}?q=&class=visit").get_data(as_text=True)

    assert "/visit/" in one
    assert "/meeting/" not in one


@pytest.mark.parametrize(
    "query",
    [
        "q=%22%20OR%201",
        "q=%00",
        "state=%22%27",
        "class=a&class=b",
        "year=-1",
        "after=%00",
        "after=../..",
        "q=a&status=%E2%80%AE",
        f"q={'x' * 4000}",
    ],
    ids=["syntax", "end", "quotes", "two", "year", "nul", "dots", "direction", "long"],
)
def test_hostile_addresses(client: FlaskClient, query: str) -> None:
    """Whatever stands in the address is only words."""
    assert client.get(f"/search?{query}").status_code == 200


def test_names_while_they_are_typed(client: FlaskClient) -> None:
    """At most eight things with name, class and page, whatever the script; nothing for nothing."""
    told = client.get("/search/names", query_string={"q": "арден"}).get_json()["names"]

    assert told[0] == {"kind": "state", "label": "Ardenia", "name": "Арденія", "path": "/state/ardenia"}
    assert len(client.get("/search/names?q=a").get_json()["names"]) == 8
    assert client.get("/search/names").get_json() == {"names": []}


def test_names_are_kept_by_browsers(client: FlaskClient) -> None:
    """The same words in the same build are not sent again."""
    first = client.get("/search/names?q=vo")
    again = client.get("/search/names?q=vo", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304
