"""The text of an article, cut at the borders of its passages."""

import re

import pytest
from flask.testing import FlaskClient

from kg.web.article import Note, Range, mark

TEXT = "One two.\n\nThree four. Five."


def between(start: int, end: int, number: int = 1) -> Range:
    """Return a passage of no content."""
    return Range(start, end, Note(number, f"p-{start}-{end}", f"/passage/a/{start}-{end}", (), ()))


def pieces(*ranges: Range) -> list[list[tuple[str, int]]]:
    """Return the words of each piece and in how many passages it lies, paragraph by paragraph."""
    return [[(piece.words, piece.depth) for piece in p.pieces] for p in mark(TEXT, ranges).paragraphs]


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
    found = mark(TEXT, (inner, outer)).paragraphs[1]

    assert found.pieces[0].opens == (inner.note, outer.note)
    assert [piece.closes for piece in found.pieces] == [(inner.note,), (outer.note,)]


def test_passage_over_two_paragraphs_is_noted_at_the_first() -> None:
    """The note stands where the passage begins; it closes where it ends."""
    long = between(4, 15)
    first, second = mark(TEXT, (long,)).paragraphs

    assert (first.notes, second.notes) == ((long.note,), ())
    assert [piece.depth for piece in second.pieces] == [1, 0]
    assert second.pieces[0].closes == (long.note,)


def test_pieces_together_are_the_text() -> None:
    """Nothing is lost or added by marking."""
    found = pieces(between(0, 8), between(4, 15), between(12, 27))

    assert ["".join(words for words, _ in p) for p in found] == ["One two.", "Three four. Five."]


def test_characters_beyond_the_basic_plane_count_once() -> None:
    """Offsets are code points."""
    assert [p.words for p in mark("🕊 peace", (between(2, 7),)).paragraphs[0].pieces] == ["🕊 ", "peace"]


@pytest.mark.parametrize(("ranges", "share"), [((), 0), ((between(0, 8),), 32), ((between(0, 27),), 100)])
def test_share_tells_how_much_is_cited(ranges: tuple[Range, ...], share: int) -> None:
    """It counts letters of paragraphs."""
    assert mark(TEXT, ranges).share == share


def test_text_that_is_not_kept_has_no_paragraphs() -> None:
    """An article without a text is shown without one."""
    assert mark("", ()).paragraphs == ()
    assert mark("", ()).share == 0


def test_page_shows_the_text_as_published(client: FlaskClient) -> None:
    """The page holds every word of the article, in order, and marks what is cited."""
    shown = client.get("/article/harbour-post.html").get_data(as_text=True)
    plain = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", shown)

    assert "She announced that President Ilya Renn would visit Belmark in April." in plain
    assert "The winter was mild." in plain
    assert re.search(r"<mark[^>]*>Hours later Northern Wire deleted it\.", shown)


def test_every_passage_has_its_place_and_its_note(client: FlaskClient) -> None:
    """The number in the text leads to the note and back."""
    shown = client.get("/article/harbour-post.html").get_data(as_text=True)
    places = re.findall(r'class="number" href="#(p-\d+-\d+)"', shown)
    notes = re.findall(r'<sup><a href="#(n-\d+)"', shown)

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
