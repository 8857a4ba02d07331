"""Pages of other hosts, whose browsers ask before they let a script read."""

import live
import pytest

ORIGIN = {"Origin": "https://lab.example"}


def names(value: str) -> set[str]:
    """Return the names of a list in a header."""
    return {name.strip() for name in value.split(",")}


def test_preflight(service: live.Service) -> None:
    """Before it asks with a type of its own, a browser is told which methods and headers may be sent."""
    headers = ORIGIN | {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    status, told, body = service.send("OPTIONS", "/sparql", headers=headers)

    assert (status, body) == (200, b"")
    assert names(told["Allow"]) == {"GET", "HEAD", "OPTIONS", "POST"}
    assert names(told["Access-Control-Allow-Methods"]) == names(told["Allow"])
    assert names(told["Access-Control-Allow-Headers"]) == {
        "Accept",
        "Authorization",
        "Content-Type",
        "If-None-Match",
        "X-Query-Key",
    }
    assert told["Access-Control-Allow-Origin"] == "*"
    assert int(told["Access-Control-Max-Age"]) > 0


@pytest.mark.parametrize("query", ["ASK {}", "ASK {", "CLEAR ALL"], ids=["answered", "wrong", "refused"])
def test_scripts_read_all_headers(service: live.Service, query: str) -> None:
    """A script of another host may read the answer or the error, and what the headers tell of it."""
    _, told, _ = service.ask(query)
    exposed = names(told["Access-Control-Expose-Headers"])

    assert told["Access-Control-Allow-Origin"] == "*"
    assert {name for name in told if name.startswith("X-")} - {"X-Content-Type-Options"} <= exposed
    assert {"ETag", "Retry-After", "X-Truncated"} <= exposed


def test_a_method_that_is_none(service: live.Service) -> None:
    """A script of another host may read that a method is refused, and which there are."""
    status, told, _ = service.send("DELETE", "/sparql", headers=ORIGIN)

    assert (status, told["Access-Control-Allow-Origin"]) == (405, "*")
    assert names(told["Allow"]) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_no_other_header_lets_a_cookie_pass(service: live.Service) -> None:
    """Nothing is shared on the strength of who asks."""
    _, told, _ = service.ask("ASK {}")

    assert "Access-Control-Allow-Credentials" not in told
    assert "Set-Cookie" not in told
