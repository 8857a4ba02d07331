"""Agreements: instruments that parties made, and concrete commitments to each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rdflib import RDF, RDFS, URIRef

from kg.extract import _dates, _instruments, _lineage, _nouns, _provisions
from kg.extract._instrument import Instrument
from kg.model import Claim, Node, Record, Span, Value
from kg.text.reading import Reading
from kg.vocab import DIP


@dataclass(slots=True, eq=False)
class Agreement:
    """One agreement while the article is gone through.

    Attributes:
        mentions: where it is told, in the order of the text.
        parties: those it binds, over all mentions.
        provisions: the words of its points, each with its sentence.
    """

    mentions: list[Instrument]
    parties: dict[Node, None] = field(default_factory=dict)
    provisions: list[tuple[Span, Span]] = field(default_factory=list)

    @property
    def is_named(self) -> bool:
        """Whether it is an instrument, and not a commitment alone."""
        return any(m.name is not None for m in self.mentions)

    def add(self, mention: Instrument) -> None:
        """Add a mention; whom it binds by nearness alone counts where nobody is told."""
        if mention.is_near and self.parties:
            mention = replace(mention, parties=())
        self.mentions.append(mention)
        self.parties |= dict.fromkeys(mention.parties)
        self.provisions += [(act, mention.sentence.span) for act in mention.acts]


def records(reading: Reading) -> tuple[Record, ...]:
    """Return the agreements that an article tells of, each once."""
    found: list[Agreement] = []
    for mention in _instruments.find(reading):
        known = _known(mention, found)
        if known is not None:
            known.add(mention)
        elif _is_new(mention):
            found.append(Agreement([]))
            found[-1].add(mention)
    for agreement in found:
        agreement.provisions += _provisions.find(agreement.mentions)
        if _is_paper(reading, agreement):
            start = agreement.mentions[0].sentence.start
            agreement.provisions += _provisions.undertaken(reading, agreement.parties, start)
    told = [a for a in found if _is_told(a)]
    pairs = tuple(zip((_node(reading, a) for a in told), told, strict=True))
    return tuple(_record(reading, n, a, _follows(n, a, pairs)) for n, a in pairs)


def _follows(node: Node, later: Agreement, all_told: Iterable[tuple[Node, Agreement]]) -> Iterator[Claim]:
    """Yield which of all agreements one follows, on the words that tell so."""
    for other, agreement in all_told:
        for mention in later.mentions if agreement is not later else ():
            if any(_lineage.earlier(mention, agreement.mentions)):
                at = (mention.sentence.span,)
                yield Claim(node, DIP.follows, other, at, "agreement.lineage")


def _is_paper(reading: Reading, agreement: Agreement) -> bool:
    """Say whether the article is the joint paper that its first words name."""
    first = agreement.mentions[0]
    return first.sentence in reading.sentences[:1] and _nouns.is_joint(first.trigger)


def _is_new(mention: Instrument) -> bool:
    """Say whether a mention opens an agreement: a commitment does where it is concrete."""
    if mention.name is not None:
        return not _nouns.is_bare(mention.trigger) or mention.is_made or mention.dated is not None
    return len(mention.parties) > 0 and mention.is_concrete


def _known(mention: Instrument, found: list[Agreement]) -> Agreement | None:
    """Return the agreement that a mention tells of again."""
    return next((a for a in reversed(found) if _is_same(mention, a)), None)


def _is_same(mention: Instrument, agreement: Agreement) -> bool:
    parties, known = set(mention.parties), set(agreement.parties)
    former = agreement.mentions[0]
    if _is_alias(mention, agreement):
        return True
    if mention.name is None:
        return parties == known and not _nouns.is_plural(former.trigger)
    if not agreement.is_named:  # a joint statement holds what the same two are told to have agreed to
        return _nouns.is_joint(mention.trigger) and parties == known
    others = parties and known and not (mention.is_near or parties <= known or known <= parties)
    is_bare = _nouns.is_bare(mention.trigger)
    is_same = is_bare or (not others and _is_called_alike(mention, agreement))
    return is_same and not _is_of_another_time(mention, former)


def _is_of_another_time(one: Instrument, other: Instrument) -> bool:
    """Say whether two mentions tell of days that have none in common: the treaty of 1997 and that of 1999."""
    a, b = one.dated, other.dated
    return a is not None and b is not None and (a.latest < b.earliest or b.latest < a.earliest)


def _is_alias(mention: Instrument, agreement: Agreement) -> bool:
    """Say whether a mention calls an agreement by a name that stood beside it before."""
    if mention.name is None:
        return False
    text = mention.trigger.doc.text
    others = {text[a.start : a.end].casefold() for m in agreement.mentions for a in m.aliases}
    return text[mention.name.start : mention.name.end].casefold() in others


def _is_called_alike(mention: Instrument, agreement: Agreement) -> bool:
    former = agreement.mentions[0]
    if _is_many(mention, former) or mention.trigger.lemma_.lower() != former.trigger.lemma_.lower():
        return False
    if mention.topics and former.topics and _topic(mention) != _topic(former):
        return False
    own = _nouns.words(mention.trigger)
    words = frozenset(w for m in agreement.mentions for w in _nouns.words(m.trigger))
    return own <= words or words <= own


def _topic(mention: Instrument) -> str:
    first = mention.topics[0]
    return mention.trigger.doc.text[first.start : first.end].casefold()


def _is_many(one: Instrument, other: Instrument) -> bool:
    """Say whether two mentions stand for several instruments that must be kept apart."""
    plural = [_nouns.is_plural(m.trigger) for m in (one, other)]
    return any(plural) and (plural[0] != plural[1] or one.trigger == other.trigger)


def _is_told(agreement: Agreement) -> bool:
    """Say whether a party, a signatory or the time is told: else it is but a topic."""
    dated = any(m.dated is not None for m in agreement.mentions)
    return bool(agreement.parties) or dated or any(m.signatories for m in agreement.mentions)


def _node(reading: Reading, agreement: Agreement) -> Node:
    first = agreement.mentions[0]
    key = ":".join(("agreement", str(first.trigger.idx), *_mark(first)))
    return Node(reading.article.file, DIP.Agreement, key)


def _record(reading: Reading, node: Node, agreement: Agreement, more: Iterable[Claim]) -> Record:
    first = agreement.mentions[0]
    rule = "agreement.instrument" if agreement.is_named else "agreement.commitment"
    claims = tuple(dict.fromkeys((*_claims(reading, node, agreement, rule), *more)))
    trigger = Span(first.trigger.idx, first.trigger.idx + len(first.trigger))
    return Record(node, trigger, None, claims)


def _mark(mention: Instrument) -> Iterator[str]:
    """Yield what tells an instrument of a plural from the others: its theme, or who made it."""
    if _nouns.is_plural(mention.trigger):
        yield str(mention.topics[0].start if mention.topics else 0)
        yield from sorted(n.key for n in mention.parties)


def _party(reading: Reading, claim: Claim) -> Claim:
    """Return the claim of a party; one that its sentence does not speak of is marked as taken from nearby."""
    sentence = claim.spans[0]
    near = (m for m in reading.mentions if sentence.start <= reading.doc[m.head].idx < sentence.end)
    told = {n for m in near for actor in m.actors for n in (actor, reading.actor(actor).country)}
    if claim.object in told:
        return claim
    return replace(claim, rule="agreement.nearest")


def _claims(reading: Reading, node: Node, agreement: Agreement, rule: str) -> Iterator[Claim]:
    spans = tuple(dict.fromkeys(m.sentence.span for m in agreement.mentions))
    first = agreement.mentions[0]

    def claim(predicate: URIRef, value: Node | URIRef | Value, at: tuple[Span, ...]) -> Claim:
        return Claim(node, predicate, value, at, rule)

    yield claim(RDF.type, DIP.Agreement, spans)
    yield claim(DIP.status, _status(agreement), spans)
    for mention in agreement.mentions:
        at = (mention.sentence.span,)
        if mention.name is not None:
            yield from (claim(RDFS.label, _value(reading, n), at) for n in (mention.name, *mention.aliases))
        yield from (_party(reading, claim(DIP.party, n, at)) for n in mention.parties)
        yield from (claim(DIP.signatory, n, at) for n in mention.signatories)
        if mention.name is not None or mention is first:
            yield from _topics(reading, node, mention, rule)
        if mention.points is not None:
            yield claim(DIP.statedProvisions, Value(str(mention.points), "integer"), at)
    dated = next(
        (m for m in agreement.mentions if m.dated is not None and (m.name is not None or m is first)), None
    )
    if dated is not None and dated.dated is not None:
        yield from _dates.claims(reading, node, dated.dated, (dated.sentence.span,), rule)
    for words, sentence in dict.fromkeys(agreement.provisions):
        yield from _provisions.claims(reading, node, words, sentence)


def _status(agreement: Agreement) -> URIRef:
    """Return the status that the first mention with more than a name tells."""
    other = (m.status for m in agreement.mentions if m.status != DIP.Occurred)
    return agreement.mentions[0].status if len(agreement.mentions) == 1 else next(other, DIP.Occurred)


def _topics(reading: Reading, node: Node, mention: Instrument, rule: str) -> Iterator[Claim]:
    at = (mention.sentence.span,)
    known = {node.key: node for node, _ in reading.topics}
    for span in mention.topics:
        words = _value(reading, span)
        key = f"topic:{words.text.casefold()}"
        topic = known.get(key, Node(reading.article.file, DIP.Topic, key))
        yield Claim(node, DIP.about, topic, at, rule)
        yield Claim(topic, RDF.type, DIP.Topic, at, rule)
        yield Claim(topic, RDFS.label, words, at, rule)


def _value(reading: Reading, span: Span) -> Value:
    return Value(" ".join(reading.article.text[span.start : span.end].split()))
