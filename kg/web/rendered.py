"""Pages that were made already: a build never changes, so neither does a page of it in one language."""

import threading
from collections.abc import Callable

from cachetools import LRUCache

SIZE = 64_000_000  # characters of all pages that are kept: some 200 of the longest, or 3,000 as most are
Key = tuple[str, str, str]  # build, IRI, language


class Rendered:
    """The pages that were asked for last, as many as there is room for; threads may share it."""

    def __init__(self, size: int = SIZE) -> None:
        """Keep so many characters at the most."""
        self._pages: LRUCache[Key, str] = LRUCache(size, getsizeof=len)
        self._lock = threading.Lock()

    def get(self, key: Key, make: Callable[[], str]) -> str:
        """Return a page; one that is not kept is made, by each thread that needs it."""
        with self._lock:
            if (found := self._pages.get(key)) is not None:
                return found
        made = make()
        with self._lock:
            if len(made) <= self._pages.maxsize:
                self._pages[key] = made
        return made

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._pages.clear()
