"""Convert many articles at once, each in one of several processes."""

import math
import multiprocessing
import os
import pkgutil
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from itertools import islice
from multiprocessing import connection

from kg.build.catalogue import Source
from kg.build.modelled import Asked
from kg.errors import KgError
from kg.model import Extraction
from kg.readers import Item

# 6: to load the language model takes as long as to convert some six articles; fewer do not pay for it.
ARTICLES_FOR_EACH = 6
WAITING = 4  # articles for each process that are held: none waits for the next, whatever their number


Articles = Iterator[tuple[Source, Item | Asked]]


def needed(articles: int, jobs: int) -> int:
    """Return how many processes convert so many articles; at most `jobs`."""
    return min(jobs, math.ceil(articles / ARTICLES_FOR_EACH))


def run(converter: str, articles: Articles, count: int) -> Iterator[tuple[Source, Extraction]]:
    """Yield what each article tells, as each is done by one of so many processes.

    The converter is a dotted name ("package.module:function"): named and not imported, so that the language
    model is loaded only where there is an article to convert. Processes are sent the bytes of articles.

    Raises:
        KgError: an article cannot be read, or a process died.
    """
    if count <= 1:
        yield from ((source, _convert(converter, item)) for source, item in articles)
        return
    # Spawned, not forked: a copy of a process with threads may wait for ever on a lock that nobody holds.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_begin) as pool:
        under_way: dict[Future[Extraction], Source] = {}
        try:
            while True:
                for source, item in islice(articles, count * WAITING - len(under_way)):
                    under_way[pool.submit(_convert, converter, item)] = source
                if not under_way:
                    return
                for done in wait(under_way, return_when=FIRST_COMPLETED).done:
                    yield under_way.pop(done), done.result()
        except BrokenProcessPool as error:
            raise KgError(
                "converters: expected each process to end well, found one killed (memory?)"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _convert(converter: str, item: Item | Asked) -> Extraction:
    with _Naming(item.place):
        found: Extraction = pkgutil.resolve_name(converter)(item)
    return found


class _Naming(AbstractContextManager[None]):
    """Have an error of the converters' own say which article it came from."""

    def __init__(self, place: str) -> None:
        self._place = place

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if error is not None:
            error.add_note(f"while converting {self._place}")


def _begin() -> None:
    """Have this process compute on one core, and end with the one that started it."""
    # Read when the language model's library is first loaded. Left alone, it takes all cores for each process,
    # and they wait for each other: two took a quarter more of processor time.
    os.putenv("OMP_NUM_THREADS", "1")
    _end_with_parent()


def _end_with_parent() -> None:
    """Have this process end when the one that started it is killed; the pool itself would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
