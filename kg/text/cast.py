"""Everyone whom an article names or describes, with names, state and ownership."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import takewhile

from rdflib import URIRef

from kg.model import Node, Span
from kg.registry.organisations import organisations
from kg.registry.outlets import outlet_keys, outlets
from kg.registry.places import places
from kg.registry.words import words
from kg.text import genders, seats, wholes
from kg.text.material import Material
from kg.text.reading import Actor, Mention, Office
from kg.vocab import DIP

_BEFORE = frozenset({"ADJ", "NOUN", "PROPN"})  # parts of speech between such words and the name
_NEAR = 5  # tokens before an outlet's name in which words tell who runs it


def actors(material: Material, mentions: Iterable[Mention], offices: tuple[Office, ...]) -> tuple[Actor, ...]:
    """Return everyone and every place with the words that name or describe them, by first mention."""
    named: dict[Node, dict[str, Span]] = {}
    owned: dict[Node, tuple[str, Span]] = {}
    for mention in mentions:
        for state in mention.states:
            named.setdefault(state, {})
        for node in mention.actors:
            forms = named.setdefault(node, {})
            if mention.words is not None and len(mention.actors) == 1:
                span = material.span(*mention.words)
                forms.setdefault(material.words(span), span)
                owned_by = wholes.owner(material.doc, mention.start)
                if owned_by is not None and node.kind == DIP.Organization:  # "Hungary's foreign ministry"
                    whole = material.span(owned_by[0], mention.words[1])
                    forms.setdefault(material.words(whole), whole)
                ownership = _ownership(material, node, mention)
                if ownership is not None:
                    owned.setdefault(node, ownership)
    for office in offices:
        if office.body is not None:
            named.setdefault(office.body, {})
    told = {o.holder: _country(material, o.body, {}) for o in reversed(offices) if o.body is not None}
    gender = genders.told(material)
    states = seats.listed(material) | {holder: state for holder, state in told.items() if state is not None}
    return tuple(
        Actor(
            node,
            _fullest_first(forms),
            states.get(node) or _country(material, node, forms),
            owned.get(node),
            gender.get(node),
        )
        for node, forms in named.items()
    )


def _fullest_first(forms: Mapping[str, Span]) -> tuple[tuple[str, Span], ...]:
    return tuple(sorted(forms.items(), key=lambda form: -len(form[0].split())))


@cache
def _seats() -> Mapping[tuple[URIRef, str], str]:
    """Return the state that each body and place of the registry belongs to."""
    tables = ((DIP.Organization, organisations()), (DIP.Organization, outlets()), (DIP.Place, places()))
    return {(kind, row.key): row.state for kind, table in tables for row in table if row.state}


def _country(material: Material, node: Node, forms: Mapping[str, Span]) -> Node | None:
    """Return the state that an actor or place belongs to: by the registry, or by the state in its name."""
    if node.kind == DIP.State:
        return node
    key = _seats().get((node.kind, node.registry)) if node.registry else None
    return material.state(key) if key is not None else _state_within(material, forms.values())


def _state_within(material: Material, spans: Iterable[Span]) -> Node | None:
    told = (material.doc.char_span(s.start, s.end, alignment_mode="expand") for s in spans)
    named = (material.hits.at(token.i) for tokens in told for token in tokens or ())
    states = [hit for hit in named if hit is not None and hit.kind in {"state", "demonym"}]
    return material.state(min(states, key=lambda hit: hit.start).key) if states else None


def _ownership(material: Material, node: Node, mention: Mention) -> tuple[str, Span] | None:
    """Return the word before an outlet or its noun that tells who runs it: "state-run", "pro-government"."""
    doc, text = material.doc, material.doc.text
    first = max(doc[mention.head].sent.start, mention.start - _NEAR)
    run = range(mention.head - 1, first - 1, -1)
    before = tuple(takewhile(lambda i: doc[i].pos_ in _BEFORE or "-" in {doc[i].text, doc[i - 1].text}, run))
    if not _is_outlet(node, {doc[i].lower_ for i in (mention.head, *before)}):
        return None
    for i in before:
        span = Span(_compound_start(text, doc[i].idx), doc[i].idx + len(doc[i]))
        word = text[span.start : span.end].casefold()
        if word in words("ownership") or word.endswith(tuple(words("ownership ending"))):
            return text[span.start : span.end], span
    return None


def _is_outlet(node: Node, nouns: set[str]) -> bool:
    """Say whether an actor publishes: by the registry, or by a noun that it or what is before it has."""
    by_noun = node.kind in {DIP.Organization, DIP.Group} and not nouns.isdisjoint(words("outlet noun"))
    return by_noun or (node.kind == DIP.Organization and node.registry in outlet_keys())


def _compound_start(text: str, start: int) -> int:
    """Return where the compound begins that a word ends: "state-run"."""
    while start > 0 and (text[start - 1].isalpha() or text[start - 1] == "-"):
        start -= 1
    return start
