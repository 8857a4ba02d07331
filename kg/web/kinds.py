"""The classes of things as pages show them."""

from collections.abc import Iterable
from functools import cache

from rdflib import URIRef

from kg.iris import segment
from kg.vocab import ONTOLOGY, classes, local, superclasses
from kg.web.values import Value, english, name_of
from kg.web.wording import gettext

# Labels whose plural is not formed at the end.
_MANY = {
    "aid": "aid",
    "embassy closed": "embassies closed",
    "embassy opened": "embassies opened",
    "relations established": "relations established",
    "relations severed": "relations severed",
}


@cache
def upward(kind: URIRef) -> tuple[URIRef, ...]:
    """Return the classes of this ontology that a member of a class stands in: itself first, nearest first."""
    return tuple(each for each in superclasses(kind) if each.startswith(ONTOLOGY))


def lowest(kinds: Iterable[str | None]) -> URIRef | None:
    """Return the class of this ontology that lies lowest; of several such, the first by name."""
    known = {URIRef(kind) for kind in kinds if kind}.intersection(classes())
    return min(known, key=lambda kind: (-len(upward(kind)), kind), default=None)


def link(kind: URIRef) -> Value:
    """Return a class as a link to its index; the note is its name for many of its things."""
    return Value(name_of(kind), f"/{segment(kind)}/", many(kind))


def many(kind: URIRef) -> str:
    """Return what a class calls many of its things, in the language of the page."""
    return gettext(plural(english(local(kind))))


def plural(name: str) -> str:
    """Return the label of a class for many of its things.

    >>> plural("person"), plural("summons"), plural("presentation of credentials")
    ('persons', 'summons', 'presentations of credentials')
    """
    if name in _MANY:
        return _MANY[name]
    head, space, rest = name.partition(" of ")
    return (head if head.endswith("s") else f"{head}s") + space + rest
