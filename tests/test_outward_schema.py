"""Things in the terms of schema.org, derived from the alignments."""

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from pyoxigraph import RdfFormat, parse
from rdflib import SDO, URIRef

from kg.vocab import DIP, classes
from kg.web.outward import schema

BASE = "https://w3id.org/communique/"
MEETING = "meeting/2031-03-04-jonas-keller-mara-voss"


def told(client: FlaskClient, thing: str) -> dict[str, Any]:
    """Return a thing in terms of schema.org."""
    found: dict[str, Any] = json.loads(client.get(f"/{thing}.schema.jsonld").data)
    return found


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (DIP.Meeting, ("Event",)),
        (DIP.Person, ("Person",)),
        (DIP.Organization, ("Organization",)),
        (DIP.State, ("Country",)),
        (DIP.Place, ("Place",)),
        (DIP.Article, ("NewsArticle",)),
        (DIP.Denial, ("CommunicateAction",)),
        (DIP.Agreement, ("CreativeWork",)),
        (DIP.Topic, ("Thing",)),
    ],
)
def test_types(kind: URIRef, expected: tuple[str, ...]) -> None:
    """A class has the type of its nearest super-class that is aligned."""
    assert schema.types(kind) == expected


def test_each_class_has_a_type_that_exists() -> None:
    """No class is left without a type of schema.org."""
    assert [kind for kind in classes() if any(SDO[name] not in SDO for name in schema.types(kind))] == []


def test_meeting(client: FlaskClient) -> None:
    """An event has who attends, where and when; each with its type and name."""
    found = told(client, MEETING)

    assert (found["@type"], found["@id"]) == ("Event", f"{BASE}{MEETING}")
    assert (found["startDate"], found["endDate"]) == ("2031-03-04", "2031-03-04")
    assert found["location"] == {"@type": "Place", "@id": f"{BASE}place/port-alba", "name": "Port Alba"}
    assert [each["name"] for each in found["attendee"]] == ["Jonas Keller", "Mara Voss"]
    assert found["description"] == "took place"


def test_article(client: FlaskClient) -> None:
    """An article has its headline, day, author and publisher."""
    found = told(client, "article/harbour-post")

    assert (found["@type"], found["headline"]) == ("NewsArticle", "Ardenia and Belmark talk about the strait")
    assert (found["datePublished"], found["inLanguage"]) == ("2031-03-05", "en")
    assert (found["author"]["name"], found["publisher"]["name"]) == ("Nora Quist", "Harbour Post")
    assert found["author"]["@type"] == "Person"
    assert found["url"] == "https://harbour-post.example/strait"


def test_who_is_expelled_attends_nothing(client: FlaskClient) -> None:
    """Those who take part in a deed are not told as its guests."""
    found = told(client, "expulsion/2030-belmark-ardenia")

    assert {"attendee", "organizer"}.isdisjoint(found)
    assert found["name"] == "Expulsion by Belmark, 2030"


def test_plan_is_told_as_one(client: FlaskClient) -> None:
    """What is only announced, on one word, says so: schema.org has no term for it."""
    found = told(client, "visit/2031-05-mara-voss-lindholm")

    assert found["description"] == "announced; only on Northern Wire’s word"


def test_state(client: FlaskClient) -> None:
    """A state has its other names, codes and its like elsewhere."""
    found = told(client, "state/ardenia")

    assert set(found["identifier"]) == {"AD", "ARD", "007", "042", "043"}
    assert set(found["alternateName"]) == {"Ardénie", "Арденія"}
    assert found["sameAs"] == "http://www.wikidata.org/entity/Q999001"


def test_page_has_the_same(client: FlaskClient) -> None:
    """The form stands in the page, too, and no word of it ends its element."""
    page = client.get("/article/northern-wire.html").get_data(as_text=True)
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)

    assert len(blocks) == 2
    assert json.loads(blocks[1]) == told(client, "article/northern-wire")


def test_it_is_rdf_without_a_look_elsewhere(client: FlaskClient) -> None:
    """A reader of RDF understands it as it stands: its terms are in its own context."""
    data = client.get(f"/{MEETING}.schema.jsonld").data
    found = {(str(t.subject), str(t.predicate)) for t in parse(data, RdfFormat.JSON_LD)}

    assert (f"<{BASE}{MEETING}>", "<https://schema.org/startDate>") in found
