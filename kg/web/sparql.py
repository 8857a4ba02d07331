"""`/sparql`: queries by GET and POST; beside it, the graphs themselves."""

import contextlib
import secrets
import time
from functools import partial

from flask import Blueprint, g, jsonify, request
from werkzeug.wrappers import Response

from kg.errors import KgError, RateError, StoreError
from kg.web import (
    asking,
    bounds,
    clients,
    description,
    downloads,
    graphs,
    negotiation,
    owners,
    protocol,
    rates,
    sharing,
)
from kg.web.description import Told
from kg.web.graphs import Graphs
from kg.web.hinter import Hinter
from kg.web.protocol import Asked
from kg.web.questions import Questions
from kg.web.sending import Sender
from kg.web.service import Service


class _Endpoint:
    """What the view works with."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._config = service.config
        self._sender = Sender(service.pool)
        self._questions = Questions(service, clients.asker)
        self._hinter = Hinter(service)
        self._pages = asking.Pages(service)
        self.graphs = Graphs(service, self._sender)
        self._rates = rates.of(self._config)

    def begin(self) -> None:
        """Note what is told with each answer, whatever becomes of it: its headers."""
        g.id, g.begun = secrets.token_hex(8), time.monotonic()
        g.told = {"X-Query-Id": g.id, **bounds.of(self._config).headers}
        with contextlib.suppress(StoreError):
            g.told["X-Build"] = self._service.current().hash
        g.owner = owners.owner(request)
        if self._rates is not None and _is_query():
            left = self._rates.take(request.remote_addr or "")
            g.told |= self._rates.headers(left)
            if left.wait:
                self._service.meter.query("rate")
                reason = f"one client may ask {self._rates.number} queries a minute: ask again later"
                raise RateError(reason, {"limit": "rate", "value": self._rates.number, "query": g.id})

    def answer(self) -> Response:
        """Answer the request at hand."""
        try:
            asked = protocol.read(request)
            return self._introduce() if asked is None else self._answer(asked)
        except KgError as error:
            error.members["query"] = g.id
            raise

    def _answer(self, asked: Asked) -> Response:
        try:
            bound = bounds.asked(bounds.of(self._config), asked.parameters)
            g.told |= bound.headers
            build = self._questions.build(asked)
            g.told["X-Build"] = build.hash
            vetted = self._questions.vet(asked, build)
            form = protocol.negotiate(request.accept_mimetypes, asked.format, vetted.form)
            with self._hinter.explaining(asked, vetted, build):
                question = self._questions.question(asked, vetted, bound, build)
                if form is None:
                    page = self._questions.page(question, build, asking.ROWS)
                    hints = partial(self._hinter.hints, asked, vetted, build)
                    return self._pages.answered(asked, vetted, page, hints)
                return downloads.named(self._sender.send(question, build, form, bound), asked, form)
        except KgError as error:
            if not asking.is_for_reader(asked):
                raise
            return self._pages.failed(asked, error)

    def hint(self) -> Response:
        """Return the hints on the query of the request at hand."""
        asked = protocol.required(request)
        build = self._questions.build(asked)
        answer = jsonify(self._hinter.hints(asked, self._questions.vet(asked, build), build).told)
        answer.headers["Cache-Control"] = "no-store"  # what is seen in time differs
        return answer

    def _introduce(self) -> Response:
        bounds.asked(
            bounds.of(self._config), request.args.items(multi=True)
        )  # what is wrong is told here too
        form = negotiation.wanted(request.accept_mimetypes)
        if form is negotiation.HTML:
            return self._pages.blank()
        told = Told(
            request.base_url,
            self._config.base,
            self._service.current().graphs,
            self._service.joiner.services,
            bounds.of(self._config),
        )
        graph = description.describe(told)
        return Response(graph.serialize(format=form.media), content_type=form.content_type)


def blueprint(service: Service) -> Blueprint:
    """Return the endpoint; processes for queries start with the first one."""
    views = Blueprint("sparql", __name__)
    endpoint = _Endpoint(service)

    @views.route("/sparql", methods=["GET", "POST"], strict_slashes=False)
    def sparql() -> Response:
        """Answer a query; without one, show the page to write it on, or describe the service."""
        return endpoint.answer()

    @views.route("/sparql/hints", methods=["GET", "POST"])
    def hints() -> Response:
        """Tell why a query finds nothing, or takes long, and what its unknown names may mean."""
        return endpoint.hint()

    rule = {"methods": graphs.METHODS, "provide_automatic_options": False}

    @views.route(f"/{graphs.PATH}", **rule, strict_slashes=False)
    @views.route(f"/{graphs.PATH}/<path:name>", **rule)
    def graph(name: str | None = None) -> Response:
        """Send a graph."""
        return endpoint.graphs.answer(name)

    views.before_request(endpoint.begin)

    @views.after_request
    def share(answer: Response) -> Response:
        answer.headers.update(g.told)
        answer.vary.add("Accept")
        return sharing.share(answer, g.told)

    return views


def _is_query() -> bool:
    """Say whether something is asked, and not just for the page, the description, or what may be asked."""
    return request.method == "POST" or bool(request.query_string) or request.path != "/sparql"
