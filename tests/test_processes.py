"""A process that asks queries ends when it is told to, and when the one that asks is gone."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import live
import pytest
from pools import HEAVY

from kg.errors import DeadlineError
from kg.store.processes import Process
from kg.store.worker import LAST, Request

# Asks and waits, as a web server does; tells the id of the process that it asks.
ASKER = """
import sys, time
from pathlib import Path
from kg.store.processes import Process
from kg.store.worker import Request
process = Process(Path(sys.argv[1]), 1_000_000_000)
for query in sys.argv[2:]:
    process.send(Request(query, "text/csv", "x:", {}, None, None, 9, 9, 600.0))
    if query == "ASK {}":
        process.frame(time.monotonic() + 60, lambda: False)
print(process.id, flush=True)
process.frame(time.monotonic() + 600, lambda: False)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of 5,000 triples."""
    return live.build(tmp_path_factory.mktemp("data"), live.numbers(5_000))


def request(text: str, seconds: float = 60) -> Request:
    """Return a request for CSV."""
    return Request(text, "text/csv", "x:", {}, None, None, 1000, 1000, seconds)


def test_a_frame(folder: Path) -> None:
    """An answer is a frame; the process answers again and again, until it is ended."""
    process = Process(folder, 1_000_000_000)
    frames = []
    for _ in range(2):
        process.send(request("ASK {}"))
        frames.append(process.frame(time.monotonic() + 60, lambda: False))
    alive = process.is_alive
    process.end()

    assert frames == [(LAST, b"true"), (LAST, b"true")]
    assert (alive, process.is_alive) == (True, False)


def test_a_deadline(folder: Path) -> None:
    """The wait for a frame ends with the deadline, and the process can be ended at once."""
    process = Process(folder, 1_000_000_000)
    process.send(request(HEAVY))
    with pytest.raises(DeadlineError):
        process.frame(time.monotonic() + 0.3, lambda: False)
    begun = time.monotonic()
    process.end()

    assert time.monotonic() - begun < 1


def test_time_that_a_query_takes(folder: Path) -> None:
    """A query's own time is counted: neither the start of its process nor that of queries before."""
    process = Process(folder, 1_000_000_000)
    process.send(request("ASK {}"))
    before = process.spent
    process.frame(time.monotonic() + 60, lambda: None)
    short = process.spent
    process.send(request(HEAVY))
    spent: list[float] = []

    def look() -> None:
        spent.append(process.spent)
        if spent[-1] > 0.5:
            process.end()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        process.frame(time.monotonic() + 60, look)

    assert before == 0
    assert short < 0.1
    assert spent[0] < 0.1


@pytest.mark.parametrize("queries", [[HEAVY], ["ASK {}", HEAVY]], ids=["starting", "running"])
def test_a_query_ends_with_the_one_that_asks(folder: Path, queries: list[str]) -> None:
    """Where the one that asks is killed, the query under way ends too."""
    command = [sys.executable, "-c", ASKER, str(folder), *queries]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as asker:
        assert asker.stdout is not None
        query = os.pidfd_open(int(asker.stdout.readline()))
        asker.kill()
    ended, _, _ = select.select([query], [], [], 30)
    os.close(query)

    assert ended == [query]
