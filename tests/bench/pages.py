"""How long pages take, what they weigh, and how often they ask the store.

`python tests/bench/pages.py [CLAIMS] [DATA] [WORD ...]` makes an invented graph (a million claims without
CLAIMS) below the folder DATA where it does not lie there yet, starts the service on it with one worker, and
asks for each kind of page: the `HEAVIEST` things of a class, of which most claims tell, and others up to
`THINGS`, evenly spread from most to least. It prints a line for each kind: the median and the 95th percentile
in milliseconds of the first request of each page (cold) and of the next ones (warm), how many bytes the
heaviest is compressed, and how many queries a page asks at the most. With words, only kinds that hold one of
them are asked for.
"""

import gzip
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).parent.parent))

import large
import live
from pyoxigraph import NamedNode
from rdflib import RDF

from kg import config
from kg.iris import segment
from kg.store import lists
from kg.store.builds import Build
from kg.vocab import DIP
from kg.web import create_app

CLAIMS = 1_000_000
THINGS, HEAVIEST = 20, 4  # things of a class; how many of them are those that most is told of
ROUNDS, SECONDS = 6, 40.0  # how often each is asked for; at most so long a kind
HEAVY = "/state/china.html"  # `large` tells most of it
FIXED = {
    "first page": ["/"],
    "about": ["/about"],
    "the heavy one": [HEAVY],
    "the heavy one, as an outlet tells it": [f"{HEAVY}?outlet=organization/xinhua"],
    "search": ["/search?q=corridor", "/search?q=china", "/search?q=president+said", "/search?q=a"],
    "index by name": ["/person/", "/actor/", "/topic/", "/organization/"],
    "index by date": ["/event/", "/statement/", "/agreement/", "/meeting/"],
    "index of dyads": ["/dyad/"],
    "index of evidence": ["/claim/", "/passage/", "/article/"],
    "the heavy one, Turtle": ["/state/china.ttl"],
    "the heavy one, JSON-LD": ["/state/china.jsonld"],
}


def things(build: Build) -> Mapping[str, list[str]]:
    """Return paths of things of each class: those that most claims tell of, and others from most to least."""
    found: dict[str, list[str]] = {}
    with closing(sqlite3.connect(build.folder / lists.FILE)) as index:
        told = index.execute(
            "SELECT entity FROM lists WHERE list = ? ORDER BY CAST(fact AS INTEGER) DESC, entity",
            ("resource/04-counts",),
        )
        for (entity,) in told:
            if entity.startswith(large.BASE) and "#" not in entity:
                path = entity.removeprefix(large.BASE)
                found.setdefault(path.partition("/")[0], []).append(f"/{path}.html")
    for kind in (DIP.Passage, DIP.Claim):
        some = islice(build.matching(None, NamedNode(RDF.type), NamedNode(kind)), THINGS)
        paths = [
            str(t.subject.value).removeprefix(large.BASE) for t in some if isinstance(t.subject, NamedNode)
        ]
        found[segment(kind)] = [f"/{path}.html" for path in paths]
    return {kind: _spread(paths) for kind, paths in sorted(found.items())}


def _spread(paths: list[str]) -> list[str]:
    rest = paths[HEAVIEST:]
    return paths[:HEAVIEST] + rest[:: max(1, len(rest) // (THINGS - HEAVIEST))][: THINGS - HEAVIEST]


def measure(service: live.Service, paths: list[str]) -> tuple[list[float], list[float], int]:
    """Return the milliseconds of each first request and of each next one, and the most bytes compressed."""
    taken: tuple[list[float], list[float]] = [], []
    weight, begun = 0, time.monotonic()
    for number in range(ROUNDS):
        for path in paths:
            before = time.perf_counter()
            status, headers, body = service.send("GET", path, headers={"Accept-Encoding": "gzip"})
            taken[number > 0].append(1e3 * (time.perf_counter() - before))
            assert status == 200, (path, status)
            weight = max(weight, len(body if headers["Content-Encoding"] else gzip.compress(body)))
        if number and time.monotonic() - begun > SECONDS:
            break
    return *taken, weight


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
        heads = ("cold median ms", "p95", "warm median ms", "p95", "bytes compressed", "queries")
        print(f"| {claims:,} claims | {' | '.join(heads)} |\n{'|---' * 7}|")
        with live.serve(data) as service:
            service.send("GET", "/about")  # what the first request alone must do is no page's time
            for kind, paths in kinds.items():
                if not words or any(word in kind for word in words):
                    cold, warm, weight = measure(service, paths)
                    asked = max(queries(data, path) for path in paths[:HEAVIEST])
                    print(f"| {kind} | {_told(cold)} | {_told(warm)} | {weight:,} | {asked} |", flush=True)


def _told(taken: list[float]) -> str:
    worst = statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
    return f"{statistics.median(taken):.0f} | {min(worst, max(taken)):.0f}"


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else CLAIMS, given[1] if len(given) > 1 else None, given[2:])
