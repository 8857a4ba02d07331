"""Former codes of states are concepts beside the graph, found by the code of the state and by their days."""

from rdflib import DCTERMS, RDF, SKOS, XSD, Graph, Literal
from rdflib.namespace import Namespace

from kg.emit import codings, dated

PART = Namespace("https://w3id.org/communique/void#")
TOLD = Graph()
for triple in dated.triples(PART):
    TOLD.add(triple)


def test_a_code() -> None:
    """A code has its list, its state, and its first and last day."""
    germany = PART["code/COW-260-DEU"]

    assert dict(TOLD.predicate_objects(germany)) == {
        RDF.type: SKOS.Concept,
        SKOS.inScheme: PART["codes/COW"],
        SKOS.notation: Literal("260"),
        SKOS.prefLabel: Literal("Germany, to 1990-10-02"),
        DCTERMS.coverage: Literal("DEU"),
        dated.SCHEMA.validFrom: Literal("1949-05-23", datatype=XSD.date),
        dated.SCHEMA.validThrough: Literal("1990-10-02", datatype=XSD.date),
    }


def test_no_first_day() -> None:
    """A code that held since its list began has a last day alone."""
    assert TOLD.value(PART["code/M49-736-SDN"], dated.SCHEMA.validFrom) is None
    assert str(TOLD.value(PART["code/M49-736-SDN"], dated.SCHEMA.validThrough)) == "2011-07-08"


def test_lists_have_names() -> None:
    """Each list that a code is of has a title, and none is one of the codes of events."""
    lists = set(TOLD.objects(None, SKOS.inScheme))

    assert lists == set(TOLD.subjects(DCTERMS.title)) == set(TOLD.subjects(RDF.type, SKOS.ConceptScheme))
    assert not lists & {PART[f"codes/{system}"] for system in codings.TITLES}
