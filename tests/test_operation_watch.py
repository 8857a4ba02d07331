"""Each request is seen to its end: whole, broken off, or left by its client."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from werkzeug.test import create_environ, run_wsgi_app
from werkzeug.wsgi import FileWrapper

from kg.errors import LimitError
from kg.web.operation.watch import HEADER, Seen, Watch


def parts() -> Iterator[bytes]:
    """Yield a result that breaks off."""
    yield b"abc"
    raise LimitError("too many rows", {"limit": "rows"})


def seen(body: object, *, takes: int | None = None) -> Seen:
    """Return what is seen of a request with a body, of which the client takes so many parts."""
    told: list[Seen] = []

    def app(_: object, start: object) -> object:
        start("200 OK", [("Content-Type", "text/plain")])
        return body

    environ = create_environ(headers={HEADER: "an-id-of-its-own"}) | {"wsgi.file_wrapper": FileWrapper}
    watched = Watch(app, told.append)(environ, lambda *_: None)
    try:
        for number, _ in enumerate(watched, 1):
            if number == takes:
                break
    except LimitError:
        pass
    finally:
        watched.close()
    [found] = told
    return found


def test_whole() -> None:
    """The bytes of all parts count."""
    found = seen([b"abc", b"de"])

    assert (found.status, found.bytes, found.error, found.id) == (200, 5, "", "an-id-of-its-own")
    assert found.seconds > 0


def test_broken_off() -> None:
    """What broke a result off is told by the limit that was met."""
    found = seen(parts())

    assert (found.bytes, found.error) == (3, "rows")


def test_left() -> None:
    """A client that goes before the end is told of."""
    found = seen([b"abc", b"de"], takes=1)

    assert (found.bytes, found.error) == (3, "client_gone")


def test_file() -> None:
    """A file goes to the web server as it is, which sends it by itself."""
    found = seen(FileWrapper(BytesIO(b"abc")))

    assert (found.status, found.error) == (200, "")


@pytest.mark.parametrize("given", ["", "no good"])
def test_id_in_the_answer(given: str) -> None:
    """The answer has an id, also where the client told none that is sound."""

    def app(_: object, start: Callable[[str, list[tuple[str, str]]], object]) -> list[bytes]:
        start("200 OK", [])
        return [b""]

    watch = Watch(app, lambda _: None)
    _, _, headers = run_wsgi_app(watch, create_environ(headers={HEADER: given}))

    assert len(headers[HEADER]) == 16
