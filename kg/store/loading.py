"""Make the store and the text index of a build."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

from pyoxigraph import RdfFormat
from pyoxigraph import Store as Engine
from rdflib import URIRef

from kg.errors import StoreError
from kg.store import aspects, cited, claimed, facets, lists, ordered, queries, tellings, texts
from kg.store.builds import Build, Row
from kg.store.voices import Voices
from kg.vocab import DIP, ONTOLOGY, classes, superclasses

_NAMED = frozenset({DIP.Actor, DIP.Place, DIP.Topic})  # by a name, and not by a sentence
METADATA = "metadata.nq"  # what a build says of its graph: quads of a graph of its own
_HERE = Path(__file__).parent
PANELS = _HERE.parent / "web" / "pages"  # read as data: what their queries pick is listed
INDEXES = _HERE.parent / "web" / "queries"  # as the panels
PICTURES = _HERE.parent / "web" / "pictures"  # as the panels


def load(folder: Path) -> int:
    """Make `store/` of a build from its `graph.nt` and, where it has one, its `metadata.nq`.

    Return how many triples `graph.nt` has. Where there is a store already, it holds graphs of other data
    sets, and stays as it is but for what it gains.

    The store is closed when this returns, so that it can be opened read-only.

    Raises:
        StoreError: the graph is no N-Triples, or the store cannot be written.
    """
    try:
        is_new = not (folder / "store").exists()
        engine = Engine(str(folder / "store"))
        before = 0 if is_new else len(engine)
        engine.bulk_load(path=str(folder / "graph.nt"), format=RdfFormat.N_TRIPLES)
        triples = len(engine) - before
        if (folder / METADATA).exists():
            engine.bulk_load(path=str(folder / METADATA), format=RdfFormat.N_QUADS)
        if is_new:  # else all of the others' files, which builds share, would be written anew
            engine.optimize()
        engine.flush()
    except (OSError, SyntaxError) as error:
        raise StoreError(f"{folder}: expected a graph in N-Triples to load, found: {error}") from error
    return triples


def index(folder: Path) -> None:
    """Make `text.sqlite`, `cited.sqlite`, `lists.sqlite`, `index.sqlite` and `told.sqlite` of a build.

    The first has the names of all things with a label, and passages; the second the sentences of each record;
    the third what pages list; the fourth the things of each class in their order; the fifth who tells what.

    Raises:
        StoreError: there is no store, or the index stands already.
    """
    file = folder / texts.FILE
    if file.exists():
        raise StoreError(f"{file}: expected no index yet, found one; a build never changes")
    build, graph = Build(folder, str(ONTOLOGY)), folder / "graph.nt"
    quotes = tuple(_quotes(build.each(queries.read(_HERE / "passages.rq"))))
    things = tuple(_things(build.each(queries.read(_HERE / "names.rq"))))
    told = aspects.told(claimed.passages(graph), things, quotes)
    # Who and what is named comes before what is told of it, and of each that first which is told of most.
    things = tuple(
        sorted(things, key=lambda t: (not t.is_sounded, -len(told.get(t.iri, ())), t.label, t.iri))
    )
    texts.write(file, things, quotes)
    with closing(sqlite3.connect(file)) as index:
        facets.write(index, aspects.gather(build.each, things, quotes, told))
    cited.write(folder / cited.FILE, claimed.subjects(graph), claimed.places(graph)).close()
    lists.write(folder / lists.FILE, build.each, _picks()).close()
    ordered.write(folder / ordered.FILE, build.each, _orders()).close()
    tellings.write(folder / tellings.FILE, claimed.tellings(graph), Voices(build)).close()


def _picks() -> dict[str, lists.Pick]:
    """Return what picks the facts of each panel and picture; a picture of the whole graph has no list."""
    places = {"": PANELS, lists.DRAWN: PICTURES}
    files = ((before, path) for before, home in places.items() for path in sorted(home.rglob("*.rq")))
    found = {
        f"{before}{path.parent.name}/{path.stem}": lists.pick(queries.read(path)) for before, path in files
    }
    return {
        name: pick
        for name, pick in found.items()
        if pick
        and not pick.query.field("listed")
        and not (name.startswith(lists.DRAWN) and f"?{lists.OF}" not in pick.text)
    }


def _orders() -> dict[str, lists.Pick]:
    """Return what orders the things of each class; the few dyads have an order of their own."""
    read = {name: lists.pick(queries.read(INDEXES / f"{name}.rq")) for name in ordered.ORDERS}
    found = {str(kind): read[ordered.order(kind).query] for kind in classes() if kind != DIP.Dyad}
    return {kind: pick for kind, pick in found.items() if pick}


def _things(rows: Iterable[Row]) -> Iterator[texts.Thing]:
    for thing, group in groupby(rows, key=lambda row: _text(row, "thing")):
        found = tuple(group)
        kind = max({_text(row, "class") for row in found}, key=_depth)
        is_sounded = not _NAMED.isdisjoint(superclasses(URIRef(kind)))
        # A thing has one label: were there two, the first in the order of the alphabet shows.
        label = _text(found[0], "label")
        others = {_text(row, "name") for row in found} - {label}
        yield texts.Thing(thing, kind, label, (label, *sorted(others)), is_sounded)


def _quotes(rows: Iterable[Row]) -> Iterator[texts.Quote]:
    for row in rows:
        start, end = int(_text(row, "start")), int(_text(row, "end"))
        yield texts.Quote(_text(row, "passage"), _text(row, "article"), start, end, _text(row, "quote"))


def _depth(kind: str) -> tuple[bool, int, str]:
    # Ours before others' (skos:Concept), the deepest first; the name settles ties.
    return kind.startswith(ONTOLOGY), len(superclasses(URIRef(kind))), kind


def _text(row: Row, name: str) -> str:
    return str(getattr(row[name], "value", ""))
