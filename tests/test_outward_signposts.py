"""Signposts in the header of a page, and as a set of links."""

import pytest
from flask.testing import FlaskClient
from requests.utils import parse_header_links

BASE = "https://w3id.org/communique/"
MEETING = "meeting/2031-03-04-jonas-keller-mara-voss"


def links(client: FlaskClient, address: str) -> dict[str, list[str]]:
    """Return the links of an answer's header by relation, as an independent reader has them."""
    found: dict[str, list[str]] = {}
    for link in parse_header_links(client.get(f"/{address}").headers["Link"]):
        found.setdefault(link["rel"], []).append(link["url"])
    return found


def test_level_one(client: FlaskClient) -> None:
    """A page leads to its name for citing, its types, what describes it, its data and the set of links."""
    found = links(client, f"{MEETING}.html")

    assert found["cite-as"] == [f"{BASE}{MEETING}"]
    assert found["type"] == ["https://schema.org/AboutPage", "https://schema.org/Event"]
    assert f"/{MEETING}.bib" in found["describedby"]
    assert f"/{MEETING}.ttl" in found["item"]
    assert found["linkset"] == [f"/{MEETING}.linkset.json"]
    assert {"author", "license"}.isdisjoint(found)


def test_author_of_an_article(client: FlaskClient) -> None:
    """An article's page names its author."""
    assert links(client, "article/harbour-post.html")["author"] == [f"{BASE}person/nora-quist"]


@pytest.mark.parametrize("suffix", ["ttl", "bib", "atom", "schema.jsonld"])
def test_items_lead_back(client: FlaskClient, suffix: str) -> None:
    """Each form leads to the page that it belongs to."""
    assert links(client, f"{MEETING}.{suffix}")["collection"] == [f"/{MEETING}.html"]


def test_level_two(client: FlaskClient) -> None:
    """The set of links tells the same as the header, for the page."""
    answer = client.get(f"/{MEETING}.linkset.json")
    [told] = answer.get_json()["linkset"]
    header = links(client, f"{MEETING}.html")

    assert answer.mimetype == "application/linkset+json"
    assert told.pop("anchor") == f"/{MEETING}.html"
    assert {relation: [link["href"] for link in of] for relation, of in told.items()} == {
        relation: header[relation] for relation in ("cite-as", "type", "describedby", "item")
    }
