"""A graph of any size with the shape of a real build, invented by a seed, for benchmarks and tests.

`make(data, claims)` writes it as a build that the service serves: stories of meetings, visits, calls, actions
and statements, each told by one to six outlets in articles with texts, passages and claims; actors, places
and topics are named as often as in the news, the first ones in a good part of all articles. A claim comes
with 8 to 9 triples. States, outlets, places and topics are those of the registry, persons are invented. The
same claims and seed give the same graph, byte for byte. Its lines are sorted and counted as a build's are, so
that a million claims (8.7 million lines) take some 7 GB of memory.
"""

import hashlib
import json
import random
from pathlib import Path

from kg.emit import metadata
from kg.store import articles, loading
from kg.store.prologue import PREFIXES
from large.press import Press
from large.stories import Stories
from large.world import BASE, World

SEED = 7


def make(data: Path, claims: int, seed: int = SEED) -> Path:
    """Write a build of so many claims below a data folder, put it into service, and return its place."""
    folder = data / "builds" / hashlib.sha256(f"{claims} {seed}".encode()).hexdigest()[:16]
    folder.mkdir(parents=True)
    press = write(folder, claims, seed)
    _describe(folder)
    (folder / "manifest.json").write_text(json.dumps(_manifest(press)), encoding="utf-8")
    loading.load(folder)
    loading.index(folder)
    link = data / "next"
    link.symlink_to(folder)
    link.rename(data / "current")
    return folder


def write(folder: Path, claims: int, seed: int = SEED) -> Press:
    """Write `graph.nt`, sorted, and the texts of the articles into a folder, and return what was counted."""
    lot = random.Random(seed)
    # A corpus ten times as large names three times as many persons.
    stories = Stories(lot, World(lot, max(40, round(3 * claims**0.5))))
    with (folder / "graph.nt").open("w", encoding="utf-8") as graph:
        press = Press(graph.write, lambda file, text: articles.keep(folder, file, text), lot)
        while press.claims < claims:
            press.publish(stories.one())
        press.close()
    lines = sorted((folder / "graph.nt").read_bytes().splitlines(keepends=True))
    (folder / "graph.nt").write_bytes(b"".join(lines))
    return press


def _describe(folder: Path) -> None:
    """Write how much a graph has of each class and property."""
    graph = (folder / "graph.nt").read_bytes()
    with (folder / loading.METADATA).open("w", encoding="utf-8") as told:
        told.writelines(f"{line}\n" for line in metadata.lines(graph, BASE, PREFIXES))


def _manifest(press: Press) -> dict[str, object]:
    counts = {kind[1:-1].rpartition("#")[2]: count for kind, count in sorted(press.kinds.items())}
    return {"base": BASE, "counts": counts, "sources": []}
