"""From an article as it lies somewhere to what it tells: the stages that look at one article alone."""

from kg import extract, readers, text
from kg.model import Extraction
from kg.readers import Item


def convert(item: Item) -> Extraction:
    """Return what an article tells: it hangs on the item alone, wherever this runs.

    Raises:
        SourceError: the article, or what describes it, cannot be read.
    """
    return extract.run(text.read(readers.article(item)))
