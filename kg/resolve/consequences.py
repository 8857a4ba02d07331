"""What follows from what is claimed: who reported, who denied, on whose word alone a record is known."""

from collections.abc import Iterable, Iterator, Mapping

from rdflib import RDF

from kg.model import Claim, Node, Span
from kg.resolve.facts import Facts
from kg.vocab import DIP


def reported(facts: Facts) -> Iterator[Claim]:
    """Yield `dip:reportedBy` for each statement and each actor in the chains by which an article has it."""
    outer = _outer(facts)
    for node in facts.of_kind(DIP.Statement):
        for report, spans in _chain(node, outer, frozenset({node})):
            for actor in facts.nodes_at(report, DIP.speaker):
                yield Claim(node, DIP.reportedBy, actor, spans, rule="derived: chain of reports")


def denied(facts: Facts) -> Iterator[Claim]:
    """Yield `dip:deniedBy` for each statement that is denied, and for what that statement announces."""
    for denial in facts.of_kind(DIP.Denial):
        speakers = facts.nodes_at(denial, DIP.speaker)
        for claim in facts.about(denial, DIP.denies):
            if not isinstance(claim.object, Node):
                continue
            announced = facts.nodes_at(claim.object, DIP.announces)
            for record in (claim.object, *announced):
                for actor in speakers:
                    yield Claim(record, DIP.deniedBy, actor, claim.spans, rule="derived: denial")


def only(facts: Facts, paths: Mapping[Node, str]) -> tuple[tuple[Claim, ...], frozenset[Claim]]:
    """Return `dip:onlyAccordingTo` for what no article tells itself, and such claims that no longer hold.

    An article tells a record itself where some claim of its type rests on nobody's word; a statement that
    came through reports is told by those who report it first.
    """
    sources = _words_of(facts)
    told: dict[str, list[Node]] = {}
    for node in facts.of_kind(DIP.Record):
        told.setdefault(paths[node], []).append(node)
    gained: list[Claim] = []
    void: set[Claim] = set()
    for nodes in told.values():
        by_article: dict[str, list[Node]] = {}
        for node in nodes:
            by_article.setdefault(node.article, []).append(node)
        # One mention in an article's own voice is enough: then the article itself tells it.
        secondhand = all(all(sources.get(n) for n in mentions) for mentions in by_article.values())
        for node in nodes:
            stated = facts.about(node, DIP.onlyAccordingTo)
            if not secondhand:
                void.update(stated)
            elif not stated:
                gained += [
                    Claim(node, DIP.onlyAccordingTo, actor, spans, rule="derived: nobody else tells it")
                    for actor, spans in sources[node]
                ]
    return tuple(gained), frozenset(void)


Sources = dict[Node, tuple[tuple[Node, tuple[Span, ...]], ...]]


def _words_of(facts: Facts) -> Sources:
    """Return, for each record that an article has from others only, those others and the sentences."""
    outer = _outer(facts)
    found: Sources = {}
    for node in facts.of_kind(DIP.Record):
        types = facts.about(node, RDF.type)
        stated = facts.about(node, DIP.onlyAccordingTo)
        if stated:
            found[node] = tuple((c.object, c.spans) for c in stated if isinstance(c.object, Node))
        elif DIP.Statement in (node.kind,) or node.kind == DIP.Denial:
            first = [(r, s) for r, s in _chain(node, outer, frozenset({node})) if r not in outer]
            found[node] = tuple((a, s) for r, s in first for a in facts.nodes_at(r, DIP.speaker))
        elif types and all(c.according_to for c in types):
            found[node] = tuple(
                dict.fromkeys(
                    (actor, c.spans)
                    for c in types
                    if c.according_to
                    for actor in _actors(facts, c.according_to)
                )
            )
    return found


def _actors(facts: Facts, source: Node) -> tuple[Node, ...]:
    """Return the speakers of a statement; an actor is its own."""
    return facts.nodes_at(source, DIP.speaker) or (source,)


def _outer(facts: Facts) -> dict[Node, list[tuple[Node, tuple[Span, ...]]]]:
    """Return, for each statement, those that report it, with the sentences that tell so."""
    found: dict[Node, list[tuple[Node, tuple[Span, ...]]]] = {}
    for node in facts.of_kind(DIP.Statement):
        for claim in facts.about(node, DIP.reports):
            if isinstance(claim.object, Node):
                found.setdefault(claim.object, []).append((node, claim.spans))
    return found


def _chain(
    node: Node, outer: Mapping[Node, Iterable[tuple[Node, tuple[Span, ...]]]], seen: frozenset[Node]
) -> Iterator[tuple[Node, tuple[Span, ...]]]:
    """Yield the statements by which a statement came to the article, innermost first."""
    for report, spans in outer.get(node, ()):
        if report not in seen:
            yield report, spans
            yield from _chain(report, outer, seen | {report})
