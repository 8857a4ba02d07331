"""Who may ask for a batch now: so many at a time, and so often, for each takes a core for a second."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flask import g, request

from kg.errors import CapacityError, RateError
from kg.web import rates
from kg.web.service import Graph, Service

AT_ONCE = 2  # batches that one process answers at a time


class Batches:
    """The places for batches, of one process; clients are counted by all processes together."""

    def __init__(self, service: Service) -> None:
        self._graph = service.graph
        self._places = threading.BoundedSemaphore(AT_ONCE)
        self._rates = rates.of(service.config)

    @contextmanager
    def place(self) -> Iterator[Graph]:
        """Yield the build for a batch, which counts as a query of its client.

        Raises:
            CapacityError: too many are answered now.
            RateError: the client asks more often than it may.
        """
        if self._rates is not None:
            left = self._rates.take(request.remote_addr or "")
            g.told = self._rates.headers(left)
            if left.wait:
                reason = (
                    f"one client may ask {self._rates.number} batches and queries a minute: ask again later"
                )
                raise RateError(reason, {"limit": "rate", "value": self._rates.number})
        if not self._places.acquire(blocking=False):
            raise CapacityError(f"{AT_ONCE} batches are being answered: ask again in a moment")
        try:
            yield self._graph()
        finally:
            self._places.release()
