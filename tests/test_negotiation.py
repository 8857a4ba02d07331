"""Which form of a resource a client gets, and what every form says of the others."""

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from werkzeug.datastructures import MIMEAccept

from kg.errors import NotAcceptableError
from kg.web import negotiation

VOSS = "/person/mara-voss"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
MEDIA = {
    "html": "text/html; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        pytest.param(BROWSER, "html", id="a browser"),
        pytest.param("*/*", "html", id="anything"),
        pytest.param("text/turtle", "ttl", id="turtle"),
        pytest.param("application/ld+json", "jsonld", id="json-ld"),
        pytest.param("application/n-triples", "nt", id="n-triples"),
        pytest.param("application/rdf+xml", "rdf", id="rdf/xml"),
        pytest.param("text/html;q=0.2, text/turtle;q=0.9", "ttl", id="by quality"),
        pytest.param("application/pdf, application/ld+json;q=0.1", "jsonld", id="the only one known"),
        pytest.param("text/*;q=0.5, application/rdf+xml", "rdf", id="exact before a range"),
    ],
)
def test_thing_leads_to_the_document_that_the_client_likes_best(
    client: FlaskClient, accept: str, suffix: str
) -> None:
    """A thing answers 303 to the form with the highest quality."""
    answer = client.get(VOSS, headers={"Accept": accept})

    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{VOSS}.{suffix}"
    assert "Accept" in answer.vary


def test_thing_leads_to_the_page_where_nothing_is_asked(client: FlaskClient) -> None:
    """Without an Accept header the page is the answer."""
    answer = client.get(VOSS)

    assert answer.headers["Location"] == f"{VOSS}.html"


def test_form_that_is_not_offered_is_not_acceptable(client: FlaskClient) -> None:
    """A client that takes no form that there is is told which there are."""
    answer = client.get(VOSS, headers={"Accept": "application/pdf"})

    assert answer.status_code == 406
    assert "text/turtle" in answer.get_json(force=True)["detail"]


@pytest.mark.parametrize("suffix", MEDIA)
def test_suffix_names_the_form(client: FlaskClient, suffix: str) -> None:
    """The suffix decides, whatever the client accepts."""
    answer = client.get(f"{VOSS}.{suffix}", headers={"Accept": "application/pdf"})

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == MEDIA[suffix]
    assert "Accept" in answer.vary


@pytest.mark.parametrize("suffix", MEDIA)
def test_document_links_to_its_other_forms_and_to_the_thing(client: FlaskClient, suffix: str) -> None:
    """Each form links to all others, not to itself, and to what it describes."""
    links = client.get(f"{VOSS}.{suffix}").headers["Link"]

    assert [other for other in MEDIA if f"<{VOSS}.{other}>" in links] == [o for o in MEDIA if o != suffix]
    assert f'<{VOSS}>; rel="describes"' in links


@pytest.mark.parametrize("suffix", MEDIA)
def test_document_is_sent_once(client: FlaskClient, suffix: str) -> None:
    """A client that has the document of this build gets 304 and no body."""
    tag = client.get(f"{VOSS}.{suffix}").headers["ETag"]
    again = client.get(f"{VOSS}.{suffix}", headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert again.data == b""
    assert "Accept" in again.vary


def test_forms_have_tags_of_their_own(client: FlaskClient) -> None:
    """No two forms share an entity tag."""
    tags = {client.get(f"{VOSS}.{suffix}").headers["ETag"] for suffix in MEDIA}

    assert len(tags) == 5


def test_another_look_has_another_tag(app: Flask) -> None:
    """The same build shown otherwise, by a service renewed, is a document of its own."""
    with app.test_request_context("/person/ada"):
        tags = {
            negotiation.document(request, body, negotiation.FORMS[0], "/person/ada", "build").headers["ETag"]
            for body in ("<p>Ada</p>", "<b>Ada</b>", "<p>Ada</p>")
        }

    assert len(tags) == 2


def test_data_may_be_read_by_pages_of_other_hosts(client: FlaskClient) -> None:
    """Data are open to scripts of other hosts; pages are not."""
    assert client.get(f"{VOSS}.ttl").headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get(f"{VOSS}.html").headers


def test_page_is_compressed_where_the_client_can(client: FlaskClient) -> None:
    """A page travels compressed."""
    answer = client.get("/ontology.html", headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.vary


@pytest.mark.parametrize(
    ("path", "stem", "suffix"),
    [
        pytest.param("/person/a.ttl", "/person/a", "ttl", id="a suffix"),
        pytest.param("/person/a", "/person/a", None, id="none"),
        pytest.param("/person/a.pdf", "/person/a.pdf", None, id="one that is not offered"),
        pytest.param("/passage/a/1-2.html", "/passage/a/1-2", "html", id="a path of three parts"),
    ],
)
def test_split_finds_the_suffix(path: str, stem: str, suffix: str | None) -> None:
    """Only the suffix of a form is taken off a path."""
    found, form = negotiation.split(path)

    assert found == stem
    assert (form.suffix if form else None) == suffix


def test_wanted_refuses_what_is_excluded() -> None:
    """A quality of nought excludes a form."""
    with pytest.raises(NotAcceptableError, match="text/html"):
        negotiation.wanted(MIMEAccept([("text/html", 0)]))
