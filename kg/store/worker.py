"""The process that asks a user's query: it can be ended at any moment, and it can open no connection.

It is started as a file, `python worker.py STORE MEMORY LINE`, and imports nothing of this project, so that it
is ready in some hundredths of a second. It reads one request a line from its input, in JSON, and writes
frames to its output: a kind of one byte, the length of what follows in four bytes, and that. It ends with its
input, and at once when the pipe LINE, on which nothing is ever sent, is closed: the one that asks is gone.

    D  some bytes of the result; more follow
    L  the last bytes of the result
    E  the result failed: JSON with `kind` (syntax, refused, limit, memory) and `reason`
"""

import contextlib
import fcntl
import itertools
import json
import os
import resource
import select
import signal
import struct
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, RdfFormat

HEAD = struct.Struct(">cI")  # kind and length of a frame
CHUNK = 64 * 1024  # bytes of a frame: what a pipe of Linux holds
PATIENCE = 0.5  # seconds that rows wait for a frame to fill: a slow result is seen to come
MORE, LAST, ERROR = b"D", b"L", b"E"  # kinds of frames
PAGE = "page"  # not a media type: the first rows, as JSON for a page of ours

# What stands once in each serialised row. Within JSON's strings each " stands behind a \, so that neither of
# its two is found there; a row without a single value is not counted, and weighs three bytes.
_MARKS = {
    "application/sparql-results+json": (b'[{"', b',{"'),
    "application/sparql-results+xml": (b"<result>",),
    "text/tab-separated-values": (b"\n",),
}
# XML has no control characters (XML 1.0, section 2.2), but texts may, and the engine writes them as they are.
XML_SAFE = bytes(b if b >= 0x20 or b in b"\t\n\r" else ord("?") for b in range(256))


class Request(NamedTuple):
    """What is asked.

    Attributes:
        text: the query, vetted.
        media: media type of the result, or `PAGE`.
        base: what relative IRIs are resolved against.
        prefixes: prefixes that the query need not declare.
        default_graphs: IRIs that take the place of the default graph; None for the store's own.
        named_graphs: IRIs of the graphs that GRAPH sees; None for all.
        rows: most rows or triples; a page is cut there, other results fail.
        bytes: most bytes.
        seconds: after so long the process ends itself, even where the one that asked is gone.
    """

    text: str
    media: str
    base: str
    prefixes: dict[str, str]
    default_graphs: list[str] | None
    named_graphs: list[str] | None
    rows: int
    bytes: int
    seconds: float


class _LimitError(Exception):
    """A result is larger than it may be."""


class _Output:
    """Where the engine writes: counts, gathers, and sends frames.

    Attributes:
        is_started: whether a frame of the result has gone out.
    """

    def __init__(self, request: Request) -> None:
        self.is_started = False
        self._request = request
        self._marks = _MARKS.get(request.media, ())
        self._rows = 0
        self._bytes = 0
        self._tail = b""
        self._quotes = 0
        self._gathered = bytearray()
        self._sent = time.monotonic()

    def write(self, data: bytes) -> int:
        """Take bytes of the result.

        Raises:
            _LimitError: there are more bytes or rows than may be.
        """
        if self._request.media.endswith("xml"):
            data = data.translate(XML_SAFE)
        self._bytes += len(data)
        if self._bytes > self._request.bytes:
            raise _LimitError(f"the result has more than {self._request.bytes:,} bytes")
        self.count(self._found(data))
        self._gathered += data
        if len(self._gathered) >= CHUNK or time.monotonic() - self._sent > PATIENCE:
            _send(MORE, self._gathered)
            self.is_started = True
            self._sent = time.monotonic()
            self._gathered.clear()
        return len(data)

    def count(self, rows: int) -> None:
        """Add rows.

        Raises:
            _LimitError: there are more than may be.
        """
        self._rows += rows
        if self._rows > self._request.rows:
            raise _LimitError(f"the result has more than {self._request.rows:,} rows")

    def flush(self) -> None:
        """Do nothing: frames go out when they are full."""

    def close(self) -> None:
        """Send the last frame."""
        _send(LAST, self._gathered)

    def _found(self, data: bytes) -> int:
        if self._request.media == "text/csv":
            return self._lines(data)
        # A mark that is cut by the end of the bytes is found with the next.
        seen = self._tail + data
        longest = max(map(len, self._marks), default=1)
        self._tail = seen[len(seen) - longest + 1 :]
        return sum(seen.count(mark) for mark in self._marks)

    def _lines(self, data: bytes) -> int:
        # A line break between quotes is part of a value (RFC 4180).
        pieces = data.split(b'"')
        found = sum(piece.count(b"\n") for piece in pieces[self._quotes % 2 :: 2])
        self._quotes += len(pieces) - 1
        return found


