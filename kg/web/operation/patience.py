"""Slow clients: no crowd of them keeps others from being answered.

A thread reads a request, and writes its answer, for one client. Where a client does not send or take, the
thread waits; who lets it wait too long at a time is left. While more than half of the threads of a process
wait, those clients are left that moved the fewest bytes in the time that was waited for them: one that sends
a byte now and then goes, one on a slow line stays.
"""

import contextlib
import errno
import fcntl
import os
import select
import socket
import sys
import termios
import threading
import time
from typing import Any, ClassVar

from gunicorn import util
from gunicorn.workers import gthread

SLICE = 0.1  # seconds between two looks at whether a client is to be left
GRACE = 0.5  # seconds that each may let a thread wait, in all
_CHUNK = 1 << 20  # bytes of a file that are sent at a time


class Room:
    """The clients that threads of this process wait for.

    Attributes:
        stall: seconds in which each must send, or take, some more.
    """

    def __init__(self, seats: int, stall: float) -> None:
        self.stall = stall
        self._seats = seats
        self._lock = threading.Lock()
        self._waiting: set[Client] = set()

    def wait(self, client: "Client", event: int, seconds: float) -> None:
        """Wait until a client has sent, or taken, some more.

        Raises:
            ConnectionResetError: it is left: it moved nothing for so long, or is the slowest of too many.
        """
        poll = select.poll()
        poll.register(client, event)
        begun = moved = time.monotonic()
        before, taken = client.waited, client.moved
        with self._lock:
            self._waiting.add(client)
        try:
            while not poll.poll(SLICE * 1000):
                now = time.monotonic()
                client.waited = before + now - begun
                # There is room to send when a third of what the system keeps has gone: megabytes, at times.
                if event == select.POLLOUT and client.moved > taken:
                    moved, taken = now, client.moved
                if now - moved > seconds or self._is_to_go(client):
                    raise ConnectionResetError(errno.ECONNRESET, "the client was too slow")
        finally:
            client.waited = before + time.monotonic() - begun
            with self._lock:
                self._waiting.discard(client)

    def _is_to_go(self, client: "Client") -> bool:
        with self._lock:
            over = len(self._waiting) - self._seats
            if over <= 0 or client.waited < GRACE:
                return False
            slower = [each for each in self._waiting if each.waited >= GRACE and each.pace < client.pace]
            is_one = len(slower) < over
            if is_one:
                self._waiting.discard(client)
            return is_one


class Client(socket.socket):
    """A connection whose thread waits in a room; else it is as one that blocks.

    Attributes:
        waited: seconds that threads have waited for it.
    """

    def __init__(self, connection: socket.socket, room: Room) -> None:
        super().__init__(fileno=connection.detach())
        super().setblocking(False)  # noqa: FBT003 # as the socket has it
        self.waited = 0.0
        self._room = room
        self._seconds = room.stall
        self._passed = 0

    @property
    def moved(self) -> int:
        """Return how many bytes the client has sent and taken: not those that the system keeps for it."""
        kept = fcntl.ioctl(self, termios.TIOCOUTQ, bytes(4))
        return self._passed - int.from_bytes(kept, sys.byteorder)

    @property
    def pace(self) -> tuple[float, float]:
        """Return bytes for each second waited, and what decides where they are equal."""
        return self.moved / max(self.waited, SLICE), -self.waited

    def setblocking(self, flag: bool) -> None:  # noqa: FBT001 # as the socket has it
        """Leave it as it is: it always waits in the room."""

    def gettimeout(self) -> float:
        """Return the seconds that are waited for it at a time."""
        return self._seconds

    def settimeout(self, value: float | None) -> None:
        """Wait for it no longer at a time; never longer than the room does."""
        self._seconds = self._room.stall if value is None else min(value, self._room.stall)

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Return what the client has sent, when there is something."""
        while True:
            with contextlib.suppress(BlockingIOError):
                data = super().recv(size, flags)
                self._passed += len(data)
                return data
            self._room.wait(self, select.POLLIN, self._seconds)

    def send(self, data: Any, flags: int = 0) -> int:  # noqa: ANN401 # any buffer
        """Send some bytes, and return how many, when there is room for them."""
        while True:
            with contextlib.suppress(BlockingIOError):
                sent = super().send(data, flags)
                self._passed += sent
                return sent
            self._room.wait(self, select.POLLOUT, self._seconds)

    def sendall(self, data: Any, flags: int = 0) -> None:  # noqa: ANN401 # any buffer
        """Send all bytes."""
        left = memoryview(data)
        while left:
            left = left[self.send(left, flags) :]

    def sendfile(self, file: Any, offset: int = 0, count: int | None = None) -> int:  # noqa: ANN401 # as the socket has it
        """Send bytes of a file, and return how many."""
        sent = 0
        while count is None or sent < count:
            size = _CHUNK if count is None else min(_CHUNK, count - sent)
            try:
                done = os.sendfile(self.fileno(), file.fileno(), offset + sent, size)
            except BlockingIOError:
                self._room.wait(self, select.POLLOUT, self._seconds)
                continue
            if not done:
                break
            self._passed += done
            sent += done
        return sent


class Patient(gthread.ThreadWorker):  # type: ignore[misc] # gunicorn is not typed
    """A web server process that waits for its clients in a room."""

    stall: ClassVar[float]  # seconds in which each client must send, or take, some more

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 # as gunicorn has them
        super().__init__(*given, **named)
        self._room = Room(max(1, self.cfg.threads // 2), self.stall)

    def handle(self, conn: Any) -> Any:  # noqa: ANN401 # as gunicorn has them
        """Handle a request of a connection, in a thread."""
        if not (conn.initialized or conn.data_ready or conn.wait_for_data(0)):
            return gthread._DEFER  # without data it waits for none in a thread
        if not isinstance(conn.sock, Client):
            conn.sock = Client(conn.sock, self._room)
        is_kept = super().handle(conn)
        if not is_kept:
            # The server would wait for its end in the one thread that takes new connections.
            util.close_graceful(conn.sock)
        return is_kept


def worker(stall: float) -> type[Patient]:
    """Return the class of web server processes whose clients must move in so many seconds."""
    return type("Patient", (Patient,), {"stall": stall})
