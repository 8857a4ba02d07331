"""Event frames as read from `ontology/frames/`: what evokes them and which words fill their roles."""

import re
from dataclasses import dataclass
from functools import cache

from rdflib import RDF, RDFS, URIRef

from kg.errors import OntologyError
from kg.vocab import DIP, frames, superclasses

_SLOT = re.compile(r"(\w+)(!?)(?:\(([\w ]+)\))?: (.+)")


@dataclass(frozen=True, slots=True)
class Slot:
    """One role of a frame.

    Attributes:
        role: property of the ontology.
        functions: syntactic functions of the filler, seen from the trigger.
        kinds: classes that a filler may have, empty for any actor.
        needed: whether the frame finds nothing without it.
    """

    role: URIRef
    functions: tuple[str, ...]
    kinds: tuple[URIRef, ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to tell of an event.

    Attributes:
        name: last part of its IRI ("visit-noun").
        kind: class of what it finds.
        verbs: lemmas, each followed by the particle or preposition it needs.
        nouns: lemmas, each preceded by the word it needs.
        slots: in the order they are filled.
        wanted: lemmas of which one must stand near the trigger; empty where none is needed.
        barred: lemmas that must not stand there; "to-clause" bars an infinitive.
        told: words that say what kind it is ("state", "official"), kept as they stand.
        codes: PLOVER type and mode, CAMEO code: each as "scheme:code".
    """

    name: str
    kind: URIRef
    verbs: tuple[tuple[str, ...], ...]
    nouns: tuple[tuple[str, ...], ...]
    slots: tuple[Slot, ...]
    wanted: frozenset[str]
    barred: frozenset[str]
    told: frozenset[str]
    codes: tuple[str, ...]


@cache
def event_frames() -> tuple[Frame, ...]:
    """Return the frames that evoke an event, sorted by name; those that need a word come first."""
    graph = frames()
    found = []
    for node in sorted(s for s in graph.subjects(RDF.type, DIP.Frame) if isinstance(s, URIRef)):
        kind = graph.value(node, DIP.evokes)
        if isinstance(kind, URIRef) and DIP.Event in superclasses(kind) and kind != DIP.Retraction:
            found.append(_frame(node, kind))
    return tuple(sorted(found, key=lambda f: (not f.wanted, f.name)))


@cache
def carriers() -> frozenset[str]:
    """Return the lemmas of the verbs that carry an event noun and lend it their subject."""
    graph = frames()
    node = next((s for s in graph.subjects(RDFS.label) if str(s).endswith("/carrier")), None)
    return frozenset(str(v).split()[0] for v in graph.objects(node, DIP.verb))


def _frame(node: URIRef, kind: URIRef) -> Frame:
    graph = frames()
    cues = [str(c) for c in graph.objects(node, DIP.cue)]
    return Frame(
        name=node.rpartition("/")[2],
        kind=kind,
        verbs=tuple(sorted(tuple(str(v).split()) for v in graph.objects(node, DIP.verb))),
        nouns=tuple(sorted(tuple(str(v).split()) for v in graph.objects(node, DIP.noun))),
        slots=tuple(
            sorted((_slot(node, str(s)) for s in graph.objects(node, DIP.slot)), key=lambda s: s.role)
        ),
        wanted=_words(cues, "with"),
        barred=_words(cues, "without"),
        told=_words(cues, "kind"),
        codes=tuple(
            f"{scheme}:{graph.value(node, term)}"
            for scheme, term in (
                ("PLOVER", DIP.plover),
                ("PLOVER mode", DIP.ploverMode),
                ("CAMEO", DIP.cameo),
            )
            if graph.value(node, term) is not None
        ),
    )


def _words(cues: list[str], kind: str) -> frozenset[str]:
    return frozenset(
        word for cue in cues if cue.startswith(f"{kind}: ") for word in cue.partition(": ")[2].split()
    )


def _slot(node: URIRef, text: str) -> Slot:
    match = _SLOT.fullmatch(text)
    if match is None:
        raise OntologyError(
            f"{node}: expected a slot like 'participant(Person): subject with', found {text!r}"
        )
    kinds = tuple(DIP[k] for k in (match[3] or "").split())
    return Slot(DIP[match[1]], tuple(match[4].split()), kinds, match[2] == "!")
