"""An endpoint is asked politely, and again after what passes; what does not is told in one line."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from endpoints import Reply, Server, server

from kg.errors import HeavyError, KgError, RemoteError, UnreachableError
from kg.linking.endpoint import Clock, Endpoint, Manners

EMPTY = b'{"head": {"vars": []}, "results": {"bindings": []}}'
GOOD = Reply(body=EMPTY)
ASK = "SELECT ?s { ?s ?p ?o }"


@dataclass
class Watch:
    """A clock that stands still but for what is waited, which it keeps."""

    waited: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        """Return it as an endpoint takes it."""
        return Clock(
            now=lambda: 1000.0 + sum(self.waited), today=lambda: 784_111_777.0, wait=self.waited.append
        )


def endpoint(served: Server, watch: Watch, **manners: float) -> Endpoint:
    """Return the endpoint of a server, with three attempts."""
    given = {"pause": 0.0, "attempts": 3, **manners}
    return Endpoint(served.address, Manners("Communique/1 (+https://example.org)", **given), watch.clock())  # type: ignore[arg-type]


def replies(*given: Reply) -> Callable[[str, int], Reply]:
    """Return what gives one reply after the other, the last one for ever."""
    return lambda _query, number: given[min(number, len(given)) - 1]


def test_an_answer() -> None:
    """A query is sent by POST as it stands, by one who names the project; the answer is what JSON holds."""
    with server(replies(GOOD)) as served:
        found = endpoint(served, Watch()).ask(ASK)

    assert found == {"head": {"vars": []}, "results": {"bindings": []}}
    assert served.queries == [ASK]
    assert served.agents == ["Communique/1 (+https://example.org)"]


def test_a_pause_between_questions() -> None:
    """The second question waits for the pause; the first does not."""
    watch = Watch()
    with server(replies(GOOD)) as served:
        asked = endpoint(served, watch, pause=1.5)
        asked.ask(ASK)
        asked.ask(ASK)

    assert watch.waited == [1.5]


@pytest.mark.parametrize(
    ("told", "waited"),
    [
        ("7", 7.0),
        ("Sun, 06 Nov 1994 08:49:47 GMT", 10.0),
        ("Sun, 06 Nov 1994 08:00:00 GMT", 0.0),
        ("soon", 2.0),
    ],
    ids=["seconds", "date", "past", "nonsense"],
)
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after(status: int, told: str, waited: float) -> None:
    """Who is told when to come again comes then; what cannot be read is as if nothing were told."""
    watch = Watch()
    with server(replies(Reply(status, headers=(("Retry-After", told),)), GOOD)) as served:
        endpoint(served, watch).ask(ASK)

    assert watch.waited == [waited]
    assert len(served.queries) == 2


def test_more_than_our_patience() -> None:
    """Who is told to come again in an hour stops, and says so."""
    with (
        server(replies(Reply(429, headers=(("Retry-After", "3600"),)))) as served,
        pytest.raises(UnreachableError, match="status 429: it asks to come again in 3600 seconds"),
    ):
        endpoint(served, Watch()).ask(ASK)

    assert len(served.queries) == 1


def test_back_off_doubles() -> None:
    """Without a word on when, each wait is twice as long; after the last attempt it is told."""
    watch = Watch()
    with (
        server(replies(Reply(429))) as served,
        pytest.raises(UnreachableError, match="found status 429, at 4 attempts"),
    ):
        endpoint(served, watch, attempts=4).ask(ASK)

    assert watch.waited == [2.0, 4.0, 8.0]


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(500), "found status 500"),
        (Reply(502), "found status 502"),
        (Reply(504), "found status 504"),
        (Reply(body=EMPTY[:30]), "expected JSON, found"),
        (Reply(body=EMPTY + b"java.util.concurrent.TimeoutException"), "expected JSON, found"),
        (Reply(body=b"[" * 100_000), "expected JSON, found"),
        (Reply(body=b"\xff\xfe{"), "expected JSON, found"),
        (Reply(body=EMPTY[:30], cut=30), "expected a whole answer, found a part"),
    ],
    ids=["500", "502", "504", "half", "more behind", "deep", "no text", "cut"],
)
def test_what_is_too_heavy(reply: Reply, message: str) -> None:
    """What fails again and again may be too much at once; after one failure the same is asked again."""
    with server(replies(reply)) as served, pytest.raises(HeavyError, match=message):
        endpoint(served, Watch()).ask(ASK)
    with server(replies(reply, GOOD)) as again:
        endpoint(again, Watch()).ask(ASK)

    assert len(served.queries) == 3
    assert len(again.queries) == 2


def test_a_time_out() -> None:
    """An answer that does not come in time is given up, and asked for again."""
    over = threading.Event()

    def late(_query: str, _number: int) -> Reply:
        over.wait()
        return GOOD

    with server(late) as served:
        asked = endpoint(served, Watch(), seconds=0.2, attempts=2)
        with pytest.raises(HeavyError, match="expected an answer in time, found none"):
            asked.ask(ASK)
        over.set()

    assert len(served.queries) == 2


@pytest.mark.parametrize(
    ("reply", "message"),
    [
        (Reply(400, b"Parse error at line 1"), "found status 400: Parse error at line 1"),
        (Reply(403, b"no"), "found status 403: no"),
        (Reply(404), "found status 404"),
        (Reply(200, b"<html>", "text/html"), "found text/html: is it the address of a SPARQL endpoint"),
        (Reply(200, EMPTY, "application/sparql-results+xml"), "found application/sparql-results.xml"),
        (
            Reply(302, headers=(("Location", "http://127.0.0.1:1/"),)),
            "a way to http://127.0.0.1:1/: not taken",
        ),
        (
            Reply(307, headers=(("Location", "http://127.0.0.1:1/"),)),
            "a way to http://127.0.0.1:1/: not taken",
        ),
    ],
    ids=["400", "403", "404", "HTML", "XML", "302", "307"],
)
def test_what_does_not_pass(reply: Reply, message: str) -> None:
    """A refusal, another type and a redirect are told at once, and not asked for again."""
    with server(replies(reply)) as served, pytest.raises(RemoteError, match=message) as caught:
        endpoint(served, Watch()).ask(ASK)

    assert len(served.queries) == 1
    assert not isinstance(caught.value, HeavyError | UnreachableError)


def test_too_large() -> None:
    """An answer that is too large is broken off."""
    with server(replies(GOOD)) as served, pytest.raises(HeavyError, match="at most 10 bytes, found more"):
        endpoint(served, Watch(), most=10).ask(ASK)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/sparql", "http://nowhere.invalid/sparql"])
def test_nobody_there(address: str) -> None:
    """Where nobody is, that is told at once, in one line."""
    with pytest.raises(UnreachableError, match="expected an answer, found no way there") as caught:
        Endpoint(address, Manners("test"), Watch().clock()).ask(ASK)

    assert "\n" not in str(caught.value)


def test_a_network_that_fails_meanwhile() -> None:
    """Once an endpoint has answered, a connection that fails is tried again."""
    watch = Watch()
    with server(replies(GOOD)) as served:
        asked = endpoint(served, watch)
        asked.ask(ASK)
    with pytest.raises(UnreachableError, match=r"broken connection.*at 3 attempts"):
        asked.ask(ASK)

    assert watch.waited == [2.0, 4.0]


def test_the_clock_is_real() -> None:
    """Without another clock, time is that of this machine."""
    assert abs(Clock().today() - time.time()) < 60
    assert issubclass(UnreachableError, KgError)
