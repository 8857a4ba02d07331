"""The `SERVICE` blocks of a query, which others answer than the engine.

A block is evaluated on its own and joined with what stands beside it (SPARQL 1.1 Federated Query, section 4).
So is `VALUES`; hence a block may be answered before the engine sees the query, and stand in it as the rows
that came of it. Variables that are bound nowhere in a row are UNDEF there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import ForbiddenQueryError
from kg.store.prologue import Prologue
from kg.store.tokens import Token, changed, fault

MOST = 8  # blocks of a query: each may be a request to another service
_NO_BREAK = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Block:
    """One block.

    Attributes:
        iri: what is to answer it.
        is_silent: whether one empty row takes the place of an error (`SERVICE SILENT`).
        start: its first code point in the query, counted from 0.
        inside: the code point of its opening brace.
        end: the code point after its closing brace.
        tokens: what stands between the braces.
        heads: first code points, and those of the opening braces, of its own head and those of blocks in it.
    """

    iri: str
    is_silent: bool
    start: int
    inside: int
    end: int
    tokens: tuple[Token, ...]
    heads: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What a block found.

    Attributes:
        columns: names of variables, without their mark.
        rows: for each column the term as SPARQL writes it, or None where nothing is bound.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


def find(tokens: Sequence[Token], text: str, names: Prologue) -> Iterator[Block]:
    """Yield the blocks of a query in their order; a block within a block is part of the outer one.

    The brackets of the query match.

    Raises:
        QueryError: what follows the word is no block, or there are too many.
        ForbiddenQueryError: a variable is to say who answers.
    """
    found, i = 0, 0
    while i < len(tokens):
        if not _opens(tokens[i]):
            i += 1
            continue
        found += 1
        if found > MOST:
            raise fault(text, tokens[i].start, f"expected at most {MOST} SERVICE blocks, found more")
        opening = _head(tokens, i, text)
        closing = _closing(tokens, opening)
        yield _block(tokens[i : closing + 1], opening - i, text, names)
        i = closing + 1


def skeleton(text: str, blocks: Sequence[Block]) -> str:
    """Return a query in which each block is a plain group: of the same grammar, each thing in its place."""
    heads = (head for block in blocks for head in block.heads)
    return changed(text, ((start, inside, _NO_BREAK.sub(" ", text[start:inside])) for start, inside in heads))


def fill(text: str, found: Mapping[Block, Table]) -> str:
    """Return a query in which each block is replaced by what it found."""
    tables = sorted(found.items(), key=lambda item: item[0].start)
    return changed(text, ((block.start, block.end, values(table)) for block, table in tables))


def values(table: Table) -> str:
    """Return a table as SPARQL writes it.

    >>> values(Table(("a", "b"), (("<x:y>", None), ("'z'", "1"))))
    "VALUES (?a ?b) { (<x:y> UNDEF) ('z' 1) }"
    """
    names = " ".join(f"?{column}" for column in table.columns)
    rows = " ".join(f"({' '.join(term or 'UNDEF' for term in row)})" for row in table.rows)
    return f"VALUES ({names}) {{ {rows} }}"


def _opens(token: Token) -> bool:
    return token.kind == "word" and token.text.upper() == "SERVICE"


def _head(tokens: Sequence[Token], i: int, text: str) -> int:
    """Return the index of the opening brace of the block whose word stands at `i`."""
    j = i + 1
    if j < len(tokens) and tokens[j].kind == "word" and tokens[j].text.upper() == "SILENT":
        j += 1
    for expected in ("an IRI", "{"):
        token = tokens[j] if j < len(tokens) else tokens[-1]
        is_right = token.kind in {"iri", "name", "variable"} if expected == "an IRI" else token.text == "{"
        if not is_right or j >= len(tokens):
            raise fault(text, token.start, f"expected {expected} for SERVICE, found {token.text}")
        j += 1
    return j - 1


def _closing(tokens: Sequence[Token], opening: int) -> int:
    depth = 0
    for i in range(opening, len(tokens)):
        if tokens[i].kind == "mark":
            depth += (tokens[i].text == "{") - (tokens[i].text == "}")
        if not depth:
            break
    return i


def _block(tokens: Sequence[Token], opening: int, text: str, names: Prologue) -> Block:
    named = tokens[opening - 1]
    if named.kind == "variable":
        reason = "say which service is to answer: an IRI, no variable"
        raise fault(text, named.start, f"SERVICE {named.text} is refused: {reason}", ForbiddenQueryError)
    heads = [(t.start, tokens[_head(tokens, i, text)].start) for i, t in enumerate(tokens) if _opens(t)]
    return Block(
        iri=names.iri(named),
        is_silent=opening == 3,
        start=tokens[0].start,
        inside=tokens[opening].start,
        end=tokens[-1].start + 1,
        tokens=tuple(tokens[opening + 1 : -1]),
        heads=tuple(heads),
    )
