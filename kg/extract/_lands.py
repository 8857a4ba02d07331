"""Which states words lead to that name none as an actor: a city, an adjective, the seat of an embassy."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.model import Node
from kg.registry.places import place_names
from kg.registry.states import by_demonym, by_name
from kg.text.reading import Reading
from kg.vocab import DIP


def of_place(reading: Reading, word: Token) -> Iterator[tuple[Node, str | None]]:
    """Yield the states that a place named lies in, each with the row of the registry that tells it."""
    found = reading.where(word)
    for node in found:
        country = reading.actor(node).country if node.kind == DIP.Place else None
        if country is not None:
            yield country, f"registry: {node.registry}" if node.registry is not None else None
    if not found:
        yield from _registered(reading, word)


def _registered(reading: Reading, word: Token) -> Iterator[tuple[Node, str | None]]:
    """Yield the state of a name within another's: of "embassy in Oslo" the city is no mention of its own."""
    start = min([word.i, *(c.i for c in word.lefts if c.dep_ == "compound")])
    name = word.doc[start : word.i + 1].text
    place = place_names().get(name)
    state = by_name(name)
    if state is not None:
        yield _node(reading, state.key), None
    elif place is not None and place.state is not None:
        yield _node(reading, place.state), f"registry: {place.key}"


def of_people(reading: Reading, word: Token) -> Node | None:
    """Return the state whose adjective a word is and that is no mention of its own: "Kenyan aid"."""
    state = by_demonym(word.text) if reading.mention(word) is None else None
    return _node(reading, state.key) if state is not None else None


def _node(reading: Reading, key: str) -> Node:
    return Node(reading.article.file, DIP.State, f"state:{key}", key)
