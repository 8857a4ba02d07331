"""Feeds as independent readers read them."""

import json
from typing import Any

import feedparser
import pytest
from flask.testing import FlaskClient

BASE = "https://w3id.org/communique/"
VISIT = f"{BASE}visit/2031-04-14-ilya-renn-belmark"


@pytest.fixture
def atom(client: FlaskClient) -> Any:  # noqa: ANN401 # as the library has it
    """Return the feed of a state."""
    return feedparser.parse(client.get("/state/belmark.atom").data)


@pytest.fixture
def told(client: FlaskClient) -> dict[str, Any]:
    """Return the same as a JSON feed."""
    found: dict[str, Any] = client.get("/state/belmark.feed.json").get_json(force=True)
    return found


def test_a_reader_understands_it(atom: Any) -> None:  # noqa: ANN401
    """The feed has a name, a page, and is as new as the last article on it."""
    assert (atom.bozo, atom.version) == (False, "atom10")
    assert (atom.feed.title, atom.feed.link) == ("Belmark · Communiqué", f"{BASE}state/belmark")
    assert (atom.feed.id, atom.feed.updated) == (f"{BASE}state/belmark.atom", "2031-04-17T12:00:00+00:00")


def test_records_of_a_state_and_its_people(atom: Any) -> None:  # noqa: ANN401
    """What the state and its people did and said, and what was done there, told last first."""
    found = [entry.id.removeprefix(BASE) for entry in atom.entries]

    assert found[0] == "agreement/2019-treaty"
    assert set(found) >= {
        "expulsion/2030-belmark-ardenia",
        "meeting/2031-03-04-jonas-keller-mara-voss",
        "denial/2031-03-05-tova-lind",
        "visit/2031-04-14-ilya-renn-belmark",
    }
    assert len(found) == len(set(found))
    updated = [
        entry.updated for entry in atom.entries if entry.id != f"{BASE}visit/2031-05-mara-voss-lindholm"
    ]
    assert updated == sorted(updated, reverse=True)


def test_item(atom: Any) -> None:  # noqa: ANN401
    """An item has its status and date in words, the first sentence with its outlet, and when it was told."""
    [entry] = [each for each in atom.entries if each.id == VISIT]

    assert entry.content[0].value == (
        "Took place. 14–16 Apr 2031.\n"
        "“She announced that President Ilya Renn would visit Belmark in April.” — Harbour Post, 5 Mar 2031\n"
        "1 more article tells of it."
    )
    assert (entry.published, entry.updated) == ("2031-03-05T12:00:00+00:00", "2031-04-17T12:00:00+00:00")
    assert [tag.term for tag in entry.tags] == ["visit"]


def test_both_feeds_tell_the_same(atom: Any, told: dict[str, Any]) -> None:  # noqa: ANN401
    """The JSON feed has the same items, with the same words and days."""
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert [(i["id"], i["title"], i["content_text"], i["date_modified"]) for i in told["items"]] == [
        (e.id, e.title, e.content[0].value, e.updated) for e in atom.entries
    ]


def test_doubt_is_told(client: FlaskClient) -> None:
    """An item says on whose word alone it stands, and who denies it."""
    told = json.loads(client.get("/person/jonas-keller.feed.json").data)
    [item] = [i for i in told["items"] if i["id"].endswith("jonas-keller-naval-base")]

    assert item["_communique"]["status"] == "only on Northern Wire’s word; denied by Tova Lind"
    assert item["content_text"].startswith("Only on Northern Wire’s word; denied by Tova Lind. 4 Mar 2031.")


def test_hostile_words_stay_words(client: FlaskClient) -> None:
    """Markup in sentences is text."""
    feed = feedparser.parse(client.get("/person/ilya-renn.atom").data)
    [entry] = [each for each in feed.entries if "/call/" in each.id]

    assert entry.content[0].type == "text/plain"
    assert '<script>alert("x")</script>' in entry.content[0].value
