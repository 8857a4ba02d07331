"""What the endpoint says of itself to machines (SPARQL 1.1 Service Description)."""

from rdflib import RDF, BNode, Graph, Namespace, URIRef

from kg.store.forms import RESULTS

_SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
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


def describe(endpoint: str) -> Graph:
    """Return the description of the endpoint at an address."""
    graph = Graph()
    graph.bind("sd", _SD)
    service, data, default = URIRef(endpoint), BNode(), BNode()
    graph.add((service, RDF.type, _SD.Service))
    graph.add((service, _SD.endpoint, service))
    graph.add((service, _SD.supportedLanguage, _SD.SPARQL11Query))
    for form in RESULTS:
        graph.add((service, _SD.resultFormat, _FORMATS[_NAMES[form.suffix]]))
    graph.add((service, _SD.defaultDataset, data))
    graph.add((data, RDF.type, _SD.Dataset))
    graph.add((data, _SD.defaultGraph, default))
    graph.add((default, RDF.type, _SD.Graph))
    return graph
