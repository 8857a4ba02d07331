"""An article is read whole: its words, sentences, actors, offices and topics, at exact offsets."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reads import read, worded

from kg.model import Article
from kg.readers import read as read_file
from kg.text import reader

SEEDS = sorted((Path(__file__).parent.parent / "sources").glob("*.txt"))


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem, scope="module")
def article(request: pytest.FixtureRequest) -> Article:
    """Return each article of the project in turn."""
    path: Path = request.param
    return read_file(path)


def test_words_make_up_the_text(article: Article) -> None:
    """The parsed text is as long as the article, and each token stands at its offset."""
    reading = reader.read(article)

    assert len(reading.doc.text) == len(article.text)
    assert all(reading.doc.text[t.idx : t.idx + len(t)] == t.text for t in reading.doc)


def test_names_stand_at_their_offsets(article: Article) -> None:
    """Each form of a name is what stands in the article at its range, but for line breaks."""
    reading = reader.read(article)

    for actor in reading.actors:
        for form, span in actor.names:
            assert " ".join(article.text[span.start : span.end].split()) == form


def test_titles_stand_at_their_offsets(article: Article) -> None:
    """The last word of each title stands in the article at its range, or what points to it."""
    reading = reader.read(article)

    for office in reading.offices:
        words = article.text[office.span.start : office.span.end]
        assert office.title.split()[-1] in words or words == "counterpart"


def test_reading_is_repeated(article: Article) -> None:
    """The same article is read the same way twice."""
    first, second = reader.read(article), reader.read(article)

    assert (first.mentions, first.actors, first.offices, first.sentences) == (
        second.mentions,
        second.actors,
        second.offices,
        second.sentences,
    )


def test_sentences_hold_their_tokens() -> None:
    """A sentence's tokens are those between its offsets."""
    reading = read("Weber left. Smith slept.")

    actual = [reading.doc[s.start : s.end].text for s in reading.sentences]

    assert actual == ["Weber left.", "Smith slept."]


def test_unread_parts_yield_nothing() -> None:
    """A credit yields no sentence and no mention; the caption before it does."""
    reading = read("Ada Weber leaves Rome. Photo: John Smith/Reuters\n\nWeber left.")

    assert [reading.article.text[s.span.start : s.span.end] for s in reading.sentences] == [
        "Ada Weber leaves Rome.",
        "Weber left.",
    ]
    assert "John Smith" not in [worded(reading, m) for m in reading.mentions]


def test_topics_are_found() -> None:
    """Topics of the registry are found with the words that name them."""
    reading = read("They spoke of the Belt and Road Initiative.")

    actual = [(n.registry, reading.article.text[s.start : s.end]) for n, s in reading.topics]

    assert actual == [("belt-and-road", "Belt and Road Initiative")]


def test_empty_text_is_read() -> None:
    """A text without words has no sentence and nobody in it."""
    reading = read(" ")

    assert (reading.sentences, reading.mentions, reading.actors) == ((), (), ())


@settings(max_examples=30, deadline=None)  # each example is parsed, which takes some milliseconds
@given(st.text(alphabet="AW ebr.’‘“”\"'()\n-,", max_size=50))
def test_any_text_is_read(text: str) -> None:
    """Whatever the marks and spaces, a text is read, and its words make it up."""
    reading = read(text)

    assert len(reading.doc.text) == len(text)
    assert all(text[s.span.start : s.span.end].strip() for s in reading.sentences)
