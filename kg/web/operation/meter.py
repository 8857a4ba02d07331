"""What the service counts, for Prometheus: requests, queries and processes, with labels of few values alone.

Each web server process counts in files of its own place, of which there are as many as processes at a time.
One that comes in the place of another counts on where that ended: no figure falls, no file is left.
"""

import fcntl
import itertools
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, values
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from kg.store.tally import Tally

MEDIA = "text/plain; version=0.0.4; charset=utf-8"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_SIZE = 1 << 20  # bytes that the library gives a file


class Meter(Tally):
    """Counts what happens in this process, and tells what all processes have counted."""

    def __init__(self, folder: Path | None = None) -> None:
        """Count; in a folder where other processes count too, else for this process alone."""
        own = CollectorRegistry()
        self._registry = own
        if folder is not None:
            self._registry = CollectorRegistry()
            MultiProcessCollector(self._registry, str(folder))  # type: ignore[no-untyped-call]
        self._requests = Counter("kg_requests", "Requests answered", ("route", "status"), registry=own)
        self._seconds = Histogram(
            "kg_request_seconds",
            "From a request to the end of its answer",
            ("route",),
            registry=own,
            buckets=SECONDS,
        )
        self._queries = Counter("kg_queries", "Queries, by how they ended", ("end",), registry=own)
        self._processes = Counter("kg_query_processes_started", "Processes for queries", registry=own)
        Counter("kg_workers_started", "Web server processes", registry=own).inc()

    def request(self, route: str, status: int, seconds: float) -> None:
        """Count a request that was answered."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def query(self, end: str) -> None:
        """Count a query by how it ended."""
        self._queries.labels(end).inc()

    def process(self) -> None:
        """Count a process for queries."""
        self._processes.inc()

    def text(self, now: Iterable[Metric]) -> bytes:
        """Return all figures, with those of the moment."""
        moment = CollectorRegistry()
        moment.register(_Moment(now))
        return generate_latest(self._registry) + generate_latest(moment)


class _Moment(Collector):
    def __init__(self, now: Iterable[Metric]) -> None:
        self._now = tuple(now)

    def collect(self) -> Iterable[Metric]:
        return self._now


def gauge(name: str, help: str, value: float, **labels: str) -> Metric:  # noqa: A002
    """Return a figure of the moment."""
    made = GaugeMetricFamily(name, help, labels=tuple(labels))
    made.add_metric(tuple(labels.values()), value)
    return made


def shared(folder: Path) -> Meter:
    """Return a meter that counts with other processes below a folder, in a place of its own until it ends.

    The library writes to where `PROMETHEUS_MULTIPROC_DIR` says, which the web server sets to the same folder.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        place = next(number for number in itertools.count() if _take(folder / f"place-{number}"))
        for kind in ("counter", "histogram"):
            _reserve(folder / f"{kind}_{place}.db")
    except OSError:
        # A disk that is full, or not to be written: pages stand all the same. To write into files that
        # have no room would end the process.
        return Meter()
    values.ValueClass = values.MultiProcessValue(lambda: place)  # type: ignore[no-untyped-call]
    return Meter(folder)


def empty(folder: Path) -> None:
    """Forget what was counted before the service was started."""
    for file in folder.glob("*.db"):
        file.unlink(missing_ok=True)


def _take(file: Path) -> bool:
    """Lock a file until this process ends, however it does; say whether that could be done."""
    opened = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    with suppress(BlockingIOError):
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    os.close(opened)
    return False


def _reserve(file: Path) -> None:
    opened = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        os.posix_fallocate(opened, 0, _SIZE)
    finally:
        os.close(opened)
