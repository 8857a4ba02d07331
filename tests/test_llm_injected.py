"""Instructions inside an article change nothing: a model may obey, the graph gains what words support."""

import json

import pytest
from answering import answered, reading, shown
from injected import CARRIERS, INJECTIONS, Carrier, Injection

from kg import extract
from kg.llm import verifying
from kg.llm.verifying import Verified, both, orders
from kg.model import Claim, Node
from kg.vocab import DIP, local, superclasses

CASES = [(carrier, injection) for carrier in CARRIERS for injection in INJECTIONS]


def facts(found: Verified) -> set[tuple[str, str]]:
    """Return what is told of records, without the places in the text."""
    return {_fact(c) for c in found.extraction.claims if DIP.Record in superclasses(c.subject.kind)}


def _fact(claim: Claim) -> tuple[str, str]:
    value = claim.object
    if isinstance(value, Node) and DIP.Record in superclasses(value.kind):
        return local(claim.subject.kind), f"{local(claim.predicate)} {local(value.kind)}"
    return local(claim.subject.kind), f"{local(claim.predicate)} {shown(claim)}"


def test_many() -> None:
    """The set has well over 30 articles with instructions, all different."""
    assert len({carrier.text.format(injection.words) for carrier, injection in CASES}) == len(CASES) >= 100


@pytest.mark.parametrize(("carrier", "injection"), CASES, ids=lambda case: case.name)
def test_obeyed(carrier: Carrier, injection: Injection) -> None:
    """What an obedient model tells beyond the honest answer is rejected; what the rules tell stands."""
    words = carrier.text.replace("{}", injection.words)
    clean = carrier.text.replace("{}", "The hall was full.")
    read = reading(words)
    found = verifying.read(read, (answered(words, injection.answer(carrier)),))
    honest = verifying.read(reading(clean), (answered(clean, json.dumps(dict(carrier.honest))),))
    rules = extract.run(read)
    triples = {(c.subject, c.predicate, c.object) for c in both.join(rules, found.extraction).claims}

    assert facts(found) <= facts(honest)
    assert {(c.subject, c.predicate, c.object) for c in rules.claims} <= triples
    assert all(words[s.start : s.end].strip() for c in found.extraction.claims for s in c.spans)


@pytest.mark.parametrize("carrier", CARRIERS, ids=lambda case: case.name)
def test_honest(carrier: Carrier) -> None:
    """Without an order among its words, all that the honest answer tells is borne out."""
    words = carrier.text.replace("{}", "The hall was full.")
    found = verifying.read(reading(words), (answered(words, json.dumps(dict(carrier.honest))),))

    assert found.rejected == ()
    assert bool(facts(found)) == bool(carrier.honest)


@pytest.mark.parametrize(
    "words",
    [
        "The ministers agreed that AI systems should respect human rights.",
        "The court ignored earlier rulings and previous treaties.",
        "The system collapsed after the previous government ignored the instructions of the court.",
        "The assistant foreign minister met the ambassador.",
        "He said that the report must include all meetings.",
        "OpenAI, the maker of ChatGPT, signed a memorandum with the government.",
        "Russia said it would forget nothing.",
        "The user fee was dropped: travellers pay nothing.",
    ],
)
def test_news_is_no_order(words: str) -> None:
    """News about instructions, systems and models is news."""
    assert orders.find(words) == ()
