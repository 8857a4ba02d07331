"""Tables of events, dyad-years and actor-months, against rows that were written by hand."""

import csv
import io
from datetime import date

import live
import pytest
from flask.testing import FlaskClient
from rdflib import Graph

from kg import config
from kg.vocab import DIP
from kg.web import service
from kg.web.events import columns
from kg.web.events.units import Table
from kg.web.events.wanted import UNITS, Wanted

BASE = "https://w3id.org/communique/"
MEETING = f"{BASE}meeting/2031-03-04-jonas-keller-mara-voss"
# Three states meet, and a body without a state; nobody is told to have hosted it.
SUMMIT = """
@prefix : <https://w3id.org/communique/> .
@prefix dip: <https://w3id.org/communique/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:s1 a dip:State , dip:Actor ; rdfs:label "Ardenia" ; dip:country :s1 ; dip:iso3 "ARD" .
:s2 a dip:State , dip:Actor ; rdfs:label "Belmark" ; dip:country :s2 ; dip:iso3 "BLM" .
:p a dip:Person , dip:Actor ; rdfs:label "Mara Voss" ; dip:country :s1 .
:b a dip:Organization , dip:Actor ; rdfs:label "Union" .
:m a dip:Meeting , dip:Event , dip:Record ; rdfs:label "Summit" ; dip:participant :s1 , :s2 , :p , :b ;
  dip:earliest "2031-01-02"^^xsd:date ; dip:code "CAMEO:040" , "PLOVER:CONSULT" , "PLOVER mode:meet" .
:d a dip:Call , dip:Event , dip:Record ; rdfs:label "Call" ; dip:participant :s1 , :s2 .
:e a dip:Meeting , dip:Event , dip:Record ; rdfs:label "Talks" ; dip:participant :s1 , :s2 ;
  dip:earliest "2031-05-02"^^xsd:date ; dip:status dip:Cancelled ; dip:place :u .
:s3 a dip:State , dip:Actor ; rdfs:label "Lindholm" ; dip:country :s3 .
:u a dip:Place ; rdfs:label "Port Elm" ; dip:country :s3 .
"""


def rows(client: FlaskClient, address: str) -> list[dict[str, str]]:
    """Return the rows of a table in CSV."""
    answer = client.get(address)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True))))


@pytest.fixture(scope="module")
def summit(tmp_path_factory: pytest.TempPathFactory) -> service.Graph:
    """Return the build of the summit."""
    data = tmp_path_factory.mktemp("summit")
    live.build(data, Graph().parse(data=SUMMIT).serialize(format="nt"))
    return service.opened(config.read({"KG_DATA": str(data)}))


def test_event(client: FlaskClient) -> None:
    """A row tells who on which side, when, where, told by whom, with the sentence and the codes of states."""
    [row] = [r for r in rows(client, "/events.csv") if r["Event ID"] == MEETING]

    assert [row["Event Date"], row["Latest Date"], row["EDTF Date"]] == ["2031-03-04"] * 3
    assert (row["Event Kind"], row["Status"], row["Directed"], row["Sides"]) == (
        "meeting",
        "occurred",
        "yes",
        "2",
    )
    assert (row["Source Name"], row["Source Country"], row["Source ISO3"]) == ("Mara Voss", "Ardenia", "ARD")
    assert (row["Source COW"], row["Source GW"]) == ("042", "043")
    assert (row["Target Name"], row["Target ISO3"], row["Target COW"]) == ("Jonas Keller", "BLM", "")
    assert (row["Place Name"], row["Place Country"], row["Contexts"]) == ("Port Alba", "BLM", "The strait")
    assert (row["Num Articles"], row["Num Outlets"], row["Confidence"]) == ("2", "2", "0.9")
    assert row["Sentence"].startswith("Foreign Minister Mara Voss of Ardenia met")
    assert (row["Publisher"], row["Publication Date"]) == ("Harbour Post", "2031-03-05")
    assert row["Source URL"] == "https://harbour-post.example/strait"


