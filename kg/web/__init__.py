"""The web: pages, RDF of each thing, search, the ontology, and the SPARQL endpoint, over the store alone."""

from functools import partial

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from kg.config import Config
from kg.store.builds import Store
from kg.web import (
    checking,
    citing,
    completion,
    compression,
    contested,
    dyad,
    entity,
    errors,
    gallery,
    headers,
    index,
    languages,
    mappings,
    metadata,
    negotiation,
    network,
    ontology,
    programs,
    roles,
    running,
    search,
    service,
    sitemap,
    sparql,
    start,
    versions,
)
from kg.web.comparison import views as comparison
from kg.web.crosswalk import views as crosswalk
from kg.web.events import views as events
from kg.web.operation import log, watch
from kg.web.operation import views as operation
from kg.web.operation.meter import Meter
from kg.web.operation.watch import Seen
from kg.web.reconciliation import views as reconciliation
from kg.web.service import Service

CONCERNS = (
    operation,
    start,
    sitemap,
    search,
    roles,
    ontology,
    metadata,
    mappings,
    versions,
    sparql,
    running,
    completion,
    checking,
    citing,
    programs,
    contested,
    gallery,
    network,
    events,
    comparison,
    dyad,
    reconciliation,
    crosswalk,
    index,
    entity,
)


def create_app(config: Config, store: Store | None = None, meter: Meter | None = None) -> Flask:
    """Return the application.

    Args:
        config: the settings.
        store: the builds; without it, those below the folder that the settings name.
        meter: counts what happens; without it, one of this process alone.
    """
    app = Flask(__name__)
    app.request_class = negotiation.Asking
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    made = service.made(config, store, meter)
    app.extensions["service"] = made
    for concern in CONCERNS:
        app.register_blueprint(concern.blueprint(made))
    errors.register(app)
    languages.register(app)
    headers.register(app, config.hsts)
    compression.register(app)
    watch.register(app, partial(_tell, made))
    if proxies := config.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)  # type: ignore[method-assign]
    return app


def _tell(service: Service, seen: Seen) -> None:
    """Count and log a request whose answer has gone."""
    service.meter.request(seen.route, seen.status, seen.seconds)
    log.request(seen, service.config)
