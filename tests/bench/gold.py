"""Which claims are right, by gold articles and the matching of `score.py` beside them.

A claim is right where its record is matched with a record of the gold file and the gold record has its
value: the actor among those who take part, speak, are bound or signed; the same bound of its dates, the same
status, a place of the same name, the statement that is denied, the speaker in a chain of reporters, words in
quotation marks or not, a provision. The claim of a class is right where the record (the actor, the office) is
matched; of an actor's name, where the gold actor has it. What gold files do not tell (codes, topics,
addressees) is not judged, nor are records that count neither way. What an article tells in several sentences
is judged once, by the first: else one mistake that is told ten times would count ten times.
"""

import collections
import hashlib
import importlib.util
import json
import multiprocessing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pyoxigraph
from rdflib import RDF, URIRef

from kg import emit, extract, links, readers, resolve, text
from kg.extract import _confidence
from kg.model import Claim, Extraction, Node, Resolution, Value
from kg.resolve import ledger
from kg.vocab import DIP, superproperties

BASE = "https://w3id.org/communique/"


@dataclass(frozen=True)
class Judged:
    """A claim, what tells how sure it is, and whether it is right.

    Attributes:
        file: the article.
        features: as the extraction has them.
        is_right: whether gold says so.
        claim: the claim, with the confidence that it has now.
    """

    file: str
    features: tuple[str, ...]
    is_right: bool
    claim: Claim


Extracting = Callable[[Path], tuple[Extraction, list[tuple[tuple[str, ...], Claim]]]]


def judge(articles: Path, gold: Path, extracting: Extracting | None = None) -> list[Judged]:
    """Return every claim on a folder of articles that its gold files judge, in the order of the articles.

    `extracting` tells what an article tells, and of which claims with which features; None for the rules.
    """
    with multiprocessing.get_context("fork").Pool() as pool:
        found = pool.map(extracting or _extract, sorted(articles.glob("*.txt")), chunksize=2)
    extractions = tuple(extraction for extraction, _ in found)
    resolution = links.run(resolve.run(extractions, ledger.parse("", "ledger"), BASE))
    score = _module(gold.parent.parent / "score.py")
    graph = _graph(score, resolution, extractions)
    judged = []
    for extraction, told in found:
        path = gold / f"{Path(extraction.article.file).stem}.json"
        if path.exists():
            judge = _Judge(score, graph, path, articles / extraction.article.file, resolution)
            once = {(c.subject, c.predicate, c.object): (f, c) for f, c in reversed(told)}
            rights = ((f, c, judge.is_right(c)) for f, c in reversed(once.values()))
            judged += [Judged(path.stem, f, right, c) for f, c, right in rights if right is not None]
    return judged


def _extract(path: Path) -> tuple[Extraction, list[tuple[tuple[str, ...], Claim]]]:
    reading = text.read(readers.read(path))
    extraction = extract.run(reading)
    seen = _confidence.sight(reading, extraction.claims)
    return extraction, [(f, c) for c in extraction.claims if (f := _confidence.features(seen, c))]


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: expected the program that scores, found none")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _graph(score: ModuleType, resolution: Resolution, extractions: tuple[Extraction, ...]) -> Any:
    """Return the graph as the scoring program holds it, without the time that parsing by rdflib takes."""
    told = tuple(e.article for e in extractions)
    lines = emit.lines(resolution, told, BASE, {a.file: hashlib.sha256(b"").hexdigest() for a in told})
    graph = score.Graph.__new__(score.Graph)
    graph.out = collections.defaultdict(lambda: collections.defaultdict(list))
    triples = pyoxigraph.parse("\n".join(lines), format=pyoxigraph.RdfFormat.N_TRIPLES)
    for s, p, o in sorted((q.subject.value, q.predicate.value, q.object.value) for q in triples):
        graph.out[s][p].append(o)
    graph.claims, graph.bad_quotes = collections.defaultdict(list), 0
    for properties in list(graph.out.values()):
        if str(DIP.Claim) in properties[score.RDF + "type"]:
            triple = tuple(properties[score.RDF + k][0] for k in ("subject", "predicate", "object"))
            for passage in properties[str(DIP.passage)]:
                for article in graph.out[passage][str(DIP.article)]:
                    file = graph.out[article][str(DIP.file)][0]
                    graph.claims[file].append((*triple, passage))
    return graph


