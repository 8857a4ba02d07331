"""Event frames as read from `ontology/frames/`: what evokes them and which words fill their roles."""

import re
from dataclasses import dataclass
from functools import cache

from rdflib import RDF, URIRef

from kg.errors import OntologyError
from kg.extract._lexicon import frame
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
        wanted: lemmas of which one must stand near the trigger; empty where none is needed ("@relief" in a
            cue stands for the nouns of that frame).
        barred: lemmas that must not stand there; "to-clause" bars an infinitive,
            "complement" what the object is called, "rank" who is first or last to do something.
        unless: lemmas that the text must not have up to the trigger's sentence.
        weak: lemmas that mostly tell again of an encounter told before.
        alone: nouns of gatherings of many, for which one participant is enough.
        told: words that say what kind it is ("state", "official"), kept as they stand.
        subjects: lemmas of which one must be the subject; empty where it may be any.
        status: what the trigger itself says, None where it tells of what has happened.
        codes: PLOVER type and mode, CAMEO code: each as "scheme:code".
        ahead: the same where it is only planned or proposed.
    """

    name: str
    kind: URIRef
    verbs: tuple[tuple[str, ...], ...]
    nouns: tuple[tuple[str, ...], ...]
    slots: tuple[Slot, ...]
    wanted: frozenset[str]
    barred: frozenset[str]
    unless: frozenset[str]
    weak: frozenset[str]
    alone: frozenset[str]
    told: frozenset[str]
    subjects: frozenset[str]
    status: URIRef | None
    codes: tuple[str, ...]
    ahead: tuple[str, ...]


@cache
def event_frames() -> tuple[Frame, ...]:
    """Return the frames that evoke an event, sorted by name; those that need a word come first."""
    graph = frames()
    found = []
    for node in sorted(s for s in graph.subjects(RDF.type, DIP.Frame) if isinstance(s, URIRef)):
        kind = graph.value(node, DIP.evokes)
        if isinstance(kind, URIRef) and DIP.Event in superclasses(kind) and kind != DIP.Retraction:
            found.append(_frame(node, kind))
    return tuple(sorted(found, key=lambda f: (not f.wanted and not f.unless, f.name)))


@cache
def carriers() -> frozenset[str]:
    """Return the lemmas of the verbs that carry an event noun and lend it their subject."""
    return frozenset(words[0] for words in frame("carrier").verbs)


def _frame(node: URIRef, kind: URIRef) -> Frame:
    graph = frames()
    cues = [str(c) for c in graph.objects(node, DIP.cue)]
    return Frame(
        name=node.rpartition("/")[2],
        kind=kind,
        verbs=tuple(sorted(tuple(str(v).split()) for v in graph.objects(node, DIP.verb))),
        nouns=tuple(sorted(tuple(str(v).split()) for v in graph.objects(node, DIP.noun))),
        slots=tuple(
            sorted((slot(node, t) for t in sorted(map(str, graph.objects(node, DIP.slot)))), key=_role)
        ),
        wanted=_words(cues, "with"),
        barred=_words(cues, "without"),
        unless=_words(cues, "unless"),
        weak=_words(cues, "weak"),
        alone=_words(cues, "alone"),
        told=_words(cues, "kind"),
        subjects=_words(cues, "subject"),
        status=next((DIP[word] for word in sorted(_words(cues, "status"))), None),
        codes=codes(node),
        ahead=codes(node, ahead=True),
    )


def codes(node: URIRef, *, ahead: bool = False) -> tuple[str, ...]:
    """Return the codes that a frame gives, each as "scheme:code".

    An intent to cooperate has a code of its own in CAMEO (03x), which is AGREE in PLOVER.
    """
    graph = frames()
    intent = graph.value(node, DIP.cameoAhead) if ahead else None
    if intent is not None:
        return ("PLOVER:AGREE", f"CAMEO:{intent}")
    schemes = (("PLOVER", DIP.plover), ("PLOVER mode", DIP.ploverMode), ("CAMEO", DIP.cameo))
    told = ((scheme, graph.value(node, term)) for scheme, term in schemes)
    return tuple(f"{scheme}:{code}" for scheme, code in told if code is not None)


def _role(found: Slot) -> URIRef:
    return found.role


def _words(cues: list[str], kind: str) -> frozenset[str]:
    told = {word for cue in cues if cue.startswith(f"{kind}: ") for word in cue.partition(": ")[2].split()}
    lists = {word for word in told if word.startswith("@")}
    return frozenset(told - lists).union(*(frame(word[1:]).nouns for word in lists))


def slot(node: URIRef, text: str) -> Slot:
    """Return a slot as a frame writes it: "participant!(Person State): subject object-to".

    Raises:
        OntologyError: it is written in another way; names the frame.
    """
    match = _SLOT.fullmatch(text)
    if match is None:
        raise OntologyError(
            f"{node}: expected a slot like 'participant(Person): subject with', found {text!r}"
        )
    kinds = tuple(DIP[k] for k in (match[3] or "").split())
    return Slot(DIP[match[1]], tuple(match[4].split()), kinds, match[2] == "!")
