"""Decide what a user's query is, and whether it may be asked, before any engine sees it.

The engine parses without a tokenizer: it takes `SERVICEex:a {` for a call of another service, where the
grammar has a prefixed name, and `?a<?b)SERVICE:s#>` for a comparison, where the grammar has an IRI. So what
reads as a call in either way is refused here, words that the grammar does not know are errors, and the engine
is given the very text that was judged: its codepoint escapes are decoded already.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urljoin

from rdflib import OWL, RDF, RDFS, SKOS, XSD
from rdflib.namespace import DCTERMS

from kg.errors import ForbiddenQueryError, QueryError
from kg.store.tokens import Token, decode, place, split
from kg.vocab import ONTOLOGY

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
LONGEST = 1_000_000  # code points of a query: long lists of VALUES are of use, and are read in half a second
# Prefixes that a query need not declare.
PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": str(DCTERMS),
        "dip": str(ONTOLOGY),
        "owl": str(OWL),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "skos": str(SKOS),
        "xsd": str(XSD),
    }
)
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
    SEPARATOR SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLANGDIR
    STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE TRIPLE TRUE TZ UCASE UNDEF UNION URI UUID VALUES
    VERSION WHERE YEAR
    """.split()  # noqa: SIM905 # as a list, nobody would read it
)
_CLOSING = {"(": ")", "[": "]", "{": "}", "{|": "|}"}
_HIDDEN = re.compile(r"\).*?(?<![\w:?$@])(SERVICE|FROM)(?!\w)", re.IGNORECASE | re.DOTALL)
_REMOTE = "this service asks no other: copy what you need, or ask both and join the answers"
_LOCAL = "this service reads its own data only"


@dataclass(frozen=True, slots=True)
class Vetted:
    """A query that may be asked.

    Attributes:
        text: what the engine is to be given: the query with its codepoint escapes decoded.
        form: one of `FORMS`.
    """

    text: str
    form: str


def vet(text: str, graphs: Collection[str], base: str) -> Vetted:
    """Return a query as the engine is to be given it.

    Args:
        text: the query as it came.
        graphs: IRIs of the named graphs of the data set, which `FROM` may name.
        base: what relative IRIs are resolved against.

    Raises:
        ForbiddenQueryError: it is an update, or asks for data from elsewhere.
        QueryError: it is no query.
    """
    if len(text) > LONGEST:
        raise QueryError(f"query: expected at most {LONGEST:,} characters, found {len(text):,}")
    decoded = decode(text)
    tokens = tuple(split(decoded))
    _words(tokens, decoded)
    _glued(tokens, decoded)
    _data_set(tokens, decoded, frozenset(graphs), base)
    _brackets(tokens, decoded)
    return Vetted(decoded, _form(tokens, decoded))


def _words(tokens: tuple[Token, ...], text: str) -> None:
    for token in tokens:
        word = token.text.upper()
        if token.kind != "word" or word in _WORDS:
            continue
        if "SERVICE" in word:
            raise ForbiddenQueryError(f"{place(text, token.start)}: {token.text} is refused: {_REMOTE}")
        if word in _UPDATES:
            reason = "data cannot be changed or loaded here"
            raise ForbiddenQueryError(f"{place(text, token.start)}: {token.text} is refused: {reason}")
        raise QueryError(f"{place(text, token.start)}: expected a word of SPARQL, found {token.text!r}")


def _brackets(tokens: tuple[Token, ...], text: str) -> None:
    """Refuse brackets that do not match: the engine would name another place, or none."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind != "mark":
            continue
        if token.text in _CLOSING:
            opened.append(token)
        elif token.text in _CLOSING.values():
            expected = _CLOSING[opened.pop().text] if opened else "no closing bracket"
            if token.text != expected:
                raise QueryError(f"{place(text, token.start)}: expected {expected}, found {token.text}")
    if opened:
        token = opened[-1]
        closing = _CLOSING[token.text]
        raise QueryError(f"{place(text, token.start)}: expected {closing} for {token.text}, found none")


def _glued(tokens: tuple[Token, ...], text: str) -> None:
    """Refuse what the engine would take apart otherwise than the grammar does."""
    depth = 0
    for before, token, after in _windows(tokens):
        depth += (token.text == "(") - (token.text == ")")
        is_call = token.kind == "name" and "service" in token.text.partition(":")[0].lower() and after == "{"
        if is_call and before not in {"GRAPH", "FROM", "NAMED"}:
            reason = f"it may be read as SERVICE; put a full stop or {{ }} between it and the {{. {_REMOTE}"
            raise ForbiddenQueryError(
                f"{place(text, token.start)}: {token.text} before {{ is refused: {reason}"
            )
        if token.kind == "iri" and depth > 0 and (hidden := _HIDDEN.search(token.text)):
            reason = f"it may be read as a comparison and {hidden[1]}; write ) in an IRI as %29"
            raise ForbiddenQueryError(f"{place(text, token.start)}: {token.text} is refused: {reason}")


def _windows(tokens: tuple[Token, ...]) -> Iterator[tuple[str, Token, str]]:
    for i, token in enumerate(tokens):
        before = tokens[i - 1].text.upper() if i else ""
        yield before, token, tokens[i + 1].text if i + 1 < len(tokens) else ""


def _data_set(tokens: tuple[Token, ...], text: str, graphs: frozenset[str], base: str) -> None:
    prefixes = dict(PREFIXES)
    for before, token, after in _windows(tokens):
        if before == "BASE" and token.kind == "iri":
            base = urljoin(base, token.text[1:-1])
        elif before == "PREFIX" and token.kind == "name":
            prefixes[token.text[:-1]] = urljoin(base, after[1:-1])
        elif token.kind == "name" and token.text.partition(":")[0] not in prefixes:
            raise QueryError(f"{place(text, token.start)}: expected a declared prefix, found {token.text!r}")
        if before in {"FROM", "NAMED"} and token.text.upper() != "NAMED":
            _graph(token, text, graphs, _iri(token, prefixes, base))


def _iri(token: Token, prefixes: Mapping[str, str], base: str) -> str:
    if token.kind == "iri":
        return urljoin(base, token.text[1:-1])
    prefix, _, local = token.text.partition(":")
    return prefixes.get(prefix, "") + local


def _graph(token: Token, text: str, graphs: frozenset[str], iri: str) -> None:
    if iri not in graphs:
        held = ", ".join(sorted(graphs)) or "no named graph: leave FROM out to ask all data"
        where = place(text, token.start)
        raise ForbiddenQueryError(f"{where}: FROM {token.text} is refused: {_LOCAL}; it has {held}")


def _form(tokens: tuple[Token, ...], text: str) -> str:
    for token in tokens:
        word = token.text.upper()
        if token.kind == "word" and word not in {"BASE", "PREFIX", "VERSION"}:
            if word in FORMS:
                return word
            break
        if token.kind not in {"word", "name", "iri", "string"}:
            break
    else:
        raise QueryError(f"query: expected one of {', '.join(FORMS)}, found none")
    raise QueryError(f"{place(text, token.start)}: expected one of {', '.join(FORMS)}, found {token.text!r}")
