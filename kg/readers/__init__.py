"""Read sources: a file, and the `.toml` beside it, become an `Article`.

A format is one module of this package. It declares `SUFFIXES`, the endings of the files it reads, and
`read(file, content)`, which makes an `Article` of a file's name and bytes; what the file itself does not
tell stays None there.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from kg import plugins
from kg.errors import SourceError
from kg.iris import slug
from kg.model import Article
from kg.readers import _description

DESCRIPTION = _description.SUFFIX
LEDGER = "identities.tsv"
LINKS = "links.sssom.tsv"  # decisions on links to other data sets


def read(path: Path) -> Article:
    """Return a source with all that is known of it: its `.toml` first, then what the source itself tells.

    Raises:
        SourceError: the file, or the `.toml` beside it, cannot be read; the message names it.
    """
    article = _reader(path)(path.name, content(path))
    _refuse_blank(article)
    beside = path.with_suffix(DESCRIPTION)
    return _description.add(article, beside.name, content(beside)) if beside.exists() else article


def files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the articles among files and folders, sorted by name.

    Of a folder its own files are taken, not those of folders in it; hidden files, the ledger, the
    decisions on links and the `.toml` files are no articles.

    Raises:
        SourceError: a path does not exist, no reader knows a file's ending, a `.toml` stands without its
            article, or two articles would have the same address.
    """
    found = sorted({path for given in paths for path in _within(given)}, key=lambda path: (path.name, path))
    stems = {path.with_suffix("") for path in found if path.suffix != DESCRIPTION}
    for path in found:
        if path.suffix != DESCRIPTION:
            _reader(path)
        elif path.with_suffix("") not in stems:
            raise SourceError(f"{path}: expected an article beside it (such as {path.stem}.txt), found none")
    articles = tuple(path for path in found if path.suffix != DESCRIPTION)
    _refuse_twins(articles)
    return articles


def content(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        SourceError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: expected a file that can be read, found: {error.strerror}") from error


def _within(given: Path) -> tuple[Path, ...]:
    if given.is_dir():
        kept = (p for p in given.iterdir() if p.is_file() and not p.name.startswith("."))
        return tuple(p for p in kept if p.name not in (LEDGER, LINKS))
    if not given.exists():
        raise SourceError(f"{given}: expected a file or a folder, found nothing")
    return (given,)


def _refuse_twins(articles: Iterable[Path]) -> None:
    seen: dict[str, Path] = {}
    for path in articles:
        other = seen.setdefault(slug(path.stem), path)
        if other != path:
            raise SourceError(f"{path}: expected a name of its own, found that {other} has the same address")


def _refuse_blank(article: Article) -> None:
    if not article.text.strip("\ufeff \t\r\n"):
        raise SourceError(f"{article.file}: expected text, found none")


def _reader(path: Path) -> Callable[[str, bytes], Article]:
    known = _formats()
    if path.suffix.lower() not in known:
        expected, found = ", ".join(known), path.suffix or "no ending"
        raise SourceError(f"{path}: expected a file ending in {expected}, found {found}")
    return known[path.suffix.lower()]


def _formats() -> dict[str, Callable[[str, bytes], Article]]:
    formats = plugins.modules(sys.modules[__name__])
    return {suffix: module.read for module in formats for suffix in module.SUFFIXES}
