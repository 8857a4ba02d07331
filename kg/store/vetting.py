"""Decide what a user's query is, and whether it may be asked, before any engine sees it.

The engine parses without a tokenizer: it takes `SERVICEex:a {` for a call of another service, where the
grammar has a prefixed name, and `?a<?b)SERVICE:s#>` for a comparison, where the grammar has an IRI. So what
reads as a call in either way is refused here, words that the grammar does not know are errors, and the engine
is given the very text that was judged: its codepoint escapes are decoded already.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from kg.errors import ForbiddenQueryError
from kg.store import blocks, prologue
from kg.store.blocks import Block
from kg.store.likeness import Suggestion, hinted, nearest
from kg.store.prologue import Prologue
from kg.store.tokens import BRACKETS, Token, decode, fault, split, windows

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
LONGEST = 1_000_000  # code points of a query: long lists of VALUES are of use, and are read in half a second
# Words of updates alone: none of them stands in a query.
_UPDATES = frozenset(
    "ADD ALL CLEAR COPY CREATE DATA DEFAULT DELETE DROP INSERT INTO LOAD MOVE TO USING WITH".split()  # noqa: SIM905
)
_WORDS = frozenset(
    """
    A ABS ADJUST AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT
    DATATYPE DAY DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP
    GROUP_CONCAT HASLANG HASLANGDIR HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISTRIPLE ISURI
    LANG LANGDIR LANGMATCHES LATERAL LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH NAMED NOT NOW OBJECT OFFSET
    OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT
    SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLANGDIR
    STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE TRIPLE TRUE TZ UCASE UNDEF UNION URI UUID VALUES
    VERSION WHERE YEAR
    """.split()  # noqa: SIM905 # as a list, nobody would read it
)
_HIDDEN = re.compile(r"(?<![\w:?$@])(SERVICE|FROM)(?!\w)", re.IGNORECASE)
_REMOTE = "only services that are listed are asked; ask both and join the answers"
_LOCAL = "this service reads its own data only"


@dataclass(frozen=True, slots=True)
class Vetted:
    """A query that may be asked.

    Attributes:
        text: what the engine is to be given: the query with its codepoint escapes decoded. Where there are
            blocks, it is to be given another, in which they are answered (`kg.store.blocks.fill`).
        form: one of `FORMS`.
        blocks: what is to be answered before.
        names: what its names stand for.
    """

    text: str
    form: str
    blocks: tuple[Block, ...]
    names: Prologue


def nobody(_: str) -> bool:
    """Say that a service is not to be asked."""
    return False


def vet(text: str, graphs: Collection[str], base: str, may_ask: Callable[[str], bool] = nobody) -> Vetted:
    """Return a query as it may be asked.

    Args:
        text: the query as it came.
        graphs: IRIs of the named graphs of the data set, which `FROM` may name.
        base: what relative IRIs are resolved against.
        may_ask: says of an IRI whether the `SERVICE` of that name may be asked.

    Raises:
        ForbiddenQueryError: it is an update, or asks for data from elsewhere.
        QueryError: it is no query.
    """
    if len(text) > LONGEST:
        raise fault(text, LONGEST, f"expected at most {LONGEST:,} characters, found {len(text):,}")
    decoded = decode(text)
    tokens = tuple(split(decoded))
    _words(tokens, decoded)
    _glued(tokens, decoded)
    names = prologue.read(tokens, decoded, base)
    _data_set(tokens, decoded, frozenset(graphs), names)
    _brackets(tokens, decoded)
    found = tuple(blocks.find(tokens, decoded, names))
    for block in found:
        if not may_ask(block.iri):
            reason = f"SERVICE <{block.iri}> is refused: {_REMOTE}"
            raise fault(decoded, block.start, reason, ForbiddenQueryError)
    return Vetted(decoded, _form(tokens, decoded), found, names)


def _words(tokens: Sequence[Token], text: str) -> None:
    for token in tokens:
        word = token.text.upper()
        if token.kind != "word" or word in _WORDS:
            continue
        if "SERVICE" in word:  # such as "1SERVICE" and "SERVICESILENT"
            reason = f"{token.text} is refused: it may be read as SERVICE; {_REMOTE}"
            raise fault(text, token.start, reason, ForbiddenQueryError)
        if word in _UPDATES:
            reason = f"{token.text} is refused: data cannot be changed or loaded here"
            raise fault(text, token.start, reason, ForbiddenQueryError)
        error = fault(text, token.start, f"expected a word of SPARQL, found {token.text!r}")
        raise hinted(error, (Suggestion(token.text, each) for each in nearest(token.text, _WORDS)))


def _brackets(tokens: Sequence[Token], text: str) -> None:
    """Refuse brackets that do not match: the engine would name another place, or none."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind != "mark":
            continue
        if token.text in BRACKETS:
            opened.append(token)
        elif token.text in BRACKETS.values():
            expected = BRACKETS[opened.pop().text] if opened else "no closing bracket"
            if token.text != expected:
                raise fault(text, token.start, f"expected {expected}, found {token.text}")
    if opened:
        token = opened[-1]
        raise fault(text, token.start, f"expected {BRACKETS[token.text]} for {token.text}, found none")


def _glued(tokens: Sequence[Token], text: str) -> None:
    """Refuse what the engine would take apart otherwise than the grammar does."""
    depth = 0
    for before, token, after in windows(tokens):
        depth += (token.text == "(") - (token.text == ")")
        is_call = token.kind == "name" and "service" in token.text.partition(":")[0].lower() and after == "{"
        if is_call and before not in {"GRAPH", "FROM", "NAMED"}:
            reason = (
                "it may be read as SERVICE; put a full stop or { } between them, or name the prefix otherwise"
            )
            raise fault(
                text, token.start, f"{token.text} before {{ is refused: {reason}", ForbiddenQueryError
            )
        closing = token.text.find(")") if token.kind == "iri" and depth > 0 else -1
        # Behind the first bracket: to try each would cost the square of their number.
        if closing >= 0 and (hidden := _HIDDEN.search(token.text, closing)):
            reason = f"it may be read as a comparison and {hidden[1]}; write ) in an IRI as %29"
            raise fault(text, token.start, f"{token.text} is refused: {reason}", ForbiddenQueryError)


def _data_set(tokens: Sequence[Token], text: str, graphs: frozenset[str], names: Prologue) -> None:
    held = ", ".join(sorted(graphs)) or "no named graph: leave FROM out to ask all data"
    for before, token, _ in windows(tokens):
        is_graph = before in {"FROM", "NAMED"} and token.text.upper() != "NAMED"
        if is_graph and names.iri(token) not in graphs:
            reason = f"FROM {token.text} is refused: {_LOCAL}; it has {held}"
            raise fault(text, token.start, reason, ForbiddenQueryError)


def _form(tokens: Sequence[Token], text: str) -> str:
    expected = f"expected one of {', '.join(FORMS)}"
    for token in tokens:
        word = token.text.upper()
        if token.kind == "word" and word not in {"BASE", "PREFIX", "VERSION"}:
            if word in FORMS:
                return word
            break
        if token.kind not in {"word", "name", "iri", "string"}:
            break
    else:
        raise fault(text, len(text), f"{expected}, found none")
    raise fault(text, token.start, f"{expected}, found {token.text!r}")
