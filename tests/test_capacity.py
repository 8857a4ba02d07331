"""Short queries never wait for long ones, of which only so many run; a query can be cancelled."""

import threading
from collections.abc import Iterator
from pathlib import Path

import live
import pytest
from pools import ALL, HEAVY, asker, opened, request

from kg.errors import CancelledError, CapacityError
from kg.store.running import Asker, Register
from kg.store.workers import Pool


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of 5,000 triples."""
    return live.build(tmp_path_factory.mktemp("data"), live.numbers(5_000))


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool]:
    """Yield a pool, and end its processes."""
    with opened(tmp_path / "running") as pool:
        yield pool


@pytest.mark.parametrize("query", [ALL, HEAVY], ids=["many rows", "many seconds"])
def test_long_queries_have_places(folder: Path, tmp_path: Path, query: str) -> None:
    """While a long result has the one place, another long query is refused and a short one answered."""
    with opened(tmp_path, places=1) as pool:
        slow = pool.ask(folder, request(ALL), asker())
        with pytest.raises(CapacityError, match="1 long queries are running"):
            pool.ask(folder, request(query), asker())
        short = pool.ask(folder, request("ASK {}"), asker())
        slow.close()
        again = pool.ask(folder, request(ALL), asker())
        again.close()

        assert (short.is_whole, again.is_whole) == (True, False)


def test_places_are_shared(folder: Path, tmp_path: Path) -> None:
    """Two pools, as two web server processes have them, have the places together."""
    with opened(tmp_path, places=1) as one, opened(tmp_path, places=1) as other:
        slow = one.ask(folder, request(ALL), asker())
        with pytest.raises(CapacityError):
            other.ask(folder, request(ALL), asker())
        slow.close()

        assert other.ask(folder, request(ALL), asker()).first


def test_a_query_that_is_cancelled(pool: Pool, folder: Path, tmp_path: Path) -> None:
    """A query whose entry is removed from the register is ended with that reason."""
    me = Asker("0123456789abcdef", "me", lambda: None)
    register = Register(tmp_path / "running")
    done = threading.Event()

    def cancel() -> None:
        while not done.wait(0.05):
            register.cancel("me", me.id)

    canceller = threading.Thread(target=cancel)
    canceller.start()
    with pytest.raises(CancelledError):
        pool.ask(folder, request(HEAVY), me)
    done.set()
    canceller.join()

    assert register.listed("me") == ()
