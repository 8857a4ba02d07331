"""The client of a request: whether it still waits for the answer."""

import select
import socket
import threading

from flask import Request


class Client:
    """Who waits for an answer; may be asked about by any thread, also when the view has returned."""

    def __init__(self, request: Request) -> None:
        self._has_left = threading.Event()
        self._poll = select.poll()
        # A server other than gunicorn does not tell; then nobody ever seems gone.
        connection = request.environ.get("gunicorn.socket")
        if isinstance(connection, socket.socket):
            self._poll.register(connection, select.POLLRDHUP)

    def is_gone(self) -> bool:
        """Say whether the connection is closed, or half closed: a client that will not wait."""
        return self._has_left.is_set() or bool(self._poll.poll(0))

    def leave(self) -> None:
        """Note that the answer has ended, be it whole or broken off."""
        self._has_left.set()
