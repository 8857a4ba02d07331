"""How a thing is cited: an article as an article, all else as a part of the build that tells of it."""

import re
from datetime import UTC, datetime

from pyoxigraph import NamedNode

from kg.store import kept
from kg.vocab import DIP
from kg.web import kinds
from kg.web.citations import Citation
from kg.web.outward.subject import Subject
from kg.web.values import text

NOTE = "In: Communiqué, a knowledge graph of diplomatic events"


def cite(subject: Subject) -> Citation:
    """Return how what is taken away is cited today."""
    build = subject.graph.build
    key = re.sub(r"[^a-z0-9]+", "-", subject.path.lower()).strip("-")
    made = kept.read(build.folder).made.date().isoformat()
    today = datetime.now(UTC).date().isoformat()
    if subject.kind is not None and DIP.Article in kinds.upward(subject.kind):
        return _article(subject, key, today)
    return Citation(key, subject.iri, subject.title, build.hash, made, today, NOTE)


def _article(subject: Subject, key: str, today: str) -> Citation:
    rows = subject.graph.rows("source", entity=NamedNode(subject.iri))
    first = rows[0]
    authors = tuple(dict.fromkeys(name for row in rows if (name := text(row, "author"))))
    outlet, url = text(first, "outlet") or "", text(first, "url")
    # An address that a browser would run is none.
    safe = url if url and url.startswith(("https://", "http://")) else subject.iri
    return Citation(
        key,
        safe,
        subject.title,
        "",
        text(first, "published") or "",
        today,
        "",
        authors or ((outlet,) if outlet else ()),
        outlet,
    )
