"""The terms of the ontology, read from its files: `DIP.visitor` is a term, an unknown name is an error."""

from functools import cache
from pathlib import Path

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import ClosedNamespace, Namespace

from kg.errors import OntologyError

_HERE = Path(__file__).parent
# Installed, the ontology lies inside the package; in a checkout, beside it.
FOLDER = _HERE / "ontology" if (_HERE / "ontology").is_dir() else _HERE.parent / "ontology"
PUBLISHED = "https://w3id.org/communique/"  # base of the published data, whatever base a build has
ONTOLOGY = Namespace(f"{PUBLISHED}ontology#")


def read(path: Path) -> Graph:
    """Return one file of the ontology as a graph.

    Raises:
        OntologyError: the file is missing, not UTF-8 or not Turtle.
    """
    try:
        return Graph().parse(path, format="turtle")
    except FileNotFoundError:
        raise OntologyError(f"{path}: expected a file of the ontology, found none") from None
    except (OSError, SyntaxError, UnicodeDecodeError, IndexError) as error:
        # IndexError: what rdflib raises for a file that breaks off within a statement.
        raise OntologyError(f"{path.name}: expected Turtle in UTF-8, found: {error}") from error


def read_all(folder: Path) -> Graph:
    """Return the Turtle files of a folder as one graph.

    Raises:
        OntologyError: a file cannot be read, or there is none: without shapes every graph would conform.
    """
    paths = sorted(folder.glob("*.ttl"))
    if not paths:
        raise OntologyError(f"{folder}: expected Turtle files, found none")
    graph = Graph()
    for path in paths:
        graph += read(path)
    return graph


TERMS = read(FOLDER / "communique.ttl")
DIP = ClosedNamespace(
    str(ONTOLOGY),
    sorted({str(s).removeprefix(ONTOLOGY) for s in TERMS.subjects(RDF.type) if str(s).startswith(ONTOLOGY)}),
)
# As attributes of its own: the stages ask for a term thousands of times an article, and finding one is slow.
vars(DIP).update({name: DIP[name] for name in dir(DIP)})


@cache
def frames() -> Graph:
    """Return all event frames as one graph."""
    return read_all(FOLDER / "frames")


@cache
def shapes() -> Graph:
    """Return all SHACL shapes as one graph."""
    return read_all(FOLDER / "shapes")


@cache
def alignments() -> Graph:
    """Return how our terms stand to those of others."""
    return read(FOLDER / "alignments.ttl")


@cache
def superclasses(kind: URIRef) -> tuple[URIRef, ...]:
    """Return the classes that a member of a class also stands in: itself first, nearest first.

    Two are not of this ontology: a topic is a `skos:Concept`, a claim an `rdf:Statement`.
    """
    return _upward(kind, RDFS.subClassOf)


@cache
def superproperties(term: URIRef) -> tuple[URIRef, ...]:
    """Return the properties that hold where a property holds: itself first, nearest first."""
    return _upward(term, RDFS.subPropertyOf)


def _upward(term: URIRef, relation: URIRef) -> tuple[URIRef, ...]:
    if term.startswith(ONTOLOGY) and term not in DIP:
        raise OntologyError(f"{term}: expected a term of the ontology, found none of that name")
    found = [term]
    for each in found:
        above = sorted(o for o in TERMS.objects(each, relation) if isinstance(o, URIRef))
        found += [o for o in above if o not in found]
    return tuple(found)


def classes() -> tuple[URIRef, ...]:
    """Return all classes of this ontology, sorted."""
    return _of_type(OWL.Class)


def properties() -> tuple[URIRef, ...]:
    """Return all properties of this ontology, sorted."""
    return tuple(sorted(_of_type(OWL.ObjectProperty) + _of_type(OWL.DatatypeProperty)))


@cache
def _of_type(kind: URIRef) -> tuple[URIRef, ...]:
    # A class without a name (a union) is no term.
    return tuple(sorted(s for s in TERMS.subjects(RDF.type, kind) if isinstance(s, URIRef)))


def local(term: URIRef) -> str:
    """Return a term's name within its namespace.

    >>> local(DIP.Meeting)
    'Meeting'
    """
    return str(term).rpartition("#")[2].rpartition("/")[2]
