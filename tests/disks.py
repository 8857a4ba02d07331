"""Disks that are full: small ones in memory, for tests."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import live
import strait

QUERY = "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 3"
PATHS = ("/", "/person/mara-voss.html", "/search?q=mara", "/healthz")
SIZE = 24  # megabytes: a build of a few articles fits
SMALL = 2  # it does not


@contextlib.contextmanager
def disk(place: Path, megabytes: int) -> Iterator[Path | None]:
    """Yield a folder on a disk of that size; None where this machine lets nobody mount one."""
    place.mkdir()
    made = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", str(place)]
    if os.geteuid() or subprocess.run(made, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(place: Path) -> Path:
    """Write a file that takes all the room that is left, and return it."""
    file = place / "filling"
    with contextlib.suppress(OSError), file.open("wb", buffering=0) as filling:
        while True:
            filling.write(b"\0" * 4096)
    return file


def build(sources: Path, to: Path) -> subprocess.CompletedProcess[str]:
    """Return how `kg build` of sources ended."""
    command = [sys.executable, "-m", "kg", "build", str(sources), "--to", str(to), "--jobs", "1"]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=live.ROOT)


def serving(place: Path) -> Counter[str]:
    """Fill the disk of a service that runs, and make room again; return what became of requests."""
    data = strait.make(place / "data")
    found: Counter[str] = Counter()
    with live.serve(data, log="none") as service:
        right = {path: _same(service.send("GET", path)) for path in PATHS}
        rows = service.ask(QUERY, format="csv")[2]
        for _ in range(3):
            file = fill(place)
            for path in PATHS:
                found["right" if _same(service.send("GET", path)) == right[path] else f"wrong {path}"] += 1
            status, _, body = service.ask(QUERY, format="csv")
            found[_judged(status, body, rows)] += 1
            file.unlink()
            found["right" if service.ask(QUERY, format="csv")[2] == rows else "wrong afterwards"] += 1
    return found


def building(place: Path, sources: Path) -> Counter[str]:
    """Build on a disk that is full; return whether it was told, and the former build kept."""
    former = live.build(place / "data", live.numbers(10), "former")
    file = fill(place)
    found: Counter[str] = Counter()
    for _ in range(2):
        done = build(sources, place / "data")
        is_clear = done.returncode == 1 and "Traceback" not in done.stderr and "Error: " in done.stderr
        is_kept = (place / "data" / "current").resolve() == former
        found["clear error" if is_clear and is_kept else f"ended {done.returncode}, kept {is_kept}"] += 1
        if file.exists():
            os.truncate(file, max(0, file.stat().st_size - 700_000))  # the next one gets some way further
    return found


def tried(folder: Path) -> dict[str, Counter[str]]:
    """Fill disks while a service runs, and while a build is made."""
    found: dict[str, Counter[str]] = {}
    with disk(folder / "serving", SIZE) as place:
        if place:
            found["a full disk, while it serves"] = serving(place)
    sources = shutil.copytree(live.ROOT / "sources", folder / "sources")
    with disk(folder / "building", SMALL) as place:
        if place:
            found["a full disk, while it builds"] = building(place, sources)
    return found


def _same(sent: live.Sent) -> tuple[int, int]:
    return sent[0], len(sent[2])


def _judged(status: int, body: bytes, right: bytes) -> str:
    if status == 200:
        return "right" if body == right else "wrong rows"
    return "clear error" if status == 503 and b"detail" in body else f"status {status}"
