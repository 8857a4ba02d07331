"""Whenever a build is killed, the former one stays in service; builds do not get in each other's way."""

import fcntl
import multiprocessing
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from stages import STAGES, die

from kg import build
from kg.build import Order, folder
from kg.errors import KgError

MOMENTS = ["converter", "resolve", "link", "emit", "check", "load", "publish", "append", "switch"]


def build_and_die(order: Order, moment: str) -> None:
    """Build, and be killed when a stage, or a step of `kg.build`, begins."""
    stages = STAGES
    if moment == "converter":
        stages = replace(stages, converter="stages:die")
    elif moment in ("publish", "switch"):
        setattr(folder, moment, die)
    elif moment == "append":
        build._append = die
    else:
        stages = replace(stages, **{moment: die})
    build.run(order, stages)


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_build(order: Order, moment: str) -> None:
    """A build that is killed leaves `current` as it was, and the next build is none the worse for it."""
    first = build.run(order, STAGES)
    (order.sources[0] / "c.txt").write_text("They wrote.")
    process = multiprocessing.get_context("spawn").Process(target=build_and_die, args=(order, moment))
    process.start()
    process.join()

    assert process.exitcode == -signal.SIGKILL
    assert (order.to / "current").resolve() == first

    second = build.run(order, STAGES)

    assert second.name == build.run(replace(order, to=order.to.parent / "other"), STAGES).name
    assert not (order.to / "unfinished").exists()


def test_first_build_killed(order: Order) -> None:
    """Where the very first build is killed, there is no current build."""
    process = multiprocessing.get_context("spawn").Process(target=build_and_die, args=(order, "switch"))
    process.start()
    process.join()

    assert not (order.to / "current").exists()


def test_switch_is_one_step(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the moment of the switch there is a current build, the former or the new one."""
    first = build.run(order, STAGES)
    (order.sources[0] / "c.txt").write_text("They wrote.")
    seen: list[Path] = []
    rename: Callable[[Path, Path], Path] = Path.replace

    def look(path: Path, target: Path) -> Path:
        seen.append((order.to / "current").resolve())
        moved = rename(path, target)
        seen.append((order.to / "current").resolve())
        return moved

    monkeypatch.setattr(Path, "replace", look)
    second = build.run(order, STAGES)

    assert set(seen) == {first, second}
    assert seen[-2:] == [first, second]


def test_one_build_at_a_time(order: Order) -> None:
    """While a build is under way, another into the same folder is refused."""
    order.to.mkdir()
    with (order.to / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        with pytest.raises(KgError, match="data: expected no other build under way, found one"):
            build.run(order, STAGES)
