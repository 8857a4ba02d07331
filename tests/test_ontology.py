"""Each term is defined once and whole, and nothing speaks of a term that is not there."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import (
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SKOS,
    VANN,
    XSD,
    Graph,
    Literal,
    Namespace,
    URIRef,
)
from rdflib.collection import Collection
from rdflib.namespace import DefinedNamespace
from rdflib.term import Node

from kg.vocab import DIP, FOLDER, ONTOLOGY, TERMS, alignments, classes, frames, properties, read, shapes

PROJECT = Path(__file__).parent.parent
DESIGNED = """
    Actor Person State Organization Group Tenure Record Event Meeting Call Visit Action Expulsion Summons
    Recall Recognition Sanction Credentials Appointment Mediation Aid RelationsEstablished RelationsSevered
    EmbassyOpened EmbassyClosed Statement Denial Retraction Agreement Provision Topic Place Article Passage
    Claim
    country iso2 iso3 m49 cow gw ownership holder title of rank HeadOfState HeadOfGovernment Minister Envoy
    Official Legislator attestedFrom attestedTo participant visitor host initiator headOfDelegation place
    earliest latest when status Occurred Planned Proposed Cancelled Denied visitKind partOf about code
    speaker addressee text mode Direct Indirect stance Supports Opposes at reports reportedBy denies
    announces retracts party signatory provision statedProvisions madeAt follows within usedBy
    file url sha256 article start end quote passage basis phrase accordingTo confidence rule review disputes
    Rejected onlyAccordingTo deniedBy sameContentAs copyOf
    Frame evokes plover ploverMode cameo verb noun slot cue
"""
# What the vocabularies that rdflib does not know have of what we align to: AIF read in its own file, the
# others in listings of their terms that programs carry.
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
OA = Namespace("http://www.w3.org/ns/oa#")
CITO = Namespace("http://purl.org/spar/cito/")
AIF = Namespace(
    "https://raw.githubusercontent.com/NextCenturyCorporation/AIDA-Interchange-Format/master/java/src/main/"
    "resources/com/ncc/aif/ontologies/InterchangeOntology#"
)
OTHERS = {
    SEM: "Actor Event Place accordingTo hasActor hasPlace subEventOf hasEarliestBeginTimeStamp "
    "hasLatestEndTimeStamp",
    OA: "Annotation SpecificResource TextPositionSelector TextQuoteSelector end exact hasSource start",
    CITO: "citesAsEvidence containsAssertionFrom disputes retracts",
    AIF: "Claim Entity EpistemicStatus Event Sentiment TextJustification claimer confidence confidenceValue "
    "endOffsetInclusive justifiedBy sourceDocument startOffset",
}
DATATYPES = {XSD.string, XSD.date, XSD.integer, XSD.decimal}
KNOWN: tuple[type[DefinedNamespace], ...] = (FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD)


def _ours(node: Node) -> bool:
    return isinstance(node, URIRef) and node.startswith(ONTOLOGY)


def _terms() -> list[URIRef]:
    return sorted({s for s in TERMS.subjects(RDF.type) if isinstance(s, URIRef) and _ours(s)})


def _unknown(graph: Graph) -> set[str]:
    """Return the names in our namespace that the graph uses and the ontology lacks."""
    return {str(n).removeprefix(ONTOLOGY) for t in graph for n in t if _ours(n) and n not in set(_terms())}


def _attributes(source: str) -> Iterator[str]:
    """Yield each name that a program takes from `DIP`, by dot or in brackets."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(value=ast.Name(id="DIP"), attr=name) if name not in ("term", "uri"):
                yield name
            case ast.Subscript(value=ast.Name(id="DIP"), slice=ast.Constant(value=str(name))):
                yield name
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="DIP"), attr="term"),
                args=[ast.Constant(value=str(name))],
            ):
                yield name


def _prefixed(source: str) -> set[str]:
    """Return each name after `dip:` in a query, comments left out."""
    lines = [line for line in source.splitlines() if not line.lstrip().startswith("#")]
    return set(re.findall(r"(?<![\w:])dip:(\w+)", "\n".join(lines)))


