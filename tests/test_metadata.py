"""What a build says of its graph: VoID of what it holds, in a graph of its own beside it."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import DCAT, SH, VOID, Namespace

from kg.emit import metadata
from kg.emit.metadata import EXTENSION
from kg.iris import METADATA
from kg.store import loading
from kg.store.prologue import PREFIXES
from kg.vocab import DIP

BASE = "https://w3id.org/communique/"
PART = Namespace(f"{BASE}void#")
GRAPH = f"""\
<{BASE}meeting/1> <{RDF.type}> <{DIP.Event}> .
<{BASE}meeting/1> <{RDF.type}> <{DIP.Meeting}> .
<{BASE}meeting/1> <{DIP.participant}> <{BASE}state/a> .
<{BASE}meeting/1> <https://b.example/odd#p> "x" .
<{BASE}place/p> <{SKOS.closeMatch}> <https://sws.geonames.org/1/> .
<{BASE}state/a> <{RDF.type}> <{DIP.State}> .
<{BASE}state/a> <{RDFS.label}> "A" .
<{BASE}state/a> <{OWL.sameAs}> <http://www.wikidata.org/entity/Q1> .
<{BASE}state/a> <{OWL.sameAs}> <https://sws.geonames.org/2/> .
<{BASE}state/a> <{OWL.sameAs}> <https://other.example/2/> .
"""


@pytest.fixture(scope="module")
def told() -> Graph:
    """Return the metadata of the graph."""
    return metadata.describe(GRAPH.encode(), BASE, PREFIXES)


def test_lines_are_quads_of_one_graph() -> None:
    """Each line is a quad of the graph of metadata; they are sorted, each once, without blank nodes."""
    lines = list(metadata.lines(GRAPH.encode(), BASE, PREFIXES))
    quads = [*parse("".join(f"{line}\n" for line in lines).encode(), RdfFormat.N_QUADS)]

    assert {quad.graph_name for quad in quads} == {NamedNode(BASE + METADATA)}
    assert lines == sorted(set(lines))
    assert not any(line.startswith("_:") or " _:" in line for line in lines)


def test_same_graph_same_lines() -> None:
    """The metadata hang on the graph alone."""
    once, again = (list(metadata.lines(GRAPH.encode(), BASE, PREFIXES)) for _ in range(2))

    assert once == again


def test_totals(told: Graph) -> None:
    """The data set tells how much it holds, under which addresses, and whose terms it uses."""
    numbers = [VOID.triples, VOID.entities, VOID.distinctSubjects, VOID.distinctObjects, VOID.classes]

    assert [int(str(told.value(PART.dataset, term))) for term in numbers] == [10, 3, 3, 10, 3]
    assert told.value(PART.dataset, VOID.uriSpace) == Literal(BASE)
    assert set(told.objects(PART.dataset, VOID.vocabulary)) == {
        URIRef(PREFIXES[prefix]) for prefix in ("dip", "owl", "rdf", "rdfs", "skos")
    }


def test_data_set_stands_with_a_name_and_where_to_get_it(told: Graph) -> None:
    """What does not need counting comes from a file, its addresses below the base."""
    assert set(told.objects(PART.dataset, RDF.type)) == {VOID.Dataset, DCAT.Dataset}
    assert told.value(PART.dataset, VOID.sparqlEndpoint) == URIRef(f"{BASE}sparql")
    assert told.value(PART.dataset, VOID.dataDump) == URIRef(f"{BASE}builds/current/graph.nt")
    assert told.value(PART.dataset, DCAT.landingPage) == URIRef(BASE)


def test_class_partition(told: Graph) -> None:
    """A class is told with its number of things and one of them."""
    part = PART["class/dip:State"]

    assert (PART.dataset, VOID.classPartition, part) in told
    assert told.value(part, VOID["class"]) == DIP.State
    assert told.value(part, VOID.entities) == Literal(1)
    assert told.value(part, VOID.triples) == Literal(5)
    assert told.value(part, VOID.exampleResource) == URIRef(f"{BASE}state/a")


def test_property_partition(told: Graph) -> None:
    """A property is told with its numbers."""
    part = PART["property/owl:sameAs"]

    assert (PART.dataset, VOID.propertyPartition, part) in told
    assert told.value(part, VOID.property) == OWL.sameAs
    assert [told.value(part, t) for t in (VOID.triples, VOID.distinctSubjects, VOID.distinctObjects)] == [
        Literal(3),
        Literal(1),
        Literal(3),
    ]


def test_property_of_a_class(told: Graph) -> None:
    """A property of a class is told with the classes that it leads to."""
    part = PART["class/dip:Meeting/dip:participant"]
    target = PART["class/dip:Meeting/dip:participant/dip:State"]

    assert (PART["class/dip:Meeting"], VOID.propertyPartition, part) in told
    assert (part, VOID.classPartition, target) in told
    assert told.value(target, VOID["class"]) == DIP.State
    assert told.value(target, VOID.triples) == Literal(1)


def test_property_that_leads_to_words(told: Graph) -> None:
    """A property that leads to literals is told with their datatype; any term has an address."""
    part = PART["class/dip:Meeting/https%3A%2F%2Fb.example%2Fodd%23p"]
    target = told.value(part, EXTENSION.datatypePartition)

    assert target == URIRef(f"{part}/xsd:string")
    assert told.value(target, EXTENSION.datatype) == URIRef(f"{PREFIXES['xsd']}string")


def test_link_sets(told: Graph) -> None:
    """Each property that links, and each data set that it leads to, is a link set; others are none."""
    found = {
        (told.value(each, VOID.linkPredicate), told.value(each, VOID.objectsTarget)): told.value(
            each, VOID.triples
        )
        for each in told.subjects(RDF.type, VOID.Linkset)
    }

    assert found == {
        (OWL.sameAs, PART.wikidata): Literal(1),
        (OWL.sameAs, PART.geonames): Literal(1),
        (SKOS.closeMatch, PART.geonames): Literal(1),
    }
    assert (PART.dataset, VOID.subset, PART["links/owl:sameAs/wikidata"]) in told
    assert {str(each) for each in told.objects(PART["links/owl:sameAs/wikidata"], RDFS.seeAlso)} == {
        f"{BASE}mappings.sssom.tsv"
    }


def test_prefixes_are_declared(told: Graph) -> None:
    """The prefixes that a query need not declare are told in the way of SHACL."""
    declared = {
        str(told.value(each, SH.prefix)): str(told.value(each, SH.namespace))
        for each in told.objects(URIRef(f"{BASE}prefixes"), SH.declare)
    }

    assert declared == dict(PREFIXES)


def test_store_keeps_them_apart(tmp_path: Path) -> None:
    """The graph of metadata lies beside the default graph, which holds the triples of the graph alone."""
    (tmp_path / "graph.nt").write_text(GRAPH)
    lines = list(metadata.lines(GRAPH.encode(), BASE, PREFIXES))
    (tmp_path / loading.METADATA).write_text("".join(f"{line}\n" for line in lines))
    loaded = loading.load(tmp_path)
    store = Store.read_only(str(tmp_path / "store"))
    named = NamedNode(BASE + METADATA)

    assert loaded == 10
    assert [graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode)] == [named.value]
    assert len(list(store.quads_for_pattern(None, None, None, named))) == len(lines)
    assert isinstance(next(iter(store.quads_for_pattern(None, None, None, named))), Quad)
