"""Bounded forms of a query that takes too long: the same, asked for less."""

from collections.abc import Iterator

from kg.store.emptiness import clauses
from kg.store.parts import Outline, Part, every
from kg.store.prologue import Prologue
from kg.store.pruning import written
from kg.store.tokens import Token, changed, unquoted
from kg.vocab import DIP

ROWS = 100  # of a bounded form: enough to see whether it is what was meant
MATCHES = 10_000  # that a bounded form counts or groups
_AGGREGATES = frozenset({"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"})


def forms(text: str, outline: Outline, names: Prologue) -> Iterator[str]:
    """Yield bounded forms, the best first: a search for words, the first rows, a part of all matches."""
    group = outline.group
    if group is None:
        return
    for part in every(group):
        found = _search(part, tuple(every(group)), names)
        if found:
            yield changed(text, [(part.tokens[0].start, part.tokens[-1].end, found)])
    if not _is_counted(outline):
        yield _first(text, group.end, tuple(clauses(outline.tail)))
    inside = text[group.start : group.end]
    part_of = f"{{ {{ SELECT * WHERE {inside} LIMIT {MATCHES} }} }}"
    yield changed(text, [(group.start, group.end, part_of)])


def _is_counted(outline: Outline) -> bool:
    """Say whether rows are made of all matches, or none are wanted."""
    words = {token.text.upper() for token in outline.head if token.kind == "word"}
    behind = {clause[0].text.upper() for clause in clauses(outline.tail)}
    return bool(words & {"ASK", *_AGGREGATES} or behind & {"GROUP", "HAVING"})


def _first(text: str, end: int, tail: tuple[tuple[Token, ...], ...]) -> str:
    """Return a query for its first rows, in whatever order."""
    limits = [
        int(c[-1].text) if c[-1].text.isdecimal() else ROWS for c in tail if c[0].text.upper() == "LIMIT"
    ]
    values = [written(text, Part("tail", c)) for c in tail if c[0].text.upper() == "VALUES"]
    return "\n".join([text[:end], f"LIMIT {min([ROWS, *limits])}", *values])


def _search(part: Part, parts: tuple[Part, ...], names: Prologue) -> str | None:
    """Return a search for the words that a filter looks for in quotes; None for other filters."""
    words = {token.text.upper() for token in part.tokens if token.kind == "word"}
    strings = [token for token in part.tokens if token.kind == "string"]
    is_plain = part.kind == "filter" and words <= {"FILTER", "CONTAINS", "LCASE", "STR", "REGEX"}
    if not is_plain or not words & {"CONTAINS", "REGEX"} or len(part.variables) != 1 or not strings:
        return None
    if not {token.text for token in part.tokens if token.kind == "mark"} <= {"(", ")", ","}:
        return None  # such as one that is negated
    looked_for = " ".join(_words(strings[0]))
    passage = next((p for each in parts if (p := _passage(each, part.variables, names))), None)
    return f'SERVICE dip:search {{ {passage} dip:words "{looked_for}" }}' if passage and looked_for else None


def _words(token: Token) -> Iterator[str]:
    found = "".join(c if c.isalnum() else " " for c in unquoted(token))
    yield from found.split()


def _passage(part: Part, variables: frozenset[str], names: Prologue) -> str | None:
    """Return the variable whose quote is told to be one of some variables."""
    tokens = part.tokens
    is_quote = part.kind == "triple" and len(tokens) == 3 and tokens[0].kind == tokens[2].kind == "variable"
    if is_quote and tokens[2].text[1:] in variables and tokens[1].kind in {"iri", "name"}:
        return tokens[0].text if names.iri(tokens[1]) == str(DIP.quote) else None
    return None
