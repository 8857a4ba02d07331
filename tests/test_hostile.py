"""Whatever a client sends, it is answered in order: no fault of the service, and nothing that runs."""

from urllib.parse import urljoin, urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import create_environ

BASE = "https://w3id.org/communique/"
SCRIPT = "<script>alert(1)</script>"
# A test keeps one client for all of its examples.
LENIENT = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/person/%00", id="nothing"),
        pytest.param("/person/a%0ab", id="a line break"),
        pytest.param("/person/a%20b", id="a space"),
        pytest.param("/person/%3Cscript%3E", id="brackets"),
        pytest.param("/person/%22", id="a quotation mark"),
        pytest.param("/person/%7Ba%7D", id="braces"),
        pytest.param("/person/%5C%5E%60%7C", id="marks that no IRI holds"),
        pytest.param("/person/%ff", id="no UTF-8"),
        pytest.param("/person/%F0%9F%98%80", id="beyond the basic plane"),
        pytest.param("/person/..%2f..%2fetc%2fpasswd", id="way up"),
        pytest.param("/person/x.html.html", id="two suffixes"),
        pytest.param("/person/.ttl", id="a suffix alone"),
        pytest.param("/person/mara-voss.exe", id="a suffix of no form"),
        pytest.param("/person/" + "a" * 5_000, id="a long name"),
        pytest.param("/nothing/at-all", id="no class"),
        pytest.param("/panel/..%2fqueries/head.rq", id="a query that is no panel"),
        pytest.param("/panel/person/head.rq", id="no panel of the folder"),
        pytest.param("/static/..%2f__init__.py", id="a file of the house"),
        pytest.param("/ontology.exe", id="no form of the ontology"),
    ],
)
@pytest.mark.parametrize("media", ["text/html", "text/plain", "application/json", "*/*"])
def test_address_of_nothing(client: FlaskClient, address: str, media: str) -> None:
    """An address of nothing is told so in each form, and what it holds is not run."""
    answer = client.get(address, headers={"Accept": media})

    assert answer.status_code in (400, 404)
    assert "html" not in answer.headers["Content-Type"] or b"<script>" not in answer.data
    assert "Traceback" not in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param('"', id="half a phrase"),
        pytest.param("NEAR(a b)", id="near"),
        pytest.param("a AND NOT", id="operators"),
        pytest.param("name:voss", id="a column"),
        pytest.param("*", id="a star"),
        pytest.param("voss*", id="a prefix"),
        pytest.param("^voss -x +y", id="marks"),
        pytest.param("'; DROP TABLE names; --", id="an injection"),
        pytest.param("\x00", id="nothing"),
        pytest.param("a" * 20_000, id="a long word"),
        pytest.param("a " * 3_000, id="many words"),
        pytest.param("\ue000voss\ue001", id="marks of our own"),
        pytest.param("\U0001f600", id="a picture"),
        pytest.param("ﬁ", id="a ligature"),
        pytest.param(SCRIPT, id="a script"),
    ],
)
def test_words_that_are_no_words(client: FlaskClient, words: str) -> None:
    """Words are looked for as they are; no mark of the index's own language counts."""
    answer = client.get("/search", query_string={"q": words})

    assert answer.status_code == 200
    assert SCRIPT not in answer.get_data(as_text=True)


@given(words=st.text(max_size=40))
@LENIENT
def test_any_words_are_looked_for(client: FlaskClient, words: str) -> None:
    """No text at all makes the search fail."""
    answer = client.get("/search", query_string={"q": words.encode("utf-8", "replace")})

    assert answer.status_code == 200


@given(slug=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
@LENIENT
def test_any_address_is_answered(client: FlaskClient, slug: str) -> None:
    """No address makes the service fail: it leads to something, or to nothing."""
    answer = client.get(f"/person/{slug}", headers={"Accept": "text/html"})

    assert answer.status_code in (200, 301, 303, 308, 400, 404)


@given(after=st.text(max_size=30))
@LENIENT
def test_any_place_in_an_index_is_a_page(client: FlaskClient, after: str) -> None:
    """An index begins behind any key, whatever it is."""
    answer = client.get("/person/", query_string={"after": after.encode("utf-8", "replace")})

    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        pytest.param("", 303, id="nothing"),
        pytest.param("garbage", 406, id="no media type"),
        pytest.param("text/html;q=abc", 303, id="no quality"),
        pytest.param("text/html;level=1;charset=utf-8", 303, id="parameters"),
        pytest.param("*/*;q=0", 406, id="nothing at all"),
        pytest.param(",,,", 303, id="commas"),
        pytest.param("text/*", 303, id="any text"),
        pytest.param("image/png", 406, id="a picture"),
        pytest.param("text/turtle;q=0.1, image/png", 303, id="a poor choice before none"),
        pytest.param("text/html" + ", a/b" * 500, 303, id="many"),
    ],
)
def test_accept_that_is_odd(client: FlaskClient, accept: str, status: int) -> None:
    """A thing is found by whoever takes one of its forms; others are told that there is none."""
    answer = client.get("/person/mara-voss", headers={"Accept": accept})

    assert answer.status_code == status


@pytest.mark.parametrize("header", ["If-None-Match", "If-Modified-Since", "Range", "If-Range"])
@pytest.mark.parametrize(
    "value", ["", '"', "*", "bytes=5-1", "x" * 2_000], ids=["empty", "half", "any", "range", "long"]
)
def test_condition_that_is_odd(client: FlaskClient, header: str, value: str) -> None:
    """A condition that says nothing is passed over."""
    answer = client.get("/person/mara-voss.html", headers={header: value})

    assert answer.status_code in (200, 304)


def test_script_in_a_title_is_read(client: FlaskClient) -> None:
    """The title of an article that holds markup is shown as it is told, wherever it stands."""
    for address in (
        "/article/",
        "/article/northern-wire.html",
        "/organization/northern-wire.html",
        "/search?q=keller",
    ):
        page = client.get(address).get_data(as_text=True)

        assert "<script>alert" not in page
        assert "</script><script>" not in page


def test_script_in_a_text_is_read(client: FlaskClient) -> None:
    """The text of an article that holds markup is shown to the letter."""
    page = client.get("/article/northern-wire.html").get_data(as_text=True)

    assert "&lt;script&gt;alert(" in page
    assert "after the meeting &amp; called it" in page


def test_script_in_an_error_is_read(client: FlaskClient) -> None:
    """What was asked for is told again in the error, as words."""
    answer = client.get(f"/person/{SCRIPT}.html", headers={"Accept": "text/html"})
    page = answer.get_data(as_text=True)

    assert answer.status_code == 404
    assert "&lt;script&gt;" in page
    assert SCRIPT not in page


@pytest.mark.parametrize("suffix", ["ttl", "nt", "jsonld", "rdf"])
def test_data_are_no_page(client: FlaskClient, suffix: str) -> None:
    """Data carry their own type, and browsers are told not to guess another."""
    answer = client.get(f"/article/northern-wire.{suffix}")

    assert not answer.headers["Content-Type"].startswith("text/html")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["//evil.example/x", "//evil.example/x/", "/person//evil.example"])
def test_redirect_stays_here(client: FlaskClient, path: str) -> None:
    """No address of ours leads to another host, though it looks like one."""
    environ = create_environ(base_url="http://here.example/")
    answer = client.open(environ | {"PATH_INFO": path, "REQUEST_URI": path})
    target = answer.headers.get("Location", "/")

    assert urlsplit(urljoin("http://here.example/", target)).netloc == "here.example"
