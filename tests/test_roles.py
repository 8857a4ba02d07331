"""Who held an office at a date: by any wording of office and state, as attested, with the sentence."""

from pathlib import Path
from typing import Any

import live
import pytest
from flask.testing import FlaskClient
from rdflib import Graph

from kg import config
from kg.web import create_app

BASE = live.BASE
TURTLE = """
@base <https://w3id.org/communique/> .
@prefix dip: <https://w3id.org/communique/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<state/norland> a dip:State ; rdfs:label "Norland" ; skos:hiddenLabel "Norlandic" ; dip:iso3 "NLD" ;
  dip:iso2 "FM" .
<organization/union> a dip:Organization ; rdfs:label "Sea Union" ; skos:altLabel "SU" .
<person/anna> rdfs:label "Anna Holm" . <person/jan> rdfs:label "Jan Berg" . <person/li> rdfs:label "Li Wei" .
<tenure/anna> a dip:Tenure ; dip:holder <person/anna> ; dip:of <state/norland> ; dip:rank dip:Minister ;
  dip:title "Foreign Minister" , "Minister of Foreign Affairs" ; dip:office "minister of foreign affairs" ;
  dip:attestedFrom "2025-01-10"^^xsd:date ; dip:attestedTo "2025-03-10"^^xsd:date .
<tenure/jan> a dip:Tenure ; dip:holder <person/jan> ; dip:of <state/norland> ; dip:rank dip:Minister ;
  dip:title "Foreign Minister" ; dip:office "minister of foreign affairs" ;
  dip:attestedFrom "2025-05-01"^^xsd:date ; dip:attestedTo "2025-05-01"^^xsd:date .
<tenure/li> a dip:Tenure ; dip:holder <person/li> ; dip:of <organization/union> ;
  dip:rank dip:InternationalOfficial ;
  dip:title "Keeper of the Lights" ;
  dip:attestedFrom "2025-02-01"^^xsd:date ; dip:attestedTo "2025-02-01"^^xsd:date .
<article/post> dcterms:issued "2025-03-10"^^xsd:date ; dip:url "https://post.example/a" .
<article/early> dcterms:issued "2025-01-10"^^xsd:date .
<passage/late> dip:article <article/post> ; dip:quote "Foreign Minister Holm left." ;
  dip:start 0 ; dip:end 27 .
<passage/early> dip:article <article/early> ; dip:quote "Anna Holm, Foreign Minister." ;
  dip:start 0 ; dip:end 28 .
<claim/a> rdf:subject <tenure/anna> ; rdf:predicate dip:title ; dip:passage <passage/late> .
<claim/b> rdf:subject <tenure/anna> ; rdf:predicate dip:title ; dip:passage <passage/early> .
"""


