"""Agreements of an answer that the words bear out."""

from collections.abc import Iterator, Sequence

from rdflib import RDF, RDFS, URIRef

from kg.extract.when import Dated
from kg.llm import schema
from kg.llm.verifying import dating, moods, triggers
from kg.llm.verifying.arguments import Filled, Frame, again, filled
from kg.llm.verifying.case import Case, short
from kg.llm.verifying.meaning import Named
from kg.model import Claim, Dropped, Node, Record, Span, Value
from kg.vocab import DIP

FAMILY = "agreement"
_LONGEST = 300  # letters: titles of treaties are long, sentences are none


def records(
    case: Case, cast: tuple[Named, ...], told: Sequence[schema.Agreement]
) -> Iterator[Record | Dropped]:
    """Yield the agreements that are borne out, and what of the others, or of them, is not."""
    for agreement in told:
        evidence = case.evidence(agreement.evidence)
        if isinstance(evidence, str):
            yield case.rejected(FAMILY, evidence)
            continue
        places = case.whole(agreement.trigger, evidence)
        if not places:
            yield case.rejected(
                FAMILY, f"{short(agreement.trigger)} does not stand in the evidence", evidence[0]
            )
            continue
        yield from _agreement(Frame(case, cast, FAMILY, DIP.Agreement, evidence, places[0]), agreement)


def _agreement(frame: Frame, told: schema.Agreement) -> Iterator[Record | Dropped]:
    if not triggers.can_evoke(frame.case, frame.trigger, frame.kind, frame.core):
        yield frame.rejected("it does not tell of an agreement")
        return
    whether = moods.status_of(frame.case, frame.trigger, (told.status, told.cue), frame.core)
    if not isinstance(whether, URIRef):
        yield frame.rejected(whether)
        return
    bound = (filled(frame, "parties", told.parties), filled(frame, "signatories", told.signatories))
    when = dating.dated(frame.case, told.when, frame.core, whether) if told.when else None
    yield from (
        *bound[0].failed,
        *bound[1].failed,
        *((frame.rejected(when),) if isinstance(when, str) else ()),
    )
    dated = when if isinstance(when, Dated) else None
    if not bound[0].meant and not bound[1].meant and dated is None:
        yield frame.rejected("no party, signatory or date is borne out: it is but a topic")
        return
    frame, idle = again(frame, (node for found in bound for node, _ in found.meant))
    yield from idle
    node = Node(frame.case.article.file, DIP.Agreement, f"agreement:{frame.trigger.start}")
    claims = [*_claims(frame, node, whether, bound)]
    claims += dating.claims(frame.case, node, dated, frame.rule) if dated is not None else ()
    for found in (*_worded(frame, node, told), *_provisions(frame, node, told.provisions)):
        if isinstance(found, Dropped):
            yield found
        else:
            claims.append(found)
    yield Record(node, frame.trigger, None, tuple(claims))


def _claims(frame: Frame, node: Node, whether: URIRef, bound: tuple[Filled, Filled]) -> Iterator[Claim]:
    yield frame.claim(node, RDF.type, DIP.Agreement, frame.evidence)
    yield frame.claim(node, DIP.status, whether, frame.evidence)
    for term, found in zip((DIP.party, DIP.signatory), bound, strict=True):
        yield from (frame.claim(node, term, who, (at,)) for who, at in found.meant)


def _worded(frame: Frame, node: Node, told: schema.Agreement) -> Iterator[Claim | Dropped]:
    """Yield its names and topics, each a run of words of the evidence."""
    known = {topic.key: topic for topic, _ in frame.case.reading.topics}
    for argument, words in (*(("names", w) for w in told.names), *(("topics", w) for w in told.topics)):
        places = frame.case.whole(words, frame.evidence)
        if not places or len(words) > _LONGEST:
            wrong = "is too long for a name" if places else "does not stand in the evidence"
            yield frame.rejected(f"{argument}: {short(words)} {wrong}")
            continue
        value = Value(" ".join(words.split()))
        if argument == "names":
            yield frame.claim(node, RDFS.label, value, places[:1])
            continue
        key = f"topic:{value.text.casefold()}"
        topic = known.get(key, Node(frame.case.article.file, DIP.Topic, key))
        yield frame.claim(node, DIP.about, topic, places[:1])
        yield frame.claim(topic, RDF.type, DIP.Topic, places[:1])
        yield frame.claim(topic, RDFS.label, value, places[:1])


def _provisions(frame: Frame, node: Node, told: Sequence[schema.Quote]) -> Iterator[Claim | Dropped]:
    """Yield its points, each words of the part that was shown."""
    for quote in told:
        span = frame.case.place(quote)
        if isinstance(span, str):
            yield frame.rejected(f"provisions: {span}")
            continue
        yield from _provision(frame, node, span)


def _provision(frame: Frame, node: Node, span: Span) -> Iterator[Claim]:
    words = Value(frame.case.text[span.start : span.end])
    provision = Node(frame.case.article.file, DIP.Provision, f"provision:{span.start}-{span.end}")
    yield frame.claim(node, DIP.provision, provision, (span,))
    yield frame.claim(provision, RDF.type, DIP.Provision, (span,))
    yield frame.claim(provision, DIP.text, words, (span,))
