"""Tenures: which person holds which office, as an article attests it."""

from rdflib import RDF, URIRef

from kg.model import Claim, Node, Record, Value
from kg.text.reading import Office, Reading
from kg.vocab import DIP


def records(reading: Reading) -> tuple[Record, ...]:
    """Return one tenure for each place where a person stands with a title and its state or body."""
    found = (_record(reading, office) for office in reading.offices)
    return tuple(r for r in found if r is not None)


def _record(reading: Reading, office: Office) -> Record | None:
    if office.body is None:
        return None  # without state or body a title says nothing that can be looked up
    words = reading.doc.char_span(office.span.start, office.span.end, alignment_mode="expand")
    sentence = reading.sentence(words[0].i) if words is not None else None
    if sentence is None:
        return None
    key = f"tenure:{office.holder.key}:{office.office}:{office.body.key}"
    node = Node(reading.article.file, DIP.Tenure, key)

    rule = "tenure.title" if office.basis is None else "tenure.home"

    def claim(predicate: URIRef, value: Node | URIRef | Value) -> Claim:
        return Claim(node, predicate, value, (sentence.span,), rule, basis=office.basis)

    claims = [
        claim(RDF.type, DIP.Tenure),
        claim(DIP.holder, office.holder),
        claim(DIP.title, Value(office.title)),
        claim(DIP.of, office.body),
    ]
    if office.rank is not None:
        claims.append(claim(DIP.rank, office.rank))
    return Record(node, office.span, None, tuple(claims))
