"""Older builds that are still in the folder are asked by name, like the current one."""

import json
from collections.abc import Iterator
from pathlib import Path

import live
import pytest

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GONE = "0123456789abcdef"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[live.Service]:
    """Yield the service over a build of two triples, with one of three beside it."""
    data: Path = tmp_path_factory.mktemp("data")
    live.build(data, live.numbers(3), "older")
    live.build(data, live.numbers(2), "newer")
    with live.serve(data) as service:
        yield service


@pytest.mark.parametrize(
    ("asked", "build", "count"),
    [({}, "newer", "2"), ({"build": "older"}, "older", "3"), ({"build": "newer"}, "newer", "2")],
    ids=["none named", "the older", "the current"],
)
def test_build_that_is_asked(service: live.Service, asked: dict[str, str], build: str, count: str) -> None:
    """The build that the client names is asked, else the current one; the answer tells which."""
    status, headers, body = service.ask(COUNT, **asked)
    [row] = json.loads(body)["results"]["bindings"]

    assert (status, headers["X-Build"], row["n"]["value"]) == (200, build, count)


def test_results_of_two_builds_are_told_apart(service: live.Service) -> None:
    """A client that has the result of one build is not told that it has that of another."""
    tags = {service.ask(COUNT, build=build)[1]["ETag"] for build in ("older", "newer")}

    assert len(tags) == 2


@pytest.mark.parametrize(("name", "status"), [(GONE, 410), ("nothing", 404), ("../../data", 404)])
def test_build_that_is_not_there(service: live.Service, name: str, status: int) -> None:
    """A build that is not kept is gone, what is no build's name is not found; either is told as a problem."""
    found, headers, body = service.ask(COUNT, build=name)
    told = json.loads(body)

    assert (found, told["status"]) == (status, status)
    assert headers["Content-Type"] == "application/problem+json"
    assert name in told["detail"]
    assert told["query"] == headers["X-Query-Id"]


def test_page_stays_with_the_build(service: live.Service) -> None:
    """A reader who comes with a build asks that one, and is told so; so are the downloads."""
    _, _, body = service.ask(COUNT, build="older", format="html")
    page = body.decode()

    assert "This asks build <code>older</code>." in page
    assert page.count('<input type="hidden" name="build" value="older">') == 3
    assert "build=older&amp;format=csv&amp;download=1" in page


def test_file_is_named_where_one_is_wanted(service: live.Service) -> None:
    """A result is a file where `download=1` asks for one, and else is not."""
    query = f"# title: How many are there\n{COUNT}"
    named, other = (service.ask(query, format="csv", download=wanted)[1] for wanted in ("1", "0"))

    assert named["Content-Disposition"] == 'attachment; filename="how-many-are-there.csv"'
    assert "Content-Disposition" not in other
