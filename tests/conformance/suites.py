"""The manifests of the W3C's test suites, read into cases."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.term import Node

from conformance.fetch import PLACE

_MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
_QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
_UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
# The addresses that the suites are published at, which relative IRIs of their files stand on.
_HOMES = {
    "sparql11": "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/",
    "dawg-data-r2": "http://www.w3.org/2001/sw/DataAccess/tests/data-r2/",
}
_FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?<([^>]*)>", re.IGNORECASE)

# Folders of the suites, by what they are about; regimes of entailment are none of a plain endpoint's.
PARTS = {
    "SPARQL 1.1 query": """sparql11/ aggregates bind bindings construct exists functions grouping negation
        project-expression property-path subquery""",
    "SPARQL 1.1 syntax": "sparql11/ syntax-query",
    "SPARQL 1.0 query": """dawg-data-r2/ algebra ask basic bnode-coreference boolean-effective-value bound
        cast construct dataset distinct expr-builtin expr-equals expr-ops graph i18n open-world optional
        optional-filter reduced regex solution-seq sort triple-match type-promotion""",
    "SPARQL 1.0 syntax": """dawg-data-r2/ syntax-sparql1 syntax-sparql2 syntax-sparql3 syntax-sparql4
        syntax-sparql5""",
    "result formats": "sparql11/ csv-tsv-res json-res",
    "protocol": "sparql11/ protocol",
    "service description": "sparql11/ service-description",
    "federated query": "sparql11/ service syntax-fed",
    "update": """sparql11/ add basic-update clear copy delete delete-data delete-insert delete-where drop move
        syntax-update-1 syntax-update-2 update-silent""",
}
FOLDERS = {part: tuple(s + f for s, *rest in [text.split()] for f in rest) for part, text in PARTS.items()}


@dataclass(frozen=True, slots=True)
class File:
    """One file of a suite, and the IRI that it is published at."""

    iri: str
    path: Path


@dataclass(frozen=True, slots=True)
class Data:
    """What a test is run over.

    Attributes:
        default: files that make up the default graph.
        named: files, each of them the graph of its name.
    """

    default: tuple[File, ...] = ()
    named: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One test of a suite.

    Attributes:
        name: suite, folder and name of the test, parted by slashes.
        kind: local name of its class in the manifest.
        request: file of the query or update; None where there is none.
        data: what it is run over.
        result: file of the expected result; None where there is none.
        is_lax: whether rows may come once that are expected more than once.
    """

    name: str
    kind: str
    request: File | None
    data: Data
    result: File | None
    is_lax: bool


@cache
def cases(folder: str) -> tuple[Case, ...]:
    """Return the tests of a folder, in the order of its manifest."""
    suite, _, rest = folder.partition("/")
    home = f"{_HOMES[suite]}{rest}/"
    graph = Graph().parse(PLACE / folder / "manifest.ttl", publicID=f"{home}manifest.ttl")
    manifest = _Manifest(graph, folder, home)
    return tuple(manifest.case(node) for e in graph.objects(None, _MF.entries) for node in graph.items(e))


@dataclass(frozen=True, slots=True)
class _Manifest:
    """A manifest, and where it was read from."""

    graph: Graph
    folder: str
    home: str

    def case(self, node: Node) -> Case:
        """Return the test that a node of the manifest tells of."""
        value = self.graph.value
        action = value(node, _MF.action)
        given = value(action, _QT.query) or value(action, _UT.request) or action
        request = self._file(given) if isinstance(given, URIRef) else None
        result = value(node, _MF.result)
        named = (*self._named(action), *(self._chosen(request) if request else ()))
        return Case(
            name="/".join((self.folder, re.split("[#/]", str(node))[-1])),
            kind=str(value(node, RDF.type)).partition("#")[2],
            request=request,
            data=Data(
                tuple(self._file(each) for each in self.graph.objects(action, _QT.data)),
                tuple(dict.fromkeys(named)),
            ),
            result=self._file(result) if isinstance(result, URIRef) else None,
            is_lax=(node, _MF.resultCardinality, _MF.LaxCardinality) in self.graph,
        )

    def _named(self, action: Node | None) -> Iterator[File]:
        for each in self.graph.objects(action, _QT.graphData):
            file = self._file(self.graph.value(each, _QT.graph) or each)
            yield File(str(self.graph.value(each, RDFS.label) or file.iri), file.path)

    def _chosen(self, request: File) -> Iterator[File]:
        """Yield the files that a query itself chooses as its data set."""
        for name in _FROM.findall(request.path.read_text(encoding="utf-8")):
            file = self._file(URIRef(name, base=request.iri))
            if file.path.is_file():
                yield file

    def _file(self, iri: Node) -> File:
        return File(str(iri), PLACE / self.folder / str(iri).removeprefix(self.home))
