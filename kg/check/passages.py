"""Each passage holds exactly the words that stand at its place."""

from collections.abc import Iterator, Mapping

from kg.check.index import Index
from kg.vocab import DIP


def faults(index: Index, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each passage whose quote is not `text[start:end]` of its article."""
    for passage in index.of_class(DIP.Passage):
        article = index.one(passage, DIP.article) or ""
        file = index.one(article, DIP.file) or ""
        start, end = (index.one(passage, term) or "" for term in (DIP.start, DIP.end))
        if file not in texts:
            yield f"{passage}: expected a passage of an article that is read here, found {file or article!r}"
        elif not (start.isdecimal() and end.isdecimal()):
            yield f"{passage}: expected start and end as numbers, found {start!r} and {end!r}"
        else:
            there, quote = texts[file][int(start) : int(end)], index.one(passage, DIP.quote)
            if not there or there != quote:
                yield f"{passage}: expected the words of {file} there, {there!r}, found {quote!r}"
