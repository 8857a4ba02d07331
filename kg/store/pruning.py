"""Write a query again without some of its parts; the rest of it stays as it was written."""

from collections.abc import Collection, Iterator

from kg.store.parts import Group, Part, Statement
from kg.store.tokens import changed


def without(text: str, group: Group, dropped: Collection[Part]) -> str:
    """Return a query without some parts of one of its groups.

    >>> from kg.store import outlines, tokens
    >>> query = "ASK { ?a a <b> ; <c> ?d, ?e . FILTER(?d > 1) }"
    >>> group = outlines.outline(tuple(tokens.split(query))).group
    >>> without(query, group, group.parts[1:2])
    'ASK { ?a a <b> ; <c> ?e . FILTER(?d > 1) }'
    """
    changes = _changes(text, group, frozenset(id(part) for part in dropped))
    return changed(text, ((s, e, new) if new else (*_line(text, s, e), "") for s, e, new in changes))


def written(text: str, part: Part) -> str:
    """Return a part as it stands for itself, in one line."""
    if part.statement is None or not part.statement[0].verbs:
        found = text[part.tokens[0].start : part.tokens[-1].end]
    else:
        statement, verb, thing = part.statement
        told = statement.verbs[verb]
        start, end = told.things[thing]
        pieces = (text[statement.start : statement.subject], text[told.start : told.end], text[start:end])
        found = " ".join(pieces)
    return " ".join(found.split())


def _changes(text: str, group: Group, dropped: Collection[int]) -> Iterator[tuple[int, int, str]]:
    """Yield what is to be written anew: the first code point, the one after the last, and what for it."""
    unended: Statement | None = None  # a statement before that needs a full stop if something behind it goes
    for parts in _statements(group.parts):
        statement = parts[0].statement[0] if parts[0].statement else None
        kept = [part for part in parts if id(part) not in dropped]
        start = statement.start if statement else parts[0].start
        end = statement.end if statement else _end(parts[0], group)
        if len(kept) < len(parts) and unended is not None:
            yield unended.end, unended.end, " ."
            unended = None
        if not kept:
            yield start, end, ""
            continue
        if statement and len(kept) < len(parts):
            yield start, end, _rewritten(text, statement, kept)
        unended = statement if statement and not statement.has_stop else None


def _statements(parts: tuple[Part, ...]) -> Iterator[list[Part]]:
    """Yield the parts of each statement together, others alone."""
    found: list[Part] = []
    for part in parts:
        told = part.statement[0] if part.statement else None
        if found and not (told and found[0].statement and found[0].statement[0] is told):
            yield found
            found = []
        found.append(part)
    if found:
        yield found


def _end(part: Part, group: Group) -> int:
    """Return the code point after a part that is no triple, and after its full stop."""
    last = part.tokens[-1]
    stop = group.stops.get(part.start)
    return last.end if stop is None else stop + 1


def _rewritten(text: str, statement: Statement, kept: list[Part]) -> str:
    """Return a statement with some of its triples: each with what stood before it, be it a line's indent."""
    places = {part.statement[1:] for part in kept if part.statement}
    pieces = [text[statement.start : statement.subject]]
    for v, verb in enumerate(statement.verbs):
        things = [o for o in range(len(verb.things)) if (v, o) in places]
        for o in things:
            start, end = verb.things[o]
            if o == things[0]:
                before = statement.verbs[v - 1].things[-1][1] if len(pieces) > 1 else statement.subject
                first = verb if len(pieces) > 1 else statement.verbs[0]
                pieces += [text[before : first.start], text[verb.start : verb.end]]
                pieces += [text[verb.end : verb.things[0][0]], text[start:end]]
            else:
                pieces += [text[verb.things[o - 1][1] : start], text[start:end]]
    return "".join([*pieces, text[statement.verbs[-1].things[-1][1] : statement.end]])


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of what goes with the rest of its lines, where these are blank."""
    before = len(text[:start].rstrip(" \t"))
    after = len(text) - len(text[end:].lstrip(" \t"))
    if text[before - 1 : before] == "\n" and text[after : after + 1] == "\n":
        return before, after + 1
    return before, end
