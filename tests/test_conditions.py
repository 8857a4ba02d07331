"""Results that a client has already are not sent again."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import live
import pytest
from pools import ALL

ONE = "SELECT ?s ?o { VALUES ?s { <n/0> } ?s ?p ?o }"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a build of two triples."""
    data = tmp_path_factory.mktemp("data")
    live.build(data, live.numbers(2))
    return data


@pytest.fixture(scope="module")
def service(data: Path) -> Iterator[live.Service]:
    """Yield the service on it."""
    with live.serve(data) as service:
        yield service


def mark(service: live.Service, query: str = ONE, **parameters: str) -> str | None:
    """Return the mark of a result."""
    return service.ask(query, **parameters)[1]["ETag"]


def again(service: live.Service, tag: str, method: str = "GET", query: str = ONE) -> live.Sent:
    """Ask with a mark of what is there already."""
    headers = {"If-None-Match": tag}
    return service.send(method, f"/sparql?{urlencode({'query': query})}", headers=headers)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_result_that_is_known(service: live.Service, method: str) -> None:
    """With the mark of the result, nothing but the mark comes back."""
    tag = mark(service)
    status, headers, body = again(service, str(tag), method)

    assert (status, headers["ETag"], body) == (304, tag, b"")
    assert headers["Cache-Control"] == "no-cache"
    assert {"Accept", "Accept-Encoding"} <= {name.strip() for name in headers["Vary"].split(",")}
    assert headers["X-Build"]


@pytest.mark.parametrize("tag", ['"other"', 'W/"other"', "", '"'])
def test_another_result(service: live.Service, tag: str) -> None:
    """With another mark, or none that can be read, the result comes."""
    status, _, body = again(service, tag)

    assert (status, bool(body)) == (200, True)


def test_a_mark_among_others(service: live.Service) -> None:
    """Of several marks one is enough; any mark will do where the client says so."""
    tag = mark(service)
    among, _, _ = again(service, f'"other", {tag}')
    any_will_do, _, _ = again(service, "*")

    assert (among, any_will_do) == (304, 304)


def test_what_changes_a_mark(service: live.Service, data: Path) -> None:
    """Each question, form, bound and build has a mark of its own; a deadline changes nothing."""
    same = [mark(service), mark(service), mark(service, timeout="5")]
    marks = [mark(service), mark(service, ALL), mark(service, format="csv"), mark(service, rows="1")]
    live.build(data, live.numbers(3), name="two")
    marks.append(mark(service))

    assert len(set(same)) == 1
    assert len(set(marks)) == len(marks)


def test_a_new_build(service: live.Service, data: Path) -> None:
    """The mark of a result of a former build brings today's."""
    tag = mark(service)
    live.build(data, live.numbers(4), name="three")
    status, headers, _ = again(service, str(tag))

    assert (status, headers["X-Build"]) == (200, "three")


@pytest.mark.parametrize("function", ["NOW()", "rand()", "UUID()", "StrUUID()", r"N\u004fW()"])
def test_what_is_new_each_time(service: live.Service, function: str) -> None:
    """A result that is another one each time has no mark, and is not to be kept."""
    _, headers, _ = service.ask(f"SELECT ({function} AS ?x) {{}}")

    assert (headers["ETag"], headers["Cache-Control"]) == (None, "no-store")


def test_post_and_errors(service: live.Service) -> None:
    """What is sent by POST and what fails is not kept: neither has a mark."""
    sent = service.send("POST", "/sparql", ONE.encode(), {"Content-Type": "application/sparql-query"})
    failed = service.ask("SELECT * {")

    assert (sent[0], sent[1]["ETag"]) == (200, None)
    assert (failed[0], failed[1]["ETag"]) == (400, None)


def test_a_mark_for_each_coding(service: live.Service) -> None:
    """A result that came compressed is known by its mark, too."""
    query = f"SELECT * {{ VALUES ?x {{ {' '.join(map(str, range(500)))} }} }}"
    path = f"/sparql?{urlencode({'query': query})}"
    headers = {"Accept-Encoding": "gzip"}
    _, sent, _ = service.send("GET", path, headers=headers)
    status, _, _ = service.send("GET", path, headers=headers | {"If-None-Match": sent["ETag"]})

    assert (sent["Content-Encoding"], status) == ("gzip", 304)
