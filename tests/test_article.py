"""The text of an article, cut at the borders of its passages and of the sentences that were left out."""

import re

import pytest
from flask.testing import FlaskClient
from lxml import html

from kg.store.articles import Sentence
from kg.web.article import mark
from kg.web.finds import Found, Note, Range
from kg.web.parts import Part
from kg.web.values import Value

TEXT = "One two.\n\nThree four. Five."


def between(start: int, end: int, number: int = 1, *groups: str) -> Range:
    """Return a passage in which a thing of each group was found."""
    found = tuple(Found("thing", group, Value(group), ()) for group in groups)
    return Range(start, end, Note(number, f"p-{start}-{end}", f"/passage/a/{start}-{end}", found))


def pieces(*ranges: Range) -> list[list[tuple[str, int]]]:
    """Return the words of each piece and in how many passages it lies, paragraph by paragraph."""
    return [[(piece.words, len(piece.within)) for piece in p.pieces] for p in mark(TEXT, ranges)]


def test_text_without_passages_is_cut_at_its_lines() -> None:
    """Empty lines are no paragraphs."""
    assert pieces() == [[("One two.", 0)], [("Three four. Five.", 0)]]


def test_passage_is_cut_out() -> None:
    """The words between the offsets are one piece."""
    assert pieces(between(4, 7)) == [[("One ", 0), ("two", 1), (".", 0)], [("Three four. Five.", 0)]]


def test_passages_that_overlap_are_cut_at_each_border() -> None:
    """Words that lie in two passages are a piece of their own."""
    found = pieces(between(10, 21, 1), between(16, 27, 2))

    assert found[1] == [("Three ", 1), ("four.", 2), (" Five.", 1)]


def test_passage_within_another_opens_and_closes_there() -> None:
    """Each passage begins in one piece and ends in one."""
    outer, inner = between(10, 27, 1), between(10, 15, 2)
    found = mark(TEXT, (inner, outer))[1]

    assert found.pieces[0].opens == (inner.note, outer.note)
    assert [piece.closes for piece in found.pieces] == [(inner.note,), (outer.note,)]


def test_passage_over_two_paragraphs_is_noted_at_the_first() -> None:
    """The note stands where the passage begins; it closes where it ends."""
    long = between(4, 15)
    first, second = mark(TEXT, (long,))

    assert (first.notes, second.notes) == ((long.note,), ())
    assert [len(piece.within) for piece in second.pieces] == [1, 0]
    assert second.pieces[0].closes == (long.note,)


def test_pieces_together_are_the_text() -> None:
    """Nothing is lost or added by marking."""
    found = pieces(between(0, 8), between(4, 15), between(12, 27))

    assert ["".join(words for words, _ in p) for p in found] == ["One two.", "Three four. Five."]


def test_characters_beyond_the_basic_plane_count_once() -> None:
    """Offsets are code points."""
    assert [p.words for p in mark("🕊 peace", (between(2, 7),))[0].pieces] == ["🕊 ", "peace"]


def test_mark_bears_the_names_of_what_was_found() -> None:
    """The groups of all passages that it lies in, in the order of the page, and whether these are several."""
    found = mark(TEXT, (between(10, 21, 1, "names", "events"), between(16, 27, 2, "statements")))[1]

    assert [piece.names for piece in found.pieces] == [
        "events names",
        "events statements names again",
        "statements",
    ]


def test_sentences_that_were_left_out_are_told() -> None:
    """A sentence without a find and one left unread are pieces; why is told once for the paragraph."""
    sentences = (Sentence(0, 8, "byline"), Sentence(10, 21, "found"), Sentence(22, 27, "nothing"))
    first, second = mark(TEXT, (between(10, 21),), sentences)

    assert [(p.words, p.told) for p in first.pieces] == [("One two.", "unread")]
    assert first.unread == ("byline",)
    assert [(p.words, p.told) for p in second.pieces] == [
        ("Three four.", ""),
        (" ", ""),
        ("Five.", "nothing"),
    ]
    assert second.unread == ()


def test_part_of_a_text_is_marked_alone() -> None:
    """Only the paragraphs within the part are shown, by offsets of the whole."""
    found = mark(TEXT, (between(22, 27),), (), Part(2, 2, 10, 27, 0, None))

    assert [[piece.words for piece in p.pieces] for p in found] == [["Three four. ", "Five."]]


def test_text_that_is_not_kept_has_no_paragraphs() -> None:
    """An article without a text is shown without one."""
    assert mark("", ()) == ()


