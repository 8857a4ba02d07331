"""The addresses of the tables and of their codebook."""

import csv
import io
from pathlib import Path

import live
import pytest
from flask.testing import FlaskClient
from rdflib import Graph

from kg import config
from kg.web import create_app
from kg.web.events import columns, views


def test_codebook_has_each_column_of_each_table(client: FlaskClient) -> None:
    """The page, the CSV and the Markdown tell every column; the CSV with its like in other data sets."""
    shown = client.get("/codebook").get_data(as_text=True)
    written = client.get("/codebook.md").get_data(as_text=True)
    rows = list(csv.DictReader(io.StringIO(client.get("/codebook.csv").get_data(as_text=True))))

    assert [c.name for c in columns.read() if f">{c.name}<" not in shown] == []
    assert [c.name for c in columns.read() if f"| {c.name} |" not in written] == []
    assert len(rows) == sum(len(c.units) for c in columns.read())
    [cameo] = [row for row in rows if row["name"] == "CAMEO Code"]
    assert (cameo["unit"], cameo["type"], cameo["icews"]) == ("event", "string", "CAMEO Code")
    assert (cameo["polecat"], cameo["gdelt"]) == ("", "EventCode")


def test_codebook_tells_the_selection(client: FlaskClient) -> None:
    """What the rows were selected from stands there: articles by outlet and month, read and empty."""
    shown = client.get("/codebook").get_data(as_text=True)

    assert "sentences left unread: byline" in shown
    assert client.get("/selection.csv").get_data(as_text=True) == (
        "outlet,month,articles,empty\r\n"
        "Ardenia Today,2031-04,1,0\r\n"
        "Harbour Post,2031-03,1,0\r\n"
        "Northern Wire,2031-03,1,0\r\n"
    )


def test_articles_without_a_record_are_counted(tmp_path: Path) -> None:
    """Of three articles one tells of a statement; of the two others one has neither publisher nor day."""
    told = """
    @prefix : <https://w3id.org/communique/> . @prefix dip: <https://w3id.org/communique/ontology#> .
    @prefix dcterms: <http://purl.org/dc/terms/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    :o rdfs:label "Post" .
    :a1 a dip:Article ; dcterms:publisher :o ; dcterms:issued "2031-03-04" .
    :a2 a dip:Article ; dcterms:publisher :o ; dcterms:issued "2031-03-05" .
    :a3 a dip:Article .
    :s a dip:Statement , dip:Record .
    :p1 dip:article :a1 . :p2 dip:article :a2 .
    :c1 rdf:subject :s ; rdf:predicate rdf:type ; rdf:object dip:Record ; dip:passage :p1 .
    :c2 rdf:subject :o ; rdf:predicate rdfs:label ; rdf:object "Post" ; dip:passage :p2 .
    """
    live.build(tmp_path, Graph().parse(data=told).serialize(format="nt"))
    answer = create_app(config.read({"KG_DATA": str(tmp_path)})).test_client().get("/selection.csv")

    assert answer.get_data(as_text=True) == ("outlet,month,articles,empty\r\n,,1,1\r\nPost,2031-03,2,1\r\n")


def test_table_is_a_file_with_the_build_in_its_name(client: FlaskClient) -> None:
    """A table is downloaded under the name of its build and unit."""
    answer = client.get("/events.csv?unit=dyad-year")
    build = answer.headers["X-Build"]

    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="communique-{build}-dyad-year.csv"'


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("unit=week", "unit: expected one of event, dyad-year, actor-month, found 'week'"),
        ("from=May", "from: expected a day as YYYY-MM-DD, found 'May'"),
        ("to=2031-02-30", "to: expected a day as YYYY-MM-DD, found '2031-02-30'"),
    ],
)
def test_what_is_not_understood(client: FlaskClient, told: str, expected: str) -> None:
    """A parameter that is not understood is an error, no other table."""
    answer = client.get(f"/events.csv?{told}")

    assert (answer.status_code, answer.get_json()["detail"]) == (400, expected)


def test_days_bound_a_table(client: FlaskClient) -> None:
    """Only records whose first day lies within are told."""
    told = client.get("/events.csv?from=2031-04-01&to=2031-04-30").get_data(as_text=True)

    assert [row["Event Date"] for row in csv.DictReader(io.StringIO(told))] == ["2031-04-14"]


def test_places_are_given_free(client: FlaskClient) -> None:
    """A table that has ended, or whose reader has gone, makes place for the next; with none it is 503."""
    for _ in range(views.AT_ONCE + 1):
        client.get("/events.csv").close()
    open_ = [client.get("/events.csv", buffered=False) for _ in range(views.AT_ONCE)]
    refused = client.get("/events.csv")
    for answer in open_:
        answer.close()

    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
    assert client.get("/events.csv").status_code == 200
