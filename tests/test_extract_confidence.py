"""Confidence is given in one place, by what tells how sure a claim is; unknown rules lean on their family."""

import math

import pytest
from rdflib import RDF, RDFS
from sayings import read

from kg import extract
from kg.extract import _confidence
from kg.model import Claim, Node, Span, Value
from kg.vocab import DIP

TEXT = "Brazil met Peru in Lima on Monday. Lee Hill, Foreign Minister of Peru, said that it rained."
WHERE = (Span(0, 34),)
READING = read(TEXT)
MEETING = Node("a.txt", DIP.Meeting, "meeting:7")
PERU = Node("a.txt", DIP.State, "state:PER", "PER")
KINDS = {
    "meeting": ([Claim(MEETING, RDF.type, DIP.Meeting, WHERE, "event.meet")], "event.meet type"),
    "participant": ([Claim(MEETING, DIP.participant, PERU, WHERE, "event.meet")], "participant by name"),
    "used": ([Claim(MEETING, DIP.participant, PERU, WHERE, "event.meet")], "participant State used 1"),
    "bound": ([Claim(MEETING, DIP.latest, Value("2025-03-31", "date"), WHERE, "event.meet")], "event date"),
    "status": ([Claim(MEETING, DIP.status, DIP.Planned, WHERE, "event.meet")], "event status Planned"),
    "name": ([Claim(PERU, RDFS.label, Value("Peru"), WHERE, "actor.name")], "actor label"),
    "first sentence": ([Claim(MEETING, RDF.type, DIP.Meeting, WHERE, "event.meet")], "event first"),
}


def features(*claims: Claim) -> tuple[str, ...]:
    """Return the features of the first of an article's claims."""
    return _confidence.features(_confidence.sight(READING, claims), claims[0])


@pytest.mark.parametrize(("claims", "feature"), KINDS.values(), ids=KINDS.keys())
def test_what_tells_how_sure_a_claim_is(claims: list[Claim], feature: str) -> None:
    """Rule, property, who is meant how, and the marks of the record tell it; all lean on family and whole."""
    found = features(*claims)

    assert feature in found
    assert found[0] == "any"
    assert found[1] == f"family {found[1].removeprefix('family ')}"
    assert len(set(found)) == len(found)


def test_bounds_of_a_date_are_as_sure_as_each_other() -> None:
    """Both bounds and the date as written have the same features."""
    dates = [
        Claim(MEETING, term, Value("2025-03-31", "date"), WHERE, "event.meet")
        for term in (DIP.earliest, DIP.latest, DIP.when)
    ]
    seen = _confidence.sight(READING, dates)

    assert len({_confidence.features(seen, claim) for claim in dates}) == 1


def test_what_gold_does_not_tell_is_as_sure_as_its_record() -> None:
    """A code has the features of its record's class."""
    told = Claim(MEETING, RDF.type, DIP.Meeting, WHERE, "event.meet")
    code = Claim(MEETING, DIP.code, Value("CAMEO:040"), WHERE, "event.meet")
    seen = _confidence.sight(READING, [told, code])

    assert _confidence.features(seen, code) == _confidence.features(seen, told)


@pytest.mark.parametrize("kind", [DIP.Topic, DIP.Place, DIP.Provision])
def test_what_gold_never_tells_has_no_confidence(kind: object) -> None:
    """Of topics, places and points nothing is known, so nothing is said."""
    claim = Claim(Node("a.txt", kind, "1"), RDF.type, kind, WHERE, "topic.name")  # type: ignore[arg-type]

    assert [c.confidence for c in _confidence.sure(READING, [claim])] == [None]


def test_weights_make_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights add up, are changed by the slope and shift of the family, and become a share."""
    table = {
        "any": 1.0,
        "family event": 0.5,
        "slope event": 2.0,
        "shift event": -1.0,
        "family agreement": 9.0,
    }
    monkeypatch.setattr(_confidence, "weights", lambda: table)
    monkeypatch.setattr(_confidence, "_confidence", _confidence._confidence.__wrapped__)
    claim = Claim(MEETING, RDF.type, DIP.Meeting, WHERE, "event.of-tomorrow")

    assert [c.confidence for c in _confidence.sure(READING, [claim])] == [round(1 / (1 + math.exp(-2)), 2)]


def test_nothing_is_certain(monkeypatch: pytest.MonkeyPatch) -> None:
    """However large the weights, a claim is neither certain nor impossible."""
    monkeypatch.setattr(_confidence, "_confidence", _confidence._confidence.__wrapped__)
    claim = Claim(MEETING, RDF.type, DIP.Meeting, WHERE, "event.meet")
    for weight, share in ((99.0, 0.98), (-99.0, 0.02)):
        monkeypatch.setattr(_confidence, "weights", lambda weight=weight: {"any": weight})

        assert [c.confidence for c in _confidence.sure(READING, [claim])] == [share]


def test_every_claim_of_a_record_has_its_confidence() -> None:
    """What an article tells of events, sayings, offices and actors is given with its share."""
    claims = extract.run(READING).claims
    told = [c for c in claims if c.subject.kind not in {DIP.Topic, DIP.Place}]

    assert {c.subject.kind for c in told} >= {DIP.Meeting, DIP.Statement, DIP.Tenure, DIP.Person, DIP.State}
    assert [c for c in told if c.confidence is None and c.predicate not in {DIP.country, DIP.ownership}] == []
    assert all(0 < (c.confidence or 0.5) < 1 for c in told)
