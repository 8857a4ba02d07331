"""The table of issues: its keys, its words, and what they tell of a topic."""

import pytest

from kg.registry.issues import COLUMNS, FILE, issues
from kg.registry.tables import rows
from kg.registry.topics import topic_keys, topic_names

TOLD = {
    "a name": ("cooperation in the field of natural gas", ["gas"]),
    "several names": ("trade and energy cooperation", ["trade", "energy"]),
    "the longest name": ("the fight against terrorism", ["terrorism"]),
    "words": ("the avoidance of double taxation", ["finance"]),
    "names before words": ("customs and free trade", ["free-trade"]),
    "letter case": ("Customs Services", ["trade"]),
    "nothing": ("spoons and forks", []),
    "empty": ("", []),
}


@pytest.mark.parametrize(("words", "keys"), TOLD.values(), ids=TOLD)
def test_issues(words: str, keys: list[str]) -> None:
    """Names of known topics tell first, of those that overlap the longest; else single words."""
    assert [key for key, _ in issues(words)] == keys


def test_table_that_tells() -> None:
    """Each issue names the table whose row tells it."""
    assert issues("natural gas supply") == (("gas", "topics.tsv"),)
    assert issues("customs") == (("trade", "issues.tsv"),)


def test_keys_are_topics_and_words_stand_once() -> None:
    """Every key is a row of the topics; no word stands under two; none is a name of a topic."""
    found = rows(FILE, COLUMNS)
    words = [word for row in found for word in row.many("words")]

    assert {row.need("key") for row in found} <= set(topic_keys())
    assert len(words) == len(set(words))
    assert [word for word in words if word != word.casefold()] == []
    assert [word for word in words if topic_names().get(word)] == []


def test_scheme_is_small() -> None:
    """The widest issues are few, and every topic leads to one of them."""
    top = [topic.key for topic in topic_keys().values() if topic.broader is None]

    assert 15 <= len(top) <= 25
    assert [t.key for t in topic_keys().values() if t.broader and t.broader not in topic_keys()] == []