def test_what_is_only_planned_says_so(client: FlaskClient) -> None:
    """A plan has its status and on whose word it stands; who visits alone visits the place's state."""
    row = rows(client, "/events.csv")[-1]

    assert (row["Status"], row["Only According To"]) == ("planned", "Northern Wire")
    assert (row["Target Name"], row["Target ISO3"]) == ("Belmark", "BLM")


def test_statements_have_speakers_and_addressees(client: FlaskClient) -> None:
    """A table of another class has its records: who speaks is the source, who is addressed the target."""
    found = rows(client, "/events.csv?kind=denial")

    assert [(r["Source Name"], r["Target Name"], r["Directed"]) for r in found] == [
        ("Tova Lind", "Harbour Post", "yes")
    ]


def test_pairs_of_many_sides(summit: service.Graph) -> None:
    """Sides that acted alike make each pair once; persons stand on the side of their state."""
    found = list(Table(summit, Wanted(begin=date(2031, 1, 1), end=date(2031, 1, 31))))

    assert [(r["Source Name"], r["Target Name"], r["Directed"], r["Sides"]) for r in found] == [
        ("Union", "Ardenia; Mara Voss", "no", 3),
        ("Union", "Belmark", "no", 3),
        ("Ardenia; Mara Voss", "Belmark", "no", 3),
    ]
    assert {(r["Event Type"], r["Event Mode"], r["CAMEO Code"], r["Quad Class"]) for r in found} == {
        ("CONSULT", "meet", "040", 1)
    }


def test_dyad_years(summit: service.Graph) -> None:
    """Two states count once for each dated record; what is cancelled counts as that alone."""
    [row] = Table(summit, Wanted("dyad-year", DIP.Record))

    assert (row["Year"], row["A ISO3"], row["B ISO3"]) == (2031, "ARD", "BLM")
    assert (row["Records"], row["Meetings"], row["Cancelled"], row["Verbal Cooperation"]) == (2, 1, 1, 1)
    assert row["Calls"] == 0


def test_actor_months(summit: service.Graph) -> None:
    """Each side counts for each month, named by those who acted then; a body without a state has no codes."""
    found = list(Table(summit, Wanted("actor-month", DIP.Record)))

    assert [(r["Actor Name"], r["Actor ISO3"], r["Month"], r["Records"]) for r in found] == [
        ("Union", None, "2031-01", 1),
        ("Ardenia; Mara Voss", "ARD", "2031-01", 1),
        ("Ardenia", "ARD", "2031-05", 1),
        ("Belmark", "BLM", "2031-01", 1),
        ("Belmark", "BLM", "2031-05", 1),
    ]


def test_place_of_a_state_without_a_code(summit: service.Graph) -> None:
    """A place whose state has no code of ISO 3166-1 has its name alone."""
    [talks] = Table(summit, Wanted(begin=date(2031, 5, 1)))

    assert (talks["Place Name"], talks["Place Country"]) == ("Port Elm", None)


def test_states_must_all_take_part(summit: service.Graph) -> None:
    """Only records in which all states act are told."""
    both, none = (list(Table(summit, Wanted(states=states))) for states in (("ARD", "BLM"), ("ARD", "XXX")))

    assert {row["Event Text"] for row in both} == {"Summit", "Call", "Talks"}
    assert none == []


@pytest.mark.parametrize("unit", UNITS)
def test_rows_have_the_declared_columns(summit: service.Graph, unit: str) -> None:
    """Each row has a value, or none, for each column that is declared for its unit, and no other."""
    kind = DIP.Record
    found = {frozenset(row) for row in Table(summit, Wanted(unit, kind))}

    assert found == {frozenset(column.name for column in columns.of(unit))}


def test_rows_are_made_as_they_are_taken(summit: service.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table asks for a record when its row is wanted, not before."""
    asked: list[str] = []
    rows_of = service.Graph.rows
    monkeypatch.setattr(
        service.Graph,
        "rows",
        lambda graph, name, **bound: asked.append(name) or rows_of(graph, name, **bound),
    )

    next(iter(Table(summit, Wanted())))

    assert asked.count("table-record") == 1
