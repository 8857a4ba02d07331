"""The shapes let through a graph that is as it should be, and name each thing that is not."""

from functools import cache
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, RDFS, Graph, Literal
from rdflib.namespace import SH

from kg.vocab import DIP, TERMS, classes, shapes

PREFIXES = """
@prefix : <https://example.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dip: <https://w3id.org/communique/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# One of each, with every property that a shape speaks of. The cases below change one statement each.
GRAPH = """
:anna a dip:Person , dip:Actor ; rdfs:label "Anna Berg" ; dip:country :norland .
:norland a dip:State , dip:Actor ; rdfs:label "Norland" ; dip:country :norland ;
  dip:iso2 "NL" ; dip:iso3 "NLD" ; dip:m49 "031" ; dip:cow "373" ; dip:gw "2" .
:courier a dip:Organization , dip:Actor ; rdfs:label "Courier" ; dip:ownership "state-run" .
:crowd a dip:Group , dip:Actor ; rdfs:label "local media" .
:tenure a dip:Tenure ; rdfs:label "Anna Berg, minister" ; dip:holder :anna ; dip:title "Minister" ;
  dip:of :norland ; dip:rank dip:Minister ;
  dip:attestedFrom "2025-04-02"^^xsd:date ; dip:attestedTo "2025-04-02"^^xsd:date .
:harbour a dip:Place ; rdfs:label "Harbour" ; dip:within :town ; dip:country :norland ; dip:usedBy :anna .
:town a dip:Place ; rdfs:label "Town" .
:canal a dip:Topic , skos:Concept ; rdfs:label "canal" ; dip:usedBy :norland .
:meeting a dip:Meeting , dip:Event , dip:Record ; rdfs:label "Meeting" ; dip:participant :anna , :norland ;
  dip:host :norland ; dip:headOfDelegation :anna ; dip:initiator :norland ; dip:place :harbour , :norland ;
  dip:earliest "2025-04-02"^^xsd:date ; dip:latest "2025-04-02"^^xsd:date ; dip:when "2025-04-02" ;
  dip:status dip:Occurred ; dip:code "PLOVER:CONSULT" , "PLOVER mode:visit" , "CAMEO:042" ; dip:about :canal ;
  dip:partOf :visit ; dip:onlyAccordingTo :courier ; dip:deniedBy :anna ;
  dip:dyad :pair ; dip:level dip:Minister .
:southland a dip:State , dip:Actor ; rdfs:label "Southland" .
:pair a dip:Dyad ; rdfs:label "Norland and Southland" ; dip:between :norland , :southland .
:visit a dip:Visit , dip:Event , dip:Record ; rdfs:label "Visit" ; dip:participant :anna ; dip:visitor :anna ;
  dip:status dip:Planned ; dip:visitKind "official" .
:withdrawal a dip:Retraction , dip:Event , dip:Record ; rdfs:label "Withdrawal" ; dip:participant :courier ;
  dip:status dip:Occurred ; dip:retracts :report .
:expulsion a dip:Expulsion , dip:Action , dip:Event , dip:Record ; rdfs:label "Expulsion" ;
  dip:participant :norland ; dip:status dip:Denied .
:saying a dip:Statement , dip:Record ; rdfs:label "Saying" ; dip:speaker :anna ; dip:addressee :norland ;
  dip:text "we shall meet" ; dip:mode dip:Direct ; dip:stance dip:Supports ; dip:about :canal ;
  dip:at :meeting ; dip:reportedBy :courier ; dip:announces :visit , :pact ; dip:sameContentAs :report .
:report a dip:Statement , dip:Record ; rdfs:label "Report" ; dip:speaker :courier ; dip:reports :saying .
:denial a dip:Denial , dip:Statement , dip:Record ; rdfs:label "Denial" ; dip:speaker :anna ;
  dip:denies :saying .
:pact a dip:Agreement , dip:Record ; rdfs:label "Pact" ; dip:party :norland ; dip:signatory :anna ;
  dip:status dip:Occurred ; dip:provision :point ; dip:statedProvisions 18 ; dip:madeAt :meeting ;
  dip:follows :treaty .
