"""Denials: what calls another's words untrue, and at which statement it is aimed."""

import pytest

from kg import text
from kg.extract import denials, statements
from kg.model import Article, Node, Record, Span, Value
from kg.text.reading import Reading
from kg.vocab import DIP


def read(words: str) -> Reading:
    """Return an article of a few words as read."""
    return text.read(Article("a.txt", words))


def objects(record: Record, predicate: object) -> list[object]:
    """Return what a record claims by one property."""
    return [c.object for c in record.claims if c.predicate == predicate]


def denied(words: str) -> list[tuple[list[str], list[str]]]:
    """Return for each denial who denies and whose statements."""
    reading = read(words)
    spoken = {r.node: objects(r, DIP.speaker) for r in statements.records(reading)}

    def names(nodes: list[object]) -> list[str]:
        return [reading.actor(n).names[0][0] for n in nodes if isinstance(n, Node)]

    return [
        (
            names(objects(r, DIP.speaker)),
            [name for n in objects(r, DIP.denies) if isinstance(n, Node) for name in names(spoken[n])],
        )
        for r in denials.records(reading)
    ]


IRAQ = "Iraq alleged that Turkey had shelled a resort near Zakho."
FOUND = {
    "denied doing it": f"{IRAQ} Turkey denied shelling the resort.",
    "denied that": f"{IRAQ} Turkey denied that it had shelled the resort.",
    "refuted the claims": f"{IRAQ} Turkey refuted these claims.",
    "rejected the allegation": f"{IRAQ} Turkey rejected the allegation.",
    "dismissed as": f"{IRAQ} Turkey dismissed the report as a fabrication.",
    "called baseless": f"{IRAQ} Turkey called the claim baseless.",
    "not what one is accused of": f"{IRAQ} Turkey said it had not shelled the resort near Zakho.",
    "said to be untrue": f"{IRAQ} Turkey said it had no involvement in the shelling of the resort.",
}


@pytest.mark.parametrize("words", FOUND.values(), ids=FOUND)
def test_denial_is_aimed_at_what_was_said(words: str) -> None:
    """A denial is found by its verb or words, and tied to the statement that it calls untrue."""
    actual = denied(words)

    assert actual == [(["Turkey"], ["Iraq"])]


NONE = {
    "did not deny": f"{IRAQ} Turkey did not deny shelling the resort.",
    "rejected an offer": "Iraq said it was ready to talk. Turkey rejected the offer.",
    "denied entry, passively": "Iraq said that a convoy was denied entry.",
    "would deny": f"{IRAQ} Turkey would deny it.",
    "another matter": f"{IRAQ} Turkey said that wheat was not dear.",
    "confirmed": f"{IRAQ} Turkey confirmed the report.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_what_is_no_denial_yields_none(words: str) -> None:
    """A denial that is negated or wished for, and a refusal of things, deny no statement."""
    actual = denied(words)

    assert actual == []


def test_denial_without_a_record_of_what_is_denied() -> None:
    """Where nothing that was said is told, the denial stands alone."""
    actual = denied("China denied seeking a military base.")

    assert actual == [(["China"], [])]


def test_calling_claims_untrue_denies_without_a_record_of_them() -> None:
    """Who says that claims are baseless denies them, told or not."""
    actual = denied("Turkey said that the claims were baseless.")

    assert actual == [(["Turkey"], [])]


def test_innermost_statement_is_denied() -> None:
    """What is denied is what Liu said, not that Sputnik reported it."""
    words = (
        "Sputnik reported that Foreign Minister Liu Jianchao said that Peru would build a port. "
        "Ambassador Chen Ming refuted the reports."
    )
    actual = denied(words)

    assert actual == [(["Chen Ming"], ["Liu Jianchao"])]


def test_statement_of_the_same_matter_is_denied() -> None:
    """Of several statements, the one that shares its words with the denial is meant."""
    words = f"{IRAQ} Iraq said that wheat had become dearer. Turkey denied that it had shelled the resort."
    reading = read(words)
    [denial] = denials.records(reading)
    [target] = objects(denial, DIP.denies)
    scopes = {r.node: r.scope for r in statements.records(reading)}

    assert scopes[target] == Span(13, 56)  # type: ignore[index]  # a node, as the test before shows


def test_denial_is_a_statement_of_its_class() -> None:
    """A denial stands among the denials and not among the statements."""
    reading = read(f"{IRAQ} Turkey denied shelling the resort.")
    [denial] = denials.records(reading)
    told = [r.node for r in statements.records(reading)]

    assert denial.node.kind == DIP.Denial
    assert denial.node not in told


def test_outlet_that_was_told_reports_the_denial() -> None:
    """A denial to an outlet is reported by it."""
    reading = read(f"{IRAQ} Turkey refuted the reports to Armenian media.")
    [denial] = denials.records(reading)
    reporters = [r for r in statements.records(reading) if denial.node in objects(r, DIP.reports)]
    names = [
        reading.actor(n).names[0][0]
        for r in reporters
        for n in objects(r, DIP.speaker)
        if isinstance(n, Node)
    ]

    assert names == ["Armenian media"]


def test_words_of_a_denial_end_before_whom_it_is_told() -> None:
    """What is refuted to the media are the reports, without the media and the day."""
    [record] = denials.records(read("Chen Ming refuted the reports to Armenian media on the same day."))

    assert objects(record, DIP.text) == [Value("the reports")]
