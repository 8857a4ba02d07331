"""The claims of a graph as its file has them: a million are read in 10 s, where the engine needs 100."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from rdflib import DCTERMS, RDF

from kg.store.cited import Place
from kg.store.tellings import Telling
from kg.vocab import DIP

_SUBJECT, _PREDICATE, _OBJECT = (f"<{term}>" for term in (RDF.subject, RDF.predicate, RDF.object))
_PASSAGE, _ARTICLE, _WORD = (f"<{term}>" for term in (DIP.passage, DIP.article, DIP.accordingTo))
_START, _END, _ISSUED = (f"<{term}>" for term in (DIP.start, DIP.end, DCTERMS.issued))
_OF_PASSAGES = frozenset((_ARTICLE, _START, _END, _ISSUED))
_OF_CLAIMS = frozenset((_SUBJECT, _PREDICATE, _OBJECT, _PASSAGE, _WORD))


def tellings(graph: Path) -> Iterator[Telling]:
    """Yield what each claim tells, for each article that it is drawn from; what no article tells is left out.

    Args:
        graph: N-Triples, one a line; all of a claim stand together, as sorted lines do.
    """
    articles = {passage: article[1:-1] for passage, _, article in _lines(graph, frozenset((_ARTICLE,)))}
    for claim, lines in groupby(_lines(graph, _OF_CLAIMS), key=itemgetter(0)):
        found: dict[str, list[str]] = {}
        for _, term, thing in lines:
            found.setdefault(term, []).append(thing)
        if _SUBJECT in found and _PREDICATE in found and _OBJECT in found:
            word = found[_WORD][0][1:-1] if _WORD in found else None
            for article in dict.fromkeys(articles[p] for p in found.get(_PASSAGE, ()) if p in articles):
                yield found[_SUBJECT][0], found[_PREDICATE][0], found[_OBJECT][0], article, word, claim[1:-1]


def passages(graph: Path) -> Iterator[tuple[str, str]]:
    """Yield what each claim leads from and to with each of its passages; values are told as they stand."""
    of_passages = frozenset((_SUBJECT, _OBJECT, _PASSAGE))
    for _, lines in groupby(_lines(graph, of_passages), key=itemgetter(0)):
        found = tuple(lines)
        quoted = [thing[1:-1] for _, term, thing in found if term == _PASSAGE]
        yield from ((thing[1:-1], each) for _, term, thing in found if term != _PASSAGE for each in quoted)


def subjects(graph: Path) -> Iterator[tuple[str, str]]:
    """Yield what each claim is about with each of its passages."""
    for _, lines in groupby(_lines(graph, frozenset((_SUBJECT, _PASSAGE))), key=itemgetter(0)):
        found = tuple(lines)
        quoted = [thing[1:-1] for _, term, thing in found if term == _PASSAGE]
        yield from ((thing[1:-1], each) for _, term, thing in found if term == _SUBJECT for each in quoted)


def places(graph: Path) -> dict[str, Place]:
    """Return where each passage stands."""
    days: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for subject, term, thing in _lines(graph, _OF_PASSAGES):
        if term == _ISSUED:
            days[subject] = thing.partition('"')[2].partition('"')[0]
        else:
            found.setdefault(subject, {})[term] = thing
    whole = ((passage, told) for passage, told in found.items() if len(told) == len(_OF_PASSAGES) - 1)
    return {
        passage[1:-1]: (
            days.get(told[_ARTICLE], ""),
            told[_ARTICLE][1:-1],
            _number(told[_START]),
            _number(told[_END]),
        )
        for passage, told in whole
    }


def _number(written: str) -> int:
    return int(written.split('"')[1])


def _lines(graph: Path, terms: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    with graph.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            subject, _, rest = line.partition(" ")
            term, _, thing = rest.partition(" ")
            if term in terms:
                yield subject, term, thing[:-3]
