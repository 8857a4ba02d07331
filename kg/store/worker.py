"""The process that asks a user's query: it can be ended at any moment, and it can open no connection.

It is started with `START`, the project's place, STORE, MEMORY and LINE, and imports next to nothing of the
project, so that it is ready in some hundredths of a second. It reads one request a line from its input, in
JSON, and writes frames to its output: a kind of one byte, the length of what follows in four bytes, and that.
It ends with its input, and at once when the pipe LINE, on which nothing is ever sent, is closed: the one that
asks is gone.

    R  the store is open
    D  some bytes of the result; more follow
    L  the last bytes of the result
    C  the last bytes of a result that was cut, as was asked for: it has more rows
    E  the result failed: JSON with `kind` (syntax, refused, rows, bytes, memory, store) and `reason`
"""

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
from typing import Any, NamedTuple

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, QueryResultsFormat, RdfFormat

from kg.store import fence, rows
from kg.store.characters import xml_safe

HEAD = struct.Struct(">cI")  # kind and length of a frame
CHUNK = 64 * 1024  # bytes of a frame: what a pipe of Linux holds
FIRST = 256 * 1024  # bytes of the first: a result no larger is known to be whole before any of it is sent
PATIENCE = 0.5  # seconds that rows wait for a frame to fill: a slow result is seen to come
READY, MORE, LAST, CUT, ERROR = b"R", b"D", b"L", b"C", b"E"  # kinds of frames
PAGE = "page"  # not a media type: the first rows, as JSON for a page of ours
DAMAGE = ("Corruption: ", "IO error: ")  # what the engine's errors begin with where a file is damaged
NOWHERE = "urn:x-none:"  # names no graph: what is asked of it alone ends as soon as it is understood
START = "import sys; sys.path.append(sys.argv.pop(1)); from kg.store import worker; worker.run()"


class Request(NamedTuple):
    """What is asked.

    Attributes:
        text: the query, vetted.
        media: media type of the result, or `PAGE`.
        base: what relative IRIs are resolved against.
        prefixes: prefixes that the query need not declare.
        default_graphs: IRIs that take the place of the default graph; None for the store's own.
        named_graphs: IRIs of the graphs that GRAPH sees; None for all.
        rows: most rows or triples.
        is_cut: whether a result with more rows is cut there, not failed; a page always is.
        bytes: most bytes.
        seconds: after so long the process ends itself, even where the one that asked is gone.
        graph: IRI of a graph that is given as it lies there, in place of a query's result; empty for the
            default graph.
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
    is_cut: bool = False
    graph: str | None = None


class _LimitError(Exception):
    """A result is larger than it may be; the first argument is the limit's name."""


class _CutError(Exception):
    """A result has as many rows as were asked for, and would have more."""


