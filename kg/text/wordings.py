"""Wordings of titles that the registry knows, found in a text."""

from functools import cache

from kg.registry.titles import Title, title_words, titles
from kg.registry.words import words
from kg.text.language import pipeline
from kg.text.tokens import Doc

TAILS = frozenset({"of", "for", "to", "at", "in", "on", "with", "from"})  # begin what stands behind a title
_LONGEST = 8  # tokens of the longest wording that the registry has


def longest_title(doc: Doc, i: int) -> tuple[Title, int] | None:
    """Return the title that begins at a token and how many tokens it takes; the longest of several."""
    return _longest(_index(), doc, i)


def longest_plural(doc: Doc, i: int) -> tuple[Title, int] | None:
    """Return the title in the plural ("Directors General"), as `longest_title` does."""
    return _longest(_plurals(), doc, i)


@cache
def modifiers() -> frozenset[str]:
    """Return the words that change a title ("former", "first", "deputy"), in small letters."""
    return frozenset(part for w in title_words() if w.kind == "modifier" for part in w.word.split())


def _longest(index: dict[tuple[str, ...], Title], doc: Doc, i: int) -> tuple[Title, int] | None:
    if doc[i].lower_ not in _first_words():
        return None
    lower = tuple(token.lower_ for token in doc[i : i + _LONGEST])
    lengths = range(len(lower), 0, -1)
    return next(((index[lower[:n]], n) for n in lengths if lower[:n] in index), None)


@cache
def _index() -> dict[tuple[str, ...], Title]:
    """Return the titles by their words in small letters, without what is read as their tail."""
    found: dict[tuple[str, ...], Title] = {}
    for title in titles():
        for wording in (title.office, *title.wordings):
            tokens = [token.lower_ for token in pipeline().make_doc(wording)]
            while tokens and tokens[-1] in TAILS:
                tokens.pop()
            is_duty = bool(tokens) and tokens[-1] in words("duty")  # "Chief of Army Staff"
            if is_duty or not words("body word") & set(tokens[1:]) - words("duty") or "of" not in tokens:
                found.setdefault(tuple(tokens), title)
    return found


@cache
def _first_words() -> frozenset[str]:
    """Return the words that titles begin with: most tokens are none, and need no more looking at."""
    return frozenset(tokens[0] for index in (_index(), _plurals()) for tokens in index)


@cache
def _plurals() -> dict[tuple[str, ...], Title]:
    """Return the same with the word that heads each in the plural: the last, or that before "of"."""
    found: dict[tuple[str, ...], Title] = {}
    for tokens, title in _index().items():
        last = (tokens.index("of") if "of" in tokens else len(tokens)) - 1
        found[(*tokens[:last], _plural(tokens[last]), *tokens[last + 1 :])] = title
    return {tokens: title for tokens, title in found.items() if tokens not in _index()}


def _plural(noun: str) -> str:
    return noun.removesuffix("y") + "ies" if noun.endswith(("ry", "dy", "ty")) else noun + "s"
