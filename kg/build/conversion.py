"""From an article as it lies somewhere to what it tells: the stages that look at one article alone."""

from kg import extract, readers, text
from kg.errors import SourceError
from kg.model import Extraction
from kg.readers import Item

# Code points: a book of a thousand pages, which takes minutes; what is longer is several articles in one.
LONGEST = 2_000_000


def convert(item: Item) -> Extraction:
    """Return what an article tells: it hangs on the item alone, wherever this runs.

    Raises:
        SourceError: the article, or what describes it, cannot be read, or it is no article by its length.
    """
    article = readers.article(item)
    if len(article.text) > LONGEST:
        found = f"expected at most {LONGEST:,} characters, found {len(article.text):,}"
        raise SourceError(f"{item.file}: {found}")
    return extract.run(text.read(article))
