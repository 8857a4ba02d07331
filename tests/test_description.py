"""What the endpoint says of itself: its languages, forms, data set, limits and what it adds to SPARQL."""

import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import Namespace

from kg.vocab import DIP
from kg.web.bounds import Bounds
from kg.web.description import Told, describe

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
BASE = "https://w3id.org/communique/"
ENDPOINT = URIRef("http://127.0.0.1:8000/sparql")
TOLD = Told(str(ENDPOINT), BASE, (f"{BASE}graphs/metadata",), (), Bounds(30, 1_000_000, 256_000_000))


@pytest.fixture(scope="module")
def told() -> Graph:
    """Return the description of a service that asks no other."""
    return describe(TOLD)


def test_endpoint_and_languages(told: Graph) -> None:
    """The endpoint is where it was asked; both versions of the query language are understood, no update."""
    assert told.value(ENDPOINT, SD.endpoint) == ENDPOINT
    assert set(told.objects(ENDPOINT, SD.supportedLanguage)) == {SD.SPARQL10Query, SD.SPARQL11Query}


def test_data_set(told: Graph) -> None:
    """What the default graph holds is told where it is named; the other graphs stand with their names."""
    data = told.value(ENDPOINT, SD.defaultDataset)
    names = [told.value(named, SD.name) for named in told.objects(data, SD.namedGraph)]

    assert told.value(data, SD.defaultGraph) == URIRef(f"{BASE}void#dataset")
    assert names == [URIRef(f"{BASE}graphs/metadata")]


def test_limits(told: Graph) -> None:
    """The limits are told in words."""
    words = (
        "A query may take 30 s, and its result have 1,000,000 rows and 256,000,000 bytes. "
        "The headers of each answer tell the limits in force."
    )

    assert (ENDPOINT, RDFS.comment, Literal(words)) in told


def test_search(told: Graph) -> None:
    """Full-text search is a feature with its form."""
    assert (ENDPOINT, SD.feature, DIP.search) in told
    assert (DIP.search, RDF.type, SD.Feature) in told
    assert "SERVICE dip:search {" in str(told.value(DIP.search, RDFS.comment))


def test_other_services(told: Graph) -> None:
    """Federated query is a feature where other services may be asked, and these are told."""
    one = describe(Told(TOLD.endpoint, BASE, (), ("https://query.example.org/",), TOLD.limits))
    words = "SERVICE may name what begins with https://query.example.org/"

    assert (ENDPOINT, SD.feature, SD.BasicFederatedQuery) not in told
    assert (ENDPOINT, SD.feature, SD.BasicFederatedQuery) in one
    assert (ENDPOINT, RDFS.comment, Literal(words)) in one
