"""The stance of a statement: for or against what it is about, where cue words tell it."""

import pytest
from rdflib import URIRef
from sayings import read

from kg.extract import _run
from kg.model import Node
from kg.vocab import DIP

FIDAN = "Turkish Foreign Minister Hakan Fidan"


def stances(words: str) -> list[tuple[str, str]]:
    """Return the stance of each statement and what it is about, sorted."""
    claims = _run.run(read(words)).claims
    held = {c.subject: c.object for c in claims if c.predicate == DIP.stance}
    return sorted(
        (str(held[c.subject]).rpartition("#")[2], c.object.registry or c.object.kind.rpartition("#")[2])
        for c in claims
        if c.predicate == DIP.about
        and c.subject in held
        and isinstance(c.object, Node)
        and isinstance(held[c.subject], URIRef)
    )


SUPPORTS = {
    "verb": f"{FIDAN} endorsed the ceasefire.",
    "welcomed": f"{FIDAN} welcomed the ceasefire.",
    "noun": f"{FIDAN} expressed support for the ceasefire.",
    "reiterated": f"{FIDAN} reiterated its full backing for the ceasefire.",
    "own state": f"{FIDAN} said that Turkey firmly supports the ceasefire.",
    "a process": f"{FIDAN} said that Turkey backs the ceasefire agreement.",
    "we": f"“We back the ceasefire,” {FIDAN} said.",
    "will": f"{FIDAN} said that Turkey will continue to support the ceasefire.",
    "through a noun": f"{FIDAN} endorsed the plan for the ceasefire.",
}
OPPOSES = {
    "verb": f"{FIDAN} condemned sanctions.",
    "rejected": f"{FIDAN} rejected the sanctions.",
    "noun": f"{FIDAN} voiced opposition to sanctions.",
    "own state": f"{FIDAN} said that Turkey opposes the sanctions.",
    "we": f"“We denounce the sanctions,” {FIDAN} said.",
    "through a noun": f"{FIDAN} criticised the policy of sanctions.",
    "object to": f"{FIDAN} objected to the sanctions.",
}
NONE = {
    "another's stance": f"{FIDAN} said that Iran supports the ceasefire.",
    "negated": f"{FIDAN} said that Turkey does not support the ceasefire.",
    "turned": f"{FIDAN} condemned the violation of the ceasefire.",
    "lifting": f"{FIDAN} opposed the lifting of sanctions.",
    "both": f"“We support the ceasefire and we oppose the sanctions,” {FIDAN} said.",
    "more topics": f"{FIDAN} said that Turkey supports the ceasefire and spoke of energy.",
    "more than the topic": f"{FIDAN} said that Turkey opposes Taiwan independence.",
    "no topic": f"{FIDAN} welcomed the spring.",
    "no cue": f"{FIDAN} spoke of the ceasefire. {FIDAN} said that the ceasefire holds.",
    "a role": f"{FIDAN} praised the role of France in supporting the ceasefire.",
    "wished": f"{FIDAN} said that Turkey might support the ceasefire.",
}


@pytest.mark.parametrize("words", SUPPORTS.values(), ids=SUPPORTS)
def test_for(words: str) -> None:
    """Who backs, welcomes or endorses a topic supports it."""
    assert stances(words) == [("Supports", "ceasefire")]


@pytest.mark.parametrize("words", OPPOSES.values(), ids=OPPOSES)
def test_against(words: str) -> None:
    """Who condemns or rejects a topic opposes it."""
    assert stances(words) == [("Opposes", "sanctions")]


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_no_stance(words: str) -> None:
    """Another's stance, a negated, turned or wished one, and one towards a part of the matter is not told."""
    assert stances(words) == []


def test_stance_towards_an_event() -> None:
    """What is welcomed may be an event: the statement is about it then."""
    assert stances(f"{FIDAN} welcomed the visit of President Juan Perez to Turkey.") == [
        ("Supports", "Visit")
    ]


ACTORS = {
    "support for a state": (f"{FIDAN} reaffirmed support for Ukraine.", [("Supports", "UKR")]),
    "criticised a state": (f"{FIDAN} criticised Israel.", [("Opposes", "ISR")]),
    "what is the state's": (f"{FIDAN} praised the cuisine of Ukraine.", []),
}


@pytest.mark.parametrize(("words", "expected"), ACTORS.values(), ids=ACTORS)
def test_stance_towards_an_actor(words: str, expected: list[tuple[str, str]]) -> None:
    """It may be an actor that is supported or opposed, where he is named himself."""
    assert stances(words) == expected


def test_stance_towards_several_topics() -> None:
    """Two topics under one cue have one stance."""
    words = f"{FIDAN} expressed support for the ceasefire and free trade."

    assert stances(words) == [("Supports", "ceasefire"), ("Supports", "free-trade")]
