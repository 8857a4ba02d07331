"""The ways to keep a result: every form of it, under a name of its own, however long the query."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from werkzeug.wrappers import Response

from kg.store.forms import Form, offered
from kg.store.shortcuts import told_title
from kg.web.protocol import Asked

LONGEST = 2_000  # characters of an address that every client and server takes


@dataclass(frozen=True, slots=True)
class Download:
    """One form of a result.

    Attributes:
        name: what a reader calls it.
        fields: what is sent for it.
        link: its address; None where that were too long, so that only a form can ask for it.
    """

    name: str
    fields: tuple[tuple[str, str], ...]
    link: str | None


def of(query: str, kind: str, build: str | None = None) -> tuple[Download, ...]:
    """Return the ways to keep the result of a query.

    Args:
        query: its text.
        kind: SELECT, ASK, CONSTRUCT or DESCRIBE.
        build: name of the build that is asked; None for the current one.
    """
    return tuple(_download(query, form, build) for form in offered(kind))


def named(answer: Response, asked: Asked, form: Form) -> Response:
    """Return an answer that a browser keeps as a file, where `download=1` asks for one."""
    if dict(asked.parameters).get("download") == "1":
        answer.headers["Content-Disposition"] = f'attachment; filename="{name(asked.query)}.{form.suffix}"'
    return answer


def name(query: str) -> str:
    r"""Return the name of a file, without its ending: its title in plain letters.

    >>> name("# title: Who met whom, and when\nSELECT * {}")
    'who-met-whom-and-when'
    """
    words = re.findall(r"[a-z0-9]+", (told_title(query) or "").lower())
    return "-".join(words)[:60].rstrip("-") or "result"


def _download(query: str, form: Form, build: str | None) -> Download:
    chosen = {"build": build} if build else {}
    fields = {"query": query, **chosen, "format": form.suffix, "download": "1"}
    link = f"/sparql?{urlencode(fields)}"
    return Download(form.name, tuple(fields.items()), link if len(link) < LONGEST else None)
