"""A graph narrowed to a reading: what is near an entity, as the claims of that reading tell it.

The flat layer is made anew from those claims, by the rule by which the build makes it, and kept in memory; so
every panel, picture and form asks the narrowed graph with the queries that it asks the whole graph with.
What is near: the records, offices and points that name the entity, those that these lead to or that lead to
these (a denial, its report), and the names of all else. Of the records that the reading tells of the entity,
or of what stands below it, the latest `MOST` are read; how many were not is told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, Triple
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from kg.store.builds import Build
from kg.store.voices import Voices
from kg.vocab import DIP, TERMS
from kg.web.claims import Claim, claims, flat, words
from kg.web.readings import Reading

MOST = 60  # records that name the entity: what the panels of a page show
LOOKS = 300  # records that are looked at, be they told or not
BESIDE = 20  # things that stand below the entity, as persons of a state: records name others
CLAIMS = 300  # about what is no record: every article tells the name of a state; the rest stays as it is
FAR = 4  # steps from one record to the next: a report of the denial of a report of what was said
TOLD = {str(kind) for kind in (DIP.Record, DIP.Tenure, DIP.Provision)}
ABOVE = (DIP.country, DIP.within, SKOS.broader, DIP.holder)
# What leads from one thing to another in the flat layer.
LINKS = tuple(
    sorted(
        term
        for term in TERMS.subjects(RDF.type, OWL.ObjectProperty)
        if isinstance(term, URIRef) and (term, RDFS.domain, DIP.Claim) not in TERMS
    )
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a record was in a reading, and what it is in the graph."""

    status: str
    now: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A narrowed graph.

    Attributes:
        build: asked as the whole one is.
        outcomes: what came of records whose status was another, by IRI.
        unread: how many records that name the entity, and that may be told, were not read.
    """

    build: Build
    outcomes: dict[str, Outcome]
    unread: int


def narrow(build: Build, entity: str, told: frozenset[str], reading: Reading, voices: Voices) -> Narrowed:
    """Return the graph around an entity as a reading tells it.

    Args:
        build: the whole graph.
        entity: its IRI.
        told: the IRIs of all that the reading joins with it.
        reading: what is kept.
        voices: of the same build.
    """
    walk = _Walk(build, reading, voices)
    unread = walk.around(entity, told)
    return Narrowed(build.holding(walk.triples), walk.outcomes, unread)


class _Walk:
    """One way through the graph: what was seen, and the triples that stay."""

    def __init__(self, build: Build, reading: Reading, voices: Voices) -> None:
        self._build, self._reading, self._voices = build, reading, voices
        self._links = tuple(term for term in LINKS if any(build.matching(None, NamedNode(term), None)))
        self._seen: dict[str, bool] = {}
        self._named: set[str] = set()
        self.triples: dict[Triple, None] = {}
        self.outcomes: dict[str, Outcome] = {}

    def around(self, entity: str, told: frozenset[str]) -> int:
        """Read the entity and what is near; return how many records were left unread."""
        if self._is_told(entity):
            self._follow([entity])
            return 0
        self._named.add(entity)  # what stands above it is told of it as all else is
        self._visit(entity)
        for triple in tuple(self.triples):
            if triple.subject == NamedNode(entity) and isinstance(triple.object, NamedNode):
                self._name(triple.object.value)
        beside = [s for term in ABOVE for s in self._leading(entity, term) if not self._is_told(s)]
        for other in sorted(beside)[:BESIDE]:
            self._name(other)
        near = {s for thing in beside for t in self._links for s in self._leading(thing, t)} | told
        records = sorted((s for s in near if self._is_told(s)), key=self._age)
        read = 0
        for number, record in enumerate(records):
            if read == MOST or number == LOOKS:
                return len(records) - number
            read += self._visit(record)
            self._follow([record])
        return 0

    def _follow(self, records: list[str]) -> None:
        """Read what leads from record to record."""
        for _ in range(FAR if len(self._seen) < LOOKS else 0):
            records = [near for record in records if self._visit(record) for near in self._near(record)]

    def _near(self, record: str) -> Iterator[str]:
        """Yield the records beside one; name all else that it leads to."""
        for term in self._links:
            for subject in self._leading(record, term):
                if subject not in self._seen and self._is_told(subject):
                    yield subject
        for triple in self._build.about(record):
            thing = triple.object
            if isinstance(thing, NamedNode) and triple.predicate.value != RDF.type:
                if self._is_told(thing.value):
                    yield from () if thing.value in self._seen else (thing.value,)
                else:
                    self._name(thing.value)

    def _visit(self, thing: str) -> bool:
        """Take what the reading tells of a thing; say whether it tells it at all."""
        if thing not in self._seen:
            self._seen[thing] = False
            most = None if self._is_told(thing) else CLAIMS
            told = tuple(islice(claims(self._build, thing, self._voices), most))
            kept = tuple(c for c in told if not c.article or self._reading.holds(c.outlets, c.day))
            cited = any(c.article for c in told)
            if not cited or any(c.article for c in kept) or not self._is_told(thing):
                self._seen[thing] = True
                self._take(thing, told, kept)
        return self._seen[thing]

    def _take(self, thing: str, told: tuple[Claim, ...], kept: tuple[Claim, ...]) -> None:
        known = {(c.predicate, c.object) for c in told}
        about = self._build.about(thing)
        for triple in about:
            named = triple.predicate.value in {str(RDF.type), str(RDFS.label)}
            if named or (triple.predicate, triple.object) not in known:
                self.triples[triple] = None
        made = flat(thing, kept, self._voices)
        self.triples |= dict.fromkeys(made)
        for claim in kept:
            self.triples |= dict.fromkeys(claim.triples)
            for passage in claim.passages:
                self._quote(passage)
        self._compare(thing, about, made)

    def _compare(self, thing: str, about: Iterable[Triple], made: Iterable[Triple]) -> None:
        """Note what came of a record since."""
        then, now = _one(made), _one(about)
        status = str(DIP.status)
        if status in then and status in now and then[status] != now[status]:
            bounds = now.get(str(DIP.earliest)), now.get(str(DIP.latest))
            self.outcomes[thing] = Outcome(then[status], now[status], *bounds)

    def _quote(self, passage: str) -> None:
        if passage not in self._seen:
            self._seen[passage] = True
            about = self._build.about(passage)
            self.triples |= dict.fromkeys(about)
            for triple in about:
                if triple.predicate.value == str(DIP.article):
                    self._name(words(triple.object), whole=True)

    def _name(self, thing: str, *, whole: bool = False) -> None:
        """Take what something is called, and where it stands; the whole of an article."""
        if thing in self._named:
            return
        self._named.add(thing)
        for triple in self._build.about(thing):
            term, other = triple.predicate.value, triple.object
            if whole or term in {str(RDF.type), str(RDFS.label), *map(str, ABOVE)}:
                self.triples[triple] = None
                if isinstance(other, NamedNode) and term != str(RDF.type):
                    self._name(other.value)
        for tenure in self._leading(thing, DIP.holder):
            if self._visit(tenure):
                for body in self._voices.found(tenure, DIP.of):
                    self._name(body)

    def _leading(self, thing: str, term: URIRef) -> Iterator[str]:
        for triple in self._build.matching(None, NamedNode(term), NamedNode(thing)):
            if isinstance(triple.subject, NamedNode):
                yield triple.subject.value

    def _is_told(self, thing: str) -> bool:
        return not TOLD.isdisjoint(self._voices.kinds(thing))

    def _age(self, record: str) -> tuple[int, str]:
        """Return what sorts the latest first, and those without a date last."""
        days = self._voices.found(record, DIP.earliest)
        return -int(days[0].replace("-", "")) if days and days[0][:1] != "-" else 0, record


def _one(triples: Iterable[Triple]) -> dict[str, str]:
    """Return what properties lead to, one value each."""
    return {t.predicate.value: t.object.value for t in triples if isinstance(t.object, NamedNode | Literal)}
