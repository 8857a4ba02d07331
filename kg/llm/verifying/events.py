"""Events of an answer that the words bear out."""

from collections.abc import Iterator

from rdflib import RDF, URIRef

from kg.llm import schema
from kg.llm.verifying import dating, moods, triggers
from kg.llm.verifying.arguments import Filled, Frame, again, filled
from kg.llm.verifying.case import Case, short
from kg.llm.verifying.meaning import Named
from kg.llm.verifying.needs import need
from kg.model import Claim, Dropped, Node, Record
from kg.vocab import DIP, local, superclasses

FAMILY = "event"


def records(
    case: Case, cast: tuple[Named, ...], events: tuple[schema.Event, ...]
) -> Iterator[Record | Dropped]:
    """Yield the events that are borne out, and what of the others, or of them, is not."""
    for event in events:
        evidence = case.evidence(event.evidence)
        if isinstance(evidence, str):
            yield case.rejected(FAMILY, evidence)
            continue
        places = case.whole(event.trigger, evidence)
        if not places:
            yield case.rejected(FAMILY, f"{short(event.trigger)} does not stand in the evidence", evidence[0])
            continue
        yield from _event(Frame(case, cast, FAMILY, DIP[event.kind], evidence, places[0]), event)


def _event(frame: Frame, event: schema.Event) -> Iterator[Record | Dropped]:
    if not triggers.can_evoke(frame.case, frame.trigger, frame.kind, frame.core):
        yield frame.rejected(f"it does not tell of a record of the class {local(frame.kind)}")
        return
    whether = moods.status_of(frame.case, frame.trigger, (event.status, event.cue), frame.core)
    if not isinstance(whether, URIRef):
        yield frame.rejected(whether)
        return
    acting = filled(frame, "participants", event.participants)
    places = filled(frame, "place", event.place)
    when = dating.dated(frame.case, event.when, frame.core, whether) if event.when else None
    yield from (*acting.failed, *places.failed, *((frame.rejected(when),) if isinstance(when, str) else ()))
    if not acting.is_met or not acting.meant:
        yield frame.rejected("too few of those who take part are borne out")
        return
    frame, idle = again(frame, (node for node, _ in acting.meant))
    yield from idle
    node = _node(frame, acting)
    claims = [
        *_claims(frame, node, whether, acting),
        *(frame.claim(node, DIP.place, n, (at,)) for n, at in places.meant),
    ]
    if when is not None and not isinstance(when, str):
        claims += dating.claims(frame.case, node, when, frame.rule)
    yield Record(node, frame.trigger, None, tuple(claims))


def _node(frame: Frame, acting: Filled) -> Node:
    """Return the node; the rules' own where they find the same actors by the same word."""
    others = ":".join(node.key for node, _ in acting.meant)
    key = f"{local(frame.kind).lower()}:{frame.trigger.start}:{others}"
    return Node(frame.case.article.file, frame.kind, key)


def _claims(frame: Frame, node: Node, whether: URIRef, acting: Filled) -> Iterator[Claim]:
    yield frame.claim(node, RDF.type, frame.kind, frame.evidence)
    yield frame.claim(node, DIP.status, whether, frame.evidence)
    first, role = _first(frame, acting), need(FAMILY, "participants", frame.kind).term
    for who, at in acting.meant:
        yield frame.claim(node, DIP.initiator if who == first else role, who, (at,))


def _first(frame: Frame, acting: Filled) -> Node | None:
    """Return who acts; of one alone it is not known whether it acts or is acted on."""
    is_action = DIP.Action in superclasses(frame.kind)
    return acting.meant[0][0] if is_action and len(acting.meant) > 1 else None
