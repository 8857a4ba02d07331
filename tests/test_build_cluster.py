"""A cluster converts what one process converts, whatever befalls its workers."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from stages import STAGES, converted
from test_build_report import SUFFERING, reasons

from kg import build
from kg.build import Order
from kg.errors import KgError, SourceError

HOME = Path(__file__).parent.parent
SCHEDULER = ("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
WORKER = ("dask_worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard")


@contextmanager
def running(folder: Path, program: str, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """Yield a process of a cluster, and end it."""
    environment = {
        **os.environ,
        "PYTHONPATH": f"{HOME}:{HOME / 'tests'}",
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    }
    command = [sys.executable, "-m", f"distributed.cli.{program}", *options]
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(60)


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a scheduler with two workers, each a process of its own."""
    folder = tmp_path_factory.mktemp("cluster")
    told = folder / "scheduler.json"
    with ExitStack() as stack:
        process = stack.enter_context(running(folder, *SCHEDULER, "--scheduler-file", str(told)))
        while not told.exists():
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.05)
            assert process.returncode is None
        address = json.loads(told.read_text())["address"]
        for _ in range(2):
            stack.enter_context(running(folder, *WORKER, address))
        yield address


def test_cluster_that_loses_a_worker(order: Order, scheduler: str) -> None:
    """A worker is killed midway: the build is that of one process, byte for byte."""
    for number in range(30):
        (order.sources[0] / f"{number}.txt").write_text(f"They met {number} times.")
    (order.sources[0] / "m.txt").write_text("once")
    place = build.run(replace(order, scheduler=scheduler), SUFFERING)
    names = converted(order)
    alone = build.run(replace(order, to=order.to.parent / "other"), STAGES)
    files = ("graph.nt", "manifest.json", "metadata.nq")

    assert (order.to.parent / "died").exists()
    assert [(place / f).read_bytes() for f in files] == [(alone / f).read_bytes() for f in files]
    assert set(names) == set(converted(order))


def test_rotten_article_on_a_cluster(order: Order, scheduler: str) -> None:
    """An article that kills one worker after another, or does not end, is set aside; the others are built."""
    for word in ("die", "stay", "stumble"):
        (order.sources[0] / f"{word}.txt").write_text(word)
    tolerant = replace(order, scheduler=scheduler, keeps_going=True, seconds=2.0)
    place = build.run(tolerant, SUFFERING)
    ends = "expected a converter that ends well, found"

    assert reasons(place) == {
        "sources/die.txt": f"{ends} its process killed (memory?)",
        "sources/stay.txt": f"{ends} its process killed (memory?)",
        "sources/stumble.txt": f"{ends} ZeroDivisionError: stumble.txt",
    }


def test_source_broken_on_a_cluster(order: Order, scheduler: str) -> None:
    """Without `--keep-going` a source that cannot be read stops the build and is named."""
    (order.sources[0] / "c.txt").write_bytes(b"\xff")

    with pytest.raises(SourceError, match=r"c\.txt: expected UTF-8, found byte 0xff at offset 0"):
        build.run(replace(order, scheduler=scheduler), replace(STAGES, converter="stages:read"))


def test_worker_of_another_version(order: Order, scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What workers with other converters find is not taken."""
    monkeypatch.setattr("kg.build.cache.converter", lambda *_: "another")

    with pytest.raises(KgError, match="expected a worker with the same version of kg, found another"):
        build.run(replace(order, scheduler=scheduler), STAGES)


def test_no_scheduler(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where no scheduler listens is told."""
    monkeypatch.setattr("kg.build.cluster.PATIENCE", 0.5)

    with pytest.raises(KgError, match=r"tcp://127\.0\.0\.1:9: expected a Dask scheduler, found"):
        build.run(replace(order, scheduler="tcp://127.0.0.1:9"), STAGES)
