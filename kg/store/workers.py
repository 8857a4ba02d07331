"""User's queries are asked in processes of their own, which are ended when they take too long.

The engine can neither be timed nor be stopped, so a query past its deadline is ended by ending its process; a
new one is started at once, and spare ones stand warm. A result is handed on as it comes: what fails before
its first bytes is an error that says why, what fails later breaks the result off.
"""

import contextlib
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import CapacityError, DeadlineError
from kg.store import worker
from kg.store.answers import Answer, Frames, failure
from kg.store.processes import Process
from kg.store.worker import Request

# Times the deadline: after so long a process ends itself, should the one that asks be stuck.
BACKSTOP = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may take.

    Attributes:
        workers: most processes at a time.
        seconds: deadline of a query, with its result; a client's reading is not counted.
        rows: most rows or triples of a result.
        bytes: most bytes of a result.
        memory: most bytes of address space of a process.
    """

    workers: int
    seconds: float
    rows: int
    bytes: int
    memory: int


class Pool:
    """The processes that ask, at most `limits.workers` at a time; they start with the first query."""

    def __init__(self, limits: Limits) -> None:
        """Make a pool; nothing is started yet, so that it may be made before the web server forks."""
        self.limits = limits
        self._begin()

    def ask(self, folder: Path, request: Request, is_gone: Callable[[], bool] = lambda: False) -> Answer:
        """Ask a build, and return the result when its first bytes are there.

        Args:
            folder: the build's.
            request: what is asked; its limits are the pool's or lower.
            is_gone: says whether the client has gone away, so that the query can be ended.

        Raises:
            QueryError: the engine does not understand it.
            DeadlineError: no byte came within the deadline.
            LimitError: the query needs more memory than it may, or gives more rows or bytes.
            CapacityError: all processes stay busy.
            StoreError: the build cannot be opened.
        """
        return Answer(self._ask(self._take(folder), request, is_gone))

    def close(self) -> None:
        """End all processes."""
        with self._free:
            for each in (*self._idle, *self._busy):
                each.end()
            self._idle.clear()
            self._busy.clear()

    def _begin(self) -> None:
        self._pid = os.getpid()
        self._free = threading.Condition()
        self._idle: list[Process] = []
        self._busy: set[Process] = set()

    def _take(self, folder: Path) -> Process:
        if self._pid != os.getpid():
            self._begin()  # after a fork: the processes belong to the parent
        until = time.monotonic() + self.limits.seconds
        with self._free:
            while True:
                self._sweep(folder)
                if self._idle or len(self._busy) < self.limits.workers:
                    break
                if not self._free.wait(until - time.monotonic()):
                    raise CapacityError(
                        "all processes for queries are busy: ask again in a moment", {"limit": "capacity"}
                    )
            taken = self._idle.pop(0) if self._idle else Process(folder, self.limits.memory)
            self._busy.add(taken)
            self._keep_spare(folder)
        return taken

    def _sweep(self, folder: Path) -> None:
        """Forget processes that have ended, and end spare ones that have another build open."""
        self._busy = {each for each in self._busy if each.is_alive}
        for each in self._idle:
            if not each.is_alive or each.folder != folder:
                each.end()
        self._idle = [each for each in self._idle if each.is_alive]

    def _keep_spare(self, folder: Path) -> None:
        """Start one process more, so that the next query finds it warm."""
        if not self._idle and len(self._busy) < self.limits.workers:
            self._idle.append(Process(folder, self.limits.memory))

    def _give_back(self, taken: Process, *, is_ready: bool) -> None:
        if not is_ready:
            taken.end()
        with self._free:
            self._busy.discard(taken)
            if is_ready:
                self._idle.append(taken)
            self._keep_spare(taken.folder)
            self._free.notify()

    def _ask(self, taken: Process, request: Request, is_gone: Callable[[], bool]) -> Frames:
        """Yield the frames of a result; a process that is done goes back to the pool, another is ended."""
        is_ready = False
        until = time.monotonic() + request.seconds
        try:
            with contextlib.suppress(BrokenPipeError):  # it ended before: reading tells why
                taken.send(request._replace(seconds=request.seconds * BACKSTOP))
            while not is_ready:
                kind, payload = taken.frame(until, is_gone)
                is_ready = kind != worker.MORE
                if kind == worker.ERROR:
                    raise failure(payload, request)
                yield kind, payload
        except DeadlineError as error:
            raise DeadlineError(
                f"{error} within {request.seconds:g} seconds: select less, or add LIMIT",
                {"limit": "seconds", "value": request.seconds},
            ) from None
        finally:
            self._give_back(taken, is_ready=is_ready)
