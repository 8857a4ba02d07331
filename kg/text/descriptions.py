"""Actors that are described and not named: "Azerbaijani officials", "the Chinese side", "the ministry"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import URIRef
from spacy.tokens import Doc, Token

from kg.registry.descriptions import descriptions
from kg.text.gazetteer import Hit
from kg.vocab import DIP


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase that describes an actor.

    Attributes:
        start: index of its first token, without the article.
        end: index after its last token (half-open).
        head: index of the noun.
        kind: class of the actor.
        state: key of the state that stands with it.
        definite: whether "the", "this", "both" or a possessive begins it, so that it may mean one told before.
    """

    start: int
    end: int
    head: int
    kind: URIRef
    state: str | None
    definite: bool


def find(doc: Doc, hits: Mapping[int, Hit]) -> Iterator[Description]:
    """Yield the descriptions of a text, in its order."""
    for token in doc:
        kind = _kind(token)
        if kind is not None:
            start = _start(doc, hits, token)
            state = _state(doc, hits, start, token)
            end = _end(doc, hits, token, state)
            yield Description(start, end, token.i, kind, state, _is_definite(token))


def _kind(token: Token) -> URIRef | None:
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "amod", "nmod"}:
        return None
    row = descriptions().get(token.lemma_.lower())
    if row is None:
        return None
    kind = row.plural if token.tag_ in {"NNS", "NNPS"} else row.singular
    return DIP[kind] if kind else None


def _start(doc: Doc, hits: Mapping[int, Hit], token: Token) -> int:
    """Return where the run of modifiers before a noun begins; "and" and the name of a body end the run."""
    named = {i for h in hits.values() if h.kind in {"organisation", "outlet"} for i in range(h.start, h.end)}
    start: int = token.i
    while start > token.sent.start and start - 1 not in named and _modifies(doc[start - 1]):
        start -= 1
    while start < token.i and (
        doc[start].is_punct or doc[start].lower_ in _QUANTITY or doc[start].tag_ == "POS"
    ):
        start += 1
    return start


def _modifies(token: Token) -> bool:
    if token.pos_ in {"ADJ", "NOUN", "PROPN", "NUM"} or token.tag_ in {"VBN", "POS"}:
        return True
    return token.text in {"-", "–"}


_QUANTITY = frozenset("other both all two three four many several other some these those such".split())


def _state(doc: Doc, hits: Mapping[int, Hit], start: int, token: Token) -> str | None:
    for i in range(start, token.i):
        if i in hits and hits[i].kind in {"state", "demonym", "capital"}:
            return hits[i].key
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            for grandchild in child.children:
                hit = next(
                    (h for h in hits.values() if h.start <= grandchild.i < h.end and h.kind == "state"), None
                )
                if hit is not None:
                    return hit.key
    return None


def _end(doc: Doc, hits: Mapping[int, Hit], token: Token, state: str | None) -> int:
    """Return where the phrase ends: with "of" or "from" and a name, where these tell whose it is."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"} and child.i == token.i + 1:
            inner = [t for t in child.subtree if t.i > child.i]
            if inner and len(inner) <= 6 and any(t.text[0].isupper() for t in inner):
                return max(t.i for t in inner) + 1
    return token.i + 1


def _is_definite(token: Token) -> bool:
    return any(
        t.lower_ in {"the", "this", "these", "those", "both", "its", "his", "their", "her", "that"}
        for t in token.lefts
    )
