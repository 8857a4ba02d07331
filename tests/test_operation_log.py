"""The log has one line for each request, with no words of a query and no address of a client."""

import hashlib
import json
import logging
import logging.config
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import strait
from applications import opened
from flask.testing import FlaskClient

from kg.errors import LimitError
from kg.web.operation import log

QUERY = "SELECT ?secret { ?secret ?p ?o } LIMIT 1"
HASH = hashlib.sha256(QUERY.encode()).hexdigest()[:16]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with a build."""
    return strait.make(tmp_path_factory.mktemp("strait"))


Ask = Callable[..., FlaskClient]


@pytest.fixture
def asked(folder: Path) -> Iterator[Ask]:
    """Yield what makes a client of the application with its log set up; set logging back."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    with opened() as apps:

        def client(**settings: str) -> FlaskClient:
            app = apps.made(folder, **{"log": "json", **settings})
            logging.config.dictConfig(log.configuration(app.extensions["service"].config))

            @app.get("/broken")
            def broken() -> str:
                raise ZeroDivisionError("a slip")

            return app.test_client()

        yield client
    root.handlers[:] = handlers
    root.setLevel(level)
    log.REQUESTS.setLevel(logging.NOTSET)
    logging.getLogger("gunicorn.error").handlers.clear()
    logging.getLogger("gunicorn.error").propagate = True


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """Return the lines of the log."""
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_line(asked: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    """A line tells route, status, time, bytes, build, the id that the answer has, and a query as a hash."""
    client = asked()
    answer = client.get("/sparql", query_string={"query": QUERY, "format": "csv"})
    written = capsys.readouterr().err
    line = json.loads(written)

    assert line | {"time": "", "ms": 0} == {
        "time": "",
        "level": "info",
        "event": "request",
        "method": "GET",
        "route": "/sparql",
        "status": 200,
        "ms": 0,
        "bytes": len(answer.data),
        "id": answer.headers["X-Request-Id"],
        "build": answer.headers["X-Build"],
        "query": HASH,
    }
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", line["time"])
    assert line["ms"] > 0
    assert "secret" not in written
    assert "127.0.0.1" not in written


@pytest.mark.parametrize(
    "address",
    ["/search?q=secret", "/person/secret.html", "/resolve?text=secret", "/secret", "/sparql?query=secret"],
)
def test_words_stay_out(asked: Ask, capsys: pytest.CaptureFixture[str], address: str) -> None:
    """Neither what is searched for nor whose page is read stands in the log, be it found or not."""
    asked().get(address)

    assert "secret" not in capsys.readouterr().err


def test_words_let_in(asked: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    """Where settings say so, the log has queries and addresses of clients: those that a proxy tells."""
    client = asked(log_queries="1", log_clients="1", proxies="1")
    client.post("/sparql", data={"query": QUERY}, headers={"X-Forwarded-For": "192.0.2.7"})
    [line] = lines(capsys)

    assert (line["text"], line["query"], line["client"]) == (QUERY, HASH, "192.0.2.7")


@pytest.mark.parametrize(
    ("told", "is_kept"),
    [
        ("0123456789abcdef", True),
        ("a-proxy.made_this", True),
        ("short", False),
        ("x" * 65, False),
        ('12345678" broken', False),
        ("é" * 9, False),
    ],
)
def test_request_id(asked: Ask, capsys: pytest.CaptureFixture[str], told: str, is_kept: bool) -> None:
    """A sound id of the client's is kept, another is replaced; answer and log have the same."""
    answer = asked().get("/about", headers={"X-Request-Id": told.encode().decode("latin-1")})
    given = answer.headers["X-Request-Id"]

    assert (given == told) == is_kept
    assert lines(capsys)[0]["id"] == given
    assert re.fullmatch(r"[A-Za-z0-9._-]{8,64}", given)


def test_error(asked: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    """An error stands there once with its traceback, under the id of its request, without its address."""
    answer = asked().get("/broken")
    error, line = lines(capsys)

    assert answer.status_code == 500
    assert (error["level"], error["id"]) == ("error", answer.headers["X-Request-Id"])
    assert (error["event"], error["route"]) == ("Exception", "/broken")
    assert str(error["error"]).endswith("ZeroDivisionError: a slip")
    assert (line["event"], line["status"]) == ("request", 500)


def test_text(asked: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    """As text a line is for people; what would end it or move a terminal's cursor is written as a code."""
    client = asked(log="text", log_queries="1")
    client.get("/sparql", query_string={"query": "ASK {} #\n\x1b[2Jinfo request\u2028"})
    [line] = capsys.readouterr().err.splitlines()

    assert " info    request method=GET route=/sparql status=400 ms=" in line
    assert r"text=ASK {} #\n\x1b[2Jinfo request\u2028" in line


def test_errors_alone(asked: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a log of requests, errors are told all the same."""
    client = asked(log="none")
    client.get("/about")
    client.get("/broken")

    assert [line.partition(" ")[2][:5] for line in capsys.readouterr().err.splitlines()][:1] == ["error"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Invalid request from ip=192.0.2.7: Invalid HTTP request line: 'secret'", "Invalid request"),
        ("Worker (pid:1) was sent SIGKILL!", "Worker (pid:1) was sent SIGKILL!"),
    ],
)
def test_web_server(asked: Ask, capsys: pytest.CaptureFixture[str], words: str, told: str) -> None:
    """What the web server tells is in the same form, without what a client sent."""
    asked()
    logging.getLogger("gunicorn.error").warning(words)

    assert [line["event"] for line in lines(capsys)] == [told]


def test_web_server_tells_no_address(asked: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the web server fails at a request, it tells the fault without the address that was asked."""
    asked()
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        logging.getLogger("gunicorn.error").exception("Error handling request %s %s", "GET", "/?q=secret")
    [line] = lines(capsys)

    assert line["event"] == "Error handling request"
    assert "ZeroDivisionError" in str(line["error"])


def test_result_that_broke_off(asked: Ask, capsys: pytest.CaptureFixture[str]) -> None:
    """A result that breaks off at a limit is no fault: the line of its request tells why."""
    asked()
    try:
        raise LimitError("too many rows", {"limit": "rows"})
    except LimitError:
        logging.getLogger("gunicorn.error").exception("Error handling request")

    assert lines(capsys) == []
