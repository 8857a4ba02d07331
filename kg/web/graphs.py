"""`/graphs`: whole graphs, to be read (SPARQL 1.1 Graph Store HTTP Protocol).

A graph is named by a parameter (`?default`, `?graph=IRI`; section 4.2 of the standard), or is what the
address itself stands for (`/graphs/NAME` below the base; section 4.1).
"""

import re

from flask import g, request
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.wrappers import Response

from kg.errors import KgError, NotFoundError, QueryError
from kg.store.builds import Build
from kg.store.prologue import PREFIXES
from kg.store.worker import Request
from kg.web import bounds, protocol
from kg.web.bounds import Bounds
from kg.web.sending import Sender
from kg.web.service import Service

PATH = "graphs"
METHODS = ("GET", "HEAD", "OPTIONS", "PUT", "POST", "DELETE", "PATCH")  # of the standard
_READING = ("GET", "HEAD", "OPTIONS")  # the others are refused
_DEFAULT = ""  # stands for the default graph, which has no IRI
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


class Graphs:
    """What the views of graphs work with."""

    def __init__(self, service: Service, sender: Sender) -> None:
        self._service = service
        self._config = service.config
        self._sender = sender

    def answer(self, name: str | None) -> Response:
        """Send the graph that the address stands for, by its last part, or that the parameters name."""
        try:
            if request.method == "OPTIONS":
                return Response(headers={"Allow": ", ".join(_READING)})
            if request.method not in _READING:
                reason = f"{request.method}: refused: graphs can be read here; builds alone change them"
                raise MethodNotAllowed(_READING, reason)
            bound = bounds.asked(bounds.of(self._config), request.args.items(multi=True))
            g.told |= bound.headers
            build = self._service.current()
            return self._send(_named() if name is None else self._itself(name, build), build, bound)
        except KgError as error:
            error.members["query"] = g.id
            raise

    def _itself(self, name: str, build: Build) -> str:
        """Return the IRI that the address at hand stands for: as it was sent, or with its letters decoded."""
        raw = str(request.environ.get("RAW_URI", "")).partition("?")[0].partition(f"/{PATH}/")[2]
        sent, decoded = (f"{self._config.base}{PATH}/{each}" for each in (raw, name))
        return sent if sent in build.graphs else decoded

    def _send(self, graph: str, build: Build, bound: Bounds) -> Response:
        if graph != _DEFAULT and graph not in build.graphs:
            held = ", ".join(build.graphs) or "the default graph alone (?default)"
            raise NotFoundError(f"graph {graph}: expected a graph of the data set, which has {held}")
        form = protocol.choose(request.accept_mimetypes, request.args.get("format") or None, "a graph")
        return self._sender.send(self._question(graph, bound), build, form, bound)

    def _question(self, graph: str, bound: Bounds) -> Request:
        return Request(
            text="",
            media="",
            base=self._config.base,
            prefixes=dict(PREFIXES),
            default_graphs=None,
            named_graphs=None,
            rows=bound.rows,
            bytes=bound.bytes,
            seconds=bound.seconds,
            is_cut=bound.is_cut,
            graph=graph,
        )


def _named() -> str:
    graphs = request.args.getlist("graph")
    if len(graphs) + ("default" in request.args) != 1:
        found = "both" if graphs and "default" in request.args else f"{len(graphs)} graphs"
        raise QueryError(f"{PATH}: expected ?default or ?graph=IRI, once, found {found}")
    if not graphs:
        return _DEFAULT
    if not _ABSOLUTE.fullmatch(graphs[0]):
        raise QueryError(f"graph: expected an absolute IRI, found {graphs[0]!r}")
    return graphs[0]
