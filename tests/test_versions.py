"""The builds of the data folder as versions of one data set, with their files."""

import hashlib
import os
from pathlib import Path

import live
import pytest
from flask.testing import FlaskClient
from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from kg import config
from kg.web import create_app
from kg.web.versions import DCAT

DATASET = URIRef(f"{live.BASE}void#dataset")
CATALOG = f"{live.BASE}catalog#"
JUNE = 1_750_000_000  # seconds since 1970: 15 June 2025, 15:06:40 UTC


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with three builds, of which the second was made first; it tells of itself."""
    data: Path = tmp_path_factory.mktemp("data")
    for number, (name, day) in enumerate({"one": 2, "two": 1, "three": 3}.items(), start=1):
        folder = live.build(data, live.numbers(number), name)
        os.utime(folder / "graph.nt", (JUNE + day * 86_400,) * 2)
    digest = hashlib.sha256(live.numbers(2).encode()).hexdigest()
    told = f'{{"counts": {{"triples": 2}}, "graph": "{digest}", "sources": [{{}}]}}'
    (data / "builds" / "two" / "manifest.json").write_text(told)
    return data


@pytest.fixture
def client(data: Path) -> FlaskClient:
    """Return a client of the service on them."""
    return create_app(config.read({"KG_DATA": str(data)})).test_client()


@pytest.fixture
def told(client: FlaskClient) -> Graph:
    """Return the catalogue."""
    return Graph().parse(data=client.get("/catalog.nt").data, format="nt")


def test_versions_stand_in_order(told: Graph) -> None:
    """Each build leads to the one made before it."""
    before = {
        str(s).removeprefix(CATALOG): str(o).removeprefix(CATALOG)
        for s, o in told.subject_objects(DCAT.previousVersion)
    }

    assert before == {"one": "two", "three": "one"}
    assert told.value(URIRef(f"{CATALOG}two"), DCTERMS.issued) == Literal(
        "2025-06-16T15:06:40+00:00", datatype=XSD.dateTime
    )
    assert told.value(DATASET, DCAT.hasCurrentVersion) == URIRef(f"{CATALOG}three")


def test_endpoint_serves_the_data_set(told: Graph) -> None:
    """The catalogue holds the data set and the endpoint that serves it."""
    endpoint = URIRef(f"{live.BASE}sparql")

    assert (URIRef(f"{live.BASE}catalog"), RDF.type, DCAT.Catalog) in told
    assert (URIRef(f"{live.BASE}catalog"), DCAT.service, endpoint) in told
    assert told.value(endpoint, DCAT.servesDataset) == DATASET


def test_file_of_a_version(told: Graph) -> None:
    """The graph of a build is told with its size and, where the build tells it, its hash."""
    file = URIRef(f"{live.BASE}builds/two/graph.nt")
    spdx = "http://spdx.org/rdf/terms#"
    mark = told.value(file, URIRef(f"{spdx}checksum"))
    value = told.value(mark, URIRef(f"{spdx}checksumValue"))

    assert int(str(told.value(file, DCAT.byteSize))) == len(live.numbers(2))
    assert str(value) == hashlib.sha256(live.numbers(2).encode()).hexdigest()


def test_page(client: FlaskClient) -> None:
    """Readers see the newest build first, with its day and what it holds."""
    shown = client.get("/catalog.html").get_data(as_text=True)

    assert shown.index('id="three"') < shown.index('id="one"') < shown.index('id="two"')
    cells = ("2025-06-16 15:06:40", "2", "1")
    told = "".join(f"<td><bdi>{cell}</bdi></td>" for cell in cells)
    assert f'{told}<td><a href="/builds/two/graph.nt" dir="auto">' in shown
    assert '<bdi>three</bdi> <span class="note-of">in service</span>' in shown


def test_file(client: FlaskClient) -> None:
    """The graph of any build is sent as it lies there, to be kept for ever, in parts where that is asked."""
    answer = client.get("/builds/two/graph.nt")
    part = client.get("/builds/two/graph.nt", headers={"Range": "bytes=0-9"})
    known = client.get("/builds/two/graph.nt", headers={"If-None-Match": answer.headers["ETag"]})

    assert (answer.status_code, answer.mimetype) == (200, "application/n-triples")
    assert answer.data == live.numbers(2).encode()
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert (part.status_code, part.data) == (206, live.numbers(2).encode()[:10])
    assert known.status_code == 304
    for each in (answer, part, known):
        each.close()


def test_current_build(client: FlaskClient) -> None:
    """The current build leads to the one of that name."""
    answer = client.get("/builds/current/graph.nt")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/builds/three/graph.nt")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/builds/four/graph.nt", "build four: expected one that has a graph.nt; /catalog lists"),
        ("/builds/one/manifest.json", "build one: expected one that has a manifest.json"),
        ("/builds/one/text.sqlite", "text.sqlite: expected one of graph.nt, metadata.nq, manifest.json"),
        ("/builds/../graph.nt", "build ..: expected one that has"),
        ("/builds/..%2f..%2fetc/graph.nt", ""),
    ],
)
def test_no_such_file(client: FlaskClient, path: str, reason: str) -> None:
    """What is no file of a build is told as missing."""
    answer = client.get(path)

    assert answer.status_code == 404
    assert reason in answer.get_json(force=True)["detail"]
