"""Data sets of events beside the graph, for comparison: each a named graph in the store of a build.

DIR/compared/<hash>/
    store/          their graphs
    sets.json       what each was made of, by its name
    <name>.tsv      lines of its files that were not taken
DIR/compared/current  a link to that which builds are made with

A build never changes: what is imported stands in a new one, made of the current one. Its store begins as a
copy of `store/`, which shares its files, so that a million of their events cost a build of ours nothing.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat
from pyoxigraph import Store as Engine

from kg.build import folder, manifest
from kg.build.catalogue import digest
from kg.comparing import formats
from kg.comparing.coded import Format
from kg.comparing.reading import Reading
from kg.comparing.triples import Writer, graph
from kg.errors import ImportedError, StoreError
from kg.store import loading

FOLDER = "compared"
CHUNK = 50_000  # events that are held at a time: with their triples some 100 MB
_OWN = ("store", "manifest.json")  # what a build that is made of another has anew


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported.

    Attributes:
        files: those of one data set; they take the place of what had its name.
        format: its format.
        name: what it is called here; the last part of its graph's IRI.
        to: folder that holds the builds.
        base: base of the IRIs.
    """

    files: tuple[Path, ...]
    format: str
    name: str
    to: Path
    base: str


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import made.

    Attributes:
        told: what the manifest of a build tells of the data set.
        aside: file that lists the lines that were not taken.
        build: folder of the new build; None where there was none to make it of.
    """

    told: dict[str, object]
    aside: Path
    build: Path | None


def bring(order: Order) -> Brought:
    """Import a data set, and make a build that has it the current one.

    Raises:
        ImportedError: a file cannot be read, or nothing of it can be taken.
        KgError: another build goes on.
    """
    _check(order)
    form = formats.named(order.format)
    with folder.locked(order.to) as unfinished:
        fresh = unfinished / FOLDER
        fresh.mkdir()
        engine = Engine(str(fresh / "store"))
        others = {name: told for name, told in sets(order.to).items() if name != order.name}
        _carry(order, others, engine, fresh)
        told = _described(order, form) | _take(order, form, engine, fresh)
        engine.flush()
        del engine  # closed, or nobody else can open it
        place = _publish(order.to, fresh, {**others, order.name: told}, unfinished)
        made = _renewed(order.to, unfinished) if (order.to / "current").exists() else None
    return Brought(told, place / f"{order.name}.tsv", made)


def lines(brought: Brought) -> tuple[str, ...]:
    """Return what an import made, for a reader of a terminal."""
    told = brought.told
    days = f"{told['days']:,} days from {told['first']} to {told['last']}"
    made = str(brought.build or "no build yet: `kg build` makes one with it")
    return (
        f"{told['title']}: {told['events']:,} events, {told['dyadic']:,} between two states, {days}",
        f"{told['aside']:,} lines set aside" + (f": {brought.aside}" if told["aside"] else ""),
        f"graph <{told['graph']}>",
        made,
    )


def sets(to: Path) -> dict[str, dict[str, object]]:
    """Return what was imported, by its names."""
    file = to / FOLDER / "current" / "sets.json"
    found: dict[str, dict[str, object]] = json.loads(file.read_bytes()) if file.exists() else {}
    return found


def attach(to: Path, place: Path) -> None:
    """Let the store of a build that is to be made begin with what was imported, where something was."""
    store = to / FOLDER / "current" / "store"
    if not store.exists():
        return
    place.mkdir(exist_ok=True)
    try:
        Engine.read_only(str(store)).backup(str(place / "store"))
    except OSError as error:
        raise StoreError(f"{store}: expected a store, found: {error}", place=store) from error


def _check(order: Order) -> None:
    if not (order.name.isascii() and order.name.replace("-", "").isalnum()) or order.name == "metadata":
        raise ImportedError(f"name: expected letters, digits and hyphens, found {order.name[:40]!r}")
    for path in order.files:
        if not path.is_file():
            raise ImportedError(f"{path}: expected a file, found none")


def _carry(order: Order, others: Iterable[str], engine: Engine, fresh: Path) -> None:
    """Take over the graphs of the other data sets, with their lists of lines that were not taken."""
    old = order.to / FOLDER / "current"
    for name in others:
        shutil.copy(old / f"{name}.tsv", fresh)
        node = NamedNode(graph(order.base, name))
        file = fresh.parent / "carried.nt"
        Engine.read_only(str(old / "store")).dump(str(file), format=RdfFormat.N_TRIPLES, from_graph=node)
        engine.bulk_load(path=str(file), format=RdfFormat.N_TRIPLES, to_graph=node)
        file.unlink()


def _take(order: Order, form: Format, engine: Engine, fresh: Path) -> dict[str, object]:
    """Load the events of the files, and return what they were; reading and loading overlap."""
    node, writer = NamedNode(graph(order.base, order.name)), Writer(order.base, order.name)

    def load(text: str) -> None:
        engine.bulk_load(input=text.encode(), format=RdfFormat.N_TRIPLES, to_graph=node)

    with (fresh / f"{order.name}.tsv").open("w", encoding="utf-8") as aside, ThreadPoolExecutor(1) as loader:
        reading = Reading(order.files, form, aside)
        events = iter(reading)
        loaded = loader.submit(load, "")
        while chunk := list(islice(events, CHUNK)):
            text = "".join(map(writer.lines, chunk))
            loaded.result()  # one chunk is read while another is loaded: memory holds two
            loaded = loader.submit(load, text)
        loaded.result()
    return reading.told


def _described(order: Order, form: Format) -> dict[str, object]:
    return {
        "format": order.format,
        "title": form.title,
        "edition": form.edition,
        "licence": form.licence,
        "scheme": form.scheme,
        "graph": graph(order.base, order.name),
        "files": [{"file": path.name, "sha256": _hash(path)} for path in order.files],
    }


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _publish(to: Path, fresh: Path, told: dict[str, dict[str, object]], unfinished: Path) -> Path:
    """Put what was imported into its place, and remove what was there before: builds have it still."""
    body = json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    (fresh / "sets.json").write_text(body, encoding="utf-8")
    name = digest(body.encode())[:16]
    home = to / FOLDER
    home.mkdir(exist_ok=True)
    shutil.rmtree(home / name, ignore_errors=True)
    fresh.rename(home / name)
    link = unfinished / "compared-current"
    link.symlink_to(name)
    link.replace(home / "current")
    for path in home.iterdir():
        if path.name not in {name, "current"}:
            shutil.rmtree(path)
    return home / name


def _renewed(to: Path, unfinished: Path) -> Path:
    """Make a build of the current one that has what was imported beside its graph, and let it be current."""
    before = (to / "current").resolve()
    place = unfinished / "build"
    attach(to, place)
    shutil.copytree(before, place, ignore=_leave_own, copy_function=os.link, dirs_exist_ok=True)
    described = manifest.beside((before / "manifest.json").read_text(encoding="utf-8"), sets(to))
    (place / "manifest.json").write_text(described, encoding="utf-8")
    loading.load(place)
    parts = ((place / file).read_bytes() for file in ("graph.nt", loading.METADATA, "manifest.json"))
    name = digest(b"".join(parts))[:16]
    made = folder.publish(to, place, name)
    folder.switch(to, unfinished, name)
    return made


def _leave_own(_: str, names: list[str]) -> set[str]:
    """Return what of a folder is not taken over from a build."""
    return {name for name in names if name in _OWN}
