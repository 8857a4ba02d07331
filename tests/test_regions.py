"""Parts of a page that tell no news are seen, whole and at their offsets; others are kept."""

from itertools import pairwise

import pytest

from kg.model import Article, Span
from kg.text.regions import unread


def parts(text: str, author: str | None = None) -> list[tuple[str, str]]:
    """Return kind and words of each part that is not read."""
    return [(kind, text[s.start : s.end]) for kind, s in unread(Article("a.txt", text, author=author))]


FOUND = {
    "address": ("Weber left.\nhttps://example.org/1", ("address", "https://example.org/1")),
    "stamp": ("date 2025-04-03 Weber left.", ("stamp", "date 2025-04-03")),
    "credit behind a caption": ("Weber in Rome. Photo: Smith/Reuters", ("credit", "Photo: Smith/Reuters")),
    "credit in brackets": ("Weber in Rome (Photo: Smith).", ("credit", "Photo: Smith).")),
    "copyright": ("© 2025 Example News", ("credit", "© 2025 Example News")),
    "byline": ("By Ada Weber\nSmith left.", ("byline", "By Ada Weber")),
    "share line": ("Share on Facebook\nWeber left.", ("share", "Share on Facebook")),
    "related": ("Read more: Weber stays\nWeber left.", ("share", "Read more: Weber stays")),
    "advertising": ("Subscribe to our letter today\nWeber left.", ("share", "Subscribe to our letter today")),
    "biography": (
        "Ada Weber is a journalist based in Rome.",
        ("biography", "Ada Weber is a journalist based in Rome."),
    ),
    "contact": ("Contact: press@example.org", ("contact", "Contact: press@example.org")),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND.keys())
def test_parts_are_found(text: str, expected: tuple[str, str]) -> None:
    """Addresses, credits, bylines, share lines, advertising and biographies are not read."""
    actual = parts(text)

    assert expected in actual


KEPT = {
    "news": "Weber left Rome on Monday.",
    "photo in a sentence": "The photo shows Weber.",
    "shared by officials": "Share prices rose, officials said.",
    "author in the news": "The journalist Ada Weber was freed.",
    "contact as a verb": "Contact between them ended.",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_news_is_kept(text: str) -> None:
    """A sentence that has one of those words is read."""
    actual = parts(text)

    assert actual == []


def test_author_is_not_read() -> None:
    """The line that holds the author's name, and what is then told of the author, are not read."""
    text = "Weber left.\n" * 9 + "Ada Okafor\nOkafor lives in Rome and likes fish."

    actual = parts(text, "Ada Okafor")

    assert actual == [("byline", "Ada Okafor"), ("biography", "Okafor lives in Rome and likes fish.")]


def test_author_who_acts_is_read() -> None:
    """An author's name in a sentence is news."""
    actual = parts("Ada Okafor left Rome.", "Ada Okafor")

    assert actual == []


def test_teasers_are_not_read() -> None:
    """Late in a text, a heading with one line right under it leads to another article."""
    news = "Weber left Rome.\n\n" * 8

    actual = parts(news + "Smith wins prize\nThe prize was given on Monday.\n\n")

    assert actual == [("teaser", "Smith wins prize\nThe prize was given on Monday.")]


def test_sections_are_read() -> None:
    """A heading early in a text is that of a section."""
    news = "Weber left Rome.\n\n" * 8

    actual = parts("Smith wins prize\nThe prize was given on Monday.\n\n" + news)

    assert actual == []


def test_parts_are_in_order_and_apart() -> None:
    """Parts are sorted by where they stand and share no letter."""
    text = "date 2025-04-03 By Ada Weber\nWeber left. Photo: Smith\nShare on Facebook\nhttps://example.org"
    spans = [span for _, span in unread(Article("a.txt", text))]

    assert spans[0] == Span(0, 15)
    assert all(one.end <= other.start for one, other in pairwise(spans))
