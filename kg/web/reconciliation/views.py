"""`/reconcile` and `/reconcile/1.0`: what tables of others are matched with."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, g, render_template, request
from werkzeug.exceptions import MethodNotAllowed
from werkzeug.wrappers import Response

from kg.errors import CapacityError, NotFoundError, RateError, UnsupportedMediaError
from kg.web import headers, sharing
from kg.web.negotiation import HTML
from kg.web.rates import Rates
from kg.web.reconciliation import extending, finding, manifests, properties, reading, telling
from kg.web.reconciliation.manifests import DRAFT, PATH
from kg.web.reconciliation.previewing import preview
from kg.web.reconciliation.suggesting import suggest
from kg.web.service import Graph, Service

AT_ONCE = 2  # batches that one process answers at a time: each takes a core
LARGEST = 4_000_000  # bytes of a body: 500 queries of a line each, percent-encoded
METHODS = ("GET", "OPTIONS", "POST")


class _Endpoint:
    """What the views work with."""

    def __init__(self, service: Service) -> None:
        self.graph = service.graph
        self._places = threading.BoundedSemaphore(AT_ONCE)
        rate = service.config.query_rate
        self._rates = Rates(service.config.runtime / "rates", rate) if rate > 0 else None

    @contextmanager
    def place(self) -> Iterator[Graph]:
        """Yield the build for a batch, which counts as a query of its client.

        Raises:
            CapacityError: too many are answered now.
            RateError: the client asks more often than it may.
        """
        if self._rates is not None:
            left = self._rates.take(request.remote_addr or "")
            g.told = self._rates.headers(left)
            if left.wait:
                reason = (
                    f"one client may ask {self._rates.number} batches and queries a minute: ask again later"
                )
                raise RateError(reason, {"limit": "rate", "value": self._rates.number})
        if not self._places.acquire(blocking=False):
            raise CapacityError(f"{AT_ONCE} batches are being answered: ask again in a moment")
        try:
            yield self.graph()
        finally:
            self._places.release()

    def current(self, base: str) -> Response:
        """Return what the root of version 0.2 is asked for."""
        told = request.form if request.method == "POST" else request.args
        if "queries" in told:
            return self.matched(told["queries"])
        if "extend" in told:
            return self.extended(told["extend"])
        if request.method == "POST":
            found = request.content_type or "no body"
            raise UnsupportedMediaError(f"body: expected a form with queries or extend, found {found}")
        return _json(manifests.current(request.url_root, base))

    def matched(self, told: str) -> Response:
        """Return the candidates for a batch of version 0.2."""
        queries = reading.batch(reading.parsed(told, "queries"))
        with self.place() as graph:
            found = finding.found(graph, tuple(queries.values()))
            results = ([telling.candidate(graph, each) for each in one] for one in found)
            return _json({key: {"result": result} for key, result in zip(queries, results, strict=True)})

    def drafted(self) -> Response:
        """Return the candidates for a batch of the draft of version 1.0."""
        queries = reading.draft(reading.parsed(_body(), "body"))
        with self.place() as graph:
            found = finding.found(graph, queries)
            return _json(
                {"results": [{"candidates": [telling.candidate(graph, c) for c in one]} for one in found]}
            )

    def extended(self, told: str) -> Response:
        """Return values as version 0.2 has them."""
        ids, names = reading.extension(reading.parsed(told, "extend"))
        with self.place() as graph:
            return _json({"meta": extending.meta(names), "rows": extending.rows(graph, ids, names)})

    def fetched(self) -> Response:
        """Return values as the draft of version 1.0 has them."""
        ids, names = reading.extension(reading.parsed(_body(), "body"))
        with self.place() as graph:
            found = extending.rows(graph, ids, names)
        rows = [
            {"id": each, "properties": [{"id": name, "values": of[name]} for name in names]}
            for each, of in found.items()
        ]
        return _json({"meta": extending.meta(names), "rows": rows})


def blueprint(service: Service) -> Blueprint:
    """Return the views of both versions."""
    views = Blueprint("reconciliation", __name__)
    endpoint = _Endpoint(service)

    @views.before_request
    def begin() -> None:
        g.told = {}
        request.max_content_length = request.max_form_memory_size = LARGEST

    @views.after_request
    def share(answer: Response) -> Response:
        answer.headers.update(g.told)
        return sharing.share(answer, g.told)

    @views.route(PATH, methods=["GET", "POST"], strict_slashes=False)
    def current() -> Response:
        """Answer a batch of `queries`, or `extend` what was found; without either, tell of the service."""
        return endpoint.current(service.config.base)

    _draft(views, endpoint)
    for root in (PATH, DRAFT):
        _offer(views, service, root)
    return views


def _draft(views: Blueprint, endpoint: _Endpoint) -> None:
    """Add the views that the draft of version 1.0 alone has."""

    @views.get(DRAFT, strict_slashes=False)
    def draft() -> Response:
        """Tell of the service, in the words of the draft."""
        return _json(manifests.draft(request.url_root))

    answers = {"match": endpoint.drafted, "extend": endpoint.fetched}

    # All methods are taken here: what is asked by GET below a segment is else a thing of the graph.
    @views.route(f"{DRAFT}/match", methods=METHODS, provide_automatic_options=False, endpoint="match")
    @views.route(f"{DRAFT}/extend", methods=METHODS, provide_automatic_options=False, endpoint="extend")
    def posted() -> Response:
        """Answer a batch of queries, or give values of things, in the words of the draft."""
        if request.method == "OPTIONS":
            return Response(headers={"Allow": "OPTIONS, POST"})
        if request.method != "POST":
            raise MethodNotAllowed(("OPTIONS", "POST"))
        return answers[request.path.rpartition("/")[2]]()


def _offer(views: Blueprint, service: Service, root: str) -> None:
    """Add the views that both versions have, below the root of one."""
    name = root.strip("/").replace("/", "-").replace(".", "-")

    @views.get(f"{root}/suggest/<what>", endpoint=f"{name}-suggest")
    def suggested(what: str) -> Response:
        """Suggest what begins with the words `prefix`."""
        return _json({"result": suggest(service.graph(), what, request.args)})

    @views.get(f"{root}/extend/propose", endpoint=f"{name}-propose")
    def propose() -> Response:
        """Propose properties of things of the class `type`."""
        told = request.args.get("type")
        most = reading.number(request.args.get("limit", "100"), "limit", 1_000)
        kind = reading.kind(told, "type") if told else None
        listed = [telling.attribute(each) for each in properties.proposed(kind)[:most]]
        return _json({"properties": listed, "limit": most, **({"type": told} if told else {})})

    @views.get(f"{root}/preview", endpoint=f"{name}-preview")
    def previewed() -> Response:
        """Show the thing `id` in a few lines, for a frame within a page of any host."""
        name = request.args.get("id", "")
        page = preview(service.graph(), name)
        if page is None:
            raise NotFoundError(f"id: expected the id of a thing of this graph, found {name[:80]!r}")
        answer = Response(render_template("preview.html", page=page), content_type=HTML.content_type)
        answer.headers["Content-Security-Policy"] = headers.POLICY.replace(
            "frame-ancestors 'none'", "frame-ancestors *"
        )
        return answer


def _body() -> bytes:
    if request.mimetype != "application/json":
        found = request.content_type or "none"
        raise UnsupportedMediaError(f"Content-Type: expected application/json, found {found}")
    return request.get_data()


def _json(told: object) -> Response:
    answer = Response(json.dumps(told, ensure_ascii=False), content_type="application/json")
    answer.headers["Cache-Control"] = "no-cache"
    return answer
