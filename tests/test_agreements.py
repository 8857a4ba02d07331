"""Agreements: which are found, who is bound, when, and which points are told."""

import datetime as dt

import pytest
from rdflib import RDF, RDFS, URIRef

from kg.extract import agreements
from kg.model import Article, Node, Record, Span, Value
from kg.text import read
from kg.text.reading import Reading
from kg.vocab import DIP, local

THURSDAY = dt.date(2025, 4, 3)


def _read(text: str) -> Reading:
    return read(Article("a.txt", text, published=THURSDAY))


def _records(text: str) -> tuple[Record, ...]:
    return agreements.records(_read(text))


def _values(record: Record, predicate: URIRef) -> list[str]:
    """Return what a record's own claims say, nodes by the row of the registry or their name."""
    own = [c for c in record.claims if c.subject == record.node and c.predicate == predicate]
    return list(dict.fromkeys(_text(c.object) for c in own))


def _text(value: Node | URIRef | Value) -> str:
    if isinstance(value, Node):
        return value.registry or value.key.partition(":")[2]
    return value.text if isinstance(value, Value) else local(value)


FOUND = [  # a text, the parties of each agreement in it
    ("Norway and Kenya signed a treaty in Oslo.", [["NOR", "KEN"]]),
    ("The treaty between Norway and Kenya was praised.", [["NOR", "KEN"]]),
    ("Norway signed a memorandum of understanding with Kenya.", [["KEN", "NOR"]]),
    ("Norway’s trade deal with Kenya was praised.", [["NOR", "KEN"]]),
    ("Norway and Kenya issued a joint statement.", [["NOR", "KEN"]]),
    ("Norway and Kenya agreed to open a school in Mombasa.", [["NOR", "KEN"]]),
    ("Norway agreed to train 200 nurses for Kenya.", [["NOR", "KEN"]]),
    ("Norway and Kenya signed memoranda on fisheries and health.", [["NOR", "KEN"], ["NOR", "KEN"]]),
    ("Kenya signed tax agreements with Norway and Chile.", [["KEN", "NOR"], ["KEN", "CHL"]]),
    ("Norway and Kenya signed a treaty. The treaty pleased Kenya.", [["NOR", "KEN"]]),
    ("Norway and Kenya reached a Qatari-brokered deal. Qatar rejoiced.", [["NOR", "KEN"]]),
    ("Norway and Kenya praised the deal, brokered by Qatar.", []),
    ("Norway and Kenya signed the Santiago Declaration. Chile rejoiced.", [["NOR", "KEN"]]),
    ("Norway and Kenya signed a programme of exchange.", [["NOR", "KEN"]]),
    ("Norway and Kenya concluded negotiations on a trade agreement.", [["NOR", "KEN"]]),
    ("Negotiations between Norway and Kenya on a trade agreement have begun.", [["NOR", "KEN"]]),
    ("Norway and Kenya signed ten papers, including a protocol on fish.", [["NOR", "KEN"]]),
    (
        "Signed were a treaty between Norway and Kenya on fish; a memorandum between Chile and Peru.",
        [["NOR", "KEN"], ["CHL", "PER"]],
    ),
]
NOT_FOUND = [
    "Norway and Kenya agreed to continue cooperation.",
    "Norway and Kenya agreed to strengthen their ties.",
    "Norway and Kenya are in general agreement.",
    "Such agreements are rare.",
    "Norway spoke in treaty talks.",
    "A great deal was said.",
    "If Norway signs a treaty with Kenya, prices will fall.",
    "Norway refused to sign a treaty with Kenya.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[c[0] for c in FOUND])
def test_parties(text: str, expected: list[list[str]]) -> None:
    """Each instrument or commitment is one agreement between those whom the text tells."""
    found = [sorted(_values(r, DIP.party)) for r in _records(text)]

    assert found == [sorted(parties) for parties in expected]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    """Vague wishes, instruments without parties, conditions and refusals are no agreements."""
    assert _records(text) == ()


STATUS = [
    ("Norway and Kenya signed a treaty.", DIP.Occurred),
    ("Norway and Kenya will sign a treaty.", DIP.Planned),
    ("A treaty between Norway and Kenya is to be signed in May.", DIP.Planned),
    ("Norway proposed a treaty with Kenya.", DIP.Proposed),
    ("Norway and Kenya spoke of a possible treaty between Norway and Kenya.", DIP.Proposed),
    ("Norway and Kenya are in negotiations on a trade agreement with Kenya.", DIP.Proposed),
    ("The treaty between Norway and Kenya signed in May 2024 will help.", DIP.Occurred),
    ("Norway and Kenya concluded talks on a trade agreement.", DIP.Occurred),
    ("Norway and Kenya will conclude talks on a trade agreement.", DIP.Planned),
    ("Negotiations between Norway and Kenya on a trade agreement have begun.", DIP.Proposed),
    ("Norway announced a deal with Kenya.", DIP.Occurred),
]


@pytest.mark.parametrize(("text", "expected"), STATUS, ids=[c[0] for c in STATUS])
def test_status(text: str, expected: URIRef) -> None:
    """An instrument is made, planned or proposed as the words of its making tell."""
    (record,) = _records(text)

    assert _values(record, DIP.status) == [local(expected)]


DATES = [
    ("Norway and Kenya signed a treaty on Wednesday.", ["2025-04-02"]),
    ("The treaty between Norway and Kenya, signed in May 2022, was praised.", ["2022-05"]),
    ("The 2016 treaty between Norway and Kenya was praised on Wednesday.", ["2016"]),
    ("They praised the treaty of 2016 between Norway and Kenya.", ["2016"]),
    ("The treaty between Norway and Kenya was praised on Wednesday.", []),
]


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[c[0] for c in DATES])
def test_dates(text: str, expected: list[str]) -> None:
    """An agreement has the time of its making, not that of what is said of it."""
    (record,) = _records(text)

    assert _values(record, DIP.when) == expected


