"""The queries of the pages: which panels, or which pictures, the page of a class is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rdflib import URIRef

from kg.iris import segment
from kg.store import queries
from kg.store.lists import Pick, pick
from kg.store.queries import Query
from kg.web.kinds import upward

PAGES = Path(__file__).parent / "pages"
PICTURES = Path(__file__).parent / "pictures"
EVERY = "resource"  # the folder whose panels every class inherits: all are resources (rdfs:Resource)


@dataclass(frozen=True, slots=True)
class Source:
    """The query of one panel, and the folder it lies in."""

    folder: str
    query: Query

    @property
    def name(self) -> str:
        """Return folder and file, without ending."""
        return f"{self.folder}/{self.query.name}"

    @property
    def anchor(self) -> str:
        """Return the name of the panel within a page."""
        return self.query.name.partition("-")[2]

    @property
    def form(self) -> str:
        """Return the form that the panel is shown in."""
        return self.query.field("form") or "facts"

    @property
    def pick(self) -> Pick | None:
        """Return the part of the query that picks facts; None where all of it does."""
        return pick(self.query)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The queries of all panels, by folder, each folder's in the order of their names."""

    folders: Mapping[str, tuple[Source, ...]]

    def panels(self, *folders: str) -> tuple[Source, ...]:
        """Return the panels of the folders, those of an earlier one in place of a later's."""
        found: dict[str, Source] = {}
        for folder in reversed(folders):
            found |= {source.query.name: source for source in self.folders.get(folder, ())}
        return tuple(found[name] for name in sorted(found))

    def source(self, name: str) -> Source | None:
        """Return the panel of a name ("actor/10-events"); None where there is none."""
        folder = name.partition("/")[0]
        return next((each for each in self.folders.get(folder, ()) if each.name == name), None)


def folders(kind: URIRef) -> tuple[str, ...]:
    """Return the folders whose panels a class has, nearest first.

    >>> from kg.vocab import DIP
    >>> folders(DIP.Denial)
    ('denial', 'statement', 'record', 'resource')
    """
    return (*(segment(each) for each in upward(kind)), EVERY)


def read(root: Path = PAGES) -> Catalogue:
    """Return the panels that lie in the folders below the root."""
    names = sorted(path.name for path in root.iterdir() if path.is_dir())
    return Catalogue({name: tuple(Source(name, q) for q in queries.folder(root / name)) for name in names})
