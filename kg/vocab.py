"""The terms of the ontology, read from its files: `DIP.visitor` is a term, a term that is not there is an error."""

from functools import cache
from pathlib import Path

from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import ClosedNamespace, Namespace

from kg.errors import OntologyError

_HERE = Path(__file__).parent
# Installed, the ontology lies inside the package; in a checkout, beside it.
FOLDER = _HERE / "ontology" if (_HERE / "ontology").is_dir() else _HERE.parent / "ontology"
ONTOLOGY = Namespace("https://w3id.org/communique/ontology#")


def _read(path: Path) -> Graph:
    try:
        return Graph().parse(path, format="turtle")
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{path.name}: expected Turtle, found: {error}") from error


TERMS = _read(FOLDER / "communique.ttl")
DIP = ClosedNamespace(
    str(ONTOLOGY),
    sorted({str(s).removeprefix(ONTOLOGY) for s in TERMS.subjects(RDF.type) if str(s).startswith(ONTOLOGY)}),
)


@cache
def frames() -> Graph:
    """Return all event frames as one graph."""
    graph = Graph()
    for path in sorted((FOLDER / "frames").glob("*.ttl")):
        graph += _read(path)
    return graph


@cache
def shapes() -> Graph:
    """Return all SHACL shapes as one graph."""
    graph = Graph()
    for path in sorted((FOLDER / "shapes").glob("*.ttl")):
        graph += _read(path)
    return graph


@cache
def superclasses(kind: URIRef) -> tuple[URIRef, ...]:
    """Return the classes of this ontology above a class, itself first, nearest first."""
    return _upward(kind, RDFS.subClassOf)


@cache
def superproperties(term: URIRef) -> tuple[URIRef, ...]:
    """Return the properties of this ontology above a property, itself first, nearest first."""
    return _upward(term, RDFS.subPropertyOf)


def _upward(term: URIRef, relation: URIRef) -> tuple[URIRef, ...]:
    found = [term]
    for each in found:
        above = sorted(o for o in TERMS.objects(each, relation) if isinstance(o, URIRef) and o.startswith(ONTOLOGY))
        found += [o for o in above if o not in found]
    return tuple(found)


def classes() -> tuple[URIRef, ...]:
    """Return all classes of this ontology, sorted."""
    return tuple(sorted(s for s in TERMS.subjects(RDF.type, OWL.Class) if isinstance(s, URIRef)))


def local(term: URIRef) -> str:
    """Return a term's name within its namespace.

    >>> local(DIP.Meeting)
    'Meeting'
    """
    return str(term).rpartition("#")[2].rpartition("/")[2]
