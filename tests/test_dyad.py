"""What lies between two states, on one page, in one picture, in one table."""

import csv
import io
import re

import live
import pytest
from flask.testing import FlaskClient
from pyoxigraph import NamedNode
from rdflib import Graph

from kg import config
from kg.web import create_app, service
from kg.web.panels import Panel

PATH = "/dyad/ARD/BLM"
DYAD = "https://w3id.org/communique/dyad/ARD/BLM"
# Two states: their presidents meet, an envoy calls a minister, each side visits the other, one expels, a
# denial and what it denies, a plan; a third state met with both; a fourth one has no code of ISO 3166-1.
GRAPH = """
@prefix : <https://w3id.org/communique/> .
@prefix dip: <https://w3id.org/communique/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix d: <https://w3id.org/communique/dyad/ARD/> .
@prefix state: <https://w3id.org/communique/state/> .
:s1 a dip:State , dip:Actor ; rdfs:label "Ardenia" ; dip:country :s1 ; dip:iso3 "ARD" ; dip:cow "42" .
:s2 a dip:State , dip:Actor ; rdfs:label "Belmark" ; dip:country :s2 ; dip:iso3 "BLM" ; dip:gw "7" .
:s3 a dip:State , dip:Actor ; rdfs:label "Corvia" ; dip:country :s3 ; dip:iso3 "COR" .
d:BLM a dip:Dyad ; rdfs:label "Ardenia and Belmark" ; dip:between :s1 , :s2 .
state:upper-dorn a dip:State , dip:Actor ; rdfs:label "Upper Dorn" ; dip:country state:upper-dorn .
d:XDO a dip:Dyad ; rdfs:label "Ardenia and Upper Dorn" ; dip:between :s1 , state:upper-dorn .
:a a dip:Person , dip:Actor ; rdfs:label "Ada" ; dip:country :s1 .
:b a dip:Person , dip:Actor ; rdfs:label "Bo" ; dip:country :s2 .
:m1 a dip:Meeting , dip:Event , dip:Record ; rdfs:label "Presidents" ; dip:participant :a , :b , :s3 ;
  dip:dyad d:BLM ; dip:level dip:HeadOfState ; dip:earliest "2030-01-02"^^xsd:date ; dip:status dip:Occurred .
:m2 a dip:Meeting , dip:Event , dip:Record ; rdfs:label "Talks" ; dip:participant :s1 , :s2 ;
  dip:dyad d:BLM ; dip:earliest "2031-01-02"^^xsd:date ; dip:status dip:Occurred .
:c1 a dip:Call , dip:Event , dip:Record ; rdfs:label "Call" ; dip:participant :a , :b ; dip:initiator :b ;
  dip:dyad d:BLM ; dip:level dip:DeputyMinister ; dip:earliest "2031-02-02"^^xsd:date .
:v1 a dip:Visit , dip:Event , dip:Record ; rdfs:label "Visit of Ada" ; dip:participant :a ; dip:visitor :a ;
  dip:place :s2 ; dip:dyad d:BLM ; dip:earliest "2030-03-02"^^xsd:date ; dip:status dip:Occurred .
:v2 a dip:Visit , dip:Event , dip:Record ; rdfs:label "Visit of Bo" ; dip:participant :b ; dip:visitor :b ;
  dip:place :s1 ; dip:dyad d:BLM ; dip:earliest "2032-03-02"^^xsd:date ; dip:status dip:Planned .
:x1 a dip:Expulsion , dip:Action , dip:Event , dip:Record ; rdfs:label "Expulsion" ;
  dip:participant :s1 , :s2 ;
  dip:initiator :s2 ; dip:dyad d:BLM ; dip:earliest "2031-04-02"^^xsd:date ; dip:status dip:Occurred .
:p1 a dip:Agreement , dip:Record ; rdfs:label "-Pact" ; dip:party :s1 , :s2 ; dip:dyad d:BLM ;
  dip:earliest "2031-05-02"^^xsd:date ; dip:status dip:Occurred ; dip:deniedBy :b .
:t1 a dip:Statement , dip:Record ; rdfs:label "Ada: it" ; dip:text "it" ; dip:speaker :a ; dip:about :b ;
  dip:dyad d:BLM ; dip:earliest "2031-06-02"^^xsd:date .
:t2 a dip:Denial , dip:Statement , dip:Record ; rdfs:label "Denial of Bo" ; dip:speaker :b ; dip:denies :t1 ;
  dip:dyad d:BLM ; dip:earliest "2031-06-03"^^xsd:date .
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> service.Graph:
    """Return the build of the graph above."""
    data = tmp_path_factory.mktemp("pair")
    live.build(data, Graph().parse(data=GRAPH).serialize(format="nt"))
    return service.opened(config.read({"KG_DATA": str(data)}))


@pytest.fixture(scope="module")
def pair(graph: service.Graph) -> FlaskClient:
    """Return a client of the service on that build."""
    return create_app(config.read({"KG_DATA": str(graph.build.folder.parent.parent)})).test_client()


@pytest.fixture(scope="module")
def panels(graph: service.Graph) -> dict[str, Panel]:
    """Return the panels of the dyad by their names."""
    return {panel.anchor: panel for panel in graph.panels("dyad", entity=NamedNode(DYAD))}


def told(panel: Panel) -> list[tuple[str, str]]:
    """Return the words at the left of each fact, and what it is called."""
    return [(fact.side, fact.lead.values[0].text) for fact in panel.facts]


def test_panels_stand_in_their_order(panels: dict[str, Panel]) -> None:
    """Meetings, visits, actions, agreements, what was said, what is contested, what was only announced."""
    assert list(panels) == [
        *("states", "counts", "meetings", "visits", "actions"),
        *("agreements", "said", "contested", "announced"),
    ]


def test_counts(panels: dict[str, Panel]) -> None:
    """Each record counts once, under event, agreement or statement, with the first and the last day."""
    (fact,) = panels["counts"].facts

    assert [(field.name, field.values[0].text) for field in fact.columns] == [
        *(("events", "6"), ("agreements", "1"), ("statements", "2")),
        *(("first day", "2 Jan 2030"), ("last day", "2 Mar 2032")),
    ]


@pytest.mark.parametrize(
    ("panel", "expected"),
    [
        ("meetings", [("heads of state", "Presidents"), ("ministers", "Call"), ("others", "Talks")]),
        ("visits", [("Ardenia to Belmark", "Visit of Ada"), ("Belmark to Ardenia", "Visit of Bo")]),
        ("actions", [("Belmark to Ardenia", "Expulsion")]),
        ("agreements", [("", "-Pact")]),
        ("said", [("Belmark to Ardenia", "Denial of Bo"), ("Ardenia to Belmark", "it")]),
        ("contested", [("", "Denial of Bo"), ("", "-Pact")]),
        ("announced", [("", "Visit of Bo")]),
    ],
)
def test_facts_say_who_to_whom(panels: dict[str, Panel], panel: str, expected: list[tuple[str, str]]) -> None:
    """Meetings stand by level, visits by side, all else the latest first."""
    assert told(panels[panel]) == expected


def test_lanes(graph: service.Graph) -> None:
    """The picture has a lane for each level, each way of a visit, an action or a saying, and agreements."""
    (picture,) = graph.pictures("dyad", entity=NamedNode(DYAD))

    assert [words.text for words in picture.drawing.words if words.ink == "lane"] == [
        "Heads of state",
        "Ministers",
        "Others who met or called",
        "Visits from Ardenia to Belmark",
        "Visits from Belmark to Ardenia",
        "Actions of Belmark towards Ardenia",
        "Agreements",
        "Said by Ardenia of or to Belmark",
        "Said by Belmark of or to Ardenia",
    ]


def test_page_has_the_sentences(client: FlaskClient) -> None:
    """The page shows both states, a visit with its way, and the sentences that facts rest on."""
    shown = client.get(f"{PATH}.html").get_data(as_text=True)

    assert '<h1 dir="auto">Ardenia and Belmark</h1>' in shown
    assert 'href="/state/ardenia" dir="auto">Ardenia' in shown
    assert '<span class="side">Ardenia to Belmark</span>' in shown
    assert "President Ilya Renn visited Belmark from 14 to 16 April." in shown
    assert f'href="{PATH}.csv"' in shown


@pytest.mark.parametrize("asked", ["/dyad/BLM/ARD", "/dyad/ard/blm", "/dyad/belmark/ardenia", "/dyad/AD/BLM"])
@pytest.mark.parametrize("suffix", ["", ".html", ".ttl", ".csv"])
def test_one_address(client: FlaskClient, asked: str, suffix: str) -> None:
    """The other order, small letters, names and codes of two letters lead to the one address for good."""
    answer = client.get(asked + suffix)

    assert (answer.status_code, answer.headers["Location"]) == (301, PATH + suffix)


@pytest.mark.parametrize(
    "asked",
    ["ARD/upper-dorn", "upper-dorn/ARD", "Upper Dorn/ardenia", "XDO/ARD", "ard/xdo"],
)
def test_state_without_a_code(pair: FlaskClient, asked: str) -> None:
    """What lies between a state that ISO 3166-1 has no code for and another is found by its name too."""
    answer = pair.get(f"/dyad/{asked}.csv")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/dyad/ARD/XDO.csv")


def test_thing_leads_to_its_document(client: FlaskClient) -> None:
    """A dyad is a thing: its name leads to a page for readers, to RDF for programs."""
    page = client.get(PATH, headers={"Accept": "text/html"})
    turtle = client.get(PATH, headers={"Accept": "text/turtle"})

    assert (page.status_code, page.headers["Location"]) == (303, f"{PATH}.html")
    assert (turtle.status_code, turtle.headers["Location"]) == (303, f"{PATH}.ttl")
    assert b"dip:between" in client.get(f"{PATH}.ttl").data


@pytest.mark.parametrize(
    ("path", "words", "links"),
    [
        ("/dyad/ARX/BLM", "ARX: expected the code of ISO 3166-1", ["Ardenia (ARD)", "All dyads"]),
        ("/dyad/ARD/zzzzzz", "none is like it", ["All dyads"]),
        ("/dyad/ARD/ARD.csv", "found Ardenia twice", ["Ardenia (ARD)", "All dyads"]),
    ],
)
def test_no_dyad_of_that_name(client: FlaskClient, path: str, words: str, links: list[str]) -> None:
    """What is no dyad is told with what may be meant: words and links for readers, the same for programs."""
    page, problem = (client.get(path, headers={"Accept": f}) for f in ("text/html", "application/json"))
    shown = page.get_data(as_text=True).partition("<main")[2]

    assert (page.status_code, problem.status_code) == (404, 404)
    assert words in shown
    assert re.findall(r"<li><a href=[^>]+>([^<]+)", shown.partition("</main")[0]) == links
    assert set(problem.get_json()["links"]) == set(links)


def test_nothing_between_two_known_states(pair: FlaskClient) -> None:
    """Two states that the graph knows and nothing lies between are named, with their own pages."""
    problem = pair.get("/dyad/ARD/COR").get_json()

    assert problem["detail"] == "This graph tells nothing between Ardenia and Corvia"
    assert set(problem["links"].values()) == {"/s1", "/s3", "/dyad/"}


def rows(answer: str) -> list[dict[str, str]]:
    """Return the rows of CSV."""
    return list(csv.DictReader(io.StringIO(answer)))


def test_table(client: FlaskClient) -> None:
    """The table has a row for each event, agreement and statement, with the codes of both states."""
    answer = client.get(f"{PATH}.csv")
    found = rows(answer.get_data(as_text=True))
    visit = next(
        row for row in found if row["Event Text"] == "Visit of Ilya Renn to Belmark, 14–16 April 2031"
    )

    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"].endswith('-dyad-ARD-BLM.csv"')
    assert [row["Event Kind"] for row in found] == [
        *("agreement", "expulsion", "call", "meeting", "statement", "statement"),
        *("agreement", "visit", "visit"),
    ]
    assert (visit["Event Date"], visit["Latest Date"]) == ("2031-04-14", "2031-04-16")
    assert (visit["Source ISO3"], visit["Source COW"], visit["Source GW"]) == ("ARD", "042", "043")
    assert (visit["Target ISO3"], visit["Directed"], visit["Status"]) == ("BLM", "yes", "occurred")
    assert visit["Sentence"] == "She announced that President Ilya Renn would visit Belmark in April."
    assert visit["Source URL"] == "https://harbour-post.example/strait"


def test_rows_are_of_the_two_states(pair: FlaskClient) -> None:
    """Of three who met only the pair is told; who is spoken of is the other side; no cell is a formula."""
    found = {row["Event Text"]: row for row in rows(pair.get(f"{PATH}.csv").get_data(as_text=True))}
    sides = {name: (row["Source ISO3"], row["Target ISO3"], row["Directed"]) for name, row in found.items()}

    assert len(found) == 9
    assert sides["Presidents"] == ("ARD", "BLM", "no")
    assert sides["Call"] == ("BLM", "ARD", "yes")
    assert sides["Ada: it"] == ("ARD", "BLM", "yes")
    assert sides["Denial of Bo"] == ("BLM", "ARD", "yes")
    assert found["Presidents"]["Level"] == "head of state"
    assert sides["'-Pact"] == ("ARD", "BLM", "no")


def test_index(client: FlaskClient) -> None:
    """The index counts what lies between each two states."""
    shown = client.get("/dyad/").get_data(as_text=True)
    cells = re.findall(r"<t[hd][^>]*>(?:<[^>]+>)?([^<]*)", shown.partition("<tbody>")[2])

    assert cells == ["Ardenia and Belmark", "5", "2", "2", "1 Jan 2019", "1 May 2031"]


def test_partners_lead_to_the_dyad(client: FlaskClient) -> None:
    """The table of a state's partners leads to what lies between the two."""
    assert f'href="{PATH}" dir="auto">Ardenia and Belmark' in client.get("/state/ardenia.html").get_data(
        as_text=True
    )


def test_what_lies_between_may_be_followed(client: FlaskClient) -> None:
    """The feed of a dyad tells its events, also those that only lead to its states by a place."""
    feed = client.get(f"{PATH}.atom").get_data(as_text=True)

    assert "Expulsion by Belmark, 2030" in feed
    assert "Visit of Ilya Renn to Belmark, 14–16 April 2031" in feed
