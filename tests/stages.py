"""Stages as small as can be, for the tests of building: an article is its words, and is told as it stands."""

import ctypes
import os
import shutil
import signal
import threading
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from kg import readers
from kg.build import Order, Stages
from kg.errors import CheckError, RegistryError
from kg.model import Article, Decision, Extraction, Resolution
from kg.readers import Item
from kg.resolve.ledger import Ledger
from kg.sssom import Mapping as Row

BASE = "https://w3id.org/communique/"


def convert(item: Item) -> Extraction:
    """Take an article as it is; note beside the folder that it was converted."""
    with (Path(item.place).parent.parent / "converted").open("a") as log:
        log.write(f"{item.file}\n")
    return Extraction(Article(item.file, item.content.decode()), ())


def read(item: Item) -> Extraction:
    """Read an article, and find nothing in it."""
    return Extraction(readers.article(item), ())


def lane(item: Item) -> Extraction:
    """Tell of an article on how many cores its process may compute."""
    library = ctypes.CDLL(None)  # asked as the library that computes asks, not as Python does
    library.getenv.restype = ctypes.c_char_p
    return Extraction(Article(item.file, (library.getenv(b"OMP_NUM_THREADS") or b"all").decode()), ())


def die(*_: object) -> NoReturn:
    """Be killed, as when the power fails."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def stumble(item: Item) -> NoReturn:
    """Err, as code does that has a slip."""
    raise ZeroDivisionError(item.file)


def suffer(item: Item) -> Extraction:
    """Do with an article what its words say."""
    match item.content.decode().split():
        case ["die"]:
            die()
        case ["stumble"]:
            stumble(item)
        case ["swell"]:
            return Extraction(Article(item.file, "a" * 2 * 10**9), ())
        case ["once"] if not (mark := Path(item.place).parent.parent / "died").exists():
            mark.touch()
            die()
        case ["stay"]:
            threading.Event().wait()
        case ["registry"]:
            raise RegistryError("states.tsv: expected a row, found none")
    return convert(item)


def resolve(extractions: tuple[Extraction, ...], ledger: Ledger, base: str) -> Resolution:
    """Name each article by its file, and have the ledger gain a row for each that is new."""
    names = {base + e.article.file: e.article.text for e in extractions}
    known = {decision.iri for decision in ledger.decisions}
    stems = [f"article/{Path(e.article.file).stem}" for e in extractions]
    rows = tuple(Decision(stem, "names", stem) for stem in stems if stem not in known)
    return Resolution({}, names, (), decisions=rows)


def link(resolution: Resolution, decisions: tuple[Row, ...], _base: str) -> Resolution:
    """Link nothing; tell each decision as a thing of its own."""
    return replace(resolution, labels=resolution.labels | {row.subject: row.object for row in decisions})


def emit(
    resolution: Resolution, articles: tuple[Article, ...], base: str, hashes: Mapping[str, str]
) -> list[str]:
    """Tell each article's text."""
    assert sorted(hashes) == [article.file for article in articles]
    return [f'<{iri}> <{base}text> "{text}" .' for iri, text in sorted(resolution.labels.items())]


def check(graph: bytes, texts: dict[str, str]) -> None:
    """Refuse a text that says so."""
    if "broken" in graph.decode():
        raise CheckError(f"expected a sound graph of {len(texts)} articles, found a broken one")


def load(place: Path) -> None:
    """Make a store of one file."""
    shutil.copy(place / "graph.nt", place / "store")


STAGES = Stages("stages:convert", resolve, link, emit, check, load)


def order_in(folder: Path) -> Order:
    """Return an order to build two articles."""
    sources = folder / "sources"
    sources.mkdir()
    (sources / "a.txt").write_text("They met.")
    (sources / "b.txt").write_text("They parted.")
    return Order((sources,), folder / "data", BASE, jobs=1)


def converted(order: Order) -> list[str]:
    """Return the articles that were converted since this was last asked."""
    log = order.to.parent / "converted"
    names = log.read_text().split() if log.exists() else []
    log.unlink(missing_ok=True)
    return sorted(names)
