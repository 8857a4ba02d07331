"""Bodies of several states under one noun: each is meant, by the name that it has elsewhere."""

import pytest
from reads import read, worded

from kg.model import Node
from kg.text.reading import Reading
from kg.vocab import DIP


def who(reading: Reading, words: str) -> list[tuple[str, str]]:
    """Return class and key, without its prefix, of all whom the first mention of these words means."""
    nodes: list[Node] = [n for m in reading.mentions if worded(reading, m) == words for n in m.actors]
    return [(str(n.kind).rpartition("#")[2], n.key.partition(":")[2]) for n in nodes]


JOINED = "Russian and Syrian defense ministries"


def test_each_body_is_meant() -> None:
    """Two states before the plural of a body's noun mean two bodies; the registry knows one of them."""
    actual = who(read(f"The {JOINED} blamed the rebels."), JOINED)

    assert actual == [
        ("Organization", "russian-defence-ministry"),
        ("Organization", "Syrian defense ministry"),
    ]


def test_body_named_elsewhere() -> None:
    """A body that the text names by itself is the same one."""
    reading = read(f"The {JOINED} blamed the rebels. The Syrian Ministry of Defense gave no details.")
    named = who(reading, "Syrian Ministry of Defense")

    assert who(reading, JOINED)[1:] == named != []


@pytest.mark.parametrize(
    "words",
    ["Russian and Syrian officials", "Russian defense ministries", "Russian and Syrian companies"],
    ids=["people", "one state", "companies"],
)
def test_other_groups_stay_groups(words: str) -> None:
    """People and firms of two states are nobody who has a name."""
    kinds = {kind for kind, _ in who(read(f"The {words} blamed the rebels."), words)}

    assert "Organization" not in kinds


def test_body_speaks() -> None:
    """What the two say is said by both."""
    reading = read(f"The {JOINED} said that it rained.")
    verb = next(t for t in reading.doc if t.text == "said")
    subject = next(t for t in verb.children if t.dep_ == "nsubj")

    assert [n.kind for n in reading.who(subject)] == [DIP.Organization, DIP.Organization]
