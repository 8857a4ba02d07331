"""The Reconciliation API: every answer of both versions fits the specification, and says what is meant."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from reconciliation import judge

OLD, DRAFT = "0.2", "1.0-draft"
VOSS = "person/mara-voss"


def match(client: FlaskClient, **query: object) -> list[dict[str, Any]]:
    """Return the candidates for a query of version 0.2, by POST of a form."""
    batch = {"q": query}
    judge(OLD, "reconciliation-query-batch", batch)
    answer = client.post("/reconcile", data={"queries": json.dumps(batch)})
    assert answer.status_code == 200
    judge(OLD, "reconciliation-result-batch", answer.get_json())
    found: list[dict[str, Any]] = answer.get_json()["q"]["result"]
    return found


def drafted(client: FlaskClient, *conditions: dict[str, object], **others: object) -> list[dict[str, Any]]:
    """Return the candidates for a query of the draft."""
    batch = {"queries": [{"conditions": list(conditions), **others}]}
    judge(DRAFT, "reconciliation-query-batch", batch)
    answer = client.post("/reconcile/1.0/match", json=batch)
    assert answer.status_code == 200
    judge(DRAFT, "reconciliation-result-batch", answer.get_json())
    found: list[dict[str, Any]] = answer.get_json()["results"][0]["candidates"]
    return found


def ids(found: list[dict[str, Any]]) -> list[str]:
    """Return the ids of candidates."""
    return [each["id"] for each in found]


def name(value: object, **others: object) -> dict[str, object]:
    """Return the condition that a thing goes by a name."""
    return {"matchType": "name", "propertyValue": value, **others}


def of(term: str, value: object, **others: object) -> dict[str, object]:
    """Return the condition that a thing has a value of a property."""
    return {"matchType": "property", "propertyId": term, "propertyValue": value, **others}


@pytest.mark.parametrize(
    ("path", "version"), [("/reconcile", OLD), ("/reconcile/1.0", DRAFT), ("/reconcile/", OLD)]
)
def test_manifest(client: FlaskClient, path: str, version: str) -> None:
    """The root tells of the service as its version has it, how many queries it takes among it."""
    told = client.get(path).get_json()

    judge(version, "manifest", told)
    assert (told["versions"], told["batchSize"]) == ([version], 500)


def test_addresses_of_the_manifest_answer(client: FlaskClient) -> None:
    """What the manifest leads to is there: previews, views, suggestions, proposals."""
    told = client.get("/reconcile").get_json()
    addresses = [
        told["view"]["url"].replace("{{id}}", f"{VOSS}.html"),
        told["preview"]["url"].replace("{{id}}", VOSS),
    ]
    addresses += [
        f"{each['service_url']}{each['service_path']}?prefix=a" for each in told["suggest"].values()
    ]
    proposing = told["extend"]["propose_properties"]
    addresses += [proposing["service_url"] + proposing["service_path"], told["logo"]]

    assert {path: client.get(path).status_code for path in addresses} == dict.fromkeys(addresses, 200)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("Mara Voss", VOSS, id="a name"),
        pytest.param("VOSS, Mara", VOSS, id="in the order of lists"),
        pytest.param("M. Voss", VOSS, id="an initial"),
        pytest.param("Mara Vosss", VOSS, id="a slip"),
        pytest.param("Ardenie", "state/ardenia", id="another language, without its mark"),
        pytest.param("Арденія", "state/ardenia", id="another script"),
        pytest.param("Жонас Келлер", "person/jonas-keller", id="a script that the graph has no form in"),
        pytest.param("ARD", "state/ardenia", id="a code"),
        pytest.param("state/ardenia", "state/ardenia", id="an id"),
        pytest.param("https://w3id.org/communique/state/ardenia", "state/ardenia", id="an IRI"),
        pytest.param("Strait of Sorrow", "topic/the-strait", id="a contested name"),
        pytest.param("Port Alba", "place/port-alba", id="a place"),
    ],
)
def test_name_is_found(client: FlaskClient, query: str, expected: str) -> None:
    """A name in any of its forms, or what identifies a thing, leads to it first."""
    assert ids(match(client, query=query))[0] == expected
    assert ids(drafted(client, name(query)))[0] == expected


def test_candidate_is_explained(client: FlaskClient) -> None:
    """A candidate has a score of 100, its class, what tells it from others, and the reasons one by one."""
    told = [{"pid": "state", "v": "Ardenia"}, {"pid": "office", "v": "minister of foreign affairs"}]
    [found] = match(
        client, query="Mara Voss", type="Person", properties=[*told, {"pid": "date", "v": "2031-03-04"}]
    )

    assert (found["id"], found["match"], found["type"]) == (VOSS, True, [{"id": "Person", "name": "person"}])
    assert found["description"] == "person; Foreign Minister, Ardenia"
    assert 99 < found["score"] <= 100
    features = {each["id"]: (each["value"], each["reason"]) for each in found["features"]}
    assert features["name"] == (1.0, "the same name, Mara Voss")
    assert features["state"] == (1.0, "both of ARD")
    assert features["office"][0] == 1.0


def test_other_state_speaks_against(client: FlaskClient) -> None:
    """What is told of another state scores less, and is no match."""
    [same] = match(client, query="Mara Voss", properties=[{"pid": "state", "v": {"id": "state/ardenia"}}])
    [other] = match(client, query="Mara Voss", properties=[{"pid": "state", "v": "BLM"}])

    assert (same["score"] > 95, other["score"] < 70) == (True, True)
    assert (same["match"], other["match"]) == (True, False)


def test_type_restricts(client: FlaskClient) -> None:
    """Only things of the types are found; of a wider one those below it; records where they are asked for."""
    assert match(client, query="Mara Voss", type="State") == []
    assert ids(match(client, query="Mara Voss", type=["Place", "Actor"])) == [VOSS]
    assert "meeting/" not in str(match(client, query="Meeting of Jonas Keller and Mara Voss, 4 March 2031"))
    assert "meeting/" in str(
        match(client, query="Meeting of Jonas Keller and Mara Voss, 4 March 2031", type="dip:Meeting")
    )


def test_office_without_a_name(client: FlaskClient) -> None:
    """Who held an office is found by the office alone, and on a day outside of it is no match."""
    told = [{"pid": "office", "v": "prime minister"}, {"pid": "state", "v": "Belmark"}]
    [held] = match(client, properties=[*told, {"pid": "date", "v": "2031-03-05T00:00:00Z"}])
    [later] = match(client, properties=[*told, {"pid": "date", "v": "2039"}])

    assert (held["id"], held["score"]) == ("person/jonas-keller", 90.0)
    assert later["score"] < 60


@pytest.mark.parametrize(
    ("term", "value"),
    [("iso3", "ARD"), ("iso2", "AD"), ("m49", "007"), ("cow", "042"), ("wikidata", "Q999001")],
)
def test_code_identifies(client: FlaskClient, term: str, value: str) -> None:
    """A code leads to its state without a name, as a match."""
    [found] = match(client, properties=[{"pid": term, "v": value}])

    assert (found["id"], found["score"], found["match"]) == ("state/ardenia", 100.0, True)


def test_conditions_of_the_draft(client: FlaskClient) -> None:
    """What is required restricts; any, all and none of the values mean what they say."""
    either = ["ARD", "BLM"]

    assert ids(drafted(client, name("Mara Voss"), of("state", "BLM"))) == [VOSS]
    assert drafted(client, name("Mara Voss"), of("state", "BLM", required=True)) == []
    assert ids(drafted(client, name("Mara Voss"), of("state", either, required=True))) == [VOSS]
    assert drafted(client, name("Mara Voss"), of("state", either, required=True, matchQuantifier="all")) == []
    assert drafted(client, name("Mara Voss"), of("state", either, matchQuantifier="none")) == []
    assert ids(drafted(client, {"matchType": "id", "propertyValue": VOSS})) == [VOSS]
    assert drafted(client, name("Mara Voss"), of("office", "president", required=True)) == []
    assert ids(drafted(client, name("Mara Voss"), of("office", "foreign minister", required=True))) == [VOSS]


def test_limit(client: FlaskClient) -> None:
    """No more candidates come than are asked for, the best first."""
    told = [{"pid": "office", "v": "minister"}]
    many = match(client, properties=told, limit=50)

    assert len(many) > 1
    assert ids(match(client, properties=told, limit=1)) == ids(many)[:1]
    assert [each["score"] for each in many] == sorted((each["score"] for each in many), reverse=True)


def test_results_have_the_keys_of_queries(client: FlaskClient) -> None:
    """Each query of a batch has its result under its key, by GET as by POST, also where nothing is found."""
    batch = json.dumps(
        {"row 1": {"query": "Mara Voss"}, "ряд": {"query": "zzzz"}, "": {"query": "Mara Voss"}}
    )
    told = client.get("/reconcile", query_string={"queries": batch}).get_json()

    judge(OLD, "reconciliation-result-batch", told)
    assert {key: ids(found["result"]) for key, found in told.items()} == {
        "row 1": [VOSS],
        "ряд": [],
        "": [VOSS],
    }
    assert client.post("/reconcile", data={"queries": batch}).get_json() == told


@pytest.mark.parametrize(("root", "version"), [("/reconcile", OLD), ("/reconcile/1.0", DRAFT)])
def test_suggestions(client: FlaskClient, root: str, version: str) -> None:
    """Entities, types and properties are suggested by what is typed, or by their ids."""

    def suggest(what: str, schema: str, **told: object) -> list[str]:
        answer = client.get(f"{root}/suggest/{what}", query_string=told).get_json()
        judge(version, f"suggest-{schema}-response", answer)
        return ids(answer["result"])

    assert suggest("entity", "entities", prefix="mar vo") == [VOSS]
    assert suggest("entity", "entities", prefix=VOSS)[0] == VOSS
    assert suggest("entity", "entities", prefix="ard", type="State") == ["state/ardenia"]
    assert suggest("entity", "entities", prefix="") == []
    assert suggest("type", "types", prefix="pers") == ["Person"]
    assert suggest("type", "types", prefix="", limit=2) == ["Person", "State"]
    assert suggest("property", "properties", prefix="off")[0] == "office"
    every = suggest("property", "properties", prefix="", limit=50)
    further = {"cursor" if version == OLD else "offset": 2}
    assert suggest("property", "properties", prefix="", limit=2, **further) == every[2:4]


def test_values_are_fetched(client: FlaskClient) -> None:
    """Codes, names, offices and what the graph tells come in the form of each version."""
    names = ["iso3", "state", "wikidata", "office", "dip:country"]
    asked = {"ids": [VOSS, "state/ardenia", "nobody"], "properties": [{"id": each} for each in names]}
    judge(OLD, "data-extension-query", asked)
    old = client.post("/reconcile", data={"extend": json.dumps(asked)}).get_json()
    new = client.post("/reconcile/1.0/extend", json=asked).get_json()
    judge(OLD, "data-extension-response", old)
    judge(DRAFT, "data-extension-response", new)
    ardenia = {"id": "state/ardenia", "name": "Ardenia"}

    assert old["rows"]["state/ardenia"]["iso3"] == [{"str": "ARD"}]
    assert old["rows"][VOSS] == {
        "iso3": [],
        "state": [ardenia],
        "wikidata": [],
        "office": [{"str": "Foreign Minister, Ardenia (from 2031-03-04 to 2031-03-05)"}],
        "dip:country": [ardenia],
    }
    assert old["rows"]["nobody"] == {name: [] for name in names}
    assert [row["id"] for row in new["rows"]] == asked["ids"]
    assert {each["id"]: each["values"] for each in new["rows"][0]["properties"]} == old["rows"][VOSS]
    assert old["meta"] == new["meta"]


def test_dates_of_the_graph_are_fetched(client: FlaskClient) -> None:
    """A day is told as the specification has days, with a time."""
    tenure = "tenure/mara-voss-foreign-minister-ardenia"
    asked = {"ids": [tenure], "properties": [{"id": "dip:attestedFrom"}]}
    told = client.post("/reconcile/1.0/extend", json=asked).get_json()

    judge(DRAFT, "data-extension-response", told)
    assert told["rows"][0]["properties"][0]["values"] == [{"date": "2031-03-04T00:00:00Z"}]


@pytest.mark.parametrize(("root", "version"), [("/reconcile", OLD), ("/reconcile/1.0", DRAFT)])
def test_properties_are_proposed(client: FlaskClient, root: str, version: str) -> None:
    """What may be fetched is proposed for a type, our own properties first."""
    told = client.get(f"{root}/extend/propose?type=Person&limit=3").get_json()
    everything = client.get(f"{root}/extend/propose").get_json()

    judge(version, "data-extension-property-proposal", told)
    judge(version, "data-extension-property-proposal", everything)
    assert (told["type"], told["limit"], ids(told["properties"])) == (
        "Person",
        3,
        ["name", "state", "office"],
    )
    assert {"iso3", "dip:participant"} <= set(ids(everything["properties"]))
    assert "iso3" not in str(ids(client.get(f"{root}/extend/propose?type=Person").get_json()["properties"]))


def test_preview_stands_in_a_frame(client: FlaskClient) -> None:
    """The preview names the thing, and any page may show it in a frame; no other page may be shown so."""
    answer = client.get("/reconcile/preview", query_string={"id": VOSS})
    shown = answer.get_data(as_text=True)

    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in client.get("/about").headers["Content-Security-Policy"]
    assert (f'href="/{VOSS}"' in shown, "Foreign Minister, Ardenia" in shown) == (True, True)
    assert client.get("/reconcile/preview?id=nobody").status_code == 404
    assert client.get("/reconcile/preview").status_code == 404
