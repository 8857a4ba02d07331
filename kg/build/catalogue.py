"""What a build is made of: each article, wherever it lies, known by its name and its hashes.

Files that hold many articles are read from one end to the other, once to know what they hold and once for
the articles that are to be converted. No more than one article is held at a time.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from kg import readers
from kg.iris import slug
from kg.readers import Aside, Description, Item


@dataclass(frozen=True, slots=True)
class Source:
    """One article where it lies.

    Attributes:
        path: the file: the article itself, or what holds it.
        file: its own file name, unique in a build.
        sha256: hash of its bytes, in hexadecimal.
        described: hash of what is told of it beside it; None where nothing is.
    """

    path: Path
    file: str
    sha256: str
    described: str | None

    @property
    def place(self) -> str:
        """Where it lies, for messages."""
        return str(self.path) if self.path.name == self.file else f"{self.path}: {self.file}"


def digest(content: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def catalogue(
    paths: Iterable[Path], without: Path | None = None, aside: Callable[[Aside], None] = readers.refuse
) -> tuple[Source, ...]:
    """Return the articles among files and folders, and in them, sorted by name; one folder is left out.

    An article that lies in several places is one; of two that differ and would have the same address the
    second is told to `aside`, as is what cannot be read.

    Raises:
        SourceError: `aside` raises it.
    """
    found: dict[str, Source] = {}
    for path in readers.files(paths, without, aside):
        for item in readers.items(path, aside):
            source = _source(path, item)
            other = found.setdefault(slug(PurePath(item.file).stem), source)
            if (other.file, other.sha256, other.described) != (source.file, source.sha256, source.described):
                reason = f"expected a name of its own, found that {other.place} has the same address"
                aside(Aside(item.place, f"{item.place}: {reason}"))
    return tuple(sorted(found.values(), key=lambda source: source.file))


def articles(
    sources: Iterable[Source], aside: Callable[[Aside], None] = readers.refuse
) -> Iterator[tuple[Source, Item]]:
    """Yield the articles of a catalogue with their content, one file that holds many after another.

    One that is there no longer as it was, is told to `aside`.

    Raises:
        SourceError: `aside` raises it.
    """
    wanted: dict[Path, set[Source]] = {}
    for source in sources:
        wanted.setdefault(source.path, set()).add(source)
    for path, there in wanted.items():
        for item in readers.items(path, lambda _: None):  # what cannot be taken was told before
            source = _source(path, item)
            if source in there:
                there.remove(source)
                yield source, item
        for gone in sorted(there, key=lambda source: source.file):
            aside(
                Aside(
                    gone.place, f"{gone.place}: expected it as it was a moment ago, found it changed or gone"
                )
            )


def _source(path: Path, item: Item) -> Source:
    return Source(path, item.file, digest(item.content), _described(item.description))


def _described(description: Description | None) -> str | None:
    if description is None:
        return None
    # What a file of many articles tells of one is cited under the name of that file.
    named = b"" if description.file.endswith(readers.DESCRIPTION) else f"{description.file}\n".encode()
    return digest(named + description.content)
