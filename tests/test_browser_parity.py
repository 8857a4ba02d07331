"""The page of a thing in Chromium against the graph: page, Turtle and JSON-LD tell the same."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import large
import live
import parity
import pyoxigraph
import pytest
import tour
from parity import READ, Told
from playwright.sync_api import Browser
from pyoxigraph import RdfFormat
from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.compare import isomorphic

from kg.iris import segment
from kg.vocab import DIP
from kg.web.kinds import lowest

pytestmark = pytest.mark.browser
CLAIMS = 2_000  # of the generated graph: some lists go over several pages


@pytest.fixture(scope="module", params=["seeds", "large"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data folder of the articles of the project, and of a generated graph."""
    if request.param == "seeds":
        return request.getfixturevalue("data")
    made = tmp_path_factory.mktemp("large")
    large.make(made, CLAIMS)
    return made


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[live.Service]:
    """Yield the service on it."""
    with live.serve(folder) as service:
        yield service


def parsed(text: bytes, form: str) -> Graph:
    """Return the triples of a document: read by the engine, as rdflib warns of its own reader of JSON-LD."""
    graph = Graph()
    found = pyoxigraph.parse(text, {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}[form])
    graph.parse(
        data=pyoxigraph.serialize((each.triple for each in found), format=RdfFormat.N_TRIPLES), format="nt"
    )
    return graph


def triples(service: live.Service, path: str, form: str) -> Graph:
    """Return the document of a thing in a form."""
    return parsed(service.send("GET", f"{path}.{form}")[2], form)


@pytest.fixture(scope="module")
def told(folder: Path) -> Told:
    """Return what the graph tells."""
    return Told(folder / "current" / "graph.nt")


@pytest.fixture(scope="module")
def pages(folder: Path, service: live.Service, browser: Browser) -> Mapping[str, parity.Page]:
    """Return what the page of one thing of each kind shows, by its path."""
    page = browser.new_page(base_url=f"http://127.0.0.1:{service.port}")
    shown = {}
    for path in tour.things(folder / "current").values():
        page.goto(f"{path}.html")
        shown[path] = page.evaluate(READ)
    page.close()
    return shown


def test_page_tells_what_the_data_tell(told: Told, pages: Mapping[str, parity.Page]) -> None:
    """Each fact of a page has its triple, each sentence its claim, each triple of the thing its place."""
    found = []
    for path, shown in pages.items():
        entity = tour.iri(path)
        found += [f"{path} tells {each}" for each in parity.invented(told, entity, shown)]
        found += [f"{path} lacks {each}" for each in parity.missing(told, entity, shown)]

    assert found == []
    assert [path for path, shown in pages.items() if not shown["facts"]] == []


def test_forms_tell_the_same(told: Told, service: live.Service, pages: Mapping[str, parity.Page]) -> None:
    """Turtle, JSON-LD and the data within the page are the triples of the graph; the class heads it."""
    found = []
    for path, shown in pages.items():
        entity = tour.iri(path)
        turtle, jsonld = triples(service, path, "ttl"), triples(service, path, "jsonld")
        flat = Graph()
        flat += turtle.triples((URIRef(entity), None, None))
        kinds = lowest(str(each) for each in turtle.objects(URIRef(entity), RDF.type))
        agree = {
            "Turtle and JSON-LD": isomorphic(turtle, jsonld),
            "Turtle and the graph": len(flat) == len({each for each in told.flat if each[0] == entity}),
            "the data within": isomorphic(flat, parsed(shown["data"][0].encode(), "jsonld")),
            "the class": kinds is not None and shown["kind"] == f"/{segment(kinds)}/",
        }
        found += [f"{path}: {what}" for what, holds in agree.items() if not holds]

    assert found == []


def test_what_differs_is_told(tmp_path: Path) -> None:
    """A value that no triple has, a thing that is far, and a triple without a place are found."""
    graph = tmp_path / "graph.nt"
    graph.write_text(
        f"<{tour.BASE}person/a> <{DIP.country}> <{tour.BASE}state/b> .\n"
        f'<{tour.BASE}person/a> <{RDFS.label}> "A" .\n'
        f'<{tour.BASE}person/c> <{RDFS.label}> "C" .\n'
    )
    field = {"name": "country", "values": [["B", "/state/b"], ["D", "/state/d"]]}
    fact = {"panel": "p", "lead": [["C", "/person/c"]], "fields": [field]}
    page = {"facts": [fact | {"sentences": [], "status": ["planned"], "day": ""}], "words": "A", "places": []}
    told, entity = Told(graph), f"{tour.BASE}person/a"

    assert list(parity.invented(told, entity, page)) == [
        f"p: {tour.BASE}person/c is far",
        f"p: country {tour.BASE}state/d",
        "p: planned",
    ]
    assert list(parity.missing(told, entity, page)) == [f"{DIP.country} {tour.BASE}state/b"]
