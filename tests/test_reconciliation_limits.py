"""What the Reconciliation API refuses, and how it says so; what any page of any host may ask of it."""

import json
from pathlib import Path

import pytest
import strait
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kg import config
from kg.web import create_app
from kg.web.reconciliation.reading import BATCH
from kg.web.reconciliation.views import LARGEST


def ask(client: FlaskClient, queries: object) -> TestResponse:
    """Return the answer to a batch of version 0.2, given as text or as what JSON writes."""
    text = queries if isinstance(queries, str) else json.dumps(queries)
    return client.post("/reconcile", data={"queries": text})


@pytest.mark.parametrize(
    ("queries", "expected"),
    [
        pytest.param("{", "queries: expected JSON in UTF-8", id="broken"),
        pytest.param("[]", "queries: expected an object, found []", id="an array"),
        pytest.param("[" * 100_000, "nested without end", id="nested"),
        pytest.param({"q": "Voss"}, 'queries/q: expected an object, found "Voss"', id="no object"),
        pytest.param({"q": {}}, "queries/q: expected a query, properties, or both", id="empty"),
        pytest.param({"q": {"query": 1}}, "queries/q/query: expected a string, found 1", id="a number"),
        pytest.param({"q": {"qeury": "x"}}, 'found "qeury"', id="misspelt"),
        pytest.param({"q": {"query": "x", "type": "Persno"}}, "such as Person", id="unknown type"),
        pytest.param({"q": {"query": "x", "limit": 0}}, "queries/q/limit: expected a number", id="no limit"),
        pytest.param({"q": {"query": "x", "limit": True}}, "found true", id="limit of another kind"),
        pytest.param('{"q": {"query": "x", "limit": NaN}}', 'found "NaN"', id="no number"),
        pytest.param({"q": {"query": "x", "type_strict": "never"}}, "any, should or all", id="strictness"),
        pytest.param({"q": {"query": "x", "properties": [{"v": 1}]}}, "found null", id="no pid"),
        pytest.param(
            {"q": {"query": "x", "properties": [{"pid": "P17", "v": 1}]}},
            "one of name, state, office, date",
            id="unknown pid",
        ),
        pytest.param(
            {"q": {"query": "x", "properties": [{"pid": "state", "v": {"name": "x"}}]}},
            "an entity with its id",
            id="entity without id",
        ),
        pytest.param(
            {"q": {"query": "x", "properties": [{"pid": "state", "v": ["x"] * 21}]}},
            "at most 20",
            id="many values",
        ),
    ],
)
def test_faults_are_named(client: FlaskClient, queries: object, expected: str) -> None:
    """What is no batch is refused with its place, what was expected, and what was found."""
    answer = ask(client, queries)

    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert expected in answer.get_json()["detail"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, "queries: expected an array, found null"),
        ({"queries": [{}]}, "queries/0/conditions: expected an array"),
        ({"queries": [{"conditions": []}]}, "expected at least one condition"),
        (
            {"queries": [{"conditions": [{"matchType": "label", "propertyValue": "x"}]}]},
            "name, id or property",
        ),
        ({"queries": [{"conditions": [{"matchType": "property", "propertyValue": "x"}]}]}, "found null"),
        ({"queries": [{"conditions": [{"matchType": "name", "propertyValue": None}]}]}, "found null"),
        (
            {
                "queries": [
                    {"conditions": [{"matchType": "name", "propertyValue": "x", "matchQualifier": "EDTF"}]}
                ]
            },
            "no property has any",
        ),
        (
            {
                "queries": [
                    {"conditions": [{"matchType": "name", "propertyValue": "x", "matchQuantifier": "some"}]}
                ]
            },
            "any, all or none",
        ),
        (
            {"queries": [{"conditions": [{"matchType": "name", "propertyValue": "x", "required": 1}]}]},
            "true or false",
        ),
    ],
)
def test_faults_of_drafts_are_named(client: FlaskClient, body: object, expected: str) -> None:
    """The draft's batches are refused as those of version 0.2."""
    answer = client.post("/reconcile/1.0/match", json=body)

    assert (answer.status_code, expected in answer.get_json()["detail"]) == (400, True)


