"""Answer the blocks of a query before the engine sees it, and put what they found in their place."""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field

from kg.config import Config
from kg.errors import CapacityError, DeadlineError, QueryError, RemoteError
from kg.remote import allowed, bindings, client
from kg.remote.client import Client, Deadline
from kg.store import blocks, ranked, searches, texts
from kg.store.blocks import Block, Table
from kg.store.builds import Build
from kg.store.processes import SLICE
from kg.store.tokens import fault
from kg.store.vetting import Vetted
from kg.store.worker import NOWHERE, PAGE, Request

CALLS = 8  # of other services at a time: half of the threads stay free for those who ask us alone
PATIENCE = 1.0  # seconds that one waits for a place among them
BRIEF = 0.1  # seconds that it waits while others find none


@dataclass(frozen=True, slots=True)
class Engine:
    """Who asks the engine.

    Attributes:
        ask: asks it, and returns its page.
        look: is called now and then while others are waited for, and raises where the query is to be ended.
        begun: since when the query is waited for, on the monotonic clock.
    """

    ask: Callable[[Request], bytes]
    look: Callable[[], None] = lambda: None
    begun: float = field(default_factory=time.monotonic)


@dataclass(frozen=True, slots=True)
class _Task:
    """What the blocks of one query are answered with.

    Attributes:
        vetted: the query.
        skeleton: the query with each block as a plain group.
        question: how the engine is to be asked.
        engine: is asked.
        until: deadline of the other services, on the monotonic clock.
    """

    vetted: Vetted
    skeleton: str
    question: Request
    engine: Engine
    until: float

    def check(self, text: str) -> tuple[str, ...]:
        """Let the engine read a query over no data, and return the names of its columns.

        Raises:
            QueryError: it is no query.
        """
        asked = self.question._replace(text=text, media=PAGE, rows=0)
        page = self.engine.ask(asked._replace(default_graphs=[NOWHERE], named_graphs=[]))
        return tuple(json.loads(page).get("columns", ()))


class Joiner:
    """Those who answer blocks: the text index, and the services that the settings name."""

    def __init__(self, config: Config) -> None:
        """Make it; nobody is asked yet.

        Raises:
            KgError: the settings name something else than services.
        """
        self._config = config
        self._services = allowed.read(config.services)
        self._client = Client(client.agent(config.base), config.service_bytes)
        self._calls = threading.BoundedSemaphore(CALLS)
        self._refused = 0.0  # when a call last found no place, on the monotonic clock

    @property
    def services(self) -> tuple[str, ...]:
        """Return how the addresses of others that may be asked begin, but for those in our own network."""
        return tuple(service.prefix for service in self._services if not service.is_local)

    def may_ask(self, iri: str) -> bool:
        """Say whether the `SERVICE` of a name is answered."""
        return iri == searches.SERVICE or any(service.covers(iri) for service in self._services)

    def join(self, question: Request, vetted: Vetted, build: Build, engine: Engine) -> Request:
        """Return a question as the engine is to be given it: where it has blocks, with their rows in place.

        Args:
            question: the question, with the text that was vetted.
            vetted: the query.
            build: what is searched.
            engine: is asked.

        Raises:
            QueryError: the engine cannot read the query, a block is not of the form that is answered, or who
                is to answer it does not.
            CapacityError: too many are asking others.
        """
        searched = searches.read_all(vetted)
        if not vetted.blocks:
            return question
        end = engine.begun + question.seconds
        until = min(end, time.monotonic() + self._config.service_seconds)
        task = _Task(vetted, blocks.skeleton(vetted.text, vetted.blocks), question, engine, until)
        # Nobody is asked a part of what is no query, and its faults are told with their true place.
        task.check(task.skeleton)
        index = build.folder / texts.FILE
        found = {b: ranked.table(index, s, vetted.text) for b, s in searched.items()}
        found |= self._asked([b for b in vetted.blocks if b not in found], task)
        if time.monotonic() >= end:
            limit = {"limit": "seconds", "value": question.seconds}
            raise DeadlineError(f"SERVICE took all of the {question.seconds:g} seconds of the query", limit)
        return question._replace(text=blocks.fill(vetted.text, found))

    def _asked(self, asked: Sequence[Block], task: _Task) -> dict[Block, Table]:
        """Return what other services find for blocks; all are asked at the same time."""
        deadlines = {block: Deadline(task.until - time.monotonic()) for block in asked}
        crowd = ThreadPoolExecutor(max_workers=blocks.MOST)
        try:
            answers = {block: crowd.submit(self._remote, block, task, deadlines[block]) for block in asked}
            while wait(answers.values(), SLICE).not_done:
                task.engine.look()
        finally:
            for deadline in deadlines.values():
                deadline.end()
            crowd.shutdown(wait=False, cancel_futures=True)  # one may still be looking a name up
        return {block: _settled(block, answer, task) for block, answer in answers.items()}

    def _remote(self, block: Block, task: _Task, deadline: Deadline) -> Table:
        text = task.vetted.text
        query = f"{task.vetted.names.of(block.tokens)}SELECT * {text[block.inside : block.end]}"
        is_local = any(service.is_local and service.covers(block.iri) for service in self._services)
        try:
            with self._call(deadline.left):
                body = self._client.ask(block.iri, query, deadline, is_local=is_local)
            table = bindings.read(body, self._config.service_rows, self._skolem(block))
            asked = {token.text[1:] for token in block.tokens if token.kind == "variable"}
            if odd := set(table.columns) - asked:
                raise RemoteError(f"expected columns of the block, found {', '.join(sorted(odd))}")
        except QueryError as error:
            told = fault(text, block.start, f"SERVICE <{block.iri}>: {error}", type(error))
            told.members |= {**error.members, "service": block.iri, "sent": query}
            raise told from error
        return table

    @contextmanager
    def _call(self, left: float) -> Iterator[None]:
        """Take a place among the calls, which is not waited for for long: who waits keeps a thread."""
        patience = PATIENCE if time.monotonic() - self._refused > PATIENCE else BRIEF
        if not self._calls.acquire(timeout=min(patience, left)):
            self._refused = time.monotonic()
            limit = {"limit": "capacity", "value": CALLS}
            raise CapacityError("too many ask others: ask again in a moment", limit)
        try:
            yield
        finally:
            self._calls.release()

    def _skolem(self, block: Block) -> Callable[[str], str]:
        def iri(label: str) -> str:
            """Return the same IRI for the same label within the answer to one block only."""
            name = hashlib.sha256(f"{block.start} {block.iri} {label}".encode()).hexdigest()[:16]
            return f"{self._config.base}.well-known/genid/{name}"

        return iri


def _settled(block: Block, answer: Future[Table], task: _Task) -> Table:
    try:
        return answer.result()
    except (RemoteError, DeadlineError):
        if not block.is_silent:
            raise
    # One row without values (SPARQL 1.1 Federated Query, section 2.3); its columns stay.
    group = task.skeleton[block.inside : block.end]
    columns = task.check(f"{task.vetted.names.of(block.tokens)}SELECT * {group}")
    return Table(columns, ((None,) * len(columns),))
