"""The builds that lie in a data folder, by name and age; none of them is opened."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kg.errors import StoreError


@dataclass(frozen=True, slots=True)
class Kept:
    """A build that lies in the data folder.

    Attributes:
        hash: its name.
        folder: where it lies.
        made: when it was, in UTC.
    """

    hash: str
    folder: Path
    made: datetime

    @property
    def manifest(self) -> dict[str, Any]:
        """Return what the build says of itself; empty where it says nothing."""
        return manifest(self.folder)


def manifest(folder: Path) -> dict[str, Any]:
    """Return what the build in a folder says of itself; empty where it says nothing.

    Raises:
        StoreError: what it says cannot be read.
    """
    path = folder / "manifest.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: expected JSON, found: {error}", place=path) from error
    if not isinstance(found, dict):
        raise StoreError(f"{path}: expected JSON of an object, found {type(found).__name__}", place=path)
    return found


def listed(data: Path) -> tuple[Kept, ...]:
    """Return the builds below a data folder, the first made first."""
    found = (read(path.parent) for path in (data / "builds").glob("*/graph.nt"))
    return tuple(sorted(found, key=lambda build: (build.made, build.hash)))


def read(folder: Path) -> Kept:
    """Return the build that lies in a folder.

    Raises:
        StoreError: it has no graph.
    """
    graph = folder / "graph.nt"
    try:
        # A build never changes: it is as old as its graph.
        made = datetime.fromtimestamp(graph.stat().st_mtime, UTC)
    except OSError as error:
        raise StoreError(f"{graph}: expected a graph, found: {error.strerror}", place=graph) from error
    return Kept(folder.name, folder, made.replace(microsecond=0))
