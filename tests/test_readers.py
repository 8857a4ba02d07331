"""Articles are read as they stand, with what is known of them; a file that is broken is named."""

import datetime as dt
from pathlib import Path

import pytest

from kg import readers
from kg.errors import SourceError
from kg.model import Article, Origin, Span
from kg.readers import html, text

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


def write(folder: Path, **files: str | bytes) -> Path:
    """Write files, each named by its key with `_` for the dot, and return the folder."""
    for name, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(raw)
    return folder


def told(words: str) -> Article:
    """Read a text that stands alone."""
    return text.read("a.txt", words.encode())


@pytest.mark.parametrize(
    "words",
    [
        "One line.\r\nAnother.\rA third.\n",
        "\ufeffThe mark before the first word is kept.",
        "  Leading and trailing space \t\n\n",
        "Cafe\u0301 and café, 𝄞 and 中国.",
    ],
    ids=["line ends", "byte order mark", "white space", "composed and not"],
)
def test_text_is_kept(tmp_path: Path, words: str) -> None:
    """A text is what its bytes say, no character changed."""
    folder = write(tmp_path, a_txt=words)

    assert readers.read(folder / "a.txt").text == words


def test_unknown_stays_unknown() -> None:
    """A text that tells nothing of itself has no title, date, author, publisher or address."""
    words = "The envoys met on Monday. They spoke about trade, he said.\n\nNothing else was told.\n"

    assert told(words) == Article("a.txt", words)


def test_leading_date() -> None:
    """The date at the head of a text is its day of publication, with its place."""
    article = told(" date 2025-04-03 Support us. The envoys met.\n")

    assert article.published == dt.date(2025, 4, 3)
    assert article.origins == (Origin("published", "leading date", Span(6, 16)),)


def test_leading_date_that_is_none() -> None:
    """A date at the head that no calendar has is an error which names file and date."""
    with pytest.raises(SourceError, match=r"a\.txt: expected a date .* found '2025-02-30'"):
        told(" date 2025-02-30 The envoys met.\n")


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("They met.\n\nhttps://post.example/a?b=1\n\n", Span(11, 37)),
        ("https://post.example/a?b=1\n\nThey met.", Span(0, 26)),
    ],
    ids=["trailing", "leading"],
)
def test_address_line(words: str, span: Span) -> None:
    """An address on a line of its own at the head or the end is the article's."""
    article = told(words)

    assert article.url == "https://post.example/a?b=1"
    assert [origin.span for origin in article.origins] == [span]


def test_trailing_address_goes_first() -> None:
    """Where both ends hold an address, the one at the end is taken."""
    assert told("https://a.example/\n\nThey met.\n\nhttps://b.example/").url == "https://b.example/"


@pytest.mark.parametrize(
    "words",
    ["They met. See https://post.example/a\n", "They met.\n\nhttps://a.example/\n\nThey parted.\n"],
    ids=["inside a line", "between paragraphs"],
)
def test_address_elsewhere_is_not_the_articles(words: str) -> None:
    """An address within a text is not taken for the article's own."""
    assert told(words).url is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("by Anna Holm", "Anna Holm"),
        ("By Jean-Luc O’Neill", "Jean-Luc O’Neill"),
        ("by Rudolf von Hentzau", "Rudolf von Hentzau"),
        ("by Monday evening", None),
        ("by the royal press office", None),
        ("by Anna", None),
        ("Photo by Anna Holm", None),
        ("by Anna Holm, who covers the court", None),
    ],
)
def test_byline(line: str, author: str | None) -> None:
    """A line that says "by" and a name tells the author; other lines with "by" do not."""
    assert told(f"Envoys meet\n\n{line}\n\nThey spoke about trade.\n").author == author


def test_byline_offsets() -> None:
    """The byline's name is cited exactly."""
    article = told("Envoys meet\n\nby Anna Holm\n")

    assert Origin("author", "byline", Span(16, 25)) in article.origins


