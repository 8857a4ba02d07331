"""Actors that are described and not named: "Azerbaijani officials", "the Chinese side", "the ministry"."""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import URIRef
from spacy.tokens import Doc, Token

from kg.registry.descriptions import descriptions
from kg.registry.words import words
from kg.text.gazetteer import Hit, Hits
from kg.vocab import DIP

_LEFT = frozenset({"amod", "compound", "nmod", "poss", "nummod", "case", "punct", "advmod", "npadvmod"})
_OUTSIDE = frozenset({"the", "a", "an", "other", "all"})
_LONGEST = 6  # tokens behind "of" or "from" that belong to a description


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase that describes an actor.

    Attributes:
        start: index of its first token, without the article.
        end: index after its last token (half-open).
        head: index of the noun.
        kind: class of the actor.
        state: key of the state that stands with it.
        is_definite: whether "the", "this", "both" or a possessive begins it: it may mean one told before.
    """

    start: int
    end: int
    head: int
    kind: URIRef
    state: str | None
    is_definite: bool


def find(doc: Doc, hits: Hits) -> Iterator[Description]:
    """Yield the descriptions of a text, in its order."""
    for token in doc:
        kind = _kind(token)
        if kind is not None:
            start = _start(hits, token)
            state = _state(hits, start, token)
            yield Description(start, _end(token), token.i, kind, state, _is_definite(token))


def _kind(token: Token) -> URIRef | None:
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "amod", "nmod"}:
        return None
    row = descriptions().get(token.lemma_.lower())
    if row is None:
        return None
    kind = row.plural if token.tag_ in {"NNS", "NNPS"} else row.singular
    return DIP[kind] if kind else None


def _start(hits: Hits, token: Token) -> int:
    left = [t for t in token.lefts if t.dep_ in _LEFT and not _is_outside(t)]
    start = min((t.left_edge.i for t in left), default=token.i)
    # "Sputnik and pro-government media": a body that "and" joins on is no modifier.
    cuts = [t.i + 1 for t in token.doc[start : token.i] if t.dep_ == "cc" and _is_body(hits, t.i - 1)]
    start = max((start, *cuts))
    while start < token.i and (token.doc[start].is_punct or token.doc[start].lower_ in _OUTSIDE):
        start += 1
    return start


def _is_body(hits: Hits, i: int) -> bool:
    hit = hits.over(i)
    return hit is not None and hit.is_body


def _is_outside(token: Token) -> bool:
    return (token.dep_ == "poss" and token.pos_ == "PRON") or token.lower_ in words("quantity")


def _state(hits: Hits, start: int, token: Token) -> str | None:
    """Return the state that stands before the noun, else behind it with "of" or "from"."""
    before = (hits.at(i) for i in range(start, token.i))
    behind = (hits.over(t.i) for t in _phrases(token))
    named = (h for h in before if h is not None and h.is_state)
    told: Iterator[Hit] = (h for h in behind if h is not None and h.kind == "state")
    return next((h.key for h in (*named, *told)), None)


def _phrases(token: Token) -> Iterator[Token]:
    """Yield the nouns that "of" or "from" binds to a noun."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
            yield from child.children


def _end(token: Token) -> int:
    """Return where the phrase ends: with "of" or "from" and a name, where these tell whose it is."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "from"} and child.i == token.i + 1:
            inner = [t for t in child.subtree if t.i > child.i]
            if 0 < len(inner) <= _LONGEST and any(t.text[0].isupper() for t in inner):
                return max(t.i for t in inner) + 1
    return token.i + 1


def _is_definite(token: Token) -> bool:
    return any(t.lower_ in words("determiner of reference") for t in token.lefts)
