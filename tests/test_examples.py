"""The examples of the query page: each is well told, and finds something in the project's own articles."""

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import live
import pytest

from kg.store import queries
from kg.store.queries import Query
from kg.web.asking import EXAMPLES

QUERIES = queries.folder(EXAMPLES)
# Those that ask other services are run in test_federation_servers.py, between two servers.
ALONE = [query for query in QUERIES if "SERVICE <" not in query.text]
ACCEPT = {"Accept": "application/sparql-results+json, application/n-triples;q=0.9"}
# What each comment begins with: it says what one row is.
BEGINNINGS = ("One row for each ", "One triple for each ", "Yes where ")


@pytest.fixture(scope="module")
def service(data: Path) -> Iterator[live.Service]:
    """Yield the service over the build of the project's articles."""
    with live.serve(data) as service:
        yield service


def each(test: object) -> object:
    """Let a test run for each example."""
    return pytest.mark.parametrize("example", QUERIES, ids=lambda query: query.name)(test)


@pytest.mark.parametrize("example", ALONE, ids=lambda query: query.name)
def test_example_finds_something(service: live.Service, example: Query) -> None:
    """An example has a row, a triple, or the answer yes."""
    path = f"/sparql?{urlencode({'query': example.text})}"
    status, headers, body = service.send("GET", path, headers=ACCEPT)

    assert status == 200
    if "json" not in headers["Content-Type"]:
        assert body.endswith(b" .\n")
        return
    told = json.loads(body)
    assert told["boolean"] if "boolean" in told else told["results"]["bindings"]


@each
def test_example_is_told(example: Query) -> None:
    """An example says what it answers, what one row is, and under which topic it stands."""
    assert example.field("topic")
    assert example.comment.startswith(BEGINNINGS)
    assert example.comment.endswith((".", '")'))


@each
def test_example_is_laid_out(example: Query) -> None:
    """Prefixes stand in the order of the alphabet, none in vain; no line is long; a table has its order."""
    lines = example.text.splitlines()
    body = "\n".join(line for line in lines if not line.startswith(("#", "PREFIX")))
    prefixes = re.findall(r"^PREFIX (\w+): ", example.text, re.MULTILINE)

    assert prefixes == sorted(set(re.findall(r"(?<![\w<:])([a-z]+):(?=\w)", re.sub(r"<[^>]*>", "", body))))
    assert max(map(len, lines)) <= 120
    assert "\t" not in example.text
    assert example.text.endswith("}\n") or "ORDER BY" in lines[-1] or body.lstrip().startswith("DESCRIBE")
    assert ("ORDER BY" in body) == body.lstrip().startswith("SELECT")


def test_there_are_examples_for_a_start() -> None:
    """At least 40 examples, none called as another; those of a topic stand together."""
    topics = [topic for topic, _ in itertools.groupby(query.field("topic") for query in QUERIES)]

    assert len(QUERIES) >= 40
    assert len({query.title for query in QUERIES}) == len(QUERIES)
    assert len(topics) == len(set(topics))


def test_those_that_ask_others_are_refused_by_default(service: live.Service) -> None:
    """Without a word of its settings the service asks nobody, and says so."""
    others = [query for query in QUERIES if query not in ALONE]
    answers = [service.ask(query.text) for query in others]

    assert len(others) == 3
    assert [status for status, _, _ in answers] == [403] * 3
    assert all(
        "only services that are listed are asked" in json.loads(body)["detail"] for *_, body in answers
    )


@pytest.mark.parametrize("form", ["ASK", "CONSTRUCT", "DESCRIBE", "SERVICE dip:search", "skos:broader*"])
def test_each_form_is_shown(form: str) -> None:
    """The examples hold each form of query, a search and a path."""
    assert any(form in query.text for query in QUERIES)
