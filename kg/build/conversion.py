"""From a file to what it tells: the stages that look at one article alone."""

from pathlib import Path

from kg import extract, readers, text
from kg.model import Extraction


def convert(path: Path) -> Extraction:
    """Return what an article tells.

    Raises:
        SourceError: the article, or the `.toml` beside it, cannot be read.
    """
    return extract.run(text.read(readers.read(path)))
