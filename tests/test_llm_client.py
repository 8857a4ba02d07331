"""A server is asked as it understands; whatever it replies becomes a reply or one known error."""

import json
import threading

import pytest
from loops import awaited
from modelled import (
    Asked,
    Reply,
    busy,
    dropped,
    each,
    failing,
    good,
    modelled,
    refusing,
    said,
    slow,
)

from kg.config import Secret
from kg.errors import KgError, RemoteError
from kg.llm.asking import replies, server
from kg.llm.asking.client import Client
from kg.llm.asking.dialect import Dialect
from kg.llm.asking.replies import MisunderstoodError, PassingError, TooLongError

KEY = "sk-0123456789abcdef"
MESSAGES = ({"role": "system", "content": "Read."}, {"role": "user", "content": "Liu met Ali."})


def ask(address: str, key: str = KEY, seconds: float = 20.0, dialect: Dialect | None = None) -> replies.Reply:
    """Return what a server replies."""

    async def once() -> replies.Reply:
        async with Client(server.Server(address, Secret(key), seconds, 500)) as client:
            return await client.ask("m", MESSAGES, dialect or Dialect())

    return awaited(once())


def test_a_question() -> None:
    """Messages, model, bounds and schema are sent as the protocol has it; nothing else is told of us."""
    with modelled(each(good())) as stub:
        found = ask(stub.address)

    [asked] = stub.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.body.pop("response_format")["type"] == "json_schema"
    assert asked.body == {"model": "m", "messages": list(MESSAGES), "max_tokens": 500, "temperature": 0}
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert sorted(set(asked.headers) - {"host", "connection", "accept"}) == [
        "accept-encoding",
        "authorization",
        "content-length",
        "content-type",
        "user-agent",
    ]
    assert json.loads(found.content)["events"] == []


