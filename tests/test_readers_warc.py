"""Of web archives the pages are read that a server answered with; the record tells what a page does not."""

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from test_readers_archives import taken
from test_readers_html import PAGE
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kg import readers
from kg.errors import SourceError
from kg.model import Origin

BARE = "<html><body><p>The minister of Ruritania met the envoy of Zénda on Monday.</p></body></html>"
HTML = ("Content-Type", "text/html; charset=utf-8")


def archive(path: Path, *records: tuple[str, str, list[tuple[str, str]], bytes]) -> Path:
    """Write a web archive of answers, each by address, status, headers and content, captured on one day."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        for address, status, headers, content in records:
            record = writer.create_warc_record(
                address,
                "response",
                payload=BytesIO(content),
                http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": "2024-05-07T08:00:00Z"},
            )
            writer.write_record(record)
            record.raw_stream.close()
    return path


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages(tmp_path: Path, name: str) -> None:
    """A page is named after its address; what it tells of itself goes before what the record tells."""
    path = archive(
        tmp_path / name,
        ("https://post.example/envoys?id=1", "200 OK", [HTML], PAGE.encode()),
        ("https://post.example/bare", "200 OK", [HTML], BARE.encode()),
    )
    found, aside = taken(path)
    told, bare = map(readers.article, found)

    assert aside == []
    # The marks are the beginnings of the hashes of the addresses, as `sha256sum` tells them.
    assert [a.file for a in (told, bare)] == [
        "post-example-envoys-id-1-df775cdc.html",
        "post-example-bare-f6245844.html",
    ]
    assert (told.url, told.published) == ("https://post.example/envoys", dt.date(2024, 5, 6))
    assert (bare.url, bare.published) == ("https://post.example/bare", dt.date(2024, 5, 7))
    assert Origin("published", f"{name}: published") in bare.origins


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("404 Not Found", [HTML]),
        ("301 Moved", [HTML]),
        ("200 OK", [("Content-Type", "image/png")]),
        ("200 OK", []),
    ],
    ids=["error", "redirect", "picture", "no type"],
)
def test_record_that_is_no_page(tmp_path: Path, status: str, headers: list[tuple[str, str]]) -> None:
    """Answers that are no pages are passed over."""
    path = archive(tmp_path / "a.warc", ("https://post.example/", status, headers, b"x"))

    assert taken(path) == ([], [])


def test_encoding_of_the_server(tmp_path: Path) -> None:
    """Where a page does not tell its encoding, the server's word holds; a wrong one sets the page aside."""
    latin = [("Content-Type", "text/html; charset=iso-8859-1")]
    none = [("Content-Type", "text/html; charset=x-none")]
    path = archive(
        tmp_path / "a.warc",
        ("https://post.example/a", "200 OK", latin, BARE.encode("latin-1")),
        ("https://post.example/b", "200 OK", none, BARE.encode()),
    )
    found, aside = taken(path)

    assert "the envoy of Zénda" in readers.article(found[0]).text
    assert "b: expected the encoding that the server tells, found: unknown encoding: x-none" in aside[0]


def test_page_that_is_cut_short(tmp_path: Path) -> None:
    """A page that the crawler did not take whole is set aside."""
    path = archive(tmp_path / "a.warc", ("https://post.example/a", "200 OK", [HTML], BARE.encode()))
    path.write_bytes(path.read_bytes().replace(b"WARC-Date", b"WARC-Truncated: length\r\nWARC-Date", 1))

    assert "expected a whole page, found it cut short (length)" in taken(path)[1][0]


def test_no_web_archive(tmp_path: Path) -> None:
    """A file that is none is an error which names it."""
    (tmp_path / "a.warc").write_bytes(b"They met.")

    with pytest.raises(SourceError, match=r"a\.warc: expected a web archive"):
        list(readers.items(tmp_path / "a.warc"))
