"""What the service tells of its data to machines, at well-known addresses, and to readers there too.

What hangs on the data alone is in the build: its graph `<base>graphs/metadata`, which `/void` shows, and
`/prefixes` in part. What hangs on more is made when it is asked: `/catalog` on the builds of the folder,
`/examples` on the queries kept with the code of the web, which change while a build never does.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from flask import Blueprint, jsonify, redirect, request
from pyoxigraph import RdfFormat, Triple
from rdflib import SDO
from rdflib import Graph as Described
from rdflib.namespace import FOAF, SH, VOID
from werkzeug.wrappers import Response

from kg.errors import NotFoundError
from kg.iris import METADATA
from kg.store import kept, queries
from kg.store.prologue import PREFIXES
from kg.web import executables, holdings, negotiation, rdf, tables, versions
from kg.web.asking import EXAMPLES
from kg.web.negotiation import HTML
from kg.web.service import Graph, Service
from kg.web.tables import TablesPage

OPENAPI = Path(__file__).parent / "openapi.json"
# Short names in these documents alone.
SHORT = {
    **PREFIXES,
    "dcat": str(versions.DCAT),
    "foaf": str(FOAF),
    "schema": str(SDO),
    "sh": str(SH),
    "spdx": str(versions.SPDX),
    "spex": str(executables.SPEX),
    "void": str(VOID),
    "void-ext": "http://ldf.fi/void-ext#",
}
_WELL_KNOWN = "/.well-known/void"  # https://www.w3.org/TR/void/#well-known


@dataclass(frozen=True, slots=True)
class Document:
    """One document: what it says, for machines and for readers."""

    path: str
    triples: Callable[[Graph], Iterable[Triple]]
    page: Callable[[Graph], TablesPage]


def blueprint(service: Service) -> Blueprint:
    """Return the views of the documents."""
    views = Blueprint("metadata", __name__)
    for document in _documents(service):
        _serve(views, service, document)

    @views.get(_WELL_KNOWN)
    def well_known() -> Response:
        """Lead to what the data hold."""
        return redirect("/void", 303)

    @views.get("/prefixes.json")
    def prefixes_map() -> Response:
        """Tell the prefixes that a query need not declare, as a plain map."""
        return jsonify(dict(PREFIXES))

    @views.get("/openapi.json")
    def openapi() -> Response:
        """Tell of every address of the service (OpenAPI 3.1)."""
        answer = Response(OPENAPI.read_bytes(), content_type="application/json")
        answer.headers["Cache-Control"] = "no-cache"
        answer.headers["Access-Control-Allow-Origin"] = "*"
        answer.add_etag()
        return answer.make_conditional(request)

    return views


def _serve(views: Blueprint, service: Service, document: Document) -> None:
    path = document.path

    def itself() -> Response:
        """Answer for what is described: a document about it is elsewhere."""
        return negotiation.see_other(path, request.accept_mimetypes)

    def form(suffix: str) -> Response:
        """Show the document in the form that a suffix names."""
        chosen = negotiation.BY_SUFFIX.get(suffix)
        if chosen is None:
            raise NotFoundError(f"{path}.{suffix}: expected one of {', '.join(negotiation.BY_SUFFIX)}")
        graph = service.graph()
        if chosen is HTML:
            body: str | bytes = tables.write(document.page(graph))
        else:
            body = rdf.write(sorted(document.triples(graph), key=str), suffix, SHORT)
        return negotiation.document(request, body, chosen, path, graph.build.hash)

    name = path.removeprefix("/")
    views.add_url_rule(path, name, itself)
    views.add_url_rule(f"{path}.<suffix>", f"{name}_form", form)


def _documents(service: Service) -> tuple[Document, ...]:
    base, data = service.config.base, Path(service.config.data)
    examples = queries.folder(EXAMPLES)
    told = tuple(_read(executables.describe(examples, base)))

    def catalog(graph: Graph) -> Iterable[Triple]:
        return _read(versions.describe(kept.listed(data), graph.build.hash, base))

    def builds(graph: Graph) -> TablesPage:
        return versions.page(kept.listed(data), graph.build.hash, negotiation.others(versions.PATH))

    return (
        Document("/void", _held, holdings.held),
        Document(versions.PATH, catalog, builds),
        Document("/prefixes", _prefixes, lambda _: holdings.prefixes()),
        Document("/examples", lambda _: told, lambda _: holdings.examples(examples)),
    )


def _held(graph: Graph) -> tuple[Triple, ...]:
    found = tuple(graph.build.triples(graph.build.base + METADATA))
    if not found:
        raise NotFoundError(f"build {graph.build.hash}: expected metadata, found none; `kg build` makes them")
    return found


def _prefixes(graph: Graph) -> Iterable[Triple]:
    begin = f"{graph.build.base}prefixes"
    return (triple for triple in _held(graph) if getattr(triple.subject, "value", "").startswith(begin))


def _read(graph: Described) -> Iterable[Triple]:
    for quad in pyoxigraph.parse(graph.serialize(format="nt").encode(), RdfFormat.N_TRIPLES):
        yield quad.triple
