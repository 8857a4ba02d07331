"""How long batches of the Reconciliation API take, and how often the first candidate is the one meant.

`python tests/bench/reconciling.py [ACTORS] [DATA]` makes a graph of so many actors (100,000 without) below
the folder DATA where none lies there yet, starts the service on it with one worker, and sends batches of 500
names by POST, as OpenRefine does: as they stand in the graph in any script, each with its state, and with a
letter lost. It prints a line for each: the median and the 95th percentile in seconds of a batch, the first
of the process left out, and the median of the seconds in which a core worked for one.
"""

import json
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent.parent))

import live
from large import actors

from kg.store import texts
from kg.store.builds import Build
from kg.vocab import DIP
from kg.web.reconciliation.profiles import Profiles
from kg.web.reconciliation.reading import BATCH

ACTORS, BATCHES, SEED = 100_000, 6, 7
HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}
Query = dict[str, object]


def drawn(build: Build, lot: random.Random) -> list[tuple[str, str, str]]:
    """Return names of persons with the ids of who goes by them, and their states."""
    index = texts.open_index(build.folder / texts.FILE)
    rows = index.execute("SELECT name, iri FROM names WHERE kind = ? ORDER BY iri, name", (str(DIP.Person),))
    profiles = Profiles(build)
    chosen = lot.sample(rows.fetchall(), BATCH * BATCHES)
    index.close()
    known = ((name, iri, profiles.of(iri)) for name, iri in chosen)
    return [
        (name, iri.removeprefix(live.BASE), thing.profile.states[0]) for name, iri, thing in known if thing
    ]


def own(state: str) -> list[Query]:
    """Return the property that tells a state."""
    return [{"pid": "state", "v": state}]


def spoilt(name: str, lot: random.Random) -> str:
    """Return a name that lacks one of its letters, but the first."""
    place = lot.randrange(1, len(name))
    return name[:place] + name[place + 1 :]


def measure(service: live.Service, queries: list[tuple[Query, str]]) -> str:
    """Return a line: the times of the batches, and the share of first candidates that are meant."""
    taken, cores, right = [], [], 0
    for begin in range(0, len(queries), BATCH):
        batch = queries[begin : begin + BATCH]
        told = {f"q{n}": query for n, (query, _) in enumerate(batch)}
        body = urlencode({"queries": json.dumps(told)}).encode()
        before, worked = time.perf_counter(), _worked(service)
        status, _, answer = service.send("POST", "/reconcile", body, HEADERS)
        taken.append(time.perf_counter() - before)
        cores.append(_worked(service) - worked)
        assert status == 200, answer[:500]
        found = json.loads(answer)
        for number, (_, meant) in enumerate(batch):
            first = found[f"q{number}"]["result"][:1]
            right += bool(first) and first[0]["id"] == meant
    later = taken[1:]
    worst = statistics.quantiles(later, n=20)[-1]
    work = statistics.median(cores[1:])
    return f"{statistics.median(later):.2f} | {worst:.2f} | {work:.2f} | {right / len(queries):.3f}"


def _worked(service: live.Service) -> float:
    """Return the seconds in which the worker of a service had a core (Linux)."""
    root = Path("/proc") / str(service.process)
    workers = (root / "task" / str(service.process) / "children").read_text().split()
    told = (Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split() for worker in workers)
    return sum(int(each[11]) + int(each[12]) for each in told) / os.sysconf("SC_CLK_TCK")


def main(number: int, data: Path) -> None:
    """Print the table."""
    if not (data / "current").exists():
        actors.make(data, number)
    lot = random.Random(SEED)
    names = drawn(Build((data / "current").resolve(), live.BASE), lot)
    kinds = {
        "as they stand": [({"query": name}, meant) for name, meant, _ in names],
        "with the state": [
            ({"query": name, "type": "Person", "properties": own(state)}, meant)
            for name, meant, state in names
        ],
        "a letter lost, with the state": [
            ({"query": spoilt(name, lot), "properties": own(state)}, meant) for name, meant, state in names
        ],
    }
    print(f"| {number:,} actors, {BATCH} names | median s | p95 s | core s | first is meant |")
    print("|---|---|---|---|---|")
    for kind, queries in kinds.items():
        with live.serve(data) as service:
            print(f"| {kind} | {measure(service, queries)} |", flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    wanted = int(given[0]) if given else ACTORS
    if len(given) > 1:
        main(wanted, Path(given[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            main(wanted, Path(folder))
