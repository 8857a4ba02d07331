"""The types and properties that clients may tell, and fetch."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rdflib import RDFS, URIRef

from kg.store.likeness import nearest
from kg.store.prologue import short
from kg.vocab import DIP, ONTOLOGY, TERMS, classes, local, properties, superclasses
from kg.web.values import english

# What can be looked for without a type: what records tell of, and not the records.
DEFAULT = (DIP.Actor, DIP.Place, DIP.Topic)
# Types in the order in which they are offered.
OFFERED = (DIP.Person, DIP.State, DIP.Organization, DIP.Actor, DIP.Place, DIP.Topic)


@dataclass(frozen=True, slots=True)
class Property:
    """A property.

    Attributes:
        id: what clients call it.
        name: its label.
        description: what its values are.
        kinds: the classes of things that have it; any where there is none.
        is_matched: whether it can be told to find a thing.
        is_fetched: whether a thing has values of it.
    """

    id: str
    name: str
    description: str
    kinds: tuple[URIRef, ...] = ()
    is_matched: bool = True
    is_fetched: bool = True


_STATES = (DIP.State,)
OWN = (
    Property("name", "name", "A name that it goes by, in any script"),
    Property("state", "state", "The state that it is of: a name, a code of ISO 3166-1, or an entity"),
    Property("office", "office", "An office held, in any wording: “foreign minister”", (DIP.Person,)),
    Property("date", "date", "The day of the record (ISO 8601): who held the office then", is_fetched=False),
    Property("iso2", "ISO 3166-1 alpha-2", "Code of a state: AZ", _STATES),
    Property("iso3", "ISO 3166-1 alpha-3", "Code of a state: AZE", _STATES),
    Property("m49", "UN M49", "Code of a state: 031", _STATES),
    Property("cow", "Correlates of War", "Number of a state: 373", _STATES),
    Property("gw", "Gleditsch and Ward", "Number of a state: 373", _STATES),
    Property("wikidata", "Wikidata", "Identifier of an item: Q227"),
    Property("geonames", "GeoNames", "Identifier of a place or country: 587116", (DIP.State, DIP.Place)),
    Property("viaf", "VIAF", "Identifier of an authority file", (DIP.Person, DIP.Organization)),
    Property("iri", "IRI", "Its name on the web", is_matched=False),
    Property("type", "type", "Its class", is_matched=False),
)


@cache
def every() -> dict[str, Property]:
    """Return all properties by id: our own, then those of the ontology, whose values can be fetched."""
    found = {each.id: each for each in OWN}
    return found | {each.id: each for each in map(_of_ontology, properties()) if each.id}


def proposed(kind: URIRef | None) -> tuple[Property, ...]:
    """Return the properties that things of a class may have, or all."""
    return tuple(each for each in every().values() if each.is_fetched and _fits(each, kind))


def named(name: str) -> URIRef | None:
    """Return the class of a name: "Person", "dip:Person", or its IRI; None where there is none."""
    wanted = URIRef(ONTOLOGY + name.removeprefix(ONTOLOGY).removeprefix("dip:"))
    return wanted if wanted in classes() else None


def like(name: str) -> tuple[str, ...]:
    """Return the names of classes that are like a name."""
    return nearest(name, [id_of(kind) for kind in classes()])


def id_of(kind: URIRef) -> str:
    """Return what clients call a class.

    >>> id_of(DIP.Person)
    'Person'
    """
    return kind.removeprefix(ONTOLOGY)


def told(kind: URIRef) -> dict[str, str]:
    """Return a class as clients are told of it: both versions write it alike."""
    return {"id": id_of(kind), "name": english(id_of(kind))}


@cache
def within(wanted: tuple[URIRef, ...]) -> frozenset[str]:
    """Return some classes and those below them."""
    return frozenset(str(each) for each in classes() if set(wanted) & set(superclasses(each)))


def _of_ontology(term: URIRef) -> Property:
    comment = str(TERMS.value(term, RDFS.comment) or "")
    return Property(
        short(str(term)) or "", english(local(term)), comment, tuple(_domain(term)), is_matched=False
    )


def _domain(term: URIRef) -> Iterator[URIRef]:
    domain = TERMS.value(term, RDFS.domain)
    if isinstance(domain, URIRef):
        yield domain


def _fits(each: Property, kind: URIRef | None) -> bool:
    if kind is None or not each.kinds:
        return True
    return bool(within(each.kinds) & within((kind,)))
