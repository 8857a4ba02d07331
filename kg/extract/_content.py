"""Which words are the content of an act of saying: a clause, a quotation, an object."""

import re

from kg.extract import _speech as speech
from kg.extract._act import span
from kg.extract._lexicon import frame
from kg.extract._rules import opinion
from kg.model import Span
from kg.text.reading import Reading, Sentence
from kg.text.tokens import Token

_ENOUGH = 3  # words that a clause without a conjunction has at least, to be the content of what follows it
_TRIM = " \t\n,;:–—-"
_OBJECTS = frozenset({"dobj", "prep", "dative", "oprd", "acomp", "pcomp", "xcomp"})
_COMMA = (",", "”", "’", '"', "'", "“")  # what stands between a clause and "…, the embassy said"


def of_verb(reading: Reading, sentence: Sentence, verb: Token, rule: str) -> Span | None:
    """Return the words of what a verb of saying tells; None where it has no content."""
    head = speech.clause(verb)
    quoted = _quotes(reading, sentence, verb)
    if head is not None and (head.dep_ in {"ccomp", "relcl", "acl"} or frame("pledge").match(verb)):
        return _joined([speech.extent(head), *quoted], verb)
    if quoted and rule in {"say", "quote"}:
        return _joined(quoted, verb)
    found = None if rule == "say" else _object(verb)
    if found is not None or quoted:
        return found or _joined(quoted, verb)
    return _opinion(verb) or _beside(verb) or _before(reading, sentence, verb)


def around(sentence: Sentence, cue: Token, source: Token, *, is_last: bool = False) -> Span:
    """Return the longer part before or after "according to the ministry"; the first where `is_last`."""
    text, edge = cue.doc.text, source.right_edge
    opens = cue.i == sentence.start
    comma = next((t for t in cue.doc[source.i : edge.i + 1] if t.text == "," and opens), None)
    end = span(comma or edge).end
    parts = (Span(sentence.span.start, cue.idx), Span(end, max(end, sentence.span.end)))
    chosen = parts[0] if is_last else max(parts, key=lambda s: s.end - s.start)
    return _trimmed(text, chosen, _TRIM + ".")


def _object(verb: Token) -> Span | None:
    """Return the words that depend on a verb as its objects, with all that follows them."""
    if speech.is_passive(verb):
        shared = verb.head.children if verb.dep_ == "conj" else ()
        objects = [c for c in (*verb.children, *shared) if c.dep_ == "nsubjpass"][:1]
    else:
        objects = [c for c in verb.children if (c.dep_ in _OBJECTS or _leads(c)) and c.i > verb.i]
    # "Refuted the reports to the media on Monday": whom and when are told of the saying, not said.
    reports = [c for c in objects if c.dep_ == "dobj" and c.lemma_.lower() in frame("report").nouns]
    objects = reports or objects
    if not objects:
        return None
    spans = [_extent(c) for c in objects]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _opinion(verb: Token) -> Span | None:
    """Return the clause of "was of the view that …"."""
    clause = opinion(verb)
    return None if clause is None else speech.extent(clause)


def _leads(particle: Token) -> bool:
    """Say whether a particle leads to an object: "pushed back against the claims"."""
    return particle.dep_ in {"advmod", "prt"} and any(c.dep_ == "prep" for c in particle.children)


def _extent(noun: Token) -> Span:
    """Return an object with all that hangs on it; "refuted the reports to the media" told the media."""
    whole = speech.extent(noun)
    told = next((c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "to"), None)
    if told is None or noun.lemma_.lower() not in frame("report").nouns:
        return whole
    return Span(whole.start, span(told.nbor(-1)).end)


def _quotes(reading: Reading, sentence: Sentence, verb: Token) -> list[Span]:
    at = span(verb)
    near = [
        q for q in reading.quotes if q.depth == 0 and q.span.meets(sentence.span) and not q.span.meets(at)
    ]
    return [q.span for q in near if _is_speech(reading, q.inner)]


def _is_speech(reading: Reading, inner: Span) -> bool:
    """Say whether quoted words are more than a name: they hold a longer word in lower case."""
    return re.search(r"\b[a-z]{4,}", reading.article.text[inner.start : inner.end]) is not None


def _joined(spans: list[Span], verb: Token) -> Span:
    """Return the range from the first to the last of the spans, on the side of the verb that holds more."""
    before = [s for s in spans if s.end <= verb.idx]
    after = [s for s in spans if s.start >= verb.idx]
    chosen = max(before, after, key=lambda side: sum(s.end - s.start for s in side)) or spans[:1]
    return Span(min(s.start for s in chosen), max(s.end for s in chosen))


def _beside(verb: Token) -> Span | None:
    """Return the clause that "as the minister explained" stands beside, or that "…, he added, …" cuts."""
    if verb.dep_ == "parataxis" and verb.i < verb.head.right_edge.i - 1 and verb.nbor(1).text == ",":
        return speech.extent(verb.head)
    if verb.dep_ != "advcl" or not any(
        c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.children
    ):
        return None
    whole, own = speech.extent(verb.head), speech.extent(verb)
    parts = (Span(whole.start, own.start), Span(own.end, max(own.end, whole.end)))
    return _trimmed(verb.doc.text, max(parts, key=lambda s: s.end - s.start))


def _before(reading: Reading, sentence: Sentence, verb: Token) -> Span | None:
    """Return the clause that stands before "…, the embassy said"."""
    subject = speech.child(verb, "nsubj") or speech.child(verb, "compound")
    first = min(verb.i, subject.left_edge.i) if subject is not None else verb.i
    words = reading.doc[sentence.start : first]
    is_clause = len(words) >= _ENOUGH and any(t.pos_ in {"VERB", "AUX"} for t in words)
    is_other = (
        is_clause and words.root.dep_ == "advcl" and words.root.head == verb
    )  # "asked about it, he said"
    if not is_clause or is_other or not words.text.rstrip().endswith(_COMMA):
        return None
    return _trimmed(reading.doc.text, Span(words.start_char, words.end_char))


def _trimmed(text: str, words: Span, marks: str = _TRIM) -> Span:
    piece = text[words.start : words.end]
    start = words.start + len(piece) - len(piece.lstrip(_TRIM))
    return Span(start, max(start, words.start + len(piece.rstrip(marks))))
