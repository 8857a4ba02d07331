"""What `/sparql` does when a query takes too much, breaks off, or nobody waits; over a running service."""

import http.client
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import live
import pytest
import requests
from pools import ALL, HEAVY, HUNGRY

from kg import config
from kg.store.builds import Store
from kg.web import create_app

# Rows come for a while, then none ever again.
STUCK = (
    f"SELECT * {{ {{ {ALL} }} UNION {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(?c, ?f, ?i) = 'no') }} }}"
)


@pytest.fixture(scope="module")
def service(numbered: Path) -> Iterator[live.Service]:
    """Yield the service, with a deadline of a second and little memory."""
    with live.serve(numbered, query_seconds="1", query_memory="400000000", query_rows="30000") as service:
        yield service


@pytest.fixture(scope="module")
def patient(numbered: Path) -> Iterator[live.Service]:
    """Yield the service with the same limits but for the deadline."""
    with live.serve(numbered, query_memory="400000000", query_rows="30000") as service:
        yield service


def problem(body: bytes) -> str:
    """Return the reason of a problem document."""
    return str(json.loads(body)["detail"])


def test_a_deadline(service: live.Service) -> None:
    """A query past its deadline is 504, and the next is answered promptly."""
    begun = time.monotonic()
    status, _, body = service.ask(HEAVY)
    ended = time.monotonic()
    after, _, _ = service.ask("ASK {}")
    answered = time.monotonic()

    assert (status, after) == (504, 200)
    assert problem(body).startswith("the query gave no result within 1 seconds")
    assert ended - begun < 3
    assert answered - ended < 1


def test_memory(patient: live.Service) -> None:
    """A query that needs too much memory is 422, which asking again would not help; the next is answered."""
    status, headers, body = patient.ask(HUNGRY)
    after, _, _ = patient.ask("ASK {}")

    assert (status, headers["Retry-After"], after) == (422, None, 200)
    assert "memory" in problem(body)
    assert json.loads(body)["limit"] == "memory"


def test_what_each_answer_tells(service: live.Service) -> None:
    """An answer has an id of its own, the build, and the limits in force, also where it is an error."""
    answers = [service.ask("ASK {}"), service.ask("ASK {", timeout="0.5", rows="7"), service.ask(HEAVY)]
    told = [dict(headers) for _, headers, _ in answers]

    assert [status for status, _, _ in answers] == [200, 400, 504]
    assert len({each["X-Query-Id"] for each in told}) == 3
    assert {each["X-Build"] for each in told} == {"one"}
    assert [each["X-Limit-Seconds"] for each in told] == ["1", "0.5", "1"]
    assert [each["X-Limit-Rows"] for each in told] == ["30000", "7", "30000"]
    assert {each["X-Limit-Bytes"] for each in told} == {"256000000"}
    assert "X-Query-Id" in told[0]["Access-Control-Expose-Headers"]


def test_what_a_problem_tells(service: live.Service) -> None:
    """A problem names the query, and the limit with its value, or the place."""
    _, headers, body = service.ask(HEAVY, timeout="0.25")
    late = json.loads(body)
    wrong = json.loads(service.ask("ASK {}\nLIMIT ?x")[2])

    assert late["query"] == headers["X-Query-Id"]
    assert (late["status"], late["limit"], late["value"]) == (504, "seconds", 0.25)
    assert (wrong["line"], wrong["column"]) == (2, 7)


@pytest.mark.parametrize(("name", "value"), [("timeout", "soon"), ("rows", "0"), ("complete", "yes")])
def test_limits_that_are_none(service: live.Service, name: str, value: str) -> None:
    """A limit that cannot be meant is refused by its name."""
    status, _, body = service.ask("ASK {}", **{name: value})

    assert status == 400
    assert problem(body).startswith(f"{name}: expected")


def test_rows_that_are_cut(patient: live.Service) -> None:
    """JSON tells that it was cut, be it short or long; so do the headers of what is known beforehand."""
    _, short_headers, short = patient.ask(ALL, rows="3")
    _, _, long = patient.ask(ALL, rows="10000")
    _, whole_headers, whole = patient.ask(ALL, rows="20000")
    _, csv_headers, csv = patient.ask(ALL, rows="3", format="csv")
    _, all_headers, long_csv = patient.ask(ALL, rows="10000", format="csv", complete="1")

    assert short_headers["X-Truncated"] == csv_headers["X-Truncated"] == "rows=3"
    assert all_headers["X-Truncated"] == "rows=10000"
    assert json.loads(short)["truncated"] == {"rows": 3, "limit": "rows"}
    assert json.loads(long)["truncated"] == {"rows": 10000, "limit": "rows"}
    assert [len(json.loads(each)["results"]["bindings"]) for each in (short, long)] == [3, 10000]
    assert (whole_headers["X-Truncated"], "truncated" in json.loads(whole)) == (None, False)
    assert (csv.count(b"\n"), long_csv.count(b"\n")) == (4, 10001)


def test_complete(service: live.Service, patient: live.Service) -> None:
    """A result that is asked for complete has its length, or is an error: it never breaks off."""
    status, headers, body = patient.ask(ALL, format="csv", complete="1")
    late, _, _ = service.ask(STUCK, format="csv", complete="1")
    large, _, refused = patient.ask("SELECT * { ?a ?b ?c . ?d ?e ?f }", format="csv", complete="1")

    assert (status, headers["Content-Length"]) == (200, str(len(body)))
    assert body.count(b"\n") == 20_001
    assert (late, large) == (504, 422)
    assert (json.loads(refused)["limit"], json.loads(refused)["value"]) == ("rows", 30_000)


