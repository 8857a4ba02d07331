"""Another service is asked once, at an address that was checked; time and size of its answer are bound."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs

import elsewhere
import pytest
import trustme
from elsewhere import Elsewhere
from test_remote_addresses import answers

from kg.errors import DeadlineError, ForbiddenQueryError, LimitError, RemoteError
from kg.remote.client import Client, Deadline, agent

CLIENT = Client(agent("https://a.example/"), 1_000)
NOTHING = b'{"head":{"vars":[]},"results":{"bindings":[]}}'


@pytest.fixture
def service() -> Iterator[Elsewhere]:
    """Yield a service on loopback."""
    with elsewhere.listening() as running:
        yield running


def ask(iri: str, client: Client = CLIENT, seconds: float = 5, *, is_local: bool = True) -> bytes:
    """Return what a service answers."""
    return client.ask(iri, "ASK {}", Deadline(seconds), is_local=is_local)


@pytest.fixture
def sockets(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Return the list of places that sockets connect to; none comes through."""
    places: list[tuple[str, int]] = []

    class Recorded(socket.socket):
        def connect(self, place: tuple[str, int]) -> None:  # type: ignore[override]
            places.append(place[:2])
            raise ConnectionRefusedError("recorded")

    monkeypatch.setattr(socket, "socket", Recorded)
    return places


def test_a_request(service: Elsewhere) -> None:
    """It is one POST of a form, that names us and what we read; the answer is handed on as it came."""
    service.reply = elsewhere.reply(NOTHING)
    body = CLIENT.ask(f"{service.iri}?a=b", "SELECT ?ä {}", Deadline(5), is_local=True)
    [asked] = service.asked
    head, _, form = asked.decode().partition("\r\n\r\n")
    first, *headers = head.split("\r\n")
    told = dict(header.split(": ") for header in headers)

    assert body == NOTHING
    assert first == "POST /sparql?a=b HTTP/1.1"
    assert parse_qs(form) == {"query": ["SELECT ?ä {}"]}
    assert told["Host"] == f"127.0.0.1:{service.port}"
    assert told["Accept"] == "application/sparql-results+json"
    assert told["Accept-Encoding"] == "identity"
    assert told["User-Agent"].startswith("Communique/")
    assert told["User-Agent"].endswith(" (+https://a.example/)")
    assert not {"Cookie", "Authorization", "Referer"} & set(told)


