"""What the graph tells of one record, as a table needs it: who on which side, when, told by whom."""

from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple
from rdflib import DCTERMS, RDF, RDFS, URIRef

from kg.store.builds import Row
from kg.vocab import DIP
from kg.web import kinds
from kg.web.service import Graph
from kg.web.values import text

# Who does it, and to whom: what a record tells of those two makes its pairs directed.
SOURCES = (DIP.initiator, DIP.visitor, DIP.speaker)
TARGETS = (DIP.host, DIP.addressee)
ACTORS = (*SOURCES, *TARGETS, DIP.participant, DIP.party, DIP.signatory)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a record leads to: its IRI or words, its name, and the state that it belongs to."""

    term: str
    name: str
    country: str | None
    is_actor: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that tells of a record, with its article; what is unknown is empty."""

    quote: str
    article: str
    url: str
    publisher: str
    published: str
    original: str


@dataclass(frozen=True, slots=True)
class Side:
    """Those who act for one state, or one actor without a state.

    Attributes:
        id: IRI of the state, else of the actor.
        names: display names of the actors, sorted.
        is_state: whether it is a state's.
    """

    id: str
    names: tuple[str, ...]
    is_state: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    Attributes:
        iri: its name.
        kind: its most specific class.
        values: what each property leads to.
        sentences: those that tell of it, the earliest published first.
        confidence: of the claim that there is such a record, the highest; None where none is told.
    """

    iri: str
    kind: URIRef
    values: dict[URIRef, tuple[Thing, ...]]
    sentences: tuple[Sentence, ...]
    confidence: float | None

    def first(self, term: URIRef) -> str | None:
        """Return what a property leads to, as it stands in the graph; None where it is not told."""
        found = self.values.get(term, ())
        return found[0].term if found else None

    def names(self, term: URIRef) -> str:
        """Return the names of all that a property leads to, in one cell."""
        return "; ".join(thing.name for thing in self.values.get(term, ()))

    def code(self, scheme: str) -> str:
        """Return the record's code in a scheme; empty where it has none."""
        codes = (thing.term for thing in self.values.get(DIP.code, ()))
        return next((c.removeprefix(f"{scheme}:") for c in codes if c.startswith(f"{scheme}:")), "")

    @property
    def articles(self) -> tuple[Sentence, ...]:
        """Return the first sentence of each article."""
        return tuple({s.article: s for s in reversed(self.sentences)}.values())[::-1]

    @property
    def outlets(self) -> int:
        """Count the publishers; a near copy of another of the articles is no voice of its own."""
        own = {sentence.article for sentence in self.sentences}
        return len({s.publisher for s in self.articles if s.original not in own})

    @property
    def sides(self) -> tuple[Side, ...]:
        """Return all sides, sorted; whoever visits alone visits the states where the places lie."""
        found = _sides({thing for term in ACTORS for thing in self.values.get(term, ())})
        if len(found) == 1 and DIP.Visit in kinds.upward(self.kind):
            visited = {thing.country for thing in self.values.get(DIP.place, ())} - {None, found[0].id}
            return (*found, *(Side(iri, (), is_state=True) for iri in sorted(filter(None, visited))))
        return found

    @property
    def pairs(self) -> tuple[tuple[tuple[Side, Side | None], ...], bool]:
        """Return the pairs of sides, and whether they are directed from the first to the second.

        Where nobody is told to have acted upon the others each pair stands once, in the order of IRIs. A
        record of one side has one pair without a second.
        """
        sides = self.sides
        doing = _sides({t for term in SOURCES for t in self.values.get(term, ())})
        ids = {side.id for side in doing}
        others = tuple(side for side in sides if side.id not in ids)
        if doing and others:
            return tuple((one, other) for one in sides if one.id in ids for other in others), True
        if len(sides) < 2:
            return tuple((side, None) for side in sides), bool(doing)
        return tuple((a, b) for n, a in enumerate(sides) for b in sides[n + 1 :]), False


def read(graph: Graph, iri: str) -> Record:
    """Return what the graph tells of a record."""
    values: dict[URIRef, dict[str, Thing]] = {}
    passages: dict[str, None] = {}
    sure: list[float] = []
    for row in graph.rows("table-record", entity=NamedNode(iri)):
        if (name := text(row, "property")) is not None:
            thing = _thing(row)
            values.setdefault(URIRef(name), {}).setdefault(thing.term, thing)
        elif (passage := text(row, "passage")) is not None:
            passages[passage] = None
        elif (confidence := text(row, "confidence")) is not None:
            sure.append(float(confidence))
    found = {name: tuple(things.values()) for name, things in values.items()}
    kind = kinds.lowest(thing.term for thing in found.get(RDF.type, ()))
    placed = sorted((_sentence(graph, passage) for passage in passages), key=_place)
    return Record(iri, kind or DIP.Record, found, tuple(s for _, s in placed), max(sure, default=None))


def label(record: Record) -> str:
    """Return the display name of a record."""
    return record.first(RDFS.label) or record.iri


def _thing(row: Row) -> Thing:
    term = text(row, "value") or ""
    is_actor = row.get("actor") is not None
    return Thing(term, text(row, "valueLabel") or term, text(row, "country"), is_actor)


def _sentence(graph: Graph, passage: str) -> tuple[int, Sentence]:
    """Return a passage with its offset."""
    told = _about(graph, passage)
    article = _about(graph, told.get(DIP.article, ""))
    publisher = _about(graph, article.get(DCTERMS.publisher, "")).get(RDFS.label, "")
    issued, original = article.get(DCTERMS.issued, ""), article.get(DIP.copyOf, "")
    names = told.get(DIP.quote, ""), told.get(DIP.article, ""), article.get(DIP.url, "")
    return int(told.get(DIP.start, 0)), Sentence(*names, publisher, issued, original)


def _place(found: tuple[int, Sentence]) -> tuple[str, str, int]:
    start, sentence = found
    return sentence.published or "~", sentence.article, start  # what has no day comes last


def _about(graph: Graph, iri: str) -> dict[URIRef, str]:
    """Return one value of each property of a thing; nothing where there is none."""
    triples = graph.build.about(iri) if iri else ()
    return {URIRef(t.predicate.value): t.object.value for t in triples if not isinstance(t.object, Triple)}


def _sides(things: set[Thing]) -> tuple[Side, ...]:
    groups: dict[str, list[Thing]] = {}
    for thing in things:
        groups.setdefault(thing.country or thing.term, []).append(thing)
    return tuple(
        Side(id_, tuple(sorted({t.name for t in group})), any(t.country for t in group))
        for id_, group in sorted(groups.items())
    )
