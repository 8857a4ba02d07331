"""Lineage: which earlier agreement another replaces, amends or builds on."""

import pytest
from sayings import objects, read

from kg.extract import agreements
from kg.vocab import DIP

FOLLOWS = {
    "replaces": "The treaty between Norway and Kenya, signed in 1999, replaces the 1997 treaty.",
    "amending": "Norway and Kenya signed a protocol amending the 2010 tax agreement.",
    "builds on": "The pact of Norway with Kenya builds on the 2010 tax agreement.",
    "which extends": "Norway and Kenya signed a protocol, which extends the 2010 tax agreement.",
}


@pytest.mark.parametrize("text", FOLLOWS.values(), ids=FOLLOWS)
def test_follows(text: str) -> None:
    """The later agreement follows the earlier, which is one of its own; not the other way round."""
    later, before = agreements.records(read(text))

    assert list(objects(later, DIP.follows)) == [before.node]
    assert list(objects(before, DIP.follows)) == []


OTHERS = {
    "beside": "Norway and Kenya signed a protocol and praised the 2010 tax agreement.",
    "passive": "Norway and Kenya signed a protocol extended by the 2010 tax agreement.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_no_lineage(text: str) -> None:
    """Two agreements in one sentence are not for that later and earlier."""
    assert all(not list(objects(r, DIP.follows)) for r in agreements.records(read(text)))


def test_another_year_is_another_treaty() -> None:
    """A treaty of another year is another treaty, though nothing else tells them apart."""
    text = "Norway and Kenya signed a treaty in 1999. Norway and Kenya signed a treaty in 2004."

    assert len(agreements.records(read(text))) == 2