def test_byline_far_down_is_none() -> None:
    """A name after "by" far down in the text is no byline."""
    assert told("One.\nTwo.\nThree.\nFour.\nFive.\nby Anna Holm\n").author is None


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Envoys meet in Strelsau\n\nThey met.", "Envoys meet in Strelsau"),
        ("Envoys meet\r\n\r\nThey met.", "Envoys meet"),
        ("\ufeff\n  Envoys meet \n\nThey met.", "Envoys meet"),
        ("Will they meet?\nby Anna Holm\nThey may.", "Will they meet?"),
        ("https://a.example/\n\nEnvoys meet\n\nThey met.", "Envoys meet"),
        ("They met.\n\nThey parted.", None),
        ("They said ‘we met.’\n\nThey parted.", None),
        ("Envoys of both courts met on\nMonday and parted.", None),
        ("https://a.example/\n\nThey met.", None),
        (" date 2025-04-03 Rely on us\n\nThey met.", None),
        ("Long " * 50 + "line\n\nThey met.", None),
        ("Envoys meet", None),
    ],
    ids=[
        "line", "carriage returns", "mark and space", "before byline", "after address",
        "sentence", "quoted sentence", "wrapped", "address", "dated head", "paragraph", "nothing after",
    ],
)  # fmt: skip
def test_title(words: str, title: str | None) -> None:
    """The first line is the title where it stands alone and is no sentence."""
    assert told(words).title == title


@pytest.mark.parametrize(
    ("words", "published", "publisher"),
    [
        ("STRELSAU, May 6, 2024 (RNA) — The envoys met.", dt.date(2024, 5, 6), "RNA"),
        ("Envoys meet\n\nSTRELSAU, Sept. 6, 2024 -- They met.", dt.date(2024, 9, 6), None),
        ("STRELSAU, May 6 (RNA) — The envoys met.", None, "RNA"),
        ("STRELSAU (Royal News) - The envoys met.", None, "Royal News"),
        ("STRELSAU, May 36, 2024 — The envoys met.", None, None),
        ("Strelsau: the envoys met on May 6, 2024 — at last.", None, None),
        ("The court (RNA) — and the envoys — met.", None, None),
    ],
)
def test_dateline(words: str, published: dt.date | None, publisher: str | None) -> None:
    """A wire report's opening tells agency and day; without the year the day stays unknown."""
    article = told(words)

    assert (article.published, article.publisher) == (published, publisher)


def test_dateline_offsets() -> None:
    """Day and agency of a dateline are cited exactly."""
    words = "STRELSAU, May 6, 2024 (RNA) — The envoys met."
    spans = {o.field: o.span for o in told(words).origins}

    assert spans == {"publisher": Span(23, 26), "published": Span(10, 21)}


def test_description_goes_first(tmp_path: Path) -> None:
    """The `.toml` beside an article goes before what the article tells; the rest is kept."""
    folder = write(
        tmp_path,
        a_txt=" date 2025-04-03 They met.\n\nhttps://a.example/\n",
        a_toml='published = 2025-04-04\npublisher = "RNA"\nlicence = "CC BY 4.0"\n',
    )
    article = readers.read(folder / "a.txt")

    assert (article.published, article.publisher) == (dt.date(2025, 4, 4), "RNA")
    assert (article.licence, article.url) == ("CC BY 4.0", "https://a.example/")
    assert article.origins == (
        Origin("publisher", "a.toml: publisher"),
        Origin("published", "a.toml: published"),
        Origin("licence", "a.toml: licence"),
        Origin("url", "trailing URL", Span(28, 46)),
    )


def test_date_as_text(tmp_path: Path) -> None:
    """A day of publication may be written as text in ISO 8601."""
    folder = write(tmp_path, a_txt="They met.", a_toml='published = "2025-04-04"')

    assert readers.read(folder / "a.txt").published == dt.date(2025, 4, 4)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("title = \n", r"a\.toml: expected TOML, found: .*line 1"),
        ("title = 'x'\npublished = 2025-13-01", r"a\.toml: expected TOML, found: .*line 2"),
        ("published = 'soon'", r"a\.toml: published: expected a date such as 2025-04-03, found 'soon'"),
        ("published = 2025-04-03T10:00:00", r"a\.toml: published: expected a date .* found '2025-04-03 10"),
        ("title = 3", r"a\.toml: title: expected text, found 3"),
        ("title = ' '", r"a\.toml: title: expected text, found ' '"),
        ("titel = 'x'", r"a\.toml: expected only title, url, .* found titel"),
        (b"title = '\xff'", r"a\.toml: expected UTF-8, found byte 9"),
    ],
)
def test_broken_description(tmp_path: Path, content: str | bytes, message: str) -> None:
    """A `.toml` that cannot be used is an error which says where and what."""
    folder = write(tmp_path, a_txt="They met.", a_toml=content)

    with pytest.raises(SourceError, match=message):
        readers.read(folder / "a.txt")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"They met\xff.", r"a\.txt: expected UTF-8, found byte 0xff at offset 8"),
        ("They met.".encode("utf-16"), r"a\.txt: expected UTF-8, found byte 0xff at offset 0"),
        (b"", r"a\.txt: expected text, found none"),
        (b"\xef\xbb\xbf \r\n\t", r"a\.txt: expected text, found none"),
        (b"They\x00met.", r"a\.txt: expected text, found control character U\+0000 at 4"),
        ("They\x85met.".encode(), r"a\.txt: expected text, found control character U\+0085 at 4"),
    ],
    ids=["latin", "utf-16", "empty", "blank", "nul", "control"],
)
def test_broken_text(tmp_path: Path, content: bytes, message: str) -> None:
    """A text that cannot be read is an error which names the file and what was found."""
    folder = write(tmp_path, a_txt=content)

    with pytest.raises(SourceError, match=message):
        readers.read(folder / "a.txt")


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


def test_files_of_a_folder(tmp_path: Path) -> None:
    """A folder's articles are its texts and pages by name; ledger, descriptions and hidden files are none."""
    write(tmp_path, b_txt="b", a_html="a", b_toml="", identities_tsv="", _hidden="")
    (tmp_path / "more").mkdir()

    assert readers.files([tmp_path]) == (tmp_path / "a.html", tmp_path / "b.txt")


def test_files_given_twice(tmp_path: Path) -> None:
    """A file that is given by itself and by its folder is taken once."""
    write(tmp_path, a_txt="a")

    assert readers.files([tmp_path, tmp_path / "a.txt"]) == (tmp_path / "a.txt",)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (
            ["a.txt", "a.html"],
            r"a\.txt: expected a name of its own, found that .*a\.html has",
        ),
        (["a_b.txt", "A b.txt"], r"a_b\.txt: expected a name of its own, .*A b\.txt"),
        (["a.toml"], r"a\.toml: expected an article beside it \(such as a\.txt\), found none"),
        (["a.doc"], r"a\.doc: expected a file ending in \.html, \.htm, \.txt, found \.doc"),
        (["a"], r"a: expected a file ending in .*, found no ending"),
    ],
)
def test_files_that_cannot_be_taken(tmp_path: Path, names: list[str], message: str) -> None:
    """A folder with a file that no reader takes, or that is ambiguous, is an error which names it."""
    for name in names:
        (tmp_path / name).touch()

    with pytest.raises(SourceError, match=message):
        readers.files([tmp_path])


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """A path where nothing lies is an error which names it."""
    with pytest.raises(SourceError, match=r"nowhere: expected a file or a folder, found nothing"):
        readers.files([tmp_path / "nowhere"])


def test_file_that_vanished(tmp_path: Path) -> None:
    """A file that cannot be opened is an error which names it."""
    with pytest.raises(SourceError, match=r"gone\.txt: expected a file that can be read, found: No"):
        readers.read(tmp_path / "gone.txt")
