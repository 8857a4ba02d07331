"""Whether a query would be understood: it is read as every query is, and asked of no data."""

import contextlib
import secrets

from flask import Blueprint, jsonify, request
from werkzeug.wrappers import Response

from kg.errors import CapacityError, DeadlineError, LimitError, QueryError
from kg.store import blocks, searches
from kg.store.running import Asker
from kg.store.vetting import vet
from kg.store.worker import NOWHERE
from kg.web import protocol, questions
from kg.web.bounds import Bounds
from kg.web.protocol import Asked
from kg.web.service import Service

BOUNDS = Bounds(seconds=2.0, rows=1, bytes=100_000)  # it is to be understood, no more


def blueprint(service: Service) -> Blueprint:
    """Return the view that checks queries."""
    views = Blueprint("checking", __name__)

    @views.route("/sparql/check", methods=["GET", "POST"])
    def check() -> Response:
        """Tell whether a query would be understood; where not, why, with line and column."""
        asked = protocol.required(request)
        try:
            read(asked)
        except QueryError as error:
            return jsonify({"understood": False, "detail": str(error), **error.members})
        return jsonify({"understood": True})

    def read(asked: Asked) -> None:
        build = service.current()
        vetted = vet(asked.query, build.graphs, service.config.base, service.joiner.may_ask)
        text = blocks.skeleton(vetted.text, vetted.blocks)
        question = questions.of(asked, text, service.config.base, BOUNDS)
        question = question._replace(default_graphs=[NOWHERE], named_graphs=[])
        # What takes long, or much, was understood.
        with contextlib.suppress(CapacityError, DeadlineError, LimitError):
            service.pool.ask(build.folder, question, Asker(secrets.token_hex(8))).close()
        searches.read_all(vetted)

    return views
