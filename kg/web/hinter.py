"""Who finds hints: in processes of its own, so that no hint takes the place of anybody's query."""

import contextlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict

import flask

from kg.errors import CapacityError, DeadlineError, LimitError
from kg.store import blocks, ranked, searches, texts
from kg.store.builds import Build
from kg.store.running import Asker, Places
from kg.store.vetting import Vetted, vet
from kg.store.workers import Pool
from kg.web import bounds, questions
from kg.web.bounds import Bounds
from kg.web.clients import Client
from kg.web.hints import Case, Hints
from kg.web.protocol import Asked
from kg.web.service import Service

SECONDS = 2.0  # for all of the hints on one query
AFTER = 1.0  # seconds for what is told behind a limit that was passed
AT_ONCE = 2  # queries that get hints at a time, of one web server process


class Hinter:
    """Finds hints."""

    def __init__(self, service: Service) -> None:
        self._config = service.config
        self._amounts = service.queries["amounts"]
        # Of its own: what is asked for hints waits for places of its own, and others never for it.
        places = Places(service.config.runtime / "hints", AT_ONCE)
        self._pool = Pool(service.config.query_memory, service.register, places)
        self._free = threading.BoundedSemaphore(AT_ONCE)

    def hints(self, asked: Asked, vetted: Vetted, build: Build) -> Hints:
        """Return what can be said about a query of a client.

        Raises:
            QueryError: the engine cannot read it.
            CapacityError: too many want hints now.
        """
        with self._turn():
            return self._case(asked, vetted, build, SECONDS).hints(self._amounts)

    @contextmanager
    def explaining(self, asked: Asked, vetted: Vetted, build: Build) -> Iterator[None]:
        """Let an error of a limit also tell what costs most, as `costly`, if that is soon known."""
        try:
            yield
        except (DeadlineError, LimitError) as error:
            if error.members.get("limit") in {"seconds", "memory"}:
                bound = bounds.asked(bounds.of(self._config), asked.parameters)
                with contextlib.suppress(CapacityError), self._turn():
                    case = self._case(asked, vetted, build, min(AFTER, bound.seconds))
                    found = case.costly(self._amounts)
                    error.members["costly"] = None if found is None else asdict(found)
            raise

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._free.acquire(blocking=False):
            raise CapacityError("too many ask for hints: ask again in a moment", {"limit": "capacity"})
        try:
            yield
        finally:
            self._free.release()

    def _case(self, asked: Asked, vetted: Vetted, build: Build, seconds: float) -> Case:
        return Case(vetted, build, self._ask(asked, build), time.monotonic() + seconds)

    def _ask(self, asked: Asked, build: Build) -> Callable[[str, float], bool]:
        look = Client(flask.request).look

        def ask(query: str, seconds: float) -> bool:
            """Say whether a query has rows."""
            vetted = vet(query, build.graphs, build.base, searches.SERVICE.__eq__)
            found = {
                block: ranked.table(build.folder / texts.FILE, search, vetted.text)
                for block, search in searches.read_all(vetted).items()
            }
            bound = Bounds(seconds, 1, self._config.query_bytes)
            question = questions.of(asked, blocks.fill(vetted.text, found), build.base, bound)
            asker = Asker(secrets.token_hex(8), look=look)
            with closing(self._pool.ask(build.folder, question, asker)) as answer:
                page = json.loads(b"".join(answer))
            return bool(page.get("boolean", page.get("rows")))

        return ask
