"""Read sources: a file, and the `.toml` beside it, become an `Article`.

A format is one module of this package. It declares `SUFFIXES`, the endings of the files it reads, and either

- `read(file, content)`, which makes an `Article` of a file's name and bytes; what the file itself does not
  tell stays None there; or
- `items(path)`, for a file that holds many articles: it yields an `Item` for each, which is an article's
  name, bytes and description, or an `Aside` for what cannot be taken. It is never asked to hold two.
"""

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

from kg import plugins
from kg.errors import SourceError
from kg.model import Article
from kg.readers import _description
from kg.readers._containers import Aside, Item
from kg.readers._description import Description

__all__ = ["Aside", "Description", "Item", "article", "files", "items", "read", "refuse"]
DESCRIPTION = _description.SUFFIX
LEDGER = "identities.tsv"
LINKS = "links.sssom.tsv"  # decisions on links to other data sets
LONGEST_NAME = 200  # bytes in UTF-8: a build keeps texts under the name with an ending more, in 255 bytes


def refuse(aside: Aside) -> None:
    """Stop at what cannot be taken.

    Raises:
        SourceError: always.
    """
    raise SourceError(aside.reason)


def read(path: Path) -> Article:
    """Return a source with all that is known of it: its `.toml` first, then what the source itself tells.

    Raises:
        SourceError: the file, or the `.toml` beside it, cannot be read; the message names it.
    """
    return article(_item(path))


def article(item: Item) -> Article:
    """Return the article that lies somewhere, with all that is known of it.

    Raises:
        SourceError: it, or what describes it, cannot be read; the message names it.
    """
    found: Article = _format(item.file, item.place).read(item.file, item.content)
    if not found.text.strip("\ufeff \t\r\n"):
        raise SourceError(f"{item.file}: expected text, found none")
    return _description.add(found, item.description) if item.description else found


def files(
    paths: Iterable[Path], without: Path | None = None, aside: Callable[[Aside], None] = refuse
) -> tuple[Path, ...]:
    """Return the articles, and what holds many, among files and folders and the folders in these, by name.

    The folder `without` is passed over: builds may lie among the sources of the next. Hidden files and
    folders, the ledger, the decisions on links and the `.toml` files are no articles. What cannot be taken is
    told to `aside`: a path where nothing lies, a file whose ending no reader knows, a `.toml` alone.

    Raises:
        SourceError: `aside` raises it.
    """
    without = without and without.resolve()
    within = {path for given in paths for path in _within(given, without, aside)}
    found = sorted(within, key=lambda path: (path.name, path))
    stems = {path.with_suffix("") for path in found if path.suffix != DESCRIPTION}
    taken = []
    for path in found:
        try:
            if path.suffix != DESCRIPTION:
                _format(path.name, str(path))
                taken.append(path)
            elif path.with_suffix("") not in stems:
                raise SourceError(
                    f"{path}: expected an article beside it (such as {path.stem}.txt), found none"
                )
        except SourceError as error:
            aside(Aside(str(path), str(error)))
    return tuple(taken)


def items(path: Path, aside: Callable[[Aside], None] = refuse) -> Iterator[Item]:
    """Yield the articles of a file: itself, or one after another those that it holds.

    What cannot be taken is told to `aside`.

    Raises:
        SourceError: `aside` raises it.
    """
    try:
        form = _format(path.name, str(path))
        for found in form.items(path) if hasattr(form, "items") else (_item(path),):
            if isinstance(found, Aside):
                aside(found)
            elif found.file not in (LEDGER, LINKS) and _is_sound(found, aside):
                yield found
    except SourceError as error:
        aside(Aside(str(path), str(error)))


def _item(path: Path) -> Item:
    beside = path.with_suffix(DESCRIPTION)
    described = Description(beside.name, _content(beside)) if beside.exists() else None
    return Item(path.name, str(path), _content(path), described)


def _is_sound(item: Item, aside: Callable[[Aside], None]) -> bool:
    """Say whether an article has a name that can be kept, and an ending that says what it is."""
    try:
        form = _format(item.file, item.place)
        kinds = {unicodedata.category(character) for character in item.file}
        if not hasattr(form, "read"):
            raise SourceError(f"{item.place}: expected an article, found a file that holds others")
        if not kinds.isdisjoint({"Cc", "Cs"}) or len(item.file.encode()) > LONGEST_NAME or "/" in item.file:
            raise SourceError(
                f"{item.place!r}: expected a file name of at most {LONGEST_NAME} bytes in UTF-8, "
                f"without slashes and control characters, found {item.file!r}"
            )
    except SourceError as error:
        aside(Aside(item.place, str(error)))
        return False
    return True


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: expected a file that can be read, found: {error.strerror}") from error


def _within(given: Path, without: Path | None, aside: Callable[[Aside], None]) -> Iterator[Path]:
    if given.is_dir():
        for path in given.iterdir():
            if path.name.startswith(".") or path.name in (LEDGER, LINKS):
                continue
            if path.is_file():
                yield path
            # A link may lead to a folder around it.
            elif path.is_dir() and not path.is_symlink() and path.resolve() != without:
                yield from _within(path, without, aside)
    elif given.exists():
        yield given
    else:
        aside(Aside(str(given), f"{given}: expected a file or a folder, found nothing"))


def _format(file: str, place: str) -> ModuleType:
    """Return the module that reads a file by its ending, the longest that is known."""
    known, name = _formats(), file.lower()
    fitting = [suffix for suffix in known if name.endswith(suffix)]
    if not fitting:
        expected, found = ", ".join(known), Path(file).suffix or "no ending"
        raise SourceError(f"{place}: expected a file ending in {expected}, found {found}")
    return known[max(fitting, key=len)]


def _formats() -> dict[str, ModuleType]:
    formats = plugins.modules(sys.modules[__name__])
    return {suffix: module for module in formats for suffix in module.SUFFIXES}
