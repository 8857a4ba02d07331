"""Patterns of lines that tell no news are whole, and a broken one is named."""

import pytest

from kg.errors import RegistryError
from kg.registry import unread
from kg.registry.tables import Row, preface


def test_patterns_are_whole() -> None:
    """Each pattern has a kind and a scope."""
    actual = {each.scope for each in unread.patterns()}

    assert actual <= set(unread.SCOPES)
    assert all(each.kind for each in unread.patterns())


def test_patterns_match_no_empty_line() -> None:
    """No pattern takes an empty line."""
    actual = [each.kind for each in unread.patterns() if each.pattern.search("")]

    assert actual == []


def test_letter_case_tells_nothing() -> None:
    """Capitals and small letters are alike to a pattern."""
    actual = {each.kind for each in unread.patterns() if each.pattern.search("SHARE ON FACEBOOK")}

    assert actual == {"share"}


def test_table_is_told() -> None:
    """The head of the table says edition, licence and date."""
    actual = " ".join(preface(unread.FILE))

    assert all(word in actual for word in ("edition", "licence", "date"))


def test_broken_pattern_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that is no regular expression is an error that names file and line."""
    row = Row("unread.tsv", 7, ("(", "credit", "line"), unread.COLUMNS)
    monkeypatch.setattr(unread, "rows", lambda *_: (row,))
    with pytest.raises(RegistryError, match=r"unread\.tsv:7: expected a regular expression"):
        unread.patterns.__wrapped__()
