"""The W3C's tests of federated queries: their endpoints stand in this process, each with its data."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph
import pytest
from conformance import answers, suites
from conformance.fetch import PLACE
from pyoxigraph import QueryResultsFormat, RdfFormat
from rdflib import Graph, Namespace
from rdflib.term import Node

from kg import config
from kg.errors import ForbiddenQueryError, RemoteError
from kg.remote.client import Client, Deadline
from kg.remote.joining import Engine, Joiner
from kg.store.blocks import skeleton
from kg.store.builds import Build
from kg.store.vetting import vet
from kg.store.worker import PAGE, Request

pytestmark = pytest.mark.skipif(
    not PLACE.is_dir(),
    reason="expected the tests of the W3C, found none: python tests/conformance/fetch.py brings them",
)
FOLDER = "sparql11/service"
HOME = f"http://www.w3.org/2009/sparql/docs/tests/data-{FOLDER}/"
_MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
_QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
JSON = "application/sparql-results+json"
HOSTS = ("example.org", "example1.org", "example2.org", "invalid.endpoint.org")
SETTINGS = config.read({"KG_SERVICES": " ".join(f"http://{host}/sparql" for host in HOSTS)})
NAMES = ("service1", "service2", "service3", "service4a", "service6", "service7")


def store(file: Path | None) -> pyoxigraph.Store:
    """Return a store with the data of a file; an empty one where there is none."""
    found = pyoxigraph.Store()
    if file is not None:
        found.load(path=str(file), format=RdfFormat.TURTLE, base_iri=HOME)
    return found


def endpoints(name: str) -> dict[str, pyoxigraph.Store]:
    """Return the endpoints of a test."""
    graph = Graph().parse(PLACE / FOLDER / "manifest.ttl", publicID=f"{HOME}manifest.ttl")

    def file(node: Node) -> Path:
        return PLACE / FOLDER / str(graph.value(node, _QT.data)).removeprefix(HOME)

    [test] = [node for node in graph.subjects(_MF.action) if str(node).endswith(f"#{name}")]
    action = graph.value(test, _MF.action)
    return {str(graph.value(n, _QT.endpoint)): store(file(n)) for n in graph.objects(action, _QT.serviceData)}


def answer(data: pyoxigraph.Store, query: str, build: Build) -> bytes:
    """Return what an endpoint of ours with some data answers."""
    joiner = Joiner(SETTINGS)
    vetted = vet(query, (), HOME, joiner.may_ask)
    question = Request(vetted.text, JSON, HOME, {}, None, None, 1_000, 1_000_000, 10)
    text = joiner.join(question, vetted, build, Engine(page)).text
    found = data.query(text, base_iri=HOME).serialize(format=QueryResultsFormat.JSON)
    assert found is not None
    return found


def page(question: Request) -> bytes:
    """Return the page of a question that is asked of no data."""
    assert (question.media, question.rows) == (PAGE, 0)
    found = pyoxigraph.Store().query(question.text, base_iri=HOME)
    return json.dumps({"columns": [each.value for each in found.variables]}).encode()


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[dict[str, pyoxigraph.Store], Build]:
    """Return the endpoints that can be reached, to be filled, and a build that nobody searches."""
    reached: dict[str, pyoxigraph.Store] = {}
    pyoxigraph.Store(str(tmp_path / "store"))
    build = Build(tmp_path, HOME)

    def ask(_: Client, iri: str, query: str, deadline: Deadline, *, is_local: bool) -> bytes:
        assert (deadline.left > 0, is_local) == (True, False)
        if iri not in reached:
            raise RemoteError(f"{iri}: expected a host with an address, found none")
        return answer(reached[iri], query, build)

    monkeypatch.setattr(Client, "ask", ask)
    return reached, build


@pytest.mark.parametrize("name", NAMES)
def test_answer(world: tuple[dict[str, pyoxigraph.Store], Build], name: str) -> None:
    """A query over several endpoints has the answer that its test tells, nested and silent ones too."""
    reached, build = world
    reached |= endpoints(name)
    [case] = [each for each in suites.cases(FOLDER) if each.name == f"{FOLDER}/{name}"]
    assert case.request is not None
    assert case.result is not None
    data = store(case.data.default[0].path if case.data.default else None)
    found = answers.read(answer(data, case.request.path.read_text(), build), JSON, HOME)

    # A binding without a term, which rdflib does not read, says what no binding says.
    result = re.sub(rb"<binding name=.\w+.>\s*</binding>", b"", case.result.path.read_bytes())
    assert answers.same(answers.read(result, ".srx", HOME), found)


def test_a_variable_is_refused(world: tuple[Mapping[str, pyoxigraph.Store], Build]) -> None:
    """The test of a service that the data name is not passed, by design."""
    query = (PLACE / FOLDER / "service05.rq").read_text()
    with pytest.raises(ForbiddenQueryError, match=r"line 18, column 11: SERVICE \?service is refused"):
        answer(store(None), query, world[1])


def test_all_are_run() -> None:
    """No test of the folder is left out."""
    assert {case.name.rpartition("/")[2] for case in suites.cases(FOLDER)} == {*NAMES, "service5"}


@pytest.mark.parametrize("name", ["syntax-service-01", "syntax-service-02", "syntax-service-03"])
def test_syntax(name: str) -> None:
    """A block is read wherever it may stand; the engine takes what is left where it stood."""
    vetted = vet((PLACE / "sparql11/syntax-fed" / f"{name}.rq").read_text(), (), HOME, lambda _: True)

    assert [block.iri for block in vetted.blocks] == [f"{HOME}g"]
    assert pyoxigraph.Store().query(skeleton(vetted.text, vetted.blocks), base_iri=HOME)
