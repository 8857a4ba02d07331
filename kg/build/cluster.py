"""Convert articles on a Dask cluster (https://distributed.dask.org); the extra `[scale]` installs it.

The workers need this package, in the same version, and nothing else: they are sent the bytes of articles and
send back what these tell. No file system has to be shared. One article after another is best for a worker
process: `dask worker ADDRESS --nthreads 1`, as many workers as processors.
"""

import os
import pkgutil
import threading
from concurrent.futures import CancelledError

from distributed import Client, KilledWorker, get_worker

from kg.build import cache, workers
from kg.build.modelled import Asked
from kg.build.workers import Articles, Told, Way
from kg.errors import KgError
from kg.model import Extraction
from kg.readers import Item

PATIENCE = 60  # seconds in which a scheduler must answer, and a worker be there
LEAST = 64  # articles under way, however few workers there are when a build begins: more may come


def run(articles: Articles, way: Way, address: str) -> Told:
    """Yield what each article tells, as each is done by some worker of a cluster.

    What a worker had under way when it was lost is done by another. Dask gives up what was under way while
    several were lost (`allowed-failures`); converted alone then, an article shows whether it was the cause.

    Raises:
        KgError: there is no such scheduler, it has no worker, or is lost; an article cannot be converted.
    """
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise KgError(f"{address}: expected a Dask scheduler, found: {error}") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
            threads = client.nthreads()  # type: ignore[no-untyped-call]
            pool = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
            code = cache.converter(*cache.VERIFIERS)
            yield from workers.gather(
                articles,
                lambda item: pool.submit(work, way.converter, item, way.seconds, code),
                max(LEAST, workers.WAITING * sum(threads.values())),
                way.aside,
                KilledWorker,
            )
        except (CancelledError, TimeoutError) as error:
            found = f"{address}: expected a Dask scheduler with workers, found none: {error}"
            raise KgError(found) from error


def work(converter: str, item: Item | Asked, seconds: float, code: str) -> Extraction:
    """Return what an article tells; run by a worker, which ends where that takes too long.

    Raises:
        KgError: the worker has converters of another version: what it finds would be another's.
    """
    if cache.converter(*cache.VERIFIERS) != code:
        raise KgError(f"{get_worker().address}: expected a worker with the same version of kg, found another")
    pkgutil.resolve_name(converter)  # before the deadline begins
    # Nothing else stops a thread; the worker's nurse starts another, and Dask sees to what was under way.
    end = threading.Timer(seconds, os._exit, (1,))
    end.daemon = True
    end.start()
    try:
        return workers.convert(converter, item)
    finally:
        end.cancel()
