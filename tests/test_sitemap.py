"""The map of the site, as a parser of XML reads it, and the rules for robots."""

import gzip
import xml.etree.ElementTree as ET
from urllib.robotparser import RobotFileParser

import pytest
from flask.testing import FlaskClient

from kg.web import sitemap

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def places(data: bytes) -> list[str]:
    """Return the addresses in a map, each without its host."""
    found = [str(place.text) for place in ET.fromstring(data).iter(f"{SPACE}loc")]
    assert all(place.startswith("http://localhost/") for place in found)
    return [place.removeprefix("http://localhost") for place in found]


def test_each_thing_stands_in_a_part_and_is_there(client: FlaskClient) -> None:
    """The index leads to compressed parts, these to pages of actors, records, topics, places and articles."""
    index = client.get("/sitemap.xml")
    parts = places(index.data)
    pages = [page for part in parts for page in places(gzip.decompress(client.get(part).data))]

    assert index.mimetype == "application/xml"
    kinds = ("actor", "article", "dyad", "place", "record", "topic")
    assert parts == [f"/sitemap/{kind}-1.xml.gz" for kind in kinds]
    assert {"/person/mara-voss.html", "/article/harbour-post.html", "/topic/the-strait.html"} <= set(pages)
    assert (
        len(pages) == len(set(pages)) == 34
    )  # 11 actors, 3 articles, 1 dyad, 3 places, 14 records, 2 topics
    assert {client.get(page).status_code for page in pages[::5]} == {200}


def test_no_part_is_too_long(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are more things than a part may have, the next part goes on."""
    monkeypatch.setattr(sitemap, "MOST", 2)
    parts = [part for part in places(client.get("/sitemap.xml").data) if "/article-" in part]
    pages = [places(gzip.decompress(client.get(part).data)) for part in parts]

    assert parts == ["/sitemap/article-1.xml.gz", "/sitemap/article-2.xml.gz"]
    assert pages == [
        ["/article/ardenia-today.html", "/article/harbour-post.html"],
        ["/article/northern-wire.html"],
    ]


@pytest.mark.parametrize("part", ["actor-2", "actor-0", "actor", "claim-1", "actor-x"])
def test_part_that_is_not_there(client: FlaskClient, part: str) -> None:
    """Only parts that the index lists are there."""
    assert client.get(f"/sitemap/{part}.xml.gz").status_code == 404


def test_robots(client: FlaskClient) -> None:
    """Robots may read pages, and not ask queries without end; they are led to the map."""
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").get_data(as_text=True).splitlines())

    assert rules.can_fetch("Any", "/person/mara-voss.html")
    assert rules.can_fetch("Any", "/codebook")
    asked = ("/sparql?query=x", "/search?q=x", "/q/abc", "/events.csv", "/builds/x/graph.nt")
    assert [path for path in asked if rules.can_fetch("Any", path)] == []
    assert rules.site_maps() == ["http://localhost/sitemap.xml"]