def test_variables_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library would read from the environment goes to nobody; without a key none is sent."""
    for name in ("API_KEY", "ADMIN_KEY", "ORG_ID", "PROJECT_ID", "WEBHOOK_SECRET"):
        monkeypatch.setenv(f"OPENAI_{name}", "sk-of-another-service")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Key: sk-of-another-service")
    with modelled(each(good())) as stub:
        ask(stub.address, key="")

    [asked] = stub.asked
    assert "authorization" not in asked.headers
    assert "sk-of-another-service" not in str(asked)


def test_proxies_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that the environment names is asked nothing: it would see the key."""
    with modelled(each(good())) as proxy, modelled(each(good())) as stub:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.address)
        ask(stub.address)

    assert (len(proxy.asked), len(stub.asked)) == (0, 1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(status: int) -> None:
    """A way elsewhere is not taken: neither key nor article goes there."""
    with (
        modelled(each(good())) as other,
        modelled(each(failing(status, ("Location", f"{other.address}/chat/completions")))) as stub,
        pytest.raises(RemoteError, match=f"status {status}, a way elsewhere: not taken"),
    ):
        ask(stub.address)

    assert (len(other.asked), len(stub.asked)) == (0, 1)


@pytest.mark.parametrize(
    ("reply", "error", "message"),
    [
        (busy(), PassingError, "status 429"),
        (failing(408), PassingError, "status 408"),
        (failing(500), PassingError, "status 500: .*The server had an error"),
        (failing(503), PassingError, "status 503"),
        (dropped(), PassingError, "a broken one"),
        (Reply(good().body, cut=100), PassingError, "a broken one"),
        (Reply(b"<html>Welcome</html>", media="text/html"), PassingError, "expected JSON"),
        (Reply(b"["), PassingError, "expected JSON"),
        (Reply(b"[" * 300_000), PassingError, "expected JSON"),
        (Reply(b"\xff\xfe\x00"), PassingError, "expected JSON"),
        (Reply(b'{"choices": 7}'), PassingError, "expected a choice"),
        (said("a" * 10_000_000), PassingError, "more than 4,000,000 bytes"),
        (Reply(good().body, headers=(("Content-Encoding", "gzip"),)), PassingError, "compressed"),
        (failing(400), MisunderstoodError, "status 400"),
        (failing(422, message="response_format"), MisunderstoodError, "response_format"),
        (failing(501), MisunderstoodError, "status 501"),
        (failing(400, message="maximum context length is 4096 tokens"), TooLongError, "KG_MODEL_PART"),
        (failing(413), TooLongError, "status 413"),
        (failing(401), RemoteError, r"is KG_MODEL_KEY the key of this server\?"),
        (failing(404), RemoteError, r"does the server have KG_MODEL, and does KG_MODEL_URL go up to /v1\?"),
        (failing(402, message="no credit"), RemoteError, "no credit"),
        (failing(799), PassingError, "status 799"),
    ],
    ids=lambda case: str(case)[:40] if isinstance(case, str) else "",
)
def test_what_goes_wrong(reply: Reply, error: type[KgError], message: str) -> None:
    """Each failure is of the kind that tells what to do next, and names the server."""
    with modelled(each(reply)) as stub, pytest.raises(error, match=message) as caught:
        ask(stub.address)

    assert type(caught.value) is error
    assert str(caught.value).startswith(f"{stub.address}: expected an answer, found ")
    assert len(str(caught.value)) < 600


def test_retry_after() -> None:
    """When to come again is told with the failure."""
    with modelled(each(busy("7"))) as stub, pytest.raises(PassingError) as caught:
        ask(stub.address)

    assert (caught.value.after, caught.value.is_charged) == (7.0, False)


def test_nobody_there() -> None:
    """Where nobody listens, that is told."""
    with modelled(each(good())) as stub:
        address = stub.address
    with pytest.raises(PassingError, match="found no way there"):
        ask(address)


def test_deadline() -> None:
    """An answer that does not come in time is not waited for; it may have cost what it would have."""
    until = threading.Event()
    with modelled(each(slow(until, good()))) as stub:
        with pytest.raises(PassingError, match=r"none in time|no end of it in time") as caught:
            ask(stub.address, seconds=0.3)
        until.set()

    assert caught.value.is_charged


def test_refusals() -> None:
    """A refusal is a reply, be it told by the model or by a filter before it."""
    with modelled(each(refusing(), failing(400, message="blocked by content management policy"))) as stub:
        found = [ask(stub.address), ask(stub.address)]

    assert [each.finish for each in found] == ["refused", "refused"]
    assert "content management policy" in found[1].content


@pytest.mark.parametrize("form", ["json_object", "text"])
def test_simpler_forms(form: str) -> None:
    """Where the server knows no schema, the schema is told in words."""
    with modelled(each(good())) as stub:
        ask(stub.address, dialect=Dialect(form))

    assert stub.asked[0].form == form
    assert '"agreements"' in stub.asked[0].body["messages"][0]["content"]


def echo(asked: Asked) -> Reply:
    """Repeat the key that came, in a refusal and in what the model says."""
    told = asked.headers["authorization"]
    return failing(401, message=f"Wrong key: {told}") if asked.number == 1 else said(f"{told}: {{}}")


def test_servers_that_repeat_the_key(caplog: pytest.LogCaptureFixture) -> None:
    """A server that repeats our key brings it into no error, no answer and no log, however much is logged."""
    caplog.set_level(0)
    with modelled(echo) as stub:
        with pytest.raises(RemoteError, match=r"Wrong key: Bearer \*\*\*") as caught:
            ask(stub.address)
        found = ask(stub.address)

    assert found.content == "Bearer ***: {}"
    assert KEY not in "".join((repr(caught.value), caplog.text, repr(found)))


def test_settings() -> None:
    """A secret is shown by nothing that holds it, and handed to nobody by accident."""
    held = server.Server("http://127.0.0.1/v1", Secret(KEY), 1.0, 1)

    assert KEY not in f"{held}{held!r}{held.key}{held.key!r}{[held.key]}"
    assert (held.key.reveal(), Secret(KEY) == held.key, Secret("") == held.key) == (KEY, True, False)
