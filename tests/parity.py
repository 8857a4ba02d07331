"""What a page tells against the graph: facts that have no triple, and triples that have no place."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyoxigraph
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD
from tour import BASE

from kg.vocab import DIP, TERMS

READ = (Path(__file__).parent / "facts.js").read_text()
Page = Mapping[str, Any]  # as `facts.js` reads it
# Terms of others, as pages call them; ours are called as the ontology labels them.
OTHERS = {
    "title": DCTERMS.title,
    "published": DCTERMS.issued,
    "author": DCTERMS.creator,
    "publisher": DCTERMS.publisher,
    "licence": DCTERMS.license,
    "also called": SKOS.altLabel,
    "part of the topic": SKOS.broader,
    "close match": SKOS.closeMatch,
    "same as": OWL.sameAs,
}
# What a page reckons or says in words of its own, and no triple tells.
RECKONED = {"events", "first day", "last day", "cite as", "in the web archive"}
UNSHOWN = {
    str(RDF.type),
    str(SKOS.hiddenLabel),
}  # the class stands over the title; hidden names are for search
JOINING = {"office"}  # columns of what joins two things, and no property's: a tenure
TERMS_SHOWN = {"object", "predicate", "as", "part"}  # columns whose values are terms, or those of any triple
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")
MONTHS = {f"{name} {year}": f"{year}-{i:02}" for year in range(1900, 2100) for i, name in enumerate(NAMES, 1)}
BADGES = {str(DIP[name]): name.lower() for name in ("Occurred", "Planned", "Proposed", "Cancelled", "Denied")}


class Told:
    """The triples of a graph, with those that its claims tell: a value that lost stands in these alone."""

    def __init__(self, graph: Path) -> None:
        parsed = pyoxigraph.parse(path=str(graph))
        self.flat = {(each.subject.value, each.predicate.value, _value(each.object)) for each in parsed}
        parts: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for subject, predicate, value in self.flat:
            parts[subject][predicate] = value
        key = [str(each) for each in (RDF.subject, RDF.predicate, RDF.object)]
        claims = {tuple(each[name] for name in key) for each in parts.values() if key[0] in each}
        self.joined: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for subject, predicate, value in self.flat | claims:
            self.joined[subject][value].add(predicate)
            self.joined[value][subject].add(predicate)

    def near(self, one: str, other: str) -> bool:
        """Say whether two stand in a triple, or each in one with a third: an office, a dyad, a claim."""
        mine, others = self.joined[one], self.joined[other]
        return one == other or other in mine or any(each in mine for each in others)

    def between(self, one: str, other: str) -> Iterator[str]:
        """Yield the claims that join one thing with another: what they tell stands beside the other."""
        ends = ((one, str(RDF.subject)), (other, str(RDF.object)))
        mine, others = ({each for each, by in self.joined[thing].items() if end in by} for thing, end in ends)
        yield from mine & others

    def quoted(self, passage: str) -> str:
        """Return the words of a passage."""
        return next(each for each, by in self.joined[passage].items() if str(DIP.quote) in by)

    def cited(self, passage: str) -> set[str]:
        """Return the claims that rest on a passage, and what they are about."""
        claims = {each for each, by in self.joined[passage].items() if str(DIP.passage) in by}
        parts = {str(RDF.subject), str(RDF.object)}
        return claims | {each for claim in claims for each, by in self.joined[claim].items() if by & parts}


def _value(term: object) -> str:
    """Return a value as the store keeps it: a number without what follows from it."""
    is_number = isinstance(term, pyoxigraph.Literal) and term.datatype.value == str(XSD.decimal)
    return f"{Decimal(term.value).normalize():f}" if is_number else str(getattr(term, "value", term))


def _terms() -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for term, label in TERMS.subject_objects(RDFS.label):
        found[str(label)].add(str(term))
    for name, term in OTHERS.items():
        found[name].add(str(term))
    return found


CALLED = _terms()


def read(words: str, place: str) -> str:
    """Return the term that stands on a page: an IRI by where it leads, else words, or a day (ISO 8601)."""
    if place.startswith("/"):
        return BASE + unquote(place).removeprefix("/").removesuffix(".html")
    if place:
        return place
    day, _, month = words.partition(" ")
    if month in MONTHS and day.isdigit():
        return f"{MONTHS[month]}-{day:0>2}"
    return words[1:-1] if words.startswith("“") and words.endswith("”") else words  # words of an article


def passage(place: str) -> str:
    """Return the passage that the place of a sentence in its article names."""
    article, _, at = unquote(place).partition(".html#p-")
    return f"{BASE}passage/{article.rpartition('/')[2]}/{at}"


def invented(told: Told, entity: str, page: Page) -> Iterator[str]:
    """Yield what a page tells of an entity, and the graph does not."""
    for fact in page["facts"]:
        lead = [read(*each) for each in fact["lead"]]
        things = [entity, *(each for each in lead if each in told.joined)]
        things += (each for one in lead for each in told.between(entity, one))
        values = [(field["name"], read(*each)) for field in fact["fields"] for each in field["values"]]
        at = f"{fact['panel']}:"
        yield from (f"{at} {each} is far" for each in lead if not told.near(entity, each))
        yield from (f"{at} {name} {each}" for name, each in values if not _has(told, things, name, each))
        around = {*things, *(each for _, each in values)}
        for words, place in fact["sentences"]:
            if told.quoted(passage(place)) != words:
                yield f"{at} “{words}” is not what {place} says"
            if not told.cited(passage(place)) & around:
                yield f"{at} {place} is of nothing that stands there"
        yield from (f"{at} {each}" for each in _status(told, things, set(fact["status"])))
        if fact["day"] and not any(fact["day"] in told.joined[each] for each in around):
            yield f"{at} {fact['day']} is no day of what stands there"


def _status(told: Told, things: list[str], shown: set[str]) -> Iterator[str]:
    """Yield how sure a page says that something is, and the graph does not."""
    by = {each for thing in things for each in told.joined[thing]}
    sure = {name for term, name in BADGES.items() if term in by}
    if any(str(DIP.deniedBy) in each for thing in things for each in told.joined[thing].values()):
        sure.add("denied")
    yield from shown & set(BADGES.values()) - sure


def _has(told: Told, things: list[str], name: str, value: str) -> bool:
    """Say whether a value stands in a triple with one of the things, by the term that is called so."""
    if name in RECKONED:
        return True
    near = any(told.near(each, value) for each in things)
    if name in JOINING:
        return near
    if name in TERMS_SHOWN:
        return near or any(value in by for each in things for by in told.joined[each].values())
    terms = CALLED.get(name, set())
    named = any(told.joined[each].get(value, set()) & terms for each in things)
    return named or (
        near and (not terms or bool(terms & set(told.joined[value])))
    )  # or it is of a class called so


def missing(told: Told, entity: str, page: Page) -> Iterator[str]:
    """Yield the flat triples of an entity that its page has no place for."""
    words = " ".join(page["words"].split())
    places = {read("", each.partition("#p-")[0]) for each in page["places"]}
    for subject, predicate, value in sorted(told.flat):
        if subject != entity or predicate in UNSHOWN or value == entity:
            continue  # that a state is its own country needs no telling
        shown = value in places if value.startswith("http") else " ".join(value.split()) in words
        if not (shown or _day(value) in words):
            yield f"{predicate} {value}"


def _day(value: str) -> str:
    """Return a day of ISO 8601 as pages write it, and what is none as it is."""
    month, _, day = value.rpartition("-")
    named = next((name for name, number in MONTHS.items() if number == month), None)
    return f"{int(day)} {named}" if named else value
