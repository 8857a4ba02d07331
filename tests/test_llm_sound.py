"""Whatever a model answers, the graph is sound: no build fails for it, no claim lies about its words."""

import json
from typing import Any

import pytest
from answering import actor, answered, event, quote, reading, statement

from kg import check, emit, extract, links, resolve
from kg.llm import verifying
from kg.llm.verifying import both
from kg.resolve import ledger

BASE = "https://w3id.org/communique/"
MET = "Lee Hill met Ada Weber in Oslo on Monday."
SAID = "Lusa reported that Lee Hill said “trade with Norway is growing”."
SIGNED = "They signed a memorandum of understanding on fisheries, under which ports will open."
TEXT = f"Share this article\n\n{MET} {SAID}\n\n{SIGNED}\n\nShare this article"
PEOPLE = [actor("Person", "Lee Hill"), actor("Person", "Ada Weber"), actor("Organization", "Lusa")]
BOTH = ["Lee Hill", "Ada Weber"]
AGREED: dict[str, Any] = {"names": ["memorandum of understanding on fisheries"], "trigger": "memorandum"}
AGREED |= {"parties": [], "signatories": ["They"], "evidence": [quote(SIGNED)]}
WHOLE = {
    "events": [event("Meeting", "met", BOTH, MET, place=["Oslo"], when="on Monday")],
    "statements": [
        statement(["Lee Hill"], "said", "trade with Norway is growing", SAID, reporters=[["Lusa"], []])
    ],
    "agreements": [AGREED | {"topics": ["fisheries"], "provisions": [quote("under which ports will open")]}],
}

ANSWERS: dict[str, dict[str, Any]] = {
    "all": WHOLE,
    "an unread part": {"events": [event("Meeting", "met", BOTH, f"Share this article\n\n{MET}")]},
    "a name in an unread part": {
        "actors": [*PEOPLE, actor("Group", "Share this article"), actor("Person", "Share")],
        "events": [event("Meeting", "met", ["Share", "Lee Hill"], MET)],
    },
    "the same statement twice": {
        "statements": [
            statement(["Lee Hill"], "said", "trade", SAID, id="a", kind="Statement"),
            statement(["Lee Hill"], "reported", "trade with", SAID, id="a", denies=["a", "b"]),
        ]
    },
    "two statuses": {
        "events": [
            event("Meeting", "met", BOTH, MET),
            event("Meeting", "met", BOTH, MET, status="Planned", cue="on"),
        ]
    },
    "two days": {
        "events": [event("Meeting", "met", BOTH, MET, when="on Monday"), event("Meeting", "met", BOTH, MET)]
    },
    "a place that takes part": {"events": [event("Visit", "met", ["Oslo"], MET, place=["Lee Hill"])]},
    "a person who is bound": {"agreements": [AGREED | {"parties": ["They"], "signatories": ["memorandum"]}]},
    "nobody who signs": {"agreements": [AGREED | {"signatories": []}]},
    "a long topic": {"agreements": [AGREED | {"topics": [SIGNED, "", " "], "names": [SIGNED]}]},
    "an office": {
        "actors": [
            actor("Person", "Lee Hill", roles=[{"title": "met", "of": "Lusa", "evidence": quote(MET)}]),
            actor("Organization", "Lusa", roles=[{"title": "said", "of": "Norway", "evidence": quote(SAID)}]),
        ]
    },
    "a new body": {
        "actors": [*PEOPLE, actor("Organization", "fisheries", "ports"), actor("State", "Norway")],
        "statements": [statement(["ports"], "signed", "fisheries", SIGNED)],
    },
}


@pytest.mark.parametrize("told", ANSWERS.values(), ids=list(ANSWERS))
@pytest.mark.parametrize("with_rules", [True, False], ids=["both", "model"])
def test_sound(told: dict[str, Any], *, with_rules: bool) -> None:
    """The graph keeps all shapes, each claim cites words to the letter, and each fact has a claim."""
    read = reading(TEXT)
    found = verifying.read(read, (answered(TEXT, json.dumps({"actors": PEOPLE} | told)),)).extraction
    found = both.join(extract.run(read), found) if with_rules else found
    resolution = links.run(resolve.run((found,), ledger.parse("", "ledger"), BASE))
    graph = "".join(f"{line}\n" for line in emit.lines(resolution, [found.article], BASE, {}))

    check.run(graph.encode(), {"one.txt": TEXT})
    assert all(claim.spans or claim.basis for claim in found.claims)


def test_all_enters() -> None:
    """What the words bear out enters, so that the tests above have something to judge."""
    found = verifying.read(reading(TEXT), (answered(TEXT, json.dumps({"actors": PEOPLE} | WHOLE)),))

    assert found.rejected == ()
