"""A process that is fenced opens no connection, and still all files of its store."""

import subprocess
import sys
from pathlib import Path

import live
import pytest
from pyoxigraph import NamedNode, Quad, Store

from kg.store.processes import Process
from kg.store.worker import LAST, Request

TRY = """
import socket, threading
from kg.store import fence
{}
def look():
    for make in (socket.socket, socket.socketpair, lambda: socket.create_connection(("127.0.0.1", 9))):
        try:
            make()
            print("opened")
        except OSError as error:
            print(error.strerror)
look()
thread = threading.Thread(target=look)
thread.start()
thread.join()
try:
    open("/dev/null").close()
    print("a file")
except OSError as error:
    print(error.strerror)
"""


def done(first: str) -> list[str]:
    """Return what a process prints that fences itself, then looks what it can open."""
    made = subprocess.run(
        [sys.executable, "-c", TRY.format(first)], cwd=live.ROOT, capture_output=True, text=True, check=True
    )
    return made.stdout.splitlines()


def test_connections_are_refused() -> None:
    """No socket is made, in this thread or one that it starts; files are opened."""
    assert done("assert fence.close()") == ["Permission denied"] * 6 + ["a file"]


def test_without_a_filter_nothing_is_opened() -> None:
    """On a machine whose calls are not known no descriptor is left free."""
    assert done("fence._MACHINES = {}\nassert not fence.close()") == ["Too many open files"] * 7


def test_calls_of_another_machine_are_refused() -> None:
    """A filter that was made for another architecture refuses all calls: it lets none through unseen."""
    with pytest.raises(subprocess.CalledProcessError):
        done("fence._filtered(fence._steps(1, (1,)))\nprint('still here')")


def test_store_of_many_files(tmp_path: Path) -> None:
    """A process opens the files of a store as it reads them: the engine opens the first sixteen at once."""
    folder = live.build(tmp_path, live.numbers(10))
    store = Store(str(folder / "store"))
    for number in range(8):
        graph, name = NamedNode(f"{live.BASE}graphs/{number}"), NamedNode(f"{live.BASE}p{number}")
        store.bulk_extend([Quad(name, name, NamedNode(f"{live.BASE}o{n}"), graph) for n in range(100)])
    store.flush()
    del store
    assert len(list((folder / "store").glob("*.sst"))) > 16
    process = Process(folder, 1_000_000_000)
    query = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } ?a ?b ?c }"
    process.send(Request(query, "text/csv", live.BASE, {}, None, None, 10, 1_000, 60.0))
    kind, payload = process.frame(1e9, lambda: None)
    process.end()

    assert (kind, payload) == (LAST, b"n\r\n8000\r\n")
