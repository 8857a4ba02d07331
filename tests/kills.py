"""Processes that are killed while they are asked: what becomes of requests."""

import contextlib
import http.client
import json
import os
import signal
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import live

QUERY = "SELECT ?o { ?s ?p ?o } ORDER BY ?o LIMIT 3"
ASKERS = 4
PATIENCE = 60.0  # seconds in which one is answered again


def children(process: int) -> list[int]:
    """Return the processes that a process, by any thread of its, has started."""
    found = []
    for thread in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):  # it has ended since
            found += map(int, thread.read_text().split())
    return found


def grandchildren(process: int) -> list[int]:
    """Return the processes for queries of a service, by its first process."""
    return [each for child in children(process) for each in children(child)]


def kill(processes: list[int]) -> None:
    """Kill processes, whatever they do."""
    for each in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)


def runs(process: int) -> bool:
    """Say whether a process has not ended; one that nobody has asked after yet has."""
    try:
        told = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def judged(service: live.Service, right: bytes) -> str:
    """Return what became of a query."""
    try:
        status, _, body = service.ask(QUERY, format="csv", complete="1")
    except (OSError, http.client.HTTPException):
        return "requests under way in the killed process"
    if status == 200:
        return "right" if body == right else "wrong"
    return "clear error" if status in (422, 503, 504) and json.loads(body)["detail"] else f"status {status}"


def under_load(service: live.Service, kinds: str, times: int) -> Counter[str]:
    """Kill `server` or `query` processes so many times while others ask; return what became of queries."""
    right = service.ask(QUERY, format="csv", complete="1")[2]
    found: Counter[str] = Counter()
    is_over, is_well, lock = threading.Event(), threading.Event(), threading.Lock()

    def ask() -> None:
        while not is_over.is_set():
            end = judged(service, right)
            with lock:
                found[end] += 1
            if end == "right":
                is_well.set()

    with ThreadPoolExecutor(ASKERS) as askers:
        asking = [askers.submit(ask) for _ in range(ASKERS)]
        for _ in range(times):
            is_well.clear()
            is_well.wait(PATIENCE)
            kill(children(service.process)[:1] if kinds == "server" else grandchildren(service.process))
        is_well.clear()
        is_well.wait(PATIENCE)
        is_over.set()
    for each in asking:
        each.result()
    return found


def tried(folder: Path, times: int = 50) -> dict[str, Counter[str]]:
    """Kill processes of a service of its own."""
    live.build(folder, live.numbers(2_000))
    with live.serve(folder, workers="2", log="none") as service:
        return {
            f"kill -9 of a web server process, {times} times": under_load(service, "server", times),
            f"kill -9 of all processes for queries, {times} times": under_load(service, "query", times),
        }