def test_batch_is_bounded(client: FlaskClient) -> None:
    """As many queries as the manifest tells are answered, one more is refused, and so is a larger body."""
    queries = {str(n): {"query": "zzz"} for n in range(BATCH)}
    answer = ask(client, queries | {"more": {"query": "zzz"}})

    assert len(ask(client, queries).get_json()) == BATCH
    assert (answer.status_code, "at most 500 in a batch, found 501" in answer.get_json()["detail"]) == (
        413,
        True,
    )
    assert ask(client, {"q": {"query": "x" * LARGEST}}).status_code == 413


def test_values_are_bounded(client: FlaskClient) -> None:
    """So many things and properties are fetched at once and no more, known ones alone."""

    def extend(ids: int, *names: str) -> TestResponse:
        asked = {"ids": ["x"] * ids, "properties": [{"id": name} for name in names]}
        return client.post("/reconcile/1.0/extend", json=asked)

    assert extend(1_001, "iso3").status_code == 413
    assert extend(1, *["iso3"] * 21).status_code == 413
    assert "extend/propose" in extend(1, "P17").get_json()["detail"]
    assert extend(1, "date").status_code == 400


@pytest.mark.parametrize(
    "name",
    [
        "x" * 50_000,
        "\x00",
        '"',
        "*",
        "a AND b",
        "NEAR(",
        "’",
        "🜚",
        "\ud800",
        "<b>",
        "'; --",
    ],
)
def test_any_name_is_only_a_name(client: FlaskClient, name: str) -> None:
    """What no name holds finds nothing and harms nothing."""
    answer = ask(client, {"q": {"query": name, "properties": [{"pid": "state", "v": name}]}})

    assert answer.status_code == 200
    assert answer.get_json()["q"]["result"] == []


def test_other_bodies_are_refused(client: FlaskClient) -> None:
    """A body of another type is named."""
    plain = client.post("/reconcile", data="x", content_type="text/plain")
    form = client.post("/reconcile/1.0/match", data={"queries": "{}"})
    broken = client.post("/reconcile/1.0/match", data=b"\xff", content_type="application/json")

    assert (plain.status_code, form.status_code, broken.status_code) == (415, 415, 400)
    assert "expected a form with queries or extend" in plain.get_json()["detail"]


@pytest.mark.parametrize(
    "path", ["/reconcile", "/reconcile/1.0", "/reconcile/suggest/type?prefix=p", "/reconcile?queries={"]
)
def test_pages_of_others_may_ask(client: FlaskClient, path: str) -> None:
    """Scripts of other hosts may read every answer, errors too."""
    assert client.get(path).headers["Access-Control-Allow-Origin"] == "*"


def test_pages_of_others_may_send(client: FlaskClient) -> None:
    """A browser that asks first is told that a batch may be sent as JSON."""
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    answer = client.options("/reconcile/1.0/match", headers=asked)

    assert (answer.status_code, "POST" in answer.headers["Access-Control-Allow-Methods"]) == (200, True)
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]


def test_batches_come_with_a_body(client: FlaskClient) -> None:
    """What is to be posted is not had by GET, and what is not there is not found."""
    answer = client.get("/reconcile/1.0/match")

    assert (answer.status_code, answer.headers["Allow"]) == (405, "OPTIONS, POST")
    assert client.get("/reconcile/suggest/thing").status_code == 404


def test_language_of_the_reader_changes_no_data(client: FlaskClient) -> None:
    """What programs are told is English, whoever asks."""
    french = client.get("/reconcile/suggest/type?prefix=pers", headers={"Accept-Language": "fr"})

    assert french.get_json()["result"][0]["name"] == "person"


def test_batches_are_counted(tmp_path: Path) -> None:
    """A batch counts as a query of its client; what is asked as somebody types does not."""
    data = strait.make(tmp_path)
    client = create_app(config.read({"KG_DATA": str(data), "KG_QUERY_RATE": "2"})).test_client()
    batch = {"q": {"query": "Mara Voss"}}
    told = [client.get("/reconcile/suggest/entity?prefix=m").status_code for _ in range(5)]
    asked = [ask(client, batch) for _ in range(3)]

    assert set(told) == {200}
    assert [each.status_code for each in asked] == [200, 200, 429]
    assert int(asked[2].headers["Retry-After"]) > 0
