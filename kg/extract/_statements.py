"""Records of acts of saying: their nodes and claims."""

from rdflib import RDF, URIRef

from kg.extract import _acts, _codes
from kg.extract._act import Act
from kg.model import Claim, Node, Record, Span, Value
from kg.text.reading import Reading
from kg.vocab import DIP

_LONG = 0.5  # share of the content from which on the words of a quotation are the words of the statement


def records(reading: Reading, kind: URIRef) -> tuple[Record, ...]:
    """Return the records of one class, dip:Statement or dip:Denial, in the order of the text."""
    return tuple(_record(reading, a) for a in _acts.find(reading) if _kind(a) == kind)


def _kind(act: Act) -> URIRef:
    return DIP.Denial if act.is_denial else DIP.Statement


def node(reading: Reading, act: Act) -> Node:
    """Return the node of an act within its article."""
    spoken = ",".join(n.key for n in act.speakers)
    return Node(
        reading.article.file, _kind(act), f"statement:{act.trigger.start}:{act.content is not None}:{spoken}"
    )


def _record(reading: Reading, act: Act) -> Record:
    subject, spans = node(reading, act), tuple(sorted(act.spans))

    def claim(predicate: URIRef, value: Node | URIRef | Value) -> Claim:
        return Claim(subject, predicate, value, spans, act.rule)

    claims = [claim(RDF.type, _kind(act)), *(claim(DIP.speaker, n) for n in act.speakers)]
    claims += [
        Claim(subject, DIP.code, Value(code), spans, f"statement.{name}")
        for name, code in _codes.of_saying(tuple(act.triggers))
    ]
    claims += [claim(DIP.addressee, n) for n in act.told if n not in act.speakers]
    words = _words(act)
    if words is not None:
        claims += [claim(DIP.text, Value(reading.article.text[words.start : words.end]))]
        claims += [claim(DIP.mode, DIP.Direct if act.quotes else DIP.Indirect)]
    claims += [claim(DIP.reports, node(reading, a)) for a in act.reports]
    claims += [claim(DIP.denies, node(reading, a)) for a in act.denies]
    return Record(subject, act.trigger, act.content, tuple(claims))


def _words(act: Act) -> Span | None:
    """Return the words of the content: those in quotation marks where they are most of it."""
    if act.content is None or not act.quotes:
        return act.content
    longest = max(act.quotes, key=lambda q: q.inner.end - q.inner.start).inner
    size = act.content.end - act.content.start
    return longest if longest.end - longest.start >= _LONG * size else act.content
