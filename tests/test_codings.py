"""Codes of event data are concepts beside the graph, found by the value of `dip:code`."""

from rdflib import RDF, SKOS, Graph, Literal
from rdflib.namespace import Namespace

from kg.emit import codings
from kg.vocab import DIP

PART = Namespace("https://w3id.org/communique/void#")
TOLD = Graph()
for triple in codings.triples(PART):
    TOLD.add(triple)


def test_found_by_code() -> None:
    """What a record has at `dip:code` is the notation of one concept, with its name."""
    (concept,) = TOLD.subjects(SKOS.notation, Literal("CAMEO:042"))

    assert concept == PART["code/CAMEO-042"]
    assert TOLD.value(concept, SKOS.prefLabel) == Literal("make a visit")
    assert TOLD.value(concept, SKOS.note) == Literal("quad class 1")


def test_from_one_system_to_the_other() -> None:
    """By its root, a code of CAMEO leads to the type of PLOVER, no more strongly than the codebooks allow."""
    root = TOLD.value(PART["code/CAMEO-042"], SKOS.broader)

    assert root == PART["code/CAMEO-04"]
    assert TOLD.value(root, SKOS.closeMatch) == PART["code/PLOVER-CONSULT"]
    assert TOLD.value(PART["code/CAMEO-19"], SKOS.broadMatch) == PART["code/PLOVER-ASSAULT"]
    assert not list(TOLD.triples((None, SKOS.exactMatch, None)))


def test_classes_have_codes() -> None:
    """A class of records is related to each code that its frames give."""
    assert (DIP.Visit, SKOS.relatedMatch, PART["code/CAMEO-042"]) in TOLD
    assert (DIP.Meeting, SKOS.relatedMatch, PART["code/PLOVER-CONSULT"]) in TOLD


def test_each_code_has_one_name() -> None:
    """Each concept has one notation, one name and one scheme."""
    for concept in TOLD.subjects(RDF.type, SKOS.Concept):
        assert len(set(TOLD.objects(concept, SKOS.notation))) == 1
        assert len(set(TOLD.objects(concept, SKOS.prefLabel))) == 1
        assert len(set(TOLD.objects(concept, SKOS.inScheme))) == 1
