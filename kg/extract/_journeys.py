"""Which journeys are visits: none of people who travel on their own account."""

from collections.abc import Iterable

from kg.extract._lexicon import frame
from kg.model import Node
from kg.vocab import DIP

_ENDS = (" of ", " from ", " in ", " at ", " with ", " who ", " to ", " for ")


def is_visit(travellers: Iterable[Node]) -> bool:
    """Say whether a journey is a visit by those who make it: "students flew to Oslo" tells of none."""
    return not all(_is_private(n) for n in travellers)


def _is_private(node: Node) -> bool:
    """Say whether a group's noun is one of people who travel on their own account: "students"."""
    if node.kind != DIP.Group:
        return False
    words = node.key.partition(":")[2]
    for end in _ENDS:
        words = words.partition(end)[0]
    head = words.split()[-1:]
    return any({w, w.removesuffix("s")} & frame("traveller").nouns for w in head)
