"""Whoever runs the service is told whether it lives, whether it can be asked, and what it did."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import live
import pytest
import strait
from applications import Applications, opened
from flask.testing import FlaskClient

from kg.store import kept, soundness, workers

COUNTED = b'kg_requests_total{route="/about",status="200"} 20.0'


@pytest.fixture
def apps() -> Iterator[Applications]:
    """Yield where applications are had."""
    with opened() as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with a build."""
    return strait.make(tmp_path_factory.mktemp("strait"))


@pytest.fixture
def broken(folder: Path, tmp_path: Path) -> Path:
    """Return a data folder with a build that a test may break."""
    build = (folder / "current").resolve()
    shutil.copytree(build, tmp_path / "builds" / build.name)
    (tmp_path / "current").symlink_to(tmp_path / "builds" / build.name)
    return tmp_path


def figures(client: FlaskClient) -> dict[str, float]:
    """Return the figures by their names with labels."""
    lines = client.get("/metrics").text.splitlines()
    rows = (line.rpartition(" ") for line in lines if not line.startswith("#"))
    return {name: float(value) for name, _, value in rows}


def test_health(apps: Applications, tmp_path: Path) -> None:
    """A process without any build lives, and is not ready for the reason that is told."""
    client = apps.client(tmp_path)
    ready = client.get("/readyz")

    assert (client.get("/healthz").status_code, client.get("/healthz").text) == (200, "ok\n")
    assert (ready.status_code, ready.headers["Retry-After"]) == (503, "5")
    assert ready.get_json()["detail"] == "current: expected a build, found none; `kg build` makes one"


def test_ready(apps: Applications, folder: Path) -> None:
    """A build that answers is ready; nobody keeps that answer."""
    ready = apps.client(folder).get("/readyz")

    assert (ready.status_code, ready.text, ready.headers["Cache-Control"]) == (200, "ready\n", "no-store")


def test_busy(apps: Applications, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all processes for queries are busy, the service is ready all the same: pages need none."""
    monkeypatch.setattr(workers, "QUICK", 0)
    monkeypatch.setattr(workers, "PATIENCE", 0.0)
    client = apps.client(folder)

    assert client.get("/sparql?query=ASK{}").status_code == 503
    assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("graph.nt", "graph.nt: expected a graph, found: No such file"),
        ("text.sqlite", "expected a text index, found: unable to open database file"),
        ("store/CURRENT", "expected a store, found"),
    ],
)
def test_file_that_is_gone(apps: Applications, broken: Path, file: str, reason: str) -> None:
    """Where a file of the build is gone, the service is not ready and tells which."""
    ((broken / "current").resolve() / file).unlink()
    ready = apps.client(broken).get("/readyz")

    assert ready.status_code == 503
    assert reason in ready.get_json()["detail"]


@pytest.mark.parametrize("name", soundness.NAMES)
@pytest.mark.parametrize("size", [0.5, 0.01], ids=["half", "next to nothing"])
def test_file_that_is_cut(apps: Applications, broken: Path, name: str, size: float) -> None:
    """Where an index is cut short, the service is not ready and tells which."""
    file = (broken / "current").resolve() / name
    with file.open("r+b") as cut:
        cut.truncate(int(file.stat().st_size * size))
    ready = apps.client(broken).get("/readyz")

    assert ready.status_code == 503
    assert f"{name}: expected" in ready.get_json()["detail"]


def test_manifest_that_is_cut(apps: Applications, broken: Path) -> None:
    """Where the manifest is no JSON, the service is not ready."""
    ((broken / "current").resolve() / "manifest.json").write_text('{"base": ')
    ready = apps.client(broken).get("/readyz")

    assert ready.status_code == 503
    assert "manifest.json: expected JSON" in ready.get_json()["detail"]


def test_build_that_goes(apps: Applications, broken: Path) -> None:
    """Where the build is removed while it is open, the service is ready no more, and lives."""
    client = apps.client(broken)
    before = client.get("/readyz").status_code
    shutil.rmtree((broken / "current").resolve())

    assert (before, client.get("/readyz").status_code, client.get("/healthz").status_code) == (200, 503, 200)


@pytest.mark.parametrize("setting", ["", "127.0.0.1:9999"])
def test_figures_are_not_for_all(apps: Applications, folder: Path, setting: str) -> None:
    """As it comes nobody reads the figures; at a port of their own nobody does who asks at another."""
    answer = apps.client(folder, metrics=setting).get("/metrics", headers={"Host": "127.0.0.1:9999"})

    assert answer.status_code == 404


def test_figures(apps: Applications, folder: Path) -> None:
    """Requests count by route and status, queries by how they ended; no label holds what a client sent."""
    client = apps.client(folder, metrics="public", query_rate="3")
    for path in ("/about", "/about", "/person/nobody-of-that-name.html", "/nowhere", "/readyz"):
        client.get(path)
    for query in ("ASK {}", "ASK {", "SELECT * FROM <http://elsewhere.example/> {}", "ASK {}"):
        client.get("/sparql", query_string={"query": query})
    found = figures(client)

    assert found['kg_requests_total{route="/about",status="200"}'] == 2
    assert found['kg_requests_total{route="/<segment>/<path:slug>",status="404"}'] == 1
    assert found['kg_requests_total{route="none",status="308"}'] == 1
    assert found['kg_request_seconds_count{route="/about"}'] == 2
    ends = {"answered": 2, "query": 1, "forbidden_query": 1, "rate": 1}
    assert {end: found[f'kg_queries_total{{end="{end}"}}'] for end in ends} == ends
    assert found["kg_query_processes_started_total"] >= 1
    assert "nobody" not in client.get("/metrics").text


def test_figures_of_the_moment(apps: Applications, folder: Path) -> None:
    """The build in service, its age, places and running queries are told as they are now."""
    found = figures(apps.client(folder, metrics="public", query_places="5"))
    build = kept.read((folder / "current").resolve())

    assert found[f'kg_build_info{{build="{build.hash}"}}'] == 1
    assert found["kg_build_made_seconds"] == build.made.timestamp()
    assert (found["kg_query_places"], found["kg_query_places_taken"], found["kg_queries_running"]) == (
        5,
        0,
        0,
    )


def test_no_build_has_figures(apps: Applications, tmp_path: Path) -> None:
    """Without a build all other figures are told."""
    found = figures(apps.client(tmp_path, metrics="public"))

    assert found["kg_workers"] == 2
    assert [name for name in found if name.startswith("kg_build")] == []


def test_folder_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    """Where nothing can be written beside the build, pages are answered all the same."""
    (tmp_path / "file").touch()
    with live.serve(folder, running=str(tmp_path / "file" / "running")) as service:
        status, _, _ = service.send("GET", "/about")

    assert status == 200


def test_processes_count_together(folder: Path) -> None:
    """At their own port the figures are those of all web server processes, and nowhere else."""
    port = live.free()
    with live.serve(folder, workers="2", metrics=f"127.0.0.1:{port}") as service:
        statuses = [service.send("GET", "/about")[0] for _ in range(20)]
        elsewhere, _, _ = service.send("GET", "/metrics")
        until = time.monotonic() + 30
        status, _, body = live.Service(port).send("GET", "/metrics")
        while COUNTED not in body and time.monotonic() < until:  # one counts when its answer has gone
            status, _, body = live.Service(port).send("GET", "/metrics")

    assert set(statuses) == {200}
    assert (status, elsewhere) == (200, 404)
    assert COUNTED in body
    assert b"kg_workers_started_total 2.0" in body
