"""Agreements from one sentence: parties, signatories, status, time, points, provisions."""

import pytest
from rdflib import RDFS, URIRef
from sayings import objects, piece, read

from kg.extract import _instruments, agreements
from kg.model import Node, Record, Value
from kg.vocab import DIP, local


def keys(record: Record, predicate: URIRef) -> list[str]:
    """Return what a record claims: rows of the registry, names, literals and terms, each once."""
    found = (
        (o.registry or o.key.partition(":")[2])
        if isinstance(o, Node)
        else (o.text if isinstance(o, Value) else local(o))
        for o in objects(record, predicate)
    )
    return sorted(dict.fromkeys(found))


def one(words: str) -> Record:
    """Return the one agreement of a text."""
    [record] = agreements.records(read(words))
    return record


VERBS = {
    "signed": "Norway and Kenya signed a treaty.",
    "inked": "Norway and Kenya inked a trade pact.",
    "concluded": "Norway and Kenya concluded a convention.",
    "ratified": "Norway and Kenya ratified a protocol.",
    "reached": "Norway and Kenya reached a deal.",
    "struck": "Norway and Kenya struck a deal.",
    "issued": "Norway and Kenya issued a communiqué.",
    "adopted": "Norway and Kenya adopted a joint declaration.",
    "initialled": "Norway and Kenya initialled an accord.",
    "exchanged": "Norway and Kenya exchanged letters of intent.",
    "agreed": "Norway and Kenya agreed a truce.",
    "sealed": "Norway and Kenya sealed a deal.",
    "finalised": "Norway and Kenya finalised a deal.",
    "by both": "The document was signed by Norway and Kenya.",
    "between": "The agreement was signed between Norway and Kenya.",
    "signing": "The signing of a treaty between Norway and Kenya pleased all.",
    "agreed to do": "Norway and Kenya agreed to open a school.",
    "committed to do": "Norway and Kenya committed to open a school.",
}


@pytest.mark.parametrize("words", VERBS.values(), ids=VERBS)
def test_parties_of_what_was_made(words: str) -> None:
    """Who signs, inks, ratifies or agrees is a party, and what they made is there."""
    record = one(words)

    assert keys(record, DIP.party) == ["KEN", "NOR"]
    assert keys(record, DIP.status) == ["Occurred"]


NONE = {
    "did not sign": "Norway and Kenya did not sign a treaty.",
    "failed to sign": "Norway and Kenya failed to sign a treaty.",
    "may sign": "Norway and Kenya may sign a treaty.",
    "if": "If Norway and Kenya sign a treaty, all will be glad.",
    "agreed on a view": "Norway and Kenya agreed that wheat was dear.",
    "agreed on a matter": "Norway and Kenya agreed on the matter.",
    "vague: meet": "Norway and Kenya agreed to meet again.",
    "vague: deepen": "Norway and Kenya agreed to deepen their ties.",
    "vague: work": "Norway and Kenya agreed to work together.",
    "no party": "An agreement is good.",
    "a body": "The Agreement Secretariat of Norway met.",
    "sought by one alone": "Norway proposed a treaty.",
}


@pytest.mark.parametrize("words", NONE.values(), ids=NONE)
def test_none(words: str) -> None:
    """What was not made, is vague, or binds nobody who is told, is no agreement."""
    assert agreements.records(read(words)) == ()


STATUS = {
    "will": ("Norway and Kenya will sign a treaty.", "Planned"),
    "are to": ("Norway and Kenya are to sign a treaty.", "Planned"),
    "plan to": ("Norway and Kenya plan to sign a treaty.", "Planned"),
    "is to be": ("A treaty between Norway and Kenya is to be signed.", "Planned"),
    "should": ("Norway and Kenya should sign a treaty.", "Proposed"),
    "wants": ("Norway wants a treaty with Kenya.", "Proposed"),
    "are negotiating": ("Norway and Kenya are negotiating a treaty.", "Proposed"),
    "talks on": ("Norway and Kenya held talks on a treaty between Norway and Kenya.", "Proposed"),
    "draft": ("Kenya praised the draft treaty with Norway.", "Proposed"),
    "called off": ("Norway and Kenya cancelled the signing of a treaty.", "Cancelled"),
    "denied": ("Kenya denied that it had signed a treaty with Norway.", "Denied"),
    "has signed": ("Norway has signed a treaty with Kenya.", "Occurred"),
    "told in passing": ("The treaty between Norway and Kenya is old.", "Occurred"),
}


@pytest.mark.parametrize(("words", "expected"), STATUS.values(), ids=STATUS)
def test_status(words: str, expected: str) -> None:
    """An agreement is made, planned, sought, called off or denied as its words tell."""
    record = one(words)

    assert keys(record, DIP.status) == [expected]
    assert keys(record, DIP.party) == ["KEN", "NOR"]


