"""Which states words lead to that name none as an actor: a city, an adjective, the seat of an embassy."""

from collections.abc import Iterator

from kg.model import Node
from kg.registry.places import place_names
from kg.registry.states import by_demonym, by_name
from kg.text.reading import Reading
from kg.text.tokens import Token
from kg.vocab import DIP

_LANDS = frozenset({DIP.State, DIP.Place})
_BETWEEN = frozenset({",", "and", "the", "to", "republic", "kingdom", "state", "of", "(", ")"})


def spots(reading: Reading, word: Token) -> tuple[Node, ...]:
    """Return the places that a phrase names, with those listed behind them ("Japan, Korea, and Mongolia").

    Of a building that is known by its city it is the city: "Oslo airport".
    """
    own = reading.where(word)
    if not own:
        return tuple(n for c in word.lefts if c.dep_ == "compound" for n in reading.where(c))
    return tuple(dict.fromkeys((*own, *_listed(reading, word))))


def _listed(reading: Reading, word: Token) -> tuple[Node, ...]:
    """Return the places of the list that one opens; the parser loses its way in lists of long names."""
    found: list[Node] = []
    last, joined = reading.mention(word), False
    for mention in (m for m in reading.mentions if last is not None and m.start >= last.end):
        between = {t.lower_ for t in reading.doc[last.end : mention.start]} if last is not None else set()
        if not between <= _BETWEEN or any(n.kind not in _LANDS for n in mention.actors):
            break
        found += mention.actors
        last, joined = mention, joined or "and" in between
    return tuple(found) if joined else ()


def of_place(reading: Reading, word: Token) -> Iterator[tuple[Node, str | None]]:
    """Yield the states that a place named lies in, each with the row of the registry that tells it."""
    found = reading.where(word)
    for node in found:
        country = reading.actor(node).country if node.kind == DIP.Place else None
        if country is not None:
            yield country, f"registry: {node.registry}" if node.registry is not None else None
    if not found:
        own = tuple(_registered(reading, word))
        cities = () if own else (c for c in word.lefts if c.dep_ == "compound" and c.pos_ == "PROPN")
        yield from (*own, *(each for c in cities for each in of_place(reading, c)))  # "the Oslo hospital"


def _registered(reading: Reading, word: Token) -> Iterator[tuple[Node, str | None]]:
    """Yield the state of a name within another's: of "embassy in Oslo" the city is no mention of its own."""
    name = _name(word)
    place = place_names().get(name)
    state = by_name(name)
    if state is not None:
        yield _node(reading, state.key), None
    elif place is not None and place.state is not None:
        yield _node(reading, place.state), f"registry: {place.key}"


def of_people(reading: Reading, word: Token) -> Node | None:
    """Return the state whose adjective a word is and that is no mention of its own: "Kenyan aid"."""
    state = by_demonym(_name(word)) if reading.mention(word) is None else None
    return _node(reading, state.key) if state is not None else None


def _name(word: Token) -> str:
    """Return a word with the names before it that belong to it: "New Delhi", "Sri Lankan"."""
    start = min([word.i, *(c.i for c in word.lefts if c.dep_ == "compound")])
    return word.doc[start : word.i + 1].text


def is_tied(reading: Reading, node: Node) -> bool:
    """Say whether an actor is a state, is known to the registry, or is told to belong to a state."""
    if node.kind == DIP.State or node.registry is not None:
        return True
    return any(a.node == node and a.country is not None for a in reading.actors)


def _node(reading: Reading, key: str) -> Node:
    return Node(reading.article.file, DIP.State, f"state:{key}", key)
