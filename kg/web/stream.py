"""A long result between its query and its client: the query never waits for a slow reader.

What the client has not taken yet lies in a file that has no name, at most as many bytes as a result may have;
a client that keeps up never needs it. So a process for queries is free as soon as its query has ended.
"""

import contextlib
import tempfile
import threading
from collections.abc import Callable, Iterator

from kg.errors import CapacityError, KgError, LimitError
from kg.store.answers import Answer

KEPT = 1_000_000  # bytes that wait in memory before the file is used
CHUNK = 64 * 1024


class Stream:
    """Yields the bytes of a result, and raises a `KgError` where it breaks off."""

    def __init__(self, answer: Answer, leave: Callable[[], None], *, tells_cut: bool) -> None:
        """Begin to take the result.

        Args:
            answer: the result.
            leave: lets the query know that nobody waits for it any more.
            tells_cut: whether the client is told of a result that was cut: by itself or by its headers.
        """
        self._answer = answer
        self._leave = leave
        self._tells_cut = tells_cut
        self._file = tempfile.SpooledTemporaryFile(max_size=KEPT)  # noqa: SIM115 # closed by `close`
        self._changed = threading.Condition()
        self._written = self._taken = 0
        self._is_done = self._is_closed = False
        self._error: KgError | None = CapacityError("the result broke off")  # until it has ended well
        threading.Thread(target=self._fill, name="stream", daemon=True).start()

    def finish(self) -> int:
        """Wait for all of the result, and return how many bytes it has.

        Raises:
            KgError: it broke off.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._is_done)
            if self._error is not None:
                self.close()
                raise self._error
            return self._written

    def __iter__(self) -> Iterator[bytes]:
        while data := self._next():
            yield data

    def close(self) -> None:
        """End the query, if it still runs, and forget what was not read."""
        self._leave()
        with self._changed:
            self._is_closed = True
            self._file.close()

    def _next(self) -> bytes:
        with self._changed:
            self._changed.wait_for(lambda: self._taken < self._written or self._is_done)
            if self._is_done and self._error is not None:
                raise self._error
            self._file.seek(self._taken)
            data = self._file.read(CHUNK)
            self._taken += len(data)
            if self._taken == self._written and not self._is_done:
                self._taken = self._written = 0
                self._file.seek(0)
                self._file.truncate()
            return data

    def _fill(self) -> None:
        error: KgError | None = self._error
        try:
            with contextlib.closing(self._answer):
                for data in self._answer:
                    self._put(data)
            error = None
        except KgError as found:
            error = found
        except OSError as found:
            error = CapacityError(f"no room to keep the result: {found.strerror}")
        finally:
            with self._changed:
                self._error = error
                self._is_done = True
                self._changed.notify()

    def _put(self, data: bytes) -> None:
        if self._answer.is_cut and not self._tells_cut:
            # Nothing in this form says that it is a part, and its headers have gone out.
            raise LimitError("the result has more rows than were asked for")
        with self._changed:
            if not self._is_closed:
                self._file.seek(self._written)
                self._file.write(data)
                self._written += len(data)
                self._changed.notify()
