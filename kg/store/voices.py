"""Whose telling a claim is: the outermost reporter on whose word an article has it, else the publisher.

Near copies count once: the voice of an article that repeats another one is that other's publisher.
"""

from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode
from rdflib import DCTERMS, RDF, RDFS, URIRef

from kg.store.builds import Build
from kg.vocab import DIP

TOLD = frozenset(str(kind) for kind in (DIP.Record, DIP.Tenure, DIP.Provision))  # each told as one
OWNERSHIP = "ownership/"  # the path of a group of outlets by what articles tell of their owner


class Voices:
    """The outlets of one build, and the days of its articles; what was looked up is kept."""

    def __init__(self, build: Build) -> None:
        """Ask a build."""
        self._build = build
        self.publishers = cache(self._publishers)
        self.reporters = cache(self._reporters)
        self.day = cache(self._day)
        self.label = cache(self._label)
        self.articles = cache(lambda passage: self.found(passage, DIP.article))
        self.kinds = cache(lambda thing: frozenset(self.found(thing, RDF.type)))

    def of(self, article: str, telling: str | None) -> frozenset[str]:
        """Return the IRIs of the outlets of a claim, by its article and the one that it is according to."""
        passed = self.reporters(telling) if telling else frozenset()
        return passed or self.publishers(article)

    def groups(self, outlet: str) -> tuple[str, ...]:
        """Return the groups that an outlet belongs to: by each wording of who owns it, and its states."""
        owned = (f"{OWNERSHIP}{words}" for words in self.found(outlet, DIP.ownership))
        return (*owned, *self.found(outlet, DIP.country))

    def age(self, thing: str) -> int | None:
        """Return what sorts records, offices and points, the latest first and those without a date last.

        None for all else.
        """
        if TOLD.isdisjoint(self.found(thing, RDF.type)):
            return None
        days = self.found(thing, DIP.earliest)
        return -int(days[0].replace("-", "")) if days and days[0][:1] != "-" else 0

    def is_outlet(self, iri: str) -> bool:
        """Say whether something published an article, or reported a statement."""
        if any(self.leading(iri, DCTERMS.publisher)):
            return True
        return any(self.found(said, DIP.reports) for said in self.leading(iri, DIP.speaker))

    def found(self, subject: str, term: URIRef) -> tuple[str, ...]:
        """Return what a property of something leads to, sorted."""
        told = self._build.matching(NamedNode(subject), NamedNode(term), None)
        return tuple(sorted(t.object.value for t in told if isinstance(t.object, NamedNode | Literal)))

    def leading(self, thing: str, term: URIRef) -> Iterator[str]:
        """Yield the IRIs of what leads to something by a property."""
        for triple in self._build.matching(None, NamedNode(term), NamedNode(thing)):
            if isinstance(triple.subject, NamedNode):
                yield triple.subject.value

    def _publishers(self, article: str) -> frozenset[str]:
        original = self.found(article, DIP.copyOf)
        return frozenset(self.found(original[0] if original else article, DCTERMS.publisher))

    def _reporters(self, telling: str) -> frozenset[str]:
        """Return who reports a statement at the end of its chain; nobody where nobody reports it on."""
        outermost, seen = telling, {telling}
        while further := sorted(set(self.leading(outermost, DIP.reports)) - seen):
            outermost = further[0]
            seen.add(outermost)
        is_report = bool(self.found(outermost, DIP.reports))
        return frozenset(self.found(outermost, DIP.speaker)) if is_report else frozenset()

    def _day(self, article: str) -> str | None:
        return next(iter(self.found(article, DCTERMS.issued)), None)

    def _label(self, iri: str) -> str:
        return next(iter(self.found(iri, RDFS.label)), iri.rpartition("/")[2])