@pytest.mark.parametrize(
    ("query", "wish"),
    [(STUCK, {}), ("SELECT * { ?a ?b ?c . ?d ?e ?f }", {}), (ALL, {"rows": "10000"})],
    ids=["deadline", "rows", "cut"],
)
def test_every_client_sees_a_result_break_off(
    service: live.Service, query: str, wish: dict[str, str]
) -> None:
    """The readers of the standard library, of requests and of curl take no part for the whole."""
    path = f"/sparql?{urlencode({'query': query, 'format': 'csv', **wish})}"
    address = f"http://127.0.0.1:{service.port}{path}"

    with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
        service.send("GET", path)
    with pytest.raises((http.client.IncompleteRead, ConnectionResetError)), urlopen(address) as answer:
        answer.read()
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        requests.get(address, timeout=60)
    curl = subprocess.run(["curl", "-sS", "--noproxy", "*", "-o", "/dev/null", address], check=False)
    assert curl.returncode == 18  # "partial file"


@pytest.mark.parametrize("query", [STUCK, "SELECT * { ?a ?b ?c . ?d ?e ?f }"], ids=["deadline", "rows"])
def test_a_result_that_breaks_off(service: live.Service, query: str) -> None:
    """A result that fails after its first bytes ends without the last chunk: the client sees it broken."""
    connection = service.open()
    connection.request("GET", f"/sparql?{urlencode({'query': query, 'format': 'csv'})}")
    answer = connection.getresponse()

    assert (answer.status, answer.headers["Transfer-Encoding"]) == (200, "chunked")
    with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
        answer.read()
    connection.close()


def test_a_long_result_is_whole(patient: live.Service) -> None:
    """A result of many chunks arrives whole."""
    _, headers, body = patient.ask(ALL, format="csv")

    assert headers["Transfer-Encoding"] == "chunked"
    assert body.count(b"\n") == 20_001


def test_a_result_that_pauses(numbered: Path) -> None:
    """A pause within a result, while the engine seeks the next row, breaks nothing off."""
    few = "VALUES ?n { 1 2 3 4 5 6 7 8 9 } { SELECT ?c { ?a ?b ?c } LIMIT 10 }"
    seeking = f'{few} ?d ?e ?f FILTER(CONCAT(?c, ?f) = "no")'
    query = f"SELECT * {{ {{ {ALL} }} UNION {{ SELECT * {{ {seeking} }} }} }}"
    with live.serve(numbered) as service:
        begun = time.monotonic()
        _, _, body = service.ask(query, format="csv")

    assert body.count(b"\n") == 20_001
    assert time.monotonic() - begun > 0.5


@pytest.mark.parametrize(("query", "status"), [(ALL, b"200"), (STUCK, b"504")])
def test_clients_without_chunks(service: live.Service, query: str, status: bytes) -> None:
    """A client of HTTP/1.0, which could not see a result break off, gets all of it or an error."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=60) as connection:
        path = f"/sparql?{urlencode({'query': query, 'format': 'csv'})}"
        connection.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))

    assert answer.split(b" ")[1] == status


@pytest.mark.parametrize("half", [False, True], ids=["closed", "half closed"])
def test_a_client_that_goes_away(numbered: Path, half: bool) -> None:
    """A query whose client has gone, or a proxy that has lost its own, ends long before its deadline."""
    head = {"X-Query-Key": "who-goes-away"}
    path = f"/sparql?{urlencode({'query': HEAVY})}"

    def running(service: live.Service) -> bool:
        return bool(json.loads(service.send("GET", "/sparql/running", headers=head)[2])["running"])

    with live.serve(numbered, query_seconds="40") as service, socket.socket() as gone:
        gone.connect(("127.0.0.1", service.port))
        gone.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nX-Query-Key: who-goes-away\r\n\r\n".encode())
        while not running(service):
            pass
        begun = time.monotonic()
        gone.shutdown(socket.SHUT_WR) if half else gone.close()
        while running(service):
            pass

        assert time.monotonic() - begun < 10


def test_no_connection_is_opened(service: live.Service) -> None:
    """A query that names a service of this machine reaches nobody."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        where = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        statuses = [
            service.ask(query)[0]
            for query in (
                f"ASK {{ SERVICE <{where}> {{ ?s ?p ?o }} }}",
                f"PREFIX : <{where}> PREFIX service: <x:> ASK {{ service:x {{ ?s ?p ?o }} }}",
                f"ASK FROM <{where}> {{}}",
                f"LOAD <{where}>",
            )
        ]

        assert statuses == [403, 403, 403, 403]
        with pytest.raises(BlockingIOError):
            listener.accept()


def test_a_new_build_is_asked_at_once(tmp_path: Path) -> None:
    """When another build becomes current, the next query is asked of it."""
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    live.build(tmp_path, live.numbers(3), "one")
    with live.serve(tmp_path) as service:
        before = service.ask(count, format="csv")[2]
        live.build(tmp_path, live.numbers(4), "two")
        after = service.ask(count, format="csv")[2]

    assert (before, after) == (b"n\r\n3\r\n", b"n\r\n4\r\n")


def test_no_build(tmp_path: Path) -> None:
    """Where there is no build, that is said, and that it may come."""
    app = create_app(config.read({}), Store(tmp_path, live.BASE))
    answer = app.test_client().get("/sparql?query=ASK{}")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
