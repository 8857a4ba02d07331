"""What the views work with: a build of the graph, the addresses, and the queries of the pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from flask import g, has_request_context

from kg.config import Config
from kg.remote.joining import Joiner
from kg.store import articles, queries
from kg.store.builds import Build, Row, Store, Term
from kg.store.lists import DRAWN, OF, Listed, Pick, Run
from kg.store.queries import Query
from kg.store.running import Places, Register
from kg.store.workers import Pool
from kg.web import catalogue, picture
from kg.web.addresses import Addresses
from kg.web.catalogue import Catalogue, Source
from kg.web.operation import watch
from kg.web.operation.meter import Meter
from kg.web.panels import BOUND, Fact, Panel, facts, first, shown
from kg.web.picture import Picture
from kg.web.rendered import Rendered
from kg.web.wording import gettext, language

QUERIES = Path(__file__).parent / "queries"


@dataclass(frozen=True, slots=True)
class Graph:
    """One build as the pages ask it; a request keeps one throughout.

    Attributes:
        build: the build.
        addresses: IRIs against paths.
        catalogue: the queries of panels.
        gallery: the queries of pictures.
        queries: the other queries, by name.
    """

    build: Build
    addresses: Addresses
    catalogue: Catalogue
    gallery: Catalogue
    queries: Mapping[str, Query]

    def rows(self, query: str, **parameters: Term) -> tuple[Row, ...]:
        """Return the rows of a query of the folder `queries`."""
        return self.build.select(self.queries[query], parameters).rows

    def panel(self, source: Source, run: Run | None = None, **parameters: Term) -> Panel:
        """Return a panel with the facts that its query finds; of a list, those of a run, or the first."""
        pick, form, title = source.pick, source.form, gettext(source.query.title)
        every = source.query.field("all")
        if pick is None:
            found = self._facts(source.query, parameters)
            kept = first(found, BOUND)
            return Panel(source.name, title, form, kept, len(kept) < len(found), every)
        entity = getattr(parameters.get(OF), "value", "")
        run = run or shown(form, pick.limit)
        listed = self.build.listed(source.name, pick, entity, run)
        found = self._facts(self._among(pick, listed), parameters) if listed.rows else ()
        last = (listed.last or "").removeprefix(self.addresses.base) if entity else ""
        more = listed.more and pick.limit > BOUND
        return Panel(source.name, title, form, found, more, every, listed.total, last)

    def _among(self, pick: Pick, listed: Listed) -> Query:
        return pick.among(listed.rows, self.build.cited(listed.facts))

    def _facts(self, query: Query, parameters: Mapping[str, Term]) -> tuple[Fact, ...]:
        answer = self.build.select(query, parameters)
        return facts(answer.columns, answer.rows, self.addresses)

    def panels(self, *folders: str, **parameters: Term) -> tuple[Panel, ...]:
        """Return the panels of the folders that have something to show."""
        found = (self.panel(source, None, **parameters) for source in self.catalogue.panels(*folders))
        return tuple(panel for panel in found if panel.facts)

    def picture(self, source: Source, **parameters: Term) -> Picture | None:
        """Return a picture; None where there is too little to draw."""
        if "entity" not in parameters:
            return _whole(self.build, source, self.addresses, (tuple(parameters.items()), language()))
        if (query := self._picked(source, parameters)) is None:
            return None
        return picture.read(source, self.build.select(query, parameters), self.addresses, parameters)

    def _picked(self, source: Source, parameters: Mapping[str, Term]) -> Query | None:
        """Return the query of a picture with what its list has; None where that is nothing."""
        if (pick := source.pick) is None:
            return source.query
        entity = getattr(parameters[OF], "value", "")
        listed = self.build.listed(f"{DRAWN}{source.name}", pick, entity, Run(pick.limit))
        return pick.among(listed.rows) if listed.rows else None

    def pictures(self, *folders: str, **parameters: Term) -> tuple[Picture, ...]:
        """Return the pictures of the folders that have something to show."""
        found = (self.picture(source, **parameters) for source in self.gallery.panels(*folders))
        return tuple(each for each in found if each is not None)

    def article_text(self, file: str) -> str | None:
        """Return the text of an article as it is kept; None where the build keeps none."""
        return articles.read(self.build.folder, file)

    def article_sentences(self, file: str) -> tuple[articles.Sentence, ...]:
        """Return what became of each sentence of an article; nothing where the build does not tell."""
        return articles.sentences(self.build.folder, file)


@dataclass(frozen=True, slots=True)
class Service:
    """What the views are made with.

    Attributes:
        config: the settings.
        store: the builds.
        addresses: IRIs against paths.
        catalogue: the queries of panels.
        gallery: the queries of pictures.
        queries: the other queries, by name.
        register: the queries of users that run now.
        pool: the processes that ask them, of this web server process.
        rendered: pages of things that were made already.
        joiner: who answers blocks of them: one, for it bounds how many ask other services at a time.
        meter: what is counted for those who run the service.
    """

    config: Config
    store: Store
    addresses: Addresses
    catalogue: Catalogue
    gallery: Catalogue
    queries: Mapping[str, Query]
    register: Register
    pool: Pool
    joiner: Joiner
    rendered: Rendered
    meter: Meter

    def graph(self) -> Graph:
        """Return the build that is in service now.

        Raises:
            StoreError: there is none.
        """
        return Graph(self.current(), self.addresses, self.catalogue, self.gallery, self.queries)

    def current(self) -> Build:
        """Return the build that is in service now; a request has the same one from its beginning to its end.

        Raises:
            StoreError: there is none.
        """
        if not has_request_context():
            return self.store.current()
        if "build" not in g:
            g.build = self.store.current()
            self.note(g.build)
        found: Build = g.build
        return found

    def note(self, build: Build) -> None:
        """Have the log tell that the request at hand is answered from a build."""
        if seen := watch.here():
            seen.build = build.hash


def made(config: Config, store: Store | None = None, meter: Meter | None = None) -> Service:
    """Return what views work with; nothing is started yet.

    Args:
        config: the settings.
        store: the builds; without it, those below the folder that the settings name.
        meter: counts what happens; without it, one of this process alone.
    """
    meter = meter or Meter()
    register = Register(config.runtime)
    return Service(
        config=config,
        store=store or Store(Path(config.data), config.base),
        addresses=Addresses(config.base),
        catalogue=catalogue.read(),
        gallery=catalogue.read(catalogue.PICTURES),
        queries={query.name: query for query in queries.folder(QUERIES)},
        register=register,
        pool=Pool(config.query_memory, register, Places(config.runtime, config.query_places), meter),
        joiner=Joiner(config),
        rendered=Rendered(),
        meter=meter,
    )


def opened(config: Config) -> Graph:
    """Return the build in service as a command asks it, without a service.

    Raises:
        StoreError: there is none.
    """
    return made(config).graph()


@lru_cache(maxsize=64)
def _whole(
    build: Build, source: Source, addresses: Addresses, told: tuple[tuple[tuple[str, Term], ...], str]
) -> Picture | None:
    """Return a picture of the whole graph, of parameters and in a language: a build never changes."""
    parameters, _ = told
    return picture.read(source, build.select(source.query, dict(parameters)), addresses, dict(parameters))
