"""The wider issues of the topics that records are about."""

from collections.abc import Iterable, Iterator

from rdflib import RDF, RDFS, SKOS

from kg.model import Claim, Node, Span, Value
from kg.registry.issues import Issue, issues
from kg.registry.topics import FILE, topic_keys, topic_names
from kg.vocab import DIP

_RULE = "topic.issue"


def claims(told: Iterable[Claim]) -> Iterator[Claim]:
    """Yield for each topic of an article the issues it belongs to, up to the widest.

    A topic of the registry leads to the wider one of its row, which the links tell; one in the article's own
    words leads to those whose names or words stand in it.
    """
    labels = [c for c in told if c.predicate == RDFS.label and c.subject.kind == DIP.Topic]
    for claim in labels:
        if claim.subject.registry is not None:
            yield from _wider(claim.subject.article, claim.subject.registry, claim.spans)
        elif isinstance(claim.object, Value):
            for key, table in _above(claim.object.text):
                issue = _node(claim.subject.article, key)
                basis = f"kg/registry/{table}: {key}"
                yield Claim(claim.subject, SKOS.broader, issue, claim.spans, _RULE, basis=basis)
                yield from _named(issue, key, claim.spans)
                yield from _wider(claim.subject.article, key, claim.spans)


def _above(words: str) -> tuple[Issue, ...]:
    """Return the issues of a topic told in words; one that is called as a row is has those of the row."""
    same = topic_names().get(words)
    if same is None:
        return issues(words)
    return ((same.broader, FILE),) if same.broader is not None else ()


def _wider(article: str, key: str, spans: tuple[Span, ...]) -> Iterator[Claim]:
    """Yield the issues above a topic of the registry: what leads to them is told by the links."""
    row = topic_keys().get(key)
    while row is not None and row.broader is not None:
        yield from _named(_node(article, row.broader), row.broader, spans)
        row = topic_keys().get(row.broader)


def _node(article: str, key: str) -> Node:
    return Node(article, DIP.Topic, f"topic:{key}", key)


def _named(issue: Node, key: str, spans: tuple[Span, ...]) -> Iterator[Claim]:
    basis = f"kg/registry/{FILE}: {key}"
    yield Claim(issue, RDF.type, DIP.Topic, spans, _RULE, basis=basis)
    yield Claim(issue, RDFS.label, Value(topic_keys()[key].label), spans, _RULE, basis=basis)
