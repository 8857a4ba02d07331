"""The articles that have gold, with what it tells of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg import readers
from kg.errors import GoldError
from kg.evaluating import gold
from kg.evaluating.finds import Finds
from kg.evaluating.sentences import Sentences


@dataclass(frozen=True, slots=True)
class Case:
    """An article.

    Attributes:
        path: where it lies.
        sentences: its text.
        gold: what it tells; None where nobody annotated it.
    """

    path: Path
    sentences: Sentences
    gold: Finds | None

    @property
    def file(self) -> str:
        """Return the article's file name."""
        return self.path.name


def read(articles: Path, annotated: Path | None) -> tuple[Case, ...]:
    """Return the articles of a folder that a folder of gold files tells of, sorted by name; or all.

    Raises:
        GoldError: a gold file is broken, or its article is not there; all are told.
        SourceError: an article cannot be read.
    """
    paths = {path.stem: path for path in readers.files((articles,), without=annotated)}
    if annotated is None:
        return tuple(Case(path, Sentences(_text(path)), None) for path in paths.values())
    faults: list[str] = []
    found = tuple(_read(gold.files(annotated), paths, articles, faults))
    if faults:
        raise GoldError("\n".join(faults))
    return found


def _read(
    files: tuple[Path, ...], paths: dict[str, Path], articles: Path, faults: list[str]
) -> Iterator[Case]:
    for file in files:
        try:
            if (path := paths.get(file.stem)) is None:
                raise GoldError(f"{file}: expected its article in {articles}, found none named {file.stem}")
            sentences = Sentences(_text(path))
            yield Case(path, sentences, gold.read(file, sentences))
        except GoldError as error:
            faults.append(str(error))


def _text(path: Path) -> str:
    for item in readers.items(path):
        if item.file == path.name:
            return readers.article(item).text
    raise GoldError(f"{path}: expected an article in a file of its own, found many")
