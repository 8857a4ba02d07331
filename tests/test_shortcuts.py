"""Short links: named by their content, bounded, and written whole."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import FullError, LimitError, NotFoundError, StoreError
from kg.store import shortcuts
from kg.store.shortcuts import LONGEST, Shortcut, Shortcuts

LINK = Shortcut("ASK {}\n", "0123456789abcdef", "2026-01-02", "2026-03-04")


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    """A link is found by its id, also by another process; its file holds all of it."""
    Shortcuts(tmp_path / "links", 5).keep(LINK)

    assert Shortcuts(tmp_path / "links", 5).read(LINK.id) == LINK
    assert json.loads((tmp_path / "links" / LINK.id).read_text())["query"] == "ASK {}\n"


def test_id_is_made_from_query_and_build() -> None:
    """The same query and build have one id, whenever the link was made; else another."""
    others = [
        replace(LINK, made="2027-01-01"),
        replace(LINK, query="ASK { }\n"),
        replace(LINK, build="f" * 16),
    ]

    assert LINK.id == "62qchc2mhwxip74p"
    assert [other.id == LINK.id for other in others] == [True, False, False]


def test_a_link_never_changes(tmp_path: Path) -> None:
    """Who makes a link again finds the first one."""
    links = Shortcuts(tmp_path, 5)
    links.keep(LINK)
    links.keep(replace(LINK, made="2027-01-01"))

    assert links.read(LINK.id) == LINK


@pytest.mark.parametrize("name", ["a" * 16, "", "..", ".lock", "../current", "A" * 16, "a" * 15 + "/"])
def test_links_that_are_none(tmp_path: Path, name: str) -> None:
    """What was not made is not found; no name leads to another file."""
    links = Shortcuts(tmp_path, 5)
    links.keep(LINK)

    with pytest.raises(NotFoundError, match="expected a short link"):
        links.read(name)


def test_no_more_than_may_be(tmp_path: Path) -> None:
    """However many threads make links at once, only so many are kept; the others are told that it is full."""
    links = Shortcuts(tmp_path, 3)
    told: list[str] = []

    def make(number: int) -> None:
        try:
            links.keep(replace(LINK, query=f"ASK {{ {number} }}"))
        except FullError as error:
            told.append(str(error))

    threads = [threading.Thread(target=make, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len([path for path in tmp_path.iterdir() if not path.name.startswith(".")]) == 3
    assert told == ["no more than 3 short links are kept here: share the query itself"] * 5


def test_what_is_there_is_found_when_it_is_full(tmp_path: Path) -> None:
    """A link that stands already is no new one."""
    links = Shortcuts(tmp_path, 1)
    links.keep(LINK)
    links.keep(LINK)

    assert links.has(LINK)


def test_a_query_that_is_too_long(tmp_path: Path) -> None:
    """Such a query has no link."""
    with pytest.raises(LimitError, match="at most 10000 characters") as told:
        Shortcuts(tmp_path, 5).keep(replace(LINK, query="#" * (LONGEST + 1)))

    assert told.value.members == {"limit": "characters", "value": LONGEST}


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """What cannot be kept is an error that names the folder."""
    (tmp_path / "links").write_text("")

    with pytest.raises(StoreError, match="links: expected a folder"):
        Shortcuts(tmp_path / "links", 5).keep(LINK)


def test_line_ends_of_browsers_make_no_difference() -> None:
    """A form sends the lines of a query with other ends than a program does."""
    assert shortcuts.plain("ASK\r\n{}\r\n\r\n") == shortcuts.plain("\nASK\n{}") == "ASK\n{}\n"


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("# title: Who met whom\nSELECT * {}", "Who met whom"),
        ("#title:Who\nSELECT * {}", "Who"),
        ("# a note\nPREFIX a: <b>\nprefix c: <d>\n\nSELECT ?a\n  { ?a c:d 1 }", "SELECT ?a { ?a c:d 1 }"),
        ("SELECT " + "?x" * 60, "SELECT " + "?x" * 26 + "…"),
        ("# title: " + "x" * 300, "x" * 120),
        ("", ""),
    ],
    ids=["told", "told closely", "first words", "many words", "a long title", "nothing"],
)
def test_title(query: str, title: str) -> None:
    """A query is called as its first line tells, else by its first words; neither is long."""
    assert shortcuts.title(query) == title
