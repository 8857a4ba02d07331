"""Faults that a service meets in years, each tried a few times; `tests/bench/faults.py` tries them longer."""

import re
from collections import Counter
from pathlib import Path

import clocks
import disks
import kills
import live
import pytest
import questions

CODE = sorted((live.ROOT / "kg").rglob("*.py"))
# Where the time of day is meant, and no time that something takes.
OF_DAY = {"kg/linking/endpoint.py", "kg/llm/asking/client.py"}


def test_queries(tmp_path: Path) -> None:
    """Random and hostile queries are answered, or refused with a reason; the service lives."""
    found = questions.tried(tmp_path, 100)["random and hostile queries"]

    assert set(found) == {"right", "clear error"}


@pytest.mark.parametrize(
    ("kinds", "ends"),
    [
        ("server", {"right", "clear error", "requests under way in the killed process"}),
        ("query", {"right", "clear error"}),
    ],
)
def test_kills(tmp_path: Path, kinds: str, ends: set[str]) -> None:
    """Where processes are killed under load, requests under way in them are lost, and no answer is wrong."""
    live.build(tmp_path, live.numbers(2_000))
    with live.serve(tmp_path, workers="2", log="none") as service:
        found = kills.under_load(service, kinds, 4)

    assert set(found) <= ends
    assert found["right"] > 0


def test_full_disk_while_serving(tmp_path: Path) -> None:
    """Where the disk is full, pages stand, queries are refused for now, and come again with room."""
    with disks.disk(tmp_path / "disk", disks.SIZE) as place:
        if place is None:
            pytest.skip("needs leave to mount a small disk in memory")
        found = disks.serving(place)

    assert set(found) == {"right", "clear error"}


def test_full_disk_while_building(sources: Path, tmp_path: Path) -> None:
    """Where the disk is full, a build ends with a word on it, and the former one stays in service."""
    with disks.disk(tmp_path / "disk", disks.SMALL) as place:
        if place is None:
            pytest.skip("needs leave to mount a small disk in memory")
        found = disks.building(place, sources)

    assert found == Counter({"clear error": 2})


def test_clock_that_jumps(tmp_path: Path) -> None:
    """Where the clock jumps by years, deadlines keep their seconds and nobody is locked out."""
    assert clocks.jumping(tmp_path, 3) == Counter({"right": 3})


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_no_time_is_taken_by_the_day(path: Path) -> None:
    """No time that something takes is told by the clock of the day."""
    name = str(path.relative_to(live.ROOT))

    assert name in OF_DAY or not re.search(r"\btime\.time\b", path.read_text(encoding="utf-8"))