def _members(node: Node) -> list[Node]:
    """Return the classes that a domain or range names: itself, or those of its union."""
    union = TERMS.value(node, OWL.unionOf)
    return [node] if union is None else list(Collection(TERMS, union))


@pytest.mark.parametrize("name", DESIGNED.split())
def test_the_design_is_covered(name: str) -> None:
    """Each term that the design names is in the ontology."""
    assert ONTOLOGY.term(name) in _terms()


@pytest.mark.parametrize("term", _terms(), ids=lambda t: str(t).removeprefix(ONTOLOGY))
def test_each_term_has_a_label_and_a_comment(term: URIRef) -> None:
    """A term has one name and one explanation, a whole sentence, both without a language tag."""
    labels = list(TERMS.objects(term, RDFS.label))
    comments = list(TERMS.objects(term, RDFS.comment))

    assert [type(x) for x in labels + comments] == [Literal, Literal]
    assert [x.language for x in labels + comments if isinstance(x, Literal)] == [None, None]
    assert re.fullmatch(r"\S.*\S", labels[0])
    assert re.fullmatch(r"[A-Z].*\.", comments[0])


@pytest.mark.parametrize("term", properties(), ids=lambda t: str(t).removeprefix(ONTOLOGY))
def test_each_property_has_a_domain_and_a_range(term: URIRef) -> None:
    """A property says once what it is for; its domain is of our classes, its range too or a datatype."""
    [domain] = TERMS.objects(term, RDFS.domain)
    [span] = TERMS.objects(term, RDFS.range)
    literal = (term, RDF.type, OWL.DatatypeProperty) in TERMS

    assert set(_members(domain)) <= set(classes())
    assert set(_members(span)) <= (DATATYPES if literal else {*classes(), OWL.Class})


def test_each_term_is_of_one_kind() -> None:
    """A term is a class, a property or a member of one of our classes, and only one of these."""
    kinds = {t: set(TERMS.objects(t, RDF.type)) - {OWL.SymmetricProperty} for t in _terms()}
    allowed = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, *classes()}

    assert {t: k for t, k in kinds.items() if len(k) != 1 or not k <= allowed} == {}


def test_closed_lists_hold_all_their_members() -> None:
    """Where a class is said to have no other members, the individuals of that class are those."""
    for kind, members in TERMS.subject_objects(OWL.oneOf):
        assert set(Collection(TERMS, members)) == set(TERMS.subjects(RDF.type, kind))


def test_names_follow_their_kind() -> None:
    """Classes and individuals begin with a capital, properties and services with a small letter."""
    small = {*properties(), *TERMS.subjects(RDF.type, ONTOLOGY.Service)}
    wrong = [t for t in _terms() if (t in small) == t.removeprefix(ONTOLOGY)[0].isupper()]

    assert wrong == []


def test_roles_fit_what_they_specialise() -> None:
    """The domain and the range of a sub-property are no wider than those of the property above it."""
    for narrow, wide in TERMS.subject_objects(RDFS.subPropertyOf):
        for side in (RDFS.domain, RDFS.range):
            [inner], [outer] = TERMS.objects(narrow, side), TERMS.objects(wide, side)
            assert outer in {inner, *TERMS.transitive_objects(inner, RDFS.subClassOf)}


def test_the_ontology_tells_of_itself() -> None:
    """Title, description, licence, version and preferred prefix stand with the ontology."""
    [ontology] = TERMS.subjects(RDF.type, OWL.Ontology)
    asked = (
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.license,
        OWL.versionInfo,
        VANN.preferredNamespacePrefix,
    )

    assert ontology == URIRef(ONTOLOGY.removesuffix("#"))
    assert [p for p in asked if (ontology, p, None) not in TERMS] == []


@pytest.mark.parametrize(
    "graph", [TERMS, alignments(), frames(), shapes()], ids=["terms", "alignments", "frames", "shapes"]
)
def test_no_file_speaks_of_a_term_that_is_not_there(graph: Graph) -> None:
    """Each term of ours in the Turtle files is defined in the ontology."""
    assert _unknown(graph) == set()


def test_a_term_that_is_not_there_is_found_in_turtle() -> None:
    """The check above can fail."""
    graph = Graph().parse(
        data=f"<urn:a> a <{ONTOLOGY}Meeting> ; <{ONTOLOGY}guest> <urn:b> .", format="turtle"
    )

    assert _unknown(graph) == {"guest"}


