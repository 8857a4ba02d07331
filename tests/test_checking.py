"""A query is checked as it is written: it is read, and asked of no data."""

import json

import live
import pytest

from kg.web.checking import BOUNDS


def check(service: live.Service, query: str) -> tuple[int, dict[str, object]]:
    """Return status and answer of a check."""
    headers = {"Content-Type": "application/sparql-query"}
    status, _, body = service.send("POST", "/sparql/check", query.encode(), headers)
    return status, json.loads(body)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("SELECT * { ?s ?p ?o }", id="a query"),
        pytest.param("SELECT ?m { ?m a dip:Meeting }", id="a prefix that need not be declared"),
        pytest.param("DESCRIBE <person/liu-jianchao>", id="a relative IRI"),
        pytest.param("ASK { SERVICE dip:search { ?p dip:words 'port' } }", id="a search"),
        pytest.param("ASK { FILTER(STRLEN('ə') = 1) }", id="a letter of two bytes"),
    ],
)
def test_understood(service: live.Service, query: str) -> None:
    """A query that would be asked is told to be understood."""
    assert check(service, query) == (200, {"understood": True})


@pytest.mark.parametrize(
    ("query", "begin"),
    [
        pytest.param("SELECT * {\n  ?s ?p }", "line 2, column 10: expected", id="a triple that breaks off"),
        pytest.param("SELECT * { ?s foaf:name ?o }", "line 1, column 15: expected a declared", id="a prefix"),
        pytest.param("SELECT * { FILTRE(?x) }", "line 1, column 12: expected a word", id="a word"),
        pytest.param("DELETE WHERE { ?s ?p ?o }", "line 1, column 1: DELETE is refused", id="an update"),
        pytest.param("ASK { SERVICE <urn:x> { ?s ?p ?o } }", "line 1, column 7: SERVICE", id="a service"),
        pytest.param(
            "ASK { SERVICE dip:search { ?p dip:word 'port' } }",
            "line 1, column 31: expected dip:words",
            id="a search",
        ),
        pytest.param("", "line 1, column 1: expected one of SELECT", id="nothing"),
        pytest.param("PREFIX a: <urn:a>\n#", "line 2, column 2: expected one of SELECT", id="no form"),
        pytest.param(
            "ASK {\n FILTER(dip:near(1)) }", "line 2, column 9: The custom function", id="an unknown function"
        ),
        pytest.param(
            "# one\nSELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }",
            "line 2, column 1: The SELECT contains a variable that is unbound",
            id="a column that is not grouped",
        ),
        pytest.param(
            "SELECT * { ?s ?p ?o } GROUP BY ?s",
            "line 1, column 1: SELECT * is not authorized with GROUP BY",
            id="all columns of groups",
        ),
    ],
)
def test_not_understood(service: live.Service, query: str, begin: str) -> None:
    """What would not be asked is told with its place and the reason; the check itself succeeds."""
    status, told = check(service, query)

    assert (status, told["understood"]) == (200, False)
    assert str(told["detail"]).startswith(begin)
    assert begin.startswith(f"line {told['line']}, column {told['column']}: ")


@pytest.mark.parametrize(
    ("query", "found", "meant"),
    [
        pytest.param("SELECT * { FILTRE(?x) }", "FILTRE", ["FILTER"], id="a word"),
        pytest.param(
            "ASK { ?s foaf:name ?o }",
            "foaf:name",
            ["PREFIX foaf: <http://xmlns.com/foaf/0.1/>"],
            id="a namespace that others use",
        ),
        pytest.param("ASK { ?s a dp:Meeting }", "dp:Meeting", ["dip:Meeting"], id="a prefix"),
        pytest.param(
            "ASK { ?s a Dip:Meeting }", "Dip:Meeting", ["dip:Meeting"], id="the capitals of a prefix"
        ),
    ],
)
def test_did_you_mean(service: live.Service, query: str, found: str, meant: list[str]) -> None:
    """What is not understood comes with what it may have been meant for."""
    _, told = check(service, query)
    suggestions = told["suggestions"]

    assert isinstance(suggestions, list)
    assert [each["meant"] for each in suggestions] == meant
    assert {each["found"] for each in suggestions} == {found}


def test_nothing_is_asked(service: live.Service) -> None:
    """A query that would run for hours is understood at once, as it is asked of no data."""
    heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }"

    assert check(service, heavy) == (200, {"understood": True})


def test_check_has_a_deadline(service: live.Service) -> None:
    """What takes long without any data is stopped soon, and counts as understood."""
    values = " ".join(f"VALUES ?v{i} {{ {'1 ' * 60} }}" for i in range(9))
    status, told = check(service, f"SELECT (COUNT(*) AS ?n) {{ {values} }}")

    assert BOUNDS.seconds <= 2
    assert (status, told["understood"]) == (200, True)


def test_without_a_query(service: live.Service) -> None:
    """A request that holds no query is an error of its own."""
    status, _, _ = service.send("GET", "/sparql/check")

    assert status == 400
