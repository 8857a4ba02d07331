"""Rules and model together: agreement raises, a dispute lowers, and each adds what it alone has."""

import json

import pytest
from answering import actor, answered, event, reading, shown
from rdflib import URIRef

from kg import extract
from kg.llm import verifying
from kg.llm.verifying import both, surety
from kg.model import Claim, Extraction
from kg.vocab import DIP, local

MET = "On Wednesday, President Ilham Aliyev met Liu Jianchao in Baku."
HIKED = "Liu Jianchao hiked through Georgia, and his tour was long."
WORDS = f"{MET} Xi Jinping thanked them. {HIKED}"
PEOPLE = [actor("Person", name) for name in ("Ilham Aliyev", "Liu Jianchao", "Xi Jinping")]
BOTH = ["Ilham Aliyev", "Liu Jianchao"]


def joined(**parts: object) -> tuple[Extraction, Extraction]:
    """Return what the rules tell of the text, and what they tell together with an answer."""
    read = reading(WORDS)
    content = json.dumps({"actors": PEOPLE} | parts)
    rules = extract.run(read)
    return rules, both.join(rules, verifying.read(read, (answered(WORDS, content),)).extraction)


def of(found: Extraction, term: URIRef, kind: URIRef = DIP.Meeting) -> list[Claim]:
    """Return the claims of a property on things of a class."""
    return [c for c in found.claims if c.predicate == term and c.subject.kind == kind]


def test_silent_model() -> None:
    """What the rules tell stands as it is where a model tells nothing."""
    rules, found = joined()

    assert found == rules


def test_agreement() -> None:
    """What both tell is told once, surer than the rules alone, and names both."""
    rules, found = joined(events=[event("Meeting", "met", BOTH, MET)])
    (one,), (other,) = of(rules, DIP.status), of(found, DIP.status)

    assert len(found.claims) == len(rules.claims)
    assert other.confidence == surety.moved(one.confidence, "agreed")
    assert (other.confidence or 0) > (one.confidence or 0)
    assert other.rule == f"{one.rule} and model.event (stub-1, prompt 0123456789ab)"


def test_another_word() -> None:
    """A record told by another word is the rules' own where sentence and people are the same."""
    words = "President Ilham Aliyev held talks with Liu Jianchao."
    read, rules = reading(words), extract.run(reading(words))
    content = json.dumps({"actors": PEOPLE, "events": [event("Meeting", "held", BOTH, words)]})
    found = both.join(rules, verifying.read(read, (answered(words, content),)).extraction)

    assert (
        [c.object for c in of(rules, DIP.status)]
        == [c.object for c in of(found, DIP.status)]
        == [DIP.Occurred]
    )


def test_dispute() -> None:
    """Where the model tells other days, the rules' stand, less sure; where they tell none, its enter."""
    words = "Ilham Aliyev met Liu Jianchao on 1 April, as the agenda of 2 April said."
    read = reading(words)
    told = event("Meeting", "met", BOTH, words, when="2 April")
    rules = extract.run(read)
    found = both.join(
        rules,
        verifying.read(
            read, (answered(words, json.dumps({"actors": PEOPLE[:2], "events": [told]})),)
        ).extraction,
    )
    (one,), (other,) = of(rules, DIP.earliest), of(found, DIP.earliest)

    assert shown(one) == shown(other) == "2025-04-01"
    assert other.confidence == surety.moved(one.confidence, "disputed")
    assert (other.confidence or 1) < (one.confidence or 0)


def test_addition() -> None:
    """A record that the model alone finds enters with its own confidence, stated as a prior."""
    said = {
        "id": "s",
        "kind": "Statement",
        "cue": "thanked",
        "speakers": ["Xi Jinping"],
        "content": "thanked them",
    }
    evidence = [{"text": "Xi Jinping thanked them."}]
    rules, found = joined(
        events=[event("Visit", "hiked", ["Liu Jianchao"], HIKED)],
        statements=[said | {"evidence": evidence}],
    )
    new = of(found, DIP.status, DIP.Visit)

    assert of(rules, DIP.status, DIP.Visit) == []
    assert [c.confidence for c in new] == [0.5]
    assert surety.weights()["alone"].source == "prior"


@pytest.mark.parametrize(("before", "after"), [(0.5, 0.67), (0.9, 0.95), (0.98, 0.98), (None, None)])
def test_moved(before: float | None, after: float | None) -> None:
    """Agreement adds to the log odds, within bounds; what has no confidence gets none."""
    assert surety.moved(before, "agreed") == after


def test_order() -> None:
    """The claims stand in the order of the text, whoever found them."""
    _, found = joined(events=[event("Visit", "hiked", ["Liu Jianchao"], HIKED)])
    keys = [(c.spans[:1], str(c.subject), local(c.predicate)) for c in found.claims]

    assert [k[0] for k in keys] == sorted(k[0] for k in keys)
