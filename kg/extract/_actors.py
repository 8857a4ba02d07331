"""Claims on the actors and places that records speak of: class, names, state, ownership."""

from collections.abc import Iterable, Iterator

from rdflib import RDF, RDFS

from kg.model import Claim, Node, Span, Value
from kg.text.reading import Actor, Reading
from kg.vocab import DIP

_NAMED = (DIP.Person, DIP.State, DIP.Organization, DIP.Group, DIP.Place)


def claims(reading: Reading, used: Iterable[Node]) -> Iterator[Claim]:
    """Yield the claims on each actor and place that is used, and on the states these lead to."""
    known = {a.node: a for a in reading.actors}
    queue = list(dict.fromkeys(n for n in used if n.kind in _NAMED))
    for node in queue:
        actor = known.get(node)
        if actor is None:
            continue
        yield from _actor(reading, actor)
        if actor.country is not None and actor.country not in queue:
            queue.append(actor.country)


def _actor(reading: Reading, actor: Actor) -> Iterator[Claim]:
    node, first = actor.node, _first(reading, actor)
    if first is None:
        return
    yield Claim(node, RDF.type, node.kind, (first,), "actor.name")
    for form, span in actor.names:
        sentence = _sentence(reading, span)
        if sentence is not None:
            yield Claim(node, RDFS.label, Value(form), (sentence,), "actor.name")
    if actor.country is not None and actor.country != node:
        basis = f"registry: {node.registry}" if node.registry is not None else None
        yield Claim(node, DIP.country, actor.country, (first,), "actor.country", basis=basis)
    if actor.ownership is not None:
        words, span = actor.ownership
        yield Claim(
            node, DIP.ownership, Value(words), (_sentence(reading, span) or first,), "actor.ownership"
        )


def _first(reading: Reading, actor: Actor) -> Span | None:
    """Return the sentence of the first words that mean an actor, be they its name or what refers to it."""
    meant = reading.first(actor.node)
    if meant is not None:
        return meant.span
    return next((s for _, n in actor.names if (s := _sentence(reading, n)) is not None), None)


def _sentence(reading: Reading, span: Span) -> Span | None:
    tokens = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    found = reading.sentence(tokens[0].i) if tokens is not None else None
    return found.span if found is not None else None
