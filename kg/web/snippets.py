"""A query as code, from a template for each language; whatever a query holds, the code asks just that."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from flask import render_template

NUL = "\\u0000"  # how SPARQL itself spells the one character that shells and R cannot hold


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    Attributes:
        name: what a reader calls it.
        suffix: of its files.
        text: makes a literal of a text of one line.
        query: makes a literal of a query, as readable as may be.
    """

    name: str
    suffix: str
    text: Callable[[str], str]
    query: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A query in one language."""

    name: str
    suffix: str
    code: str


def snippets(query: str, form: str, endpoint: str, build: str | None) -> tuple[Snippet, ...]:
    """Return a query as code.

    Args:
        query: its text.
        form: SELECT, ASK, CONSTRUCT or DESCRIBE.
        endpoint: address of the service.
        build: name of the build to ask; None for the current one.
    """
    return tuple(
        Snippet(each.name, each.suffix, _render(each, query, form, (endpoint, build))) for each in LANGUAGES
    )


def python(query: str) -> str:
    """Return a literal of Python over several lines."""
    text = query.replace("\\", "\\\\").replace("\r", "\\r").replace("\0", "\\x00")
    # Three marks would end the literal, and so would any before its end.
    return '"""' + re.sub(r'"(?=""|"*\Z)', r"\\\g<0>", text) + '"""'


def javascript(query: str) -> str:
    r"""Return a template literal of JavaScript.

    >>> javascript("?a `b` ${c}")
    '`?a \\`b\\` \\${c}`'
    """
    text = query.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    return "`" + text.replace("\r", "\\r").replace("\0", "\\x00") + "`"


def r(query: str) -> str:
    """Return a raw string of R (4.0 and later), with as many dashes as keep it whole.

    >>> r('SELECT (COUNT(*) AS ?n) { ?s ?p "(a)" }')
    'r"-(SELECT (COUNT(*) AS ?n) { ?s ?p "(a)" })-"'
    """
    dashes = ""
    while f'){dashes}"' in query:
        dashes += "-"
    return f'r"{dashes}({_spelt(query)}){dashes}"'


def shell(query: str) -> str:
    r"""Return a document of the shell, with its mark before and behind.

    >>> print(shell("a query"))
    'QUERY'
    a query
    QUERY
    """
    mark = "QUERY"
    lines = query.split("\n")
    while mark in lines:
        mark += "_"
    return f"'{mark}'\n{_spelt(query)}{'' if query.endswith(chr(10)) else chr(10)}{mark}"


def _spelt(query: str) -> str:
    return query.replace("\0", NUL)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _render(language: Language, query: str, form: str, asked: tuple[str, str | None]) -> str:
    endpoint, build = asked
    code = render_template(
        f"code/{language.suffix}.txt",
        query=language.query(query),
        endpoint=language.text(endpoint),
        build=language.text(build) if build else None,
        pair=language.text(f"build={build}"),
        form=form,
    )
    return code.strip() + "\n"


LANGUAGES = (
    Language("Python", "py", json.dumps, python),
    Language("R", "R", json.dumps, r),
    Language("curl", "sh", _quoted, shell),
    Language("JavaScript", "mjs", json.dumps, javascript),
)
