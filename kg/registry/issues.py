"""The issues that the words of a topic tell: names of known topics in them, else words of `issues.tsv`."""

import re
from functools import cache

from kg.errors import RegistryError
from kg.registry.tables import rows
from kg.registry.topics import FILE as TOPICS
from kg.registry.topics import topic_keys, topic_names

FILE = "issues.tsv"
COLUMNS = ("key", "words")
_LONGEST = 6  # words of the longest name of a topic that is looked for
_WORD = re.compile(r"\w[\w'’-]*")

Issue = tuple[str, str]  # key of a topic, and the table whose row tells it


def issues(words: str) -> tuple[Issue, ...]:
    """Return the issues of a topic told in an article's words, in the order of these; empty where none shows.

    >>> issues("cooperation in the field of natural gas")
    (('gas', 'topics.tsv'),)
    >>> issues("assistance between customs services")
    (('trade', 'issues.tsv'),)

    Raises:
        RegistryError: where a table is broken.
    """
    said = _WORD.findall(words)
    found = _named(said)
    if found:
        return tuple((key, TOPICS) for key in found)
    told = (_words().get(word.casefold()) for word in said)
    return tuple((key, FILE) for key in dict.fromkeys(told) if key is not None)


def _named(said: list[str]) -> tuple[str, ...]:
    """Return the topics whose names stand in words, of those that overlap the longest."""
    found: dict[str, None] = {}
    start = 0
    while start < len(said):
        ends = range(min(len(said), start + _LONGEST), start, -1)
        hit = next(((e, t) for e in ends if (t := topic_names().get(" ".join(said[start:e])))), None)
        start = hit[0] if hit else start + 1
        if hit:
            found[hit[1].key] = None
    return tuple(found)


@cache
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows(FILE, COLUMNS):
        key = row.need("key")
        if key not in topic_keys():
            raise RegistryError(f"{FILE}:{row.line}: expected a key of {TOPICS}, found {key!r}")
        found.update(dict.fromkeys(row.many("words"), key))
    return found
