"""The state, body or place whose office it is, as it stands with a title or the holder's name."""

from collections.abc import Iterator

from kg.model import Node
from kg.registry import titles as registry
from kg.registry.words import words
from kg.text.material import Material
from kg.text.names import Name
from kg.text.offices import Held
from kg.text.titles import TitlePhrase
from kg.vocab import DIP

_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})


def beside(material: Material, held: Held, known: registry.Office) -> Node | None:
    """Return the state, body or place that stands with the title, or right behind the holder's name."""
    return (
        _place(material, held.title, known)
        or told_with(material, held.title)
        or _behind_name(material, held.holder)
        or _referred(material, held.title, known)
    )


def told_with(material: Material, title: TitlePhrase) -> Node | None:
    """Return the state or body that stands with a title."""
    body = _body_at(material, title.body[0]) if title.body is not None else None
    if body is not None or title.state is None:
        return body
    return material.state(title.state)


def _body_at(material: Material, token: int) -> Node | None:
    names = (n for n in material.node_of if n.kind == DIP.Organization and n.start <= token < n.end)
    return next((material.node_of[n] for n in names), None)


def _behind_name(material: Material, holder: Name) -> Node | None:
    """Return the state or body apposed to a name: "State Secretary A, Ministry of Finance;", "A of Egypt"."""
    doc, i = material.doc, holder.end
    if i + 1 >= len(doc) or doc[i].lower_ not in {",", "(", "of", "from"}:
        return None
    first = i + 1 + (doc[i + 1].lower_ == "the")
    hit = material.hits.at(first)
    if doc[i].lower_ in {"of", "from"}:
        return (
            material.state(hit.key) if hit is not None and hit.kind == "state" else _place_at(material, first)
        )
    name = next((n for n in material.node_of if n.start == first and n.kind == DIP.Organization), None)
    if name is None or name.end >= len(doc) or doc[name.end].text not in {",", ";", ".", ")"}:
        return None
    return material.node_of[name]


def _place(material: Material, title: TitlePhrase, known: registry.Office) -> Node | None:
    """Return the city or region of a mayor or governor: "Lyon Mayor", "the Mayor of Lyon"."""
    if known.title.rank != "RegionalOfficial":
        return None
    doc, before = material.doc, title.start
    while before > 0 and doc[before - 1].lower_ in _POSSESSIVE:
        before -= 1
    found = next((n for n in material.node_of if n.end == before and n.kind == DIP.Place), None)
    if found is not None:
        return material.node_of[found]
    first = next((i + 1 for i in range(title.head + 1, title.end + 1) if doc[i : i + 1].text == "of"), None)
    return _place_at(material, first + (doc[first].lower_ == "the")) if first is not None else None


def _place_at(material: Material, token: int) -> Node | None:
    names = (n for n in material.node_of if n.start == token and n.kind == DIP.Place)
    return next((material.node_of[n] for n in names), None)


def _referred(material: Material, title: TitlePhrase, known: registry.Office) -> Node | None:
    """Return what a word before a title refers to: "its head", "the country's president", "A's envoy"."""
    doc, before = material.doc, title.start - 1
    if before < 1:
        return None
    if doc[before].lower_ in words("pronoun of states and bodies") | {"their", "whose"}:
        kinds = {"state": (DIP.State,), "body": (DIP.Organization,)}
        wanted = kinds.get(known.title.of, (DIP.State, DIP.Organization))
        return next((node for node in _before(material, before) if node.kind in wanted), None)
    if doc[before].lower_ not in _POSSESSIVE:
        return None
    if doc[before - 1].lower_ in words("state noun"):
        return next((node for node in _before(material, before) if node.kind == DIP.State), None)
    owner = next((t for t in material.titles if t.end == before), None)
    return told_with(material, owner) if owner is not None else None


def _before(material: Material, token: int) -> Iterator[Node]:
    """Yield the states and bodies named before a token in its sentence, the nearest first."""
    start = material.doc[token].sent.start
    named = [(n.start, node) for n, node in material.node_of.items() if start <= n.start < token]
    named += [
        (h.start, material.state(h.key)) for h in material.hits if h.is_state and start <= h.start < token
    ]
    yield from (node for _, node in sorted(named, key=lambda each: -each[0]))
