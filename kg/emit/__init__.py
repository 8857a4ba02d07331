"""Write a resolution as sorted N-Triples: the flat layer, and beside it the cited claims."""

import hashlib
import heapq
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import PurePath

from rdflib import DCTERMS, RDF, RDFS, SKOS

from kg.emit import derive, dyads, levels
from kg.emit.cited import Citations
from kg.emit.ntriples import iri, line, literal
from kg.emit.sides import Told
from kg.iris import segment, slug
from kg.model import Article, Resolution, Span, Value
from kg.vocab import DIP

Block = tuple[str, set[str]]  # a subject and lines about it
GONE = "No source that is read tells of it now."


def lines(
    resolution: Resolution, articles: Iterable[Article], base: str, hashes: Mapping[str, str]
) -> Iterator[str]:
    """Yield the graph line by line: sorted, each line once, subject after subject.

    `hashes` has the SHA-256 of each article's file by its name; without one that of the text is told.
    """
    texts = {a.file: a for a in articles}
    told = Told(resolution)
    resolution = levels.added(dyads.added(resolution, told, base), told)
    citations = Citations(resolution, base, derive.whole(resolution))
    parts = (
        _flat(citations),
        _claims(citations),
        _sorted((name, _passage(name, texts[file], span, base)) for name, (file, span) in citations.places()),
        _sorted((_home(a.file, base), _article(a, base, hashes)) for a in texts.values()),
        _sorted((old, _moved(old, new)) for old, new in resolution.redirects),
        _sorted((name, _gone(name, words)) for name, words in resolution.gone),
    )
    for _, blocks in groupby(heapq.merge(*parts, key=itemgetter(0)), key=itemgetter(0)):
        yield from sorted(set().union(*(block for _, block in blocks)))


def _flat(citations: Citations) -> Iterator[Block]:
    """Yield the flat layer: each triple once, however many claims it has."""
    triples = sorted({cited.triple for cited in citations.claims.values() if cited.flat})
    for subject, found in groupby(triples, key=itemgetter(0)):
        yield subject, {line(*triple) for triple in found}


def _claims(citations: Citations) -> Iterator[Block]:
    rivals = citations.rivals()
    for name in sorted(citations.claims):
        yield iri(name), citations.lines(name, rivals)


def _sorted(blocks: Iterable[Block]) -> Iterator[Block]:
    return iter(sorted(((iri(name), found) for name, found in blocks), key=itemgetter(0)))


def _moved(old: str, new: str) -> set[str]:
    return {line(iri(old), iri(str(DCTERMS.isReplacedBy)), iri(new))}


def _home(file: str, base: str) -> str:
    return f"{base}{segment(DIP.Article)}/{slug(PurePath(file).stem)}"


def _passage(name: str, article: Article, span: Span, base: str) -> set[str]:
    told = (
        (RDF.type, iri(str(DIP.Passage))),
        (DIP.article, iri(_home(article.file, base))),
        (DIP.start, literal(Value(str(span.start), "integer"))),
        (DIP.end, literal(Value(str(span.end), "integer"))),
        (DIP.quote, literal(Value(article.text[span.start : span.end]))),
    )
    return {line(iri(name), iri(str(term)), thing) for term, thing in told}


def _article(article: Article, base: str, hashes: Mapping[str, str]) -> set[str]:
    """Return what an article's file itself tells; the rest of what is known of it is claimed."""
    found = hashes.get(article.file) or hashlib.sha256(article.text.encode()).hexdigest()
    told = (
        (RDF.type, iri(str(DIP.Article))),
        (DIP.file, literal(Value(article.file))),
        (DIP.sha256, literal(Value(found))),
    )
    return {line(iri(_home(article.file, base)), iri(str(term)), thing) for term, thing in told}


def _gone(name: str, words: str) -> set[str]:
    told = ((RDFS.label, words), (SKOS.historyNote, GONE))
    return {line(iri(name), iri(str(term)), literal(Value(text))) for term, text in told}
