"""Whether a person is "he" or "she", as words beside the name tell, or a given name."""

from collections import defaultdict

from kg.model import Node
from kg.registry.words import words
from kg.text.material import Material
from kg.vocab import DIP

_BESIDE = 2  # tokens before a name among which a word of address stands ("Mr.")
_GENDERS = ("he", "she")


def told(material: Material) -> dict[Node, str]:
    """Return "he" or "she" for the persons of whom it is told, and nothing tells the other.

    Words of address and titles tell it first, then the given name.
    """
    beside: dict[Node, set[str]] = defaultdict(set)
    for name, node in material.node_of.items():
        if node.kind == DIP.Person:
            tokens = material.doc[max(0, name.start - _BESIDE) : name.end]
            beside[node] |= {token.lower_.rstrip(".") for token in tokens}
    for held in material.held:
        title = material.doc[slice(*held.title.title)]
        beside[material.node_of[held.holder]] |= {token.lower_ for token in title}
    found = {node: _gender(near, "word for") for node, near in beside.items()}
    found |= {n: _gender(near, "given name of") for n, near in _given(material).items() if not found.get(n)}
    return {node: gender for node, gender in found.items() if gender is not None}


def _given(material: Material) -> dict[Node, set[str]]:
    """Return the first word of each person's names of several words."""
    given: dict[Node, set[str]] = defaultdict(set)
    for name, node in material.node_of.items():
        if node.kind == DIP.Person and name.end - name.start > 1:
            given[node].add(material.doc[name.start].lower_)
    return given


def _gender(near: set[str], kind: str) -> str | None:
    found = [gender for gender in _GENDERS if near & words(f"{kind} {gender}")]
    return found[0] if len(found) == 1 else None
