"""No crowd of slow clients keeps others from being answered; one slow client has its time."""

import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import live
import pytest
from crowds import BEGINNINGS, crowd

from kg.web.operation import patience
from kg.web.operation.patience import Client, Room

MANY = 50


@pytest.fixture(scope="module")
def service(numbered: Path) -> Iterator[live.Service]:
    """Yield the service with one process, in which each client might let a thread wait for minutes."""
    with live.serve(numbered, stall_seconds="600") as service:
        yield service


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Yield two ends of a connection."""
    one, other = socket.socketpair()
    yield one, other
    one.close()
    other.close()


@pytest.mark.parametrize("drips", [False, True], ids=["silent", "dripping"])
@pytest.mark.parametrize("beginning", BEGINNINGS.values(), ids=list(BEGINNINGS))
def test_crowd(service: live.Service, beginning: bytes, drips: bool) -> None:
    """While fifty clients send or take next to nothing, others are answered."""
    with crowd(service, MANY, beginning, drips=drips):
        statuses = [service.send("GET", "/healthz")[0] for _ in range(5)]

    assert statuses == [200] * 5


def test_slow_client_alone(service: live.Service) -> None:
    """One client that sends its request byte by byte is answered."""
    with socket.create_connection(("127.0.0.1", service.port)) as client:
        for byte in b"GET /healthz HTTP/1.1\r\nHost: here.example\r\nConnection: close\r\n\r\n":
            client.send(bytes([byte]))
        told = b"".join(iter(lambda: client.recv(4096), b""))

    assert told.startswith(b"HTTP/1.1 200")


def test_stall(pair: tuple[socket.socket, socket.socket]) -> None:
    """Who sends nothing for as long as is waited for is left."""
    client = Client(pair[0], Room(seats=1, stall=0.2))

    with pytest.raises(ConnectionResetError, match="too slow"):
        client.recv(10)
    assert client.waited >= 0.2
    client.close()


def test_all_is_sent_and_received(pair: tuple[socket.socket, socket.socket], tmp_path: Path) -> None:
    """A client that takes its time gets every byte, of memory and of a file."""
    file = tmp_path / "file"
    file.write_bytes(b"file" * 500_000)
    client = Client(pair[0], Room(seats=1, stall=5))
    got: list[bytes] = []
    reader = Thread(target=lambda: got.extend(iter(lambda: pair[1].recv(100_000), b"")))
    reader.start()
    client.sendall(b"data" * 500_000)
    with file.open("rb") as opened:
        sent = client.sendfile(opened, 4, 1_000_000)
        rest = client.sendfile(opened, 1_000_004)
    client.close()
    reader.join()

    assert (sent, rest) == (1_000_000, 999_996)
    assert b"".join(got) == b"data" * 500_000 + b"file" * 499_999


def test_slow_reader() -> None:
    """Who takes some more again and again is waited for, although for long there is no room to send."""
    got, is_over = 0, Event()
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket() as reader:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 200_000)
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        reader.settimeout(10)
        reader.connect(listening.getsockname())
        client = Client(listening.accept()[0], Room(seats=1, stall=1.0))
        sending = Thread(target=lambda: (client.sendall(b"x" * 1_000_000), client.close()))
        sending.start()
        for _ in range(30):  # 20 kB a second, of hundreds of kB that the system keeps
            got += len(reader.recv(2_000))
            is_over.wait(0.1)
        got += sum(len(data) for data in iter(lambda: reader.recv(100_000), b""))
        sending.join()

    assert got == 1_000_000


def test_slowest_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more that are waited for than may, the one goes that moved the fewest bytes in its time."""
    monkeypatch.setattr(patience, "GRACE", 0.0)
    room = Room(seats=1, stall=3.0)
    pairs = [socket.socketpair() for _ in range(2)]
    quick, slow = (Client(ours, room) for ours, _ in pairs)
    pairs[0][1].sendall(b"x" * 1000)
    quick.recv(1000)
    ended: list[str] = []

    def wait(client: Client, name: str) -> None:
        try:
            client.recv(1)
        except ConnectionResetError:
            ended.append(name)

    waiting = [Thread(target=wait, args=each) for each in ((quick, "quick"), (slow, "slow"))]
    for each in waiting:
        each.start()
    waiting[1].join()
    found = tuple(ended)
    pairs[0][1].sendall(b"x")
    waiting[0].join()
    for each in (quick, slow, *(theirs for _, theirs in pairs)):
        each.close()

    assert (found, ended) == (("slow",), ["slow"])
