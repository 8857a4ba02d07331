"""Pages that were made already: a build never changes, so neither does a page of it in one language."""

import threading
from collections.abc import Callable

from cachetools import LRUCache

SIZE = 64_000_000  # bytes of all pages that are kept: some 200 of the longest, or 3,000 as most are
Key = tuple[str, str, str]  # build, IRI, language


class Rendered:
    """The pages that were asked for last, as many as there is room for; threads may share it."""

    def __init__(self, size: int = SIZE) -> None:
        """Keep so many bytes at the most."""
        # As text, one “ or … in a page made each of its letters take two bytes.
        self._pages: LRUCache[Key, bytes] = LRUCache(size, getsizeof=len)
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], str]) -> bytes:
        """Return a page in UTF-8; one that is not kept is made, by each thread that needs it."""
        with self._lock:
            if (found := self._pages.get(key)) is not None:
                return found
        made = make().encode()
        with self._lock:
            if len(made) <= self._pages.maxsize:
                self._pages[key] = made
        return made

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._pages.clear()
