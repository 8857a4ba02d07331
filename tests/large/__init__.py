"""A graph of any size with the shape of a real build, invented by a seed, for benchmarks and tests.

`make(data, claims)` writes it as a build that the service serves: stories of meetings, visits, calls, actions
and statements, each told by one to six outlets in articles with texts, passages and claims; actors, places
and topics are named as often as in the news, the first ones in a good part of all articles. A claim comes
with 8 to 9 triples. States, outlets, places and topics are those of the registry, persons are invented. The
same claims and seed give the same graph, byte for byte. All of it is written as it comes: memory grows with
the number of persons and of articles' names alone.
"""

import hashlib
import json
import random
from collections.abc import Mapping
from pathlib import Path

from rdflib.namespace import VOID

from kg.emit.ntriples import iri, literal
from kg.iris import METADATA
from kg.model import Value
from kg.store import articles, loading
from large.press import Press
from large.stories import Stories
from large.world import BASE, World

SEED = 7


def make(data: Path, claims: int, seed: int = SEED) -> Path:
    """Write a build of so many claims below a data folder, put it into service, and return its place."""
    folder = data / "builds" / hashlib.sha256(f"{claims} {seed}".encode()).hexdigest()[:16]
    folder.mkdir(parents=True)
    press = write(folder, claims, seed)
    (folder / loading.METADATA).write_text(_metadata(press.kinds), encoding="utf-8")
    (folder / "manifest.json").write_text(json.dumps(_manifest(press)), encoding="utf-8")
    loading.load(folder)
    loading.index(folder)
    link = data / "next"
    link.symlink_to(folder)
    link.rename(data / "current")
    return folder


def write(folder: Path, claims: int, seed: int = SEED) -> Press:
    """Write `graph.nt` and the texts of the articles into a folder, and return what was counted."""
    lot = random.Random(seed)
    # A corpus ten times as large names three times as many persons.
    stories = Stories(lot, World(lot, max(40, round(3 * claims**0.5))))
    with (folder / "graph.nt").open("w", encoding="utf-8") as graph:
        press = Press(graph.write, lambda file, text: articles.keep(folder, file, text), lot)
        while press.claims < claims:
            press.publish(stories.one())
        press.close()
    return press


def _metadata(kinds: Mapping[str, int]) -> str:
    """Return how many things of each class there are, as the first page reads it."""
    graph, lines = iri(BASE + METADATA), []
    for number, (kind, count) in enumerate(sorted(kinds.items())):
        part = iri(f"{BASE}void#part-{number}")
        amount = literal(Value(str(count), "integer"))
        lines.append(f"{part} {iri(str(VOID['class']))} {kind} {graph} .\n")
        lines.append(f"{part} {iri(str(VOID.entities))} {amount} {graph} .\n")
    return "".join(lines)


def _manifest(press: Press) -> dict[str, object]:
    counts = {kind[1:-1].rpartition("#")[2]: count for kind, count in sorted(press.kinds.items())}
    return {"base": BASE, "counts": counts, "sources": []}
