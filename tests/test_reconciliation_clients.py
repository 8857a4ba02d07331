"""The Reconciliation API over real HTTP: OpenRefine's calls as it sends them, and a library for pandas."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

import live
import pandas
import pytest
import strait
from reconciler import reconcile
from reconciliation import judge

# As the server of OpenRefine sends a batch (Apache HttpClient), and as its pages ask.
FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8", "User-Agent": "OpenRefine/3.9.3"}
PAGE = {"Origin": "http://127.0.0.1:3333", "Accept": "application/json, text/javascript, */*; q=0.01"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[live.Service]:
    """Yield the service on the invented graph."""
    with live.serve(strait.make(tmp_path_factory.mktemp("strait"))) as running:
        yield running


def get(service: live.Service, path: str) -> dict[str, Any]:
    """Return what a page of OpenRefine gets, which must be allowed to read it."""
    status, headers, body = service.send("GET", path, headers=PAGE)
    assert (status, headers["Access-Control-Allow-Origin"]) == (200, "*")
    found: dict[str, Any] = json.loads(body)
    return found


def post(service: live.Service, **fields: object) -> dict[str, Any]:
    """Return the answer to a form with one field of JSON."""
    body = urlencode({name: json.dumps(value) for name, value in fields.items()}).encode()
    status, _, answer = service.send("POST", "/reconcile", body, FORM)
    assert status == 200
    found: dict[str, Any] = json.loads(answer)
    return found


def local(address: str, service: live.Service) -> str:
    """Return the path of an address of the service."""
    begin = f"http://127.0.0.1:{service.port}"
    assert address.startswith(begin)
    return address.removeprefix(begin)


def test_openrefine_matches_a_column(service: live.Service) -> None:
    """OpenRefine adds the service, guesses types, matches with other columns, and fetches values."""
    manifest = get(service, "/reconcile")
    judge("0.2", "manifest", manifest)
    # Guessing types: ten rows without a type, three candidates each.
    guessed = post(service, queries={f"q{n}": {"query": "Mara Voss", "limit": 3} for n in range(10)})
    judge("0.2", "reconciliation-result-batch", guessed)
    types = {each["type"][0]["id"] for found in guessed.values() for each in found["result"]}
    # Matching: a batch of ten with a type and columns as properties.
    state = {"pid": "state", "v": "Ardenia"}
    query = {
        "query": "Voss, Mara",
        "type": "Person",
        "type_strict": "should",
        "properties": [state],
        "limit": 10,
    }
    found = post(service, queries={f"q{n}": query for n in range(10)})
    judge("0.2", "reconciliation-result-batch", found)
    best = found["q9"]["result"][0]
    # Beside a cell: the preview in a frame.
    address = manifest["preview"]["url"].replace("{{id}}", quote(best["id"], safe=""))
    status, headers, shown = service.send("GET", local(address, service))
    # New columns: proposals for the type, then values.
    proposing = manifest["extend"]["propose_properties"]
    proposed = get(
        service, local(f"{proposing['service_url']}{proposing['service_path']}?type=Person", service)
    )
    values = post(service, extend={"ids": [best["id"]], "properties": [{"id": "state"}, {"id": "iri"}]})
    judge("0.2", "data-extension-response", values)

    assert types == {"Person"}
    assert (best["id"], best["match"]) == ("person/mara-voss", True)
    assert (status, b"Mara Voss" in shown, "frame-ancestors *" in headers["Content-Security-Policy"]) == (
        200,
        True,
        True,
    )
    assert "office" in {each["id"] for each in proposed["properties"]}
    assert values["rows"][best["id"]] == {
        "state": [{"id": "state/ardenia", "name": "Ardenia"}],
        "iri": [{"str": f"{live.BASE}person/mara-voss"}],
    }


def test_openrefine_searches_as_one_types(service: live.Service) -> None:
    """The fields for a match, a type and a property are completed from the addresses of the manifest."""
    suggest = get(service, "/reconcile")["suggest"]
    found = {}
    for what, typed in (("entity", "mar"), ("type", "pers"), ("property", "off")):
        address = f"{suggest[what]['service_url']}{suggest[what]['service_path']}"
        told = get(service, f"{local(address, service)}?{urlencode({'prefix': typed, 'type': 'Person'})}")
        found[what] = told["result"][0]["id"]

    assert found == {"entity": "person/mara-voss", "type": "Person", "property": "office"}


def test_view_of_a_match_is_its_page(service: live.Service) -> None:
    """The name of a match leads to its page, as OpenRefine writes the address."""
    view = get(service, "/reconcile")["view"]["url"].replace("{{id}}", quote("person/mara-voss", safe=""))
    status, headers, _ = service.send("GET", local(view, service), headers={"Accept": "text/html"})

    assert (status, headers["Location"]) == (303, "/person/mara-voss.html")


# The library changes frames in place, which pandas is to drop; newer than 0.2.2 there is none.
@pytest.mark.filterwarnings("ignore:The inplace keyword")
def test_pandas(service: live.Service) -> None:
    """The library `reconciler` matches a column of a data frame, with another as a property."""
    frame = pandas.DataFrame(
        {"who": ["Mara Voss", "J. Keller", "Tova Lind"], "of": ["ARD", "Belmark", "BLM"]}
    )
    endpoint = f"http://127.0.0.1:{service.port}/reconcile"
    found = reconcile(
        frame["who"],
        type_id="Person",
        property_mapping={"state": frame["of"]},
        reconciliation_endpoint=endpoint,
    )

    assert dict(zip(found["input_value"], found["id"], strict=True)) == {
        "Mara Voss": "person/mara-voss",
        "J. Keller": "person/jonas-keller",
        "Tova Lind": "person/tova-lind",
    }
    assert found["match"].tolist() == [True, False, True]  # an initial is no name
