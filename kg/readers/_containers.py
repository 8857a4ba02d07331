"""What files with many articles in them have in common: what they yield, and what is not taken from them."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import SourceError
from kg.readers import _description
from kg.readers._description import Description

MOST = 50_000_000  # bytes of one article: a page with its pictures in it; more is a slip, or an attack
_DESCRIBED = 100_000  # bytes of one `.toml`
_APART = re.compile(r"[/\\]")  # archives made elsewhere part folders by a backslash
_ELSEWHERE = re.compile(r"[/\\]|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Item:
    """One article where it lies, not read yet.

    Attributes:
        file: the file name by which it is known.
        place: where it lies, for messages ("news.zip: 2024/a.txt").
        content: its bytes; the ending of `file` tells their format.
        description: what is known of it besides.
    """

    file: str
    place: str
    content: bytes
    description: Description | None = None


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands where an article is expected, and cannot be taken for one.

    Attributes:
        place: where it lies.
        reason: what was expected there, and what was found.
    """

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive of files.

    Attributes:
        path: its path, as the archive has it.
        size: its bytes, as the archive tells.
        read: returns so many of its bytes at most; raises a `SourceError` where it is broken.
    """

    path: str
    size: int
    read: Callable[[int], bytes]


def files(archive: Path, walk: Callable[[], Iterator[Member]]) -> Iterator[Item | Aside]:
    """Yield the articles of an archive of files, each with the `.toml` beside it.

    The archive is walked through twice, for a `.toml` may stand behind its article: only these are held.
    """
    beside = {_stem(m.path): _taken(archive, m, _DESCRIBED) for m in _shown(walk()) if _describes(m.path)}
    for member in _shown(walk()):
        if not _describes(member.path):
            yield _described(_taken(archive, member, MOST), beside.pop(_stem(member.path), None))
    for alone in beside.values():
        reason = f"{alone.place}: expected an article beside it, found none"
        yield Aside(alone.place, reason) if isinstance(alone, Item) else alone


def row(container: Path, place: str, values: Mapping[str, object]) -> Item | Aside:
    """Return the article of a row with `name`, `text` and the fields of a `.toml`; others are passed over.

    A field without a value is not told. The name is the article's file name, with `.txt` where that lacks.
    """
    name, text = (values.get(field) for field in ("name", "text"))
    for field, value in (("name", name), ("text", text)):
        if not isinstance(value, str) or not value.strip():
            return Aside(place, f"{place}: {field}: expected text, found {value!r:.40}")
    told = {f: values[f] for f in _description.FIELDS if values.get(f) not in (None, "")}
    described = json.dumps(told, default=str, ensure_ascii=False, sort_keys=True)
    file = f"{str(name).removesuffix('.txt')}.txt"
    try:
        content = str(text).encode()
        description = Description(container.name, described.encode()) if told else None
    except UnicodeEncodeError as error:
        return Aside(place, f"{place}: expected text, found half a character at {error.start}")
    return Item(file, f"{place}: {name}", content, description)


def _shown(members: Iterator[Member]) -> Iterator[Member]:
    """Yield the members but for those that the systems of their makers hid there."""
    hidden = (".", "__MACOSX")
    return (
        member
        for member in members
        if not any(part.startswith(hidden) and part not in (".", "..") for part in _APART.split(member.path))
    )


def _taken(archive: Path, member: Member, most: int) -> Item | Aside:
    place = f"{archive}: {member.path}"
    if _ELSEWHERE.match(member.path):
        return Aside(place, f"{place}: expected a path within the archive, found one that leads out of it")
    try:
        content = b"" if member.size > most else member.read(most + 1)
    except SourceError as error:
        return Aside(place, str(error))
    if max(member.size, len(content)) > most:
        return Aside(place, f"{place}: expected at most {most:,} bytes, found more")
    return Item(_APART.split(member.path)[-1], place, content)


def _described(found: Item | Aside, beside: Item | Aside | None) -> Item | Aside:
    if beside is None or isinstance(found, Aside):
        return found
    if isinstance(beside, Aside):
        return Aside(found.place, beside.reason)
    return Item(found.file, found.place, found.content, Description(beside.file, beside.content))


def _describes(path: str) -> bool:
    return path.endswith(_description.SUFFIX)


def _stem(path: str) -> str:
    """Return a path without the ending of its last part."""
    folder, name = path[: -len(_APART.split(path)[-1])], _APART.split(path)[-1]
    return folder + Path(name).stem
