"""An article in parts, each with what was found in it, by which rule, and what was considered and dropped."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, RDFS

from kg import readers, text
from kg.explain import finding
from kg.explain.finding import Asked, is_in
from kg.explain.naming import Names
from kg.model import Article, Claim, Dropped, Extraction, Node, Span
from kg.text.reading import Mention, Reading
from kg.vocab import DIP, local, superclasses

_OF_RECORDS = frozenset({DIP.Record, DIP.Tenure})


@dataclass(frozen=True, slots=True)
class Told:
    """What one rule claims by one property, in words.

    Attributes:
        term: local name of the property.
        words: what is claimed, values parted by commas.
        note: the words it was resolved from, what else it rests on, the rule where it is not the find's.
    """

    term: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Find:
    """One thing as one sentence tells it.

    Attributes:
        kind: its class.
        name: what it is called; empty for a record that this sentence tells, whose claims tell it.
        rule: the rule that found it.
        confidence: of its class here; None where the rule gives none.
        on_word_of: what is said that tells it; empty where the article itself does.
        claims: but for class and names.
    """

    kind: str
    name: str
    rule: str
    confidence: float | None
    on_word_of: str
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """Words by which actors are meant.

    Attributes:
        words: as they stand.
        who: the names of those who are meant.
        form: "name", "title", "pronoun", "description" or "place".
        is_used: whether any record of the article speaks of one of them.
    """

    words: str
    who: tuple[str, ...]
    form: str
    is_used: bool


@dataclass(frozen=True, slots=True)
class Left:
    """Words that were considered and dropped, the rule that did, and why."""

    words: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or a part that is not read.

    Attributes:
        words: as they stand, with single spaces.
        unread: why it is not read; None for a sentence.
    """

    words: str
    unread: str | None = None
    finds: tuple[Find, ...] = ()
    meant: tuple[Meant, ...] = ()
    dropped: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article in its parts, in the order of the text.

    Attributes:
        article: the article.
        parts: its parts.
        elsewhere: what was rejected and has no place in the text.
    """

    article: Article
    parts: tuple[Part, ...]
    elsewhere: tuple[Left, ...] = ()

    @property
    def sentences(self) -> int:
        """How many sentences were read."""
        return sum(part.unread is None for part in self.parts)

    @property
    def silent(self) -> int:
        """How many of these tell nothing that was found."""
        return sum(part.unread is None and not part.finds for part in self.parts)


def explain(path: Path, asked: Asked | None = None) -> Explanation:
    """Return what was found in an article, sentence by sentence.

    Args:
        path: the article.
        asked: the model beside the rules, or in their place; None for the rules alone.

    Raises:
        SourceError: the article, or the `.toml` beside it, cannot be read.
        UnansweredError: the model has not answered on all of it.
    """
    reading = text.read(readers.read(path))
    found = finding.find(reading, asked)
    extraction, names = found.extraction, Names(found.extraction.claims)
    places = [(span, Part(words(extraction.article, span), kind)) for kind, span in extraction.unread]
    for sentence in extraction.sentences:
        part = Part(
            words(extraction.article, sentence),
            finds=tuple(_finds(extraction, names, sentence)),
            meant=tuple(_meant(reading, names, sentence)),
            dropped=tuple(_left(extraction.article, found.dropped, sentence)),
        )
        places.append((sentence, part))
    elsewhere = tuple(Left("", d.rule, d.reason) for d in found.elsewhere)
    parts = tuple(part for _, part in sorted(places, key=lambda p: p[0]))
    return Explanation(extraction.article, parts, elsewhere)


def words(article: Article, span: Span) -> str:
    """Return the words of a range, with single spaces between them."""
    return " ".join(article.text[span.start : span.end].split())


def _finds(extraction: Extraction, names: Names, sentence: Span) -> Iterator[Find]:
    """Yield what rests on a sentence, records before actors."""
    found: dict[Node, list[Claim]] = {}
    for claim in extraction.claims:
        if sentence in claim.spans and claim.predicate != RDFS.label:
            found.setdefault(claim.subject, []).append(claim)
    for node, claims in sorted(found.items(), key=lambda f: (not _is_record(f[0]), f[0])):
        if _is_record(node) or any(c.predicate != RDF.type for c in claims):
            yield _find(names, node, claims)


def _find(names: Names, node: Node, claims: list[Claim]) -> Find:
    first = next((c for c in claims if c.predicate == RDF.type), claims[0])
    name = names.about(node) if _is_record(node) else names.of(node)
    source = first.according_to
    return Find(
        kind=local(node.kind),
        name="" if _is_record(node) and first.predicate == RDF.type else name,
        rule=first.rule,
        confidence=first.confidence,
        on_word_of="" if source is None else names.of(source),
        claims=tuple(_told(names, claims, first)),
    )


def _is_record(node: Node) -> bool:
    return not _OF_RECORDS.isdisjoint(superclasses(node.kind))


def _told(names: Names, claims: Sequence[Claim], first: Claim) -> Iterator[Told]:
    """Yield what is claimed; bounds that `dip:when` tells too are left out."""
    whole = {c.phrase for c in claims if c.predicate == DIP.when}
    found: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        is_bound = claim.predicate in (DIP.earliest, DIP.latest) and claim.phrase in whole
        if claim.predicate != RDF.type and not is_bound:
            phrase = f"“{claim.phrase}”" if claim.phrase else ""
            notes = (phrase, claim.basis or "", claim.rule if claim.rule != first.rule else "")
            key = (local(claim.predicate), ", ".join(filter(None, notes)))
            found.setdefault(key, []).append(names.of(claim.object))
    return (Told(term, ", ".join(values), note) for (term, note), values in found.items())


def _meant(reading: Reading, names: Names, sentence: Span) -> Iterator[Meant]:
    """Yield who is meant by which words of a sentence."""
    for mention in reading.mentions:
        span = _extent(reading, mention)
        if sentence.covers(span):
            is_used = any(names.knows(node) for node in mention.actors)
            actors = (reading.actor(node).names for node in mention.actors)
            who = tuple(forms[0][0] if forms else "somebody unnamed" for forms in actors)
            yield Meant(words(reading.article, span), who, mention.form, is_used)


def _extent(reading: Reading, mention: Mention) -> Span:
    last = reading.doc[mention.end - 1]
    return Span(reading.doc[mention.start].idx, last.idx + len(last))


def _left(article: Article, dropped: Iterable[Dropped], sentence: Span) -> Iterator[Left]:
    return (Left(words(article, d.span), d.rule, d.reason) for d in dropped if is_in(d, sentence))
