"""Gather by what searches are narrowed, from the graph of a build: once, when it is made.

A thing is of its classes; of the states that it is, or that those are of who take part in it; told by the
outlets of its passages; of the years in which it lies, or else is told. A passage is of the states of all
that it names, of the classes and status of the records that it tells of, of its article's outlet and year.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyroaring import BitMap
from rdflib import RDFS, URIRef

from kg.iris import segment
from kg.store import queries
from kg.store.builds import Row
from kg.store.facets import Aspect
from kg.store.queries import Query
from kg.store.texts import Quote, Thing
from kg.vocab import DIP, ONTOLOGY, TERMS, superclasses

Ask = Callable[[Query], Iterable[Row]]
_QUERIES = Path(__file__).parent
_SPAN = 5  # years of a record: none lasts longer, and a slip in a date makes no century
_Key = tuple[str, str]  # a facet, and the term of a value


@dataclass(frozen=True, slots=True)
class _Indexed:
    """What is numbered, and what the graph tells of it.

    Attributes:
        things: the number of each thing that has a name.
        kinds: their most specific classes.
        articles: the article of each passage, by number.
        told: the passages that tell of each thing, by numbers.
    """

    things: Mapping[str, int]
    kinds: Mapping[int, str]
    articles: Mapping[int, str]
    told: Mapping[int, BitMap]


def told(
    pairs: Iterable[tuple[str, str]], things: Sequence[Thing], quotes: Sequence[Quote]
) -> dict[str, BitMap]:
    """Return the numbers of the passages that tell of each thing; passages are numbered after all things.

    Args:
        pairs: things and passages, by their IRIs.
        things: those of the index.
        quotes: its passages, in the order of their numbers.
    """
    passages = {quote.iri: number for number, quote in enumerate(quotes, len(things) + 1)}
    found: dict[str, BitMap] = {thing.iri: BitMap() for thing in things}
    for thing, iri in pairs:
        known, passage = found.get(thing), passages.get(iri)
        if known is not None and passage:
            known.add(passage)
    return found


def gather(
    ask: Ask, things: Sequence[Thing], quotes: Sequence[Quote], told: Mapping[str, BitMap]
) -> Iterator[Aspect]:
    """Yield the values of all facets, each with what it holds for; things are numbered in their order."""
    indexed = _Indexed(
        things={thing.iri: number for number, thing in enumerate(things, 1)},
        kinds={number: thing.kind for number, thing in enumerate(things, 1)},
        articles={number: quote.article for number, quote in enumerate(quotes, len(things) + 1)},
        told={number: told[thing.iri] for number, thing in enumerate(things, 1)},
    )
    held: dict[_Key, BitMap] = defaultdict(BitMap)
    for key, number in _of_things(ask, indexed):
        held[key].add(number)
    labels = {thing.iri: thing.label for thing in things}
    lowest = {thing.kind for thing in things}
    for (facet, term), found in sorted(held.items()):
        yield _aspect((facet, term), found, labels, is_general=facet == "class" and term not in lowest)


def _of_things(ask: Ask, indexed: _Indexed) -> Iterator[tuple[_Key, int]]:
    """Yield what holds for things, and through them for passages; a pair may come more than once."""
    records = {n for n, kind in indexed.kinds.items() if DIP.Record in superclasses(URIRef(kind))}
    dated: set[int] = set()
    for number, kind in indexed.kinds.items():
        for each in superclasses(URIRef(kind)):
            if each.startswith(ONTOLOGY):
                yield from _told(("class", str(each)), number, indexed, passages=number in records)
    for row in ask(_query("states")):
        if thing := indexed.things.get(_text(row, "thing")):
            yield from _told(("state", _text(row, "state")), thing, indexed, passages=True)
    for row in ask(_query("moments")):
        if thing := indexed.things.get(_text(row, "thing")):
            if status := _text(row, "status"):
                yield from _told(("status", status), thing, indexed, passages=True)
            for year in _years(_text(row, "earliest"), _text(row, "latest")):
                dated.add(thing)
                yield ("year", year), thing
    yield from _of_articles(ask, indexed, dated)


def _of_articles(ask: Ask, indexed: _Indexed, dated: set[int]) -> Iterator[tuple[_Key, int]]:
    """Yield outlets, and the years of what has none of its own, from articles."""
    of: dict[str, list[_Key]] = defaultdict(list)
    for row in ask(_query("sources")):
        if outlet := _text(row, "outlet"):
            of[_text(row, "article")].append(("outlet", outlet))
        if issued := _text(row, "issued"):
            of[_text(row, "article")].append(("year", issued[:4]))
    for article, keys in of.items():
        yield from ((key, indexed.things[article]) for key in keys if article in indexed.things)
    for number, article in indexed.articles.items():
        yield from ((key, number) for key in of.get(article, ()))
    for number, passages in indexed.told.items():
        for key in {key for passage in passages for key in of.get(indexed.articles[passage], ())}:
            if key[0] == "outlet" or number not in dated:
                yield key, number


def _told(key: _Key, number: int, indexed: _Indexed, *, passages: bool) -> Iterator[tuple[_Key, int]]:
    yield key, number
    if passages:
        yield from ((key, passage) for passage in indexed.told[number])


def _aspect(key: _Key, found: BitMap, labels: Mapping[str, str], *, is_general: bool) -> Aspect:
    facet, term = key
    if not term.startswith(ONTOLOGY):
        value = term.rpartition("/")[2]
        return Aspect(facet, value, term, labels.get(term, value), found)
    label = str(TERMS.value(URIRef(term), RDFS.label) or term)
    return Aspect(facet, segment(URIRef(term)), term, label, found, is_general)


def _years(earliest: str, latest: str) -> tuple[str, ...]:
    years = [int(day[:4]) for day in (earliest, latest) if day[:4].isdecimal()]
    if not years:
        return ()
    return tuple(f"{year:04}" for year in range(min(years), min(max(years), min(years) + _SPAN) + 1))


def _query(name: str) -> Query:
    return queries.read(_QUERIES / f"{name}.rq")


def _text(row: Row, name: str) -> str:
    return str(getattr(row[name], "value", ""))
