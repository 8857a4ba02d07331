"""What of an answer enters: what its words bear out, and nothing else."""

from typing import Any

import pytest
from answering import (
    MODEL,
    VERSION,
    actor,
    answered,
    event,
    quote,
    reading,
    reasons,
    statement,
    told,
    verified,
)

from kg.llm import prompting, verifying
from kg.model import Span
from kg.vocab import DIP

MET = "On Wednesday, President Ilham Aliyev met Liu Jianchao in Baku."
PEOPLE = [actor("Person", "Ilham Aliyev"), actor("Person", "Liu Jianchao")]
BOTH = ["Ilham Aliyev", "Liu Jianchao"]


def meeting(**more: object) -> dict[str, Any]:
    """Return the meeting of the text as an answer gives it."""
    return event("Meeting", "met", BOTH, MET) | more


def test_meeting() -> None:
    """A meeting has its people, place, day and status, and cites the sentence, the phrase and the rule."""
    found = verified(MET, actors=PEOPLE, events=[meeting(place=["Baku"], when="On Wednesday")])
    first = next(c for c in found.extraction.claims if c.predicate == DIP.earliest)

    assert found.rejected == ()
    assert told(found, "Meeting") == {
        "type": ["Meeting"],
        "status": ["Occurred"],
        "participant": ["person:ilham aliyev", "person:liu jianchao"],
        "place": ["place:baku"],
        "earliest": ["2025-04-02"],
        "latest": ["2025-04-02"],
        "when": ["2025-04-02"],
    }
    assert first.spans == (Span(0, len(MET)),)
    assert (first.phrase, first.rule) == ("On Wednesday", f"model.event ({MODEL}, prompt {VERSION})")


