"""States that a hyphen joins before a noun: "U.S.-Japan treaty", "Sino-Indian talks"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.registry import states
from kg.registry.words import words
from kg.text.gazetteer import Hits
from kg.text.tokens import Doc, Token

_HYPHENS = frozenset({"-", "–", "—", "/"})
_REACH = 6  # tokens behind the pair among which its noun stands


@dataclass(frozen=True, slots=True)
class Pair:
    """One token that names states of a pair; names that stand alone in one ("EU-Turkish") are found as names.

    Attributes:
        start: index of the token.
        keys: of the states, in the order of the text.
    """

    start: int
    keys: tuple[str, ...]


def find(doc: Doc, hits: Hits) -> Iterator[Pair]:
    """Yield the words of a text that name the states of a pair, in its order."""
    for token in doc:
        keys = _within(token) or _part(doc, hits, token)
        if keys and _is_joint(doc, token.i):
            yield Pair(token.i, keys)


def keys(doc: Doc, hits: Hits, start: int, end: int) -> tuple[str, ...]:
    """Return the states that words name, each once, with one that a hyphen joins before them."""
    if start > 1 and doc[start - 1].text in _HYPHENS and _is_named(doc, hits, start - 2):
        start -= 2
    found: dict[str, None] = {}
    for token in doc[start:end]:
        hit = hits.over(token.i)
        told = (hit.key,) if hit is not None and hit.is_state else _within(token) or _part(doc, hits, token)
        found |= dict.fromkeys(told)
    return tuple(found)


def _within(token: Token) -> tuple[str, ...]:
    """Return the states of a compound that is one token: "U.S.-Japan"."""
    for hyphen in _HYPHENS:
        parts = token.text.split(hyphen)
        keys = tuple(k for p in parts if (k := _key(p)) is not None) if len(parts) > 1 else ()
        if keys and len(keys) == len(parts):
            return keys
    return ()


def _part(doc: Doc, hits: Hits, token: Token) -> tuple[str, ...]:
    """Return the state of a people's name, or of its short form, that a hyphen joins to another."""
    if not token.text[0].isupper():
        return ()
    sides = ((token.i + 1, token.i + 2), (token.i - 1, token.i - 2))
    inside = ((h, o) for h, o in sides if min(h, o) >= 0 and max(h, o) < len(doc))
    joined = [o for h, o in inside if doc[h].text in _HYPHENS]  # looked at first: few tokens have one
    key = _key(token.text) if joined else None
    hit = hits.over(token.i)
    if key is None or (hit is not None and hit.kind != "demonym"):
        return ()
    return (key,) if any(_is_named(doc, hits, o) for o in joined) else ()


def _is_named(doc: Doc, hits: Hits, other: int) -> bool:
    hit = hits.over(other)
    return _key(doc[other].text) is not None or (hit is not None and (hit.is_state or hit.is_body))


def _key(form: str) -> str | None:
    if not form[:1].isupper():
        return None
    found = states.by_demonym(form) or states.by_name(form)
    return found.key if found is not None else _prefixes().get(form.casefold())


@cache
def _prefixes() -> dict[str, str]:
    """Return the states by the short forms of peoples' names: "Sino-", "Franco-"."""
    return dict(row.split() for row in words("prefix of a people"))


def _is_joint(doc: Doc, start: int) -> bool:
    """Say whether a noun of what states have between them follows: no "Irish-American lawyer"."""
    end = min(start + _REACH, doc[start].sent.end)
    return any(t.lemma_.lower() in words("noun of a pair") for t in doc[start + 1 : end + 1])
