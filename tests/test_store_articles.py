"""The texts of articles beside the store, to the code point."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.store import articles
from kg.store.articles import Sentence


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_text_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    """No character changes on its way to the disk and back, nor any end of a line."""
    articles.keep(tmp_path, "a.txt", text)

    assert articles.read(tmp_path, "a.txt") == text


def test_saved_page_is_kept_as_text(tmp_path: Path) -> None:
    """What lies there is the text that was read, under the name of the file and `.txt`."""
    articles.keep(tmp_path, "a.html", "They met.")

    assert (tmp_path / "articles" / "a.html.txt").read_text() == "They met."


def test_text_that_is_not_kept(tmp_path: Path) -> None:
    """A build without the text has none."""
    assert articles.read(tmp_path, "a.txt") is None


@pytest.mark.parametrize("name", ["", "..", "../a.txt", "/etc/passwd", "a/b.txt", "a/.."])
def test_name_that_leads_elsewhere(tmp_path: Path, name: str) -> None:
    """Only a plain name is looked up or written."""
    with pytest.raises(StoreError, match="expected the name of a file"):
        articles.read(tmp_path, name)
    with pytest.raises(StoreError, match="expected the name of a file"):
        articles.keep(tmp_path, name, "x")

    assert list(tmp_path.rglob("*.txt")) == []


def test_text_that_is_broken(tmp_path: Path) -> None:
    """Bytes that are no text are an error that names the file."""
    articles.keep(tmp_path, "a.txt", "")
    (tmp_path / "articles" / "a.txt.txt").write_bytes(b"\xff")

    with pytest.raises(StoreError, match=r"a\.txt\.txt: expected the text of an article in UTF-8"):
        articles.read(tmp_path, "a.txt")


def test_sentences_come_back_as_they_were(tmp_path: Path) -> None:
    """What became of each stands beside the text, under the name of the file and `.tsv`."""
    told = (Sentence(0, 9, "found"), Sentence(10, 20, "no words"))
    articles.keep_sentences(tmp_path, "a.html", told)

    assert articles.sentences(tmp_path, "a.html") == told
    assert (tmp_path / "articles" / "a.html.tsv").read_text() == "0\t9\tfound\n10\t20\tno words\n"


def test_sentences_that_are_not_told(tmp_path: Path) -> None:
    """A build of old tells nothing of them."""
    assert articles.sentences(tmp_path, "a.txt") == ()
