"""When two names of bodies name one: "the Foreign Ministry of Peru", "Peru's Ministry of Foreign Affairs"."""

from dataclasses import dataclass
from functools import cache

from kg.registry.organisations import organisation_keys
from kg.registry.states import by_capital, by_demonym, by_name
from kg.registry.words import words
from kg.text.tokens import Doc

_SMALL = frozenset({"of", "the", "for", "and", "&", "on", "in", "to", "at", "'s", "’s", "’", "'", "affairs"})
_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})
_LONGEST = 5  # words of a state's name
_MORE = 2  # words that a full name has more than a short one before it: a headline in capitals has more


@dataclass(frozen=True, slots=True)
class Core:
    """What a body's name tells.

    Attributes:
        words: its words in small letters, without states and small words.
        head: the noun of the body among them, None where there is none.
        states: keys of the states in it, and of the one that it belongs to.
    """

    words: frozenset[str]
    head: str | None
    states: frozenset[str]


@cache
def core(form: str, registry: str | None = None, owner: str | None = None) -> Core:
    """Return what a name tells; `owner` is the key of a state that stands before it ("Hungary's")."""
    parts, i = form.replace("’s", " ’s").replace("'s", " 's").replace("-", " - ").split(), 0
    own: list[str] = []
    states = {owner} if owner is not None else set()
    row = organisation_keys().get(registry) if registry is not None else None
    if row is not None and row.state is not None:
        states.add(row.state)
    while i < len(parts):
        length, key = _state(parts, i)
        if key is not None:
            states.add(key)
        elif parts[i].casefold() not in _SMALL:
            own.append(parts[i].casefold())
        i += length
    nouns = [w for w in own if w in words("body noun")]
    return Core(frozenset(own), nouns[0] if nouns else None, frozenset(states))


def _state(parts: list[str], i: int) -> tuple[int, str | None]:
    """Return how many words from a place on name a state, and its key; one word and None for none."""
    for length in range(min(_LONGEST, len(parts) - i), 0, -1):
        form = " ".join(parts[i : i + length])
        found = by_name(form) or by_demonym(form) or by_capital(form)
        if found is not None:
            return length, found.key
    return 1, None


def are_one(later: Core, before: Core) -> bool:
    """Say whether a name may mean the body of one that stands before it: the same words, fewer or more.

    A noun alone ("the Embassy") means one told before, not one told later.
    """
    if later.head is None or later.head != before.head or not _agree(later, before):
        return False
    if later.words <= before.words:
        return True
    is_near = before.words <= later.words and len(later.words) - len(before.words) <= _MORE
    return is_near and (len(before.words) > 1 or bool(before.states & later.states))


def are_apart(one: Core, other: Core) -> bool:
    """Say whether the states of two names tell that they are of two bodies: two foreign ministries."""
    return not _agree(one, other)


def _agree(one: Core, other: Core) -> bool:
    return not one.states or not other.states or one.states <= other.states or other.states <= one.states


def owner(doc: Doc, start: int) -> tuple[int, int] | None:
    """Return the tokens of whom a name belongs to, half-open, where a possessive stands right before it."""
    if start < 2 or doc[start - 1].lower_ not in _POSSESSIVE:
        return None
    holder = doc[start - 2]
    first = holder.left_edge.i
    while first < start - 2 and (doc[first].lower_ == "the" or not doc[first].text[0].isupper()):
        first += 1
    run = doc[first : start - 1]
    named = all(t.text[0].isupper() or t.lower_ in _SMALL or t.is_punct for t in run)
    return (first, start) if named and run[0].text[0].isupper() else None


def owning_state(doc: Doc, start: int) -> str | None:
    """Return the key of the state whose possessive stands right before a name ("Hungary's")."""
    tokens = owner(doc, start)
    if tokens is None:
        return None
    found = by_name(doc[tokens[0] : tokens[1] - 1].text)
    return found.key if found is not None else None
