"""Denials in the own voice of official texts."""

import pytest
from sayings import acts, names, objects, read

from kg.model import Node
from kg.vocab import DIP

OFFICIAL, PRESS = "U.S. Department of State", "The Strelsau Post"
SPREAD = "The Kremlin is spreading falsehoods that Ukraine is building a secret base."


def aimed(words: str, publisher: str) -> list[tuple[list[str], list[str]]]:
    """Return who denies, and whose words, for each denial in a text of a publisher."""
    reading = read(words, publisher)
    found = acts(reading)
    spoken = {r.node: names(reading, objects(r, DIP.speaker)) for r in found}
    return [
        (spoken[r.node], [n for o in objects(r, DIP.denies) if isinstance(o, Node) for n in spoken[o]])
        for r in found
        if r.node.kind == DIP.Denial
    ]


OWN = "The United States supports Ukraine."


def test_lies_that_are_spread_are_denied_by_who_publishes() -> None:
    """Who publishes that another spreads lies denies what that other tells."""
    assert aimed(f"{OWN} {SPREAD}", OFFICIAL) == [(["United States"], ["The Kremlin"])]


def test_claims_called_false_are_denied_by_who_publishes() -> None:
    """A verdict without a speaker is that of the publishing state."""
    assert aimed(f"{OWN} These claims are false.", OFFICIAL) == [(["United States"], [])]


NONE = {
    "a newspaper": (f"{OWN} {SPREAD}", PRESS),
    "plain narration": (f"{OWN} The Kremlin is spreading its influence.", OFFICIAL),
    "said by somebody": (f"{OWN} France said that Ukraine is developing farms.", OFFICIAL),
    "not named": ("Farms are false friends.", OFFICIAL),
}


@pytest.mark.parametrize(("words", "publisher"), NONE.values(), ids=NONE)
def test_nothing_is_denied(words: str, publisher: str) -> None:
    """A newspaper's own words deny nothing, nor does what an official text tells without a verdict."""
    assert aimed(words, publisher) == []


def test_what_is_spread_is_a_statement() -> None:
    """Who spreads lies says them: a statement of its own, whoever tells of it."""
    [record] = acts(read(SPREAD, PRESS))

    assert names(read(SPREAD, PRESS), objects(record, DIP.speaker)) == ["The Kremlin"]


FALSELY = {
    "claims": f"{OWN} Iran falsely claims that Peru attacked it.",
    "accused": f"{OWN} Iran has falsely accused Peru of an attack.",
}


@pytest.mark.parametrize("words", FALSELY.values(), ids=FALSELY)
def test_what_is_falsely_claimed_is_denied(words: str) -> None:
    """An adverb calls untrue what it tells of: in an official text by the state, elsewhere by nobody."""
    assert aimed(words, OFFICIAL) == [(["United States"], ["Iran"])]
    assert aimed(words, PRESS) == []


def test_who_tells_that_another_falsely_claims_denies() -> None:
    """Told by somebody, it is his denial, and no mere report."""
    words = "Iran has falsely accused Peru of an attack, Foreign Minister Juan Perez said."

    assert aimed(words, PRESS) == [(["Juan Perez"], ["Iran"])]


def test_lies_told_of_in_a_first_person_text() -> None:
    """A paragraph that speaks as "we" denies the lies it tells of, as statements of who spreads them."""
    text = f"Statement by Ned Price\n\n{SPREAD} We know this.\n\nWe stand with Ukraine."

    assert aimed(text, OFFICIAL) == [(["Ned Price"], ["The Kremlin"])]
