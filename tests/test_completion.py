"""What helps to write a query: terms with what they are called and fit, and things by name."""

import pytest
from flask.testing import FlaskClient

from kg.web import completion
from kg.web.completion import vocabulary


def terms(kind: str) -> dict[str, dict[str, object]]:
    """Return the terms of a kind by their short names."""
    return {term["name"]: term for term in vocabulary()[kind]}


def names(client: FlaskClient, **asked: str | list[str]) -> list[tuple[str, str]]:
    """Return the short IRI and the label of each thing offered."""
    told = client.get("/sparql/complete", query_string=asked).get_json()["names"]
    return [(each["iri"], each["label"]) for each in told]


def test_terms_are_told(client: FlaskClient) -> None:
    """An editor gets prefixes, classes, properties and values at once, and once only."""
    answer = client.get("/sparql/terms.json")
    again = client.get("/sparql/terms.json", headers={"If-None-Match": answer.headers["ETag"]})

    assert answer.get_json()["prefixes"]["dip"] == "https://w3id.org/communique/ontology#"
    assert set(answer.get_json()) == {"prefixes", "classes", "properties", "values"}
    assert again.status_code == 304


def test_class_is_told_with_those_above() -> None:
    """A class has a label, a comment and its super-classes, so that inherited properties fit."""
    meeting = terms("classes")["dip:Meeting"]

    assert meeting["label"] == "meeting"
    assert meeting["above"] == ["dip:Event", "dip:Record"]
    assert meeting["comment"]


@pytest.mark.parametrize(
    ("name", "domain", "range_"),
    [
        pytest.param("dip:participant", ["dip:Event"], ["dip:Actor"], id="a class each"),
        pytest.param("dip:country", ["dip:Actor", "dip:Place"], ["dip:State"], id="a union"),
        pytest.param("dip:iso2", ["dip:State"], ["xsd:string"], id="a literal"),
    ],
)
def test_property_is_told_with_what_it_fits(name: str, domain: list[str], range_: list[str]) -> None:
    """A property has the classes of its subjects and of its objects."""
    found = terms("properties")[name]

    assert (found["domain"], found["range"]) == (domain, range_)


def test_properties_of_others_are_told() -> None:
    """Properties that are reused from other vocabularies are offered too."""
    assert terms("properties")["rdfs:label"]["label"] == "name"


def test_value_is_told_with_its_class() -> None:
    """A term that stands as a value has the class that a property's range may name."""
    assert terms("values")["dip:Planned"]["of"] == ["dip:Status"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param({"q": "voss"}, ("person/mara-voss", "Mara Voss"), id="a part of a name"),
        pytest.param({"q": "ardenie"}, ("state/ardenia", "Ardenia"), id="another name"),
        pytest.param({"q": "arden", "kind": "dip:State"}, ("state/ardenia", "Ardenia"), id="of a class"),
        pytest.param({"q": "mara", "kind": "Actor"}, ("person/mara-voss", "Mara Voss"), id="class above"),
        pytest.param(
            {"q": "port", "kind": ["dip:State", "dip:Place"]},
            ("place/port-alba", "Port Alba"),
            id="either",
        ),
    ],
)
def test_things_are_offered(
    client: FlaskClient, asked: dict[str, str | list[str]], expected: tuple[str, str]
) -> None:
    """Words that begin a name lead to the thing, by the IRI that a query may hold."""
    assert names(client, **asked)[0] == expected


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({"q": ""}, id="no words"),
        pytest.param({"q": "voss", "kind": "dip:State"}, id="another class"),
        pytest.param({"q": "voss", "kind": "dip:Nothing"}, id="no class"),
        pytest.param({"q": '"* OR'}, id="signs of the index"),
    ],
)
def test_nothing_is_offered(client: FlaskClient, asked: dict[str, str]) -> None:
    """What fits nothing is an empty list, and no error."""
    assert names(client, **asked) == []


def test_list_is_short(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more things are offered than a list shows."""
    before = names(client, q="a")
    monkeypatch.setattr(completion, "MOST", 1)

    assert len(before) > 1
    assert names(client, q="a") == before[:1]


def test_example_as_text(client: FlaskClient) -> None:
    """An example can be had alone, for an editor to take in; what is none is told as missing."""
    answer = client.get("/sparql/examples/10-meetings.rq")

    assert answer.get_data(as_text=True).startswith("# title: Who met whom, and when\n")
    assert answer.content_type == "text/plain; charset=utf-8"
    assert client.get("/sparql/examples/nothing.rq").status_code == 404
