"""The builds that the data folder holds, as versions of one data set, and their files."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from flask import Blueprint, redirect, send_file
from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, VOID, Namespace
from werkzeug.wrappers import Response

from kg.errors import NotFoundError
from kg.store import kept
from kg.store.kept import Kept
from kg.web.negotiation import Alternate
from kg.web.service import Service
from kg.web.tables import Line, Table, TablesPage, number
from kg.web.values import Value
from kg.web.wording import gettext, mark

PATH = "/catalog"
CURRENT = "current"  # stands for the name of the build in service
YEAR = 31_536_000  # seconds
MEDIA = {
    "graph.nt": "application/n-triples",
    "metadata.nq": "application/n-quads",
    "manifest.json": "application/json",
}
_IANA = Namespace("https://www.iana.org/assignments/media-types/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")  # rdflib knows its second version, which has no versions
_PROTOCOL = URIRef("https://www.w3.org/TR/sparql11-protocol/")
_TITLE = mark("The builds of Communiqué")
_WORDS = mark(
    "Each build is a version of the data set. It never changes, so what was found in it can be found again."
)


def blueprint(service: Service) -> Blueprint:
    """Return the view of the files of builds."""
    views = Blueprint("versions", __name__)

    @views.get("/builds/<name>/<file>")
    def build(name: str, file: str) -> Response:
        """Send a file of a build; that of the current one is elsewhere, under its own name."""
        if file not in MEDIA:
            raise NotFoundError(f"{file}: expected one of {', '.join(MEDIA)}")
        if name == CURRENT:
            return redirect(f"/builds/{service.current().hash}/{file}", 303)
        data = Path(service.config.data)
        found = next((each.folder / file for each in kept.listed(data) if each.hash == name), None)
        if found is None or not found.is_file():
            raise NotFoundError(f"build {name}: expected one that has a {file}; {PATH} lists the builds")
        return send_file(found.resolve(), MEDIA[file], etag=f"{name}-{file}", max_age=YEAR)

    @views.after_request
    def share(answer: Response) -> Response:
        answer.headers["Access-Control-Allow-Origin"] = "*"
        return answer

    return views


def describe(builds: tuple[Kept, ...], current: str, base: str) -> Graph:
    """Return the catalogue (DCAT 3): the data set, its versions with their files, and the endpoint."""
    graph = Graph()
    catalog, dataset, endpoint = (URIRef(base + name) for name in ("catalog", "void#dataset", "sparql"))
    told: list[tuple[URIRef, URIRef, URIRef | Literal]] = [
        (catalog, RDF.type, DCAT.Catalog),
        (catalog, DCTERMS.title, Literal(_TITLE)),
        (catalog, DCTERMS.description, Literal(_WORDS)),
        (catalog, FOAF.homepage, URIRef(base)),
        (catalog, DCAT.dataset, dataset),
        (catalog, DCAT.service, endpoint),
        (endpoint, RDF.type, DCAT.DataService),
        (endpoint, DCTERMS.title, Literal("SPARQL endpoint")),
        (endpoint, DCTERMS.conformsTo, _PROTOCOL),
        (endpoint, DCAT.endpointURL, endpoint),
        (endpoint, DCAT.endpointDescription, URIRef(f"{base}openapi.json")),
        (endpoint, DCAT.servesDataset, dataset),
        (dataset, RDF.type, DCAT.Dataset),
        (dataset, DCTERMS.title, Literal("Communiqué")),
        (dataset, DCAT.version, Literal(current)),
        (dataset, DCAT.hasCurrentVersion, URIRef(f"{catalog}#{current}")),
    ]
    names = {build.hash: URIRef(f"{catalog}#{build.hash}") for build in builds}
    for before, after in pairwise(builds):
        told.append((names[after.hash], DCAT.previousVersion, names[before.hash]))
    for build in builds:
        told.append((dataset, DCAT.hasVersion, names[build.hash]))
        told += ((names[build.hash], term, value) for term, value in _version(build, dataset, base))
        told += _distribution(build, names[build.hash], base)
    for triple in told:
        graph.add(triple)
    return graph


def page(builds: Iterable[Kept], current: str, alternates: tuple[Alternate, ...]) -> TablesPage:
    """Return the catalogue for readers, the newest build first."""
    lines = tuple(_line(build, is_current=build.hash == current) for build in builds)[::-1]
    heads = (mark("build"), mark("made (UTC)"), mark("triples"), mark("articles"), mark("graph"))
    caption = gettext("One line for each build in the data folder.")
    table = Table(gettext("Builds"), "builds", caption, tuple(map(gettext, heads)), lines)
    return TablesPage(gettext("Catalogue"), gettext(_TITLE), gettext(_WORDS), (table,), alternates)


def _version(build: Kept, dataset: URIRef, base: str) -> Iterator[tuple[URIRef, URIRef | Literal]]:
    yield RDF.type, DCAT.Dataset
    yield DCTERMS.title, Literal(f"Communiqué, build {build.hash}")
    yield DCAT.version, Literal(build.hash)
    yield DCAT.isVersionOf, dataset
    yield DCTERMS.issued, Literal(build.made.isoformat(), datatype=XSD.dateTime)
    yield DCAT.distribution, URIRef(f"{base}builds/{build.hash}/graph.nt")
    yield VOID.dataDump, URIRef(f"{base}builds/{build.hash}/graph.nt")
    if (triples := _triples(build)) is not None:
        yield VOID.triples, Literal(triples)


def _distribution(
    build: Kept, version: URIRef, base: str
) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    file = URIRef(f"{base}builds/{build.hash}/graph.nt")
    yield file, RDF.type, DCAT.Distribution
    yield file, DCAT.downloadURL, file
    yield file, DCAT.mediaType, _IANA["application/n-triples"]
    yield (
        file,
        DCAT.byteSize,
        Literal((build.folder / "graph.nt").stat().st_size, datatype=XSD.nonNegativeInteger),
    )
    if digest := build.manifest.get("graph"):
        mark = URIRef(f"{version}-sha256")
        yield file, SPDX.checksum, mark
        yield mark, RDF.type, SPDX.Checksum
        yield mark, SPDX.algorithm, SPDX.checksumAlgorithm_sha256
        yield mark, SPDX.checksumValue, Literal(digest, datatype=XSD.hexBinary)


def _line(build: Kept, *, is_current: bool) -> Line:
    triples = _triples(build)
    cells = (
        Value(build.hash, note="in service" if is_current else ""),
        Value(f"{build.made:%Y-%m-%d %H:%M:%S}"),
        Value("") if triples is None else number(triples),
        number(len(build.manifest.get("sources", ()))),
        Value("graph.nt", f"/builds/{build.hash}/graph.nt"),
    )
    return Line(cells, build.hash)


def _triples(build: Kept) -> int | None:
    found: int | None = build.manifest.get("counts", {}).get("triples")
    return found
