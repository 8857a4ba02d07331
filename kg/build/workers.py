"""Convert many articles at once, each in one of several processes."""

import math
import multiprocessing
import os
import pkgutil
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from multiprocessing import connection
from pathlib import Path

from kg.errors import KgError
from kg.model import Extraction

# 6: to load the language model takes as long as to convert some six articles; fewer do not pay for it.
ARTICLES_FOR_EACH = 6


def run(converter: str, paths: tuple[Path, ...], jobs: int) -> Iterator[tuple[Path, Extraction]]:
    """Yield what each article tells, as each is done; at most `jobs` processes work.

    The converter is a dotted name ("package.module:function"): named and not imported, so that the language
    model is loaded only where there is an article to convert.

    Raises:
        KgError: an article cannot be read, or a process died.
    """
    count = min(jobs, math.ceil(len(paths) / ARTICLES_FOR_EACH))
    if count <= 1:
        yield from ((path, _convert(converter, path)) for path in paths)
        return
    # Spawned, not forked: a copy of a process with threads may wait for ever on a lock that nobody holds.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_begin) as pool:
        under_way = {pool.submit(_convert, converter, path): path for path in paths}
        try:
            for done in as_completed(under_way):
                yield under_way[done], done.result()
        except BrokenProcessPool as error:
            raise KgError(
                "converters: expected each process to end well, found one killed (memory?)"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _convert(converter: str, path: Path) -> Extraction:
    with _Naming(path):
        found: Extraction = pkgutil.resolve_name(converter)(path)
    return found


class _Naming(AbstractContextManager[None]):
    """Have an error of the converters' own say which article it came from."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if error is not None:
            error.add_note(f"while converting {self._path}")


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
