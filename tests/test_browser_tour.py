"""A page of each kind, of the articles of the project and of a generated graph, as anybody may come to it.

Each page is opened once, for all that is asked of it: on a phone in light and dark, by keyboard, and whether
page, Turtle and JSON-LD tell the same.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import keyboard
import large
import live
import openapi
import parity
import pyoxigraph
import pytest
import tour
from chromium import faults
from parity import READ, Told
from playwright.sync_api import Browser
from pyoxigraph import RdfFormat
from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.compare import isomorphic

from kg.iris import segment
from kg.vocab import DIP
from kg.web.kinds import lowest
from kg.web.negotiation import HTML

pytestmark = pytest.mark.browser
CLAIMS = 2_000  # of the generated graph: some lists go over several pages
# Not walked by keyboard here: the field for queries keeps Tab until Escape, evidence stands alone without a
# head to skip, and the terms are 600 links, all alike.
APART = {"query", "query, answered", "query, refused", "evidence", "terms"}
LONG = {"codebook", "terms"}  # made of what other pages are made of
# Shown to who has made a link, runs a query, asks from a table, or has imported other data: tested there.
MADE = {
    "/q/{name}",
    "/q/{name}/today",
    "/sparql/running",
    "/reconcile/preview",
    "/reconcile/1.0/preview",
    "/compare/{one}/{other}",
}
BROKEN = """<!DOCTYPE html><title>Page</title><h1>Broken</h1><a class="skip" href="#nowhere">Skip</a>
<p style="width: 500px; color: #bbb">Faint and wide.</p><button style="outline: none">Unseen</button>
<a href="/" tabindex="1">First</a>
<script src="http://elsewhere.example/a.js"></script><script>undefined.name</script>"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit of a page came to.

    Attributes:
        faults: what is wrong for anybody.
        unreached: what is wrong for who goes through it by keyboard.
        shown: what it shows of a thing, as `facts.js` reads it; empty for other pages.
    """

    faults: list[str]
    unreached: list[str]
    shown: parity.Page


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


@pytest.fixture(scope="module")
def things(folder: Path) -> Mapping[str, str]:
    """Return the path of one thing of each kind."""
    return tour.things(folder / "current")


@pytest.fixture(scope="module")
def visits(
    folder: Path, data: Path, things: Mapping[str, str], service: live.Service, browser: Browser
) -> Mapping[str, Visit]:
    """Return what the visits of all pages came to, by their kinds: those alike in every build once."""
    context = browser.new_context(base_url=f"http://127.0.0.1:{service.port}")
    context.set_default_timeout(60_000)
    found = {}
    for kind, path in tour.pages(folder / "current").items():
        if kind in tour.SAME and folder != data:
            continue
        page = context.new_page()
        wrong = faults(page, path, is_long=kind in LONG)
        page.set_viewport_size({"width": 1280, "height": 900})
        shown = page.evaluate(READ) if kind in things else {}
        found[kind] = Visit(wrong, [] if kind in APART else keyboard.walk(page), shown)
        page.close()
    context.close()
    return found


@pytest.fixture(scope="module")
def told(folder: Path) -> Told:
    """Return what the graph tells."""
    return Told(folder / "current" / "graph.nt")


def test_pages_are_for_everyone(visits: Mapping[str, Visit]) -> None:
    """On a phone, in light and dark, no rule of axe-core is broken, and this host alone is asked."""
    assert {kind: visit.faults for kind, visit in visits.items() if visit.faults} == {}


def test_pages_are_walked_by_keyboard(visits: Mapping[str, Visit]) -> None:
    """Tab comes to each link and control, in their order, seen, and around; the first skips the head."""
    assert {kind: visit.unreached for kind, visit in visits.items() if visit.unreached} == {}


def test_page_tells_what_the_data_tell(
    told: Told, things: Mapping[str, str], visits: Mapping[str, Visit]
) -> None:
    """Each fact of a page has its triple, each sentence its claim, each triple of the thing its place."""
    found = []
    for kind, path in things.items():
        entity, shown = tour.iri(path), visits[kind].shown
        found += [f"{path} tells {each}" for each in parity.invented(told, entity, shown)]
        found += [f"{path} lacks {each}" for each in parity.missing(told, entity, shown)]

    assert found == []
    assert [kind for kind in things if not visits[kind].shown["facts"]] == []


def test_forms_tell_the_same(
    told: Told, service: live.Service, things: Mapping[str, str], visits: Mapping[str, Visit]
) -> None:
    """Turtle, JSON-LD and the data within the page are the triples of the graph; the class heads it."""
    found = []
    for kind, path in things.items():
        entity, shown = tour.iri(path), visits[kind].shown
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


def test_each_kind_of_page_is_visited(data: Path) -> None:
    """Each address that answers with a page, as the interface is described, has one on the tour."""
    described = json.loads(openapi.DESCRIPTION.read_text())["paths"]
    html = {
        path
        for path, ways in described.items()
        if HTML.media in str(ways.get("get", {}).get("responses", {}).get("200"))
    }
    visited = {path.partition("?")[0] for path in tour.pages(data / "current").values()}
    patterns = {path: re.compile(re.sub(r"\{\w+\}", "[^/]+", path) + r"(\.html)?") for path in html}

    assert {path for path, each in patterns.items() if not any(map(each.fullmatch, visited))} - MADE == set()


def test_what_is_wrong_is_told(browser: Browser) -> None:
    """A page that is wrong in all ways is found to be, for all who open it and for who goes by keyboard."""
    page = browser.new_page(base_url="http://here.example")
    page.route("http://elsewhere.example/*", lambda route: route.abort())
    page.route("http://here.example/", lambda route: route.fulfill(body=BROKEN, content_type="text/html"))
    wrong = " ".join(faults(page, "/"))
    unreached = " ".join(keyboard.walk(page))
    page.close()

    assert [
        word
        for word in (
            "html-has-lang",
            "color-contrast",
            "pixels wide",
            "asks http://elsewhere.example",
            "name",
        )
        if word not in wrong
    ] == []
    assert [
        word
        for word in ("is focused unseen", "comes after", "leads past the content")
        if word not in unreached
    ] == []


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