def test_page_shows_the_text_as_published(client: FlaskClient) -> None:
    """The page holds every word of the article, in order, and marks what is cited."""
    shown = client.get("/article/harbour-post.html").get_data(as_text=True)
    plain = re.sub(r"<sup[ >].*?</sup>|<[^>]+>", "", shown)

    assert "She announced that President Ilya Renn would visit Belmark in April." in plain
    assert "The winter was mild." in plain
    assert re.search(r"<mark[^>]*>Hours later Northern Wire deleted it\.", shown)


def test_every_passage_has_its_place_and_its_note(client: FlaskClient) -> None:
    """The number in the text leads to the note and back."""
    shown = client.get("/article/harbour-post.html").get_data(as_text=True)
    places = re.findall(r'class="number" href="#(p-\d+-\d+)"', shown)
    notes = re.findall(r'<sup class="[a-z ]+"><a href="#(n-\d+)"', shown)

    assert len(places) == 7
    assert [place for place in places if shown.count(f'id="{place}"') != 1] == []
    assert [note for note in notes if shown.count(f'id="{note}"') != 1] == []


def test_note_tells_what_was_found(client: FlaskClient) -> None:
    """Records stand with their kind and how sure they are, then what is named."""
    shown = client.get("/article/harbour-post.html").get_data(as_text=True)
    note = shown.partition('id="n-5"')[2].partition("</li>")[0]

    assert "Jonas Keller: a naval base on the Strait of Sorrow" in note
    assert "only on Northern Wire’s word" in note
    assert "denied by Tova Lind" in note
    assert ">The strait</a>" in note


def test_text_of_a_saved_page_is_the_kept_one(client: FlaskClient) -> None:
    """The article's file is HTML; its text is what the offsets count on."""
    shown = client.get("/article/ardenia-today.html").get_data(as_text=True)

    assert re.search(r"<mark[^>]*>Ardenia will open a consulate in Lindholm\.", shown)


def source(client: FlaskClient, address: str) -> html.HtmlElement:
    """Return the section of an article's page that shows its text."""
    page = html.document_fromstring(client.get(address).get_data(as_text=True))
    (section,) = page.xpath("//section[contains(@class, 'source')]")
    return section


def test_page_tells_what_was_left_out(client: FlaskClient) -> None:
    """Sentences without a find stand apart, those left unread with the reason, and both are counted."""
    text = source(client, "/article/harbour-post.html")
    (coverage,) = text.xpath("./p[@class='coverage']")

    assert " ".join(coverage.text_content().split()) == (
        "Of 8 sentences read, 2 tell nothing that was found; they stand in grey. "
        "Left unread, in italics: byline 1. What is read"
    )
    assert text.xpath(".//div/p/span[@class='nothing']/text()") == [
        "Ardenia and Belmark talk about the strait",
        "The winter was mild.",
    ]
    assert text.xpath(".//div/p/span[@class='unread']/text()") == ["By Nora Quist"]
    assert text.xpath(".//*[@class='margin']/p/text()") == ["Left unread: byline"]


@pytest.mark.parametrize(
    ("wanted", "shown", "current"),
    [
        ("", None, "everything"),
        ("?show=statements", "statements", "statements 5"),
        ("?show=nonsense", None, "everything"),
        ("?at=12&show=events", "events", "events 3"),
        ("?at=999999999999&show=names", "names", "names 4"),
    ],
)
def test_page_shows_one_group_of_finds(
    client: FlaskClient, wanted: str, shown: str | None, current: str
) -> None:
    """The address says which; all marks and notes stay, for the style sheet to choose."""
    text = source(client, f"/article/harbour-post.html{wanted}")
    (chosen,) = text.xpath(".//nav[@class='kinds']//a[@aria-current]")

    assert text.get("data-show") == shown
    assert chosen.text_content() == current
    assert len(text.xpath(".//*[@class='margin']//li")) == 7


def test_page_tells_where_the_article_is_kept_and_how_to_cite_it(client: FlaskClient) -> None:
    """Author, title, outlet, day, address; copies of that day; the sum of the file."""
    shown = client.get("/article/harbour-post.html").get_data(as_text=True)

    assert (
        "Nora Quist. “Ardenia and Belmark talk about the strait”. Harbour Post, 2031-03-05. "
        "https://harbour-post.example/strait<" in shown
    )
    assert 'href="https://web.archive.org/web/20310305*/https://harbour-post.example/strait"' in shown
