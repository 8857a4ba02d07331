"""Agreements as the genre tells them: who is bound, how many there are, and whether they were made."""

import pytest
from rdflib import URIRef
from sayings import objects, read

from kg.extract import agreements
from kg.model import Node, Record, Value
from kg.vocab import DIP, local


def parties(record: Record) -> list[str]:
    """Return the rows of those whom a record binds, in the order of the alphabet."""
    found = (o for o in objects(record, DIP.party) if isinstance(o, Node))
    return sorted({n.registry or n.key for n in found})


def status(record: Record) -> str:
    """Return the name of a record's status."""
    [found] = [o for o in objects(record, DIP.status) if isinstance(o, URIRef)]
    return local(found)


BOTH = {
    "joined by a hyphen": "The Kuwaiti-Norwegian memorandum on labour was praised.",
    "exchange of notes": "Norway and Kuwait exchanged notes on visas.",
    "prisoners": "Norway and Kuwait exchanged 20 prisoners.",
    "prisoner swap": "Norway and Kuwait carried out a prisoner swap.",
    "contract": "Norway praised the contract with Kuwait.",
    "a number of": "Norway and Kuwait hailed the signing of a number of memoranda of understanding.",
    "others approve": "Kenya’s cabinet approved the signing of a pact between Norway and Kuwait.",
    "unnamed ministers": "Norway met Kuwait. The ministers of Norway and Kuwait signed an accord.",
    "brackets": "A pact between Norway (a kingdom) and Kuwait (an emirate) was praised.",
    "passive": "Norway met Kuwait. After the talks a protocol on tourism was signed.",
    "from, in a title": "Joint Statement from Norway and Kuwait",
    "a joint statement that one issues": "Norway met Kuwait. Norway’s ministry issued a joint statement.",
    "members of": "Kuwait is near. Norway signed a pact with the members of the government of Kuwait.",
    "named as a body": "Norway signed the Blue Deserts Initiative with Kuwait.",
    "a paper with a pair": "The Norway-Kuwait Framework for Trade was praised.",
    "a participle before it": "Norway met Kuwait. The recently signed tax treaty was praised.",
    "the state told most": "Norway likes Kuwait. Norway is cold. A pact with Kuwait was praised.",
    "an act by a noun": "Norway and Kuwait agreed on the opening of a school.",
}


@pytest.mark.parametrize("text", BOTH.values(), ids=BOTH)
def test_both_are_bound(text: str) -> None:
    """An agreement binds those it names, those who made it, or the two that are spoken of."""
    assert [parties(r) for r in agreements.records(read(text))] == [["KWT", "NOR"]]


SEVERAL = {
    "on": ("Norway and Kenya signed memoranda of understanding on energy, fishing and health.", 3),
    "covering": ("Norway and Kenya signed three agreements covering energy, fishing and health.", 3),
    "in the fields of": ("Norway and Kenya signed 12 agreements in the fields of energy and health.", 2),
    "in various fields": ("Norway and Kenya signed 12 agreements in various fields, including health.", 1),
    "memoranda and agreements": ("Norway and Kenya signed eight memoranda and agreements in many fields.", 1),
    "a joint statement and its acts": (
        "Norway and Kenya agreed to open a school. Norway and Kenya issued a joint statement.",
        1,
    ),
    "one in the field of": (
        "Norway and Kenya signed a pact on fish. They hailed a pact signed with Kenya in the field of tax.",
        2,
    ),
    "two kinds": ("Norway and Kenya signed a treaty on energy and a memorandum on health.", 2),
    "with two": ("Kenya signed tax treaties with Norway and Chile.", 2),
    "another name": (
        "The 2015 pact, known as the Lima Accord, binds Norway. Norway left the Lima Accord.",
        1,
    ),
}


@pytest.mark.parametrize(("text", "number"), SEVERAL.values(), ids=SEVERAL)
def test_how_many(text: str, number: int) -> None:
    """A plural stands for one agreement with each party or on each matter; another name for none."""
    assert len(agreements.records(read(text))) == number


STATUS = {
    "nearing": ("Norway and Kenya are nearing a deal on fish.", "Planned"),
    "close to": ("Norway and Kenya are close to a deal on fish.", "Planned"),
    "expected": ("A deal between Norway and Kenya is expected to be signed.", "Planned"),
    "under negotiation": ("A deal between Norway and Kenya has been under negotiation.", "Proposed"),
    "possible": ("Norway and Kenya discussed a possible deal on fish.", "Proposed"),
    "called for": ("Chile called for a ceasefire between Norway and Kenya.", "Proposed"),
    "aimed at": ("Norway and Kenya signed a deal aimed at peace.", "Occurred"),
    "known": ("Norway withdrew from the agreement with Kenya.", "Occurred"),
}


@pytest.mark.parametrize(("text", "expected"), STATUS.values(), ids=STATUS)
def test_status(text: str, expected: str) -> None:
    """What is near is planned, what is sought is proposed, what it is for tells nothing."""
    [record] = agreements.records(read(text))

    assert status(record) == expected


NONE = {
    "yet to sign": "Norway and Kenya have yet to sign a treaty.",
    "within a framework": "Within the framework of the plan with Kenya, Norway issued a call.",
    "joint plans": "Norway and Kenya spoke of joint initiatives.",
    "an office's memorandum": "President Ana Weber of Norway signed a memorandum.",
    "thanks": "Norway and Kenya exchanged views.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_none(text: str) -> None:
    """What is not made, is no instrument or binds nobody else is no agreement."""
    assert agreements.records(read(text)) == ()


def test_a_joint_paper_tells_what_its_parties_will_do() -> None:
    """In a joint statement what its parties will do are points of it, one for each verb, in its order."""
    text = (
        "Joint Statement from Norway and Kenya on Fish\n\n"
        "Norway and Kenya will protect cod and will share data. Chile will watch. "
        "Norway and Kenya agreed to open an office."
    )
    reading = read(text)
    [record] = agreements.records(reading)
    told = [c.object.text for c in record.claims if c.predicate == DIP.text and isinstance(c.object, Value)]

    assert sorted(told) == ["open an office", "protect cod", "share data"]


def test_when_a_clause_tells_it() -> None:
    """A declaration that "was launched in 2015" is of that year."""
    [record] = agreements.records(read("Kenya praised the Lima Declaration, which was launched in 2015."))

    assert [o.text for o in objects(record, DIP.when) if isinstance(o, Value)] == ["2015"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway joined the Lima Convention.",
        "Norway acceded to the Lima Convention.",
        "Norway withdrew from the Lima Convention. Kenya and Chile did not.",
        "Norway violated the Lima Accord.",
    ],
)
def test_who_joins_leaves_or_breaks_is_bound(text: str) -> None:
    """Who joins, leaves or breaks an instrument is its party, and nobody else by nearness."""
    assert [parties(r) for r in agreements.records(read(text))] == [["NOR"]]