def test_loopback_is_refused_unheard(service: Elsewhere, sockets: list[tuple[str, int]]) -> None:
    """A service that is not said to be local is not connected to at a local address."""
    for host in (
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f000001",
        "127.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ):
        with pytest.raises(ForbiddenQueryError, match="expected public addresses"):
            ask(f"http://{host}:{service.port}/sparql", is_local=False)

    assert (service.asked, sockets) == ([], [])


def test_rebinding(monkeypatch: pytest.MonkeyPatch, sockets: list[tuple[str, int]]) -> None:
    """The address that was checked is connected to: a name is not looked up again, whatever it has become."""
    asked = answers(monkeypatch, "93.184.216.34")
    monkeypatch.setattr(socket, "create_connection", None)  # it would look the name up
    with pytest.raises(RemoteError, match="recorded"):
        ask("http://a.example/sparql", is_local=False)

    assert asked == ["a.example"]
    assert sockets == [("93.184.216.34", 80)]


def test_the_next_address(monkeypatch: pytest.MonkeyPatch, sockets: list[tuple[str, int]]) -> None:
    """Where the first address takes nobody, the next is tried."""
    answers(monkeypatch, "93.184.216.34", "93.184.216.35")
    with pytest.raises(RemoteError, match="recorded"):
        ask("https://a.example/sparql", is_local=False)

    assert sockets == [("93.184.216.34", 443), ("93.184.216.35", 443)]


def test_one_record_is_private(monkeypatch: pytest.MonkeyPatch, sockets: list[tuple[str, int]]) -> None:
    """Not even the public ones among several addresses are connected to."""
    answers(monkeypatch, "93.184.216.34", "10.0.0.1")
    with pytest.raises(ForbiddenQueryError, match=r"found 10\.0\.0\.1"):
        ask("http://a.example/sparql", is_local=False)

    assert sockets == []


@pytest.mark.parametrize(
    "status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]
)
def test_redirects_are_not_followed(service: Elsewhere, status: str) -> None:
    """A way to elsewhere, as to loopback, is told and not taken."""
    with elsewhere.listening() as inside:
        service.reply = elsewhere.reply("", status, elsewhere.JSON, f"Location: {inside.iri}")
        with pytest.raises(RemoteError, match=f"found a way to {inside.iri}: not taken"):
            ask(service.iri)

        assert (len(service.asked), inside.asked) == (1, [])


def test_the_environment_names_no_proxy(service: Elsewhere, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is set for other programs leads our requests nowhere else."""
    service.reply = elsewhere.reply(NOTHING)
    with elsewhere.listening() as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{proxy.port}")
        ask(service.iri)

        assert (len(service.asked), proxy.asked) == (1, [])


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (elsewhere.reply("no such prefix", "400 Bad"), "found status 400: no such prefix"),
        (elsewhere.reply("", "204 No Content"), "found status 204"),
        (
            elsewhere.reply("<html>", media="text/html"),
            "expected application/sparql-results.json .* text/html",
        ),
        (elsewhere.reply(NOTHING, "200 OK", elsewhere.JSON, "Content-Encoding: gzip"), "as it is, found"),
        (b"", "Remote end closed connection"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "found: SSH-2.0"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "found:"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200, "found: got more than 100 headers"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000, "found: got more than 65536 bytes"),
    ],
)
def test_other_answers(service: Elsewhere, reply: bytes, reason: str) -> None:
    """What is no result is told with what it is; an error is told in the service's own words."""
    service.reply = reply
    with pytest.raises(RemoteError, match=reason):
        ask(service.iri)


def test_what_the_service_says(service: Elsewhere) -> None:
    """The words of its error are a member for programs, up to a length."""
    service.reply = elsewhere.reply("x" * 3_000, "500 Internal Server Error")
    with pytest.raises(RemoteError) as caught:
        ask(service.iri, replace(CLIENT, most=10_000))

    assert caught.value.members == {"told": "x" * 2_000}


def test_an_answer_that_is_too_large(service: Elsewhere) -> None:
    """No more is read than may be, whether or not its length is told."""
    endless = b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n\r\n" + b" " * 5_000
    for reply in (elsewhere.reply(b" " * 1_001), endless):
        service.reply = reply
        with pytest.raises(LimitError, match="the answer has more than 1,000 bytes") as caught:
            ask(service.iri)

        assert caught.value.members == {"limit": "bytes", "value": 1_000}


def drip(connection: socket.socket, data: bytes, over: threading.Event) -> None:
    """Send byte after byte until the other side has had enough."""
    for byte in data:
        if over.wait(0.02):
            return
        connection.sendall(bytes([byte]))


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\n\r\n"], ids=len)
@pytest.mark.parametrize("is_silent", [True, False], ids=["silent", "dripping"])
def test_an_answer_that_does_not_end(service: Elsewhere, head: bytes, is_silent: bool) -> None:
    """The deadline ends what never comes and what comes byte by byte, in the head and in the body."""
    over = threading.Event()

    def serve(connection: socket.socket) -> None:
        connection.sendall(head)
        if is_silent:
            over.wait(10)
        else:
            drip(connection, b"HTTP/1.1 200 OK\r\n"[len(head) :] + b"X: y\r\n" * 1_000, over)

    service.reply = serve
    try:
        with pytest.raises(DeadlineError, match=r"no answer within 0\.3 seconds"):
            ask(service.iri, seconds=0.3)
    finally:
        over.set()


def test_nobody_answers() -> None:
    """A port where nobody listens is told."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(RemoteError, match="Connection refused"):
        ask(f"http://127.0.0.1:{port}/")


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """Return an authority that the system trusts."""
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return made


@contextmanager
def secure(service: Elsewhere, certificate: trustme.LeafCert) -> Iterator[list[str | None]]:
    """Let a service speak TLS, and yield the names that it is asked for by."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    names: list[str | None] = []
    context.sni_callback = lambda _, name, __: names.append(name)
    service.wrap = lambda connection: context.wrap_socket(connection, server_side=True)
    yield names


def test_a_secure_service(service: Elsewhere, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is greeted by its name, which its certificate must bear, though an address is connected to."""
    answers(monkeypatch, "127.0.0.1")
    service.reply = elsewhere.reply(NOTHING)
    with secure(service, authority.issue_cert("a.example")) as names:
        body = ask(f"https://a.example:{service.port}/sparql")

    assert (names, body) == (["a.example"], NOTHING)
    assert f"\r\nHost: a.example:{service.port}\r\n".encode() in service.asked[0]


def test_a_service_that_is_another(
    service: Elsewhere, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whose certificate bears another name, or is from nobody whom we trust, is asked nothing."""
    answers(monkeypatch, "127.0.0.1")
    for certificate in (authority.issue_cert("b.example"), trustme.CA().issue_cert("a.example")):
        with secure(service, certificate), pytest.raises(RemoteError, match="CERTIFICATE_VERIFY_FAILED"):
            ask(f"https://a.example:{service.port}/sparql")

    assert service.asked == []
