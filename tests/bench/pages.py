"""How long pages take, what they weigh, and how often they ask the store.

`python tests/bench/pages.py [CLAIMS] [DATA] [WORD ...]` makes an invented graph (a million claims without
CLAIMS) below the folder DATA where it does not lie there yet, starts the service on it with one worker, and
asks for each kind of page again and again, as many things of a class as there are up to `THINGS`, the one
that most is told of among them. It prints a line for each kind of page: the median and the 95th percentile
in milliseconds, how many bytes the heaviest is compressed, and how many queries a page asks. With words, only
kinds that hold one of them are asked for.
"""

import gzip
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).parent.parent))

import large
import live

from kg import config
from kg.store.builds import Build
from kg.web import create_app

CLAIMS = 1_000_000
THINGS, ROUNDS, SECONDS = (
    12,
    10,
    20.0,
)  # things of a class; how often each is asked for; at most so long a kind
HEAVY = "/state/china.html"  # `large` tells most of it
FIXED = {
    "first page": ["/"],
    "about": ["/about"],
    "the heavy one": [HEAVY],
    "search": ["/search?q=corridor", "/search?q=china", "/search?q=president+said", "/search?q=a"],
    "index by name": ["/person/", "/actor/", "/topic/", "/organization/"],
    "index by date": ["/event/", "/statement/", "/agreement/", "/meeting/"],
    "index of dyads": ["/dyad/"],
    "index of evidence": ["/claim/", "/passage/", "/article/"],
    "the heavy one, Turtle": ["/state/china.ttl"],
    "the heavy one, JSON-LD": ["/state/china.jsonld"],
}


def things(build: Build) -> Mapping[str, list[str]]:
    """Return paths of things of each class, spread over the names of those that articles name."""
    found: dict[str, list[str]] = {}
    with (build.folder / "graph.nt").open(encoding="utf-8") as graph:
        for number, line in enumerate(graph):
            if "#type> <https://w3id.org/communique/ontology#" in line:
                path = line.partition(">")[0].removeprefix(f"<{large.BASE}")
                kept = found.setdefault(path.partition("/")[0], [])
                if len(kept) < THINGS:
                    kept.append(f"/{path}.html")
            if number == 2_000_000:
                break
    return {kind: list(dict.fromkeys(paths)) for kind, paths in sorted(found.items())}


def measure(service: live.Service, paths: list[str]) -> tuple[list[float], int]:
    """Return the milliseconds of each request, and the most bytes of an answer compressed."""
    taken, weight, begun = [], 0, time.monotonic()
    for _ in range(ROUNDS):
        for path in paths:
            before = time.perf_counter()
            status, headers, body = service.send("GET", path, headers={"Accept-Encoding": "gzip"})
            taken.append(1e3 * (time.perf_counter() - before))
            assert status == 200, (path, status)
            weight = max(weight, len(body if headers["Content-Encoding"] else gzip.compress(body)))
        if time.monotonic() - begun > SECONDS:
            break
    return taken, weight


def queries(data: Path, path: str) -> int:
    """Return how many queries a page asks the store."""
    client = create_app(config.read({"KG_DATA": str(data)})).test_client()
    with mock.patch.object(Build, "_ask", autospec=True, side_effect=Build._ask) as asked:
        client.get(path)
    return asked.call_count


@contextmanager
def made(claims: int, place: str | None) -> Iterator[Path]:
    """Yield a data folder with a graph of so many claims, kept where a place is named."""
    if place is None:
        with tempfile.TemporaryDirectory() as folder:
            large.make(Path(folder), claims)
            yield Path(folder)
        return
    data = Path(place)
    if not (data / "current").exists():
        data.mkdir(parents=True, exist_ok=True)
        large.make(data, claims)
    yield data


def main(claims: int, place: str | None, words: list[str]) -> None:
    """Print the table."""
    with made(claims, place) as data:
        kinds = FIXED | things(Build((data / "current").resolve(), large.BASE))
        print(
            f"| {claims:,} claims | median ms | p95 ms | bytes compressed | queries |\n|---|---|---|---|---|"
        )
        with live.serve(data) as service:
            for kind, paths in kinds.items():
                if not words or any(word in kind for word in words):
                    service.send("GET", paths[0])  # what the first request alone must do is no page's time
                    taken, weight = measure(service, paths)
                    worst = statistics.quantiles(taken, n=20)[-1]
                    asked = max(queries(data, path) for path in paths[:3])
                    print(
                        f"| {kind} | {statistics.median(taken):.0f} | {worst:.0f} | {weight:,} | {asked} |",
                        flush=True,
                    )


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else CLAIMS, given[1] if len(given) > 1 else None, given[2:])
