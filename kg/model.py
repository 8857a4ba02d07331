"""The values that walk through the house: what is read, what is claimed, what is resolved."""

import datetime as dt
from dataclasses import dataclass, field

from rdflib import URIRef


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of an article's text.

    Attributes:
        start: first code point, counted from 0.
        end: the code point after the last one (half-open).
    """

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        """Say whether the other range lies wholly inside this one.

        >>> Span(0, 9).covers(Span(3, 9))
        True
        """
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Say whether the two ranges share a code point.

        >>> Span(0, 3).meets(Span(3, 9))
        False
        """
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one field of an article's description was found.

    Attributes:
        field: name of the field of `Article`.
        basis: the file and field it comes from ("004.toml: published"), or the rule that read it in the text.
        span: the words it rests on, where the text itself tells it.
    """

    field: str
    basis: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One source as published, and what is known of it; unknown is None.

    Attributes:
        file: file name in `sources/`, with its ending.
        text: the text as kept; every offset counts on it.
        published: day of publication; where only the text's own dated words give it, the day that it cannot
            precede, and `inferred` is true.
        origins: where each known field was found.
    """

    file: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    language: str | None = None
    licence: str | None = None
    inferred: bool = False
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """Something that one article tells of, before it is known who or what that is elsewhere.

    Nodes are sorted by their attributes in turn; one without a row stands before one that has one.

    Attributes:
        article: the article's file name.
        kind: class of the ontology.
        key: unique among the nodes of the article.
        registry: row of the registry that it is ("AZE" for a state), where that is known.
    """

    article: str
    kind: URIRef
    key: str
    registry: str | None = None

    def __lt__(self, other: "Node") -> bool:
        return self._place() < other._place()

    def _place(self) -> tuple[str, str, str, str]:
        # None and a string do not compare.
        return self.article, str(self.kind), self.key, self.registry or ""


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A literal.

    Attributes:
        text: lexical form.
        datatype: local name in XML Schema ("string", "date", "integer").
        language: tag of BCP 47, for names in other languages only.
    """

    text: str
    datatype: str = "string"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Linking:
    """Why, by whom and when a thing was linked to one of another data set.

    Attributes:
        features: what speaks for it or against it, each with its score ("name 1.00: …").
        by: who decided: a person's name, or a program with its version.
        on: the day of the decision (ISO 8601); None where it is not known.
    """

    features: tuple[str, ...]
    by: str
    on: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One triple as one article supports it.

    Attributes:
        subject: what it is about.
        predicate: property of the ontology, or of RDF, RDFS or SKOS.
        object: another thing, a term of the ontology, or a literal.
        spans: the sentences it rests on, in the order of the text; empty only where `basis` stands.
        phrase: the words a date was resolved from ("on Wednesday").
        according_to: statement or actor on whose word the article has it.
        basis: the field of the `.toml` or the row of the registry that it also rests on.
        confidence: 0 to 1.
        rule: the rule that found it.
        linking: why it was decided, where it is a link to another data set.
    """

    subject: Node
    predicate: URIRef
    object: Node | URIRef | Value
    spans: tuple[Span, ...]
    rule: str
    phrase: str | None = None
    according_to: Node | None = None
    basis: str | None = None
    confidence: float | None = None
    linking: Linking | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """An event, statement, agreement or tenure as one family of rules found it.

    Attributes:
        node: what was found.
        trigger: the words that evoke it.
        scope: for a statement the words of its content: what is told there is told on the speaker's word.
        claims: all that is claimed of it, its `rdf:type` first.
    """

    node: Node
    trigger: Span
    scope: Span | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, order=True)
class Dropped:
    """Words that were considered and left out.

    Attributes:
        span: the words that evoked something.
        rule: what considered them ("event.visit").
        reason: why nothing is claimed of them.
    """

    span: Span
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one article.

    Attributes:
        article: the article, its day of publication perhaps inferred.
        claims: in the order of the text; a claim of `rdf:type` for each node and of `rdfs:label` for each
            form of name of an actor, place or topic (which form is the label is settled for the corpus).
        unread: parts that yield no records (advertising, credits, biographies, teasers), each with its kind.
        marks: the fingerprint of what was read, sorted hashes of runs of words: near copies share most.
        sentences: those that were read, in the order of the text.
        rejected: what a language model told and the words do not bear out, sorted.
    """

    article: Article
    claims: tuple[Claim, ...]
    unread: tuple[tuple[str, Span], ...] = ()
    marks: tuple[int, ...] = ()
    sentences: tuple[Span, ...] = ()
    rejected: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the ledger of identities: what an IRI stands for, settled once and kept.

    Attributes:
        iri: path of the IRI below the base ("person/liu-jianchao").
        relation: "names" (it is what the article knows by these words), "same as" (it leads to another IRI)
            or "not" (the two are kept apart, whatever the rules say).
        other: the words, or the path of the other IRI.
        article: file name of the article; "*" for any.
        by: who decided: "machine", or a person's name.
        note: why.
    """

    iri: str
    relation: str
    other: str
    article: str = "*"
    by: str = "machine"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who and what the nodes of a corpus are.

    Attributes:
        iris: the IRI of each node.
        labels: the display name of each IRI.
        claims: every claim, with those that only the whole corpus shows (same content, copies, denials).
        redirects: IRIs that were published once, and what each is now.
        merges: for each node that was found to be the same as another, the IRI and the reason.
        settled: for an IRI and a property that holds one value only (`dip:status`, the dates), the value that
            won; claims of other values are no longer part of the flat layer.
        gone: IRIs that were published once and that no source told of now, each with its last words.
        decisions: rows to append to the ledger.
    """

    iris: dict[Node, str]
    labels: dict[str, str]
    claims: tuple[Claim, ...]
    redirects: tuple[tuple[str, str], ...] = ()
    merges: tuple[tuple[Node, str, str], ...] = ()
    settled: dict[tuple[str, URIRef], "Node | URIRef | Value"] = field(default_factory=dict)
    gone: tuple[tuple[str, str], ...] = ()
    decisions: tuple[Decision, ...] = ()
