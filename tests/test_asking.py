"""The page for queries as it is sent, before any script runs."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from strait import BASE

from kg.store import queries
from kg.web import asking
from kg.web.asking import EXAMPLES

ASKED = sorted((Path(asking.__file__).parent / "static" / "query").glob("*.rq"))
BROWSER = {"Accept": "text/html"}


def page(client: FlaskClient, path: str = "/sparql") -> str:
    """Return the page at an address."""
    return client.get(path, headers=BROWSER).get_data(as_text=True)


def test_examples_stand_under_their_topics(client: FlaskClient) -> None:
    """Each topic is told once, with a link to each of its examples."""
    shown = page(client)
    topics = re.findall(r'<details name="topics"(?: open)?>(.*?)</details>', shown, re.DOTALL)

    assert shown.count("<summary>Meetings and visits</summary>") == 1
    assert min(topic.count("data-example=") for topic in topics) > 1
    assert shown.count("data-example=") == len(list(EXAMPLES.glob("*.rq")))


@pytest.mark.parametrize(
    ("path", "title"),
    [
        pytest.param("/sparql", "What is told of one thing", id="the first"),
        pytest.param("/sparql?example=70-offices", "Which offices a person held, as attested", id="named"),
        pytest.param("/sparql?example=nothing", "What is told of one thing", id="not known"),
    ],
)
def test_field_is_begun_with_an_example(client: FlaskClient, path: str, title: str) -> None:
    """The field holds an example, so that one can run it and go on from it."""
    found = re.search(r"<textarea[^>]*># title: ([^\n]*)", page(client, path))

    assert found
    assert found[1] == title


def test_policy_lets_in_the_sheets_of_this_answer_alone(client: FlaskClient) -> None:
    """Each answer has a nonce of its own, in the policy and on the script; the page is not kept with it."""
    answers = [client.get("/sparql", headers=BROWSER) for _ in range(2)]
    nonces = [
        re.search(r"style-src 'self' 'nonce-([\w-]{22})'", a.headers["Content-Security-Policy"])
        for a in answers
    ]
    found = [nonce[1] for nonce in nonces if nonce]

    assert len(set(found)) == 2
    for nonce, answer in zip(found, answers, strict=True):
        assert f'nonce="{nonce}"' in answer.get_data(as_text=True)
    assert {answer.headers["Cache-Control"] for answer in answers} == {"no-store"}
    assert "unsafe" not in answers[0].headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ASKED, ids=lambda path: path.stem)
def test_query_of_the_scripts(client: FlaskClient, path: Path) -> None:
    """A query that scripts send is whole as it lies, has one place to fill, and finds nothing unfilled."""
    asked = queries.read(path)
    answer = client.get(f"/static/query/{path.name}")
    build = client.application.extensions["service"].store.current()

    assert answer.get_data(as_text=True) == asked.text
    assert asked.text.count("{ }") == 1
    assert len(build.select(asked)) == 0
    answer.close()


@pytest.mark.parametrize(
    ("name", "thing", "column", "expected"),
    [
        pytest.param("labels", "person/mara-voss", "label", "Mara Voss", id="a label"),
        pytest.param("states", "person/mara-voss", "label", "Ardenia", id="the state of a person"),
        pytest.param("states", "state/ardenia", "code", "007", id="the state of a state"),
        pytest.param(
            "sentences",
            "tenure/jonas-keller-prime-minister-belmark",
            "article",
            f"{BASE}article/northern-wire",
            id="a sentence",
        ),
    ],
)
def test_query_of_the_scripts_filled(
    client: FlaskClient, name: str, thing: str, column: str, expected: str
) -> None:
    """With a thing in its place, it finds what the page shows of it."""
    asked = next(queries.read(path) for path in ASKED if path.stem == name)
    filled = replace(asked, text=asked.text.replace("{ }", f"{{ <{BASE}{thing}> }}"))
    found = client.application.extensions["service"].store.current().select(filled)

    assert {row[column].value for row in found} == {expected}
