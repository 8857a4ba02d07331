"""Who publishes: outlets among the actors of an article, and its own publisher."""

import re

from kg.extract._lexicon import frame
from kg.model import Node
from kg.registry.outlets import outlet_keys
from kg.text.reading import Reading
from kg.vocab import DIP


def is_outlet(reading: Reading, node: Node) -> bool:
    """Say whether an actor publishes news, and is not the one who publishes the article itself."""
    names = (name for name, _ in reading.actor(node).names)
    return publishes(reading, node) and not any(_is_publisher(reading, n) for n in names)


def publishes(reading: Reading, node: Node) -> bool:
    """Say whether an actor publishes news."""
    if node.kind not in {DIP.Organization, DIP.Group}:
        return False
    names = (name for name, _ in reading.actor(node).names)
    words = (set(re.findall(r"\w+", n.casefold())) for n in names)
    return node.registry in outlet_keys() or any(w & frame("outlet").nouns for w in words)


def _is_publisher(reading: Reading, name: str) -> bool:
    publisher = reading.article.publisher
    if publisher is None:
        return False
    letters = re.sub(r"\W", "", name.casefold().removeprefix("the "))
    return letters in re.sub(r"\W", "", publisher.casefold())
