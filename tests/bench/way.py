"""Measure the way once through: a build, each example query, each kind of page.

Run from the checkout: `.venv/bin/python tests/bench/way.py [SOURCES]`. It prints wall time and the greatest
memory of a build in a process of its own (cold, then with nothing changed), and the median and 95th
percentile of each query in the store and of one page of each class through the application.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from kg import config
from kg.store import queries
from kg.store.builds import Store
from kg.web import create_app

HOME = Path(__file__).parent.parent.parent
RUNS = 21  # odd, so that the median is a run


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the median and the 95th percentile of a call, in milliseconds."""
    work()
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), sorted(taken)[int(RUNS * 0.95)]


def build(sources: Path, data: Path) -> str:
    """Return wall seconds and the peak memory of the largest process of a build, as text."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "kg", "build", str(sources), "--to", str(data)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # kB on Linux
    return f"{seconds:8.2f} s   {peak:8.0f} MB at most so far"


def pages(store: Store) -> Iterator[str]:
    """Yield the path of a page of each class."""
    most = queries.read(Path(__file__).parent / "pages.rq")
    for row in store.current().select(most):
        yield "/" + row["thing"].value.removeprefix(config.read({}).base)


def main() -> None:
    """Print the table."""
    sources = Path(sys.argv[1]) if len(sys.argv) > 1 else HOME / "sources"
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        print("build, cold     ", build(sources, data))
        print("build, unchanged", build(sources, data))
        settings = config.read({"KG_DATA": str(data)})
        store = Store(data, settings.base)
        current = store.current()
        print("graph.nt        ", f"{(current.folder / 'graph.nt').stat().st_size:,} bytes")
        print("\nquery (kg/web/examples)              median ms   p95 ms")
        for query in queries.folder(HOME / "kg" / "web" / "examples"):
            median, late = timed(lambda query=query: current.select(query).rows)
            print(f"{query.name:36} {median:9.2f} {late:8.2f}")
        client = create_app(settings).test_client()
        print("\npage                                                           median ms   p95 ms     bytes")
        for path in ("/", "/search?q=aliyev", "/sparql", "/ontology", "/person/", *pages(store)):
            answer = client.get(path, follow_redirects=True, headers={"Accept": "text/html"})
            median, late = timed(
                lambda path=path: client.get(path, follow_redirects=True, headers={"Accept": "text/html"})
            )
            print(f"{path[:60]:60} {answer.status_code} {median:9.2f} {late:8.2f} {len(answer.data):9,}")


if __name__ == "__main__":
    main()
