"""Small data for links: a slice of Wikidata in its own model, and a graph of ours, both as N-Triples.

A slice has what Wikidata's query service has: direct claims (`wdt:`), statements (`p:`, `ps:`) with
qualifiers (`pq:`) and values with their precision (`pqv:`), classes by `P31` and `P279`, names in languages.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.registry.states import states

BASE = "https://w3id.org/communique/"
WD = "http://www.wikidata.org/entity/"
_PROP = "http://www.wikidata.org/prop/"
_WIKIBASE = "http://wikiba.se/ontology#"
_DIP = f"{BASE}ontology#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LABEL, _ALT = "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#altLabel"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_TOLD = ("claim", "passage", "article")
_PRECISION = {4: 9, 7: 10, 10: 11}  # letters of a date: year, month, day

# What a slice begins with: classes below those that we know, and states.
CLASSES = {"Q1065": "Q43229", "Q327333": "Q43229", "Q7278": "Q43229", "Q515": "Q486972", "Q3624078": "Q6256"}
STATES = {row.key: row.wikidata for row in states() if row.wikidata}


@dataclass(frozen=True, slots=True)
class Post:
    """An office as an item, with the state that it is of by its code."""

    item: str
    label: str
    state: str


@dataclass(frozen=True, slots=True)
class Held:
    """A statement that somebody held an office; days as "2003-10-31", "2003-10" or "2003"."""

    post: Post
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An item; the first name of a language is its label, the others are further names."""

    item: str
    names: tuple[tuple[str, str], ...]
    kind: str = "Q5"
    states: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    others: tuple[tuple[str, str], ...] = ()  # property with an item ("Q42"), a date or a string


def wikidata(items: Iterable[Item]) -> str:
    """Return a slice as N-Triples."""
    items = tuple(items)
    posts = {held.post for item in items for held in item.held}
    lines = [_line(WD + low, _PROP + "direct/P279", NamedNode(WD + high)) for low, high in CLASSES.items()]
    for row in states():
        if item := row.wikidata:
            kind = NamedNode(f"{WD}Q3624078")
            lines += [_line(WD + item, _PROP + "direct/P31", kind), _name(item, row.label, "en")]
    for post in sorted(posts, key=lambda post: post.item):
        place = NamedNode(WD + STATES[post.state])
        lines += [_name(post.item, post.label, "en"), _line(WD + post.item, _PROP + "direct/P1001", place)]
    return "".join((*lines, *(line for item in items for line in _item(item))))


def _item(item: Item) -> Iterator[str]:
    iri = WD + item.item
    yield _line(iri, _PROP + "direct/P31", NamedNode(WD + item.kind))
    seen: set[str] = set()
    for text, language in item.names:
        yield _line(iri, _ALT if language in seen else _LABEL, Literal(text, language=language))
        seen.add(language)
    for state in item.states:
        home = "P27" if item.kind == "Q5" else "P17"
        yield _line(iri, _PROP + f"direct/{home}", NamedNode(WD + STATES[state]))
    for number, held in enumerate(item.held):
        yield from _held(item.item, number, held)
    for name, value in item.others:
        yield _line(iri, _PROP + f"direct/{name}", _value(value))


def _held(item: str, number: int, held: Held) -> Iterator[str]:
    term = f"{WD}statement/{item}-{number}"
    yield _line(WD + item, _PROP + "P39", NamedNode(term))
    yield _line(term, _PROP + "statement/P39", NamedNode(WD + held.post.item))
    yield _line(term, _WIKIBASE + "rank", NamedNode(_WIKIBASE + "NormalRank"))
    for name, day in (("P580", held.first), ("P582", held.last)):
        if day:
            node = f"http://www.wikidata.org/value/{item}-{number}-{name}"
            yield _line(term, _PROP + f"qualifier/{name}", _time(day))
            yield _line(term, _PROP + f"qualifier/value/{name}", NamedNode(node))
            yield _line(node, _WIKIBASE + "timeValue", _time(day))
            precision = Literal(str(_PRECISION[len(day)]), datatype=NamedNode(_XSD + "integer"))
            yield _line(node, _WIKIBASE + "timePrecision", precision)


