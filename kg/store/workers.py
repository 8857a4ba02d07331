"""User's queries are asked in processes of their own, which are ended when they take too long.

The engine can neither be timed nor be stopped, so a query past its deadline is ended by ending its process; a
new one is started at once, and a spare one stands warm. A result is handed on as it comes: what fails before
its first bytes is an error that says why, what fails later breaks the result off.

No short query waits for long ones. Each begins in one of a few quick processes; when it runs longer than a
moment, or its result is longer than a frame, it needs a place for long queries, of which there are so many in
all, and another may take its turn. Who runs longer than a moment also lets others compute first from then on.
"""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kg.errors import CapacityError, DeadlineError, KgError
from kg.store import worker
from kg.store.answers import Answer, Frames, failure
from kg.store.processes import Process
from kg.store.running import Asker, Locked, Places, Register
from kg.store.tally import Tally
from kg.store.worker import Request

QUICK = 4  # processes of one web server process for queries that have just begun
MOMENT = 0.1  # seconds of a processor that a short query may take: a busy machine makes none long
WAIT = 2.0  # seconds that one may take which does not compute, but reads
PATIENCE = 1.0  # seconds that a query waits for a quick process, and a long result for a place
BRIEF = 0.25  # seconds that it waits while long ones are refused, as those before it may be long too
# Times the deadline: after so long a process ends itself, should the one that asks be stuck.
BACKSTOP = 2


class Pool:
    """The processes of one web server process that ask; they start with the first query."""

    def __init__(self, memory: int, register: Register, places: Places, tally: Tally | None = None) -> None:
        """Make a pool; nothing is started yet, so that it may be made before the web server forks.

        Args:
            memory: most bytes of address space of a process.
            register: of the queries of all web server processes.
            places: for their long queries.
            tally: is told how queries end, and of each process that is started.
        """
        self._tally = tally or Tally()
        self.places = places
        self._memory = memory
        self._register = register
        self._begin()

    def ask(self, folder: Path, request: Request, asker: Asker) -> Answer:
        """Ask the build in a folder, and return the result when its first bytes are there.

        Raises:
            CancelledError: the owner of the query did not want to wait.
            QueryError: the engine does not understand it.
            DeadlineError: no byte came within the deadline.
            LimitError: the query needs more memory than it may, or gives more rows or bytes.
            CapacityError: all processes stay busy, or all places for long queries.
            StoreError: the build cannot be opened.
        """
        return Answer(self._told(self._ask(folder, request, asker)))

    def close(self) -> None:
        """End all processes."""
        with self._free:
            for each in (*self._idle, *self._all):
                each.end()
            self._idle.clear()
            self._all.clear()
            self._quick.clear()

    def free(self, taken: Process, *, is_ready: bool | None = None) -> None:
        """Take a process out of the quick ones.

        Args:
            taken: the process.
            is_ready: whether it may be asked again; if not, it is ended. None where its query goes on.
        """
        if is_ready is False:
            taken.end()
        with self._free:
            self._quick.discard(taken)
            if is_ready is not None:
                self._all.discard(taken)
            if is_ready:
                self._idle.append(taken)
            self._keep_spare(taken.folder)
            self._free.notify()

    def _begin(self) -> None:
        self._pid = os.getpid()
        self._free = threading.Condition()
        self._idle: list[Process] = []
        self._quick: set[Process] = set()
        self._all: set[Process] = set()

    def _take(self, folder: Path, look: Callable[[], None]) -> Process:
        if self._pid != os.getpid():
            self._begin()  # after a fork: the processes belong to the parent
        begun = time.monotonic()
        until = begun + (PATIENCE if begun - self.places.refused > PATIENCE else BRIEF)
        with self._free:
            while len(self._quick) >= QUICK:
                if not self._free.wait(until - time.monotonic()):
                    raise CapacityError("too many queries have come at once: ask again in a moment", _FULL)
                look()
            self._sweep(folder)
            taken = self._idle.pop(0) if self._idle else self._start(folder)
            self._quick.add(taken)
            self._all.add(taken)
            self._keep_spare(folder)
        return taken

    def _sweep(self, folder: Path) -> None:
        """End spare processes that have another build open, and forget those that have ended."""
        for each in self._idle:
            if not each.is_alive or each.folder != folder:
                each.end()
        self._idle = [each for each in self._idle if each.is_alive]

    def _keep_spare(self, folder: Path) -> None:
        """Start one process more, so that the next query finds it warm."""
        if not self._idle:
            self._idle.append(self._start(folder))

    def _start(self, folder: Path) -> Process:
        self._tally.process()
        return Process(folder, self._memory)

    def _told(self, frames: Frames) -> Frames:
        """Yield the frames of a result, and tell how it ended."""
        end = "abandoned"
        try:
            for kind, payload in frames:
                if kind != worker.MORE:
                    end = "answered"
                yield kind, payload
        except KgError as error:
            end = error.end
            raise
        finally:
            frames.close()
            self._tally.query(end)

    def _ask(self, folder: Path, request: Request, asker: Asker) -> Frames:
        """Yield the frames of a result; a process that is done goes back to the pool, another is ended."""
        process = self._take(folder, asker.look)
        is_done = False
        until = asker.begun + request.seconds
        turn = _Turn(self, process, asker.look)
        try:
            text = request.text or f"# all of the graph {request.graph or 'without a name'}"
            with self._register.entered(asker, text, process.folder.name) as turn.entry:
                process.send(request._replace(seconds=request.seconds * BACKSTOP))
                while not is_done:
                    kind, payload = process.frame(until, turn.look)
                    is_done = kind != worker.MORE
                    if kind == worker.ERROR:
                        raise failure(payload, request)
                    if not is_done:
                        turn.lengthen()
                    yield kind, payload
        except DeadlineError as error:
            raise DeadlineError(
                f"{error} within {request.seconds:g} seconds: select less, or add LIMIT",
                {"limit": "seconds", "value": request.seconds},
            ) from None
        finally:
            turn.end(is_done=is_done)


_FULL = {"limit": "capacity", "value": QUICK}


class _Turn:
    """One query's turn in a process.

    Attributes:
        entry: the query's in the register; removed when its owner cancels it.
    """

    def __init__(self, pool: Pool, process: Process, look: Callable[[], None]) -> None:
        self.entry: Locked | None = None
        self._process = process
        self._pool = pool
        self._look = look
        self._begun = time.monotonic()
        self._place: Locked | None = None
        self._is_slow = False

    def look(self) -> None:
        """See whether the query is to go on, and how."""
        self._look()
        if self.entry is not None:
            self.entry.look()
        if not self._is_slow and (self._process.spent > MOMENT or time.monotonic() - self._begun > WAIT):
            self._is_slow = True
            self._process.yield_processors()
            self.lengthen(0)

    def lengthen(self, patience: float = PATIENCE) -> None:
        """Go on in a place for long queries, which is waited for for so many seconds.

        Raises:
            CapacityError: there is none.
        """
        if self._place is None:
            self._place = self._pool.places.take(patience, self._look)
            self._pool.free(self._process)

    def end(self, *, is_done: bool) -> None:
        """Give all back. A process that yields to others cannot be made to go first again: it is ended."""
        if self._place is not None:
            self._place.close()
        self._pool.free(self._process, is_ready=is_done and not self._is_slow)