:treaty a dip:Agreement , dip:Record ; rdfs:label "Treaty" ; dip:when "1999" ; dip:status dip:Occurred .
:point a dip:Provision ; rdfs:label "Point" ; dip:text "visas end" ; dip:party :norland .
:article a dip:Article ; rdfs:label "They met" ; dip:file "they-met.txt" ;
  dip:sha256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" ;
  dip:url "https://example.org/they-met" ; dcterms:title "They met" ; dcterms:issued "2025-04-03"^^xsd:date ;
  dcterms:publisher :courier ; dcterms:creator :anna ; dip:copyOf :other .
:passage a dip:Passage ; dip:article :article ; dip:start 0 ; dip:end 9 ; dip:quote "They met." .
:claim a dip:Claim , rdf:Statement ; rdf:subject :meeting ; rdf:predicate dip:participant ;
  rdf:object :anna ; dip:passage :passage ; dip:rule "meeting.verb" ; dip:confidence 0.9 ;
  dip:accordingTo :saying , :courier ; dip:review dip:Accepted ; dip:disputes :another .
:named a dip:Claim , rdf:Statement ; rdf:subject :norland ; rdf:predicate dip:iso2 ; rdf:object "NL" ;
  dip:basis "registry: states.tsv, NLD" .
"""


def _cases() -> tuple[tuple[str, str, str], ...]:
    """Return what is replaced, by what, and the message that must come of it; the first line is a heading."""
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.replace("\\n", "\n").split("\t") for line in lines)
    return tuple((old, new, message) for old, new, message in rows)


def messages(turtle: str) -> set[str]:
    """Return what the shapes have to say against a graph."""
    data = Graph().parse(data=PREFIXES + turtle, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes(), inference="none")
    return {str(m) for m in report.objects(None, SH.resultMessage)}


@cache
def written() -> frozenset[str]:
    """Return all messages that stand in the shapes."""
    return frozenset(str(m) for m in shapes().objects(None, SH.message))


def test_a_whole_graph_conforms() -> None:
    """A graph that holds one of each is let through."""
    assert messages(GRAPH) == set()


@pytest.mark.parametrize(("old", "new", "message"), _cases(), ids=lambda x: x[:40].strip())
def test_each_fault_is_named(old: str, new: str, message: str) -> None:
    """One statement changed, and the message of the rule that it breaks is given."""
    assert old in GRAPH

    actual = messages(GRAPH.replace(old, new, 1))

    assert message in actual


def test_each_rule_has_its_fault() -> None:
    """No rule stands in the shapes that no case breaks."""
    assert written() == {message for _, _, message in _cases()}


def test_each_rule_says_what_it_asks() -> None:
    """What a shape asks, and what it asks of a property, has one message, a whole sentence."""
    asking = {
        *shapes().objects(None, SH.property),
        *(
            s
            for p in (SH.nodeKind, SH["class"])
            for s in shapes().subjects(p)
            if (s, RDF.type, SH.NodeShape) in shapes()
        ),
    }
    silent = [s for s in asking if len(list(shapes().objects(s, SH.message))) != 1]
    odd = [m for m in written() if not (m[0].isupper() and m.endswith("."))]

    assert asking
    assert silent == []
    assert odd == []


def test_no_shape_needs_inference() -> None:
    """The class that each class stands under in the ontology is asked for by a shape."""
    asked = {
        (kind, above)
        for shape, kind in shapes().subject_objects(SH.targetClass)
        for above in shapes().objects(shape, SH["class"])
    }
    told = {(k, above) for k in classes() for above in TERMS.objects(k, RDFS.subClassOf)}

    assert asked == told


def test_lists_of_shapes_are_those_of_the_ontology() -> None:
    """Statuses, ranks, modes, stances and reviews that the shapes allow are all that there are."""
    for path, kind in (
        (DIP.status, DIP.Status),
        (DIP.rank, DIP.Rank),
        (DIP.mode, DIP.Mode),
        (DIP.stance, DIP.Stance),
        (DIP.review, DIP.Review),
    ):
        for shape in shapes().subjects(SH.path, path):
            [members] = shapes().objects(shape, SH["in"])
            assert set(shapes().items(members)) == set(TERMS.subjects(RDF.type, kind))


def test_shapes_are_shapes() -> None:
    """The shapes conform to the shape of shapes that the standard gives."""
    conforms, _, _ = pyshacl.validate(Graph(), shacl_graph=shapes(), meta_shacl=True)

    assert conforms


def test_messages_are_plain_strings() -> None:
    """A message has no language tag: it is shown as it is."""
    assert all(isinstance(m, Literal) and m.language is None for m in shapes().objects(None, SH.message))
