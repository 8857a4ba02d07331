"""Other servers, started and stopped."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 30  # seconds in which a server must start


def free() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(port: int, *command: str, patience: float = PATIENCE) -> Iterator[int]:
    """Yield the id of a process when it listens on a port; it is ended at once behind."""
    # A benchmark that is ended ends its servers too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + patience
        while not _listens(port):
            if process.poll() is not None or time.monotonic() > until:
                sys.exit(f"{command[0]}: expected a server on port {port}, found none")
            time.sleep(0.1)
        yield process.pid
    finally:
        process.kill()
        process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
