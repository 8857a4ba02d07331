"""Web archives (WARC, ISO 28500): of their records the pages that a server answered with."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from kg.errors import SourceError
from kg.iris import slug
from kg.readers._containers import MOST, Aside, Item
from kg.readers._description import Description

SUFFIXES = (".warc", ".warc.gz")
_PAGES = ("text/html", "application/xhtml+xml")
_BROKEN = (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError, LookupError)


def items(path: Path) -> Iterator[Item | Aside]:
    """Yield the pages of an archive, in its order; other records are passed over.

    A page is named after its address. Where it does not tell its address and day itself, the record does.

    Raises:
        SourceError: it is no web archive, or cannot be read to its end.
    """
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                if _is_page(record):
                    yield _item(path, record)
    except _BROKEN as error:
        raise SourceError(f"{path}: expected a web archive (WARC), found: {error}") from error


def _is_page(record: ArcWarcRecord) -> bool:
    answer = record.http_headers
    if record.rec_type != "response" or answer is None or answer.get_statuscode() != "200":
        return False
    return _type(record)[0].strip().lower() in _PAGES


def _item(path: Path, record: ArcWarcRecord) -> Item | Aside:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    day = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    place = f"{path}: {address}"
    if cut := record.rec_headers.get_header("WARC-Truncated"):
        return Aside(place, f"{place}: expected a whole page, found it cut short ({cut})")
    try:
        content = record.content_stream().read(MOST + 1)
    except _BROKEN as error:
        return Aside(place, f"{place}: expected a page that can be unpacked, found: {error}")
    if len(content) > MOST:
        return Aside(place, f"{place}: expected at most {MOST:,} bytes, found more")
    try:
        content = _recoded(record, content)
    except _BROKEN as error:
        return Aside(place, f"{place}: expected the encoding that the server tells, found: {error}")
    told = {"url": address, "published": day}
    description = Description(path.name, json.dumps(told, sort_keys=True).encode(), is_last=True)
    mark = hashlib.sha256(address.encode()).hexdigest()[:8]  # addresses that differ in marks alone are two
    return Item(f"{slug(address.partition('://')[2])}-{mark}.html", place, content, description)


def _recoded(record: ArcWarcRecord, content: bytes) -> bytes:
    """Return a page that does not tell its encoding, where the server did, in UTF-8."""
    named = [part.partition("=")[2].strip(" \"'") for part in _type(record)[1:] if "charset" in part.lower()]
    # The HTML standard looks for the encoding in the first 1024 bytes.
    return content if not named or b"charset" in content[:1024].lower() else content.decode(named[0]).encode()


def _type(record: ArcWarcRecord) -> list[str]:
    """Return the media type of a page, and behind it its parameters."""
    return (record.http_headers.get_header("Content-Type") or "").split(";")
