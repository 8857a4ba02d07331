"""A text tells its title, author, publisher, day and address; what it does not tell stays unknown."""

import datetime as dt

import pytest

from kg.errors import SourceError
from kg.model import Article, Origin, Span
from kg.readers import text


def told(words: str) -> Article:
    """Read a text that stands alone."""
    return text.read("a.txt", words.encode())


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
