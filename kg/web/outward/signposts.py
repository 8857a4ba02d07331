"""Signposts: typed links by which machines find their way (https://signposting.org/FAIR/).

Level 1 stands in the `Link` header of a page, level 2 is a set of links (RFC 9264) that it leads to.
"""

import json
from collections.abc import Iterator

from pyoxigraph import NamedNode
from rdflib import DCTERMS, SDO

from kg.store.forms import Form
from kg.vocab import DIP
from kg.web import negotiation
from kg.web.outward import schema
from kg.web.outward.forms import CITING, DATA, SCHEMA, Outward
from kg.web.outward.subject import Subject
from kg.web.values import text

Link = tuple[str, str, str | None]  # relation, address, media type
# What is told of an article alone: who wrote it, and under which licence, where that is an address.
_SOURCE = {str(DCTERMS.creator): "author", str(DCTERMS.license): "license"}


def links(subject: Subject) -> tuple[Link, ...]:
    """Return the links of the page of a thing: its data are the items, what sums it up describes it."""
    path = subject.path
    types = (SDO.AboutPage, *(SDO[name] for name in schema.types(subject.kind or DIP.Record)))
    told: list[Link] = [("cite-as", subject.iri, None)]
    told += (("type", str(each), None) for each in types)
    told += (("describedby", f"{path}.{o.form.suffix}", o.form.media) for o in (SCHEMA, *CITING))
    told += (("item", each.path, each.media) for each in negotiation.others(path))
    return (*told, *_source(subject), ("linkset", f"{path}.{LINKS.form.suffix}", LINKS.form.media))


def header(subject: Subject) -> str:
    """Return the links as the value of a header (RFC 8288)."""
    return ", ".join(
        f'<{address}>; rel="{relation}"' + (f'; type="{media}"' if media else "")
        for relation, address, media in links(subject)
    )


def linkset(subject: Subject) -> str:
    """Return the links as a set that stands for itself."""
    found: dict[str, list[dict[str, str]]] = {}
    for relation, address, media in links(subject)[:-1]:
        found.setdefault(relation, []).append({"href": address} | ({"type": media} if media else {}))
    return json.dumps({"linkset": [{"anchor": f"{subject.path}.html", **found}]}, indent=2) + "\n"


LINKS = Outward(Form("linkset.json", "application/linkset+json", "Links", DATA), DATA, linkset)


def _source(subject: Subject) -> Iterator[Link]:
    for row in (
        subject.graph.rows("schema", entity=NamedNode(subject.iri)) if subject.kind == DIP.Article else ()
    ):
        relation, target = _SOURCE.get(text(row, "predicate") or ""), text(row, "object") or ""
        if relation and target.startswith(("https://", "http://")):
            yield relation, target, None