def test_example() -> None:
    """All that the example of the prompt answers is borne out by the example's text."""
    words, content = (prompting._read(name) for name in ("example.txt", "example.json"))
    found = verifying.read(reading(words), (answered(words, content),))
    kinds = [c.subject.kind for c in found.extraction.claims if c.object == c.subject.kind]

    assert found.rejected == ()
    assert [kinds.count(k) for k in (DIP.Meeting, DIP.Visit, DIP.EmbassyOpened, DIP.Agreement)] == [
        1,
        1,
        1,
        1,
    ]
    assert [kinds.count(k) for k in (DIP.Statement, DIP.Denial, DIP.Tenure)] == [3, 1, 1]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"evidence": [quote(MET.replace("met", "hosted"))]}, "does not stand in the text"),
        ({"evidence": [quote(MET, 2)]}, "does not stand in the text so often (2)"),
        ({"evidence": [quote(MET, 0)]}, "does not stand in the text so often (0)"),
        ({"evidence": [quote("Ilham Aliyev met Liu Jian")]}, "cuts a word"),
        ({"evidence": [quote(MET), quote("They agreed.")]}, "does not stand in the text"),
        ({"evidence": []}, "no evidence is given"),
        ({"trigger": "hosted"}, "“hosted” does not stand in the evidence"),
        ({"participants": ["Ilham Aliyev", "Xi Jinping"]}, "too few"),
        ({"participants": ["Ilham Aliyev", "President"]}, "too few"),
        ({"participants": []}, "too few"),
        ({"status": "Planned"}, "nothing in the evidence says that it is planned"),
        ({"status": "Planned", "cue": "will"}, "nothing in the evidence says that it is planned"),
        ({"status": "Planned", "cue": "in"}, "“in” does not say that it is planned"),
        ({"trigger": "in"}, "does not tell of a record of the class Meeting"),
        ({"kind": "Visit"}, "does not tell of a record of the class Visit"),
        ({"kind": "Expulsion", "trigger": "Baku"}, "does not tell of a record of the class Expulsion"),
        ({"kind": "Coup"}, "does not keep to the schema: kind"),
        ({"earliest": "2025-04-02"}, "does not keep to the schema: earliest"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_rejected(more: dict[str, Any], reason: str) -> None:
    """A record whose essential words are not borne out does not enter, and the reason is told."""
    found = verified(MET, actors=PEOPLE, events=[meeting(**more)])

    assert told(found, "Meeting") == told(found, "Visit") == told(found, "Expulsion") == {}
    assert any(reason in each for each in reasons(found))


@pytest.mark.parametrize(
    ("more", "term"),
    [
        ({"place": ["Paris"]}, "place"),
        ({"place": ["Liu Jianchao"]}, "place"),
        ({"when": "On Friday"}, "earliest"),
        ({"when": "Ilham Aliyev"}, "earliest"),
        ({"when": "2025-04-02"}, "earliest"),
        ({"participants": [*BOTH, "Xi Jinping"]}, ""),
    ],
    ids=str,
)
def test_left_out(more: dict[str, Any], term: str) -> None:
    """An argument that a record can be without is left out, with its reason, and the record stands."""
    found = verified(MET, actors=PEOPLE, events=[meeting(**more)])

    assert told(found, "Meeting")["participant"] == ["person:ilham aliyev", "person:liu jianchao"]
    assert term not in told(found, "Meeting")
    assert len(found.rejected) == 1


@pytest.mark.parametrize(
    ("words", "trigger"),
    [
        ("If President Ilham Aliyev met Liu Jianchao, ties would grow.", "met"),
        ("President Ilham Aliyev has not met Liu Jianchao.", "met"),
        ("President Ilham Aliyev will meet Liu Jianchao on Friday.", "meet"),
        ("President Ilham Aliyev hopes to meet Liu Jianchao.", "meet"),
        ("President Ilham Aliyev invited Liu Jianchao to meet him.", "meet"),
        ("President Ilham Aliyev may have met Liu Jianchao.", "met"),
        ("Had President Ilham Aliyev met Liu Jianchao?", "met"),
        ("Remember that President Ilham Aliyev met Liu Jianchao.", "met"),
    ],
)
def test_moods(words: str, trigger: str) -> None:
    """What is conditional, negated, planned, wished for, asked or ordered has not occurred."""
    found = verified(words, actors=PEOPLE, events=[event("Meeting", trigger, BOTH, words)])

    assert told(found, "Meeting") == {}
    assert len(found.rejected) == 1


@pytest.mark.parametrize(
    ("words", "status", "cue"),
    [
        ("President Ilham Aliyev met Liu Jianchao in Baku to discuss trade.", "Planned", "to"),
        ("President Ilham Aliyev met Liu Jianchao. They will visit Oslo.", "Planned", "will"),
        ("President Ilham Aliyev met Liu Jianchao and will visit Oslo.", "Planned", "will"),
        ("President Ilham Aliyev met Liu Jianchao after he cancelled a trip.", "Cancelled", "cancelled"),
    ],
)
def test_cue_of_another(words: str, status: str, cue: str) -> None:
    """A cue that speaks of something else gives what took place no other status."""
    more = {"status": status, "cue": cue}
    found = verified(words, actors=PEOPLE, events=[event("Meeting", "met", BOTH, words, **more)])

    assert told(found, "Meeting") == {}
    assert any(f"“{cue}” does not say that it is {status.lower()}" in each for each in reasons(found))


@pytest.mark.parametrize("nobody", ["No one", "Nobody", "No envoy"])
def test_nobody(nobody: str) -> None:
    """What nobody does has not occurred."""
    words = f"{nobody} met Liu Jianchao, President Ilham Aliyev said."
    found = verified(words, actors=PEOPLE, events=[event("Meeting", "met", BOTH, words)])

    assert told(found, "Meeting") == {}


def test_told_by_somebody() -> None:
    """What the article has from somebody's mouth enters with the statement, never as told by itself."""
    words = "Sputnik claimed that Ilham Aliyev met Liu Jianchao in Baku."
    content = "Ilham Aliyev met Liu Jianchao in Baku"
    said = statement(["Sputnik"], "claimed", content, words)
    given = {"actors": [*PEOPLE, actor("Organization", "Sputnik")]}
    given |= {"events": [event("Meeting", "met", BOTH, words)]}
    alone, quoted = verified(words, **given), verified(words, **given, statements=[said])
    met = [c for c in quoted.extraction.claims if c.subject.kind == DIP.Meeting]

    assert told(alone, "Meeting") == {}
    assert any("on somebody's word" in each for each in reasons(alone))
    assert met != []
    assert all(c.according_to is not None and c.according_to.kind == DIP.Statement for c in met)


def test_office_of_another() -> None:
    """An office that our own reading gives one person is not given another in the same sentence."""
    words = "Ilham Aliyev met Foreign Minister Liu Jianchao of China in Baku."
    role = {"title": "Foreign Minister", "of": "China", "evidence": quote(words)}
    wrong = verified(words, actors=[actor("Person", "Ilham Aliyev", roles=[role])])
    right = verified(words, actors=[actor("Person", "Liu Jianchao", roles=[role])])

    assert told(wrong, "Tenure") == {}
    assert any("the office of another" in each for each in reasons(wrong))
    assert told(right, "Tenure")["holder"] == ["person:liu jianchao"]


@pytest.mark.parametrize("kind", ["Person", "Organization", "Group"])
@pytest.mark.parametrize("name", ["rained", "It rained", "rained in Rome"])
def test_no_name(kind: str, name: str) -> None:
    """A verb and a clause name nobody."""
    words = "It rained in Rome on Monday."
    found = verified(words, actors=[actor(kind, name)], events=[event("Visit", "rained", [name], words)])

    assert found.extraction.claims == ()


def test_planned() -> None:
    """A plan enters with its cue, its day reckoned ahead of publication."""
    words = "President Ilham Aliyev will meet Liu Jianchao on Friday."
    more = {"status": "Planned", "cue": "will", "when": "on Friday"}
    found = verified(words, actors=PEOPLE, events=[event("Meeting", "meet", BOTH, words, **more)])

    assert (told(found, "Meeting")["status"], told(found, "Meeting")["earliest"]) == (
        ["Planned"],
        ["2025-04-04"],
    )


def test_coreference() -> None:
    """Who is named elsewhere takes part where our coreference finds him in the evidence, else not."""
    words = "Liu Jianchao arrived in Baku. He met President Ilham Aliyev. Xi Jinping stayed."
    people = [*PEOPLE, actor("Person", "Xi Jinping")]
    names = (["He", "Ilham Aliyev"], BOTH, ["Xi Jinping", "Ilham Aliyev"])
    told_by = [
        told(
            verified(
                words, actors=people, events=[event("Meeting", "met", n, "He met President Ilham Aliyev.")]
            ),
            "Meeting",
        )
        for n in names
    ]

    assert (
        told_by[0]["participant"]
        == told_by[1]["participant"]
        == ["person:ilham aliyev", "person:liu jianchao"]
    )
    assert told_by[2] == {}


def test_repeated_words() -> None:
    """Of words that stand several times, the occurrence that is told counts."""
    words = "Ilham Aliyev met Liu Jianchao. They left. Ilham Aliyev met Liu Jianchao."
    again = event("Meeting", "met", BOTH, "") | {"evidence": [quote("Ilham Aliyev met Liu Jianchao.", 2)]}
    found = verified(words, actors=PEOPLE, events=[again])

    assert {c.spans for c in found.extraction.claims if c.subject.kind == DIP.Meeting} == {(Span(42, 72),)}


def test_part_that_was_shown() -> None:
    """Words that stand outside the part which the model was shown count for nothing."""
    words = f"{MET}\n\nNothing more was told."
    found = verified(words, part=Span(len(MET) + 2, len(words)), actors=PEOPLE, events=[meeting()])

    assert told(found, "Meeting") == {}
    assert len(found.rejected) == 3


def test_statement_and_reporter() -> None:
    """A statement has its speaker and words; who passes it on, or it does not enter."""
    words = "Sputnik reported that Liu Jianchao said ‘trade is growing’."
    said = statement(["Liu Jianchao"], "said", "trade is growing", words)
    found = verified(words, actors=PEOPLE[1:], statements=[said | {"reporters": [["Sputnik"]]}])
    wrong = verified(words, actors=PEOPLE[1:], statements=[said | {"reporters": [["Xinhua"]]}])

    assert told(found, "Statement")["speaker"] == ["organization:sputnik", "person:liu jianchao"]
    assert told(found, "Statement")["mode"] == ["Direct"]
    assert told(wrong, "Statement") == {}
    assert "who passes it on is not borne out" in reasons(wrong)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Liu Jianchao said trade is growing.", {"kind": "Denial"}),
        ("Liu Jianchao will say that trade is growing.", {"cue": "say"}),
        ("Liu Jianchao never said trade is growing.", {}),
        ("Liu Jianchao said trade is growing.", {"content": "trade is shrinking"}),
        ("Liu Jianchao said trade is growing.", {"speakers": ["trade"]}),
        ("Liu Jianchao said trade is growing.", {"content": ""}),
    ],
    ids=str,
)
def test_statement_rejected(words: str, said: dict[str, Any]) -> None:
    """What was not said, or not so, or by nobody, is no statement; nor a denial what denies nothing."""
    plain = statement(["Liu Jianchao"], "said", "trade is growing", words)
    found = verified(words, actors=PEOPLE[1:], statements=[plain | said])

    assert told(found, "Statement") == told(found, "Denial") == {}
    assert found.rejected
