"""What the endpoint says of itself to machines (SPARQL 1.1 Service Description)."""

from dataclasses import dataclass

from rdflib import RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import VOID

from kg.store.forms import RESULTS
from kg.store.searches import FORM, SERVICE
from kg.web.bounds import Bounds

_SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_REGIMES = Namespace("http://www.w3.org/ns/entailment/")
_SEARCH = f"{FORM} finds passages by their words, and with dip:named in place of dip:words things by names."
# Names of the forms in the list of the W3C (https://www.w3.org/ns/formats/); TriG is the one for data sets.
_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "rdf": "RDF_XML",
    "jsonld": "JSON-LD",
    "trig": "TriG",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a description tells.

    Attributes:
        endpoint: address at which it was asked.
        base: base of the IRIs of all data.
        graphs: IRIs of the named graphs.
        services: IRIs that a `SERVICE` may begin with.
        limits: what a query may take.
    """

    endpoint: str
    base: str
    graphs: tuple[str, ...]
    services: tuple[str, ...]
    limits: Bounds


def describe(told: Told) -> Graph:
    """Return the description of the endpoint."""
    graph = Graph()
    for prefix, space in (("sd", _SD), ("void", VOID), ("ent", _REGIMES), ("formats", _FORMATS)):
        graph.bind(prefix, space)
    service, data = URIRef(told.endpoint), BNode()
    graph.add((service, RDF.type, _SD.Service))
    graph.add((service, _SD.endpoint, service))
    for language in (_SD.SPARQL10Query, _SD.SPARQL11Query):
        graph.add((service, _SD.supportedLanguage, language))
    graph.add((service, _SD.defaultEntailmentRegime, _REGIMES.Simple))
    for form in RESULTS:
        graph.add((service, _SD.resultFormat, _FORMATS[_NAMES[form.suffix]]))
    graph.add((service, RDFS.comment, Literal(_limits(told.limits))))
    for more in ("examples", "openapi.json", "void"):
        graph.add((service, RDFS.seeAlso, URIRef(told.base + more)))
    graph.add((service, _SD.defaultDataset, data))
    _data(graph, data, told)
    _features(graph, service, told)
    return graph


def _data(graph: Graph, data: BNode, told: Told) -> None:
    """Tell the data set: what the default graph holds stands at the address that is its name here."""
    default = URIRef(f"{told.base}void#dataset")
    graph.add((data, RDF.type, _SD.Dataset))
    graph.add((data, _SD.defaultGraph, default))
    graph.add((default, RDF.type, _SD.Graph))
    graph.add((default, RDF.type, VOID.Dataset))
    for iri in told.graphs:
        named, content = BNode(), BNode()
        graph.add((data, _SD.namedGraph, named))
        graph.add((named, RDF.type, _SD.NamedGraph))
        graph.add((named, _SD.name, URIRef(iri)))
        graph.add((named, _SD.graph, content))
        graph.add((content, RDF.type, _SD.Graph))


def _features(graph: Graph, service: URIRef, told: Told) -> None:
    search = URIRef(SERVICE)
    graph.add((service, _SD.feature, search))
    graph.add((search, RDF.type, _SD.Feature))
    graph.add((search, RDFS.label, Literal("full-text search")))
    graph.add((search, RDFS.comment, Literal(_SEARCH)))
    for iri in told.services:  # `SERVICE` to these alone: not all of federated query
        graph.add((service, _SD.feature, _SD.BasicFederatedQuery))
        graph.add((service, RDFS.comment, Literal(f"SERVICE may name what begins with {iri}")))


def _limits(limits: Bounds) -> str:
    return (
        f"A query may take {limits.seconds:g} s, and its result have {limits.rows:,} rows and "
        f"{limits.bytes:,} bytes. The headers of each answer tell the limits in force."
    )