WEBER, OKAFOR = "Norwegian President Ada Weber", "Kenyan President Ngozi Okafor"
SIGNED = {
    "active": (f"{WEBER} and {OKAFOR} signed a treaty.", ["ada weber", "ngozi okafor"]),
    "passive": (f"A treaty was signed by {WEBER} and {OKAFOR}.", ["ada weber", "ngozi okafor"]),
    "states": ("Norway and Kenya signed a treaty.", []),
    "only praised": (f"{WEBER} praised the treaty between Norway and Kenya.", []),
}


@pytest.mark.parametrize(("words", "expected"), SIGNED.values(), ids=SIGNED)
def test_signatories(words: str, expected: list[str]) -> None:
    """Persons who sign are signatories, and the states that they act for are bound."""
    record = one(words)

    assert keys(record, DIP.signatory) == expected
    assert keys(record, DIP.party) == ["KEN", "NOR"]


DATES = {
    "day": ("Norway and Kenya signed a treaty on Wednesday.", ["2025-04-02"]),
    "day ahead": ("Norway and Kenya will sign a treaty on Monday.", ["2025-04-07"]),
    "month": ("Norway and Kenya signed a treaty in May 2024.", ["2024-05"]),
    "in its name": ("The 1975 treaty between Norway and Kenya held.", ["1975"]),
    "of a year": ("They praised the treaty of 1975 between Norway and Kenya.", ["1975"]),
    "signed then": ("The treaty between Norway and Kenya signed in 2016 held.", ["2016"]),
    "day of the praise": ("Norway’s treaty with Kenya was praised on Wednesday.", []),
    "untold": ("Norway and Kenya signed a treaty.", []),
}


@pytest.mark.parametrize(("words", "expected"), DATES.values(), ids=DATES)
def test_date(words: str, expected: list[str]) -> None:
    """An agreement has the day of its making, in the past or ahead; not that of its praise."""
    assert keys(one(words), DIP.when) == expected


POINTS = {
    "under": (
        "Under the treaty between Norway and Kenya, both will train 200 nurses in Oslo.",
        ["both will train 200 nurses in Oslo"],
    ),
    "to": (
        "Norway and Kenya signed an agreement to train 200 nurses in Oslo.",
        ["train 200 nurses in Oslo"],
    ),
    "provides for": (
        "The treaty between Norway and Kenya provides for the training of 200 nurses.",
        ["the training of 200 nurses"],
    ),
    "providing for": (
        "A treaty between Norway and Kenya, providing for the training of 200 nurses, was praised.",
        ["the training of 200 nurses"],
    ),
    "outlines": (
        "The treaty between Norway and Kenya outlines increased cooperation in fishing.",
        ["increased cooperation in fishing"],
    ),
    "obliges": (
        "The treaty between Norway and Kenya obliges both to train two hundred nurses.",
        ["train two hundred nurses"],
    ),
    "commitment": ("Norway and Kenya agreed to exchange students.", ["exchange students"]),
    "praise is no point": ("The treaty between Norway and Kenya is good for the fishing of both.", []),
}


@pytest.mark.parametrize(("words", "expected"), POINTS.values(), ids=POINTS)
def test_provisions(words: str, expected: list[str]) -> None:
    """Points are the exact words of what is undertaken."""
    record = one(words)
    spans = [c.spans[0] for c in record.claims if c.predicate == DIP.text]

    assert [piece(read(words), s) for s in spans] == expected


def test_number_of_points() -> None:
    """A stated number of points is kept as a number."""
    record = one("Norway and Kenya signed a 12-point agreement.")

    assert objects(record, DIP.statedProvisions) == [Value("12", "integer")]


def test_several_topics_of_a_plural_are_several_agreements() -> None:
    """Each topic of a plural is an agreement of its own between the same parties."""
    found = agreements.records(read("Norway and Kenya signed agreements on fishing, mining and nursing."))

    assert [keys(r, DIP.party) for r in found] == [["KEN", "NOR"]] * 3
    assert [keys(r, DIP.about) for r in found] == [["fishing"], ["mining"], ["nursing"]]


def test_three_parties() -> None:
    """All who sign are bound."""
    record = one("Norway, Kenya and Chile signed a treaty.")

    assert keys(record, DIP.party) == ["CHL", "KEN", "NOR"]


AGAIN = {
    "the treaty": "Norway and Kenya signed a treaty on fishing. The treaty was praised by Chile.",
    "its parties": "Norway and Kenya signed a treaty on fishing. Norway’s treaty with Kenya was praised.",
    "a headline": "Norway and Kenya sign treaty\n\nNorway and Kenya signed a treaty in Oslo.",
}


@pytest.mark.parametrize("words", AGAIN.values(), ids=AGAIN)
def test_told_again(words: str) -> None:
    """An instrument that is told again is one, with both sentences as its evidence."""
    record = one(words)

    assert len(record.claims[0].spans) == 2


def test_label_is_its_name() -> None:
    """An instrument is labelled by its words, a commitment not at all."""
    assert keys(one("Norway and Kenya signed a treaty on fishing."), RDFS.label)[-1] == "treaty on fishing"
    assert [m.name for m in _instruments.find(read("Norway and Kenya agreed to open a school."))] == [None]
