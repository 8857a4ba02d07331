"""Foreign clients ask the running service: libraries of Python and JavaScript, and engines that federate."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import live
import pandas as pd
import pyoxigraph
import pytest
import rdflib
from conformance.servers import Builds
from conformance.suites import Data, File
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

HERE = Path(__file__).parent / "clients"
INSTALLED = Path(sys.prefix) / "share" / "clients"  # where tests/clients/fetch.sh puts them
ALL = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?o LIMIT 3"
FIRST = ["number 0", "number 1", "number 10"]
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { <n/0> <n/1> } ?s ?p ?o }"

NAMED = f"{live.BASE}graphs/one"
JOINED = f"SELECT ?name ?o {{ ?s <{live.BASE}name> ?name SERVICE <ENDPOINT> {{ ?s <{live.BASE}value> ?o }} }}"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[live.Service]:
    """Yield the service on a default graph of 2,000 triples and a named graph of one of them."""
    data: Path = tmp_path_factory.mktemp("data")
    files = {count: data / f"{count}.nt" for count in (2_000, 1)}
    for count, file in files.items():
        file.write_text(live.numbers(count), encoding="utf-8")
    Builds(data).load(Data((File("urn:default", files[2_000]),), (File(NAMED, files[1]),)))
    with live.serve(data) as service:
        yield service


@pytest.fixture
def endpoint(service: live.Service) -> str:
    """Return the address of the endpoint."""
    return f"http://127.0.0.1:{service.port}/sparql"


@pytest.fixture
def wrapper(endpoint: str) -> SPARQLWrapper:
    """Return SPARQLWrapper, as it comes."""
    return SPARQLWrapper(endpoint)


@pytest.mark.parametrize(
    ("method", "way"),
    [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)],
    ids=["get", "form", "direct"],
)
def test_sparqlwrapper(wrapper: SPARQLWrapper, method: str, way: str) -> None:
    """SPARQLWrapper asks by GET, by a form and directly, and reads the rows as JSON."""
    wrapper.setMethod(method)
    wrapper.setRequestMethod(way)
    wrapper.setReturnFormat(JSON)
    wrapper.setQuery(ALL)
    rows = wrapper.queryAndConvert()["results"]["bindings"]

    assert [row["o"]["value"] for row in rows] == FIRST


def test_sparqlwrapper_tables(wrapper: SPARQLWrapper) -> None:
    """SPARQLWrapper reads rows as XML and as CSV."""
    wrapper.setQuery(ALL)
    wrapper.setReturnFormat(XML)
    values = wrapper.queryAndConvert().getElementsByTagName("literal")
    wrapper.setReturnFormat(CSV)
    lines = wrapper.queryAndConvert().decode().splitlines()

    assert [value.firstChild.data for value in values] == FIRST
    assert lines == ["s,o", *(f"{live.BASE}n/{word.rpartition(' ')[2]},{word}" for word in FIRST)]


# SPARQLWrapper makes a graph of a class that rdflib will drop.
@pytest.mark.filterwarnings(
    "ignore:.*(ConjunctiveGraph|default_context|Dataset.identifier):DeprecationWarning"
)
@pytest.mark.parametrize("form", [None, RDFXML, TURTLE, N3], ids=["default", "xml", "turtle", "n3"])
def test_sparqlwrapper_graphs(wrapper: SPARQLWrapper, form: str | None) -> None:
    """SPARQLWrapper reads graphs, as it asks for them by itself and as Turtle and N3."""
    wrapper.setQuery(GRAPH)
    if form is not None:
        wrapper.setReturnFormat(form)
    found = wrapper.queryAndConvert()
    graph = rdflib.Graph().parse(data=found, format="turtle") if isinstance(found, bytes) else found

    assert sorted(map(str, graph.objects())) == FIRST[:2]


def test_sparqlwrapper_errors(wrapper: SPARQLWrapper) -> None:
    """SPARQLWrapper tells a wrong query from others, and shows the reason."""
    wrapper.setQuery("SELECT * {")

    with pytest.raises(QueryBadFormed, match="line 1, column 10"):
        wrapper.query()


@pytest.fixture(params=["GET", "POST", "POST_FORM"])
def store(request: pytest.FixtureRequest, endpoint: str) -> rdflib.Graph:
    """Return a graph of rdflib that lies behind the endpoint, asked in each way."""
    return rdflib.Graph(SPARQLStore(endpoint, method=request.param))


def test_sparqlstore_patterns(store: rdflib.Graph) -> None:
    """The SPARQLStore of rdflib answers patterns, counts, and says what is there."""
    subject, value = rdflib.URIRef(f"{live.BASE}n/7"), rdflib.URIRef(f"{live.BASE}value")

    assert list(store.objects(subject, value)) == [rdflib.Literal("number 7")]
    assert (subject, value, rdflib.Literal("number 7")) in store
    assert (subject, value, rdflib.Literal("number 8")) not in store
    assert len(store) == 2_000


def test_sparqlstore_queries(store: rdflib.Graph) -> None:
    """The SPARQLStore of rdflib passes on queries with bound variables and prefixes of its own."""
    names = {"ex": rdflib.Namespace(live.BASE)}
    bound = {"s": rdflib.URIRef(f"{live.BASE}n/7")}
    rows = store.query("SELECT ?o { ?s ex:value ?o }", initNs=names, initBindings=bound)
    truth = store.query("ASK { ?s ?p 'number 7' }")
    graph = store.query(GRAPH).graph

    assert [str(row.o) for row in rows] == ["number 7"]
    assert truth.askAnswer is True
    assert sorted(map(str, graph.objects())) == FIRST[:2]


def test_sparqlstore_graphs(endpoint: str) -> None:
    """A graph of rdflib with a name is the graph of that name; the data set names it, too."""
    store = SPARQLStore(endpoint)
    named = rdflib.Graph(store, identifier=rdflib.URIRef(NAMED))
    names = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")

    assert len(named) == 1
    assert [str(row.o) for row in named.query("SELECT ?o { ?s ?p ?o }")] == ["number 0"]
    assert [str(row.g) for row in names] == [NAMED]


def test_rdflib_federates(endpoint: str) -> None:
    """The engine of rdflib asks the endpoint by SERVICE and joins what it finds."""
    here = rdflib.Graph().parse(data=f"<{live.BASE}n/7> <{live.BASE}name> 'seven' .", format="turtle")

    rows = here.query(JOINED.replace("ENDPOINT", endpoint))

    assert [tuple(map(str, row)) for row in rows] == [("seven", "number 7")]


def test_oxigraph_federates(endpoint: str) -> None:
    """Oxigraph's own engine and client ask the endpoint by SERVICE and join what they find."""
    here = pyoxigraph.Store()
    here.load(f'<{live.BASE}n/7> <{live.BASE}name> "seven" .'.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    rows = here.query(JOINED.replace("ENDPOINT", endpoint))

    assert [(row["name"].value, row["o"].value) for row in rows] == [("seven", "number 7")]


def test_pandas(endpoint: str) -> None:
    """With pandas one reads the CSV of an address, compressed on its way, with its types."""
    query = "SELECT ?o (STRLEN(?o) AS ?length) (1.5 AS ?share) { ?s ?p ?o } ORDER BY ?o"
    address = f"{endpoint}?{live.urlencode({'query': query, 'format': 'csv'})}"
    table = pd.read_csv(address, storage_options={"Accept-Encoding": "gzip"}, compression="infer")

    assert table.shape == (2_000, 3)
    assert table["o"].head(3).tolist() == FIRST
    assert [str(kind) for kind in table.dtypes[1:]] == ["int64", "float64"]


def test_fetch_sparql_endpoint(endpoint: str) -> None:
    """fetch-sparql-endpoint, with which Comunica asks endpoints, reads rows, truths and graphs."""
    program = INSTALLED / "node_modules" / ".bin" / "fetch-sparql-endpoint"
    rows = run(program, "--endpoint", endpoint, "--query", ALL)
    truth = run(program, "--endpoint", endpoint, "--query", "ASK {}")
    graph = run(program, "--endpoint", endpoint, "--query", GRAPH.replace("<n/", f"<{live.BASE}n/"))

    assert [json.loads(row)["o"] for row in rows.splitlines()] == [f'"{word}"' for word in FIRST]
    assert truth == "true\n"
    assert len(rdflib.Graph().parse(data=graph, format="turtle")) == 2


def test_comunica(endpoint: str) -> None:
    """Comunica finds out that the address is an endpoint, and asks it."""
    if not (INSTALLED / "node_modules" / "@comunica" / "query-sparql").is_dir():
        pytest.skip(
            f"expected Comunica, found none: npm install --no-save @comunica/query-sparql@4 in {INSTALLED}"
        )
    query = ALL.replace("?p", f"<{live.BASE}value>")

    assert run(shutil.which("node"), HERE / "comunica.mjs", endpoint, query).splitlines() == FIRST


def run(program: str | Path | None, *words: str | Path) -> str:
    """Return what a program of Node.js prints; the test is skipped where there is none."""
    if not shutil.which("node") or program is None or not Path(program).exists():
        pytest.skip("expected Node.js and its clients, found none: tests/clients/fetch.sh brings them")
    done = subprocess.run(
        [program, *words], cwd=INSTALLED, capture_output=True, text=True, timeout=60, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout
