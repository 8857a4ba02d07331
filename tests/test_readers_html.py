"""Of a saved page the main text is kept, and what its metadata tells."""

import datetime as dt

import pytest

from kg.errors import SourceError
from kg.model import Article, Origin
from kg.readers import html

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Envoys meet | The Strelsau Post</title>
<meta property="og:title" content="Envoys meet in Strelsau">
<meta property="og:site_name" content="The Strelsau Post">
<meta name="author" content="Anna Holm">
<meta property="article:published_time" content="2024-05-06T10:00:00+02:00">
<link rel="canonical" href="https://post.example/envoys"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoys meet in Strelsau</h1>
<p>The foreign minister of Ruritania met the envoy of Zenda on Monday, said the ministry &amp; court.</p>
<p>They spoke of the ‘Hentzau corridor’, which both sides hope will be opened before the year ends.</p>
</article>
<aside class="related"><a href="/crown">Read more: the king is crowned</a></aside>
<footer>Copyright 2024 The Strelsau Post</footer></body></html>
"""


def test_page() -> None:
    """Of a page the main text is kept, and what its metadata tells."""
    article = html.read("a.html", PAGE.encode())

    assert article.text == (
        "Envoys meet in Strelsau\n\n"
        "The foreign minister of Ruritania met the envoy of Zenda on Monday, said the ministry & court.\n\n"
        "They spoke of the ‘Hentzau corridor’, which both sides hope will be opened before the year ends.\n"
    )
    assert (article.title, article.author) == ("Envoys meet in Strelsau", "Anna Holm")
    assert (article.publisher, article.published) == ("The Strelsau Post", dt.date(2024, 5, 6))
    assert (article.url, article.language) == ("https://post.example/envoys", "en")
    assert article.origins[0] == Origin("title", "a.html: title of the page")


def test_page_in_another_encoding() -> None:
    """A page is read in the encoding that it names."""
    page = PAGE.replace("utf-8", "windows-1252").encode("cp1252")

    assert "the ‘Hentzau corridor’" in html.read("a.html", page).text


def test_page_that_tells_nothing() -> None:
    """What a page does not declare stays unknown."""
    page = b"<html><body><p>The minister of Ruritania met the envoy of Zenda on Monday.</p></body></html>"
    article = html.read("a.html", page)

    assert article == Article("a.html", "The minister of Ruritania met the envoy of Zenda on Monday.\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<html><body></body></html>", r"a\.html: expected a page with a main text, found none"),
        (b"", r"a\.html: expected a page with a main text, found none"),
        (b"<p>\xff</p>", r"a\.html: expected utf-8, found byte 0xff at offset 3"),
        (b'<meta charset="x-none"><p>They met.</p>', r"a\.html: expected a known encoding, found 'x-none'"),
    ],
    ids=["no text", "empty", "not UTF-8", "unknown encoding"],
)
def test_broken_page(content: bytes, message: str) -> None:
    """A page that cannot be read is an error which names the file and what was found."""
    with pytest.raises(SourceError, match=message):
        html.read("a.html", content)
