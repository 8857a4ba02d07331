"""A graph narrowed to a reading: what is near an entity, as the claims of that reading tell it.

The flat layer is made anew from those claims, by the rule by which the build makes it, and kept in memory; so
every panel, picture and form asks the narrowed graph with the queries that it asks the whole graph with.
What is near: the records, offices and points that name the entity, those that these lead to or that lead to
these (a denial, its report), and the names of all else. Of the records that the reading tells of the entity,
or of what stands below it, the latest `MOST` are read; how many were not is told.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, Triple
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from kg.store.builds import Build
from kg.store.tellings import Latest
from kg.store.voices import TOLD, Voices
from kg.vocab import DIP, TERMS
from kg.web.claims import Claim, claim, claims, flat, words
from kg.web.readings import Reading

MOST = 60  # records that name the entity: what the panels of a page show
LOOKS = 300  # records that are looked at, be they told or not
BESIDE = 20  # things that stand below the entity, as persons of a state: records name others
CLAIMS = 300  # about what is no record: every article tells the name of a state; the rest stays as it is
FAR = 4  # steps from one record to the next: a report of the denial of a report of what was said
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


@dataclass(frozen=True, slots=True)
class Near:
    """What is near an entity, as the build counted it.

    Attributes:
        things: the IRI of the entity, and of what stands below it.
        told: the latest records that a reading tells of them.
        cited: returns the claims by which the reading knows a thing of very many; nothing for one of few.
    """

    things: tuple[str, ...]
    told: Latest
    cited: Callable[[str], tuple[str, ...]]


def below(entity: str, voices: Voices) -> tuple[str, ...]:
    """Return what stands below an entity, and is no record: persons of a state, narrower topics."""
    if not TOLD.isdisjoint(voices.kinds(entity)):
        return ()
    found = (s for term in ABOVE for s in voices.leading(entity, term))
    return tuple(sorted(s for s in found if TOLD.isdisjoint(voices.kinds(s))))[:BESIDE]


def narrow(build: Build, near: Near, reading: Reading, voices: Voices) -> Narrowed:
    """Return the graph around an entity as a reading tells it.

    Args:
        build: the whole graph.
        near: what is near the entity, in that reading.
        reading: what is kept.
        voices: of the same build.
    """
    walk = _Walk(build, near, reading, voices)
    unread = walk.around()
    return Narrowed(build.holding(walk.triples), walk.outcomes, unread)


class _Walk:
    """One way through the graph: what was seen, and the triples that stay."""

    def __init__(self, build: Build, near: Near, reading: Reading, voices: Voices) -> None:
        self._build, self._near, self._reading, self._voices = build, near, reading, voices
        self._links = tuple(term for term in LINKS if any(build.matching(None, NamedNode(term), None)))
        self._seen: dict[str, bool] = {}
        self._named: set[str] = set()
        self.triples: dict[Triple, None] = {}
        self.outcomes: dict[str, Outcome] = {}

    def around(self) -> int:
        """Read the entity and what is near; return how many records were left unread."""
        (entity, *others), told = self._near.things, self._near.told
        if self._is_told(entity):
            self._follow([entity])
            return 0
        self._named.add(entity)  # what stands above it is told of it as all else is
        self._visit(entity)
        for triple in tuple(self.triples):
            if triple.subject == NamedNode(entity) and isinstance(triple.object, NamedNode):
                self._name(triple.object.value)
        for other in others:
            self._name(other)
        read = 0
        for number, record in enumerate(told.records):
            if read == MOST:
                return told.total - number
            read += self._visit(record)
            self._follow([record])
        return told.total - len(told.records)

    def _follow(self, records: list[str]) -> None:
        """Read what leads from record to record."""
        for _ in range(FAR if len(self._seen) < LOOKS else 0):
            records = [near for record in records if self._visit(record) for near in self._beside(record)]

    def _beside(self, record: str) -> Iterator[str]:
        """Yield the records beside one; name all else that it leads to."""
        for term in self._links:
            for subject in self._voices.leading(record, term):
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
            told = tuple(self._claims(thing))
            kept = tuple(c for c in told if not c.article or self._reading.holds(c.outlets, c.day))
            cited = any(c.article for c in told)
            if not cited or any(c.article for c in kept) or not self._is_told(thing):
                self._seen[thing] = True
                self._take(thing, told, kept)
        return self._seen[thing]

    def _claims(self, thing: str) -> Iterator[Claim]:
        """Return the claims about a thing that a reading needs to know it."""
        if not self._is_told(thing):
            return islice(claims(self._build, thing, self._voices), CLAIMS)
        if found := self._near.cited(thing):
            return (claim(self._build, each, self._voices) for each in found)
        return claims(self._build, thing, self._voices)

    def _take(self, thing: str, told: tuple[Claim, ...], kept: tuple[Claim, ...]) -> None:
        known = {(c.predicate, c.object) for c in told}
        about = self._build.about(thing)
        for triple in about:
            named = triple.predicate.value in {str(RDF.type), str(RDFS.label)}
            if named or (triple.predicate, triple.object) not in known:
                self.triples[triple] = None
        made = flat(thing, kept, self._voices)
        self.triples |= dict.fromkeys(made)
        for each in kept:
            self.triples |= dict.fromkeys(each.triples)
            for passage in each.passages:
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
        for tenure in self._voices.leading(thing, DIP.holder):
            if self._visit(tenure):
                for body in self._voices.found(tenure, DIP.of):
                    self._name(body)

    def _is_told(self, thing: str) -> bool:
        return not TOLD.isdisjoint(self._voices.kinds(thing))


def _one(triples: Iterable[Triple]) -> dict[str, str]:
    """Return what properties lead to, one value each."""
    return {t.predicate.value: t.object.value for t in triples if isinstance(t.object, NamedNode | Literal)}
