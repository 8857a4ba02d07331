"""A client's queries are counted for a minute, in all processes together."""

import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kg import config
from kg.web import create_app, rates
from kg.web.rates import MINUTE, Left, Rates

TAKE = """
import sys
from pathlib import Path
from kg.web.rates import Rates
counted = Rates(Path(sys.argv[1]), 60)
print(min(counted.take("192.0.2.1").queries for _ in range(40)))
"""


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Return the clock that rates are counted by."""
    clock = Clock()
    monkeypatch.setattr(rates, "time", clock)
    return clock


def test_as_many_as_may(tmp_path: Path, clock: Clock) -> None:
    """All queries of a minute may come at once; one more has to wait until there is one again."""
    counted = Rates(tmp_path / "rates", 3)
    left = [counted.take("192.0.2.1") for _ in range(4)]
    clock.now += 20
    again = counted.take("192.0.2.1")

    assert left == [Left(2, 20), Left(1, 40), Left(0, 60), Left(0, 60, 20)]
    assert again == Left(0, 60)


def test_over_time(tmp_path: Path, clock: Clock) -> None:
    """Who asks no faster than may be is never refused; after a minute's rest all queries are there again."""
    counted = Rates(tmp_path / "rates", 60)
    waits = []
    for _ in range(300):
        waits.append(counted.take("192.0.2.1").wait)
        clock.now += 1
    clock.now += MINUTE

    assert set(waits) == {0.0}
    assert counted.take("192.0.2.1").queries == 59


@pytest.mark.usefixtures("clock")
def test_each_client_for_itself(tmp_path: Path) -> None:
    """One client's queries count for no other; the addresses of one IPv6 network are one client."""
    counted = Rates(tmp_path / "rates", 2)
    clients = ["192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2", "2001:db8:0:1::1", "unix:"]

    assert [counted.take(client).queries for client in clients] == [1, 1, 1, 0, 1, 1]


def test_processes_count_together(tmp_path: Path) -> None:
    """What one process has counted another knows."""
    file = tmp_path / "running" / "rates"
    command = [sys.executable, "-c", TAKE, str(file)]
    told = int(subprocess.run(command, capture_output=True, check=True).stdout)

    assert told == 20
    assert Rates(file, 60).take("192.0.2.1").queries < 50  # 59 were it for itself
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("kept", [0.0, 1e9, -1.0, float("nan")])
def test_file_of_another_time(tmp_path: Path, kept: float) -> None:
    """A file that was left before the machine was started anew keeps nobody off."""
    (tmp_path / "rates").write_bytes(struct.pack("d", kept) * (1 << 16))

    assert Rates(tmp_path / "rates", 60).take("192.0.2.1").queries == 59


@pytest.mark.usefixtures("clock")
def test_file_stays_small(tmp_path: Path) -> None:
    """However many clients ask, the file has at most half a megabyte."""
    counted = Rates(tmp_path / "rates", 60)
    for number in range(2000):
        counted.take(f"198.51.{number // 256}.{number % 256}")

    assert (tmp_path / "rates").stat().st_size <= 8 << 16


@pytest.fixture
def limited(tmp_path: Path) -> FlaskClient:
    """Return a client of a service without a build that lets one ask two queries a minute, behind a proxy."""
    settings = {"KG_DATA": str(tmp_path), "KG_QUERY_RATE": "2", "KG_PROXIES": "1"}
    return create_app(config.read(settings)).test_client()


def test_told(limited: FlaskClient) -> None:
    """Each answer tells what is left; one query too many is 429 and tells when to come again."""
    answers = [limited.get("/sparql?query=ASK{}") for _ in range(3)]
    problem = json.loads(answers[2].data)

    assert [answer.status_code for answer in answers] == [503, 503, 429]
    assert [answer.headers["RateLimit"] for answer in answers[:2]] == [
        '"queries";r=1;t=30',
        '"queries";r=0;t=60',
    ]
    assert answers[2].headers["RateLimit-Policy"] == '"queries";q=2;w=60'
    assert 29 <= int(answers[2].headers["Retry-After"]) <= 30
    assert (problem["limit"], problem["value"]) == ("rate", 2)
    assert "RateLimit" in answers[2].headers["Access-Control-Expose-Headers"]


def test_behind_a_proxy(limited: FlaskClient) -> None:
    """The address that the proxy tells counts, and not one that a client puts before it."""
    statuses = [
        limited.get("/sparql?query=ASK{}", headers={"X-Forwarded-For": told}).status_code
        for told in ("1.1.1.1, 192.0.2.1", "2.2.2.2, 192.0.2.1", "3.3.3.3, 192.0.2.1", "192.0.2.2")
    ]

    assert statuses == [503, 503, 429, 503]


def test_what_is_no_query(limited: FlaskClient) -> None:
    """The page to write a query on, and the pages of things, are not counted."""
    for _ in range(3):
        page = limited.get("/sparql", headers={"Accept": "text/html"})
        limited.options("/sparql")

    assert page.status_code == 200
    assert "RateLimit" not in page.headers


def test_without_a_bound(tmp_path: Path) -> None:
    """As it comes the service counts nothing."""
    client = create_app(config.read({"KG_DATA": str(tmp_path)})).test_client()
    answer = client.get("/sparql?query=ASK{}")

    assert "RateLimit" not in answer.headers
    assert not (tmp_path / "running").exists()
