"""Errors in the form that was asked for, and what every answer carries."""

import pytest
from flask import Request
from flask.testing import FlaskClient

from kg import config
from kg.errors import QueryError
from kg.web import create_app, protocol
from kg.web.headers import HEADERS


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        pytest.param("text/html", "text/html; charset=utf-8", id="a page"),
        pytest.param("text/html,*/*;q=0.8", "text/html; charset=utf-8", id="a browser"),
        pytest.param("text/plain", "text/plain; charset=utf-8", id="text"),
        pytest.param("application/json", "application/problem+json", id="json"),
        pytest.param("text/turtle", "application/problem+json", id="data"),
    ],
)
def test_error_is_told_as_the_client_reads(client: FlaskClient, accept: str, media: str) -> None:
    """The same reason stands in each form."""
    answer = client.get("/person/nobody.html", headers={"Accept": accept})

    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == media
    assert "person/nobody" in answer.get_data(as_text=True)
    assert "Accept" in answer.vary


def test_problem_has_the_members_of_its_standard(client: FlaskClient) -> None:
    """RFC 9457: type, title, status, detail."""
    problem = client.get("/person/nobody.ttl", headers={"Accept": "text/turtle"}).get_json(force=True)

    assert problem == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "Nothing in this graph is called https://w3id.org/communique/person/nobody",
    }


def test_problem_carries_what_the_error_tells(monkeypatch: pytest.MonkeyPatch, client: FlaskClient) -> None:
    """Members of an error stand in the document, and none takes the place of the standard's."""

    def fail(_: Request) -> None:
        raise QueryError("query: no", {"line": 2, "status": 200})

    monkeypatch.setattr(protocol, "read", fail)
    answer = client.get("/sparql")

    assert answer.get_json(force=True) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "query: no",
        "line": 2,
        "query": answer.headers["X-Query-Id"],
    }


def test_method_that_is_not_allowed_names_those_that_are(client: FlaskClient) -> None:
    """The header that HTTP wants stays on the answer."""
    answer = client.delete("/search")

    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_service_without_a_build_says_so(tmp_path: object) -> None:
    """No build is a state of the service, not a fault of the client."""
    client = create_app(config.read({"KG_DATA": str(tmp_path)})).test_client()
    answer = client.get("/")

    assert answer.status_code == 503
    assert "kg build" in answer.get_json(force=True)["detail"]


@pytest.mark.parametrize(
    "path", ["/", "/person/mara-voss", "/person/nobody", "/static/style.css", "/ontology.ttl"]
)
def test_every_answer_is_guarded(client: FlaskClient, path: str) -> None:
    """Pages, redirects, errors, files and data carry the headers."""
    with client.get(path) as answer:
        headers = answer.headers

    assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_policy_allows_nothing_from_elsewhere() -> None:
    """No inline script or style, no frame, no other host."""
    policy = HEADERS["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
