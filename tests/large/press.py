"""The articles of a story: their texts, passages and claims, and the flat triples, written as they come."""

import hashlib
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rdflib import DCTERMS, RDF, RDFS, URIRef

from kg.emit.ntriples import iri, literal
from kg.iris import slug
from kg.model import Value
from kg.vocab import DIP
from large.world import BASE, Thing, text

TYPE, LABEL = iri(str(RDF.type)), iri(str(RDFS.label))
_CLAIM = (
    f"{{0}} {TYPE} {iri(str(DIP.Claim))} .\n{{0}} {TYPE} {iri(str(RDF.Statement))} .\n"
    f"{{0}} {iri(str(RDF.subject))} {{1}} .\n{{0}} {iri(str(RDF.predicate))} {{2}} .\n"
    f"{{0}} {iri(str(RDF.object))} {{3}} .\n{{0}} {iri(str(DIP.passage))} {{4}} .\n"
    f'{{0}} {iri(str(DIP.rule))} "invented" .\n'
)
_CONFIDENCE = iri(str(DIP.confidence))
_WORD, _PHRASE = iri(str(DIP.accordingTo)), iri(str(DIP.phrase))
_PASSAGE = (
    f"{{0}} {TYPE} {iri(str(DIP.Passage))} .\n{{0}} {iri(str(DIP.article))} {{1}} .\n"
    f"{{0}} {iri(str(DIP.start))} {{2}} .\n{{0}} {iri(str(DIP.end))} {{3}} .\n"
    f"{{0}} {iri(str(DIP.quote))} {{4}} .\n"
)
FILLERS = (
    "The two sides had last exchanged views on the matter in the spring.",
    "Observers in the region have followed the contacts with attention.",
    "No further details were given.",
    "Trade between the two countries grew last year, official figures show.",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One triple as an article supports it.

    Attributes:
        triple: subject, property and object as terms.
        word: the actor on whose word alone it stands, as a term; None for the article's own voice.
        phrase: the article's own words for a date.
        wins: whether it stands in the flat layer; a plan that came about does not.
    """

    triple: tuple[str, str, str]
    word: str | None = None
    phrase: str | None = None
    wins: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a story: its words, what is named in it, and what it tells."""

    words: str
    things: tuple[Thing, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What one outlet publishes of a story.

    Attributes:
        slug: name of the article, its own.
        title: its headline.
        outlet: who publishes it.
        author: who wrote it; None where nobody is named.
        day: when, in ISO form.
        lines: what it tells.
    """

    slug: str
    title: str
    outlet: Thing
    author: Thing | None
    day: str
    lines: tuple[Line, ...]


@dataclass(slots=True)
class Press:
    """Writes reports, and counts what it has written.

    Attributes:
        write: takes lines of N-Triples.
        keep: takes the file name and the text of an article.
        lot: draws how sure each claim is.
        claims: claims so far.
        kinds: how many things of each class, by its term.
        attested: of each office the first and the last day that attests it, each with its passage.
    """

    write: Callable[[str], object]
    keep: Callable[[str, str], object]
    lot: random.Random
    claims: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    attested: dict[str, tuple[tuple[str, str], tuple[str, str]]] = field(default_factory=dict)
    _lasting: set[tuple[str, str, str]] = field(default_factory=set)  # flat triples of what all stories name
    _story: set[tuple[str, str, str]] = field(default_factory=set)  # of the records of the story at hand

    def publish(self, reports: Sequence[Report]) -> None:
        """Write the articles of one story."""
        self._story.clear()
        for report in reports:
            _Article(self, report).write()

    def flat(self, triple: tuple[str, str, str], *, lasting: bool = False) -> None:
        """Write a flat triple, once."""
        known = self._lasting if lasting else self._story
        if triple not in known:
            known.add(triple)
            self.tell(*triple)

    def tell(self, subject: str, term: str, thing: str) -> None:
        """Write a triple."""
        self.write(f"{subject} {term} {thing} .\n")
        if term == TYPE:
            self.kinds[thing] += 1

    def claim(self, passage: str, fact: Fact, *, lasting: bool = False) -> None:
        """Write a claim, and its triple where that wins."""
        mark = hashlib.blake2b(" ".join((*fact.triple, passage)).encode(), digest_size=8).hexdigest()
        claim = f"<{BASE}claim/{mark}>"
        self.write(_CLAIM.format(claim, *fact.triple, passage))
        if self.lot.random() < 2 / 3:
            self.tell(claim, _CONFIDENCE, literal(Value(f"0.{self.lot.randrange(50, 100)}", "decimal")))
        if fact.word:
            self.tell(claim, _WORD, fact.word)
        if fact.phrase:
            self.tell(claim, _PHRASE, text(fact.phrase))
        self.claims += 1
        self.kinds[iri(str(DIP.Claim))] += 1
        if fact.wins:
            self.flat(fact.triple, lasting=lasting)

    def attest(self, office: str, day: str, passage: str) -> None:
        """Note a day on which an article attests an office."""
        first, last = self.attested.get(office, ((day, passage), (day, passage)))
        self.attested[office] = min(first, (day, passage)), max(last, (day, passage))

    def close(self) -> None:
        """Write what only the whole tells: the days that attest offices."""
        for office, found in sorted(self.attested.items()):
            for term, (day, passage) in zip((DIP.attestedFrom, DIP.attestedTo), found, strict=True):
                self.claim(passage, Fact((office, iri(str(term)), date(day))), lasting=True)


class _Article:
    """One article while it is written."""

    def __init__(self, press: Press, report: Report) -> None:
        self._press, self._report = press, report
        self._term = f"<{BASE}article/{report.slug}>"
        self._pieces: list[str] = []
        self._length = 0
        self._named: set[str] = set()
        self._told: set[tuple[tuple[str, str, str], str]] = set()

    def write(self) -> None:
        report, press = self._report, self._press
        by = (report.author,) if report.author else ()
        passage = self._sentence(report.title, "\n\n")
        self._add(f"{report.outlet.label}, {report.day}", "\n\n")
        self._name(passage, report.outlet, *by)
        for line in report.lines:
            passage = self._sentence(line.words, " ")
            self._name(passage, *line.things)
            for fact in line.facts:
                self._claim(passage, fact)
            if press.lot.random() < 0.3:
                self._add(press.lot.choice(FILLERS), "\n\n")
        words = "".join(self._pieces)
        self._about(passage, hashlib.sha256(words.encode()).hexdigest())
        press.keep(f"{report.slug}.txt", words)

    def _about(self, passage: str, mark: str) -> None:
        report = self._report
        facts: dict[URIRef, str] = {
            DCTERMS.title: text(report.title),
            RDFS.label: text(report.title),
            DCTERMS.publisher: report.outlet.term,
            DCTERMS.issued: date(report.day),
            DCTERMS.language: text("en"),
        }
        if report.author:
            facts[DCTERMS.creator] = report.author.term
        for term, thing in facts.items():
            self._claim(passage, Fact((self._term, iri(str(term)), thing)))
        self._press.tell(self._term, TYPE, iri(str(DIP.Article)))
        self._press.tell(self._term, iri(str(DIP.file)), text(f"{report.slug}.txt"))
        self._press.tell(self._term, iri(str(DIP.sha256)), text(mark))
        self._press.tell(self._term, iri(str(DIP.url)), text(f"https://news.example/{report.slug}"))

    def _add(self, words: str, joint: str) -> tuple[int, int]:
        start = self._length
        self._pieces.append(words + joint)
        self._length += len(words) + len(joint)
        return start, start + len(words)

    def _sentence(self, words: str, joint: str) -> str:
        start, end = self._add(words, joint)
        passage = f"<{BASE}passage/{self._report.slug}/{start}-{end}>"
        numbers = (literal(Value(str(place), "integer")) for place in (start, end))
        self._press.write(_PASSAGE.format(passage, self._term, *numbers, text(words)))
        self._press.kinds[iri(str(DIP.Passage))] += 1
        return passage

    def _name(self, passage: str, *things: Thing) -> None:
        """Tell of each thing that is named for the first time what all articles tell of it."""
        for thing in things:
            if thing.term not in self._named:
                self._named.add(thing.term)
                self._name(passage, *thing.above)
                for term, told in thing.facts:
                    self._claim(passage, Fact((thing.term, term, told)), lasting=True)
                if "/tenure/" in thing.term:
                    self._press.attest(thing.term, self._report.day, passage)

    def _claim(self, passage: str, fact: Fact, *, lasting: bool = False) -> None:
        if (fact.triple, passage) not in self._told:
            self._told.add((fact.triple, passage))
            self._press.claim(passage, fact, lasting=lasting)


def date(day: str) -> str:
    """Return a day as a term."""
    return literal(Value(day, "date"))


def name(*words: str) -> str:
    """Return the name of an article."""
    return slug(*words)
