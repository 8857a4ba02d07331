"""The client of a query: whether it still waits for the answer."""

import select
import socket
import threading

from flask import Request, g, request

from kg.errors import ClientGoneError
from kg.store.running import Asker


class Client:
    """Who waits for an answer; may be looked for by any thread, also when the view has returned."""

    def __init__(self, request: Request) -> None:
        self._has_left = threading.Event()
        self._poll = select.poll()
        # A server other than gunicorn does not tell; then nobody ever seems gone.
        connection = request.environ.get("gunicorn.socket")
        if isinstance(connection, socket.socket):
            self._poll.register(connection, select.POLLRDHUP)

    @property
    def asker(self) -> Asker:
        """Return who asks the query of the request at hand."""
        return Asker(g.id, g.owner, self.look, g.begun)

    def look(self) -> None:
        """See whether the query is still wanted.

        Raises:
            ClientGoneError: the connection is closed, or half closed as by a proxy whose own client has gone.
        """
        if self._has_left.is_set() or self._poll.poll(0):
            raise ClientGoneError("the client has gone away")

    def leave(self) -> None:
        """Note that the answer has ended, be it whole or broken off."""
        self._has_left.set()


def asker() -> Asker:
    """Return who asks the query of the request at hand."""
    return Client(request).asker