def _value(value: str) -> NamedNode | Literal:
    if value.startswith("Q"):
        return NamedNode(WD + value)
    return _time(value) if value[4:5] == "-" else Literal(value)


def _time(day: str) -> Literal:
    """Return a day as Wikidata writes it: what is not known of it is the first."""
    return Literal(
        f"{day}{'-01-01'[len(day) - 10 :] if len(day) < 10 else ''}T00:00:00Z",
        datatype=NamedNode(_XSD + "dateTime"),
    )


def _name(item: str, text: str, language: str) -> str:
    return _line(WD + item, _LABEL, Literal(text, language=language))


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office as we know it, with the path of the state or body that it is of."""

    title: str
    of: str
    day: str = "2025-04-02"


@dataclass(frozen=True, slots=True)
class Ours:
    """One of ours; those that name one another as company took part in one meeting each."""

    path: str
    kind: str
    names: tuple[tuple[str, str], ...]  # the first is its label
    state: str | None = None  # path
    tenures: tuple[Tenure, ...] = ()
    company: tuple[str, ...] = ()  # paths
    others: tuple[tuple[str, str], ...] = ()  # property and value: codes, links
    day: str | None = None  # of the article that tells of it


def graph(ours: Iterable[Ours]) -> str:
    """Return a graph of ours as N-Triples, with a sentence on each."""
    return "".join(line for each in ours for line in _ours(each))


def _ours(each: Ours) -> Iterator[str]:
    iri, name = BASE + each.path, each.names[0][0]
    yield _line(iri, _TYPE, NamedNode(_DIP + each.kind))
    yield _line(iri, _LABEL, Literal(name))
    for text, language in each.names[1:]:
        yield _line(iri, _ALT, Literal(text, language=language) if language else Literal(text))
    if each.state:
        yield _line(iri, _DIP + "country", NamedNode(BASE + each.state))
    for tenure in each.tenures:
        node = f"{BASE}tenure/{each.path.partition('/')[2]}-{tenure.title.replace(' ', '-')}"
        yield _line(node, _DIP + "holder", NamedNode(iri))
        yield _line(node, _DIP + "title", Literal(tenure.title))
        yield _line(node, _DIP + "of", NamedNode(BASE + tenure.of))
        for term in ("attestedFrom", "attestedTo"):
            yield _line(node, _DIP + term, Literal(tenure.day, datatype=NamedNode(_XSD + "date")))
    for other in each.company:
        meeting = f"{BASE}meeting/{'-'.join(sorted((each.path, other))).replace('/', '-')}"
        yield _line(meeting, _DIP + "participant", NamedNode(iri))
        yield _line(meeting, _DIP + "participant", NamedNode(BASE + other))
    for term, value in each.others:
        yield _line(iri, term if ":/" in term else _DIP + term, _object(value))
    yield from _said(each, f"{name} spoke to reporters.")


def _object(value: str) -> NamedNode | Literal:
    return NamedNode(value) if ":/" in value else Literal(value)


def _said(each: Ours, quote: str) -> Iterator[str]:
    claim, passage, article = (f"{BASE}{kind}/{each.path.replace('/', '-')}" for kind in _TOLD)
    yield _line(claim, "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject", NamedNode(BASE + each.path))
    yield _line(claim, _DIP + "passage", NamedNode(passage))
    yield _line(passage, _DIP + "quote", Literal(quote))
    if each.day:
        day = Literal(each.day, datatype=NamedNode(_XSD + "date"))
        yield _line(passage, _DIP + "article", NamedNode(article))
        yield _line(article, "http://purl.org/dc/terms/issued", day)


def _line(subject: str, predicate: str, value: NamedNode | Literal) -> str:
    return f"{NamedNode(subject)} {NamedNode(predicate)} {value} .\n"
