"""Take a query apart into its parts.

Read from the tokens of a query that the engine understands (SPARQL 1.1 Query Language, section 19.8, rules 53
to 95). What is not known here is a part of its own that is not taken apart further: nothing is an error.
"""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from kg.store.parts import CLASS, PROPERTY, TYPES, Group, Outline, Part, Statement, Verb
from kg.store.tokens import BRACKETS, Token, stopped

DEEPEST = 20  # groups, and square brackets, within each other that are taken apart
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
# What begins a part that is no triple: after these words comes a group, after others brackets.
_BEFORE_GROUP = frozenset({"OPTIONAL", "MINUS", "GRAPH", "SERVICE", "LATERAL"})
_WORDS = _BEFORE_GROUP | {"FILTER", "BIND", "VALUES"}
_Found = tuple[int, int, list[tuple[int, int]]]  # first token of a verb, the one behind it, and its objects


def outline(tokens: Sequence[Token]) -> Outline:
    """Return the parts of a query whose brackets match."""
    return _Reader(tuple(stopped(tokens))).outline()


class _Reader:
    """Reads the tokens of one query."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._words = tuple(token.text.upper() for token in tokens)
        self._closing = _closing(tokens)
        self._roles: dict[int, str] = {}
        self._depth = 0  # of square brackets

    def outline(self) -> Outline:
        """Return the parts of the query."""
        form = next((i for i, w in enumerate(self._words) if w in _FORMS and self._is_word(i)), 0)
        opening = self._opening(form + 1)
        if opening is not None and self._words[form] == "CONSTRUCT" and opening == form + 1:
            opening = self._opening(self._closing.get(opening, opening) + 1)  # behind the template
        if opening is None:
            return Outline(None, self._tokens[form:], (), MappingProxyType({}))
        group = self._group(opening, 0)
        end = self._closing.get(opening, len(self._tokens))
        head, tail = self._tokens[form:opening], self._tokens[end + 1 :]
        return Outline(group, head, tail, MappingProxyType(self._roles))

    def _is_word(self, i: int) -> bool:
        return self._tokens[i].kind == "word"

    def _opening(self, i: int) -> int | None:
        """Return the index of the first brace from `i` on that stands in no brackets."""
        while i < len(self._tokens):
            if self._tokens[i].text == "{":
                return i
            i = self._closing.get(i, i) + 1
        return None

    def _group(self, opening: int, depth: int) -> Group:
        end = self._closing.get(opening, len(self._tokens))
        parts: list[Part] = []
        stops: dict[int, int] = {}
        i = opening + 1
        while i < end and depth <= DEEPEST:
            if self._begins(i):
                part, i = self._part(i, end, depth)
                parts.append(part)
                if i < end and self._words[i] == ".":
                    stops[part.start] = self._tokens[i].start
                    i += 1
            elif self._words[i] == ".":
                i += 1  # it is read with what stands before it, but in what is no query
            else:
                found, i = self._statement(i, end)
                parts += found
        last = self._tokens[min(end, len(self._tokens) - 1)]
        return Group(self._tokens[opening].start, last.end, tuple(parts), MappingProxyType(stops))

    def _begins(self, i: int) -> bool:
        """Say whether something else than a triple begins."""
        return self._words[i] == "{" or (self._is_word(i) and self._words[i] in _WORDS)

    def _part(self, i: int, end: int, depth: int) -> tuple[Part, int]:
        """Return the part that begins at `i`, and the index behind it."""
        word = self._words[i]
        stop = self._braced(i, end) if word == "{" else self._worded(i, end)
        tokens = self._tokens[i:stop]
        groups = tuple(self._group(each, depth + 1) for each in self._inner(i, stop))
        kind = word.lower()
        if word == "{":
            is_select = self._words[i + 1 : i + 2] == ("SELECT",)
            kind = "union" if len(groups) > 1 else "select" if is_select else "group"
        return Part(kind, tokens, None, groups), stop

    def _braced(self, i: int, end: int) -> int:
        stop = self._closing.get(i, end) + 1
        while stop + 1 < end and self._words[stop] == "UNION" and self._words[stop + 1] == "{":
            stop = self._closing.get(stop + 1, end) + 1
        return min(stop, end)

    def _worded(self, i: int, end: int) -> int:
        """Return the index behind a part that begins with a word: it ends with its last brackets."""
        wanted = {"{", "("} if self._words[i] in {"FILTER", "BIND"} else {"{"}
        j = i + 1
        while j < end:
            stop = self._closing.get(j, j) + 1
            if self._words[j] in wanted:
                return min(stop, end)
            j = stop
        return end

    def _inner(self, i: int, end: int) -> Iterator[int]:
        """Yield the opening braces of the outermost groups between two indices; of a sub-select, its own."""
        if self._words[i] == "VALUES":
            return
        while i < end:
            if self._words[i] == "{":
                is_select = self._words[i + 1 : i + 2] == ("SELECT",)
                inside = self._opening(i + 2) if is_select else None
                yield i if inside is None else inside
                i = self._closing.get(i, i)
            i += 1

    def _statement(self, i: int, end: int) -> tuple[list[Part], int]:
        """Return the triples of the statement that begins at `i`, and the index behind it."""
        subject = self._term(i, end)
        self._inside(i, subject)
        verbs, stop = self._verbs(subject, end)
        is_read = stop >= end or self._words[stop] == "." or self._begins(stop)
        if not is_read:
            stop, verbs = self._until(i, end), []
        has_stop = stop < end and self._words[stop] == "."
        behind = max(stop + has_stop, i + 1)
        made = Statement(
            self._tokens[i].start,
            self._tokens[subject - 1].end,
            self._tokens[behind - 1].end,
            has_stop,
            tuple(self._verb(each) for each in verbs),
        )
        if not verbs:
            return [Part("triple", self._tokens[i : max(stop, i + 1)], (made, 0, 0))], behind
        return [
            Part("triple", self._tokens[i:subject] + self._tokens[a:b] + self._tokens[c:d], (made, v, o))
            for v, (a, b, things) in enumerate(verbs)
            for o, (c, d) in enumerate(things)
        ], behind

    def _verb(self, verb: _Found) -> Verb:
        start, end, things = verb
        places = tuple((self._tokens[a].start, self._tokens[b - 1].end) for a, b in things)
        return Verb(self._tokens[start].start, self._tokens[end - 1].end, places)

    def _verbs(self, i: int, end: int) -> tuple[list[_Found], int]:
        """Return the verbs from `i` on with their objects, and the index of what is none."""
        found: list[_Found] = []
        while i < end and (verb := self._path(i, end)) > i:
            self._note(i, verb)
            things, behind = self._things(verb, end, is_type=self._is_type(i, verb))
            if not things:
                return found, i
            found.append((i, verb, things))
            i = behind
            while i < end and self._words[i] == ";":
                i += 1
        return found, i

    def _things(self, i: int, end: int, *, is_type: bool) -> tuple[list[tuple[int, int]], int]:
        found: list[tuple[int, int]] = []
        while i < end and (stop := self._term(i, end)) > i:
            self._inside(i, stop)
            if is_type and self._tokens[i].kind in {"iri", "name"}:
                self._roles[self._tokens[i].start] = CLASS
            found.append((i, stop))
            i = stop
            if i >= end or self._words[i] != ",":
                break
            i += 1
        return found, i

    def _inside(self, i: int, stop: int) -> None:
        """Read what stands in the square brackets of a term, for the roles of its names."""
        if stop - i > 2 and self._words[i] == "[" and self._depth < DEEPEST:
            self._depth += 1
            self._verbs(i + 1, stop - 1)
            self._depth -= 1

    def _is_type(self, i: int, stop: int) -> bool:
        return stop == i + 1 and self._tokens[i].text in TYPES

    def _note(self, i: int, stop: int) -> None:
        for token in self._tokens[i:stop]:
            if token.kind in {"iri", "name"}:
                self._roles[token.start] = PROPERTY

    def _term(self, i: int, end: int) -> int:
        """Return the index behind the term at `i`; `i` where there is none."""
        token = self._tokens[i] if i < end else None
        if token is None:
            return i
        if token.text in {"[", "("}:
            return min(self._closing.get(i, end) + 1, end)
        if token.text in {"+", "-"} and i + 1 < end:
            return i + 2
        if token.kind == "string" and i + 1 < end and self._tokens[i + 1].kind == "language":
            return i + 2
        if token.kind == "string" and self._words[i + 1 : i + 3] == ("^", "^"):
            return min(i + 4, end)
        is_term = token.kind in {"iri", "name", "variable", "blank", "number", "string"}
        return i + (is_term or self._words[i] in {"TRUE", "FALSE"})

    def _path(self, i: int, end: int) -> int:
        """Return the index behind the verb or path at `i`; `i` where there is none."""
        if i < end and self._tokens[i].kind == "variable":
            return i + 1
        at = i
        while at < end:
            while at < end and self._words[at] in {"^", "!"}:
                at += 1
            if at >= end or not self._is_step(at):
                return i
            at = self._closing.get(at, at) + 1
            if at < end and self._words[at] in {"?", "*", "+"}:
                at += 1
            if at >= end or self._words[at] not in {"/", "|"}:
                return min(at, end)
            at += 1
        return i

    def _is_step(self, i: int) -> bool:
        token = self._tokens[i]
        return token.kind in {"iri", "name"} or token.text in {"a", "("}

    def _until(self, i: int, end: int) -> int:
        """Return the index of the full stop behind `i`, or of what else ends a statement."""
        while i < end and self._words[i] != "." and not self._begins(i):
            i = self._closing.get(i, i) + 1
        return min(i, end)


def _closing(tokens: Sequence[Token]) -> dict[int, int]:
    """Return the indices of brackets that close, by those that they close."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for i, token in enumerate(tokens):
        if token.kind == "mark" and token.text in BRACKETS:
            opened.append(i)
        elif token.kind == "mark" and token.text in BRACKETS.values() and opened:
            found[opened.pop()] = i
    return found
