"""From what a client asks to what a query process is asked: vetted, bounded, joined with others."""

import contextlib
import secrets
from collections.abc import Callable, Iterator

from kg.errors import ForbiddenQueryError, QueryError
from kg.remote.joining import Engine
from kg.store.builds import Build
from kg.store.prologue import PREFIXES
from kg.store.running import Asker
from kg.store.vetting import Vetted, vet
from kg.store.worker import PAGE, Request
from kg.web.bounds import Bounds
from kg.web.protocol import Asked
from kg.web.service import Service


class Questions:
    """Reads queries, and asks them for pages of ours."""

    def __init__(self, service: Service, asker: Callable[[], Asker]) -> None:
        """Make it.

        Args:
            service: what is asked.
            asker: returns who asks now.
        """
        self._asker = asker
        self._base = service.config.base
        self._service = service
        self._pool = service.pool
        self._register = service.register
        self._joiner = service.joiner

    def build(self, asked: Asked) -> Build:
        """Return the build that is asked: the one that the client names with `build`, else the current one.

        Raises:
            KgError: there is no such build here.
        """
        if not asked.build:
            return self._service.current()
        build = self._service.store.named(asked.build)
        self._service.note(build)
        return build

    def vet(self, asked: Asked, build: Build) -> Vetted:
        """Return the query of a client as it may be asked of a build.

        Raises:
            QueryError: it may not.
        """
        try:
            return vet(asked.query, _within(asked, build), self._base, self._joiner.may_ask)
        except QueryError as error:
            self._service.meter.query(error.end)
            raise

    def question(self, asked: Asked, vetted: Vetted, bound: Bounds, build: Build) -> Request:
        """Return what a process is asked; what others answer of it has been asked of them.

        Raises:
            KgError: one of them does not answer.
        """
        question = of(asked, vetted.text, self._base, bound)
        asker = self._asker()
        with self._listed(vetted, build, asker) as look:

            def ask(part: Request) -> bytes:
                """Ask a part of the query, under another id: the whole is listed already."""
                return self._whole(part, build, Asker(secrets.token_hex(8), look=look))

            return self._joiner.join(question, vetted, build, Engine(ask, look, asker.begun))

    def page(self, question: Request, build: Build, rows: int) -> bytes:
        """Return the first rows of a result, at most so many, as `kg.web.results` reads them.

        Raises:
            KgError: there is no result.
        """
        first = question._replace(media=PAGE, rows=min(question.rows, rows))
        return self._whole(first, build, self._asker())

    @contextlib.contextmanager
    def _listed(self, vetted: Vetted, build: Build, asker: Asker) -> Iterator[Callable[[], None]]:
        """List a query while others answer its blocks; yield what sees whether it is still wanted."""
        if not vetted.blocks:
            yield asker.look
            return
        with self._register.entered(asker, vetted.text, build.folder.name) as entry:

            def look() -> None:
                """See whether the query is still wanted, by its client and by its owner."""
                asker.look()
                entry.look()

            yield look
            look()

    def _whole(self, question: Request, build: Build, asker: Asker) -> bytes:
        with contextlib.closing(self._pool.ask(build.folder, question, asker)) as answer:
            return b"".join(answer)


def of(asked: Asked, text: str, base: str, bound: Bounds) -> Request:
    """Return the question of a text, over the data set that a client chose."""
    is_chosen = bool(asked.default_graphs or asked.named_graphs)
    return Request(
        text=text,
        media=PAGE,
        base=base,
        prefixes=dict(PREFIXES),
        default_graphs=list(asked.default_graphs) if is_chosen else None,
        named_graphs=list(asked.named_graphs) if is_chosen else None,
        rows=bound.rows,
        bytes=bound.bytes,
        seconds=bound.seconds,
        is_cut=bound.is_cut,
    )


def _within(asked: Asked, build: Build) -> tuple[str, ...]:
    """Return the named graphs of the data set, which the request's must be among."""
    graphs = build.graphs
    for iri in (*asked.default_graphs, *asked.named_graphs):
        if iri not in graphs:
            held = ", ".join(graphs) or "no named graph: leave the parameter out to ask all data"
            raise ForbiddenQueryError(
                f"graph {iri}: refused: this service reads its own data only; it has {held}"
            )
    return graphs
