"""One process that asks queries, and the frames that it answers with."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kg.errors import DeadlineError, KgError, LimitError, StoreError
from kg.store import worker
from kg.store.worker import Request

_PROJECT = str(Path(__file__).parents[2])  # where the package lies
SLICE = 0.05  # seconds between two looks at whether the client is still there
_TICKS = os.sysconf("SC_CLK_TCK")  # of a second, in which the system counts
BEHIND = 10  # niceness: a tenth of what others get, where all want to compute


class Process:
    """One process, with the store of one build open.

    Attributes:
        folder: the build's.
    """

    def __init__(self, folder: Path, memory: int) -> None:
        """Start it; it may be asked at once, and answers when it has opened the store."""
        self.folder = folder
        # The system closes our end when this process ends, however it does; the query then ends too.
        theirs, self._line = os.pipe()
        command = [sys.executable, "-P", "-c", worker.START, _PROJECT]
        command += [str(folder / "store"), str(memory), str(theirs)]
        self._process = subprocess.Popen(  # noqa: S603 # nothing in it comes from a client
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, pass_fds=(theirs,)
        )
        os.close(theirs)
        assert self._process.stdin is not None  # noqa: S101 # for the type checker: pipes were asked for
        assert self._process.stdout is not None  # noqa: S101
        self._requests = self._process.stdin
        self._answers = self._process.stdout
        self._poll = select.poll()
        self._poll.register(self._answers, select.POLLIN)
        self._read = bytearray()
        self._is_ready = False
        self._computed = 0.0  # when the query began

    @property
    def id(self) -> int:
        """Return the id that the system knows it by."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Say whether it still runs."""
        return self._process.poll() is None

    @property
    def spent(self) -> float:
        """Return the seconds of a processor that the query has taken so far."""
        return self._spent() - self._computed if self._is_ready else 0.0

    def send(self, request: Request) -> None:
        """Ask something."""
        self._computed = self._spent()
        with contextlib.suppress(BrokenPipeError):  # it has ended: reading tells why
            self._requests.write(json.dumps(request._asdict()).encode() + b"\n")

    def frame(self, until: float, look: Callable[[], None]) -> tuple[bytes, bytes]:
        """Return the kind and the payload of the next frame.

        Args:
            until: deadline, on the monotonic clock.
            look: is called now and then, and raises where the frame is not to be waited for.

        Raises:
            DeadlineError: the deadline came first.
            LimitError: the process ended itself.
            StoreError: it could not open the store.
        """
        while (frame := self._frame()) is None:
            look()
            left = until - time.monotonic()
            if left <= 0:
                raise DeadlineError("the query gave no result")
            if self._poll.poll(min(left, SLICE) * 1000):
                self._receive()
        return frame

    def yield_processors(self) -> None:
        """Let whatever else wants to compute go first, from now on."""
        with contextlib.suppress(ProcessLookupError):  # it has ended
            os.setpriority(os.PRIO_PROCESS, self.id, BEHIND)

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._answers.closed:
            return
        self._process.kill()
        self._process.wait()
        self._requests.close()
        self._answers.close()
        os.close(self._line)

    def _frame(self) -> tuple[bytes, bytes] | None:
        """Take a frame out of the bytes that were read, if one is whole."""
        while len(self._read) >= worker.HEAD.size:
            kind, length = worker.HEAD.unpack_from(self._read)
            end = worker.HEAD.size + length
            if len(self._read) < end:
                return None
            payload = bytes(self._read[worker.HEAD.size : end])
            del self._read[:end]
            if kind != worker.READY:
                return kind, payload
            self._is_ready = True
            self._computed = self._spent()  # to start is no part of a query
        return None

    def _spent(self) -> float:
        # Behind the program's name in brackets stand, 12th and 13th, its own time and the system's.
        told = Path(f"/proc/{self.id}/stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / _TICKS

    def _receive(self) -> None:
        data = os.read(self._answers.fileno(), worker.CHUNK)
        if not data:
            raise self._last_words()
        self._read += data

    def _last_words(self) -> KgError:
        code = self._process.wait()
        if code == -signal.SIGALRM:
            return DeadlineError("the query gave no result")
        if code < 0:
            name = signal.Signals(-code).name
            advice = "select less, add LIMIT, order and group fewer rows"
            reason = f"the query needs more memory than it may have ({name}): {advice}"
            return LimitError(reason, {"limit": "memory"})
        return StoreError(
            f"{self.folder.name}: expected a process that answers, found one that ended ({code})"
        )
