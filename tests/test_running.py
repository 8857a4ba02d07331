"""The queries that run now, and the places for long ones: shared by processes, and free when one dies."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import CapacityError, StoreError
from kg.store.running import Asker, Places, Register

FIRST, SECOND = "0" * 16, "1" * 16
# Enters a query, takes the one place, and waits to be killed.
HOLDER = """
import sys, time
from pathlib import Path
from kg.store.running import Asker, Places, Register
folder = Path(sys.argv[1])
with Register(folder).entered(Asker("2" * 16, "me"), "ASK {}", "one"):
    place = Places(folder, 1).take(0, lambda: None)
    print("ready", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Yield another process, which has a query running and the one place."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


def nothing() -> None:
    """See nothing that would end a wait."""


def test_listed_for_its_owner(tmp_path: Path) -> None:
    """An owner sees their queries with text, build and age, the oldest first, and none of another's."""
    register = Register(tmp_path / "running")
    with (
        register.entered(Asker(FIRST, "me"), "ASK {}", "one"),
        register.entered(Asker(SECOND, "me"), "SELECT *", "one"),
        register.entered(Asker("3" * 16, "other"), "ASK {}", "one"),
    ):
        mine = register.listed("me")

    assert [(each.id, each.query, each.build) for each in mine] == [
        (FIRST, "ASK {}", "one"),
        (SECOND, "SELECT *", "one"),
    ]
    assert 0 <= mine[1].seconds <= mine[0].seconds < 60


def test_ended(tmp_path: Path) -> None:
    """A query that has ended is listed no more."""
    register = Register(tmp_path)
    with register.entered(Asker(FIRST, "me"), "ASK {}", "one"):
        pass

    assert register.listed("me") == ()
    assert list(tmp_path.iterdir()) == []


def test_of_nobody(tmp_path: Path) -> None:
    """A query without an owner is nobody's to list or to cancel."""
    register = Register(tmp_path)
    with register.entered(Asker(FIRST), "ASK {}", "one") as entry:
        assert register.listed("") == ()
        assert not register.cancel("", FIRST)
        assert not entry.is_removed


def test_cancelled(tmp_path: Path) -> None:
    """The owner alone can cancel a query; whoever answers it sees that at once."""
    register = Register(tmp_path)
    with register.entered(Asker(FIRST, "me"), "ASK {}", "one") as entry:
        refused = (
            register.cancel("other", FIRST),
            register.cancel("me", SECOND),
            register.cancel("me", "../x"),
        )
        before = entry.is_removed
        done = register.cancel("me", FIRST)

        assert (refused, before, done, entry.is_removed) == ((False, False, False), False, True, True)
        assert register.listed("me") == ()


def test_another_process(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """What another process runs is listed and can be cancelled; when it is killed, nothing is left behind."""
    register = Register(tmp_path)
    before = [each.id for each in register.listed("me")]
    holder.kill()
    holder.wait()

    assert before == ["2" * 16]
    assert register.listed("me") == ()
    assert [path.name for path in tmp_path.iterdir()] == ["long-0"]


def test_place_of_another_process(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    """A place that another process has is not had twice; when that process is killed it is free."""
    places = Places(tmp_path, 1)
    with pytest.raises(CapacityError, match="1 long queries are running") as refused:
        places.take(0, nothing)
    holder.kill()
    holder.wait()
    taken = places.take(0, nothing)
    taken.close()

    assert refused.value.members == {"limit": "capacity", "value": 1}


def test_places(tmp_path: Path) -> None:
    """As many places as there are can be taken, and one that is given back again."""
    places = Places(tmp_path / "running", 2)
    first, second = places.take(0, nothing), places.take(0, nothing)
    with pytest.raises(CapacityError):
        places.take(0.1, nothing)
    first.close()
    third = places.take(0, nothing)
    for each in (second, third):
        each.close()


def test_wait_for_a_place(tmp_path: Path) -> None:
    """A place that becomes free is had by who waits for it."""
    places = Places(tmp_path, 1)
    first = places.take(0, nothing)
    timer = threading.Timer(0.1, first.close)
    timer.start()
    second = places.take(30, nothing)
    second.close()
    timer.join()


def test_who_waits_may_be_called_away(tmp_path: Path) -> None:
    """What ends a query ends its wait for a place."""

    def look() -> None:
        raise KeyboardInterrupt

    places = Places(tmp_path, 1)
    first = places.take(0, nothing)
    with pytest.raises(KeyboardInterrupt):
        places.take(30, look)
    first.close()


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Where the folder cannot be written, it is named."""
    (tmp_path / "file").write_text("")
    register = Register(tmp_path / "file" / "running")

    with (
        pytest.raises(StoreError, match="running: expected a folder to write to"),
        register.entered(Asker(FIRST), "ASK {}", "one"),
    ):
        pass


def test_only_its_user_reads_it(tmp_path: Path) -> None:
    """The folder, in which queries stand, is closed to other users of the machine."""
    register = Register(tmp_path / "running")
    with register.entered(Asker(FIRST), "ASK {}", "one"):
        assert (tmp_path / "running").stat().st_mode & 0o777 == 0o700
