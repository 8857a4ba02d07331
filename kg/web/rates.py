"""How many queries a minute a client may ask, counted by all web server processes together.

One number for each client, the time at which it will have all its queries again (the generic cell rate
algorithm, ITU-T I.371, annex A), stands in a file of a fixed size, at a place that its address tells. Two
clients in 65,536 share a place; none needs to be forgotten.
"""

import contextlib
import fcntl
import hashlib
import ipaddress
import math
import os
import struct
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.config import Config

MINUTE = 60.0
_TIME = struct.Struct("d")
_PLACES = 1 << 16
_GRAIN = 1e-6  # what sums of fractions are off by


@dataclass(frozen=True, slots=True)
class Left:
    """What a client has left.

    Attributes:
        queries: how many it may ask now.
        full: seconds after which it has all of them again.
        wait: seconds after which it may ask again, where it asked one too many; else 0.
    """

    queries: int
    full: float
    wait: float = 0.0


class Rates:
    """The clients' queries of the last minute."""

    def __init__(self, file: Path, number: int) -> None:
        """Name the file, which is made with the first query, and the number of queries a minute."""
        self.number = number
        self._file = file

    def take(self, client: str) -> Left:
        """Count a query of a client, by its address, and return what it has left."""
        each = MINUTE / self.number
        place = _place(client) * _TIME.size
        with self._opened() as file:
            now = time.monotonic()  # one clock for all processes
            (until,) = _TIME.unpack(os.pread(file, _TIME.size, place).ljust(_TIME.size, b"\0"))
            if not now <= until <= now + MINUTE:
                until = now  # long ago, or before the machine was started anew
            if (over := until + each - now - MINUTE) > _GRAIN:
                return Left(0, until - now, over)
            os.pwrite(file, _TIME.pack(until + each), place)
        full = until + each - now
        return Left(int((MINUTE - full) / each + _GRAIN), full)

    def headers(self, left: Left) -> dict[str, str]:
        """Return what a client is told (draft-ietf-httpapi-ratelimit-headers-10, and RFC 9110, 10.2.3)."""
        told = {
            "RateLimit-Policy": f'"queries";q={self.number};w={MINUTE:.0f}',
            "RateLimit": f'"queries";r={left.queries};t={math.ceil(left.full)}',
        }
        return told | {"Retry-After": str(math.ceil(left.wait))} if left.wait else told

    @contextlib.contextmanager
    def _opened(self) -> Iterator[int]:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)  # of a file that was opened anew: it holds threads off, too
            yield file
        finally:
            os.close(file)


def of(config: Config) -> Rates | None:
    """Return who counts the queries of each client, for all ways of asking; None where none is counted."""
    return Rates(config.runtime / "rates", config.query_rate) if config.query_rate > 0 else None


def _place(client: str) -> int:
    """Return the place of an address; those of one network of IPv6 (/64) are one client's."""
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        key = client.encode()  # such as the name of a socket
    else:
        key = address.packed[:8] if address.version == 6 else address.packed
    return int.from_bytes(hashlib.blake2b(key, digest_size=2).digest()) % _PLACES
