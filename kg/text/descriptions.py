"""Actors that are described and not named: "Azerbaijani officials", "the Chinese side", "the ministry"."""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import URIRef

from kg.registry.descriptions import descriptions
from kg.registry.states import by_demonym
from kg.registry.words import words
from kg.text.gazetteer import Hits
from kg.text.tokens import Doc, Token
from kg.vocab import DIP

_LEFT = frozenset({"amod", "compound", "nmod", "poss", "nummod", "case", "punct", "advmod", "npadvmod"})
_OUTSIDE = frozenset({"the", "a", "an", "other", "all"})
_LONGEST = 6  # tokens behind "of" or "from" that stand for nobody of their own
_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent", "dative"})
_FURTHEST = 14  # tokens behind a noun that may still tell whom it describes
_BINDS = frozenset({"of", "from"})
_LED = frozenset({"lead", "head", "represent", "compose", "comprise", "chair"})
_GOVERNING = frozenset({"government", "authority", "side"})  # in the plural of several states named with it
_SEVERAL = frozenset({"two", "three", "four", "both"})
_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Description:
    """A phrase that describes an actor.

    Attributes:
        start: index of its first token, without the article.
        end: index after its last token that names nobody else (half-open).
        head: index of the noun.
        told: index after the last token that tells whom it describes, which may name others (half-open).
        kind: class of the actor.
        states: keys of the states that stand with it.
        is_definite: whether "the", "this", "both" or a possessive begins it: it may mean one told before.
    """

    start: int
    end: int
    head: int
    told: int
    kind: URIRef
    states: tuple[str, ...]
    is_definite: bool

    @property
    def state(self) -> str | None:
        """The state that stands with it first."""
        return self.states[0] if self.states else None


def find(doc: Doc, hits: Hits) -> Iterator[Description]:
    """Yield the descriptions of a text, in its order."""
    for token in doc:
        people = _people(doc, hits, token)
        if people is not None:
            yield people
            continue
        kind = _kind(token)
        if kind is not None:
            start, end = _start(hits, token), _end(token)
            told = max(end, _told(token))
            states = tuple(dict.fromkeys(_states(hits, start, token)))
            if len(states) > 1 and noun_of(token) in _GOVERNING:
                kind = DIP.State
            end = end if kind == DIP.State else token.i + 1  # whom "of" names stays a name of its own
            yield Description(start, end, token.i, told, kind, states, _is_definite(token))


def is_plural(token: Token) -> bool:
    """Say whether a noun means several; with a capital the model may miss it ("the two Ministers")."""
    is_counted = any(t.lower_ in _SEVERAL for t in token.lefts)
    return token.tag_ in _PLURAL or (token.tag_ == "NNP" and is_counted and token.lower_.endswith("s"))


def noun_of(token: Token) -> str:
    """Return a noun in the singular and in small letters; the model keeps plurals that have a capital."""
    lemma = token.lemma_.lower()
    if not is_plural(token) or token.tag_ == "NNS" or lemma != token.lower_:
        return lemma
    return lemma.removesuffix("ies") + "y" if lemma.endswith("ies") else lemma.removesuffix("s")


def _people(doc: Doc, hits: Hits, token: Token) -> Description | None:
    """Return what a people's name describes: "the Omanis" are their state, "Afghans" some of them."""
    is_the = token.i > 0 and doc[token.i - 1].lower_ == "the"
    hit = hits.at(token.i)
    if token.dep_ not in _ACTING or not token.text[0].isupper():
        return None
    if hit is not None and hit.kind == "demonym" and hit.end == token.i + 1 and is_the:
        key: str | None = hit.key if not any(t.i > token.i for t in token.rights) else None
    else:
        state = by_demonym(token.text.removesuffix("s")) if token.text.endswith("s") and hit is None else None
        key = state.key if state is not None else None
    if key is None or any(t.dep_ in {"amod", "nummod"} for t in token.lefts):
        return None
    kind = DIP.State if is_the else DIP.Group
    return Description(token.i, token.i + 1, token.i, token.i + 1, kind, (key,), is_the)


def _kind(token: Token) -> URIRef | None:
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "amod", "nmod"}:
        return None
    if _may_be_body(token):
        return DIP.Organization
    row = descriptions().get(noun_of(token))
    if row is None:
        return None
    kind = row.plural if is_plural(token) else row.singular
    return DIP[kind] if kind else None


def _may_be_body(token: Token) -> bool:
    """Say whether a noun with "the" alone may mean a body told before: "the bank", not "the central bank"."""
    left = [t for t in token.lefts if not t.is_punct]
    bare = len(left) == 1 and left[0].lower_ in {"the", "this", "that"}
    return bare and token.tag_ not in _PLURAL and noun_of(token) in words("body told before")


def _start(hits: Hits, token: Token) -> int:
    left = [t for t in token.lefts if t.dep_ in _LEFT and not _is_outside(t)]
    start = min((t.left_edge.i for t in left), default=token.i)
    if token.dep_ == "conj" and token.tag_ in _PLURAL and _is_people(hits, token.head):
        start = token.head.i  # "the Chilean and Peruvian ministers", of which the parser makes two nouns
    # "Sputnik and pro-government media": a body that "and" joins on is no modifier.
    cuts = [t.i + 1 for t in token.doc[start : token.i] if t.dep_ == "cc" and _is_body(hits, t.i - 1)]
    start = max((start, *cuts))
    while start < token.i and (token.doc[start].is_punct or token.doc[start].lower_ in _OUTSIDE):
        start += 1
    return start


def _is_people(hits: Hits, token: Token) -> bool:
    hit = hits.at(token.i)
    return hit is not None and hit.kind == "demonym" and hit.end == token.i + 1


def _is_body(hits: Hits, i: int) -> bool:
    hit = hits.over(i)
    return hit is not None and hit.is_body


def _is_outside(token: Token) -> bool:
    return (token.dep_ == "poss" and token.pos_ == "PRON") or token.lower_ in words("quantity")


def _states(hits: Hits, start: int, token: Token) -> Iterator[str]:
    """Yield the states that stand before the noun, then those behind it with "of" or "from"."""
    before = (hits.at(i) for i in range(start, token.i))
    yield from (h.key for h in before if h is not None and h.is_state)
    behind = (hits.over(t.i) for p in _phrases(token) for t in (p, *p.conjuncts))
    yield from (h.key for h in behind if h is not None and h.kind == "state")


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


def _told(token: Token) -> int:
    """Return where the words end that tell whom a noun means: "members of the panel", "a team led by A"."""
    for child in token.rights:
        binds = child.dep_ == "prep" and child.lower_ in _BINDS
        led = child.dep_ == "acl" and child.lemma_.lower() in _LED and child.i == token.i + 1
        last = child.right_edge.i
        if (binds or led) and child.left_edge.i <= token.i + 2 and 0 < last - token.i <= _FURTHEST:
            return last + 1
    return token.i + 1


def _is_definite(token: Token) -> bool:
    return any(t.lower_ in words("determiner of reference") for t in token.lefts)
