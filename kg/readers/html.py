"""Saved web pages: the main text as trafilatura keeps it, and what the page's own metadata tells."""

import datetime as dt
import re
from dataclasses import replace

import trafilatura
from trafilatura.settings import Document

from kg.errors import SourceError
from kg.model import Article, Origin

SUFFIXES = (".html", ".htm")

# The HTML standard (section "prescan a byte stream") looks for the encoding in the first 1024 bytes.
CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)


def read(file: str, content: bytes) -> Article:
    """Return the main text of a page, its paragraphs parted by blank lines; offsets count on this text.

    Raises:
        SourceError: the page is not in the encoding it names (else UTF-8), or has no main text.
    """
    page = _decode(file, content)
    found = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        # Only dates that the page declares: a date found in running text is no date of publication.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = found.text if isinstance(found, Document) else None
    if not isinstance(found, Document) or not text or not text.strip():
        raise SourceError(f"{file}: expected a page with a main text, found none")
    # trafilatura parts paragraphs by one line break; plain texts part them by a blank line.
    article = Article(file, re.sub(r"\n+", "\n\n", text.strip()) + "\n")
    told = {field: value for field, value in _told(page, found).items() if value}
    origins = tuple(Origin(field, f"{file}: {field} of the page") for field in told)
    return replace(article, **told, origins=origins)  # type: ignore[arg-type]


def _told(page: str, found: Document) -> dict[str, str | dt.date | None]:
    tree = trafilatura.load_html(page)
    language = tree.get("lang") if tree is not None else None
    return {
        "title": found.title,
        "url": found.url,
        "publisher": found.sitename,
        "author": found.author,
        "published": dt.date.fromisoformat(found.date) if found.date else None,
        "language": language and language.split("-")[0].lower(),
        "licence": found.license,
    }


def _decode(file: str, content: bytes) -> str:
    named = CHARSET.search(content[:1024])
    charset = named[1].decode("ascii") if named else "utf-8"
    try:
        return content.decode(charset).removeprefix("\ufeff")
    except LookupError as error:
        raise SourceError(f"{file}: expected a known encoding, found {charset!r}") from error
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{file}: expected {charset}, found byte 0x{content[error.start]:02x} at offset {error.start}"
        ) from error
