"""What was considered and left out stands with its rule and its reason; what was kept does not."""

import pytest
from sayings import LIU, read

from kg import extract
from kg.model import Dropped, Span

UNREAL = "negated, wished for, asked or conditional"
EMPTY = "too few are found who take part"
PARTLESS = "no party, signatory or date is found, or nothing tells that it was made"
LEFT = {
    "negated meeting": ("Brazil did not meet Peru.", "meet", "event.meet", UNREAL),
    "meeting under a condition": ("If Brazil meets Peru, it may rain.", "meets", "event.meet", UNREAL),
    "talks of nobody": ("The talks were long.", "talks", "event.talks", EMPTY),
    "saying that is negated": (f"{LIU} did not say that it rained.", "say", "statement.say", UNREAL),
    "saying of nobody": ("It is said that it rained.", "said", "statement.say", "it is not found who speaks"),
    "agreement of nobody": ("A treaty is a fine thing.", "treaty", "agreement.instrument", PARTLESS),
    "office of no body": ("Minister Ada Weber slept.", "Minister", "tenure.title", None),
}


@pytest.mark.parametrize(("text", "word", "rule", "reason"), LEFT.values(), ids=LEFT.keys())
def test_what_is_left_out_has_its_reason(text: str, word: str, rule: str, reason: str | None) -> None:
    """The words that evoked it stand with the rule that considered them and why nothing is claimed."""
    start = text.index(word)
    found = {d.span: d for d in extract.dropped(read(text)) if d.rule == rule}
    expected = Dropped(Span(start, start + len(word)), rule, reason or "of no state or body that is told")

    assert found[expected.span] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Brazil met Peru.",
        "Peru said that it rained.",
        "Brazil and Peru signed a treaty. The treaty is a fine thing.",
        "It rained.",
    ],
)
def test_what_is_kept_is_not_left_out(text: str) -> None:
    """What became a record, and what evokes nothing, is not among it."""
    assert extract.dropped(read(text)) == ()


def test_order() -> None:
    """What was left out stands in the order of the text, each once."""
    text = "The talks were long. Brazil did not meet Peru."

    assert [text[d.span.start : d.span.end] for d in extract.dropped(read(text))] == ["talks", "meet"]