SEED = """Norwegian President Ada Weber met with Kenyan President Ngozi Okafor on Wednesday.

The two presidents signed a 12-point agreement on fisheries between Norway and Kenya.

Among the points of the agreement was the opening of a joint school in Mombasa.

Weber and Okafor also agreed to enhance the exchange of students between the two countries."""


def test_one_instrument() -> None:
    """An instrument told several times is one, with its name, stated number of points and signatories."""
    (record,) = _records(SEED)

    assert _values(record, RDFS.label)[0] == "12-point agreement on fisheries between Norway and Kenya"
    assert _values(record, DIP.statedProvisions) == ["12"]
    assert sorted(_values(record, DIP.party)) == ["KEN", "NOR"]
    assert sorted(_values(record, DIP.signatory)) == ["ada weber", "ngozi okafor"]
    assert _values(record, RDF.type) == ["Agreement"]


def test_provisions() -> None:
    """Each point that is told is a provision, with the exact words that tell it."""
    (record,) = _records(SEED)
    points = [c.object for c in record.claims if c.predicate == DIP.provision]
    spans = [c.spans[0] for p in points for c in record.claims if c.subject == p and c.predicate == DIP.text]

    assert sorted(SEED[s.start : s.end] for s in spans) == [
        "enhance the exchange of students between the two countries",
        "the opening of a joint school in Mombasa",
    ]


def test_topic() -> None:
    """What an agreement is about is a topic in the article's words."""
    (record,) = _records(SEED)
    topics = [c.object for c in record.claims if c.predicate == DIP.about]
    labels = [c.object for c in record.claims if c.predicate == RDFS.label and c.subject in topics]

    assert labels == [Value("fisheries")]


def test_known_topic() -> None:
    """A topic that the registry knows by that very name is the registry's, found once."""
    (record,) = _records("Norway and Kenya signed a treaty on trade.")
    topics = {c.object for c in record.claims if c.predicate == DIP.about}

    assert topics == {Node("a.txt", DIP.Topic, "topic:trade", "trade")}


def test_offsets() -> None:
    """The trigger is the noun that names the instrument, and the claims rest on its whole sentence."""
    text = "It rained. Norway and Kenya signed a treaty."
    (record,) = _records(text)

    assert record.trigger == Span(37, 43)
    assert {s for c in record.claims for s in c.spans} == {Span(11, 44)}


def test_commitment() -> None:
    """A commitment has the words of its act as its one provision."""
    text = "Norway and Kenya agreed to open a school in Mombasa."
    (record,) = _records(text)
    (span,) = [c.spans[0] for c in record.claims if c.predicate == DIP.text]

    assert text[span.start : span.end] == "open a school in Mombasa"
    assert {c.rule for c in record.claims if c.subject == record.node} == {
        "agreement.commitment",
        "agreement.provision",
    }


def test_party_of_another_sentence_is_marked() -> None:
    """A state of which another sentence speaks is a party by nearness."""
    words = "China received Azerbaijan’s envoy. China signed a memorandum on energy."
    [record] = _records(words)
    parties = {
        c.object.registry: c.rule  # type: ignore[union-attr]
        for c in record.claims
        if c.predicate == DIP.party
    }

    assert parties == {"CHN": "agreement.instrument", "AZE": "agreement.nearest"}
