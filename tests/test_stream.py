"""A result between its query and its client: whole, in order, and never held up by a slow reader."""

import threading
from contextlib import closing

import pytest

from kg.errors import CapacityError, DeadlineError, KgError, LimitError
from kg.store.answers import Answer, Frames
from kg.store.worker import CUT, LAST, MORE
from kg.web.stream import KEPT, Stream


def frames(*parts: bytes, last: bytes = LAST, error: BaseException | None = None) -> Frames:
    """Yield the frames of a result that ends as told."""
    for part in parts[:-1]:
        yield MORE, part
    if error is not None:
        raise error
    yield last, parts[-1]


def nobody() -> None:
    """Let nobody know."""


def stream(found: Frames, *, tells_cut: bool = False) -> Stream:
    """Return the stream of a result."""
    return Stream(Answer(found), nobody, tells_cut=tells_cut)


def read(found: Frames, *, tells_cut: bool = False) -> bytes:
    """Return what a client gets of a result."""
    with closing(stream(found, tells_cut=tells_cut)) as waiting:
        return b"".join(waiting)


def test_all_of_a_result() -> None:
    """The client gets each byte once, in order."""
    assert read(frames(b"one ", b"two ", b"three")) == b"one two three"


def test_more_than_is_kept_in_memory() -> None:
    """A result that lies in the file comes as one that does not."""
    parts = [bytes([number]) * (KEPT // 2) for number in range(5)]
    with closing(stream(frames(*parts))) as waiting:
        assert waiting.finish() == 5 * (KEPT // 2)
        assert b"".join(waiting) == b"".join(parts)


def test_the_query_waits_for_nobody() -> None:
    """The query ends although the client has not read a byte."""
    ended = threading.Event()

    def query() -> Frames:
        yield MORE, b"x" * KEPT
        yield LAST, b"y"
        ended.set()

    waiting = stream(query())

    assert ended.wait(30)
    waiting.close()


def test_a_client_that_is_faster() -> None:
    """A client that has read all there is gets the rest when it comes."""
    go_on = threading.Event()

    def query() -> Frames:
        yield MORE, b"first "
        go_on.wait(30)
        yield LAST, b"last"

    with closing(stream(query())) as waiting:
        coming = iter(waiting)
        first = next(coming)
        go_on.set()

        assert (first, next(coming), list(coming)) == (b"first ", b"last", [])


@pytest.mark.parametrize("fault", [DeadlineError("late"), LimitError("large")], ids=["late", "large"])
def test_a_result_that_breaks_off(fault: KgError) -> None:
    """The client is told by an error, also where it waits for all of the result."""
    with pytest.raises(type(fault)):
        read(frames(b"one", b"two", error=fault))
    with pytest.raises(type(fault)):
        stream(frames(b"one", b"two", error=fault)).finish()


def test_no_room() -> None:
    """Where the file cannot be written the result breaks off."""
    full = stream(frames(b"one", b"two", error=OSError(28, "No space left on device")))

    with pytest.raises(CapacityError, match="no room to keep the result: No space left"):
        full.finish()


def test_cut() -> None:
    """A result that was cut is given where it tells so, else it breaks off."""
    assert read(frames(b"one ", b"two", last=CUT), tells_cut=True) == b"one two"
    with pytest.raises(LimitError, match="more rows than were asked for"):
        read(frames(b"one ", b"two", last=CUT))


def test_a_client_that_leaves() -> None:
    """Where the client goes, the query is let know, and what it still gives is dropped."""
    left = threading.Event()

    def query() -> Frames:
        yield MORE, b"first"
        left.wait(30)
        yield MORE, b"more"
        yield LAST, b"last"

    Stream(Answer(query()), left.set, tells_cut=False).close()

    assert left.is_set()
