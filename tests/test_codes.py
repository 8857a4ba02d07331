"""Codes of event data for acts of saying."""

import pytest

from kg import text
from kg.extract import _codes, denials, statements
from kg.model import Article, Record, Span, Value
from kg.vocab import DIP

DISAPPROVE = ["CAMEO:111", "PLOVER mode:disapprove", "PLOVER:ACCUSE"]
FOUND = {
    "Minister Jonas Berg praised the plan.": ["CAMEO:051", "PLOVER:SUPPORT"],
    "Minister Jonas Berg voiced support for the plan.": ["CAMEO:051", "PLOVER:SUPPORT"],
    "Minister Jonas Berg condemned the attack.": DISAPPROVE,
    "Minister Jonas Berg voiced criticism of the plan.": DISAPPROVE,
    "Minister Jonas Berg accused Kenya of a plot.": ["CAMEO:112", "PLOVER mode:disapprove", "PLOVER:ACCUSE"],
    "Minister Jonas Berg demanded that Kenya withdraw.": ["CAMEO:100", "PLOVER:REQUEST"],
    "Minister Jonas Berg urged Kenya to withdraw.": ["CAMEO:020"],
    "Minister Jonas Berg called on Kenya to withdraw.": ["CAMEO:020"],
    "Minister Jonas Berg threatened to leave the talks.": ["CAMEO:130", "PLOVER:THREATEN"],
    "Minister Jonas Berg rejected the plan.": ["CAMEO:120", "PLOVER:REJECT"],
    "Minister Jonas Berg promised to join the talks.": ["CAMEO:030", "PLOVER:AGREE"],
    "Minister Jonas Berg apologised for the delay.": ["CAMEO:055", "PLOVER:SUPPORT"],
    "Minister Jonas Berg expressed condolences to Kenya.": ["CAMEO:018"],
    "Minister Jonas Berg denied any involvement in the plot.": ["CAMEO:016"],
}
PLAIN = (
    "Minister Jonas Berg said that the plan was good.",
    "Minister Jonas Berg denied that the plan was old.",
    "Minister Jonas Berg thanked Kenya for the plan.",
    "Minister Jonas Berg warned that the ice was thin.",
)


def records(words: str) -> tuple[Record, ...]:
    """Return the statements and denials of a text."""
    reading = text.read(Article("a.txt", words))
    return (*statements.records(reading), *denials.records(reading))


def told(words: str) -> list[str]:
    """Return the codes of the statements of a text, sorted."""
    claims = (c for r in records(words) for c in r.claims if c.predicate == DIP.code)
    return sorted(c.object.text for c in claims if isinstance(c.object, Value))


@pytest.mark.parametrize(("words", "expected"), FOUND.items(), ids=FOUND)
def test_found(words: str, expected: list[str]) -> None:
    """A saying has the codes of its verb, or of the noun that its verb governs."""
    assert told(words) == expected


@pytest.mark.parametrize("words", PLAIN)
def test_not_found(words: str) -> None:
    """Mere saying, the denial of a report, thanks and warnings have no code."""
    assert told(words) == []


def test_not_done() -> None:
    """What is told as not done has no code."""
    [verb] = [t for t in text.read(Article("a.txt", "Berg did not praise it.")).doc if t.text == "praise"]

    assert _codes.of_saying((verb,)) == ()


def test_claims() -> None:
    """A code is claimed by the rule of its frame and rests on the sentence."""
    words = "It rained. Minister Jonas Berg praised the plan."
    [record] = records(words)
    found = {(c.rule, c.spans) for c in record.claims if c.predicate == DIP.code}

    assert found == {("statement.code-praise", (Span(11, len(words)),))}


def test_no_verb_has_two_codes() -> None:
    """A verb or noun without a cue belongs to one code."""
    free = [f for _, f, _ in _codes._coded() if not f.cues]

    assert len([w for f in free for w in (*f.verbs, *f.nouns)]) == len(
        {w for f in free for w in (*f.verbs, *f.nouns)}
    )
