"""Terms and lines of N-Triples (RDF 1.1 N-Triples, section 3), each in one form, so that lines compare."""

import re

from rdflib import XSD

from kg.errors import CheckError
from kg.model import Value

_FORBIDDEN = re.compile(r"[\x00-\x20<>\"{}|^`\\]")  # what an IRIREF must not hold
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPED = re.compile(r"[\x00-\x1f\x7f\"\\]")


def iri(text: str) -> str:
    """Return an IRI as a term.

    Raises:
        CheckError: it holds a character that an IRI must not.

    >>> iri("https://w3id.org/communique/person/liu-jianchao")
    '<https://w3id.org/communique/person/liu-jianchao>'
    """
    if found := _FORBIDDEN.search(text):
        raise CheckError(f"IRI {text!r}: expected no space, bracket or quotation mark, found {found[0]!r}")
    return f"<{text}>"


def literal(value: Value) -> str:
    r"""Return a literal as a term; a string has no datatype.

    >>> literal(Value('the "corridor"'))
    '"the \\"corridor\\""'
    >>> literal(Value("2025-04-02", "date"))
    '"2025-04-02"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    text = '"' + _ESCAPED.sub(_escape, value.text) + '"'
    if value.language:
        return f"{text}@{value.language}"
    return text if value.datatype == "string" else f"{text}^^{iri(str(XSD[value.datatype]))}"


def line(subject: str, predicate: str, thing: str) -> str:
    """Return a triple of terms as a line, without its end.

    >>> line("<a:b>", "<c:d>", '"e"')
    '<a:b> <c:d> "e" .'
    """
    return f"{subject} {predicate} {thing} ."


def _escape(found: re.Match[str]) -> str:
    return _NAMED.get(found[0]) or f"\\u{ord(found[0]):04X}"
