"""`/reconcile` and `/reconcile/1.0`: what tables of others are matched with."""

import json

from flask import Blueprint, g, render_template, request
from werkzeug.wrappers import Response

from kg.errors import NotFoundError, UnsupportedMediaError
from kg.web import headers, posted, sharing
from kg.web.negotiation import HTML
from kg.web.reconciliation import extending, finding, manifests, properties, reading, telling
from kg.web.reconciliation.batches import Batches
from kg.web.reconciliation.manifests import DRAFT, PATH
from kg.web.reconciliation.previewing import preview
from kg.web.reconciliation.suggesting import suggest
from kg.web.service import Service

LARGEST = 4_000_000  # bytes of a body: 500 queries of a line each, percent-encoded


class _Endpoint:
    """What the views work with."""

    def __init__(self, service: Service) -> None:
        self._batches = Batches(service)

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
        with self._batches.place() as graph:
            found = finding.found(graph, tuple(queries.values()))
            results = ([telling.candidate(graph, each) for each in one] for one in found)
            return _json({key: {"result": result} for key, result in zip(queries, results, strict=True)})

    def drafted(self) -> Response:
        """Return the candidates for a batch of the draft of version 1.0."""
        queries = reading.draft(reading.parsed(_body(), "body"))
        with self._batches.place() as graph:
            found = finding.found(graph, queries)
            return _json(
                {"results": [{"candidates": [telling.candidate(graph, c) for c in one]} for one in found]}
            )

    def extended(self, told: str) -> Response:
        """Return values as version 0.2 has them."""
        ids, names = reading.extension(reading.parsed(told, "extend"))
        with self._batches.place() as graph:
            return _json({"meta": extending.meta(names), "rows": extending.rows(graph, ids, names)})

    def fetched(self) -> Response:
        """Return values as the draft of version 1.0 has them."""
        ids, names = reading.extension(reading.parsed(_body(), "body"))
        with self._batches.place() as graph:
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

    @views.route(f"{DRAFT}/match", **posted.RULE)
    def match() -> Response:
        """Answer a batch of queries, in the words of the draft."""
        return posted.only(endpoint.drafted)

    @views.route(f"{DRAFT}/extend", **posted.RULE)
    def extend() -> Response:
        """Give values of things, in the words of the draft."""
        return posted.only(endpoint.fetched)


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
