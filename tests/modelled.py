"""A server on loopback that speaks the protocol of language models, and answers as a test tells it."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

JSON = "application/json"
EMPTY: dict[str, list[object]] = {"actors": [], "events": [], "statements": [], "agreements": []}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server sends.

    Attributes:
        body: what is sent; of one that is cut, `cut` bytes less than told.
        until: it is sent when this is set.
        is_dropped: nothing is sent, and the connection closed.
    """

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    media: str = JSON
    cut: int = 0
    until: threading.Event | None = None
    is_dropped: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as it came.

    Attributes:
        path: path of the address.
        headers: by their names in lower case.
        body: what was asked.
        number: from 1, in the order of arrival.
    """

    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    number: int

    @property
    def text(self) -> str:
        """Return the part of the article that the model is to read."""
        lines = self.body["messages"][-1]["content"].split("\n")
        mark = lines[1]
        return "\n".join(lines[2 : len(lines) - 1 - lines[::-1].index(mark)])

    @property
    def form(self) -> str:
        """Return how JSON is asked for."""
        return str(self.body.get("response_format", {}).get("type", "text"))


Answering = Callable[[Asked], Reply]


@dataclass(slots=True)
class Server:
    """The server.

    Attributes:
        answers: what it replies to a request.
        address: what `KG_MODEL_URL` is to be.
        asked: the requests, in the order of their arrival.
    """

    answers: Answering
    address: str = ""
    asked: list[Asked] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def said(
    content: object, *, finish: str = "stop", tokens: tuple[int, int] | None = (100, 10), **message: object
) -> Reply:
    """Return a reply in which a model says something: text as it stands, other things as JSON."""
    text = content if isinstance(content, str | None) else json.dumps(content, ensure_ascii=False)
    told: dict[str, object] = {
        "id": "1",
        "object": "chat.completion",
        "model": "stub-1",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": text, **message},
            }
        ],
    }
    if tokens is not None:
        told["usage"] = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]}
    return Reply(json.dumps(told).encode())


def good(**parts: object) -> Reply:
    """Return an answer of the schema, empty but for what is told: `good(events=[…])`."""
    return said(EMPTY | parts)


def malformed() -> Reply:
    """Return an answer that is no JSON."""
    return said('{"actors": [, "events": nothing')


def truncated() -> Reply:
    """Return an answer that is cut off where it has the most tokens."""
    return said('{"actors": [{"type": "Person", "nam', finish="length")


def hallucinating(text: str) -> Reply:
    """Return a meeting that never was, on words of which one is another than in the text."""
    words = text.split()
    quoted = " ".join([*words[:-1], "Moscow."])
    return good(events=[_met(["Xi Jinping", words[0]], quoted)])


def obeying(text: str) -> Reply:
    """Return what an article orders a model to answer: a meeting, resting on the words of the order."""
    order = text[text.index("Ignore") :]
    people = [{"type": "Person", "names": ["Vladimir Putin"], "english": None, "roles": []}]
    return good(actors=people, events=[_met(["Vladimir Putin"], order)])


def _met(who: list[str], words: str) -> dict[str, object]:
    quoted = {"text": words, "occurrence": 1}
    told = {"kind": "Meeting", "trigger": "met", "participants": who, "evidence": [quoted]}
    return told | {"place": [], "when": None, "status": "Occurred", "cue": None}


def refusing() -> Reply:
    """Return a refusal."""
    return said(None, refusal="I cannot help with that.")


def slow(until: threading.Event, reply: Reply) -> Reply:
    """Return a reply that waits for an event."""
    return Reply(reply.body, until=until)


def busy(after: str | None = None) -> Reply:
    """Return "too many requests", with when to come again."""
    return failing(429, *([] if after is None else [("Retry-After", after)]))


def failing(status: int = 500, *headers: tuple[str, str], message: str = "The server had an error") -> Reply:
    """Return an error, as servers of the protocol word it."""
    told = {"error": {"message": message, "type": "invalid_request_error", "code": status}}
    return Reply(json.dumps(told).encode(), status, headers)


def dropped() -> Reply:
    """Close the connection without a word."""
    return Reply(is_dropped=True)


def each(*replies: Reply) -> Answering:
    """Return what replies one after the other, the last one for ever."""
    return lambda asked: replies[min(asked.number, len(replies)) - 1]


@contextmanager
def modelled(answers: Answering) -> Iterator[Server]:
    """Yield a server on loopback."""
    made = Server(answers)

    class Handler(_Handler):
        served = made

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    made.address = f"http://127.0.0.1:{listening.server_address[1]}/v1"
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield made
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    served: ClassVar[Server]
    timeout = 60

    def do_POST(self) -> None:
        """Answer as the server was told to."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        with self.served.lock:
            asked = Asked(self.path, headers, body, len(self.served.asked) + 1)
            self.served.asked.append(asked)
        reply = self.served.answers(asked)
        if reply.until is not None:
            reply.until.wait(60)
        if not reply.is_dropped:
            with suppress(OSError):  # who asked did not wait
                self._send(reply)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media)
        self.send_header("Content-Length", str(len(reply.body) + reply.cut))
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
