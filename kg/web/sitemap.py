"""The map of the site (https://www.sitemaps.org/protocol.html), and what robots may not ask."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import ceil

from flask import Blueprint, render_template, request
from markupsafe import escape
from pyoxigraph import NamedNode
from rdflib import URIRef
from werkzeug.wrappers import Response

from kg.errors import NotFoundError
from kg.iris import segment
from kg.store import kept
from kg.vocab import DIP
from kg.web.service import Graph, Service
from kg.web.values import text

MOST = 50_000  # addresses of a part, as the protocol has it
CLASSES = {
    segment(kind): kind for kind in (DIP.Actor, DIP.Article, DIP.Dyad, DIP.Place, DIP.Record, DIP.Topic)
}
# Answers to questions: there is no end of them.
HIDDEN = ("/sparql", "/search", "/q/", "/events.", "/selection.csv", "/builds/", "/graphs")
_GZIP = 16  # added to the size of the window: with the head and the sum of gzip
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)
_FOOT = "</urlset>\n"


@dataclass(frozen=True, slots=True)
class Map:
    """What the template `sitemap.xml` shows: the addresses of the parts, and the day of the build."""

    parts: tuple[str, ...]
    made: str


def blueprint(service: Service) -> Blueprint:
    """Return the views of the map and of the rules for robots."""
    views = Blueprint("sitemap", __name__)

    @views.get("/robots.txt")
    def robots() -> Response:
        """Say what robots may not ask, and where the map is."""
        rules = "".join(f"Disallow: {path}\n" for path in HIDDEN)
        told = f"User-agent: *\n{rules}\nSitemap: {request.url_root}sitemap.xml\n"
        return Response(told, content_type="text/plain; charset=utf-8")

    @views.get("/sitemap.xml")
    def index() -> Response:
        """Lead to the parts of the map."""
        graph = service.graph()
        shown = Map(tuple(f"{request.url_root}sitemap/{name}.xml.gz" for name in _parts(graph)), _made(graph))
        return Response(render_template("sitemap.xml", page=shown), content_type="application/xml")

    @views.get("/sitemap/<part>.xml.gz")
    def one(part: str) -> Response:
        """Give the addresses of one part, compressed, while they are found."""
        graph = service.graph()
        if part not in _parts(graph):
            raise NotFoundError(f"/sitemap/{part}.xml.gz: expected one of the parts that /sitemap.xml lists")
        name, _, number = part.rpartition("-")
        things = _things(graph, CLASSES[name], int(number))
        lines = _lines(things, request.url_root.rstrip("/"), _made(graph))
        return Response(_squeezed(lines), content_type="application/gzip")

    return views


def _parts(graph: Graph) -> tuple[str, ...]:
    """Return the names of the parts: the class, and the number from 1."""
    counts = {URIRef(text(row, "kind") or ""): int(text(row, "number") or 0) for row in graph.rows("counts")}
    return tuple(
        f"{name}-{number}"
        for name, kind in CLASSES.items()
        for number in range(1, ceil(counts.get(kind, 0) / MOST) + 1)
    )


def _things(graph: Graph, kind: URIRef, number: int) -> Iterator[str]:
    """Yield the paths of the things of a part."""
    rows = graph.build.each(graph.queries["sitemap"], {"class": NamedNode(kind)})
    for row in islice(rows, (number - 1) * MOST, number * MOST):
        if path := graph.addresses.path(text(row, "entity") or ""):
            yield path


def _lines(paths: Iterable[str], host: str, made: str) -> Iterator[str]:
    yield _HEAD
    for path in paths:
        yield f"<url><loc>{escape(f'{host}{path}.html')}</loc><lastmod>{made}</lastmod></url>\n"
    yield _FOOT


def _squeezed(lines: Iterable[str]) -> Iterator[bytes]:
    squeeze = zlib.compressobj(wbits=zlib.MAX_WBITS + _GZIP)
    for line in lines:
        if data := squeeze.compress(line.encode()):
            yield data
    yield squeeze.flush()


def _made(graph: Graph) -> str:
    return kept.read(graph.build.folder).made.date().isoformat()
