"""What a reader's browser gets at `/sparql`: a page to write a query on, with its answer or its error."""

import contextlib
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path

from flask import render_template, request
from werkzeug.wrappers import Response

from kg.errors import CapacityError, KgError
from kg.store import queries
from kg.store.prologue import PREFIXES
from kg.store.queries import Query
from kg.store.vetting import Vetted
from kg.web import downloads, errors, headers, owners, results
from kg.web.downloads import Download
from kg.web.excerpts import Excerpt, excerpt
from kg.web.hints import Hint, Hints, Name
from kg.web.negotiation import HTML
from kg.web.protocol import Asked
from kg.web.results import Table
from kg.web.service import Service

EXAMPLES = Path(__file__).parent / "examples"
TOPIC = re.compile(r"^# topic: .*\n", re.MULTILINE)  # tells the list of examples, not a reader of one
ROWS = 500  # rows of a page: what a browser lays out at once; the rest is for downloading


@dataclass(frozen=True, slots=True)
class Topic:
    """Examples about one matter, in the order of their files."""

    name: str
    examples: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class SparqlPage:
    """What the template `sparql.html` shows.

    Attributes:
        query: text in the field.
        topics: queries to begin with.
        prefixes: what need not be declared.
        base: what relative IRIs are resolved against.
        seconds: deadline of a query.
        services: how the addresses of others begin that `SERVICE` may ask.
        rows: most rows of a page.
        answer: the table, or the truth for an ASK; None where nothing was asked or it failed.
        error: why it failed; None where it did not.
        place: the line at fault; None where no line is.
        suggestions: what may have been meant, as problem documents tell it.
        names: names that are not known, of a query without an answer.
        hint: why there is no row, or no answer in time; None where that is not known.
        downloads: the forms of the result.
        build: name of the build that the reader asks by its name; None where it is the current one.
        timeout: deadline that the reader wishes, in seconds, as it was sent; None where none was.
        nonce: marks the style sheets that widgets add, fresh for each answer.
    """

    query: str
    topics: tuple[Topic, ...]
    prefixes: tuple[tuple[str, str], ...]
    base: str
    seconds: float
    services: tuple[str, ...] = ()
    rows: int = ROWS
    answer: Table | bool | None = None
    error: str | None = None
    place: Excerpt | None = None
    suggestions: tuple[Mapping[str, str], ...] = ()
    names: tuple[Name, ...] = ()
    hint: Hint | None = None
    downloads: tuple[Download, ...] = ()
    build: str | None = None
    timeout: str | None = None
    nonce: str = ""

    @property
    def wishes(self) -> tuple[tuple[str, str], ...]:
        """Return what a form sends beside a query to ask it in the same way."""
        both = (("build", self.build), ("timeout", self.timeout))
        return tuple((name, value) for name, value in both if value)

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Return what a form sends to ask the same again."""
        return (("query", self.query), *self.wishes)


class Pages:
    """The pages: blank, answered, failed."""

    def __init__(self, service: Service) -> None:
        self._addresses = service.addresses
        prefixes = tuple(sorted(PREFIXES.items()))
        config = service.config
        self._examples = {query.name: query for query in queries.folder(EXAMPLES)}
        topics, services = _topics(self._examples), service.joiner.services
        self._blank = SparqlPage("", topics, prefixes, config.base, config.query_seconds, services)

    def blank(self) -> Response:
        """Return the page to write a query on, begun with the example that the address names or the first."""
        first = next(iter(self._examples))
        begun = self._examples.get(request.args.get("example", first), self._examples[first])
        return _html(replace(self._blank, query=TOPIC.sub("", begun.text)), HTTPStatus.OK)

    def answered(self, asked: Asked, vetted: Vetted, told: bytes, hints: Callable[[], Hints]) -> Response:
        """Return the page with the first rows, as the query's process told them; without any, with hints."""
        found = results.read(told, self._addresses)
        page = self._begun(asked)
        page = replace(page, answer=found, downloads=downloads.of(asked.query, vetted.form, page.build))
        if found is False or (isinstance(found, Table) and not found.rows):
            with contextlib.suppress(CapacityError):
                seen = hints()
                page = replace(page, names=seen.names, hint=seen.empty)
        return _html(page, HTTPStatus.OK)

    def failed(self, asked: Asked, error: KgError) -> Response:
        """Return the page with the query, and why it was not answered."""
        page = replace(
            self._begun(asked),
            error=errors.told(error),
            place=excerpt(asked.query, error.members),
            suggestions=_suggestions(error),
            hint=_costly(error),
        )
        return _html(page, error.status)

    def _begun(self, asked: Asked) -> SparqlPage:
        deadline = dict(asked.parameters).get("timeout")
        return replace(self._blank, query=asked.query, build=asked.build, timeout=deadline)


def is_for_reader(asked: Asked) -> bool:
    """Say whether the client at hand is a browser, or asks for a page by name."""
    if asked.format is not None:
        return asked.format in {HTML.suffix, HTML.media}
    offers = [errors.PROBLEM, "application/json", HTML.media]
    return request.accept_mimetypes.best_match(offers) == HTML.media


def _suggestions(error: KgError) -> tuple[Mapping[str, str], ...]:
    told = error.members.get("suggestions")
    return tuple(told) if isinstance(told, list) else ()


def _costly(error: KgError) -> Hint | None:
    told = error.members.get("costly")
    return Hint(**told) if isinstance(told, dict) else None


def _topics(examples: Mapping[str, Query]) -> tuple[Topic, ...]:
    groups: dict[str, list[Query]] = {}
    for example in examples.values():
        groups.setdefault(example.field("topic") or "Others", []).append(example)
    return tuple(Topic(name, tuple(found)) for name, found in groups.items())


def _html(page: SparqlPage, status: HTTPStatus) -> Response:
    nonce = secrets.token_urlsafe(16)
    body = render_template("sparql.html", page=replace(page, nonce=nonce))
    answer = Response(body, status, content_type=HTML.content_type)
    answer.headers["Content-Security-Policy"] = headers.policy(nonce)
    answer.headers["Cache-Control"] = "no-store"  # the page and the policy with its nonce belong together
    owners.hand_out(request, answer)
    return answer
