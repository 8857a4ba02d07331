"""The language of a page: what is asked for, chosen, or liked best; and what caches are told."""

import pytest
from flask.testing import FlaskClient

from kg.web import entity

ABOUT = {"en": "Skip to the content", "fr": "Aller au contenu"}
FRENCH = {"Accept-Language": "fr-CA, fr;q=0.9, en;q=0.5"}
DATA = [
    *(f"/state/china.{suffix}" for suffix in ("ttl", "csl.json", "atom", "evidence.html")),
    "/events.csv",
    "/openapi.json",
]
DATA = [
    *(f"/person/mara-voss.{suffix}" for suffix in ("ttl", "csl.json", "atom", "evidence.html")),
    "/events.csv",
    "/openapi.json",
]
HERE = {"Referer": "http://localhost/about"}


def spoken(client: FlaskClient, path: str = "/about", **headers: str) -> str:
    """Return the language that a page speaks, as its head and its words tell it."""
    answer = client.get(path, headers={key.replace("_", "-"): value for key, value in headers.items()})
    tag = answer.headers["Content-Language"]

    assert f'<html lang="{tag}">' in answer.text
    assert ABOUT[tag] in answer.text
    return tag


@pytest.mark.parametrize(
    ("wish", "tag"),
    [
        pytest.param("fr", "fr", id="French"),
        pytest.param("fr-CA, fr;q=0.9, en;q=0.5", "fr", id="French of a region"),
        pytest.param("en-GB, fr;q=0.5", "en", id="English first"),
        pytest.param("az, tr", "en", id="languages that it has not"),
        pytest.param("az, fr;q=0.2", "fr", id="the next best"),
        pytest.param("*", "en", id="any"),
        pytest.param("\x00;;q=x", "en", id="no language"),
    ],
)
def test_browsers_ask(client: FlaskClient, wish: str, tag: str) -> None:
    """A page speaks the language that its reader likes best, of those that there are; else English."""
    assert spoken(client, Accept_Language=wish) == tag


def test_nobody_asks(client: FlaskClient) -> None:
    """Who says nothing reads English."""
    assert spoken(client) == "en"


@pytest.mark.parametrize(("path", "tag"), [("/about?lang=en", "en"), ("/about?lang=xx%0d%0a", "fr")])
def test_address_says(client: FlaskClient, path: str, tag: str) -> None:
    """The language of an address goes before that of the browser; what is none is not heard."""
    assert spoken(client, path, **FRENCH) == tag


def test_choice_is_kept(client: FlaskClient) -> None:
    """Who switches on a page of the service reads that language from then on."""
    answer = client.get("/about?lang=fr", headers=HERE)

    assert "lang=fr;" in answer.headers["Set-Cookie"]
    assert "private" in answer.headers["Cache-Control"]
    assert spoken(client) == "fr"
    assert spoken(client, "/about?lang=en", Accept_Language="fr") == "en"
    assert spoken(client) == "fr"


@pytest.mark.parametrize("whence", ["", "https://elsewhere.example/", "http://localhost.example/"])
def test_shared_address_changes_no_choice(client: FlaskClient, whence: str) -> None:
    """An address from elsewhere speaks its language, and is forgotten."""
    answer = client.get("/about?lang=fr", headers={"Referer": whence})

    assert "Set-Cookie" not in answer.headers
    assert spoken(client) == "en"


def test_caches_are_told(client: FlaskClient) -> None:
    """The tag of a page is of its language; caches keep one for each language and choice."""
    english, french = client.get("/about"), client.get("/about", headers=FRENCH)

    assert english.headers["ETag"] != french.headers["ETag"]
    assert {"Accept-Language", "Cookie"} <= set(french.vary)
    again = client.get("/about", headers=FRENCH | {"If-None-Match": french.headers["ETag"]})
    assert (again.status_code, set(again.vary) >= {"Accept-Language", "Cookie"}) == (304, True)
    other = client.get("/about", headers={"If-None-Match": french.headers["ETag"]})
    assert other.status_code == 200


def test_switch_keeps_the_rest_of_the_address(client: FlaskClient) -> None:
    """The foot of a page leads to the same page in each language."""
    text = client.get("/search?q=%22%3Cb%3E&lang=en").text

    assert '<a href="?q=%22%3Cb%3E&amp;lang=fr" hreflang="fr" lang="fr" rel="nofollow">français</a>' in text


@pytest.mark.parametrize("path", DATA)
def test_data_are_english(client: FlaskClient, path: str) -> None:
    """What is taken away is the same for all."""
    plain, french = client.get(path), client.get(path, headers=FRENCH)

    assert french.status_code == 200
    assert french.data == plain.data
    assert "Content-Language" not in french.headers


def test_errors_of_programs_are_english(client: FlaskClient) -> None:
    """A program is told of an error in English, whatever it says of its languages."""
    answer = client.get("/nothing/here", headers=FRENCH | {"Accept": "application/problem+json"})

    assert answer.json is not None
    assert answer.json["title"] == "Not Found"


@pytest.mark.parametrize(("tag", "first"), [("fr", "Ardénie"), ("uk", "Арденія")])
def test_names_in_the_language_of_the_page_stand_first(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, tag: str, first: str
) -> None:
    """Of the other names of a thing, the reader meets those of the page's language before all others."""
    monkeypatch.setattr(entity, "language", lambda: tag)
    names = client.get("/state/ardenia.html").text.partition('<p class="names-of">')[2].partition("</p>")[0]

    assert names.index(first) == min(names.index("Ardénie"), names.index("Арденія"))
    assert f'lang="{tag}">{first}' in names
