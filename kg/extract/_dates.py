"""Claims of when: bounds, EDTF and the words they were resolved from."""

from collections.abc import Iterator

from kg.extract.when import Dated
from kg.model import Claim, Node, Span, Value
from kg.text.reading import Reading
from kg.vocab import DIP


def claims(reading: Reading, node: Node, dated: Dated, spans: tuple[Span, ...], rule: str) -> Iterator[Claim]:
    """Yield the claims that date a record; they rest on its sentences and on that of the words of time."""
    words = reading.doc.char_span(dated.span.start, dated.span.end, alignment_mode="expand")
    sentence = reading.sentence(words[0].i) if words is not None else None
    resting = tuple(sorted({*spans, *((sentence.span,) if sentence is not None else ())}))
    values = (
        (DIP.earliest, Value(dated.earliest.isoformat(), "date")),
        (DIP.latest, Value(dated.latest.isoformat(), "date")),
        (DIP.when, Value(dated.edtf)),
    )
    for term, value in values:
        yield Claim(node, term, value, resting, rule, dated.phrase)
