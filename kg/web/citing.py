"""`/q/…`: short links that name the query and the build that it was asked of, and so can be cited."""

import contextlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path

from flask import Blueprint, g, jsonify, render_template, request
from werkzeug.wrappers import Response

from kg.errors import GoneError, KgError, NotFoundError, QueryError, RateError
from kg.store import kept, shortcuts
from kg.store.builds import Build
from kg.store.shortcuts import Shortcut, Shortcuts
from kg.web import (
    bounds,
    citations,
    clients,
    differences,
    downloads,
    errors,
    owners,
    protocol,
    results,
    sharing,
)
from kg.web.citations import Citation
from kg.web.differences import COMPARED, Difference
from kg.web.downloads import Download
from kg.web.negotiation import HTML, is_for_reader
from kg.web.protocol import Asked
from kg.web.questions import Questions
from kg.web.rates import Rates
from kg.web.results import Table
from kg.web.service import Service
from kg.web.snippets import Snippet, snippets

ROWS = 100  # rows of a page that is for citing: enough to see what was found
LINKS_A_MINUTE = 20  # that one client makes


@dataclass(frozen=True, slots=True)
class LinkPage:
    """What the template `link.html` shows.

    Attributes:
        link: what the short link stands for.
        citation: how it is cited.
        current: name of the build in service now.
        is_kept: whether the build that the link names can still be asked.
        answer: the first rows of the result; None where there is none.
        error: why there is none; None where there is one.
        difference: from the link's build to the current one, in place of the result; None where it was not
            asked for, or the build is not kept.
        downloads: the forms of the result.
        snippets: the query as code.
    """

    link: Shortcut
    citation: Citation
    current: str
    is_kept: bool
    answer: Table | bool | None = None
    error: str | None = None
    difference: Difference | None = None
    downloads: tuple[Download, ...] = ()
    snippets: tuple[Snippet, ...] = ()


class _Desk:
    """What the views work with."""

    def __init__(self, service: Service) -> None:
        config = service.config
        self._base = config.base
        self._bounds = bounds.of(config)
        self._service = service
        self._addresses = service.addresses
        self._questions = Questions(service, clients.asker)
        self._rates = Rates(config.runtime / "links", LINKS_A_MINUTE)
        self.links = Shortcuts(Path(config.data) / "links", config.links)

    def make(self) -> Shortcut:
        """Return a link to the query of the request at hand, which must be one that is answered."""
        asked = protocol.required(request)
        if asked.default_graphs or asked.named_graphs:
            raise QueryError("default-graph-uri, named-graph-uri: expected none for a link: write FROM")
        shortcuts.check(asked.query)
        asked = replace(asked, query=shortcuts.plain(asked.query))
        build = self._questions.build(asked)
        link = Shortcut(asked.query, build.hash, kept.read(build.folder).made.date().isoformat(), _today())
        if not self.links.has(link):
            self._count()
            self._page(asked, build, 1)
            self.links.keep(link)
        return link

    def cite(self, link: Shortcut) -> Citation:
        """Return how a link is cited today."""
        return Citation(link.id, f"{self._base}q/{link.id}", link.title, link.build, link.built, _today())

    def show(self, link: Shortcut, *, compares: bool) -> LinkPage:
        """Return the page of a link: its result, or the rows that are other today."""
        current = self._service.current()
        build = self._kept(link) or current
        is_kept = build.hash == link.build
        page = LinkPage(link, self.cite(link), current.hash, is_kept)
        asked = Asked(link.query, (), (), None)
        try:
            form = self._questions.vet(asked, build).form
            name = link.build if is_kept else None
            code = snippets(link.query, form, f"{request.url_root}sparql", name)
            page = replace(page, downloads=downloads.of(link.query, form, name), snippets=code)
            if not (compares and is_kept):
                return replace(page, answer=results.read(self._page(asked, build, ROWS), self._addresses))
            both = [self._page(asked, each, COMPARED) for each in (build, current)]
            return replace(page, difference=differences.between(both[0], both[1], self._addresses))
        except KgError as error:
            return replace(page, error=errors.told(error))

    def _kept(self, link: Shortcut) -> Build | None:
        """Return the build that a link names; None where it is not kept any more."""
        with contextlib.suppress(GoneError, NotFoundError):
            return self._service.store.named(link.build)
        return None

    def _page(self, asked: Asked, build: Build, rows: int) -> bytes:
        g.begun = time.monotonic()  # two results are compared: each has its own deadline
        vetted = self._questions.vet(asked, build)
        question = self._questions.question(asked, vetted, self._bounds, build)
        return self._questions.page(question, build, rows)

    def _count(self) -> None:
        left = self._rates.take(request.remote_addr or "")
        if left.wait:
            g.told |= self._rates.headers(left)
            raise RateError(
                f"one client may make {LINKS_A_MINUTE} short links a minute: make it later",
                {"limit": "rate", "value": LINKS_A_MINUTE},
            )


def blueprint(service: Service) -> Blueprint:
    """Return the views of short links and of citations."""
    views = Blueprint("citing", __name__)
    desk = _Desk(service)

    @views.before_request
    def begin() -> None:
        g.id = secrets.token_hex(8)
        g.told = {}
        g.owner = owners.owner(request)  # last: what it refuses is told as an answer, too

    @views.post("/q")
    def make() -> Response:
        """Make a short link to a query, or find the one that there is."""
        link = desk.make()
        address = f"/q/{link.id}"
        if is_for_reader(request):
            return Response(status=HTTPStatus.SEE_OTHER, headers={"Location": address})
        answer = jsonify({"id": link.id, "url": desk.cite(link).url, "build": link.build})
        answer.status_code = HTTPStatus.CREATED
        answer.headers["Location"] = address
        return answer

    @views.get("/q")
    def begin_anew() -> Response:
        """Lead to where links are made."""
        return Response(status=HTTPStatus.SEE_OTHER, headers={"Location": "/sparql"})

    @views.get("/q/<name>")
    def show(name: str) -> Response:
        """Show the query of a link, what it finds in its build, and how it is cited."""
        return _html(desk.show(desk.links.read(name), compares=False))

    @views.get("/q/<name>/today")
    def compare(name: str) -> Response:
        """Show likewise, with the rows that differ in the current build."""
        return _html(desk.show(desk.links.read(name), compares=True))

    _offer_files(views, desk)

    @views.after_request
    def share(answer: Response) -> Response:
        answer.headers.update(g.told)
        answer.headers.setdefault("Cache-Control", "no-cache")
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"  # anybody may write what a query says
        answer.vary.add("Accept")
        return sharing.share(answer, ("Content-Disposition", "Location", *g.told))

    return views


def _offer_files(views: Blueprint, desk: _Desk) -> None:
    """Give each link as files: how it is cited, and its query."""

    def offer(suffix: str, content_type: str, write: Callable[[Shortcut], str]) -> None:
        @views.get(f"/q/<name>.{suffix}", endpoint=suffix)
        def file(name: str) -> Response:
            """Give a file for a link."""
            answer = Response(write(desk.links.read(name)), content_type=content_type)
            answer.headers["Content-Disposition"] = f'attachment; filename="communique-{name}.{suffix}"'
            return answer

    offer("bib", f"{citations.BIBTEX}; charset=utf-8", lambda link: desk.cite(link).bibtex)
    offer("json", citations.CSL, lambda link: desk.cite(link).csl)
    offer("rq", f"{protocol.DIRECT}; charset=utf-8", lambda link: link.query)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _html(page: LinkPage) -> Response:
    return Response(render_template("link.html", page=page), content_type=HTML.content_type)
