"""Small articles with what people and what a graph tell of them, for the tests of evaluating."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.emit import ntriples
from kg.model import Value

BASE = "https://w3id.org/communique/"
DIP = f"{BASE}ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
OTHER_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
Gold = dict[str, Any]
Row = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """An article.

    Attributes:
        text: its words.
        gold: what people tell of it.
        things: of the graph: path, and classes (with spaces between) with names.
        told: claims of the graph: path, local name of the property, value, and the words it rests on.
    """

    text: str
    gold: Gold
    things: Mapping[str, tuple[str, ...]]
    told: tuple[Row, ...]

    def lines(self, file: str) -> Iterator[str]:
        """Yield the graph, as N-Triples."""
        article = iri(f"article/{Path(file).stem}")
        yield ntriples.line(article, term("file"), f'"{file}"')
        for path, (kinds, *names) in self.things.items():
            yield from (ntriples.line(iri(path), f"<{RDF}type>", term(kind)) for kind in kinds.split())
            for place, name in enumerate(names):
                yield ntriples.line(iri(path), f"<{OTHER_LABEL if place else LABEL}>", string(name))
        for row in self.told:
            yield from self._claim(row, file, article)

    def _claim(self, row: Row, file: str, article: str) -> Iterator[str]:
        subject, name, value, words = row
        start = self.text.index(words)
        claim = iri(f"claim/{hashlib.sha256(' '.join((file, *row)).encode()).hexdigest()[:12]}")
        passage = iri(f"passage/{Path(file).stem}/{start}-{start + len(words)}")
        thing = iri(value) if value in self.things else term(value) if name == "status" else string(value)
        yield ntriples.line(iri(subject), term(name), thing)
        yield ntriples.line(claim, f"<{RDF}type>", term("Claim"))
        for part, what in (("subject", iri(subject)), ("predicate", term(name)), ("object", thing)):
            yield ntriples.line(claim, f"<{RDF}{part}>", what)
        yield ntriples.line(claim, term("passage"), passage)
        yield ntriples.line(passage, term("article"), article)
        yield ntriples.line(passage, term("start"), string(str(start)))
        yield ntriples.line(passage, term("end"), string(str(start + len(words))))
        yield ntriples.line(passage, term("quote"), string(words))


def iri(path: str) -> str:
    """Return a thing of ours as a term."""
    return ntriples.iri(BASE + path)


def term(name: str) -> str:
    """Return a term of the ontology."""
    return f"<{DIP}{name}>"


def string(text: str) -> str:
    """Return a string as a term."""
    return ntriples.literal(Value(text))


def write(examples: Mapping[str, Example], folder: Path) -> tuple[Path, Path, Path]:
    """Write the articles, their gold files and one graph of all; return the places."""
    articles, gold, graph = folder / "articles", folder / "gold", folder / "graph.nt"
    articles.mkdir(parents=True)
    gold.mkdir()
    lines: set[str] = set()
    for stem, example in examples.items():
        (articles / f"{stem}.txt").write_text(example.text)
        (gold / f"{stem}.json").write_text(json.dumps(example.gold))
        lines |= set(example.lines(f"{stem}.txt"))
    graph.write_text("".join(f"{line}\n" for line in sorted(lines)))
    return articles, gold, graph


def gold(**layers: list[Gold]) -> Gold:
    """Return what a gold file holds."""
    return {"actors": [], "events": [], "statements": [], "agreements": []} | layers


def actor(id: str, kind: str, *names: str, **more: object) -> Gold:  # noqa: A002 - as the files have it
    """Return an actor of a gold file."""
    return {"id": id, "type": kind, "names": list(names), "roles": []} | more


def event(id: str, kind: str, who: str, words: str, **more: object) -> Gold:  # noqa: A002
    """Return an event of a gold file: by the ids of those who take part, with spaces between."""
    record = {"id": id, "type": kind, "participants": who.split(), "evidence": [words], "place": []}
    return record | {"earliest": None, "latest": None, "status": "Occurred"} | more


def saying(id: str, speaker: str, words: str, **more: object) -> Gold:  # noqa: A002
    """Return a statement of a gold file."""
    record = {"id": id, "speaker": speaker.split(), "kind": "Statement", "reporter": [], "evidence": words}
    return record | {"direct": False} | more


def agreement(id: str, parties: str, words: str, **more: object) -> Gold:  # noqa: A002
    """Return an agreement of a gold file."""
    record = {"id": id, "names": [], "parties": parties.split(), "signatories": [], "evidence": [words]}
    return record | {"earliest": None, "latest": None, "status": "Occurred", "provisions": []} | more
