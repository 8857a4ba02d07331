"""`/healthz`, `/readyz` and `/metrics`: whether the service runs, can be asked, and what it did."""

import contextlib
import secrets
from collections.abc import Iterator

from flask import Blueprint, request
from prometheus_client.core import Metric
from werkzeug.wrappers import Response

from kg.config import PUBLIC, Config
from kg.errors import CapacityError, NotFoundError, StoreError
from kg.store import kept, soundness
from kg.store.builds import Build
from kg.store.running import Asker
from kg.store.worker import PAGE
from kg.web import bounds
from kg.web.operation.meter import MEDIA, gauge
from kg.web.protocol import Asked
from kg.web.questions import of
from kg.web.service import Service

SECONDS = 5.0  # in which a process for queries must answer
_PLAIN = "text/plain; charset=utf-8"


def blueprint(service: Service) -> Blueprint:
    """Return the views for those who run the service."""
    views = Blueprint("operation", __name__)

    @views.get("/healthz")
    def health() -> Response:
        """Answer: the process lives."""
        return Response("ok\n", content_type=_PLAIN)

    @views.get("/readyz")
    def ready() -> Response:
        """Say whether a build is open and can be asked; else why not."""
        build = service.current()
        soundness.look(build)
        with contextlib.suppress(CapacityError):  # all processes answer others: pages need none
            _ask(service, build)
        return Response("ready\n", content_type=_PLAIN)

    @views.get("/metrics")
    def metrics() -> Response:
        """Tell the figures, where the setting lets them be read."""
        if not _is_allowed(service.config, request.environ["SERVER_PORT"]):
            raise NotFoundError("There is nothing at this address")
        return Response(service.meter.text(_now(service)), content_type=MEDIA)

    @views.after_request
    def never_keep(answer: Response) -> Response:
        answer.headers["Cache-Control"] = "no-store"
        return answer

    return views


def _ask(service: Service, build: Build) -> None:
    bound = bounds.of(service.config)
    asked = Asked(service.queries["ready"].text, (), (), None)
    question = of(asked, asked.query, build.base, bound)._replace(
        media=PAGE, seconds=min(SECONDS, bound.seconds)
    )
    with contextlib.closing(service.pool.ask(build.folder, question, Asker(secrets.token_hex(8)))) as answer:
        b"".join(answer)


def _is_allowed(config: Config, port: str) -> bool:
    """Say whether the figures may be read at a port: that of the socket, which no header changes."""
    return config.metrics == PUBLIC or int(port) in {own for _, own in config.binds[1:]}


def _now(service: Service) -> Iterator[Metric]:
    yield gauge("kg_queries_running", "Queries that run now", service.register.number())
    places = service.pool.places
    yield gauge("kg_query_places", "Places for long queries", service.config.query_places)
    yield gauge("kg_query_places_taken", "Places that are taken now", places.taken())
    yield gauge("kg_workers", "Web server processes that are to run", service.config.workers)
    with contextlib.suppress(StoreError, OSError):
        build = kept.read(service.current().folder)
        yield gauge("kg_build_info", "The build in service", 1, build=build.hash)
        yield gauge("kg_build_made_seconds", "When it was made, in Unix time", build.made.timestamp())