@pytest.mark.parametrize(
    "path", sorted((PROJECT / "kg").rglob("*.py")), ids=lambda p: str(p.relative_to(PROJECT))
)
def test_no_program_takes_a_term_that_is_not_there(path: Path) -> None:
    """Each term that a program takes from `DIP` is in the ontology, even where no test runs the line."""
    found = set(_attributes(path.read_text(encoding="utf-8")))

    assert found - set(dir(DIP)) == set()


def test_a_term_that_is_not_there_is_found_in_a_program() -> None:
    """The check above can fail, whichever way a name is taken."""
    source = "a = DIP.guest\nb = DIP['lodger']\nc = DIP.term('tenant')\nd = DIP.visitor\ne = OTHER.thing\n"

    assert set(_attributes(source)) - set(dir(DIP)) == {"guest", "lodger", "tenant"}


def test_no_program_spells_a_term() -> None:
    """No module spells a term: the namespace is made of the base in one, and terms are taken from there."""
    spelling = [
        str(path.relative_to(PROJECT))
        for path in sorted((PROJECT / "kg").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(ONTOLOGY)
    ]

    assert spelling == []


def test_no_query_asks_for_a_term_that_is_not_there() -> None:
    """Each term after `dip:` in a query file is in the ontology."""
    folders = (PROJECT / "kg", PROJECT / "tests")
    queries = [p for folder in folders for p in sorted(folder.rglob("*.rq"))]
    found = {(p.name, name) for p in queries for name in _prefixed(p.read_text(encoding="utf-8"))}

    assert {(file, name) for file, name in found if name not in dir(DIP)} == set()


def test_a_term_that_is_not_there_is_found_in_a_query() -> None:
    """The check above can fail; a comment asks for nothing."""
    source = "# dip:lodger\nPREFIX dip: <urn:x>\nASK {\n  ?m a dip:Meeting ; dip:guest/dip:host ?g .\n}"

    assert _prefixed(source) - set(dir(DIP)) == {"guest"}


def test_alignments_are_of_our_terms() -> None:
    """On the left stand terms of ours, on the right terms of others."""
    wrong = [(s, o) for s, _, o in alignments() if not _ours(s) or _ours(o)]

    assert wrong == []


@pytest.mark.parametrize("other", sorted(set(alignments().objects())), ids=str)
def test_alignments_lead_to_terms_that_exist(other: URIRef) -> None:
    """What we align to is in the vocabulary of the others."""
    listed = {namespace.term(name) for namespace, names in OTHERS.items() for name in names.split()}

    assert other in listed or any(other in namespace for namespace in KNOWN)


def test_alignments_relate_like_to_like() -> None:
    """A class is below a class and a property below a property; the rest is a pointer."""
    relations = {p: set(alignments().subjects(p)) for p in set(alignments().predicates())}

    assert set(relations) == {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso}
    assert relations[RDFS.subClassOf] <= set(classes())
    assert relations[RDFS.subPropertyOf] <= set(properties())


@pytest.mark.parametrize(
    "vocabulary", [SEM, str(PROV), str(ORG), str(SDO), OA, CITO, str(SKOS), AIF],
    ids=["SEM", "PROV-O", "ORG", "schema.org", "Web Annotation", "CiTO", "SKOS", "AIF"],
)  # fmt: skip
def test_each_vocabulary_is_aligned_to(vocabulary: str) -> None:
    """Each of the vocabularies that researchers use is led to."""
    assert any(str(o).startswith(vocabulary) for o in alignments().objects())


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.ttl")), ids=lambda p: p.name)
def test_prefixes_are_declared_in_order(path: Path) -> None:
    """Prefixes stand in the order of the alphabet, each of them used."""
    source = path.read_text(encoding="utf-8")
    declared = re.findall(r"^@prefix (\w+):", source, flags=re.MULTILINE)
    body = re.sub(r"^(@prefix|#).*$", "", source, flags=re.MULTILINE)

    assert read(path)
    assert declared == sorted(declared)
    assert [p for p in declared if not re.search(rf"(?<!\w){p}:\w", body)] == []
