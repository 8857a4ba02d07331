"""Things by their names, as pages list them: those that are found, and those that may be meant."""

from dataclasses import dataclass

from rdflib import URIRef

from kg.store import likeness, named, texts
from kg.web.service import Graph
from kg.web.values import Value, name_of

ENOUGH = 60.0  # of 100: "mara vos" for "Mara Voss" has 94, "voss mara" 56; far guesses help less than none


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that goes by the words.

    Attributes:
        thing: its display name and page; the note is the name that was found, where that is another.
        kind: its class.
    """

    thing: Value
    kind: str


def hit(name: texts.Name, graph: Graph) -> Hit:
    """Return a thing as it is listed by the name that was found."""
    note = "" if name.name == name.label else name.name
    return Hit(Value(name.label, graph.addresses.path(name.iri), note), name_of(URIRef(name.kind)))


def nearest(graph: Graph, words: str) -> tuple[Hit, ...]:
    """Return at most three things that go by a name like some words, the likest first."""
    alike = named.alike(graph.build.folder / texts.FILE, texts.split(texts.fold(words)))
    by_name = {name.name: name for name in reversed(alike)}
    return tuple(hit(by_name[each], graph) for each in likeness.nearest(words, by_name, ENOUGH))
