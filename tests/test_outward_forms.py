"""The forms in which things are taken away: each has its address, and the page leads to all."""

import json
import re
from typing import Any

import bibtexparser
import feedparser
import icalendar
import pytest
import rispy
from flask.testing import FlaskClient

from kg.web.outward import forms

BASE = "https://w3id.org/communique/"
MEETING = "meeting/2031-03-04-jonas-keller-mara-voss"
SUFFIXES = [outward.form.suffix for outward in forms.THING]
# One of each kind that the forms treat alike, or not.
THINGS = (
    MEETING,
    "person/mara-voss",
    "state/belmark",
    "article/northern-wire",
    "topic/the-strait",
    "place/port-alba",
)


def get(client: FlaskClient, address: str) -> str:
    """Return what stands at an address."""
    answer = client.get(f"/{address}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("thing", THINGS)
def test_page_leads_to_each_form(client: FlaskClient, thing: str) -> None:
    """Each form stands at the foot of the page and in its head, and is there, of its media type."""
    page = get(client, f"{thing}.html")
    foot = page.partition('<footer class="forms">')[2]

    for outward in forms.THING:
        address = f"/{thing}.{outward.form.suffix}"
        answer = client.get(address)
        assert f'href="{address}"' in foot
        assert f'type="{outward.form.media}" href="{address}"' in page.partition("</head>")[0]
        assert (answer.status_code, answer.mimetype) == (200, outward.form.media)


def test_page_says_how_to_cite_it(client: FlaskClient) -> None:
    """A line to copy stands at the foot: the thing, its build and its name everywhere."""
    foot = get(client, f"{MEETING}.html").partition('<footer class="forms">')[2]

    assert 'Cite this page: <span lang="en">Communiqué (20' in foot
    assert "“Meeting of Jonas Keller and Mara Voss, 4 March 2031”. In: Communiqué," in foot
    assert f"{BASE}{MEETING}." in foot


def test_page_has_one_address(client: FlaskClient) -> None:
    """Whatever follows the question mark, the page names one address as its own."""
    shown = [get(client, f"{MEETING}.html{query}") for query in ("", "?a=b")]

    assert [f'<link rel="canonical" href="{BASE}{MEETING}.html">' in page for page in shown] == [True, True]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_was_renamed_and_what_is_not_there(client: FlaskClient, suffix: str) -> None:
    """A former name leads to the same form of the present one; no form is made of nothing."""
    moved = client.get(f"/person/maria-voss.{suffix}")

    assert (moved.status_code, moved.headers["Location"]) == (301, f"/person/mara-voss.{suffix}")
    assert client.get(f"/person/nobody.{suffix}").status_code == 404


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_a_client_has_is_not_sent_again(client: FlaskClient, suffix: str) -> None:
    """A form that has not changed is 304."""
    tag = client.get(f"/{MEETING}.{suffix}").headers["ETag"]

    assert client.get(f"/{MEETING}.{suffix}", headers={"If-None-Match": tag}).status_code == 304


def test_thing_is_cited_with_its_build(client: FlaskClient) -> None:
    """All three forms of a citation name the thing and the build."""
    [bib] = bibtexparser.loads(get(client, f"{MEETING}.bib")).entries
    [ris] = rispy.loads(client.get(f"/{MEETING}.ris").data.decode())
    [csl] = json.loads(get(client, f"{MEETING}.csl.json"))

    assert bib["url"] == csl["URL"] == ris["urls"][0] == f"{BASE}{MEETING}"
    assert bib["version"] == csl["version"] == ris["edition"] == csl["version"]
    assert csl["title"] == "Meeting of Jonas Keller and Mara Voss, 4 March 2031"


def test_article_is_cited_as_an_article(client: FlaskClient) -> None:
    """An article has its own author, outlet, day and address, but none that a browser would run."""
    [csl] = json.loads(get(client, "article/harbour-post.csl.json"))
    [other] = json.loads(get(client, "article/northern-wire.csl.json"))

    assert (csl["author"], csl["container-title"]) == ([{"literal": "Nora Quist"}], "Harbour Post")
    assert csl["issued"] == {"date-parts": [[2031, 3, 5]]}
    assert csl["URL"] == "https://harbour-post.example/strait"
    assert other["URL"] == f"{BASE}article/northern-wire"


def test_search_is_followed(client: FlaskClient) -> None:
    """What a search finds, by name or by words, is a feed and a calendar; its page leads there."""
    atom = feedparser.parse(client.get("/search.atom?q=naval+base").data)
    told: dict[str, Any] = json.loads(get(client, "search.feed.json?q=naval+base"))
    calendar = icalendar.Calendar.from_ical(client.get("/search.ics?q=Lindholm").data)

    expected = [
        f"{BASE}statement/2031-03-04-jonas-keller-naval-base",
        f"{BASE}statement/2031-03-04-northern-wire-naval-base",
    ]
    assert [entry.id for entry in atom.entries] == expected
    assert [item["id"] for item in told["items"]] == expected
    assert told["feed_url"] == f"{BASE}search.feed.json?q=naval+base"
    assert "Visit of Mara Voss to Lindholm, May 2031" in {str(event["summary"]) for event in calendar.events}
    assert 'href="/search.atom?q=naval+base"' in get(client, "search?q=naval+base")


def test_search_for_nothing(client: FlaskClient) -> None:
    """Without words a feed is there, and has nothing."""
    assert feedparser.parse(client.get("/search.atom").data).entries == []
    assert re.search(r'class="forms"', get(client, "search")) is None


def test_pair_of_states_is_followed(client: FlaskClient) -> None:
    """What lies between two states is a feed and a calendar; its page leads there, and to its table."""
    atom = feedparser.parse(client.get("/dyad/ARD/BLM.atom").data)
    calendar = icalendar.Calendar.from_ical(client.get("/dyad/ARD/BLM.ics").data)
    foot = get(client, "dyad/ARD/BLM.html").partition('<footer class="forms">')[2]

    assert atom.feed.title == "Ardenia and Belmark · Communiqué"
    assert len(atom.entries) == 9
    assert f"{BASE}{MEETING}" in {entry.id for entry in atom.entries}
    assert f"{BASE}{MEETING}" in {str(event["uid"]) for event in calendar.events}
    assert [f'href="/dyad/ARD/BLM.{suffix}"' in foot for suffix in ("csv", "atom", "ics", "bib")] == [
        True
    ] * 4
