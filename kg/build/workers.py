"""Convert many articles at once, each in one of several processes."""

import math
import multiprocessing
import os
import pkgutil
import resource
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection

from pebble import ProcessExpired, ProcessPool

from kg.build.catalogue import Source
from kg.build.modelled import Asked
from kg.errors import KgError, SourceError
from kg.model import Extraction
from kg.readers import Aside, Item

# 6: to load the language model takes as long as to convert some six articles; fewer do not pay for it.
ARTICLES_FOR_EACH = 6
WAITING = 4  # articles for each process that are held: none waits for the next, whatever their number

_ENDS = "expected a converter that ends well, found"
_LATE = "expected a converter that ends in time, found it at work after the deadline"
Articles = Iterator[tuple[Source, Item | Asked]]
Told = Iterator[tuple[Source, Extraction]]


@dataclass(frozen=True, slots=True)
class Way:
    """How articles are converted.

    Attributes:
        converter: dotted name ("package.module:function"): named and not imported, so that the language model
            is loaded only where there is an article to convert.
        processes: how many convert; at most one: this one does, where nothing has to be kept from it.
        seconds: deadline of one article in a process of its own.
        memory: most bytes of such a process.
        aside: is told of an article that cannot be converted; None: it stops the build.
    """

    converter: str
    processes: int
    seconds: float
    memory: int
    aside: Callable[[Aside], None] | None = None


def needed(articles: int, jobs: int) -> int:
    """Return how many processes convert so many articles; at most `jobs`."""
    return min(jobs, math.ceil(articles / ARTICLES_FOR_EACH))


def run(articles: Articles, way: Way) -> Told:
    """Yield what each article tells, as each is done. Processes are sent the bytes of articles.

    A process that dies or does not end takes nothing with it but its article; another takes its place.

    Raises:
        KgError: an article cannot be read, or its process died; not raised where it is set aside.
    """
    if way.processes <= 1 and way.aside is None:
        yield from ((source, convert(way.converter, item)) for source, item in articles)
        return
    # Spawned, not forked: a copy of a process with threads may wait for ever on a lock that nobody holds.
    pool = ProcessPool(
        max(1, way.processes),
        initializer=_begin,
        initargs=(way.converter, way.memory),
        context=multiprocessing.get_context("spawn"),
    )
    try:
        yield from gather(
            articles,
            lambda item: pool.schedule(convert, (way.converter, item), timeout=way.seconds),
            max(1, way.processes) * WAITING,
            way.aside,
            ProcessExpired,
        )
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def gather(
    articles: Articles,
    submit: Callable[[Item | Asked], "Future[Extraction]"],
    most: int,
    aside: Callable[[Aside], None] | None,
    death: type[Exception],
) -> Told:
    """Yield what articles tell that are converted elsewhere; so many are under way at most.

    `death` is the error that stands for a process that died. Who was under way then is converted anew, one
    after another: none is blamed for what another did beside it, or for the memory that another took.
    """
    under_way: dict[Future[Extraction], tuple[Source, Item | Asked, bool]] = {}
    doubtful: list[tuple[Source, Item | Asked]] = []
    while True:
        if not doubtful:
            for source, item in islice(articles, most - len(under_way)):
                under_way[submit(item)] = source, item, False
        elif not under_way:
            source, item = doubtful.pop()
            under_way[submit(item)] = source, item, True
        if not under_way:
            return
        for done in wait(under_way, return_when=FIRST_COMPLETED).done:
            source, item, is_alone = under_way.pop(done)
            error = done.exception()
            if error is None:
                yield source, done.result()
            elif isinstance(error, death) and not is_alone:
                doubtful.append((source, item))
            else:
                _leave(source, error, aside, death)


def _leave(
    source: Source, error: BaseException, aside: Callable[[Aside], None] | None, death: type[Exception]
) -> None:
    """Set an article aside, or raise what stops the build."""
    if isinstance(error, death):
        error = SourceError(f"{source.place}: {_ENDS} its process killed (memory?)")
    elif isinstance(error, TimeoutError):
        error = SourceError(f"{source.place}: {_LATE}")
    # A table of the registry that is broken breaks all articles: no fault of this one.
    if aside is None or (isinstance(error, KgError) and not isinstance(error, SourceError)):
        raise error
    slip = f"{type(error).__name__}: {error}".removesuffix(": ")
    aside(
        Aside(source.place, str(error) if isinstance(error, KgError) else f"{source.place}: {_ENDS} {slip}")
    )


def convert(converter: str, item: Item | Asked) -> Extraction:
    """Return what an article tells."""
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


def _begin(converter: str, memory: int) -> None:
    """Have this process compute on one core, in so much memory, and end with the one that started it."""
    # Read when the language model's library is first loaded. Left alone, it takes all cores for each process,
    # and they wait for each other: two took a quarter more of processor time.
    os.putenv("OMP_NUM_THREADS", "1")
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    _end_with_parent()
    with suppress(ImportError):  # told with the first article
        pkgutil.resolve_name(converter)  # before the first deadline begins


def _end_with_parent() -> None:
    """Have this process end when the one that started it is killed; the pool itself would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