def main() -> None:
    """Open the store and answer requests until the input ends."""
    store, memory, line = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    fcntl.fcntl(line, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(line, fcntl.F_SETFL, os.O_ASYNC)  # SIGIO, which ends it, when the pipe is closed
    if select.select([line], [], [], 0)[0]:
        return  # it was closed before
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one that asks: it ends the input
    engine = pyoxigraph.Store.read_only(store)
    next(iter(engine.quads_for_pattern(None, None, None)), None)
    _fence(memory)
    for asked in sys.stdin.buffer:
        request = Request(**json.loads(asked))
        signal.setitimer(signal.ITIMER_REAL, request.seconds)
        _answer(engine, request)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _fence(memory: int) -> None:
    """Bound the memory, and leave no file descriptor free: no query, whatever it says, opens a connection."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    used = [int(each.name) for each in Path("/dev/fd").iterdir()]
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(used) + 1, max(used) + 1))
    with contextlib.suppress(OSError):
        while True:
            os.dup(0)  # fills the gaps below the highest


def _answer(engine: pyoxigraph.Store, request: Request) -> None:
    output = _Output(request)
    try:
        _write(_query(engine, request), request, output)
        output.close()
    except _LimitError as error:
        _fail("limit", str(error))
    except SyntaxError as error:
        _fail("syntax", str(error))
    except MemoryError:
        _fail("memory", "the query needs more memory than it may have")
    except (OSError, RuntimeError, ValueError) as error:
        _fail("refused", str(error))


def _query(engine: pyoxigraph.Store, request: Request) -> Any:  # noqa: ANN401 # one of three kinds
    named = request.named_graphs
    given = request.default_graphs
    return engine.query(
        request.text,
        base_iri=request.base,
        prefixes=request.prefixes,
        default_graph=None if given is None else [NamedNode(iri) for iri in given],
        named_graphs=None if named is None else [NamedNode(iri) for iri in named],
    )


def _write(found: Any, request: Request, output: _Output) -> None:  # noqa: ANN401 # one of three kinds
    if request.media == PAGE:
        output.write(json.dumps(_page(found, request.rows)).encode())
    elif isinstance(found, pyoxigraph.QueryTriples):
        form = RdfFormat.from_media_type(request.media)
        pyoxigraph.serialize(
            _counted(found, output),
            output,  # type: ignore[arg-type] # all that the engine calls is there: write, flush
            form,
            prefixes=request.prefixes,
        )
    else:
        if request.media.startswith("text/") and isinstance(found, pyoxigraph.QuerySolutions):
            output.count(-1)  # the line of the columns' names
        found.serialize(output, QueryResultsFormat.from_media_type(request.media))


def _counted(triples: Iterator[Any], output: _Output) -> Iterator[Any]:
    for triple in triples:
        output.count(1)
        yield triple


def _page(found: Any, rows: int) -> dict[str, Any]:  # noqa: ANN401 # one of three kinds
    """Return the first rows; a row more than is shown tells that there are more."""
    if isinstance(found, pyoxigraph.QueryBoolean):
        return {"boolean": bool(found)}
    is_graph = isinstance(found, pyoxigraph.QueryTriples)
    columns = ["subject", "predicate", "object"] if is_graph else [v.value for v in found.variables]
    taken = [[_term(term) for term in row] for row in itertools.islice(found, rows + 1)]
    return {"columns": columns, "rows": taken[:rows], "more": len(taken) > rows}


def _term(term: Any) -> list[str] | None:  # noqa: ANN401 # a term of any kind
    """Return kind, words, and datatype or language of a term; None where nothing is bound."""
    match term:
        case None:
            return None
        case NamedNode():
            return ["iri", term.value, ""]
        case Literal():
            return ["literal", term.value, term.language or term.datatype.value]
        case BlankNode():
            return ["blank", f"_:{term.value}", ""]
    return ["triple", str(term), ""]


def _fail(kind: str, reason: str) -> None:
    _send(ERROR, json.dumps({"kind": kind, "reason": reason}).encode())


def _send(kind: bytes, data: bytes | bytearray) -> None:
    left = memoryview(HEAD.pack(kind, len(data)) + data)
    while left:
        left = left[os.write(1, left) :]


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        os._exit(0)  # nobody reads any more
