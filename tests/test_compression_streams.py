"""Results that come compressed while they are found."""

import csv
import gzip
import http.client
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import live
import pytest
from pools import ALL
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from kg.errors import LimitError
from kg.web import compression

# The first row comes at once, the others when two hundred million pairs have been tried.
SLOW = "SELECT ?a { { SELECT ?a { ?a ?p ?o } LIMIT 20000 } UNION { ?a ?x ?y . ?b ?z ?w FILTER(?y = ?b) } }"


@pytest.fixture(scope="module")
def service(numbered: Path) -> Iterator[live.Service]:
    """Yield the service with a deadline of a few seconds."""
    with live.serve(numbered, query_seconds="3") as service:
        yield service


def path(query: str, name: str = "csv") -> str:
    """Return the address of a query."""
    return f"/sparql?{urlencode({'query': query, 'format': name})}"


@pytest.mark.parametrize("name", ["json", "xml", "csv", "tsv"])
def test_a_stream(service: live.Service, name: str) -> None:
    """A long result comes compressed, and is the same as without; it says that it is."""
    _, plain, whole = service.send("GET", path(ALL, name))
    status, headers, body = service.send("GET", path(ALL, name), headers={"Accept-Encoding": "gzip"})

    assert (status, headers["Content-Encoding"], plain["Content-Encoding"]) == (200, "gzip", None)
    assert headers["Transfer-Encoding"] == "chunked"
    assert len(body) < len(whole) / 5
    assert len(gzip.decompress(body).splitlines()) == len(whole.splitlines())
    assert "Accept-Encoding" in headers["Vary"]


def test_a_graph(service: live.Service) -> None:
    """A long graph comes compressed, too."""
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    _, _, body = service.send("GET", path(query, "nt"), headers={"Accept-Encoding": "gzip"})

    assert len(gzip.decompress(body).splitlines()) == 20_000


def test_a_short_result(service: live.Service) -> None:
    """What is smaller than its head would be comes as it is."""
    _, headers, body = service.send("GET", path("ASK {}", "json"), headers={"Accept-Encoding": "gzip"})

    assert (headers["Content-Encoding"], body.startswith(b"{")) == (None, True)


def test_all_or_nothing(service: live.Service) -> None:
    """A result that is asked for whole tells its length, and is not compressed."""
    address = path(ALL) + "&complete=1"
    _, headers, body = service.send("GET", address, headers={"Accept-Encoding": "gzip"})

    assert (headers["Content-Encoding"], headers["Content-Length"]) == (None, str(len(body)))
    assert len(list(csv.reader(io.StringIO(body.decode())))) == 20_001


def test_the_first_rows_do_not_wait(service: live.Service) -> None:
    """Rows can be read before the next are found, and a result that breaks off has no end."""
    connection = service.open()
    connection.request("GET", path(SLOW), headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    unpack = zlib.decompressobj(zlib.MAX_WBITS + 16)
    first = unpack.decompress(answer.read1(65_536))
    with pytest.raises(http.client.IncompleteRead):
        unpack.decompress(answer.read())
    connection.close()

    assert first.startswith(b"a\r\n" + live.BASE.encode())
    assert not unpack.eof


class Broken:
    """A result that breaks off after its first bytes; it notes that it was closed."""

    def __init__(self) -> None:
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield b"first"
        raise LimitError("too much")

    def close(self) -> None:
        """Note it."""
        self.is_closed = True


def test_what_breaks_off() -> None:
    """What was found before a result broke off can be read, its end is missing, and the query is ended."""
    broken = Broken()
    compressed = compression.Compressed(broken)
    chunks = iter(compressed)
    unpack = zlib.decompressobj(zlib.MAX_WBITS + 16)
    first = unpack.decompress(next(chunks))
    with pytest.raises(LimitError):
        next(chunks)
    compressed.close()

    assert (first, unpack.eof, broken.is_closed) == (b"first", False, True)


@pytest.mark.parametrize(
    ("told", "is_wanted"),
    [
        ("gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("*", True),
        ("", False),
        ("identity", False),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip;q=0.5, identity;q=1", False),
    ],
)
def test_who_wants_it(told: str, is_wanted: bool) -> None:
    """Only who takes gzip, and likes it no less than bytes as they are, gets it."""
    assert compression.is_wanted(parse_accept_header(told, Accept)) == is_wanted
