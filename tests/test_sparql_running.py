"""Queries that run are listed to their owner and cancelled by them, whichever process answers; live."""

import json
import secrets
import threading
from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import live
import pytest
from pools import HEAVY

STUCK = "SELECT * { { ?s ?p ?o } UNION { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(?c, ?f, ?i) = 'no') } }"
READER = {"Accept": "text/html,*/*;q=0.8"}


@pytest.fixture(scope="module")
def service(numbered: Path) -> Iterator[live.Service]:
    """Yield the service in two processes."""
    with live.serve(numbered, workers="2") as service:
        yield service


class Asking:
    """A query under way, asked in a thread."""

    def __init__(self, service: live.Service, query: str, headers: dict[str, str]) -> None:
        self.status = 0
        self.body = b""
        self.error: Exception | None = None
        self._headers = headers
        self._thread = threading.Thread(target=self._ask, args=(service, query))
        self._thread.start()

    def wait(self) -> None:
        """Wait for the answer."""
        self._thread.join(60)

    def _ask(self, service: live.Service, query: str) -> None:
        path = f"/sparql?{urlencode({'query': query, 'format': 'json'})}"
        try:
            self.status, _, self.body = service.send("GET", path, headers=self._headers)
        except (OSError, live.http.client.HTTPException) as error:
            self.error = error


def listed(service: live.Service, headers: dict[str, str]) -> list[dict[str, object]]:
    """Return the queries that somebody is told of."""
    return list(json.loads(service.send("GET", "/sparql/running", headers=headers)[2])["running"])


def until(found: Callable[[], list[dict[str, object]]]) -> list[dict[str, object]]:
    """Return what is found as soon as something is."""
    while not (rows := found()):
        pass
    return rows


@pytest.fixture
def key() -> str:
    """Return a secret that no other test knows."""
    return secrets.token_urlsafe(16)


def test_one_of_them(service: live.Service, key: str) -> None:
    """The owner is told of one query by its id, while it runs; nobody else is."""
    mine = {"X-Query-Key": key}
    asking = Asking(service, HEAVY, mine)
    (row,) = until(lambda: listed(service, mine))
    path = f"/sparql/running/{row['id']}"
    status, _, body = service.send("GET", path, headers=mine)
    other, _, _ = service.send("GET", path, headers={"X-Query-Key": "somebody-else"})
    nobody, _, _ = service.send("GET", path)
    service.send("DELETE", path, headers=mine)
    asking.wait()
    after, _, _ = service.send("GET", path, headers=mine)

    assert (status, json.loads(body)["query"]) == (200, HEAVY)
    assert (other, nobody, after) == (404, 401, 404)


def test_listed_and_cancelled(service: live.Service, key: str) -> None:
    """The owner sees the query with its age, ends it, and the query is told to be cancelled."""
    mine = {"X-Query-Key": key}
    asking = Asking(service, HEAVY, mine)
    (row,) = until(lambda: listed(service, mine))
    others = listed(service, {"X-Query-Key": "somebody-else"})
    status, _, _ = service.send("DELETE", f"/sparql/running/{row['id']}", headers=mine)
    asking.wait()
    problem = json.loads(asking.body)

    assert (row["query"], row["build"], others) == (HEAVY, "one", [])
    assert (status, asking.status) == (204, 409)
    assert problem["detail"] == "the query was cancelled by its owner"
    assert problem["query"] == row["id"]
    assert listed(service, mine) == []


def test_cancelled_within_its_result(service: live.Service, key: str) -> None:
    """A query that is cancelled when some of its result has gone out breaks off."""
    mine = {"Authorization": f"Bearer {key}"}
    asking = Asking(service, STUCK, mine)
    (row,) = until(lambda: listed(service, mine))
    service.send("DELETE", f"/sparql/running/{row['id']}", headers=mine)
    asking.wait()

    assert asking.error is not None or asking.status == 409


@pytest.mark.parametrize("method", ["DELETE", "POST"])
def test_only_the_owner_cancels(service: live.Service, key: str, method: str) -> None:
    """Who knows the id of a query and not its secret is told that there is none, and it runs on."""
    mine = {"X-Query-Key": key}
    asking = Asking(service, HEAVY, mine)
    (row,) = until(lambda: listed(service, mine))
    path = f"/sparql/running/{row['id']}"
    refused = [
        service.send(method, path, headers={"X-Query-Key": "somebody-else"})[0],
        service.send(method, path)[0],
        service.send(method, "/sparql/running/nothing", headers=mine)[0],
    ]
    still = listed(service, mine)
    service.send(method, path, headers=mine)
    asking.wait()

    assert refused == [404, 401, 404]
    assert [each["id"] for each in still] == [row["id"]]
    assert asking.status == 409


def test_on_a_page(service: live.Service) -> None:
    """A browser gets a secret with the page, lists its queries on another, and ends one with a button."""
    _, headers, _ = service.send("GET", "/sparql", headers=READER)
    cookie = SimpleCookie(headers["Set-Cookie"])["queries"]
    mine = {"Cookie": f"queries={cookie.value}"}
    asking = Asking(service, HEAVY, mine)
    (row,) = until(lambda: listed(service, mine))
    _, _, page = service.send("GET", "/sparql/running", headers=READER | mine)
    status, answer, _ = service.send("POST", f"/sparql/running/{row['id']}", headers=READER | mine)
    asking.wait()
    _, _, after = service.send("GET", "/sparql/running", headers=READER | mine)

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/sparql")
    assert f'action="/sparql/running/{row["id"]}"' in page.decode()
    assert (status, answer["Location"], asking.status) == (303, "/sparql/running", 409)
    assert "No query of yours is running" in after.decode()


def test_without_a_secret(service: live.Service) -> None:
    """A program that tells no secret is asked for one; what is none is refused."""
    status, headers, _ = service.send("GET", "/sparql/running")
    short, _, body = service.send("GET", "/sparql/running", headers={"X-Query-Key": "short"})
    asked, _, _ = service.send("GET", "/sparql?query=ASK{}", headers={"X-Query-Key": "short"})

    assert (status, headers["WWW-Authenticate"]) == (401, 'Bearer realm="queries"')
    assert (short, asked) == (400, 400)
    assert json.loads(body)["detail"].startswith("X-Query-Key: expected 12 to 200")