@pytest.fixture(scope="module")
def norland(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Return a client of a service that knows two foreign ministers and one officer of a union."""
    data: Path = tmp_path_factory.mktemp("norland")
    lines = sorted(
        filter(None, Graph().parse(data=TURTLE, format="turtle").serialize(format="nt").splitlines())
    )
    live.build(data, "".join(f"{line}\n" for line in lines), is_described=True)
    return create_app(config.read({"KG_DATA": str(data)})).test_client()


def ask(client: FlaskClient, text: str, date: str = "") -> dict[str, Any]:
    """Return the answer as JSON."""
    told: dict[str, Any] = client.get("/resolve.json", query_string={"text": text, "date": date}).get_json()
    return told


def held(client: FlaskClient, text: str, date: str = "") -> list[tuple[str, str | None, int | None]]:
    """Return who is told, how the day stands to their attestation, and by how many days."""
    return [(h["name"], h["attested"], h["days"]) for h in ask(client, text, date)["holders"]]


@pytest.mark.parametrize(
    "text",
    [
        "Norlandic foreign minister",
        "foreign minister of Norland",
        "Norland's FM",
        "Minister of Foreign Affairs of Norland",
        "NLD minister for external relations",
        "the NORLANDIC Minister",
        "Norland’s minister of foreign affairs, Holm",
    ],
)
def test_wordings(norland: FlaskClient, text: str) -> None:
    """A state goes by name, demonym and code, an office by its wordings and its rank."""
    assert held(norland, text, "2025-02-02")[0] == ("Anna Holm", "on", 0)
    assert ask(norland, text)["of"] == [{"id": f"{BASE}state/norland", "name": "Norland"}]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025-01-10", [("Anna Holm", "on", 0), ("Jan Berg", "after", 111)]),
        ("2025-03-12", [("Anna Holm", "before", 2), ("Jan Berg", "after", 50)]),
        ("2025-06-01", [("Jan Berg", "before", 31), ("Anna Holm", "before", 83)]),
        ("2024-12-31", [("Anna Holm", "after", 10), ("Jan Berg", "after", 121)]),
        ("", [("Jan Berg", None, None), ("Anna Holm", None, None)]),
    ],
)
def test_days(norland: FlaskClient, date: str, expected: list[tuple[str, str | None, int | None]]) -> None:
    """Who is attested on the day stands first, then the nearest before it, then after; else the latest."""
    assert held(norland, "Norlandic foreign minister", date) == expected


def test_sentence(norland: FlaskClient) -> None:
    """Each holder has the sentence nearest to the day, one that was known by then before later ones."""
    told = ask(norland, "Norlandic foreign minister", "2025-03-01")["holders"][0]["sentence"]
    late = ask(norland, "Norlandic foreign minister", "2025-04-01")["holders"][0]["sentence"]

    assert told["quote"] == "Anna Holm, Foreign Minister."
    assert late["quote"] == "Foreign Minister Holm left."
    assert late["url"] == "https://post.example/a#:~:text=Foreign%20Minister%20Holm%20left."


def test_a_name_chooses(norland: FlaskClient) -> None:
    """A name beside the office keeps those who bear it; one that nobody bears is told as not understood."""
    assert held(norland, "Norlandic Foreign Minister Berg") == [("Jan Berg", None, None)]
    assert ask(norland, "Norlandic Foreign Minister Smith")["unread"] == ["smith"]
    assert len(held(norland, "Norlandic Foreign Minister Smith")) == 2


def test_titles_that_no_table_has(norland: FlaskClient) -> None:
    """An office that no table knows goes by its title as sources have it."""
    assert held(norland, "SU keeper of the lights", "2025-02-01") == [("Li Wei", "on", 0)]


@pytest.mark.parametrize(
    ("text", "known", "of"),
    [
        ("Norlandic wizard", ["Jan Berg", "Anna Holm"], ["Norland"]),
        ("wizard of Oz", [], []),
        ("foreign minister", [], []),
        ("' OR 1=1 } #<script>", [], []),
        ("外交部长", [], []),
        ("x " * 3000, [], []),
    ],
    ids=["no office", "no state", "an office alone", "no words", "another script", "very many words"],
)
def test_nothing_found(norland: FlaskClient, text: str, known: list[str], of: list[str]) -> None:
    """Where no office is understood the answer says so, and tells what is known of the state."""
    told = ask(norland, text)

    assert told["understood"] is False
    assert [h["name"] for h in told["holders"]] == known
    assert [body["name"] for body in told["of"]] == of


def test_a_day_that_is_none(norland: FlaskClient) -> None:
    """A date that is none is an error that names it."""
    answer = norland.get("/resolve.json?text=Norlandic+president&date=23.4.2025")

    assert answer.status_code == 400
    assert answer.get_json()["detail"] == "date: expected a day as YYYY-MM-DD, found '23.4.2025'"


def test_negotiation(norland: FlaskClient) -> None:
    """A browser gets a page, a program JSON, at one address."""
    path = "/resolve?text=Norlandic+foreign+minister&date=2025-03-12"
    page = norland.get(path, headers={"Accept": "text/html"})
    told = norland.get(path, headers={"Accept": "application/json"})

    assert page.mimetype == "text/html"
    assert "Accept" in page.headers["Vary"]
    assert told.get_json()["holders"][0]["name"] == "Anna Holm"
    assert told.headers["Access-Control-Allow-Origin"] == "*"


def test_page(norland: FlaskClient) -> None:
    """The page tells who, how the day stands to the attestation, the sentence, and what is not claimed."""
    text = norland.get("/resolve?text=Norlandic+FM&date=2025-03-12").text

    for told in (
        "Anna Holm",
        "last attested 2 days before",
        "Foreign Minister Holm left.",
        "first attested 50",
    ):
        assert told in text
    assert "no answer says that somebody held it on the day itself" in text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Write an office with its state or body"),
        ("?text=wizard+of+oz", "No state or body here"),
        ("?text=Norlandic+wizard", "No office of Norland that is known here goes by these words"),
        ("?text=<script>alert(1)</script>", "&lt;script&gt;"),
    ],
)
def test_pages_that_help(norland: FlaskClient, query: str, words: str) -> None:
    """A page without an answer says what to write."""
    assert words in norland.get(f"/resolve{query}").text
    assert "<script>alert" not in norland.get(f"/resolve{query}").text


def test_in_sparql(norland: FlaskClient) -> None:
    """Offices by all wordings are in the graph of metadata, for the pattern of the examples."""
    rows = norland.application.extensions["service"].graph().rows("role-offices")
    told = {(row["wording"].value, row["office"].value) for row in rows}

    assert {office for _, office in told} == {"minister of foreign affairs"}
    assert {"minister of foreign affairs", "foreign minister", "fm"} <= {wording for wording, _ in told}
