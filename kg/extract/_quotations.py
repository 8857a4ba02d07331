"""Whose words quotations are: those of the act of saying beside them, or of who spoke before."""

from collections.abc import Iterable, Iterator

from kg.extract import _speech as speech
from kg.extract._act import Act, touched
from kg.extract._rules import rule_of
from kg.model import Span
from kg.text.quotes import Quote
from kg.text.reading import Reading
from kg.text.sentences import paragraphs

_BESIDE = frozenset({"statement.below", "statement.behind"})
_WHOLE = 0.6  # share of its sentences from which on a quotation tells a saying by itself


def attach(reading: Reading, acts: list[Act]) -> None:
    """Give each quotation to the act that its sentence, or the one before it in its paragraph, tells."""
    blocks = paragraphs(reading.article.text)
    last: tuple[Quote, Act] | None = None
    for quote in _outermost(reading):
        sentences = touched(reading, quote.span)
        block = next((p for p in blocks if p.covers(quote.span)), None)
        owner = _owner(acts, quote, sentences) or _leading(acts, quote)
        if owner is None and _is_whole(quote, sentences) and not _is_anothers(reading, quote, sentences):
            before = [
                a
                for a in acts
                if block is not None and block.covers(a.trigger) and a.trigger.end <= quote.span.start
            ]
            if before:
                owner = max(before, key=lambda a: a.trigger)
            elif last is not None and _runs_on(reading, last[0], quote):
                owner = last[1]
        if owner is not None:
            owner.quotes.append(quote)
            owner.spans += [s for s in sentences if s not in owner.spans]
            last = (quote, owner)


def orphans(reading: Reading, acts: list[Act]) -> list[Act]:
    """Return an act for each quotation that stands alone: who spoke before it goes on speaking."""
    owned = {q for a in acts for q in a.quotes}
    found: list[Act] = []
    for quote in _outermost(reading):
        sentences = touched(reading, quote.span)
        if quote in owned or not _is_whole(quote, sentences) or _is_anothers(reading, quote, sentences):
            continue
        if any(a.content is not None and a.content.meets(quote.span) for a in acts):
            continue
        before = [a for a in (*acts, *found) if a.trigger.end <= quote.span.start and a.content is not None]
        if not before:
            continue
        previous = max(before, key=lambda a: a.trigger)
        act = Act(quote.span, previous.speakers, quote.inner, sentences, "statement.goes-on")
        act.quotes.append(quote)
        found.append(act)
    return found


def _outermost(reading: Reading) -> Iterator[Quote]:
    for quote in reading.quotes:
        if quote.depth == 0 and any(s.span.meets(quote.span) for s in reading.sentences):
            yield quote


def _owner(acts: Iterable[Act], quote: Quote, sentences: list[Span]) -> Act | None:
    near = [
        a
        for a in acts
        if a.content is not None
        and any(s.covers(a.trigger) for s in sentences)
        and not quote.inner.covers(a.trigger)
    ]
    inside = [a for a in near if a.content is not None and a.content.meets(quote.span)]
    return min(
        inside or near, key=lambda a: a.content.end - a.content.start if a.content else 0, default=None
    )


def _is_anothers(reading: Reading, quote: Quote, sentences: list[Span]) -> bool:
    """Say whether one whom the reader does not know says a quotation: "…," a fisherman said."""
    end = max(s.end for s in sentences)
    words = reading.doc.char_span(quote.span.end, max(quote.span.end, end), alignment_mode="contract")
    for verb in words if words is not None else ():
        subject = speech.subject(verb) if verb.pos_ == "VERB" and rule_of(verb) == "say" else None
        if subject is not None and subject.pos_ in {"NOUN", "PROPN"} and not reading.who(subject):
            return True
    return False


def _leading(acts: Iterable[Act], quote: Quote) -> Act | None:
    """Return the act whose words stand below it and begin with a quotation."""
    below = (a for a in acts if a.rule in _BESIDE and a.content is not None)
    return next((a for a in below if a.content is not None and a.content.meets(quote.span)), None)


def _is_whole(quote: Quote, sentences: list[Span]) -> bool:
    size = sum(s.end - s.start for s in sentences)
    return quote.span.end - quote.span.start >= _WHOLE * size


def _runs_on(reading: Reading, before: Quote, quote: Quote) -> bool:
    """Say whether a quotation goes on with one that its paragraph left open."""
    return (
        before.inner.end == before.span.end
        and not reading.article.text[before.span.end : quote.span.start].strip()
    )
