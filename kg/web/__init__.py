"""The web: pages, RDF of each thing, search, the ontology, and the SPARQL endpoint, over the store alone."""

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
from kg.web.reconciliation import views as reconciliation

CONCERNS = (
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


def create_app(config: Config, store: Store | None = None) -> Flask:
    """Return the application.

    Args:
        config: the settings.
        store: the builds; without it, those below the folder that the settings name.
    """
    app = Flask(__name__)
    app.request_class = negotiation.Asking
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    made = service.made(config, store)
    app.extensions["service"] = made
    for concern in CONCERNS:
        app.register_blueprint(concern.blueprint(made))
    errors.register(app)
    languages.register(app)
    headers.register(app)
    compression.register(app)
    if proxies := config.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)  # type: ignore[method-assign]
    return app
