"""What tests of the reading need: short texts read whole, and what was found in them as plain words."""

from functools import cache

from kg.model import Article, Node
from kg.text import language, reader
from kg.text.gazetteer import Hits, hits
from kg.text.reading import Mention, Reading
from kg.text.tokens import Doc


@cache
def parsed(text: str) -> Doc:
    """Return a text parsed; the same text is parsed once."""
    return Doc(language.parse(text))


def found(text: str) -> Hits:
    """Return the names of the registry in a text."""
    return hits(parsed(text))


@cache
def read(text: str, publisher: str | None = None, url: str | None = None) -> Reading:
    """Return a text read as an article of a publisher."""
    return reader.read(Article("a.txt", text, publisher=publisher, url=url))


def worded(reading: Reading, mention: Mention) -> str:
    """Return the words of a mention."""
    return reading.doc[mention.start : mention.end].text


def meant(reading: Reading, words: str) -> list[str]:
    """Return the full names of those whom the first mention of these words means."""
    mention = next(m for m in reading.mentions if worded(reading, m) == words)
    return [named(reading, node) for node in mention.actors]


def named(reading: Reading, node: Node) -> str:
    """Return the fullest name of an actor, else its key."""
    actor = next((a for a in reading.actors if a.node == node), None)
    return actor.names[0][0] if actor is not None and actor.names else node.key


def offices(reading: Reading) -> list[tuple[str, str, str | None]]:
    """Return holder, title and key of the state or body of each office."""
    return [
        (named(reading, o.holder), o.title, o.body.key.partition(":")[2] if o.body else None)
        for o in reading.offices
    ]