class _Output:
    """Where the engine writes: counts, gathers, and sends frames."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._begun = rows.Rows(request.media)
        self._rows = 0
        self._bytes = 0
        self._is_cut = False
        self._gathered = bytearray()
        self._enough = FIRST
        self._sent = time.monotonic()

    def write(self, data: bytes) -> int:
        """Take bytes of the result.

        Raises:
            _LimitError: there are more bytes or rows than may be.
            _CutError: there are more rows than were asked for.
        """
        if self._is_cut:
            return len(data)  # the engine's buffer, emptied although writing has failed
        if self._request.media.endswith("xml"):
            data = xml_safe(data)
        self._bytes += len(data)
        if self._bytes > self._request.bytes:
            raise _LimitError("bytes", f"the result has more than {self._request.bytes:,} bytes")
        self._gathered += data
        found = self._begun.found(data)
        try:
            self.count(found)
        except _CutError:
            self._is_cut = True
            left = self._begun.behind(self._request.rows - self._rows + found)
            del self._gathered[len(self._gathered) - left :]
            self._gathered += rows.end(self._request.media, self._request.rows)
            raise
        self._pass_on()
        return len(data)

    def count(self, more: int) -> None:
        """Add rows.

        Raises:
            _LimitError: there are more than may be.
            _CutError: there are more than were asked for.
        """
        self._rows += more
        if more and self._rows > self._request.rows:
            if self._request.is_cut:
                raise _CutError
            raise _LimitError("rows", f"the result has more than {self._request.rows:,} rows")

    def flush(self) -> None:
        """Do nothing: frames go out when they are full."""

    def close(self, kind: bytes) -> None:
        """Send the last frame."""
        _send(kind, self._gathered)

    def _pass_on(self) -> None:
        """Send what was gathered, if it is much or waits for long, but for what may be cut off yet."""
        ready = len(self._gathered) - self._begun.held
        if ready > 0 and (ready >= self._enough or time.monotonic() - self._sent > PATIENCE):
            _send(MORE, self._gathered[:ready])
            self._sent = time.monotonic()
            self._enough = CHUNK
            del self._gathered[:ready]


def run() -> None:
    """Open the store and answer requests until the input ends, or nobody reads any more."""
    try:
        _serve()
    except BrokenPipeError:
        os._exit(0)


def _serve() -> None:
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
    _send(READY, b"")
    for asked in sys.stdin.buffer:
        request = Request(**json.loads(asked))
        signal.setitimer(signal.ITIMER_REAL, request.seconds)
        _answer(engine, request)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _fence(memory: int) -> None:
    """Bound the memory, and open no connection from here on, whatever a query says."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    fence.close()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _answer(engine: pyoxigraph.Store, request: Request) -> None:
    output = _Output(request)
    try:
        output.close(_write(_query(engine, request), request, output))
    except _CutError:
        output.close(CUT)
    except _LimitError as error:
        _fail(*error.args)
    except SyntaxError as error:
        _fail("syntax", str(error))
    except MemoryError:
        _fail("memory", "the query needs more memory than it may have")
    except (OSError, RuntimeError, ValueError) as error:
        _fail("store" if str(error).startswith(DAMAGE) else "refused", str(error))


def _query(engine: pyoxigraph.Store, request: Request) -> Any:  # noqa: ANN401 # one of three kinds
    if request.graph is not None:
        # Not by CONSTRUCT: the engine keeps its triples, to see which come again (530 MB for a million).
        graph = NamedNode(request.graph) if request.graph else DefaultGraph()
        return (quad.triple for quad in engine.quads_for_pattern(None, None, None, graph))
    named = request.named_graphs
    given = request.default_graphs
    return engine.query(
        request.text,
        base_iri=request.base,
        prefixes=request.prefixes,
        default_graph=None if given is None else [NamedNode(iri) for iri in given],
        named_graphs=None if named is None else [NamedNode(iri) for iri in named],
    )


def _write(found: Any, request: Request, output: _Output) -> bytes:  # noqa: ANN401 # one of three kinds
    """Write the result, and return the kind of its last frame."""
    if request.media == PAGE:
        output.write(json.dumps(_page(found, request.rows)).encode())
    elif not isinstance(found, pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean):
        triples = _Counted(found, output)
        pyoxigraph.serialize(
            triples,
            output,  # type: ignore[arg-type] # all that the engine calls is there: write, flush
            RdfFormat.from_media_type(request.media),
            prefixes=request.prefixes,
        )
        return CUT if triples.is_cut else LAST
    else:
        form = QueryResultsFormat.from_media_type(request.media)
        found.serialize(output, form)  # type: ignore[arg-type] # as above
    return LAST


class _Counted:
    """Triples, counted as they are taken; a graph that is cut ends as graphs of its form do."""

    def __init__(self, triples: Iterator[Any], output: _Output) -> None:
        self.is_cut = False
        self._triples = triples
        self._output = output

    def __iter__(self) -> Iterator[Any]:
        try:
            for triple in self._triples:
                self._output.count(1)
                yield triple
        except _CutError:
            self.is_cut = True


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
