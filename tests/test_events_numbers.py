"""Tables have the numbers that states had when an event took place, and the example finds the same."""

from pathlib import Path

import live
import pytest
from rdflib import Graph

from kg import config
from kg.store import queries
from kg.vocab import DIP
from kg.web import service
from kg.web.asking import EXAMPLES
from kg.web.events.units import Table
from kg.web.events.wanted import Wanted
from kg.web.values import text

# Two states whose numbers changed; the flat codes are those of today.
TURTLE = """
@prefix : <https://w3id.org/communique/> .
@prefix dip: <https://w3id.org/communique/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:germany a dip:State ; rdfs:label "Germany" ; dip:country :germany ;
  dip:iso3 "DEU" ; dip:cow "255" ; dip:gw "260" .
:serbia a dip:State ; rdfs:label "Serbia" ; dip:country :serbia ;
  dip:iso3 "SRB" ; dip:cow "345" ; dip:gw "340" .
"""
DAYS = ("1985-06-01", "1990-10-02", "1990-10-03", "2006-06-04", "2006-06-05", None)
MEETING = """
:m{n} a dip:Meeting , dip:Event , dip:Record ; rdfs:label "{day}" ; dip:participant :germany , :serbia .
"""


def told() -> str:
    """Return the meetings of the two states as sorted N-Triples."""
    days = "".join(
        MEETING.format(n=n, day=day) + (f':m{n} dip:earliest "{day}"^^xsd:date .' if day else "")
        for n, day in enumerate(DAYS)
    )
    lines = Graph().parse(data=TURTLE + days).serialize(format="nt").splitlines()
    return "".join(f"{line}\n" for line in sorted(filter(None, lines)))


@pytest.fixture(scope="module")
def meetings(tmp_path_factory: pytest.TempPathFactory) -> service.Graph:
    """Return the build of the meetings with its metadata."""
    data: Path = tmp_path_factory.mktemp("meetings")
    live.build(data, told(), is_described=True)
    return service.opened(config.read({"KG_DATA": str(data)}))


def test_events(meetings: service.Graph) -> None:
    """A row has the numbers of its day, the last day of a number included; without a day those of today."""
    rows = sorted(Table(meetings, Wanted()), key=lambda row: str(row["Event Text"]))
    found = [
        (r["Event Text"], r["Source COW"], r["Source GW"], r["Target COW"], r["Target GW"]) for r in rows
    ]

    assert found == [
        ("1985-06-01", "260", "260", "345", "345"),
        ("1990-10-02", "260", "260", "345", "345"),
        ("1990-10-03", "255", "260", "345", "345"),
        ("2006-06-04", "255", "260", "345", "345"),
        ("2006-06-05", "255", "260", "345", "340"),
        ("None", "255", "260", "345", "340"),
    ]


def test_dyad_years(meetings: service.Graph) -> None:
    """A year has the numbers of its last day."""
    found = [(r["Year"], r["A COW"], r["B GW"]) for r in Table(meetings, Wanted("dyad-year", DIP.Record))]

    assert found == [(1985, "260", "345"), (1990, "255", "345"), (2006, "255", "340")]


def test_actor_months(meetings: service.Graph) -> None:
    """A month has the numbers of its last day."""
    rows = Table(meetings, Wanted("actor-month", DIP.Record))
    found = [(r["Month"], r["Actor COW"], r["Actor GW"]) for r in rows]

    assert found == [
        ("1985-06", "260", "260"),
        ("1990-10", "255", "260"),
        ("2006-06", "255", "260"),
        ("1985-06", "345", "345"),
        ("1990-10", "345", "345"),
        ("2006-06", "345", "340"),
    ]


def test_flat_codes_stay(meetings: service.Graph) -> None:
    """The state itself keeps the one number that it has today."""
    about = meetings.build.about(f"{live.BASE}germany")

    assert [t.object.value for t in about if t.predicate.value == str(DIP.cow)] == ["255"]


def test_example(meetings: service.Graph) -> None:
    """The example query finds the number of each day."""
    example = queries.read(EXAMPLES / "86-states-codes-at-a-date.rq")
    rows = meetings.build.select(example).rows
    found = [(text(row, "day"), text(row, "number")) for row in rows if text(row, "iso3") == "DEU"]

    assert found == [
        ("1985-06-01", "260"),
        ("1990-10-02", "260"),
        ("1990-10-03", "255"),
        ("2006-06-04", "255"),
        ("2006-06-05", "255"),
    ]
