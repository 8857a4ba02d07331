"""The fingerprint of a text: the same words leave the same marks."""

from reads import read

from kg.text import fingerprints

RELEASE = """Minister Ana Souza received Ambassador Jan Novak in Lisbon on Monday.

They discussed trade between the two countries and the coming session of the joint commission in May. The
minister said that the ports of both sides would gain from a direct line and thanked him.
The ambassador said his government looked forward to the visit of the president next year and new contracts.
"""


def shared(one: str, other: str) -> float:
    """Return which part of the marks of one text another has too."""
    left, right = set(fingerprints.sample(one)), set(fingerprints.sample(other))
    return len(left & right) / len(left)


def test_layout_leaves_no_mark() -> None:
    """Case, punctuation and line breaks do not count."""
    other = RELEASE.upper().replace("\n", " ").replace(",", " –")

    assert fingerprints.sample(other) == fingerprints.sample(RELEASE)


def test_marks_are_a_sorted_sample() -> None:
    """Marks are sorted, each once, and some of all runs only."""
    marks = fingerprints.sample(RELEASE)

    assert list(marks) == sorted(set(marks))
    assert 5 <= len(marks) <= len(RELEASE.split()) // 2


def test_part_shares_its_marks() -> None:
    """A text that stands in another has all its marks there, wherever it stands."""
    assert shared(RELEASE, f"The news of the day. {RELEASE} More tomorrow.") == 1.0


def test_other_words_share_none() -> None:
    """A text in words of its own shares no mark, though it tells the same."""
    other = "On Monday Souza, the foreign minister, had talks with Novak; commerce was their subject there."

    assert shared(other, RELEASE) == 0.0


def test_few_words_leave_none() -> None:
    """Fewer words than a run leave no mark."""
    assert fingerprints.sample("They met.") == ()


def test_unread_parts_leave_none() -> None:
    """What is left out of reading, an advertisement, leaves no mark."""
    plain = read("Minister Souza met Ambassador Novak in Lisbon on Monday and thanked him for all his work.")

    assert fingerprints.marks(plain) == fingerprints.sample(plain.article.text)
