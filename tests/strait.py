"""The graph of tests/graphs/strait as a build: its flat triples, and a claim with its passage for each."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from kg.emit import metadata
from kg.store import articles, loading
from kg.store.prologue import PREFIXES
from kg.text.sentences import split
from kg.vocab import DIP

Triple = tuple[Node, Node, Node]
BASE = "https://w3id.org/communique/"
TURTLE = "@prefix dip: <https://w3id.org/communique/ontology#> . @prefix : <> . "
TURTLE += "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
FOLDER = Path(__file__).parent / "graphs" / "strait"
EVIDENCE, TELLINGS = FOLDER / "evidence.tsv", FOLDER / "tellings.tsv"
FILES = {
    "harbour-post": "harbour-post.txt",
    "northern-wire": "northern-wire.txt",
    "ardenia-today": "ardenia-today.html",
}
SELECTION = {
    "articles": 3,
    "articles without any event": 1,
    "articles without any record": 0,
    "sentences": 21,
    "sentences left unread": {"byline": 2, "share": 4},
    "sentences without any find": 5,
}


def make(data: Path) -> Path:
    """Write the build below a data folder, put it into service, and return the data folder."""
    graph = Graph().parse(FOLDER / "flat.ttl")
    for thing, article, sentence, telling in _lines(EVIDENCE, 4):
        triples = [t for t in graph.triples((URIRef(BASE + thing), None, None)) if t[1] != DIP.deniedBy]
        _cite(graph, triples, _passage(graph, article, sentence), telling)
    for thing, article, sentence, telling, told in _lines(TELLINGS, 5):
        triples = list(Graph().parse(data=f"{TURTLE}<{thing}> {told} .", format="turtle", publicID=BASE))
        _cite(graph, triples, _passage(graph, article, sentence), telling)
    lines = sorted(graph.serialize(format="nt").splitlines())
    body = "".join(f"{line}\n" for line in lines if line)
    folder = data / "builds" / hashlib.sha256(body.encode()).hexdigest()[:12]
    folder.mkdir(parents=True)
    (folder / "graph.nt").write_text(body, encoding="utf-8")
    told = metadata.lines(body.encode(), BASE, PREFIXES)
    (folder / loading.METADATA).write_text("".join(f"{line}\n" for line in told), encoding="utf-8")
    (folder / "manifest.json").write_text(json.dumps({"selection": SELECTION}), encoding="utf-8")
    for article, file in FILES.items():
        articles.keep(folder, file, _text(article))
        articles.keep_sentences(folder, file, _sentences(article))
    loading.load(folder)
    loading.index(folder)
    (data / "current").symlink_to(folder)
    return data


def _lines(file: Path, columns: int) -> Iterator[list[str]]:
    """Yield the cells of a table below its first line; those that a line leaves out are empty."""
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        cells = line.split("\t")
        yield cells + [""] * (columns - len(cells))


def _passage(graph: Graph, article: str, sentence: str) -> URIRef:
    start = _text(article).index(sentence)
    end = start + len(sentence)
    source, passage = URIRef(f"{BASE}article/{article}"), URIRef(f"{BASE}passage/{article}/{start}-{end}")
    graph.add((passage, RDF.type, DIP.Passage))
    graph.add((passage, DIP.article, source))
    graph.add((passage, DIP.start, Literal(start)))
    graph.add((passage, DIP.end, Literal(end)))
    graph.add((passage, DIP.quote, Literal(sentence)))
    return passage


def _cite(graph: Graph, triples: list[Triple], passage: URIRef, telling: str) -> None:
    """Add a claim for each triple, according to a thing where one is told."""
    for s, p, o in triples:
        mark = hashlib.sha256(f"{s} {p} {o} {passage}".encode()).hexdigest()[:12]
        claim = URIRef(f"{BASE}claim/{mark}")
        graph.add((claim, RDF.type, DIP.Claim))
        graph.add((claim, RDF.subject, s))
        graph.add((claim, RDF.predicate, p))
        graph.add((claim, RDF.object, o))
        graph.add((claim, DIP.passage, passage))
        graph.add((claim, DIP.rule, Literal("by-hand")))
        graph.add((claim, DIP.confidence, Literal("0.9", datatype=XSD.decimal)))
        if telling:
            graph.add((claim, DIP.accordingTo, URIRef(BASE + telling)))
        if p == DIP.earliest and "on Tuesday" in str(graph.value(passage, DIP.quote)):
            graph.add((claim, DIP.phrase, Literal("on Tuesday")))


def _sentences(article: str) -> Iterator[articles.Sentence]:
    """Yield what became of each sentence: found where evidence cites its words, or unread as a byline."""
    text = _text(article)
    cited = [line.split("\t")[2] for line in EVIDENCE.read_text(encoding="utf-8").splitlines()[1:]]
    for sentence in split(text):
        words = text[sentence.start : sentence.end]
        told = any(quote in words or words in quote for quote in cited)
        became = articles.FOUND if told else "byline" if words.startswith("By ") else articles.NOTHING
        yield articles.Sentence(sentence.start, sentence.end, became)


def _text(article: str) -> str:
    return (FOLDER / "articles" / f"{article}.txt").read_text(encoding="utf-8")
