"""Take a SPARQL query apart into tokens (SPARQL 1.1 Query Language, section 19.8, terminals)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.errors import QueryError

# Terminals 164 to 173, as ranges of a character class.
_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_FIRST = _BASE + "_"
_NEXT = _FIRST + "0-9\u00b7\u0300-\u036f\u203f-\u2040"
_PLX = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_UCHAR = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
# 200 code points: bounds what is read again where no colon follows ("a-a-…" would cost its length squared).
_PREFIX = rf"(?:[{_BASE}][{_NEXT}\-.]{{0,200}}+(?<!\.))?"
_LOCAL = rf"(?:(?:[{_FIRST}0-9:]|{_PLX})(?:(?:[{_NEXT}\-.:]|{_PLX})*(?:[{_NEXT}\-:]|{_PLX}))?)?"

_TOKEN = re.compile(
    rf"""
      (?P<space>[ \t\r\n]+|\#[^\r\n]*)
    | (?P<string>'''(?:'{{0,2}}(?:[^'\\]|\\.))*+''' | \"\"\"(?:"{{0,2}}(?:[^"\\]|\\.))*+\"\"\"
        | '(?!'')(?:[^'\\\n\r]|\\[^\n\r])*+' | "(?!"")(?:[^"\\\n\r]|\\[^\n\r])*+")
    | (?P<iri><(?:[^\x00-\x20<>"{{}}|^`\\]|{_UCHAR})*+>)
    | (?P<variable>[?$][{_FIRST}0-9][{_FIRST}0-9\u00b7\u0300-\u036f\u203f-\u2040]*+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[a-z]+)?)
    | (?P<blank>_:[{_FIRST}0-9](?:[{_NEXT}\-.]*[{_NEXT}\-])?)
    | (?P<name>{_PREFIX}:{_LOCAL})
    | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*+)
    | (?P<mark>\{{\||\|\}}|[{{}}()\[\],;.=!<>*/+\-|^&?~])
    """,
    re.VERBOSE | re.DOTALL,
)
BRACKETS = {"(": ")", "[": "]", "{": "}", "{|": "|}"}  # marks that open, with those that close
LINE = re.compile(r"\r\n|\r|\n")  # how a line ends
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)  # within a string (terminal 160)
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_ESCAPE = re.compile(r"\\\\|\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        kind: string, iri, variable, language, blank, name, number, word or mark.
        text: as it stands in the query.
        start: its first code point, counted from 0.
    """

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the code point after its last."""
        return self.start + len(self.text)


def decode(text: str) -> str:
    r"""Return a query with its codepoint escapes replaced (section 19.2), as the grammar is to see it.

    An escaped backslash stays, so that what follows it is no escape.

    >>> decode(r"S\u0045LECT")
    'SELECT'

    Raises:
        QueryError: an escape stands for no character.
    """
    return _ESCAPE.sub(lambda match: _character(match, text), text)


def split(text: str) -> Iterator[Token]:
    """Yield the tokens of a decoded query, without space and comments.

    Raises:
        QueryError: something stands there that begins no token.
    """
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise fault(text, at, f"expected a token of SPARQL, found {text[at : at + 20]!r}")
        if match.lastgroup != "space":
            yield Token(str(match.lastgroup), match[0], at)
        at = match.end()


def stopped(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens with the full stop behind a number for itself: there it more often ends a triple."""
    for token in tokens:
        if token.kind == "number" and token.text.endswith("."):
            yield Token("number", token.text[:-1], token.start)
            yield Token("mark", ".", token.end - 1)
        else:
            yield token


def windows(tokens: Sequence[Token]) -> Iterator[tuple[str, Token, str]]:
    """Yield each token between the text before it, in capitals, and the text after it; empty at the ends."""
    for i, token in enumerate(tokens):
        before = tokens[i - 1].text.upper() if i else ""
        yield before, token, tokens[i + 1].text if i + 1 < len(tokens) else ""


def fault(text: str, at: int, reason: str, kind: type[QueryError] = QueryError) -> QueryError:
    """Return the error that names a place in a query; line and column count from 1.

    >>> str(fault("ASK {}", 4, "expected more"))
    'line 1, column 5: expected more'
    """
    line, column = place(text, at)
    return kind(f"line {line}, column {column}: {reason}", {"line": line, "column": column})


def place(text: str, at: int) -> tuple[int, int]:
    r"""Return the line and the column of a code point, from 1.

    >>> place("ASK {\n}", 6)
    (2, 1)
    """
    before = LINE.split(text[:at])
    return len(before), len(before[-1]) + 1


def changed(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """Return a query with other text in some places, told in their order: first code point, end, text.

    >>> changed("ASK { ?a a ?b }", [(6, 8, "<x:y>"), (13, 13, " .")])
    'ASK { <x:y> a ?b . }'
    """
    pieces, at = [], 0
    for start, end, other in changes:
        pieces += [text[at:start], other]
        at = end
    return "".join([*pieces, text[at:]])


def unquoted(token: Token) -> str:
    r"""Return what a token of the kind string stands for.

    >>> unquoted(Token("string", r"'it\'s\n'", 0))
    "it's\n"
    """
    marks = 3 if token.text[:3] in {"'''", '"""'} else 1
    return _ESCAPED.sub(lambda match: _PLAIN.get(match[1], match[1]), token.text[marks:-marks])


def _character(match: re.Match[str], text: str) -> str:
    digits = match[1] or match[2]
    if digits is None:
        return match[0]
    number = int(digits, 16)
    if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:  # surrogates, and what lies past Unicode's end
        raise fault(text, match.start(), f"expected a character, found {match[0]}")
    return chr(number)