class _Judge:
    """What the gold file of one article says of its claims."""

    def __init__(
        self, score: ModuleType, graph: Any, gold: Path, article: Path, resolution: Resolution
    ) -> None:
        self._score, self._graph, self._iris = score, graph, resolution.iris
        self._text = score.Text(article.read_text(encoding="utf-8"))
        self._gold = score.from_gold(gold, self._text)
        self._direct = {s["id"]: s["direct"] for s in json.loads(gold.read_text())["statements"]}
        found = graph.records(article.name, self._text)
        self._nodes = _nodes(score, graph, article.name, found)
        matched = _compare(score, self._gold, found, article.name, self._text)
        self._actors = {b["id"]: a for a, b in matched["actors"]}
        self._loose = {b["id"]: a["id"] for a, b in matched["actors"]}
        for node, actor in found["actors"].items():
            for identity, other in self._gold["actors"].items():
                if node not in self._loose and actor["names"] & other["names"]:
                    self._loose[node] = identity
        self._of = {self._nodes[id(b)]: a for layer in _RECORDS for a, b in matched[layer]}
        self._spared = {self._nodes[id(b)] for b in matched["spared"] if id(b) in self._nodes}
        self._found_actors = found["actors"]

    def is_right(self, claim: Claim) -> bool | None:
        """Return whether a claim is right, None where gold does not judge it."""
        iri = self._iris[claim.subject]
        if DIP.Actor in _classes(claim.subject):
            return self._is_actor(iri, claim)
        if claim.predicate == DIP.reports:
            return self._is_reported(claim)
        if (
            iri in self._spared
            or claim.predicate not in _confidence.JUDGED
            or iri not in self._nodes.values()
        ):
            return None
        gold = self._of.get(iri)
        if gold is None or gold.get("optional"):
            return False if gold is None else None
        return self._agrees(claim, gold)

    def _is_actor(self, iri: str, claim: Claim) -> bool | None:
        if iri not in self._found_actors:
            return None
        gold = self._actors.get(iri)
        if gold is not None and gold["optional"]:
            return None
        if gold is None or claim.predicate == RDF.type:
            return gold is not None
        return isinstance(claim.object, Value) and self._score.plain(claim.object.text) in gold["names"]

    def _is_reported(self, claim: Claim) -> bool | None:
        inner = self._iris[claim.object] if isinstance(claim.object, Node) else ""
        gold = self._of.get(inner)
        if inner in self._spared or inner not in self._nodes.values():
            return None
        said = [
            o
            for s, p, o, _ in self._graph.claims[f"{claim.subject.article}"]
            if s == self._iris[claim.subject] and p == str(DIP.speaker)
        ]
        via = {v for chain in gold["via"] for v in chain} if gold else set()
        return bool(via & {self._loose.get(o, o) for o in said})

    def _agrees(self, claim: Claim, gold: dict[str, Any]) -> bool | None:
        """Return whether a value is that of the gold record with which its record is matched."""
        term, value = claim.predicate, claim.object
        if term == RDF.type or term in (DIP.title, DIP.of, DIP.holder):
            return (
                True if "type" not in gold or claim.subject.kind != DIP.Denial else gold["type"] == "Denial"
            )
        if isinstance(value, Node):
            return self._is_thing(term, self._iris[value], value, gold)
        if term == DIP.status:
            return str(value).rpartition("#")[2] == gold["status"]
        if term == DIP.mode:
            return (value == DIP.Direct) == self._direct[gold["id"]]
        if term in (DIP.earliest, DIP.latest) and isinstance(value, Value) and "dates" in gold:
            return value.text == gold["dates"][term == DIP.latest]
        return None

    def _is_thing(self, term: URIRef, iri: str, node: Node, gold: dict[str, Any]) -> bool | None:
        if term == DIP.place:
            return bool(gold["place"] & self._graph.names(iri))
        if term == DIP.denies:
            aim = self._of.get(iri)
            return not gold["denies"] or (aim is not None and aim["id"] in gold["denies"])
        if term == DIP.provision:
            where = [tuple(map(int, node.key.rpartition(":")[2].split("-")))]
            return any(self._text.near(point, where) for point in gold["provisions"])
        is_role = {DIP.participant, DIP.speaker, DIP.party, DIP.signatory} & set(superproperties(term))
        return self._loose.get(iri, iri) in gold["who"] if is_role else None


_RECORDS = ("roles", "events", "statements", "agreements")


def _classes(node: Node) -> set[URIRef]:
    return {DIP.Actor} if node.kind in (DIP.Person, DIP.State, DIP.Organization, DIP.Group) else set()


def _compare(
    score: ModuleType, gold: dict[str, Any], found: dict[str, Any], file: str, text: Any
) -> dict[str, Any]:
    """Return the pairs that the scoring program matches, seen as it calls its own functions."""
    calls, spared, pair, absorbed = [], [], score.pair, score.absorbed

    def seen(left: list[Any], right: list[Any], likeness: Any) -> list[Any]:
        calls.append((left, result := pair(left, right, likeness)))
        return result

    def taken(*args: Any) -> list[Any]:
        spared.extend(result := absorbed(*args))
        return result

    score.pair, score.absorbed = seen, taken
    try:
        count, errors = collections.defaultdict(collections.Counter), collections.defaultdict(list)
        score.compare(gold, found, count, errors, file, text)
    finally:
        score.pair, score.absorbed = pair, absorbed
    matched = {layer: next(r for left, r in calls if left is gold[layer]) for layer in _RECORDS}
    return {**matched, "actors": calls[0][1], "spared": spared}


def _nodes(score: ModuleType, graph: Any, file: str, found: dict[str, Any]) -> dict[int, str]:
    """Return the IRI of each found record by its identity: they stand in the order of their IRIs."""
    said = collections.defaultdict(set)
    for s, p, o, _ in graph.claims[file]:
        said[s].add((p.rpartition("#")[2], o))
    named = {r["id"]: r for r in found["statements"]}
    kept: dict[int, str] = {id(r): iri for iri, r in named.items()}
    others = [s for s in sorted(said) if s not in named]
    for layer, wanted in (("roles", "holder"), ("agreements", "Agreement"), ("events", "participant")):
        iris = list(_told(graph, said, others, wanted, score.EVENT_TYPES))
        if len(iris) != len(found[layer]):
            raise SystemExit(f"{file}: expected {len(iris)} {layer}, found {len(found[layer])}")
        kept |= {id(r): iri for r, iri in zip(found[layer], iris, strict=True)}
    return kept


def _told(
    graph: Any, said: dict[str, set[tuple[str, str]]], iris: list[str], wanted: str, types: set[str]
) -> Iterator[str]:
    for iri in iris:
        kinds, terms = graph.kinds(iri), [p for p, _ in said[iri]]
        if "Tenure" in kinds:
            yield from [iri] * (terms.count("holder") if wanted == "holder" else 0)
        elif "Statement" not in kinds and "Agreement" in kinds:
            yield from [iri] * (wanted == "Agreement")
        elif kinds & types and "participant" in terms and "Statement" not in kinds:
            yield from [iri] * (wanted == "participant")
