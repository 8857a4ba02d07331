"""The description of the HTTP interface: it is served, holds what there is, and the service keeps to it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import live
import openapi
import pytest
import strait
from flask.testing import FlaskClient

from kg.store.forms import RESULTS
from kg.web import entity, errors, negotiation
from kg.web.bounds import Bounds

BRIEF = ("--phases", "examples,coverage,fuzzing", "--max-examples", "1", "--max-time", "60")


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    """Return the description."""
    found: dict[str, Any] = json.loads(openapi.DESCRIPTION.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[live.Service]:
    """Yield the service on the invented graph."""
    with live.serve(strait.make(tmp_path_factory.mktemp("strait"))) as running:
        yield running


def test_it_is_served(client: FlaskClient, described: dict[str, Any]) -> None:
    """The description lies at its well-known address, for pages of other hosts too, its host left open."""
    answer = client.get("/openapi.json")
    again = client.get("/openapi.json", headers={"If-None-Match": answer.headers["ETag"]})

    assert (answer.mimetype, answer.get_json()) == ("application/json", described)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert (described["openapi"], described["servers"]) == ("3.1.0", [{"url": "/"}])
    assert again.status_code == 304


def test_operations_have_names_of_their_own(described: dict[str, Any]) -> None:
    """Each operation has a name, which programs that are made from the description use."""
    names = [each["operationId"] for path in described["paths"].values() for each in path.values()]

    assert len(names) == len(set(names))


def test_references_lead_somewhere(described: dict[str, Any]) -> None:
    """Each part that is named is there, and each that is there is named."""
    text = json.dumps(described)
    parts = {f"#/components/{kind}/{name}" for kind, of in described["components"].items() for name in of}
    named = {part for part in parts if f'"{part}"' in text}

    assert text.count('"$ref"') == sum(text.count(f'"{part}"') for part in parts)
    assert parts - named == set()


def test_forms_of_results(described: dict[str, Any]) -> None:
    """The forms of results are those that the service has, with the page for a browser."""
    told = described["paths"]["/sparql"]["get"]["responses"]["200"]["content"]

    assert set(told) == {form.media for form in RESULTS} | {negotiation.HTML.media}


def test_forms_of_things(described: dict[str, Any]) -> None:
    """The forms of things are those of documents, and those that are taken away."""
    told = described["paths"]["/{segment}/{slug}"]["get"]["responses"]["200"]["content"]

    taken = {outward.form.media for outward in entity.OFFERED}
    assert set(told) == {form.media for form in negotiation.FORMS} | taken


@pytest.mark.parametrize("path", ["/void.{suffix}", "/ontology.{suffix}"])
def test_forms_of_documents(described: dict[str, Any], path: str) -> None:
    """The forms of documents are those that the service has."""
    told = described["paths"][path]["get"]["responses"]["200"]["content"]

    assert set(told) == {form.media for form in negotiation.FORMS}


def test_forms_of_problems(described: dict[str, Any]) -> None:
    """Problems come in the forms of problems."""
    told = described["components"]["responses"]["NotFound"]["content"]

    assert set(told) == set(errors.MEDIA) - {"application/json"}


def test_limits_are_told(described: dict[str, Any]) -> None:
    """A result tells the limits in force."""
    told = described["paths"]["/sparql"]["get"]["responses"]["200"]["headers"]

    assert set(Bounds(1, 1, 1).headers) <= set(told)


def test_service_keeps_to_it(service: live.Service, tmp_path: Path) -> None:
    """Requests that fit the description, and some that do not, are answered as it says."""
    done = openapi.run(service, tmp_path, *BRIEF, "--generation-deterministic", "--continue-on-failure")
    told = done.stdout.partition("= FAILURES =")[2] or done.stdout + done.stderr

    assert (done.returncode, told if done.returncode else "") == (0, "")
