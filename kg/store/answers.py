"""What a query process answers: a result on its way, or the reason why there is none."""

import json
import re
from collections.abc import Generator, Iterator

from kg.errors import KgError, LimitError, QueryError, StoreError
from kg.store import prologue, worker
from kg.store.tokens import LINE, fault, split
from kg.store.worker import Request

Frames = Generator[tuple[bytes, bytes], None, None]

_SYNTAX = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)  # how the engine says it
_UNTOLD = re.compile(r"(, )?\['?[^,]*'?\](?=,|$)|<unreported>")
_PROSE = re.compile(r"(The SELECT|SELECT \*) [a-z][^,\[]*[a-zA-Z]")
_IRI = re.compile(r"<([^<>]+)>")


class Answer:
    """A result on its way: iterating yields its bytes, and raises a `KgError` where it breaks off.

    Attributes:
        first: its first bytes.
        is_whole: whether they are all, so that it cannot break off.
        is_cut: whether there are more rows than were asked for; known with its last bytes.
    """

    def __init__(self, frames: Frames) -> None:
        """Wait for the first bytes.

        Raises:
            KgError: there are none.
        """
        kind, self.first = next(frames)
        self.is_whole = kind != worker.MORE
        self.is_cut = kind == worker.CUT
        self._rest = frames
        if self.is_whole:
            frames.close()  # the process is free before the client reads

    def __iter__(self) -> Iterator[bytes]:
        yield self.first
        for kind, chunk in self._rest:
            self.is_cut = kind == worker.CUT
            yield chunk

    def close(self) -> None:
        """End the query, if it still runs."""
        self._rest.close()


def failure(payload: bytes, request: Request) -> KgError:
    """Return the error that the payload of an error frame tells."""
    told = json.loads(payload)
    kind, reason = told["kind"], told["reason"]
    if kind in {"rows", "bytes"}:
        told = {"limit": kind, "value": getattr(request, kind)}
        return LimitError(f"{reason}: select less, or ask in parts with LIMIT and OFFSET", told)
    if kind == "memory":
        return LimitError(f"{reason}: select less, add LIMIT, order and group fewer rows", {"limit": kind})
    if kind == "store":
        return StoreError(f"store: expected files that can be read, found: {reason}")
    if match := _SYNTAX.fullmatch(reason):
        return _misread(int(match[1]), int(match[2]), match[3], request.text)
    return _unplaced(reason, request)


def _misread(line: int, column: int, wanted: str, text: str) -> QueryError:
    if prose := _PROSE.search(wanted):  # not what is expected at a place, but what is wrong with the query
        selects = [token for token in split(text) if token.text.upper() == "SELECT"]
        if len(selects) == 1:
            return fault(text, selects[0].start, prose[0])
        return _placed(line, column, prose[0])
    # Sets of characters tell a reader nothing, nor what the engine cannot name.
    expected = " ".join(_UNTOLD.sub("", wanted).split()).rstrip(",") or "something else"
    rest = LINE.split(text)[line - 1][column - 1 :]
    found = repr(rest[:20]) if rest else "the end of the line"
    return _placed(line, column, f"expected {expected}, found {found}")


def _placed(line: int, column: int, reason: str) -> QueryError:
    return QueryError(f"line {line}, column {column}: {reason}", {"line": line, "column": column})


def _unplaced(reason: str, request: Request) -> QueryError:
    """Return the error that the engine tells without a place: it may name an IRI of the query."""
    if named := _IRI.search(reason):
        tokens = tuple(split(request.text))
        names = prologue.read(tokens, request.text, request.base)
        for token in tokens:
            if token.kind in {"iri", "name"} and names.iri(token) == named[1]:
                return fault(request.text, token.start, reason)
    return QueryError(f"query: {reason}")
