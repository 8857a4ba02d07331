"""Feeds: Atom (RFC 4287) and JSON Feed 1.1.

By hand: the library for feeds was last released in 2023 and knows no JSON Feed. A template and a dict say the
same in few lines, and independent readers judge them in the tests.
"""

import json
from dataclasses import dataclass

from flask import render_template

from kg.store import kept
from kg.store.characters import xml_safe
from kg.web.citations import NAME
from kg.web.outward import told
from kg.web.outward.subject import Subject
from kg.web.outward.told import Item

JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class Feed:
    """What the template `feed.xml` shows.

    Attributes:
        id: name of the feed for ever.
        title: what it is about.
        page: address of the page that it tells of.
        address: its own.
        updated: when its last item was, as RFC 3339 writes it.
        author: who gives it out.
        items: the records.
    """

    id: str
    title: str
    page: str
    address: str
    updated: str
    author: str
    items: tuple[Item, ...]


def atom(subject: Subject) -> bytes:
    """Return the records as an Atom feed."""
    return xml_safe(render_template("feed.xml", feed=_feed(subject, "atom")).encode())


def json_feed(subject: Subject) -> str:
    """Return the records as a JSON feed."""
    feed = _feed(subject, "feed.json")
    found = {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "authors": [{"name": feed.author}],
        "items": [_json(item) for item in feed.items],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _feed(subject: Subject, suffix: str) -> Feed:
    items = told.items(subject)
    made = kept.read(subject.graph.build.folder).made
    updated = max((item.last for item in items), default=made)
    page, address = subject.iri, subject.address(suffix)
    return Feed(address, f"{subject.title} · {NAME}", page, address, updated.isoformat(), NAME, items)


def _json(item: Item) -> dict[str, object]:
    return {
        "id": item.iri,
        "url": item.iri,
        "title": item.title,
        "content_text": item.words,
        "date_published": item.first.isoformat(),
        "date_modified": item.last.isoformat(),
        "tags": [item.kind],
        "_communique": {"status": told.status(item.record) or None, "articles": len(item.record.articles)},
    }
